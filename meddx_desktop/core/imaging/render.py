"""Draws what the viewer shows: the visible part of a frame, scaled, turned and windowed.

Scaling happens once per geometry on the stored integers; a window step only puts the scaled
integers through a new table. That is what makes dragging a window smooth on a clinic laptop.
"""

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.imaging.pixels import Frame, Voi, default_voi, look_up, table

_NEAREST_FROM = 4.0
"""From this scale on single pixels are shown as squares, so that nobody reads smoothing."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Which part of a film a widget shows, and how.

    The film is first turned clockwise by `rotation` quarter turns, then flipped (the order of
    PS3.3 C.10.6). `left` and `top` are the point of the turned film, in its pixels, that lies
    in the upper left corner of the widget; negative leaves a bar. `scale` is screen pixels per
    film pixel, `width` and `height` the widget in screen pixels.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int
    rotation: int = 0
    flip_h: bool = False
    flip_v: bool = False
    invert: bool = False

    @classmethod
    def fit(cls, rows: int, columns: int, *, width: int, height: int) -> "Viewport":
        """The whole upright film in the middle of the widget."""
        return cls(0, 0, 1, width, height).fitted(rows, columns)

    def fitted(self, rows: int, columns: int) -> "Viewport":
        """The same orientation with the whole film in view."""
        across, down = self.turned_size(rows, columns)
        scale = max(min(self.width / across, self.height / down), 1e-6)
        left = (across - self.width / scale) / 2
        top = (down - self.height / scale) / 2
        return replace(self, left=left, top=top, scale=scale)

    def turned_size(self, rows: int, columns: int) -> tuple[int, int]:
        """Width and height of the film after rotation."""
        return (rows, columns) if self.rotation % 2 else (columns, rows)

    def to_screen(self, x: float, y: float, *, rows: int, columns: int) -> tuple[float, float]:
        """Screen position of a point of the film (stored pixels, origin at its corner)."""
        for _ in range(self.rotation % 4):
            x, y = rows - y, x
            rows, columns = columns, rows
        if self.flip_h:
            x = columns - x
        if self.flip_v:
            y = rows - y
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def to_film(self, x: float, y: float, *, rows: int, columns: int) -> tuple[float, float]:
        """Point of the film (stored pixels) under a screen position; may lie outside."""
        across, down = self.turned_size(rows, columns)
        x, y = x / self.scale + self.left, y / self.scale + self.top
        if self.flip_h:
            x = across - x
        if self.flip_v:
            y = down - y
        for _ in range(self.rotation % 4):
            x, y = y, across - x
            across, down = down, across
        return x, y


@dataclass(frozen=True, slots=True)
class _Scaled:
    """The visible part of the film in screen pixels, before windowing, and where it goes."""

    left: int
    top: int
    values: NDArray[Any]


class Renderer:
    """Draws one frame; keeps the last scaled cut-out and a pyramid of halved copies."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        values = frame.stored if frame.is_color else frame.indexed[0]
        self._levels: list[NDArray[Any]] = [np.ascontiguousarray(values)]
        self._geometry: Viewport | None = None
        self._scaled: _Scaled | None = None
        self._voi: Voi | None = None
        self._table: NDArray[np.uint8] | None = None

    def to_screen(self, viewport: Viewport, x: float, y: float) -> tuple[float, float]:
        """Screen position of a point of the film, in stored pixels."""
        return viewport.to_screen(x, y, rows=self.frame.rows, columns=self.frame.columns)

    def to_film(self, viewport: Viewport, x: float, y: float) -> tuple[float, float]:
        """Point of the film, in stored pixels, under a screen position."""
        return viewport.to_film(x, y, rows=self.frame.rows, columns=self.frame.columns)

    def render(self, viewport: Viewport, voi: Voi | None = None) -> NDArray[np.uint8]:
        """Draw the frame as the widget shows it.

        Returns
        -------
        ndarray
            (height, width) uint8, or (height, width, 3) uint8 RGB for colour frames.
            Outside the film it is 0, also when inverted.
        """
        colour = (3,) if self.frame.is_color else ()
        canvas = np.zeros((viewport.height, viewport.width, *colour), np.uint8)
        scaled = self._scale(viewport)
        if scaled is None:
            return canvas
        shown = scaled.values
        if not self.frame.is_color:
            shown = look_up(shown, self._levels_of(voi or default_voi(self.frame)))
        if viewport.invert:
            shown = self._inverted(scaled.values, shown)
        height, width = shown.shape[:2]
        canvas[scaled.top : scaled.top + height, scaled.left : scaled.left + width] = shown
        return canvas

    def covered(self, viewport: Viewport) -> tuple[int, int, int, int]:
        """Where the film lies on the screen: left, top, width, height; the rest is bars."""
        scaled = self._scale(viewport)
        if scaled is None:
            return 0, 0, 0, 0
        height, width = scaled.values.shape[:2]
        return scaled.left, scaled.top, width, height

    def _levels_of(self, voi: Voi) -> NDArray[np.uint8]:
        if self._table is None or voi != self._voi:
            self._voi, self._table = voi, table(self.frame, voi)
        return self._table

    def _inverted(self, values: NDArray[Any], shown: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Levels turned over; padding stays black as the bars do."""
        turned = np.asarray(255 - shown, dtype=np.uint8)
        if self.frame.padding is not None and not self.frame.is_color:
            _, origin, step = self.frame.indexed
            low, high = ((end - origin) / step for end in self.frame.padding)
            turned[(values >= low) & (values <= high)] = 0
        return turned

    def _scale(self, viewport: Viewport) -> _Scaled | None:
        geometry = replace(viewport, invert=False)
        if geometry != self._geometry:
            self._scaled = self._cut(geometry)
            self._geometry = geometry
        return self._scaled

    def _cut(self, view: Viewport) -> _Scaled | None:
        rows, columns = self.frame.rows, self.frame.columns
        corners = [
            view.to_film(x, y, rows=rows, columns=columns)
            for x, y in ((0.0, 0.0), (float(view.width), float(view.height)))
        ]
        x0, x1 = sorted(min(max(point[0], 0.0), float(columns)) for point in corners)
        y0, y1 = sorted(min(max(point[1], 0.0), float(rows)) for point in corners)
        if x1 <= x0 or y1 <= y0:
            return None
        ends = [view.to_screen(x, y, rows=rows, columns=columns) for x, y in ((x0, y0), (x1, y1))]
        left, right = sorted(min(max(round(x), 0), view.width) for x, _ in ends)
        top, bottom = sorted(min(max(round(y), 0), view.height) for _, y in ends)
        size = (right - left, bottom - top)
        if min(size) < 1:
            return None
        if view.rotation % 2:
            size = (size[1], size[0])
        part = self._resample((x0, y0, x1, y1), size, view.scale)
        return _Scaled(left, top, _turn(part, view))

    def _resample(
        self, box: tuple[float, float, float, float], size: tuple[int, int], scale: float
    ) -> NDArray[Any]:
        """Cut `box` (stored pixels) out and bring it to `size` (width, height)."""
        level = self._level_for(scale)
        fx = level.shape[1] / self.frame.columns
        fy = level.shape[0] / self.frame.rows
        x0, y0, x1, y1 = box[0] * fx, box[1] * fy, box[2] * fx, box[3] * fy
        if scale < 1:
            cut = level[round(y0) : max(round(y1), round(y0) + 1), round(x0) : max(round(x1), 1)]
            if cut.size == 0:
                cut = level[int(y0) : int(y0) + 1, int(x0) : int(x0) + 1]
            return np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_AREA))
        # Pixel centres lie at half positions, on the screen as on the film.
        sx, sy = (x1 - x0) / size[0], (y1 - y0) / size[1]
        left, top = max(int(x0) - 1, 0), max(int(y0) - 1, 0)
        cut = level[top : int(y1) + 2, left : int(x1) + 2]
        matrix = np.array(
            [[sx, 0, sx / 2 - 0.5 + x0 - left], [0, sy, sy / 2 - 0.5 + y0 - top]], np.float64
        )
        how = cv2.INTER_NEAREST if scale >= _NEAREST_FROM else cv2.INTER_LINEAR
        return np.asarray(
            cv2.warpAffine(
                cut,
                matrix,
                size,
                flags=how | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
        )

    def _level_for(self, scale: float) -> NDArray[Any]:
        """The smallest halved copy that still has at least as many pixels as the screen."""
        wanted = 0
        while scale <= 0.5 and wanted < 12:
            scale *= 2
            wanted += 1
        while len(self._levels) <= wanted:
            last = self._levels[-1]
            half = ((last.shape[1] + 1) // 2, (last.shape[0] + 1) // 2)
            self._levels.append(np.asarray(cv2.resize(last, half, interpolation=cv2.INTER_AREA)))
        return self._levels[wanted]


def _turn(part: NDArray[Any], view: Viewport) -> NDArray[Any]:
    turned = np.rot90(part, -view.rotation % 4) if view.rotation % 4 else part
    if view.flip_h:
        turned = turned[:, ::-1]
    if view.flip_v:
        turned = turned[::-1]
    return np.ascontiguousarray(turned)
