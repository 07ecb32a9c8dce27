"""The pages of a sheet as they are printed, for looking at where each of them ends."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintPreviewWidget


class PageView(QWidget):
    """Drawn by what prints; made when it is first looked at, for no start needs a printer."""

    def __init__(self, draw: Callable[[QPagedPaintDevice], None]) -> None:
        super().__init__()
        self._draw = draw
        self._preview: QPrintPreviewWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def count(self) -> int:
        """How many pages there are; none before they were looked at."""
        return self._preview.pageCount() if self._preview is not None else 0

    def renew(self) -> None:
        """Draw the pages anew, if anybody looks at them."""
        if not self.isVisible():
            return
        if self._preview is None:
            self._preview = self._made()
            self._column.addWidget(self._preview)
        self._preview.updatePreview()

    def _made(self) -> "QPrintPreviewWidget":
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

        # On no printer: how a page looks must not hang on which one is there.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made = QPrintPreviewWidget(self._printer)
        made.setAccessibleName(self.tr("Pages of the sheet"))
        made.fitToWidth()
        made.paintRequested.connect(self._draw)
        return made
