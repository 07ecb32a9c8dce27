"""Places badges, texts and legend over the viewer so that none covers another."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.image_tab.badges import AlteredBadge, CorrectedBadge, SignBadge
from meddx_desktop.gui.image_tab.corner_lines import Corners, Detail
from meddx_desktop.gui.image_tab.corner_text import CornerText
from meddx_desktop.gui.image_tab.heat_legend import HeatLegend
from meddx_desktop.gui.image_tab.viewer import FilmViewer

_ROOM_FOR_LEGEND = 50
"""Below this height, in steps of the grid, the legend shrinks."""
_ROOM_ABOVE = 60
"""Below this height the legend stays at the foot, and corner texts beside it go."""


class Overlays(QObject):
    """Owns what lies over the film, and keeps it in place."""

    def __init__(self, viewer: FilmViewer, opacity: float) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.corners = CornerText(viewer)
        self.corrected = CorrectedBadge(viewer)
        self.altered = AlteredBadge(viewer)
        self.processing = SignBadge(
            "triangle-alert",
            self.tr("Raw detector data, not for reading"),
            "warning",
            tip=labels.sentence("for_processing"),
            parent=viewer,
        )
        self.screening = SignBadge("clock", self.tr("Screening…"), "accent", parent=viewer)
        self.legend = HeatLegend(opacity, viewer)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.place)
        for part in (viewer, *self._badges, self.legend):
            part.installEventFilter(self)
        viewer.view_changed.connect(self._show_altered)
        viewer.voi_changed.connect(self._soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place anew when the viewer or a part changed its size."""
        if watched is self._viewer and event.type() == QEvent.Type.Resize:
            self.place()
        elif event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start(0)
        return super().eventFilter(watched, event)

    @property
    def _badges(self) -> tuple[QWidget, ...]:
        """From the top down."""
        return self.processing, self.corrected, self.altered, self.screening

    def place(self) -> None:
        """Badges at the top, legend at the bottom; the corner texts say less to make room."""
        viewer = self._viewer
        self.corners.setGeometry(viewer.rect())
        low = viewer.height() < theme.unit(_ROOM_FOR_LEGEND)
        self.legend.set_compact(low)
        self.corrected.set_compact(low)
        parts: list[QWidget] = [part for part in self._badges if not part.isHidden()]
        legend = [] if self.legend.isHidden() else [self.legend]
        words = self.corners.fitted
        for detail in reversed(Detail):
            shown = words.at(detail)
            areas = [*self._badge_areas(parts, shown), *self._legend_areas(shown)]
            if not _collide(areas + self.corners.areas(shown)):
                break
        self.corners.set_detail(detail)
        for part, area in zip([*parts, *legend], areas, strict=True):
            part.setGeometry(area)

    def _badge_areas(self, parts: list[QWidget], shown: Corners) -> list[QRect]:
        """In the middle at the top; below the corner texts where these are too wide."""
        width = max((part.sizeHint().width() for part in parts), default=0)
        y = theme.unit()
        if not self._fits(width, self.corners.width_of(shown.top_left, shown.top_right)):
            y = self.corners.height_of(shown.top_left, shown.top_right)
        areas = []
        for part in parts:
            size = part.sizeHint()
            left = (self._viewer.width() - size.width()) // 2
            areas.append(QRect(left, y, size.width(), size.height()))
            y += size.height() + theme.unit(0.5)
        return areas

    def _legend_areas(self, shown: Corners) -> list[QRect]:
        """In the middle at the foot; above the corner texts where there is height enough."""
        if self.legend.isHidden():
            return []
        viewer = self._viewer
        size = self.legend.size_for(viewer.width() - theme.unit(2))
        foot = theme.unit()
        beside = self.corners.width_of(shown.bottom_left, shown.bottom_right)
        if not self._fits(size.width(), beside):
            foot = self.corners.height_of(shown.bottom_left, shown.bottom_right)
            if viewer.height() < theme.unit(_ROOM_ABOVE):
                foot = theme.unit()
        top = viewer.height() - size.height() - foot
        return [QRect(QPoint((viewer.width() - size.width()) // 2, top), size)]

    def _fits(self, middle: int, side: int) -> bool:
        """Whether something in the middle leaves the wider of both corners alone."""
        return middle + 2 * side <= self._viewer.width()

    def _show_altered(self) -> None:
        shown = self._viewer.picture is not None
        if shown:
            self.altered.show_state(self._viewer.state)
        self.altered.setVisible(shown and self._viewer.state.is_altered)
        self._soon.start(0)


def _collide(areas: list[QRect]) -> bool:
    """Whether any two of these share a pixel."""
    return any(a.intersects(b) for place, a in enumerate(areas) for b in areas[place + 1 :])
