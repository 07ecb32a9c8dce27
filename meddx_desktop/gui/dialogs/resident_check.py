"""What the resident number in the ID field says, beside birth date and sex; it never blocks."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.resident_id import ResidentId, doubts, looks_like
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields


class ResidentCheck(QWidget):
    """Warns where number and entries disagree, and offers to take both from the number."""

    taken = Signal(object, object)
    """Birth date and `Sex` as the number has them."""

    def __init__(self) -> None:
        super().__init__()
        self._found: ResidentId | None = None
        self.words = fields.text("", wrap=True, tone="warning")
        self.take = fields.button(self.tr("Take birth date and sex from the number"), "link")
        self.take.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(self.words)
        column.addWidget(self.take)
        self.hide()

    def look(self, number: str, *, birth_date: date | None, sex: Sex) -> None:
        """Compare anew; hidden for an ID of another kind, and where all is said and agrees."""
        self._found = _read(number)
        told = doubts(number, birth_date=birth_date, sex=sex)
        self.words.setText("\n".join(labels.reason(reason) for reason in told))
        self.words.setVisible(bool(told))
        found = self._found
        differs = found is not None and (birth_date, sex) != (found.birth_date, found.sex)
        self.take.setVisible(differs)
        self.setVisible(bool(told) or differs)

    def _take(self) -> None:
        if self._found is not None:
            self.taken.emit(self._found.birth_date, self._found.sex)


def _read(number: str) -> ResidentId | None:
    try:
        return ResidentId.parse(number) if looks_like(number) else None
    except InvalidEntry:
        return None
