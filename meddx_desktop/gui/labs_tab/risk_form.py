"""What a risk model asks for beside results: waist, chest pain; answered here and kept nowhere."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.risk import Given, RiskResult
from meddx_desktop.core.operations.risks import Entry, Input
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.labs_tab import shown
from meddx_desktop.gui.labs_tab.language import in_language
from meddx_desktop.gui.widgets import fields


class RiskForm(QWidget):
    """One field for each thing that is neither a result nor known of the patient."""

    given = Signal(str, object)
    """Name of the input, and the `Given` or None."""

    def __init__(self, entry: Entry, answer: RiskResult, known: Mapping[str, Given]) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self.numbers: dict[str, fields.LineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.unit(2))
        grid.setVerticalSpacing(theme.unit(0.75))
        grid.setColumnStretch(2, 1)
        lacks = {*answer.missing, *known}
        lacks |= {one.name for one in answer.filled} | {one.name for one in answer.refused}
        for place, one in enumerate(_asked(entry, lacks)):
            caption = in_language(one.title)
            ucum = shown.unit(one.unit)
            words = f"{caption} ({ucum})" if one.kind == "number" and ucum else caption
            grid.addWidget(fields.text(words), place, 0)
            grid.addWidget(self._field(one, words, known.get(one.name)), place, 1)
        self.setVisible(bool(self.boxes or self.numbers))

    def _field(self, one: Input, words: str, known: Given | None) -> QWidget:
        if one.kind == "number":
            return self._number(one, words, known)
        box = QComboBox()
        box.setAccessibleName(words)
        box.addItem(labels.label("answer.unknown"), "")
        codes = one.codes or tuple(answer.value for answer in (Answer.YES, Answer.NO))
        for code in codes:
            title = one.code_titles.get(code)
            box.addItem(in_language(title) if title else labels.label(f"answer.{code}"), code)
        if known is not None:
            box.setCurrentIndex(max(box.findData(str(known.value)), 0))
        box.currentIndexChanged.connect(lambda _place: self._chosen(one, box))
        self.boxes[one.name] = box
        return box

    def _chosen(self, one: Input, box: QComboBox) -> None:
        code = box.currentData()
        value = Answer(code) if code and one.kind == "answer" else code
        self.given.emit(one.name, Given(one.name, value) if code else None)

    def _number(self, one: Input, words: str, known: Given | None) -> QWidget:
        field = fields.LineEdit("" if known is None else f"{known.value:g}")
        field.setAccessibleName(words)
        field.setMaximumWidth(theme.letters(12))
        before = field.text()
        field.editingFinished.connect(
            lambda: self._typed(one, field) if field.text() != before else None
        )
        self.numbers[one.name] = field
        return field

    def _typed(self, one: Input, field: fields.LineEdit) -> None:
        try:
            value = float(field.text().replace(",", ".")) if field.text().strip() else None
        except ValueError:
            fields.set_property(field, "invalid", "true")
            return
        self.given.emit(one.name, None if value is None else Given(one.name, value, one.unit))


def _asked(entry: Entry, lacks: set[str]) -> list[Input]:
    """Of what is lacking, what has no place among results and patient data."""
    return [
        one
        for one in entry.risk.inputs
        if one.name in lacks
        and one.kind not in ("age", "sex")
        and not (one.kind == "number" and one.loinc)
    ]
