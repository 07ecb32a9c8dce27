"""One risk model's answer: score against its threshold, contributions, limits."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.operations.risks import Entry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.language import in_language, lines_in_language
from meddx_desktop.gui.labs_tab.risk_bars import ContributionBars, CurvePlot, RiskBar
from meddx_desktop.gui.labs_tab.risk_form import RiskForm
from meddx_desktop.gui.labs_tab.tree_drawing import Line, Node, TreeDrawing
from meddx_desktop.gui.labs_tab.tree_drawing import lines as tree_lines
from meddx_desktop.gui.widgets import fields
from meddx_desktop.words.chance import whole_percent

_LEAST = 0.005
"""Log-odds that would be written as 0.00."""
_TOLD = (1, 3, 5, 10)
"""Years of a curve that are also said in numbers."""


class RiskCard(QWidget):
    """An answer that is kept nowhere and enters no assessment."""

    given = Signal(str, object)

    def __init__(
        self,
        entry: Entry,
        answer: RiskResult,
        known: Mapping[str, Given],
        tree: Node | None = None,
    ) -> None:
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
            self._sign("triangle-alert", self._caution(caution), "warning")
        if answer.contributions:
            self._contributions(answer)
        if tree and answer.contributions:
            self._tree(tree, answer)
        if answer.score is not None or answer.curve:
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
                    share=f"{100 * answer.share:.3g}", probability=whole_percent(answer.probability)
                ),
            )

    def _survival(self, answer: RiskResult) -> None:
        self._sign("info", labels.safety("score"), "warning")
        title = self.tr("Share expected to be alive; dashed: the reference person")
        self._say("small", title)
        self._column.addWidget(CurvePlot(title, answer.curve))
        said = self.tr("{years} y: {alive} % ({low} to {high})")
        years = [
            said.format(
                years=f"{one.years:g}",
                alive=_points(one.alive),
                low=_points(one.low),
                high=_points(one.high),
            )
            for one in answer.curve
            if one.years in _TOLD or one is answer.curve[-1]
        ]
        told = self.tr("Alive after (95 % interval): {years}")
        self._say("", told.format(years=" · ".join(years)))

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
            "Against the reference person (in brackets), in log-odds. Association, not cause: "
            "changing a value need not change the outcome."
        )
        self._say("small", hint)
        parts = [one for one in answer.contributions if abs(one.log_odds) >= _LEAST]
        names = [
            f"{self._name(one.name)} {self._value(one.name, one.value, one.unit)} "
            f"({self._value(one.name, one.reference)})"
            for one in parts
        ]
        self._column.addWidget(ContributionBars(names, [one.log_odds for one in parts]))
        alike = [self._name(one.name) for one in answer.contributions if one not in parts]
        if alike:
            words = self.tr("As in the reference person, or nearly: {names}")
            self._say("small", words.format(names=labels.listed(alike)))

    def _tree(self, tree: Node, answer: RiskResult) -> None:
        """Rules for the same question, behind a line to press."""
        values = {one.name: one.value for one in answer.contributions}
        numbers = {name: value for name, value in values.items() if not isinstance(value, str)}
        drawn = TreeDrawing(tree_lines(tree, numbers), self._condition)
        hint = self.tr(
            "Rules in place of the formula: coarser, and they may say something else. The share of "
            "people in the training with the outcome; the way of this patient is marked."
        )
        if any(one.filled for one in answer.contributions):
            hint += " " + self.tr("What is missing was taken as usual here too.")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(fields.text(hint, "small", wrap=True))
        column.addWidget(drawn)
        inner.hide()
        self.tree_button = fields.button(self.tr("Decision tree for the same question"), "link")
        self.tree_button.setCheckable(True)
        self.tree_button.toggled.connect(inner.setVisible)
        row = QHBoxLayout()
        row.addWidget(self.tree_button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(inner)

    def _condition(self, line: Line) -> str:
        said = self.tr("{name} at most {limit} {unit}")
        return said.format(
            name=self._name(line.input), limit=f"{line.at_most:.4g}", unit=shown.unit(line.unit)
        ).strip()

    def _caution(self, caution: Reason) -> str:
        """A sentence; the inputs that it names are called as they are here."""
        said = dict(caution.parameters)
        if "inputs" in said:
            said["names"] = labels.listed(map(self._name, str(said["inputs"]).split()))
        return labels.sentence(caution.code, said)

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
