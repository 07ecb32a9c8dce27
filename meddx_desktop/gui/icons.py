"""Tinted icons from the one open set in ``resources/icons``."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui import theme

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, tone: str = "text") -> QIcon:
    """The icon in a colour of the current appearance, with a faded copy for disabled."""
    color = theme.tone(tone)
    faded = QColor(color)
    faded.setAlphaF(0.4)
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, color.name(), size, 1.0))
        made.addPixmap(_pixmap(name, color.name(), size, 0.4), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, tone: str = "text", size: int = 16) -> QPixmap:
    """The icon as one picture of `size` logical pixels, sharp on dense screens."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    made = QPixmap(_pixmap(name, theme.tone(tone).name(), round(size * ratio), 1.0))
    made.setDevicePixelRatio(ratio)
    return made


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _pixmap(name: str, color: str, size: int, opacity: float) -> QPixmap:
    drawing = _source(name).replace("currentColor", color)
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
