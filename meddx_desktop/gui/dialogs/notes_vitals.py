"""Vital signs of a note beside those of the strip: what is ticked is taken over, nothing else."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.operations import notes_vitals
from meddx_desktop.core.operations.notes_vitals import Offered
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.banner.vital_facts import is_known, shown, unit
from meddx_desktop.gui.dialogs.frame import Dialog
from meddx_desktop.gui.widgets import fields

_MOST_HEIGHT = 72
"""Grid units; beyond that the list scrolls."""


class NoteVitalsDialog(Dialog):
    """Of two values for one field only one can be ticked; what is known already is not at first."""

    def __init__(
        self, offers: tuple[Offered, ...], vitals: Vitals, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Vital signs of the note"), parent)
        self._offers, self._vitals = offers, vitals
        hint = self.tr("Tick what was measured now. The words of the note stand below each value.")
        if any(one.is_weight for one in offers):
            hint = self.tr("{hint} The day of a weight is entered in the strip.").format(hint=hint)
        self.body.addWidget(fields.text(hint, "muted", wrap=True))
        ticked = notes_vitals.fitting(offers, vitals)
        self.boxes: list[QCheckBox] = []
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, theme.unit(), 0)
        column.setSpacing(theme.unit(1.5))
        for number, one in enumerate(offers):
            column.addWidget(self._row(number, one, is_ticked=one in ticked))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        self.body.addWidget(area, 1)
        self.accept_button = self.add_accept(self.tr("Take over"), self.tr("Cancel"))
        self._settle()
        wanted = rows.sizeHint().height() + theme.unit(20)
        self.resize(theme.unit(64), min(wanted, theme.unit(_MOST_HEIGHT)))

    @property
    def chosen(self) -> tuple[Offered, ...]:
        """What is ticked."""
        together = zip(self._offers, self.boxes, strict=True)
        return tuple(one for one, box in together if box.isChecked())

    def _row(self, number: int, one: Offered, *, is_ticked: bool) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.25))
        box = QCheckBox(self._said(one))
        box.setChecked(is_ticked)
        box.setAccessibleDescription(one.around)
        box.toggled.connect(partial(self._toggled, number))
        self.boxes.append(box)
        column.addWidget(box)
        for words in (f"“{one.around}”", self._now(one)):
            line = fields.text(words, "small", wrap=True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setContentsMargins(theme.unit(3), 0, 0, 0)
            column.addWidget(line)
        return made

    def _said(self, one: Offered) -> str:
        parts = [_value(name, value) for name, value in one.values]
        if one.on_oxygen is not Answer.UNKNOWN:
            parts.append(_answer(one.on_oxygen))
        return labels.listed(parts)

    def _now(self, one: Offered) -> str:
        """What the strip says of the same."""
        known = [
            _value(name, getattr(self._vitals, name))
            for name, _ in one.values
            if is_known(getattr(self._vitals, name))
        ]
        if not known:
            return self.tr("In the strip: unknown")
        return self.tr("In the strip: {values}").format(values=labels.listed(known))

    def _toggled(self, number: int, is_on: bool) -> None:
        own = self._offers[number].fields
        for other, box in enumerate(self.boxes):
            if is_on and other != number and own & self._offers[other].fields:
                box.setChecked(False)
        self._settle()

    def _settle(self) -> None:
        self.accept_button.setEnabled(any(box.isChecked() for box in self.boxes))


def _value(name: str, value: float) -> str:
    return f"{labels.label(f'vital.{name}')} {shown(value)} {unit(name)}".rstrip()


def _answer(answer: Answer) -> str:
    return f"{labels.label('vital.on_oxygen')}: {labels.label(f'answer.{answer.value}')}"
