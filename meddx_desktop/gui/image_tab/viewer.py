"""The viewer: paints one picture through its window and view, and follows the hand."""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.operations import images
from meddx_desktop.core.operations.images import Voi
from meddx_desktop.gui import theme
from meddx_desktop.gui.image_tab.film_loader import Picture
from meddx_desktop.gui.image_tab.heat_layer import HeatLayer
from meddx_desktop.gui.image_tab.pointer import Pointer, Tool
from meddx_desktop.gui.image_tab.q_image import image_of
from meddx_desktop.gui.image_tab.view_state import Point, ViewState

FILM_GROUND = QColor("#000000")
"""Black around a film in every appearance: the eye adapts to the film, not to the frame."""
_MESSAGE_INK = QColor("#a4afbc")
_CENTRED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_FRAME_MS = 16.0
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_CURSORS = {
    Tool.WINDOW: Qt.CursorShape.ArrowCursor,
    Tool.PAN: Qt.CursorShape.OpenHandCursor,
    Tool.ZOOM: Qt.CursorShape.SizeVerCursor,
}


class FilmViewer(QWidget):
    """Shows a `Picture`; all changes of view and window go through `change_view` and `set_voi`."""

    view_changed = Signal()
    voi_changed = Signal()
    frame_stepped = Signal(int)
    """The wheel asks for so many frames forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmViewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.unit(20), theme.unit(12))
        self.picture: Picture | None = None
        self.state = ViewState.fitting(1, 1, 1, 1)
        self.voi: Voi | None = None
        self._upright = (0, False)
        self.heat = HeatLayer()
        self.many_frames = False
        self._ring = False
        self._message = ""
        self.render_ms = 0.0
        self.pointer = Pointer(self.change_view, self._drag_window, self.devicePixelRatioF)
        self._drag_voi: Voi | None = None
        self._image: QImage | None = None
        self._levels: NDArray[np.uint8] | None = None
        self._next_frame = QTimer(self)
        self._next_frame.setSingleShot(True)
        self._next_frame.timeout.connect(self.update)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; a frame of the same film keeps view and window."""
        old = self.picture
        self.picture = picture
        self.show_message("")
        width, height = self._device_size
        frame = picture.frame
        same_size = (self.state.columns, self.state.rows) == (frame.columns, frame.rows)
        if old is None or not picture.key.same_film(old.key) or not same_size:
            self.state = ViewState.fitting(
                frame.columns, frame.rows, width, height, upright=self._upright
            )
            self.voi = picture.usual
            self.pointer.release()
        self.heat.clear()
        self._stale()
        self.view_changed.emit()
        self.voi_changed.emit()

    def stand(self, correction: Correction | None) -> None:
        """How the film that is shown, or shown next, stands upright; the mark is told elsewhere."""
        stated = correction or Correction()
        self._upright = (stated.quarter_turns, stated.inverted)
        self.change_view(lambda state: state.standing(self._upright))

    def clear(self, message: str = "") -> None:
        """Show no picture, at once; `message` says why."""
        self.picture = None
        self.show_message(message)
        self.voi = None
        self.pointer.release()
        self.heat.clear()
        self._image = self._levels = None
        self.view_changed.emit()
        self.update()

    def show_message(self, message: str) -> None:
        """What stands in the middle while there is no picture."""
        self._message = message
        self.setAccessibleDescription(message)
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """What the left button does."""
        self.pointer.tool = tool
        self._show_cursor()

    def change_view(self, change: Callable[[ViewState], ViewState]) -> None:
        """Look at the picture in another way."""
        if self.picture is None:
            return
        state = change(self.state)
        if state != self.state:
            self.state = state
            self._stale()
            self.view_changed.emit()

    def set_voi(self, voi: Voi) -> None:
        """Show the picture through another window; colour pictures have none."""
        if self.picture is None or self.picture.frame.is_color:
            return
        self.voi = voi
        self._stale()
        self.voi_changed.emit()

    def film_point(self, at: QPointF) -> Point:
        """The film point under a place of the widget."""
        ratio = self.devicePixelRatioF()
        return self.state.to_film((at.x() * ratio, at.y() * ratio))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Render what is seen if anything changed, then lay heat map and focus frame over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), FILM_GROUND)
        if self.picture is not None:
            if self._image is None:
                self._render(self.picture)
            if self._image is not None:
                painter.drawImage(QPointF(0, 0), self._image)
            self.heat.paint(painter, self.state, self.devicePixelRatioF())
        elif self._message:
            painter.setPen(_MESSAGE_INK)
            margin = theme.unit(6)
            where = self.rect().adjusted(margin, margin, -margin, -margin)
            painter.drawText(where, _CENTRED, self._message)
        if self._ring and self.hasFocus():
            painter.setPen(QPen(theme.tone("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted film stays fitted."""
        super().resizeEvent(event)
        self._match_size()

    def _match_size(self) -> None:
        width, height = self._device_size
        self.change_view(lambda state: state.resized(width, height))

    def _render(self, picture: Picture) -> None:
        started = time.perf_counter()
        levels = picture.renderer.render(self.state.viewport, self.voi)
        self._levels = np.ascontiguousarray(levels)
        self._image = image_of(self._levels)
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.render_ms = (time.perf_counter() - started) * 1000.0

    def _stale(self) -> None:
        """Render before the next paint: at once when that is quick, else once per frame."""
        self._image = None
        if self.render_ms < _FRAME_MS:
            self.update()
        elif not self._next_frame.isActive():
            self._next_frame.start(int(_FRAME_MS))

    @property
    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._drag_voi = self.voi
        self.pointer.press(event.button(), _place(event.position()))
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self.pointer.move(_place(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop dragging."""
        self.pointer.release()
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole film."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.change_view(ViewState.fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Through the frames of a series, else zoom; with Ctrl always zoom."""
        angle = event.angleDelta().y()
        if self.many_frames and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self.pointer.wheel_steps(angle)
            if steps:
                self.frame_stepped.emit(steps)
        else:
            self.pointer.wheel_zoom(_place(event.position()), angle)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch on a touchpad zooms; a move to another screen renders anew."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.pointer.zoom_at(_place(event.position()), 1.0 + event.value())
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._image = None
            self._match_size()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the left button into a hand."""
        if event.key() == Qt.Key.Key_Space:
            self.pointer.space_held = True
            self._show_cursor()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the hand."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointer.space_held = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is, for who came by keyboard."""
        self._ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key released elsewhere is not heard here."""
        self.pointer.space_held = False
        self._show_cursor()
        super().focusOutEvent(event)

    def _drag_window(self, across: float, down: float) -> None:
        picture, start = self.picture, self._drag_voi
        if picture is not None and start is not None:
            self.set_voi(
                images.dragged(start, picture.whole, usual=picture.usual, across=across, down=down)
            )

    def _show_cursor(self) -> None:
        drag = self.pointer.drag
        tool = drag.tool if drag else self.pointer.tool_for(Qt.MouseButton.LeftButton)
        if drag and tool is Tool.PAN:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif tool is not None:
            self.setCursor(_CURSORS[tool])


def _place(position: QPointF) -> Point:
    return (position.x(), position.y())
