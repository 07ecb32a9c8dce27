"""Which code a mention has: those offered with it, or others found by words."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import Coded, Mention
from meddx_desktop.core.operations import Application, notes_codes
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.widgets import fields

_PAUSE_MS = 150
_CODE = Qt.ItemDataRole.UserRole


class CodeDialog(WorkDialog):
    """A list that typing fills anew; nothing is chosen by itself."""

    def __init__(self, app: Application, mention: Mention, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Which code?"), parent)
        self._app, self._mention = app, mention
        self.body.addWidget(fields.text(" ".join(mention.text.split()), "strong", wrap=True))
        self.search = fields.LineEdit()
        self.search.setPlaceholderText(self.tr("Find by words, or type a code such as R50.9"))
        self.search.setAccessibleName(self.tr("Find a code"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Codes"))
        self.list.setWordWrap(True)
        self._none = fields.text("", "muted", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._none)
        self.body.addWidget(self.work)
        hint = self.tr("ICD-10-CM is the edition of the United States.")
        self.body.addWidget(fields.text(hint, "small", wrap=True))
        self._accept = self.add_accept(self.tr("Choose"), self.tr("Cancel"))
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _words: self._later.start())
        self.list.currentItemChanged.connect(self._settle)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self._fill()
        self.resize(theme.unit(64), theme.unit(52))

    @property
    def chosen(self) -> Code | None:
        """The code of the chosen line."""
        item = self.list.currentItem()
        found = item.data(_CODE) if item is not None else None
        return found if isinstance(found, Code) else None

    def _fill(self) -> None:
        """Known words at once; the nearest codes when the model has answered."""
        if self.work.busy:
            self._later.start()
            return
        words = self.search.text().strip()
        self.list.clear()
        self._add(notes_codes.search(words) if words else notes_codes.offered(self._mention))
        asked = words or self._mention.text
        self.work.run(
            self.tr("Looking for codes…"),
            lambda _context: notes_codes.near(self._app, asked),
            self._add_near,
        )

    def _add_near(self, found: tuple[Coded, ...]) -> None:
        self.work.tell("")
        self._add(found)

    def _add(self, found: tuple[Coded, ...]) -> None:
        """Behind what stands there, each code once."""
        known = {self.list.item(place).data(_CODE) for place in range(self.list.count())}
        for one in found:
            if one.code not in known:
                item = QListWidgetItem(self._words(one))
                item.setData(_CODE, one.code)
                self.list.addItem(item)
        words = self.search.text().strip()
        self._none.setVisible(not self.list.count())
        if words:
            self._none.setText(self.tr("No code was found for these words."))
        else:
            self._none.setText(self.tr("No code came with this mention. Find one by words."))
        self._settle()

    def _words(self, one: Coded) -> str:
        scheme = labels.label(f"scheme.{one.code.scheme}")
        words = " · ".join(part for part in (one.code.value, one.code.meaning, scheme) if part)
        if one.score < 1:
            words += " · " + self.tr("likeness {score} %").format(score=round(one.score * 100))
        return words

    def _settle(self) -> None:
        self._accept.setEnabled(self.chosen is not None)
