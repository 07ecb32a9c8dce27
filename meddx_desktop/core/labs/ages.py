"""Ages and birth dates of one person from several sources, held against each other.

An age is a whole number of years, months, weeks or days, and by Chinese custom may be counted from
one: it agrees with a birth date when it lies within one and a half of its own unit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR, Age

_FEW_DAYS = 2.0
"""An age in days may be that of the order, or of the day after the night it was printed in."""
_UNITS = (
    (re.compile(r"\d\s*(?:d|天|日)", re.IGNORECASE), _FEW_DAYS),
    (re.compile(r"\d\s*(?:w|周(?!岁))", re.IGNORECASE), 7.0),
    (re.compile(r"\d\s*(?:m|个月|月)", re.IGNORECASE), DAYS_PER_MONTH),
    (re.compile(r"\d"), DAYS_PER_YEAR),
)
_UNITS_APART = 1.5


@dataclass(frozen=True, slots=True)
class StatedAge:
    """An age that a source gives, and the day for which it gives it."""

    age: Age
    on: date


@dataclass(frozen=True, slots=True)
class Settled:
    """What the sources say together; with a `conflict` neither birth date nor age."""

    birth_date: date | None = None
    age: Age | None = None
    age_on: date | None = None
    conflict: Reason | None = None


def slack(age: Age) -> float:
    """By how many days an age may differ from the truth: one and a half of its smallest unit."""
    unit = next((days for written, days in _UNITS if written.search(age.given)), _FEW_DAYS)
    return _UNITS_APART * unit


def agrees(birth_date: date, stated: StatedAge) -> bool:
    """Whether an age can be that of somebody born on `birth_date`."""
    days = (stated.on - birth_date).days
    return abs(days - stated.age.days) <= slack(stated.age)


def settle(births: Sequence[date], ages: Sequence[StatedAge]) -> Settled:
    """One birth date or age that everything said agrees with.

    Parameters
    ----------
    births
        Birth dates as the sources give them.
    ages
        The one that is believed most first.
    """
    known = tuple(dict.fromkeys(births))
    if len(known) > 1:
        return Settled(conflict=conflict(known[0].isoformat(), known[1].isoformat()))
    if known:
        other = next((one for one in ages if not agrees(known[0], one)), None)
        if other is not None:
            return Settled(conflict=conflict(known[0].isoformat(), shown(other)))
        return Settled(known[0])
    for one, other in combinations(ages, 2):
        then = one.age.days + (other.on - one.on).days
        if abs(then - other.age.days) > max(slack(one.age), slack(other.age)):
            return Settled(conflict=conflict(shown(one), shown(other)))
    return Settled(None, ages[0].age, ages[0].on) if ages else Settled()


def conflict(first: str, second: str) -> Reason:
    """The caution on two sources that contradict each other."""
    return Reason("lab_age_conflict", {"first": first, "second": second})


def shown(stated: StatedAge) -> str:
    """An age as it was written, with its day."""
    age = stated.age
    given = age.given or (f"{int(age.years)}y" if age.years >= 2 else f"{age.days}d")
    return f"{given} ({stated.on.isoformat()})"
