"""What mouse, wheel and touchpad do to a view: the hand tools. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

from meddx_desktop.gui.image_tab.view_state import Point, ViewState

_ZOOM_PER_PIXEL = 1.006
_ZOOM_PER_NOTCH = 1.2
_NOTCH = 120


class Tool(StrEnum):
    """What dragging with the left button does."""

    WINDOW = "window"
    PAN = "pan"
    ZOOM = "zoom"


@dataclass(slots=True)
class Drag:
    """A drag under way, in logical pixels."""

    tool: Tool
    start: Point
    last: Point


class Pointer:
    """Turns pointer moves into calls; positions come in logical pixels.

    Parameters
    ----------
    change_view
        Receives what to do with the view state.
    drag_window
        Receives how far a window drag has come since it began, across and down.
    ratio
        Device pixels per logical pixel at the moment.
    """

    def __init__(
        self,
        change_view: Callable[[Callable[[ViewState], ViewState]], None],
        drag_window: Callable[[float, float], None],
        ratio: Callable[[], float],
    ) -> None:
        self.tool = Tool.WINDOW
        self.space_held = False
        self.drag: Drag | None = None
        self._change_view = change_view
        self._drag_window = drag_window
        self._ratio = ratio
        self._notches = 0.0

    def tool_for(self, button: Qt.MouseButton) -> Tool | None:
        """Which tool a button stands for now."""
        if button == Qt.MouseButton.LeftButton:
            return Tool.PAN if self.space_held else self.tool
        return {
            Qt.MouseButton.RightButton: Tool.ZOOM,
            Qt.MouseButton.MiddleButton: Tool.PAN,
        }.get(button)

    def press(self, button: Qt.MouseButton, at: Point) -> None:
        """Begin a drag, unless one is under way."""
        tool = self.tool_for(button)
        if tool is not None and self.drag is None:
            self.drag = Drag(tool, at, at)

    def move(self, at: Point) -> None:
        """Follow the hand."""
        drag = self.drag
        if drag is None:
            return
        across, down = at[0] - drag.last[0], at[1] - drag.last[1]
        drag.last = at
        ratio = self._ratio()
        if drag.tool is Tool.WINDOW:
            self._drag_window(at[0] - drag.start[0], at[1] - drag.start[1])
        elif drag.tool is Tool.PAN:
            self._change_view(lambda state: state.pan(across * ratio, down * ratio))
        else:
            self.zoom_at(drag.start, _ZOOM_PER_PIXEL**-down)

    def release(self) -> None:
        """End the drag."""
        self.drag = None

    def zoom_at(self, at: Point, factor: float) -> None:
        """Zoom around a point of the widget."""
        ratio = self._ratio()
        point = (at[0] * ratio, at[1] * ratio)
        self._change_view(lambda state: state.zoom_at(point, factor))

    def wheel_zoom(self, at: Point, angle: int) -> None:
        """Zoom by wheel: smooth for touchpads, a fifth per notch of a mouse."""
        self.zoom_at(at, _ZOOM_PER_NOTCH ** (angle / _NOTCH))

    def wheel_steps(self, angle: int) -> int:
        """Whole notches since the last call; up is backwards."""
        self._notches += angle / _NOTCH
        steps = int(self._notches)
        self._notches -= steps
        return -steps
