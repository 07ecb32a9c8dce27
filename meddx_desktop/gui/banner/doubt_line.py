"""One line under the vital signs: what was kept and can hardly be right."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.operations.vital_doubts import vital_doubts
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.widgets import fields


class DoubtLine(QWidget):
    """In sight as long as the doubt lasts, whether the fields are folded or not."""

    def __init__(self, inputs: Mapping[str, QWidget]) -> None:
        super().__init__()
        self.words = ""
        self._inputs = inputs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.unit(), 0, 0, 0)
        self.hide()

    def show_of(self, case: Case | None) -> None:
        """Tell what is doubtful in this case, and mark its fields."""
        doubts = vital_doubts(case) if case is not None else {}
        words = {name: labels.reason(one) for name, one in doubts.items()}
        for name, why in words.items():
            place = self._inputs[name]
            if isinstance(place, fields.LineEdit):
                place.set_invalid(why)
        self._tell("\n".join(words.values()))

    def _tell(self, words: str) -> None:
        if words == self.words:
            return
        self.words = words
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if words:
            self._column.addWidget(fields.sign("triangle-alert", words, "warning"))
        self.setVisible(bool(words))
