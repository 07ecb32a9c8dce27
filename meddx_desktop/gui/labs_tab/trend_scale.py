"""Scales of the trend chart: spans, round numbers, days. No widgets here."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_MINUTE = 60.0
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_STEPS = (
    *(minutes * _MINUTE for minutes in (1, 5, 15, 30)),
    *(hours * _HOUR for hours in (1, 2, 6, 12)),
    *(days * _DAY for days in (1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)),
)
_LEAST = 10 * _MINUTE
_MARGIN = 0.04


@dataclass(frozen=True, slots=True)
class Span:
    """From here to there: seconds of time, or numbers."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """Never zero."""
        return max(self.high - self.low, 1e-12)

    def share(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high one."""
        return (value - self.low) / self.length

    def at(self, share: float) -> float:
        """The inverse of `share`."""
        return self.low + share * self.length

    def zoomed(self, factor: float, around: float) -> "Span":
        """Smaller for a factor below 1; `around` stays where it is."""
        low = around - (around - self.low) * factor
        return Span(low, low + max(self.length * factor, _LEAST))

    def moved(self, share: float) -> "Span":
        """By a part of its length."""
        step = share * self.length
        return Span(self.low + step, self.high + step)

    def within(self, whole: "Span") -> "Span":
        """The same, kept inside `whole`."""
        length = min(self.length, whole.length)
        low = min(max(self.low, whole.low), whole.high - length)
        return Span(low, low + length)


def around(values: Iterable[float]) -> Span:
    """All values with some room; a single one in the middle."""
    known = list(values)
    if not known:
        return Span(0.0, 1.0)
    low, high = min(known), max(known)
    room = (high - low) * 2 * _MARGIN or abs(high) * 0.1 or 1.0
    return Span(low - room, high + room)


def of_times(times: Sequence[datetime]) -> Span:
    """All times with some room; a day at least."""
    stamps = [time.astimezone(UTC).timestamp() for time in times]
    if not stamps:
        return Span(0.0, _DAY)
    low, high = min(stamps), max(stamps)
    room = max((high - low) * _MARGIN, _DAY / 2 if high - low < _DAY else 0.0)
    return Span(low - room, high + room)


def ticks(span: Span, most: int) -> list[float]:
    """Round numbers inside a span, at most so many."""
    raw = span.length / max(most, 1)
    power = 10 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    first = math.ceil(span.low / step - 1e-9)
    last = math.floor(span.high / step + 1e-9)
    return [float(f"{place * step:.10g}") for place in range(first, last + 1)]


def time_ticks(span: Span, most: int) -> tuple[list[float], bool]:
    """Times inside a span that people would choose, at most so many; and whether hours matter."""
    raw = span.length / max(most, 1)
    step = next((one for one in _STEPS if one >= raw), _STEPS[-1])
    start = datetime.fromtimestamp(span.low, UTC).astimezone()
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    made: list[float] = []
    if step >= _DAY:
        days = round(step / _DAY)
        day = midnight + timedelta(days=-(midnight.toordinal() % days))
        while day.timestamp() <= span.high:
            made.append(day.timestamp())
            day = (day + timedelta(days=days, hours=12)).replace(hour=0)
    else:
        at = midnight.timestamp()
        at += math.ceil((span.low - at) / step) * step
        while at <= span.high:
            made.append(at)
            at += step
    return [at for at in made if span.low <= at <= span.high], step < _DAY
