"""The heat map over a film: drawn in the film's own geometry, so it turns and zooms with it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from meddx_desktop.core.domain.finding import Region
from meddx_desktop.gui.image_tab.view_state import ViewState

_REGION_INK = QColor("#ffffff")
_REGION_SHADOW = QColor("#000000")


class HeatLayer:
    """One finding's map and region on the picture that is shown; empty most of the time."""

    def __init__(self) -> None:
        self.overlay: QImage | None = None
        self.region: Region | None = None
        self.opacity = 0.45
        self._drawn: tuple[ViewState, float] | None = None
        self._canvas: QImage | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to draw."""
        return self.overlay is not None

    def show(self, overlay: QImage, region: Region | None) -> None:
        """Draw this map from now on; `overlay` covers the whole film."""
        self.overlay, self.region, self._drawn = overlay, region, None

    def clear(self) -> None:
        """Draw nothing."""
        self.overlay = self.region = self._drawn = self._canvas = None

    def paint(self, painter: QPainter, state: ViewState, ratio: float) -> None:
        """Lay the map over the film as `state` shows it; `ratio` is device per logical pixel."""
        if self.overlay is None:
            return
        if self._canvas is None or self._drawn != (state, ratio):
            self._canvas = self._draw(self.overlay, state)
            self._canvas.setDevicePixelRatio(ratio)
            self._drawn = (state, ratio)
        painter.save()
        painter.setOpacity(self.opacity)
        painter.drawImage(0, 0, self._canvas)
        painter.restore()
        if self.region is not None:
            self._outline(painter, self.region, state, ratio)

    def _draw(self, overlay: QImage, state: ViewState) -> QImage:
        """The map as large as the viewer: drawn once per view, not once per window step."""
        canvas = QImage(state.width, state.height, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform(*state.matrix))
        painter.drawImage(QRectF(0, 0, state.columns, state.rows), overlay)
        painter.end()
        return canvas

    def _outline(self, painter: QPainter, region: Region, state: ViewState, ratio: float) -> None:
        """A dashed box, light on dark, so that it reads on any film."""
        transform = QTransform(*state.matrix) * QTransform.fromScale(1 / ratio, 1 / ratio)
        box = transform.mapRect(QRectF(region.x, region.y, region.width, region.height))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_REGION_SHADOW, 3))
        painter.drawRect(box)
        painter.setPen(QPen(_REGION_INK, 1, Qt.PenStyle.DashLine))
        painter.drawRect(box)
