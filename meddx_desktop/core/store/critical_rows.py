"""From which laboratory result a critical result came, and why it is none: as rows, and back."""

from dataclasses import replace

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.review import CriticalResult, NotCritical
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.clinical_rows import Parts, read_rows
from meddx_desktop.core.store.database import Database, Value


def critical_parts(case: Case) -> Parts:
    """The rows of what the laboratory raised, or somebody said is none."""
    return {
        "critical_lines": [
            (place, one.line, *_none(one.none))
            for place, one in enumerate(case.criticals)
            if one.line or one.none
        ]
    }


def _none(one: NotCritical | None) -> tuple[Value, ...]:
    return ("", "", None) if one is None else (one.why, one.by, one.at.isoformat())


def read_critical_lines(database: Database, number: int, case: Case) -> Case:
    """`case` with where its critical results came from."""
    found = {
        place: (line, None if at is None else NotCritical(why, by, codec.known_moment(at)))
        for _, place, line, why, by, at in read_rows(database, "critical_lines", number)
    }

    def told(place: int, one: CriticalResult) -> CriticalResult:
        line, none = found.get(place, ("", None))
        return replace(one, line=line, none=none)

    return replace(
        case, criticals=tuple(told(place, one) for place, one in enumerate(case.criticals))
    )
