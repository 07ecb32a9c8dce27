"""The user guide, page by page, from files that came with the program."""

import re

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui import theme
from meddx_desktop.gui.dialogs.frame import Dialog

GUIDE = RESOURCES / "guide"
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_LINE_PERCENT = 130.0
_WIDEST_TITLES = 280


def pages(language: str) -> tuple[tuple[str, str], ...]:
    """Title and Markdown of each page; the English ones where a language has none."""
    path = GUIDE / f"{language}.md"
    text = (path if path.is_file() else GUIDE / "en.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return tuple(zip(parts[::2], (body.strip() for body in parts[1::2]), strict=True))


class Page(QTextBrowser):
    """A page whose pictures are as wide as it is, and no wider than they were drawn."""

    width_changed = Signal()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture in the width that there is; nothing but the guide's own pictures."""
        path = GUIDE / (name.path() if isinstance(name, QUrl) else name)
        if kind != _IMAGE or path.parent != GUIDE / "pictures":
            return None
        picture = QImage(str(path))
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are fitted anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.width_changed.emit()


class GuideDialog(Dialog):
    """Titles beside the page; it stays open while the window is worked in."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("User guide"), parent)
        self.setModal(False)
        self._pages = pages(language)
        self.titles = QListWidget()
        self.titles.setAccessibleName(self.tr("Pages of the guide"))
        self.titles.addItems([title for title, _ in self._pages])
        self.titles.setWordWrap(True)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.setSpacing(theme.unit(0.5))
        self.titles.setFixedWidth(min(theme.unit(28), _WIDEST_TITLES))
        self.page = Page()
        # Always there: one that comes and goes would change the width, and the pictures with it.
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.page.setOpenLinks(False)
        self.page.width_changed.connect(lambda: self._show(self.titles.currentRow()))
        beside = QHBoxLayout()
        beside.setSpacing(theme.unit(2))
        beside.addWidget(self.titles)
        beside.addWidget(self.page, 1)
        self.body.addLayout(beside)
        self.add_close(self.tr("Close"))
        self.titles.currentRowChanged.connect(self._show)
        self.titles.setCurrentRow(0)
        self.resize(theme.unit(128), theme.unit(88))

    @classmethod
    def beside(cls, window: QWidget) -> "GuideDialog":
        """Show the one guide that belongs to `window`, in the language that is spoken."""
        guide = window.findChild(cls) or cls(QLocale().name(), window)
        guide.show()
        guide.raise_()
        return guide

    def _show(self, row: int) -> None:
        title, text = self._pages[row]
        document = self.page.document()
        document.clear()
        document.setMarkdown(f"## {title}\n\n{text}", _FEATURES)
        block = document.begin()
        while block.isValid():
            QTextCursor(block).mergeBlockFormat(_spaced(has_picture=_OBJECT in block.text()))
            block = block.next()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)


def _spaced(*, has_picture: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(theme.unit())
    if not has_picture:
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        made.setLineHeight(_LINE_PERCENT, proportional)
    return made


_IMAGE = QTextDocument.ResourceType.ImageResource.value
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectCommonMark


def pictures(language: str) -> tuple[str, ...]:
    """The pictures that a language's guide shows, by their paths in its folder."""
    return tuple(name for _, text in pages(language) for name in _PICTURE.findall(text))
