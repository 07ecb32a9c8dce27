"""What is not known and would change the picture most, among what can be done here."""

from collections.abc import Iterable, Iterator
from math import inf, log

from meddx_desktop.core.assessment.condition import FILM_GROUP, Condition, Evidence, Look
from meddx_desktop.core.assessment.facts import Observed
from meddx_desktop.core.assessment.truth import answer
from meddx_desktop.core.assessment.weigh import FILM_LEAST, FILM_MOST
from meddx_desktop.core.domain.assessment import (
    NextTest,
    RankedCondition,
    Role,
    Setting,
    Truth,
    Weighed,
)

MOST = 3
"""So many per condition, and in all."""


def missing(
    condition: Condition, lines: Iterable[Weighed], observed: Observed, setting: Setting
) -> tuple[NextTest, ...]:
    """What would move one condition most: the criteria first, then by its likelihood ratios.

    A finding whose group already counts as strongly, either way, would add nothing and is left
    out; so is everything where the criteria are met already.
    """
    lines = tuple(lines)
    if any(line.counted and line.role is Role.DEFINING for line in lines):
        return ()
    counted = {
        line.group: abs(log(line.ratio.value)) for line in lines if line.counted and line.ratio
    }
    found: dict[str, NextTest] = {}
    for one in condition.evidence:
        for look in _unknown(condition, condition.looks[one.look], observed):
            if look.test and look.test not in setting.tests:
                continue
            test = _test(condition, one, look, counted.get(one.group, 0.0))
            if test is not None:
                found[look.name] = _both(found.get(look.name), test)
    return tuple(sorted(found.values(), key=_order)[:MOST])


def _unknown(condition: Condition, look: Look, observed: Observed) -> Iterator[Look]:
    """The plain findings below `look` that nothing is known of."""
    if look.is_of_person or look.red_flags:
        return
    if look.parts:
        for part in look.parts:
            yield from _unknown(condition, condition.looks[part], observed)
    elif answer(look, condition.looks, observed).truth is Truth.UNKNOWN:
        yield look


def _test(condition: Condition, one: Evidence, look: Look, counted: float) -> NextTest | None:
    raises, lowers = 1.0, 1.0
    if one.role is Role.DEFINING and one.when is Truth.PRESENT:
        raises = inf
    elif one.from_model:
        is_present = one.when is Truth.PRESENT
        raises, lowers = (FILM_MOST, 1.0) if is_present else (1.0, FILM_LEAST)
    elif one.ratio is not None:
        value = one.ratio.value
        raises, lowers = (value, 1.0) if value > 1 else (1.0, value)
    if condition.steadfast and one.group == FILM_GROUP:
        lowers = 1.0
    force = max(log(raises) if raises < inf else inf, -log(lowers))
    if force <= max(counted, 0.0):
        return None
    return NextTest(condition.key, look.title, look.test, raises, lowers)


def _both(known: NextTest | None, new: NextTest) -> NextTest:
    if known is None:
        return new
    raises, lowers = max(known.raises, new.raises), min(known.lowers, new.lowers)
    return NextTest(new.condition, new.finding, new.test, raises, lowers)


def _force(test: NextTest) -> float:
    return max(log(test.raises) if test.raises < inf else inf, -log(test.lowers))


def _order(test: NextTest) -> tuple[float, str, str]:
    return -_force(test), test.test, test.finding["en"]


def overall(ranked: Iterable[RankedCondition]) -> tuple[NextTest, ...]:
    """For the case as a whole: the best of each leading condition, each test once."""
    found: list[NextTest] = []
    for one in ranked:
        for test in one.missing[:1]:
            if not any(_same(test, other) for other in found):
                found.append(test)
    return tuple(found[:MOST])


def _same(one: NextTest, other: NextTest) -> bool:
    if one.test and other.test:
        return one.test == other.test
    return one.finding == other.finding
