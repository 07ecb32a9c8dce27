"""The verdict on the film that just came into the watched folder, large enough for a busy room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meddx_desktop.core.operations.watching import Advice
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.watch import FolderWatch
from meddx_desktop.gui.widgets import fields

_SIGNS = {
    Advice.KEEP: ("circle-check", "good"),
    Advice.KEEP_UNSCORED: ("circle-alert", "warning"),
    Advice.REPEAT: ("rotate-ccw", "danger"),
}


class WatchPanel(QFrame):
    """Hidden while no folder is watched."""

    show_case_wanted = Signal(str)

    def __init__(self, watch: FolderWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._watch = watch
        self._picture = QLabel()
        self._word = fields.text("", "large")
        self._reason = fields.text("", wrap=True)
        self._folder = fields.ElidedLabel("", "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._word)
        words.addWidget(self._reason)
        words.addWidget(self._folder)
        self._open = fields.button(self.tr("Open case"), "link")
        self._open.clicked.connect(lambda: self.show_case_wanted.emit(watch.case_id))
        stop = fields.button(self.tr("Stop watching"), "quiet")
        stop.clicked.connect(watch.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(), theme.unit())
        row.setSpacing(theme.unit(2))
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        row.addWidget(stop)
        watch.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        watch = self._watch
        self.setVisible(watch.folder is not None)
        if watch.folder is None:
            return
        icon, tone, word, reason = self._sign()
        self._picture.setPixmap(icons.pixmap(icon, tone, theme.unit(4)))
        self._word.setText(word)
        fields.set_property(self._word, "tone", "" if tone == "muted" else tone)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._folder.setText(self._place())
        self._open.setVisible(bool(watch.case_id))
        self.setAccessibleName(f"{word}. {reason}")

    def _place(self) -> str:
        folder = self._watch.folder
        name = folder.name if folder else ""
        words = self.tr("Watched folder: {name}").format(name=name)
        return f"{self._watch.film}   {words}" if self._watch.film else words

    def _sign(self) -> tuple[str, str, str, str]:
        """Icon, tone, word and reason for what is known now."""
        watch = self._watch
        if watch.failure is not None:
            return "rotate-ccw", "danger", self.tr("Send again"), labels.error(watch.failure)
        if watch.verdict is None:
            word = self.tr("Looking at the film") if watch.film else self.tr("Waiting for films")
            return ("loader" if watch.film else "eye"), "muted", word, ""
        icon, tone = _SIGNS[watch.verdict.advice]
        word = {
            Advice.KEEP: self.tr("Keep"),
            Advice.KEEP_UNSCORED: self.tr("Keep; no score"),
            Advice.REPEAT: self.tr("Repeat"),
        }[watch.verdict.advice]
        return icon, tone, word, " ".join(labels.reason(r) for r in watch.verdict.reasons)
