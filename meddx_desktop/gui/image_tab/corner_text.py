"""Who and what is on the screen, in the four corners of the film, as every reading room has it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.imaging import PixelSpacing
from meddx_desktop.core.operations.images import Voi, Window
from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.image_tab.corner_lines import (
    Corners,
    Detail,
    Lines,
    broken,
    drawn,
    elided,
)
from meddx_desktop.gui.image_tab.viewer import FilmViewer

_TINY = 0.8
_LEAST_BAR = 8
"""A bar narrower than this, in steps of the grid, holds no text."""


class CornerText(QWidget):
    """Lies over the viewer, lets the mouse through, and redraws a corner only when it changed."""

    def __init__(self, viewer: FilmViewer) -> None:
        super().__init__(viewer)
        self.setObjectName("cornerText")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._viewer = viewer
        self._case: Case | None = None
        self._entry: FilmEntry | None = None
        self.detail = Detail.FULL
        self._tiny = False
        self._room = (0, 0)
        self._drawn: dict[tuple[Lines, bool, int, bool, tuple[int, int]], QPixmap] = {}
        viewer.view_changed.connect(self.update)
        viewer.voi_changed.connect(self.update)

    def show_film(self, case: Case | None, entry: FilmEntry | None) -> None:
        """Whose film it is; shown only while the viewer has its picture."""
        self._case, self._entry = case, entry
        self.update()

    @property
    def corners(self) -> Corners:
        """What there is to say now; nothing without a picture."""
        picture, case, entry = self._viewer.picture, self._case, self._entry
        if self.isHidden() or picture is None or case is None or entry is None:
            return Corners()
        if picture.key.uid != entry.instance.sop_instance_uid:
            return Corners()
        return Corners(
            self._person(case, entry),
            self._study(entry, picture.key.frame),
            self._view(self._viewer.voi),
            self._size(entry),
        )

    @property
    def shown(self) -> Corners:
        """What stands in the corners now."""
        return self.fitted.at(self.detail)

    @property
    def fitted(self) -> Corners:
        """The lines, broken to stand in the bars beside the film and not on its side marker.

        Where there is no bar, above or beside, they lie on the film in small letters.
        """
        said = self.corners
        self._tiny = False
        self._room = (0, 0)
        if self._clears(said):
            return said
        left, right = self._bars()
        self._tiny = not self._breaks(said, left, right)
        if min(left, right) < theme.unit(_LEAST_BAR):
            self._tiny = True
            return said
        self._room = (left, right)
        return Corners(
            self._broken(said.top_left, left),
            self._broken(said.top_right, right),
            self._broken(said.bottom_left, left),
            self._broken(said.bottom_right, right),
        )

    def _edges(self) -> QRectF:
        """The film in the viewer, in its own pixels."""
        state, ratio = self._viewer.state, self.devicePixelRatioF()
        first, last = state.to_screen((0, 0)), state.to_screen((state.columns, state.rows))
        a, b = (QPointF(x / ratio, y / ratio) for x, y in (first, last))
        return QRectF(a, b).normalized()

    def _bars(self) -> tuple[int, int]:
        """How much is free left and right of the film."""
        film = self._edges()
        return max(0, int(film.left())), max(0, int(self.width() - film.right()))

    def _clears(self, said: Corners) -> bool:
        """Whether the whole text lies beside the film as it is."""
        film = self._edges()
        return not any(film.intersects(QRectF(area)) for area in self.areas(said))

    def _breaks(self, said: Corners, left: int, right: int) -> bool:
        """Whether every single word finds room in the bars."""
        metrics = QFontMetricsF(self._font)
        sides = ((said.top_left + said.bottom_left, left), (said.top_right, right))
        return all(
            metrics.horizontalAdvance(word) <= bar - theme.unit(1.5)
            for lines, bar in (*sides, (said.bottom_right, right))
            for line in lines
            for word in line.split()
        )

    def _broken(self, lines: Lines, bar: int) -> Lines:
        """Lines of words that fit the bar."""
        return broken(lines, QFontMetricsF(self._font), bar - theme.unit(1.5))

    def set_detail(self, detail: Detail) -> None:
        """Say more or less."""
        if detail is not self.detail:
            self.detail = detail
            self.update()

    def areas(self, shown: Corners) -> list[QRect]:
        """Where these lines stand, with their margins; empty corners have no area."""
        right, below = self.width(), self.height()
        places = (
            (shown.top_left, False, False),
            (shown.top_right, True, False),
            (shown.bottom_left, False, True),
            (shown.bottom_right, True, True),
        )
        areas = []
        for lines, at_right, at_bottom in places:
            if lines:
                width, height = self.width_of(lines), self.height_of(lines)
                x, y = right - width if at_right else 0, below - height if at_bottom else 0
                areas.append(QRect(x, y, width, height))
        return areas

    def height_of(self, *corners: Lines) -> int:
        """How high the highest of these corners is, with its margins."""
        lines = max((len(corner) for corner in corners), default=0)
        return theme.unit(2) + round(lines * QFontMetricsF(self._font).lineSpacing())

    def width_of(self, *corners: Lines) -> int:
        """How wide the widest of these corners is, with its margins."""
        metrics = QFontMetricsF(self._font)
        widest = max((metrics.horizontalAdvance(line) for c in corners for line in c), default=0)
        room = max(self._room) - theme.unit(1.5) if any(self._room) else self.width() // 2
        return theme.unit(2) + min(round(widest), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the four corners."""
        corners = self.shown
        painter = QPainter(self)
        self._paint_corner(painter, corners.top_left, right=False, bottom=False)
        self._paint_corner(painter, corners.top_right, right=True, bottom=False)
        self._paint_corner(painter, corners.bottom_left, right=False, bottom=True)
        self._paint_corner(painter, corners.bottom_right, right=True, bottom=True)
        painter.end()

    # The words

    def _person(self, case: Case, entry: FilmEntry) -> Lines:
        """The film's own identity, filled up from the case where the film is silent."""
        film, typed = entry.study.patient, case.patient
        born = film.birth_date or typed.birth_date
        years = entry.study.age or entry.stated.age or case.age
        sex = film.sex or entry.stated.sex or typed.sex
        name = labels.plain(film.name.shown or typed.name.shown) or self.tr("No name")
        number = labels.id_masked(film.patient_id or typed.patient_id) or self.tr("No ID")
        facts = (
            born.isoformat() if born else self.tr("Birth date unknown"),
            labels.age(years),
            labels.label(f"sex.{sex.value}"),
        )
        return (name, number, " · ".join(facts))

    def _study(self, entry: FilmEntry, frame: int) -> Lines:
        instance, study = entry.instance, entry.study
        day = study.date.isoformat() if study.date else self.tr("Date unknown")
        kind = " · ".join(part for part in (instance.modality, instance.view.value) if part)
        place = ""
        if instance.frames > 1:
            place = self.tr("Frame {number}/{count}").format(number=frame, count=instance.frames)
        return tuple(line for line in (day, kind, place) if line)

    def _view(self, voi: Voi | None) -> Lines:
        zoom = self.tr("Zoom {percent} %").format(percent=round(self._viewer.state.scale * 100))
        picture = self._viewer.picture
        if voi is None or (picture is not None and picture.frame.is_color):
            return (self.tr("Colour picture"), zoom)
        if not isinstance(voi, Window):
            return (voi.label or self.tr("Grey table of the file"), zoom)
        values = self.tr("W {width}  L {level}").format(
            width=_number(voi.width, voi.width), level=_number(voi.center, voi.width)
        )
        function = {"SIGMOID": self.tr("Sigmoid")}.get(voi.function, self.tr("Linear"))
        return (values, f"{zoom} · {function}")

    def _size(self, entry: FilmEntry) -> Lines:
        instance = entry.instance
        sideways = entry.correction is not None and entry.correction.quarter_turns % 2 == 1
        across, down = (instance.columns, instance.rows)[:: -1 if sideways else 1]
        size = f"{across} × {down}"
        spacing = self._spacing(instance.spacing, sideways=sideways)
        return (spacing, size) if spacing else (size,)

    def _spacing(self, spacing: PixelSpacing | None, *, sideways: bool = False) -> str:
        """Millimetres only where the file gives them, across the film as it stands."""
        if spacing is None:
            return ""
        words = {
            "ImagerPixelSpacing": self.tr("{mm} mm/px at the detector"),
            "NominalScannedPixelSpacing": self.tr("{mm} mm/px of the scanned film"),
        }.get(spacing.origin, self.tr("{mm} mm/px"))
        return words.format(mm=f"{spacing.row if sideways else spacing.column:.3f}")

    # The drawing

    @property
    def _font(self) -> QFont:
        made = QFont(theme.font("small"))
        if self._tiny:
            made.setPointSizeF(made.pointSizeF() * _TINY)
        return made

    def _paint_corner(self, painter: QPainter, lines: Lines, *, right: bool, bottom: bool) -> None:
        if not lines:
            return
        drawn = self._block(lines, right=right)
        size = drawn.deviceIndependentSize()
        edge = theme.unit()
        x = self.width() - size.width() - edge if right else edge
        y = self.height() - size.height() - edge if bottom else edge
        painter.drawPixmap(QPointF(x, y), drawn)

    def _block(self, lines: Lines, *, right: bool) -> QPixmap:
        key = (lines, right, self.width(), self._tiny, self._room)
        if key not in self._drawn:
            if len(self._drawn) > 16:
                self._drawn.clear()
            self._drawn[key] = self._draw(lines, right=right)
        return self._drawn[key]

    def _draw(self, lines: Lines, *, right: bool) -> QPixmap:
        """The lines of one corner, cut where the room ends."""
        font = self._font
        bar = self._room[1 if right else 0]
        room = (bar or self.width() / 2) - theme.unit(1.5)
        shown = elided(lines, QFontMetricsF(font), room)
        return drawn(shown, font, self.devicePixelRatioF(), right=right)


def _number(value: float, scale: float) -> str:
    """As many digits as a window of this width calls for."""
    if scale >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if scale >= 1 else f"{value:.4g}"
