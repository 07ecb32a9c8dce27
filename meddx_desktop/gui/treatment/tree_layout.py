"""Where the boxes of a decision tree stand and how its lines run; numbers only, no widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meddx_desktop.core.domain.treatment import Node

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Rectangle of one box, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Its centre from left to right."""
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: from which box to which, along which points.

    Attributes
    ----------
    start, answer, end : str
        Key of the box it leaves, of the answer, and of the box it comes to.
    points : tuple[Point, ...]
    """

    start: str
    answer: str
    end: str
    points: tuple[Point, ...]


def levels(nodes: Sequence[Node]) -> tuple[tuple[str, ...], ...]:
    """Boxes by the longest way from the root; questions stand before what ends a way.

    The plans have no circles: a file with one is refused when it is read.
    """
    by_key = {node.key: node for node in nodes}
    depth = {node.key: 0 for node in nodes[:1]}
    waiting = [node.key for node in nodes[:1]]
    while waiting:
        key = waiting.pop()
        for _, _, onward in by_key[key].answers:
            if depth.get(onward, -1) < depth[key] + 1:
                depth[onward] = depth[key] + 1
                waiting.append(onward)
    rows: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in by_key:
        if key in depth:
            rows[depth[key]].append(key)
    return tuple(tuple(sorted(row, key=lambda one: not by_key[one].answers)) for row in rows)


def spots(
    rows: Sequence[Sequence[str]],
    heights: Mapping[str, float],
    *,
    width: float,
    gap: float,
    drop: float,
) -> dict[str, Spot]:
    """Rectangles of all boxes.

    Parameters
    ----------
    rows
        As `levels` has them.
    heights
        Of each box, in pixels.
    width, gap, drop
        Of a box; between two side by side, which is also the margin; between two rows.
    """
    found: dict[str, Spot] = {}
    top = gap
    for row in rows:
        for place, key in enumerate(row):
            found[key] = Spot(gap + place * (width + gap), top, width, heights[key])
        top += max((heights[key] for key in row), default=0.0) + drop
    return found


def lines(
    nodes: Sequence[Node],
    rows: Sequence[Sequence[str]],
    places: Mapping[str, Spot],
    *,
    gap: float,
    drop: float,
) -> tuple[Line, ...]:
    """The way of every answer; none of them crosses a box."""
    level = {key: number for number, row in enumerate(rows) for key in row}
    floors = [max(places[key].bottom for key in row) for row in rows]
    found = []
    for node in nodes:
        if node.key not in places:
            continue
        row = rows[level[node.key]]
        # Each box of a row turns at its own height, so that lines of two never merge.
        turning = floors[level[node.key]] + drop * (0.45 + 0.25 * row.index(node.key) / len(row))
        # What leads to the left leaves on the left: the lines of one box never cross.
        order = sorted(node.answers, key=lambda one: places[one[2]].left)
        for turn, (answer, _, onward) in enumerate(order):
            start, end = places[node.key], places[onward]
            out = start.left + start.width * (turn + 1) / (len(order) + 1)
            points: list[Point] = [(out, start.bottom), (out, turning)]
            if level[onward] - level[node.key] > 1:
                channel, before = end.left - gap / 2, end.top - drop * 0.15
                points += [(channel, turning), (channel, before), (end.middle, before)]
            else:
                points.append((end.middle, turning))
            points.append((end.middle, end.top))
            found.append(Line(node.key, answer, onward, tuple(points)))
    return tuple(found)
