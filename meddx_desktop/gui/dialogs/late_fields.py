"""When something was and whom the sheet names: the fields that every late entry has."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QFormLayout, QVBoxLayout, QWidget

from meddx_desktop.core.domain.late_entry import LONGEST_WHO, Late
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields


class LateFields(QWidget):
    """With `optional` a box stands over them, and they are there only once it is ticked."""

    changed = Signal()

    def __init__(self, *, optional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self.tr("Entered from paper: it was earlier"))
        self.box.setVisible(optional)
        self.box.setChecked(not optional)
        self.when = QDateTimeEdit(QDateTime.currentDateTime())
        self.when.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.when.setCalendarPopup(True)
        self.when.setMaximumDateTime(QDateTime.currentDateTime())
        self.when.setToolTip(labels.solar_date())
        self.who = fields.LineEdit()
        self.who.setMaxLength(LONGEST_WHO)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.unit(2))
        form.setVerticalSpacing(theme.unit())
        for words, part in (
            (self.tr("When it was"), self.when),
            (self.tr("Who did it, as the sheet says"), self.who),
        ):
            form.addRow(words, part)
            part.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit())
        column.addWidget(self.box)
        column.addWidget(self._form)
        self._form.setVisible(not optional)
        self.box.toggled.connect(self._toggle)

    @property
    def late(self) -> Late | None:
        """What was entered; None where it was not on paper."""
        if not self.box.isChecked():
            return None
        chosen = self.when.dateTime().toPython()
        happened = chosen.astimezone() if isinstance(chosen, datetime) else datetime.now()
        return Late(happened.astimezone(), self.who.text())

    def _toggle(self, on: bool) -> None:
        self._form.setVisible(on)
        self.changed.emit()
