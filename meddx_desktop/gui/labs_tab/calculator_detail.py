"""One calculator: value and band, how each input entered, what is missing, why it refuses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.operations.labs import Answered, Missing, Refusal, Result, SiteValue
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import calculators_model as words
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.why_panel import Page
from meddx_desktop.gui.widgets import fields

PATIENT, VITALS, LINES = "patient", "vitals", "lines"
"""Where something that is missing is entered."""
_OF_PATIENT = frozenset({"age", "sex"})
_OF_VITALS = frozenset(
    {
        "pregnant",
        "weight",
        "height",
        "bmi",
        "temperature",
        "respiratory_rate",
        "oxygen_saturation",
        "heart_rate",
        "systolic_pressure",
        "diastolic_pressure",
        "on_oxygen",
    }
)


class CalculatorDetail(QScrollArea):
    """Built anew for each calculator."""

    entry_wanted = Signal(str)
    """`PATIENT`, `VITALS` or `LINES`."""
    answered = Signal(str, object)
    """An input that nobody keeps, and what was answered: None takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen calculator"))
        self.boxes: dict[str, QComboBox] = {}
        self.clear()

    def clear(self) -> None:
        """None is chosen."""
        self._begin()
        hint = self.tr("Choose a calculator to see what went into it.")
        self._column.addWidget(fields.text(hint, "muted", wrap=True))
        self._column.addStretch(1)

    def show_answer(self, one: Answered, answers: dict[str, object]) -> None:
        """Everything about one calculator."""
        self._begin()
        self._column.addWidget(fields.text(words.title(one), "strong", wrap=True))
        outcome = one.outcome
        if isinstance(outcome, Result):
            self._result(one, outcome)
        elif isinstance(outcome, Refusal):
            said = labels.sentence(outcome.code, dict(outcome.parameters))
            self._column.addWidget(fields.sign("ban", said, "warning"))
        for caution in one.cautions:
            self._column.addWidget(fields.sign("triangle-alert", labels.reason(caution), "warning"))
        if isinstance(outcome, Missing):
            self._missing(one, outcome)
        self._questions(one, answers)
        self._column.addWidget(fields.text(self._for_whom(one), "small", wrap=True))
        source = one.calculator.source
        cited = labels.listed(
            part for part in (source.authors, source.work, str(source.year or "")) if part
        )
        self._column.addWidget(fields.text(cited, "small", wrap=True))
        self._column.addStretch(1)

    def _begin(self) -> None:
        inner = Page()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(), theme.unit())
        self._column.setSpacing(theme.unit())
        self.boxes = {}
        self.setWidget(inner)

    def _result(self, one: Answered, outcome: Result) -> None:
        self._column.addWidget(fields.text(words.both(one), "large", wrap=True))
        if one.site is not None:
            self._column.addWidget(fields.text(_converted(one, one.site), "small", wrap=True))
        for band in outcome.bands:
            self._column.addWidget(fields.text(labels.label(f"band.{band}"), "strong", wrap=True))
        for note in outcome.notes:
            self._column.addWidget(fields.sign("info", labels.sentence(note), "text"))
        grid = self._grid()
        used = {each.input: each for each in one.used}
        units = {each.name: each.unit for each in one.calculator.inputs}
        for place, entered in enumerate(outcome.entered):
            name, ucum = entered.name, units.get(entered.name, "")
            text = _said(name, entered.value, ucum)
            if entered.used != entered.value:
                counted = _said(name, entered.used, ucum)
                text = self.tr("{value}, counted as {used}").format(value=text, used=counted)
            if entered.points is not None:
                text += " · " + self.tr("%n point(s)", "", entered.points)
            known = used.get(name)
            where = shown.taken(known.observation.sent) if known else self._source(name)
            if known and shown.value(known.observation) != text:
                where = f"{shown.value(known.observation)}, {where}"
            for column, part in enumerate((labels.label(f"input.{name}"), text, where)):
                role = "" if column == 1 else "small"
                grid.addWidget(fields.text(part, role, wrap=True), place, column)
        self._column.addLayout(grid)

    def _source(self, name: str) -> str:
        if name in _OF_PATIENT:
            return self.tr("from the patient's data")
        return self.tr("vital signs") if name in _OF_VITALS else self.tr("answered here, not kept")

    def _missing(self, one: Answered, outcome: Missing) -> None:
        numbers = {each.name for each in one.calculator.inputs if each.kind.value == "number"}
        for name in outcome.names:
            if name not in numbers and name not in _OF_PATIENT | _OF_VITALS:
                continue  # asked below
            row = QHBoxLayout()
            row.setSpacing(theme.unit())
            said = self.tr("Missing: {name}").format(name=labels.label(f"input.{name}"))
            row.addWidget(fields.sign("circle-help", said, "accent"), 1)
            where, button = self._entry(name)
            go = fields.button(button, "link")
            go.setAccessibleName(f"{button}: {labels.label(f'input.{name}')}")
            go.clicked.connect(lambda _on=False, where=where: self.entry_wanted.emit(where))
            row.addWidget(go)
            self._column.addLayout(row)

    def _entry(self, name: str) -> tuple[str, str]:
        if name in _OF_PATIENT:
            return PATIENT, self.tr("Edit patient")
        if name in _OF_VITALS:
            return VITALS, self.tr("Vital signs")
        return LINES, self.tr("Type the result")

    def _questions(self, one: Answered, answers: dict[str, object]) -> None:
        """Answers and choices that nobody keeps; unknown stays unknown."""
        asked = [
            each
            for each in one.calculator.inputs
            if each.kind.value != "number" and each.name not in _OF_VITALS
        ]
        if not asked or (isinstance(one.outcome, Refusal) and not answers):
            return
        grid = self._grid()
        for place, each in enumerate(asked):
            caption = labels.label(f"input.{each.name}")
            box = QComboBox()
            box.setAccessibleName(caption)
            box.addItem(labels.label("answer.unknown"), None)
            if each.kind.value == "answer":
                for answer in (Answer.YES, Answer.NO):
                    box.addItem(labels.label(f"answer.{answer.value}"), answer)
            for choice in each.choices:
                box.addItem(labels.label(f"choice.{choice}"), choice)
            box.setCurrentIndex(max(box.findData(answers.get(each.name)), 0))
            box.currentIndexChanged.connect(
                lambda _place, one=each, box=box: self._tell(one.name, one.kind.value, box)
            )
            self.boxes[each.name] = box
            grid.addWidget(fields.text(caption, "", wrap=True), place, 0)
            grid.addWidget(box, place, 1)
        self._column.addLayout(grid)

    def _tell(self, name: str, kind: str, box: QComboBox) -> None:
        """Qt keeps an answer as a plain text."""
        data = box.currentData()
        self.answered.emit(name, Answer(data) if data and kind == "answer" else data)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit(0.75))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _for_whom(self, one: Answered) -> str:
        whom = one.calculator.whom
        if whom.youngest is not None and whom.oldest is not None:
            said = self.tr("For people from {youngest} to {oldest} years.")
        elif whom.youngest is not None:
            said = self.tr("For people of {youngest} years and older.")
        elif whom.oldest is not None:
            said = self.tr("For people up to {oldest} years.")
        else:
            said = self.tr("For every age.")
        said = said.format(youngest=whom.youngest, oldest=whom.oldest)
        not_pregnant = self.tr("Not in pregnancy.")
        return said if whom.pregnant else f"{said} {not_pregnant}"


def _converted(one: Answered, site: SiteValue) -> str:
    """What the formula gave, by which factor, and who says so."""
    how = site.conversion
    step = f"{words.published(one)} × {how.factor:.6g} = {words.value(one)}"
    return f"{step} · {how.source}" if how.source else step


def _said(name: str, value: object, ucum: str) -> str:
    if isinstance(value, Answer):
        return labels.label(f"answer.{value.value}")
    if name == "sex":
        return labels.label(f"sex.{value}")
    if isinstance(value, str):
        return labels.label(f"choice.{value}")
    if not isinstance(value, int | float):
        return ""
    number = f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"
    return f"{number} {words.unit(ucum)}".strip()
