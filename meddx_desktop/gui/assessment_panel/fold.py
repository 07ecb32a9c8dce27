"""A title that opens to what stands below it, made only when it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meddx_desktop.gui import icons, theme
from meddx_desktop.gui.widgets import fields


class Fold(QWidget):
    """Closed until somebody opens it."""

    turned = Signal(bool)

    def __init__(
        self,
        words: str,
        content: Callable[[], QWidget],
        *,
        is_open: bool = False,
        is_small: bool = False,
    ) -> None:
        super().__init__()
        self._content = content
        self._inside: QWidget | None = None
        self.button = fields.button(words, "legend" if is_small else "quiet")
        self.button.setCheckable(True)
        self.column = QVBoxLayout(self)
        margin = 0 if is_small else theme.unit()
        self.column.setContentsMargins(margin, 0, margin, 0)
        self.column.setSpacing(theme.unit(0.5))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.toggled.connect(self._turn)
        side = theme.unit(1.5 if is_small else 2)
        self.button.setIconSize(QSize(side, side))
        self.button.setIcon(icons.icon("chevron-right"))
        self.button.setChecked(is_open)

    def _turn(self, on: bool) -> None:
        self.button.setIcon(icons.icon("chevron-down" if on else "chevron-right"))
        if on and self._inside is None:
            self._inside = self._content()
            self.column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(on)
        self.turned.emit(on)
