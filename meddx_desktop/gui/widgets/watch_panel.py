"""The verdicts on the films that come into the watched folder, large enough for a busy room."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from meddx_desktop.core.operations.watching import Advice
from meddx_desktop.gui import icons, labels, theme
from meddx_desktop.gui.watch import FolderWatch, Judged
from meddx_desktop.gui.widgets import fields, marks
from meddx_desktop.gui.widgets.short_area import ShortArea

_SIGNS = {
    Advice.KEEP: ("image", "muted"),
    Advice.KEEP_UNSCORED: ("circle-alert", "warning"),
    Advice.REPEAT: ("rotate-ccw", "danger"),
}
_WORRYING = (1, 2)
"""Ranks of "above threshold" and "not sure": somebody has to look at such a film now."""
_SHARE = 0.15


class WatchPanel(QFrame):
    """The newest verdict large, those before it below; hidden while no folder is watched."""

    show_case_wanted = Signal(str)

    def __init__(self, watch: FolderWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._watch = watch
        self._picture = QLabel()
        self._word = fields.text("", "large")
        self._reason = fields.text("", wrap=True)
        self._folder = fields.ElidedLabel("", "small", Qt.TextElideMode.ElideMiddle)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._word)
        words.addWidget(self._reason)
        words.addWidget(self._folder)
        self.call = fields.button("", "link")
        self.call.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        self.call.clicked.connect(lambda: self.show_case_wanted.emit(watch.case_id))
        stop = fields.button(self.tr("Stop watching"), "quiet")
        stop.clicked.connect(watch.stop)
        row = QHBoxLayout()
        row.setSpacing(theme.unit(2))
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self.call)
        row.addWidget(stop)
        self.earlier = QWidget()
        self._lines = QVBoxLayout(self.earlier)
        self._lines.setContentsMargins(theme.unit(6), 0, 0, 0)
        self._lines.setSpacing(0)
        self._area = ShortArea(self.earlier, "watchArea")
        self._area.needs_fit.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.unit(2), theme.unit(), theme.unit(), theme.unit())
        column.setSpacing(theme.unit(0.5))
        column.addLayout(row)
        column.addWidget(self._area)
        watch.changed.connect(self._refresh)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The film keeps its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._area.fit(round(self.window().height() * _SHARE))

    def _refresh(self) -> None:
        watch = self._watch
        self.setVisible(watch.folder is not None)
        if watch.folder is None:
            return
        judged = list(watch.judged)
        newest = judged.pop(0) if judged and (watch.verdict or watch.failure) else None
        if newest is None:
            self._show_waiting()
        else:
            self._show_newest(newest)
        self._folder.setText(self._place(newest))
        self._show_earlier(judged)
        self.setAccessibleName(f"{self._word.text()}. {self.call.text()} {self._reason.text()}")

    def _show_waiting(self) -> None:
        looking = bool(self._watch.film)
        words = self.tr("Looking at the film") if looking else self.tr("Waiting for films")
        self._show_sign("loader" if looking else "eye", "muted", words, "")
        self.call.setText(self.tr("Open case"))
        self.call.setVisible(bool(self._watch.case_id))
        fields.set_property(self.call, "tone", "")

    def _show_newest(self, judged: Judged) -> None:
        icon, tone = self._tone(judged)
        self._show_sign(icon, tone, self._verdict(judged), self._why(judged))
        mark = marks.of_risk(judged.risk)
        worrying = self._is_worrying(judged)
        words = self.tr("{call}: open the case").format(call=mark.word)
        self.call.setText(words if worrying else self.tr("Open case"))
        self.call.setIcon(icons.icon(mark.icon, mark.tone) if worrying else icons.icon("image"))
        fields.set_property(self.call, "tone", mark.tone if worrying else "")
        self.call.setVisible(bool(judged.case_id))

    def _show_sign(self, icon: str, tone: str, words: str, why: str) -> None:
        self._picture.setPixmap(icons.pixmap(icon, tone, theme.unit(4)))
        self._word.setText(words)
        fields.set_property(self._word, "tone", "" if tone == "muted" else tone)
        self._reason.setText(why)
        self._reason.setVisible(bool(why))

    def _show_earlier(self, judged: list[Judged]) -> None:
        while (old := self._lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in judged:
            self._lines.addWidget(self._line(one))
        self._area.setVisible(bool(judged))
        self._fit()

    def _line(self, judged: Judged) -> QWidget:
        """Time, film, verdict and call of an earlier film; a click opens its case."""
        mark, worrying = marks.of_risk(judged.risk), self._is_worrying(judged)
        icon, tone = (mark.icon, mark.tone) if worrying else self._tone(judged)
        parts = [judged.at.astimezone().strftime("%H:%M"), judged.film, self._verdict(judged)]
        parts += [mark.word] if self._is_scored(judged) else []
        parts += [] if self._is_scored(judged) else [self._why(judged)]
        line = fields.button("   ".join(parts), "banner")
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line.setIconSize(QSize(theme.unit(2), theme.unit(2)))
        line.setIcon(icons.icon(icon, tone))
        fields.set_property(line, "tone", mark.tone if worrying else "")
        line.setToolTip(self._why(judged))
        line.setEnabled(bool(judged.case_id))
        line.clicked.connect(lambda: self.show_case_wanted.emit(judged.case_id))
        return line

    def _place(self, judged: Judged | None) -> str:
        folder = self._watch.folder
        name = folder.name if folder else ""
        words = self.tr("Watched folder: {name}").format(name=name)
        time = judged.at.astimezone().strftime("%H:%M") if judged else ""
        return "   ".join(part for part in (time, self._watch.film, words) if part)

    @staticmethod
    def _is_scored(judged: Judged) -> bool:
        return judged.verdict is not None and judged.verdict.advice is Advice.KEEP

    def _is_worrying(self, judged: Judged) -> bool:
        """Whatever the picture's quality: such a call is never told in a quiet colour."""
        return judged.verdict is not None and judged.risk[0] in _WORRYING

    @staticmethod
    def _tone(judged: Judged) -> tuple[str, str]:
        if judged.verdict is None:
            return ("rotate-ccw", "danger")
        return _SIGNS[judged.verdict.advice]

    def _verdict(self, judged: Judged) -> str:
        if judged.verdict is None:
            return self.tr("Send again")
        return {
            Advice.KEEP: self.tr("Image usable"),
            Advice.KEEP_UNSCORED: self.tr("Image usable; no score"),
            Advice.REPEAT: self.tr("Repeat"),
        }[judged.verdict.advice]

    def _why(self, judged: Judged) -> str:
        if judged.failure is not None:
            return labels.error(judged.failure)
        told = (
            [labels.reason(reason) for reason in judged.verdict.reasons] if judged.verdict else []
        )
        if self._is_scored(judged) and not self._is_worrying(judged):
            told = [f"{marks.of_risk(judged.risk).word}.", labels.safety("below_threshold")]
        return " ".join(told)
