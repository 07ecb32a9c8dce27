"""A blood pressure told once more without its name: "BP 96/58 (was 70/40 on arrival)"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meddx_desktop.core.domain.note import Span

_TWO = r"(?P<high>\d{2,3})[ \t]?/[ \t]?(?P<low>\d{2,3})(?![\d/]|\.\d)(?:[ \t]?mm[ \t]?Hg)?"
_BEFORE = re.compile(
    r"(?:\b(?P<was>was|were|had been|initially|previously|earlier|prior|down from|up from|from"
    r"|before|first|on arrival|at triage|at the scene)|(?P<now>\bnow|currently|today|repeat(?:ed)?"
    r"|rechecked|recheck|then|after fluids?)|(?P<was2>曾为?|此前|之前|原为?|入院时|到院时|初测)"
    rf"|(?P<now2>现在?为?|目前|复测为?))[ \t:：,，]{{0,3}}(?:at[ \t]|of[ \t])?{_TWO}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?<![\d/.]){_TWO}[ \t]?(?P<was>on arrival|at triage|on admission|at the scene|initially"
    r"|earlier|yesterday|入院时|到院时)",
    re.IGNORECASE,
)
_FAR = 80
"""Characters behind a pressure with its name in which another may lack it."""
_HIGHEST, _LOWEST = 300, 20


@dataclass(frozen=True, slots=True)
class Again:
    """A pressure without a name; `earlier`: the words that say that it was before."""

    span: Span
    high: float
    low: float
    earlier: Span | None


def again(text: str, named: Sequence[Span]) -> Iterator[Again]:
    """Pressures without a name that follow one with its name in the same line.

    Parameters
    ----------
    named
        The pressures with a name or a unit, in order.
    """
    starts = [one.start for one in named]
    taken: list[Span] = []
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(text) if named else ():
            numbers = Span(match.start("high"), match.end())
            place = bisect_right(starts, numbers.start) - 1
            if place < 0 or any(one.touches(numbers) for one in (named[place], *taken[-3:])):
                continue
            between = text[named[place].end : numbers.start]
            high, low = int(match["high"]), int(match["low"])
            if len(between) > _FAR or "\n" in between or not _LOWEST <= low < high <= _HIGHEST:
                continue
            groups = {name.rstrip("2"): name for name, word in match.groupdict().items() if word}
            when = Span(*match.span(groups["was"])) if "was" in groups else None
            end = match.start("was") if when and when.start > numbers.start else match.end()
            span = Span(numbers.start, len(text[:end].rstrip()))
            taken.append(span)
            yield Again(span, high, low, when)
