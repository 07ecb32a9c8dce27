"""One risk model's answer: score against its threshold, contributions, limits."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.operations.risks import Entry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.language import in_language, lines_in_language
from meddx_desktop.gui.labs_tab.risk_bars import ContributionBars, CurvePlot, RiskBar
from meddx_desktop.gui.labs_tab.risk_form import RiskForm
from meddx_desktop.gui.widgets import fields


class RiskCard(QWidget):
    """An answer that is kept nowhere and enters no assessment."""

    given = Signal(str, object)

    def __init__(self, entry: Entry, answer: RiskResult, known: Mapping[str, Given]) -> None:
        super().__init__()
        self._entry = entry
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.unit(2))
        self._column.setSpacing(theme.unit())
        self.words: list[str] = []
        self._say("strong", in_language(entry.manifest.title))
        self._say("small", in_language(entry.risk.outcome))
        if answer.refusal is not None:
            self._sign("ban", labels.reason(answer.refusal), "warning")
        elif answer.score is not None:
            self._scored(answer)
        elif answer.curve:
            self._survival(answer)
        self._inputs(answer)
        self.form = RiskForm(entry, answer, known)
        self.form.given.connect(self.given)
        self._column.addWidget(self.form)
        for caution in answer.cautions:
            self._sign("triangle-alert", labels.reason(caution), "warning")
        if answer.contributions:
            self._contributions(answer)
        for limit in lines_in_language(entry.risk.limits):
            self._sign("info", limit, "text")
        self._say("small", labels.model(answer.model))

    def _scored(self, answer: RiskResult) -> None:
        said = self.tr("Score {score} of 100, threshold {threshold}")
        self._say(
            "large",
            said.format(score=_points(answer.score), threshold=_points(answer.threshold)),
        )
        self._column.addWidget(RiskBar(answer))
        if answer.low is not None and answer.high is not None:
            interval = self.tr("95 % interval {low} to {high}")
            self._say("small", interval.format(low=_points(answer.low), high=_points(answer.high)))
        self._sign("info", labels.safety("score"), "warning")
        if not answer.above:
            self._sign("info", labels.safety("below_threshold"), "warning")
        if answer.probability is not None and answer.share is not None:
            here = self.tr("Where {share} % have it, as entered here: {probability} %")
            self._say(
                "",
                here.format(
                    share=f"{100 * answer.share:.3g}", probability=_points(answer.probability)
                ),
            )

    def _survival(self, answer: RiskResult) -> None:
        self._sign("info", labels.safety("score"), "warning")
        title = self.tr("Share expected to be alive; dashed: the reference person")
        self._say("small", title)
        self._column.addWidget(CurvePlot(title, answer.curve))

    def _inputs(self, answer: RiskResult) -> None:
        for one in answer.refused:
            parameters = {
                "low": f"{one.low:g}",
                "high": f"{one.high:g}",
                "unit": shown.unit(one.unit),
            }
            words = self.tr("{name}: {why}").format(
                name=self._name(one.name), why=labels.sentence(one.code, parameters)
            )
            self._sign("ban", words, "warning")
        if answer.missing:
            names = labels.listed(self._name(name) for name in answer.missing)
            self._sign("circle-help", self.tr("Missing: {names}").format(names=names), "accent")
        if answer.filled:
            names = labels.listed(
                f"{self._name(one.name)} {one.value:g} {shown.unit(one.unit)}".strip()
                for one in answer.filled
            )
            words = self.tr("Missing, and taken as usual: {names}").format(names=names)
            self._sign("triangle-alert", words, "warning")

    def _contributions(self, answer: RiskResult) -> None:
        hint = self.tr(
            "Against the reference person, in log-odds. Association, not cause: changing a value "
            "need not change the outcome."
        )
        self._say("small", hint)
        names = [
            f"{self._name(one.name)} {self._value(one.name, one.value, one.unit)} "
            f"({self._value(one.name, one.reference)})"
            for one in answer.contributions
        ]
        bars = ContributionBars(names, [one.log_odds for one in answer.contributions])
        self._column.addWidget(bars)

    def _name(self, name: str) -> str:
        known = {one.name: one for one in self._entry.risk.inputs}
        return in_language(known[name].title) if name in known else labels.label(f"input.{name}")

    def _value(self, name: str, value: float | str, ucum: str = "") -> str:
        if not isinstance(value, str):
            number = f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"
            return f"{number} {shown.unit(ucum)}".strip()
        if name == "sex":
            return labels.label(f"sex.{value}")
        known = next((one for one in self._entry.risk.inputs if one.name == name), None)
        title = known.code_titles.get(value) if known else None
        return in_language(title) if title else labels.label(f"answer.{value}")

    def _say(self, role: str, words: str) -> None:
        self.words.append(words)
        self._column.addWidget(fields.text(words, role, wrap=True))

    def _sign(self, icon: str, words: str, tone: str) -> None:
        self.words.append(words)
        self._column.addWidget(fields.sign(icon, words, tone))


def _points(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}"
