"""How a film lies in the viewer: centre, scale, turn, mirror. Pure geometry without Qt.

Film coordinates are stored pixels, x to the right along a row, y down, the pixel (0, 0) filling
the square from 0 to 1. Screen coordinates are device pixels from the viewer's top left.
"""

import math
from dataclasses import dataclass, replace

from meddx_desktop.core.operations.images import Viewport

LARGEST_SCALE = 32.0
SMALLEST_SCALE = 1 / 64
_TURNS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Cosine and sine of 0 to 3 quarter turns clockwise."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ViewState:
    """One way of looking at a film of `columns` x `rows`; every change gives a new state.

    The film is first mirrored left to right if `mirrored`, then turned clockwise by
    `quarter_turns`: the eight ways in which a square can lie, each in exactly one form.
    """

    columns: int
    rows: int
    width: int
    height: int
    """Size of the viewer in device pixels."""
    scale: float = 1.0
    """Device pixels per stored pixel."""
    centre: Point = (0.0, 0.0)
    """The film point in the middle of the viewer."""
    quarter_turns: int = 0
    mirrored: bool = False
    inverted: bool = False
    fitted: bool = True
    """Whether the film follows the size of the viewer."""
    upright_turns: int = 0
    """Quarter turns clockwise that make the stored film stand, as a person stated."""
    upright_inverted: bool = False
    """Whether the stored film is inverted, as a person stated."""

    @classmethod
    def fitting(
        cls,
        columns: int,
        rows: int,
        width: int,
        height: int,
        *,
        upright: tuple[int, bool] = (0, False),
    ) -> "ViewState":
        """The upright film, whole in the viewer; `upright` is how it stands (turns, inverted)."""
        turns, inverted = upright
        return cls(
            columns,
            rows,
            max(1, width),
            max(1, height),
            quarter_turns=turns,
            inverted=inverted,
            upright_turns=turns,
            upright_inverted=inverted,
        ).fit()

    @property
    def is_altered(self) -> bool:
        """Whether the user turned, mirrored or inverted the upright film."""
        turned = self.quarter_turns != self.upright_turns
        return turned or self.mirrored or self.is_inverted

    @property
    def is_inverted(self) -> bool:
        """Whether black and white of the upright film are exchanged."""
        return self.inverted is not self.upright_inverted

    @property
    def flips(self) -> tuple[bool, bool, int]:
        """The shortest words for turn and mirror: flipped across, flipped down, degrees.

        They tell how the upright film was altered: mirrored first, then turned.
        """
        upright = self.upright_turns if self.mirrored else -self.upright_turns
        turns = (self.quarter_turns + upright) % 4
        if self.mirrored and turns == 2:
            return (False, True, 0)
        return (self.mirrored, False, turns * 90)

    def fit(self) -> "ViewState":
        """Show the whole film, centred, as large as it goes."""
        across, down = self._lying_size
        scale = min(self.width / across, self.height / down)
        return replace(
            self, scale=_limited(scale), centre=(self.columns / 2, self.rows / 2), fitted=True
        )

    def one_to_one(self) -> "ViewState":
        """One device pixel for each stored pixel, the middle of the view staying in the middle."""
        return replace(self, scale=1.0, fitted=False)

    def reset(self) -> "ViewState":
        """Undo turns, mirror, inversion, zoom and pan."""
        upright = (self.upright_turns, self.upright_inverted)
        return ViewState.fitting(self.columns, self.rows, self.width, self.height, upright=upright)

    def upright(self) -> "ViewState":
        """Undo turns, mirror and inversion; zoom and place stay."""
        state = replace(
            self,
            quarter_turns=self.upright_turns,
            mirrored=False,
            inverted=self.upright_inverted,
        )
        return state.fit() if self.fitted else state

    def standing(self, upright: tuple[int, bool]) -> "ViewState":
        """The film stands in another way than was thought (turns, inverted): see it like that."""
        if upright == (self.upright_turns, self.upright_inverted):
            return self
        return replace(self, upright_turns=upright[0], upright_inverted=upright[1]).reset()

    def resized(self, width: int, height: int) -> "ViewState":
        """The viewer has another size; a fitted film stays fitted, else its centre stays."""
        state = replace(self, width=max(1, width), height=max(1, height))
        return state.fit() if self.fitted else state

    def zoom_at(self, point: Point, factor: float) -> "ViewState":
        """Scale by `factor`; the film point under the screen point stays there."""
        film_x, film_y = self.to_film(point)
        state = replace(self, scale=_limited(self.scale * factor), fitted=False)
        moved_x, moved_y = state.to_film(point)
        cx, cy = state.centre
        return replace(state, centre=(cx + film_x - moved_x, cy + film_y - moved_y))

    def zoom(self, factor: float) -> "ViewState":
        """Scale by `factor` around the middle of the viewer."""
        return self.zoom_at((self.width / 2, self.height / 2), factor)

    def pan(self, across: float, down: float) -> "ViewState":
        """Move the film by screen pixels; its edge never passes the middle of the viewer."""
        shift_x, shift_y = self._turned_back(across / self.scale, down / self.scale)
        x = min(max(self.centre[0] - shift_x, 0.0), float(self.columns))
        y = min(max(self.centre[1] - shift_y, 0.0), float(self.rows))
        return replace(self, centre=(x, y), fitted=False)

    def rotate(self, quarter_turns: int) -> "ViewState":
        """Turn what is seen clockwise."""
        return self._lying(self.quarter_turns + quarter_turns, self.mirrored)

    def flip_horizontal(self) -> "ViewState":
        """Exchange left and right of what is seen."""
        return self._lying(-self.quarter_turns, not self.mirrored)

    def flip_vertical(self) -> "ViewState":
        """Exchange top and bottom of what is seen."""
        return self._lying(2 - self.quarter_turns, not self.mirrored)

    def invert(self) -> "ViewState":
        """Exchange black and white."""
        return replace(self, inverted=not self.inverted)

    def to_screen(self, point: Point) -> Point:
        """Where a film point lies in the viewer."""
        a, b, c, d, e, f = self.matrix
        return (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)

    def to_film(self, point: Point) -> Point:
        """Which film point lies at a point of the viewer."""
        x, y = self._turned_back(
            (point[0] - self.width / 2) / self.scale, (point[1] - self.height / 2) / self.scale
        )
        return (self.centre[0] + x, self.centre[1] + y)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """(m11, m12, m21, m22, dx, dy) as `QTransform` takes them: film to screen."""
        cos, sin = _TURNS[self.quarter_turns]
        across = -self.scale if self.mirrored else self.scale
        m11, m12, m21, m22 = cos * across, sin * across, -sin * self.scale, cos * self.scale
        x, y = self.centre
        dx = self.width / 2 - (m11 * x + m21 * y)
        dy = self.height / 2 - (m12 * x + m22 * y)
        return (m11, m12, m21, m22, dx, dy)

    @property
    def viewport(self) -> Viewport:
        """The same view in the renderer's terms, which turns first and mirrors then."""
        rotation = -self.quarter_turns % 4 if self.mirrored else self.quarter_turns
        bare = Viewport(
            0.0,
            0.0,
            1.0,
            self.width,
            self.height,
            rotation=rotation,
            flip_h=self.mirrored,
            invert=self.inverted,
        )
        x, y = bare.to_screen(*self.centre, rows=self.rows, columns=self.columns)
        left, top = x - self.width / self.scale / 2, y - self.height / self.scale / 2
        return replace(bare, left=left, top=top, scale=self.scale)

    @property
    def _lying_size(self) -> tuple[int, int]:
        size = (self.columns, self.rows)
        return size if self.quarter_turns % 2 == 0 else size[::-1]

    def _lying(self, quarter_turns: int, mirrored: bool) -> "ViewState":
        state = replace(self, quarter_turns=quarter_turns % 4, mirrored=mirrored)
        return state.fit() if self.fitted else state

    def _turned_back(self, across: float, down: float) -> Point:
        """A screen direction as a film direction."""
        cos, sin = _TURNS[self.quarter_turns]
        x, y = cos * across + sin * down, cos * down - sin * across
        return (-x if self.mirrored else x, y)


def _limited(scale: float) -> float:
    if not math.isfinite(scale):
        return 1.0
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
