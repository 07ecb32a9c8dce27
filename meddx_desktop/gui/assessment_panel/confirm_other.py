"""A condition that the program says nothing of, confirmed by a clinician all the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from meddx_desktop.core.operations.assessment_site import Known
from meddx_desktop.gui import theme
from meddx_desktop.gui.assessment_panel import said
from meddx_desktop.gui.widgets import fields


class ConfirmOther(QWidget):
    """A list and a button; the program's silence excludes nothing."""

    confirm_wanted = Signal(str, str)
    """Key, and an empty word: the assessment put it nowhere."""

    def __init__(self, known: tuple[Known, ...], *, barred: str = "") -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.addItem(self.tr("Choose a condition"), "")
        for one in known:
            self.box.addItem(said.title(one.title), one.key)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setAccessibleName(self.tr("Another condition"))
        self.confirm = fields.button(self.tr("Confirm"), "decision", "check")
        self.confirm.setToolTip(barred)
        self._barred = barred
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), 0, theme.unit(2), 0)
        column.setSpacing(theme.unit(0.5))
        column.addWidget(self.box)
        column.addWidget(self.confirm)
        self.box.currentIndexChanged.connect(self._enable)
        self.confirm.clicked.connect(
            lambda _on=False: self.confirm_wanted.emit(str(self.box.currentData()), "")
        )
        self._enable()

    def _enable(self) -> None:
        self.box.setEnabled(not self._barred)
        self.confirm.setEnabled(bool(self.box.currentData()) and not self._barred)
