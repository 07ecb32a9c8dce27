"""What a trend chart draws: the values of one test in one unit, from the rows of the table."""

from collections.abc import Iterable
from dataclasses import dataclass

from meddx_desktop.core.domain.laboratory import Comparator, ReferenceRange
from meddx_desktop.core.operations.labs import LabLine
from meddx_desktop.gui.labs_tab import shown, trend_scale
from meddx_desktop.gui.labs_tab.board import Row, when
from meddx_desktop.gui.labs_tab.trend_scale import Span

_BELOW = (Comparator.BELOW, Comparator.AT_MOST)
MOST = 6
"""Tests below each other in one chart; more can't be read."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value at its time."""

    at: float
    """Seconds, as `Span` of the times counts them."""
    value: float
    limit: int
    """-1 for a value below this number, 1 for one above it, 0 for the number itself."""
    line: LabLine


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one test, the oldest first, in one unit.

    Attributes
    ----------
    name, unit : str
        For people.
    points : tuple[Point, ...]
    reference : ReferenceRange | None
        Of the newest value.
    """

    name: str
    unit: str
    points: tuple[Point, ...]
    reference: ReferenceRange | None

    @property
    def span(self) -> Span:
        """All values, and the limits of the range."""
        values = [point.value for point in self.points]
        ends = (self.reference.low, self.reference.high) if self.reference else ()
        return trend_scale.around([*values, *(end for end in ends if end is not None)])

    def nearest(self, at: float) -> Point | None:
        """The point nearest in time."""
        return min(self.points, key=lambda point: abs(point.at - at), default=None)


def series_of(rows: Iterable[Row]) -> list[Series]:
    """One series for each test among `rows` that has a number and a time; the first few."""
    found: dict[tuple[str, str], Series] = {}
    for row in rows:
        quantity = row.one.quantity
        points = tuple(_point(line) for line in row.history)
        if quantity is None or not points:
            continue
        unit = shown.unit(quantity.unit)
        newest = row.history[-1].observation.range
        found.setdefault((row.name, unit), Series(row.name, unit, points, newest))
    return list(found.values())[:MOST]


def _point(line: LabLine) -> Point:
    quantity = line.observation.quantity
    assert quantity is not None, "a history holds numbers only"
    limit = 0
    if quantity.comparator is not None:
        limit = -1 if quantity.comparator in _BELOW else 1
    return Point(when(line).timestamp(), quantity.value, limit, line)
