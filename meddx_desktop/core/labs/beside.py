"""What results of one report say against each other: units of two kinds, two numbers at once."""

from dataclasses import replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Observation, ResultStatus
from meddx_desktop.core.labs.unit_text import kinds

_SAID_ALREADY = {"result_repeated", "time_day_only", "lab_mixed_units"}
"""With a day alone, several samples of one test are nothing odd."""


def sent_unit(one: Observation) -> str:
    """The unit that a number came in; empty without a number."""
    if one.conversion:
        return one.conversion.from_unit
    return one.quantity.unit if one.quantity else ""


def with_mixed_units(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Says so where one report gives one analyte in units of different kinds."""
    seen: dict[str, set[str]] = {}
    for one in observations:
        if one.analyte and one.quantity:
            seen.setdefault(one.analyte, set()).add(kinds().get(sent_unit(one), ""))
    mixed = {analyte for analyte, ones in seen.items() if len(ones) > 1}
    return tuple(
        replace(one, cautions=(*one.cautions, Reason("lab_mixed_units")))
        if one.analyte in mixed
        else one
        for one in observations
    )


def with_rivals(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Says so where one report gives one test at one moment two numbers."""
    places: dict[tuple[object, ...], list[int]] = {}
    for place, one in enumerate(observations):
        sent = one.sent
        if (
            one.analyte
            and one.quantity
            and sent.taken
            and sent.status is not ResultStatus.CANCELLED
        ):
            moment = (one.analyte, sent.taken, sent.method)
            places.setdefault(moment, []).append(place)
    found = list(observations)
    for ones in places.values():
        if len({(found[at].quantity, found[at].sent.unit) for at in ones}) < 2:
            continue
        for at in ones:
            told = {reason.code for reason in found[at].cautions}
            if not told & _SAID_ALREADY:
                reason = Reason("lab_same_time_differs")
                found[at] = replace(found[at], cautions=(*found[at].cautions, reason))
    return tuple(found)
