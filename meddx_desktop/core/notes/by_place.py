"""Spans by place: which of many have a character in common with another, without looking at all."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from meddx_desktop.core.domain.note import Span

Thing = TypeVar("Thing")


class ByPlace(Generic[Thing]):
    """Things with their spans, in any order.

    The time of a question grows with the answers, and with how far the longest span reaches.
    """

    def __init__(self, things: Iterable[tuple[Span, Thing]]) -> None:
        self._things = sorted(things, key=lambda one: one[0])
        self._starts = [span.start for span, _ in self._things]
        self._reach = list(accumulate((span.end for span, _ in self._things), max))

    def touching(self, span: Span) -> Iterator[tuple[Span, Thing]]:
        """All that have a character in common with `span`, from the last to the first."""
        place = bisect_left(self._starts, span.end) - 1
        while place >= 0 and self._reach[place] > span.start:
            if self._things[place][0].end > span.start:
                yield self._things[place]
            place -= 1

    def holding(self, span: Span) -> Iterator[Thing]:
        """All that hold every character of `span`."""
        return (thing for around, thing in self.touching(span) if around.holds(span))

    def within(self, span: Span) -> Iterator[tuple[Span, Thing]]:
        """All that lie within `span`."""
        return (one for one in self.touching(span) if span.holds(one[0]))
