"""What an alert or an answer rests on: the very value with its unit and day, or the very words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.gather_flags import STRIP
from meddx_desktop.core.assessment.knowledge_looks import VITALS
from meddx_desktop.core.domain.assessment import Alert, AlertKind, Ground, Origin, Place
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.notes.as_read import as_read

LONG_BEFORE = 3
"""Results that are more days older than the visit say so."""


def with_grounds(alerts: Iterable[Alert], facts: CaseFacts) -> tuple[Alert, ...]:
    """Every alert with what it rests on; open results name themselves already."""
    return tuple(
        one
        if one.kind is AlertKind.OPEN_RESULT
        else replace(one, grounds=grounds_of(one.places, facts))
        for one in alerts
    )


def grounds_of(places: Iterable[Place], facts: CaseFacts) -> tuple[Ground, ...]:
    """What stands at each place, each once; places without a value of their own have none."""
    made = (_ground(place, facts) for place in places)
    return tuple(dict.fromkeys(one for one in made if one is not None))


def _ground(place: Place, facts: CaseFacts) -> Ground | None:
    if place.span is not None:
        text = as_read(facts.case.note)[place.span.start : place.span.end]
        return Ground(place.origin, text=" ".join(text.split())) if text.strip() else None
    if place.origin is Origin.VITAL and place.name in STRIP:
        value = getattr(facts.case.vitals, STRIP[place.name])
        if value is None:
            return None
        field = STRIP[place.name]
        return Ground(place.origin, f"vital.{field}", f"{value:g}", VITALS[place.name])
    if place.origin is Origin.LABORATORY and place.row is not None:
        return _result(place, facts)
    return None


def _result(place: Place, facts: CaseFacts) -> Ground | None:
    """The result as it was sent, named in both languages where the program knows the test."""
    row = next((one for one in facts.results if one.row == place.row), None)
    if row is None or row.observation.sent.value is None:
        return None
    sent = row.observation.sent
    known = analytes().get(row.observation.analyte)
    return Ground(
        place.origin,
        value=sent.value.text if sent.value else "",
        unit=sent.unit,
        english=known.english if known else sent.name,
        chinese=known.chinese if known else sent.name,
        taken=sent.taken,
        days_before=_days_before(sent.taken, facts),
    )


def _days_before(taken: datetime | None, facts: CaseFacts) -> int:
    """How many days before the visit, where that is more than some; 0 where it is of these days."""
    if taken is None:
        return 0
    day = taken.date() if taken.tzinfo is None else taken.astimezone(UTC).astimezone().date()
    days = (facts.case.day - day).days
    return days if days > LONG_BEFORE else 0
