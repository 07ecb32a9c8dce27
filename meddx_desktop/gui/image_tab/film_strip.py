"""The films of a case as a row of small pictures, each with its state."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.correction import Correction, done
from meddx_desktop.core.domain.imaging import Instance
from meddx_desktop.core.jobs import JobContext, JobRunner
from meddx_desktop.core.operations import Application, images
from meddx_desktop.gui import corrected, icons, labels, theme
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.image_tab.viewer import FILM_GROUND

_PIXELS = 160
_SIDE = 8
"""Of a small picture, in steps of the grid."""
_STATES = {
    0: ("ban", "warning", "call.refused"),
    1: ("circle-alert", "danger", "call.positive"),
    2: ("circle-help", "warning", "call.not_sure"),
    3: ("circle-check", "muted", "call.negative"),
    4: ("clock", "accent", "state.screening"),
    5: ("eye-off", "accent", "call.read_first"),
}
"""By `FilmEntry.risk`, and 5 for what waits for an own reading: icon, tone and word together."""
_TELLING, _UNREAD = (1, 2, 3), 5
_UID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Look:
    """What an item shows, to leave alone what did not change."""

    words: str
    risk: int
    has_picture: bool
    corrected: str


class FilmStrip(QListWidget):
    """One item per film; choosing one asks for it."""

    film_chosen = Signal(str)

    def __init__(self, app: Application, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmStrip")
        self.setAccessibleName(self.tr("Films of this case"))
        self._app = app
        self._runner = runner
        self._pictures: dict[str, QPixmap | None] = {}
        self._looks: dict[str, _Look] = {}
        self._case: Case | None = None
        self._is_blind = False
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSpacing(theme.unit(0.5))
        self.setIconSize(QSize(theme.unit(_SIDE), theme.unit(_SIDE)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cell = QSize()
        self._fit_lines(2)
        self.currentItemChanged.connect(self._chosen)
        self.hide()

    def show_case(self, case: Case | None, uid: str, *, is_blind: bool = False) -> None:
        """List the films of a case and mark the selected one; hidden for less than two."""
        self._case, self._is_blind = case, is_blind
        films = case.films if case else ()
        self._fit_lines(3 if any(film.correction for film in films) else 2)
        self.blockSignals(True)
        if [film.instance.sop_instance_uid for film in films] != self._uids():
            self._fill(films)
        for row, film in enumerate(films):
            self._dress(self.item(row), film, row + 1)
            if film.instance.sop_instance_uid == uid:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.setVisible(len(films) > 1)
        if len(films) > 1:
            self._fetch(case.case_id if case else "", films)

    def _fit_lines(self, lines: int) -> None:
        """Room for so many lines of words beside the small pictures."""
        high = QFontMetrics(theme.font()).lineSpacing() * lines + theme.unit()
        cell = QSize(theme.unit(24), max(theme.unit(9), high))
        if cell != self._cell:
            self._cell = cell
            self.setFixedHeight(cell.height() + theme.unit(3.5))
            for row in range(self.count()):
                self.item(row).setSizeHint(cell)

    def _uids(self) -> list[str]:
        return [self.item(row).data(_UID) for row in range(self.count())]

    def _fill(self, films: tuple[FilmEntry, ...]) -> None:
        self.clear()
        self._looks.clear()
        for film in films:
            item = QListWidgetItem()
            item.setData(_UID, film.instance.sop_instance_uid)
            item.setSizeHint(self._cell)
            self.addItem(item)

    def _dress(self, item: QListWidgetItem, film: FilmEntry, number: int) -> None:
        instance, risk = film.instance, film.risk[0]
        if self._is_blind and risk in _TELLING:
            risk = _UNREAD
        picture = self._pictures.get(instance.sha256)
        _, _, word = _STATES[risk]
        kind = instance.view.value or instance.modality
        name = self.tr("Film {number}").format(number=number) + (f" · {kind}" if kind else "")
        mark = f"\n{corrected.short(film.correction)}" if film.correction else ""
        words = f"{name}\n{labels.label(word)}{mark}"
        look = _Look(words, risk, picture is not None, done(film.correction))
        if self._looks.get(instance.sop_instance_uid) == look:
            return
        self._looks[instance.sop_instance_uid] = look
        item.setText(look.words)
        told = f"\n{corrected.whole(film.correction)}" if film.correction else ""
        item.setToolTip(labels.film(instance) + told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, look.words.replace("\n", ", "))
        dressed = self._with_signs(picture, risk, film.correction)
        icon = QIcon(dressed)
        icon.addPixmap(dressed, QIcon.Mode.Selected)
        item.setIcon(icon)

    def _with_signs(
        self, picture: QPixmap | None, risk: int, correction: Correction | None
    ) -> QPixmap:
        """The small picture on black, as it stands: its state in one corner, its mark below."""
        if picture is not None and correction is not None:
            picture = _standing(picture, correction)
        side = theme.unit(_SIDE)
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(side * ratio), round(side * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(FILM_GROUND)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if picture is not None:
            size = picture.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
            corner = QPoint((side - size.width()) // 2, (side - size.height()) // 2)
            painter.drawPixmap(corner.x(), corner.y(), size.width(), size.height(), picture)
        sign, inset = theme.unit(2.5), theme.unit(0.25)
        name, tone, _ = _STATES[risk]
        signs = [(side - sign, name, tone)]
        if correction is not None:
            signs.append((0, corrected.icon(correction), "warning"))
        for left, name, tone in signs:
            painter.fillRect(left, side - sign, sign, sign, theme.tone("panel"))
            drawn = icons.pixmap(name, tone, theme.unit(2))
            painter.drawPixmap(left + inset, side - sign + inset, drawn)
        painter.end()
        return made

    def _fetch(self, case_id: str, films: tuple[FilmEntry, ...]) -> None:
        for film in films:
            instance = film.instance
            if instance.sha256 not in self._pictures:
                self._pictures[instance.sha256] = None
                self._submit(case_id, instance)

    def _submit(self, case_id: str, instance: Instance) -> None:
        def arrived(levels: NDArray[np.uint8]) -> None:
            self._pictures[instance.sha256] = QPixmap.fromImage(image_of(levels).copy())
            if self._case is not None:
                self._redress(self._case)

        self._runner.submit(
            self.tr("Small pictures"),
            lambda context: _thumbnail(self._app, case_id, instance, context),
            on_result=arrived,
        )

    def _redress(self, case: Case) -> None:
        for row, film in enumerate(case.films[: self.count()]):
            self._dress(self.item(row), film, row + 1)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.film_chosen.emit(item.data(_UID))


def _standing(picture: QPixmap, correction: Correction) -> QPixmap:
    """A small picture of the stored film as it stands upright."""
    image = picture.toImage()
    if correction.inverted:
        image.invertPixels(QImage.InvertMode.InvertRgb)
    return QPixmap.fromImage(image.transformed(QTransform().rotate(correction.turned_clockwise)))


def _thumbnail(
    app: Application, case_id: str, instance: Instance, context: JobContext
) -> NDArray[np.uint8]:
    """The first frame, small and without bars: (rows, columns) grey or (rows, columns, 3) RGB."""
    film = images.open_stored(app, case_id, instance)
    context.checkpoint()
    frame = film.frame(0)
    share = min(1.0, _PIXELS / max(frame.rows, frame.columns))
    width, height = max(1, round(frame.columns * share)), max(1, round(frame.rows * share))
    view = images.Viewport.fit(frame.rows, frame.columns, width=width, height=height)
    return np.ascontiguousarray(images.Renderer(frame).render(view))
