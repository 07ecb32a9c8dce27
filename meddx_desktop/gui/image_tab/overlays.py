"""Places badges, texts and legend over the viewer so that none covers another."""

from PySide6.QtCore import QEvent, QObject, QRect, QTimer

from meddx_desktop.gui import labels, theme
from meddx_desktop.gui.image_tab.badges import AlteredBadge, SignBadge
from meddx_desktop.gui.image_tab.corner_text import CornerText
from meddx_desktop.gui.image_tab.heat_legend import HeatLegend
from meddx_desktop.gui.image_tab.viewer import FilmViewer

_ROOM_FOR_LEGEND = 50
"""Below this height, in steps of the grid, the legend shrinks."""


class Overlays(QObject):
    """Owns what lies over the film, and keeps it in place."""

    def __init__(self, viewer: FilmViewer, opacity: float) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.corners = CornerText(viewer)
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
        for part in (viewer, self.altered, self.processing, self.screening, self.legend):
            part.installEventFilter(self)
        viewer.view_changed.connect(self._show_altered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place anew when the viewer or a part changed its size."""
        if watched is self._viewer and event.type() == QEvent.Type.Resize:
            self.place()
        elif event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Badges at the top, legend at the bottom; beside the corner texts if there is room."""
        viewer = self._viewer
        self.corners.setGeometry(viewer.rect())
        words = self.corners.corners
        every = (self.processing, self.altered, self.screening)
        badges = [part for part in every if not part.isHidden()]
        width = max((part.sizeHint().width() for part in badges), default=0)
        beside = self._fits(width, self.corners.width_of(words.top_left, words.top_right))
        y = theme.unit()
        if not beside:
            y = self.corners.height_of(words.top_left, words.top_right)
        for part in badges:
            size = part.sizeHint()
            part.setGeometry(
                QRect((viewer.width() - size.width()) // 2, y, size.width(), size.height())
            )
            y += size.height() + theme.unit(0.5)
        self._place_legend()

    def _place_legend(self) -> None:
        if self.legend.isHidden():
            return
        viewer, words = self._viewer, self.corners.corners
        self.legend.set_compact(viewer.height() < theme.unit(_ROOM_FOR_LEGEND))
        size = self.legend.sizeHint()
        width = min(size.width(), viewer.width() - theme.unit(2))
        foot = theme.unit()
        if not self._fits(width, self.corners.width_of(words.bottom_left, words.bottom_right)):
            foot = self.corners.height_of(words.bottom_left, words.bottom_right)
        top = viewer.height() - size.height() - foot
        self.legend.setGeometry(QRect((viewer.width() - width) // 2, top, width, size.height()))

    def _fits(self, middle: int, side: int) -> bool:
        """Whether something in the middle leaves the wider of both corners alone."""
        return middle + 2 * side <= self._viewer.width()

    def _show_altered(self) -> None:
        shown = self._viewer.picture is not None
        if shown:
            self.altered.show_state(self._viewer.state)
        self.altered.setVisible(shown and self._viewer.state.is_altered)
        self._soon.start(0)
