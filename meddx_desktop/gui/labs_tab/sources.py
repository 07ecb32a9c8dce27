"""Where results come from: chosen or dropped files, and pasted text."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from meddx_desktop.core.operations import paper
from meddx_desktop.gui.case_session import CaseSession
from meddx_desktop.gui.dialogs.labs_import import ImportDialog
from meddx_desktop.gui.dialogs.labs_imports import ImportsDialog
from meddx_desktop.gui.dialogs.paper_import import PaperImportDialog
from meddx_desktop.gui.files import local_paths

_FILES = (".hl7", ".oru", ".json", ".ndjson", ".csv", ".tsv", ".xlsx", ".xls", ".txt")
_DROPPED = (*_FILES, ".pdf")
"""A dropped picture may be a film: the window asks which."""


class Sources(QObject):
    """One import after the other, each looked at by itself."""

    def __init__(self, session: CaseSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent = session, parent

    def takes(self, mime: QMimeData) -> bool:
        """Whether a drop holds files of results, and may be brought in."""
        paths = local_paths(mime)
        may = self._session.case is not None and not self._session.is_read_only
        return may and bool(paths) and all(one.suffix.lower() in _DROPPED for one in paths)

    def choose(self) -> None:
        """Ask for files."""
        patterns = " ".join(f"*{ending}" for ending in _FILES)
        kinds = self.tr("Results ({patterns})").format(patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            self.tr("Import results"),
            filter=f"{kinds};;{self.tr('All files')} (*)",
        )
        self.open([Path(name) for name in names])

    def open_soon(self, paths: list[Path]) -> None:
        """After the drop has ended: a dialog inside it would hold the other program."""
        QTimer.singleShot(0, self, lambda: self.open(paths))

    def open(self, sources: list[Path]) -> None:
        """Look at each, as long as the case stays open."""
        case_id = self._session.case_id
        for source in sources:
            if not self._session.is_open(case_id) or self._session.is_read_only:
                return
            is_paper = source.suffix.lower() in paper.ENDINGS
            kind = PaperImportDialog if is_paper else ImportDialog
            kind(self._session, source, self._parent).exec()

    def choose_paper(self) -> None:
        """Ask for photographs or scans of a report."""
        patterns = " ".join(f"*{ending}" for ending in paper.ENDINGS)
        kinds = self.tr("Photographs and scans ({patterns})").format(patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(
            self._parent, self.tr("Read a paper report"), filter=kinds
        )
        self.open([Path(name) for name in names])

    def paste(self) -> None:
        """The text of the clipboard, read as a report."""
        text = QGuiApplication.clipboard().text()
        if text.strip() and self._session.case is not None and not self._session.is_read_only:
            ImportDialog(self._session, text, self._parent).exec()

    def list(self) -> None:
        """What was imported so far."""
        if self._session.case is not None:
            ImportsDialog(self._session, self._parent).exec()
