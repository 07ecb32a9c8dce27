"""Critical results: raised, told, read back; at once, or from a sheet with both times."""

from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.late_entry import Late, LatePart
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.review import CriticalResult, Told
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import late as late_entries
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.case_steps import kept, loaded, written


def raise_critical(app: Application, case_id: str, what: str, *, late: Late | None = None) -> Case:
    """Keep a result that somebody must hear of now.

    Any role that works here may: waiting costs lives. A signed case takes it beside what was
    signed, and stands on top of the list until the result was read back.

    Parameters
    ----------
    late
        When it was found, and by whom, where it was on paper first.

    Raises
    ------
    InvalidEntry
        ``critical_empty``, ``case_gone``; as `late.check`.
    """
    words = written(what, "critical_empty")
    if late is not None:
        late_entries.check(late)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = loaded(desk, case_id)
        raised = CriticalResult(words, desk.user, datetime.now(UTC))
        number = len(case.criticals)
        case = replace(case, criticals=(*case.criticals, raised))
        case = _with_late(desk, case, LatePart.CRITICAL, late, of=str(number))
        return kept(desk, case, "critical_raised")


def tell_critical(
    app: Application,
    case_id: str,
    number: int,
    whom: str,
    *,
    read_back: bool,
    late: Late | None = None,
) -> Case:
    """Keep who was told of critical result `number`, and whether it was read back.

    Parameters
    ----------
    late
        When it was told, and by whom, where that was on paper first.

    Raises
    ------
    InvalidEntry
        ``told_whom_missing``, ``critical_gone``, ``case_gone``; as `late.check`;
        ``late_told_before``: the result was found later.
    """
    if late is not None:
        late_entries.check(late)
    name = written(whom, "told_whom_missing")
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = loaded(desk, case_id)
        if not 0 <= number < len(case.criticals):
            raise InvalidEntry("critical_gone")
        critical = case.criticals[number]
        call = Told(name, desk.user, datetime.now(UTC), read_back)
        told = replace(critical, told=(*critical.told, call))
        criticals = (*case.criticals[:number], told, *case.criticals[number + 1 :])
        action = "critical_read_back" if read_back else "critical_told"
        if late is not None and late.happened < _found(case, number):
            raise InvalidEntry("late_told_before")
        of = f"{number}.{len(critical.told)}"
        case = _with_late(desk, replace(case, criticals=criticals), LatePart.TOLD, late, of=of)
        return kept(desk, case, action)


def _found(case: Case, number: int) -> datetime:
    """When a critical result was found, to the minute, as sheets have it."""
    late = case.late(LatePart.CRITICAL, str(number))
    found = late.happened if late else case.criticals[number].at
    return found.replace(second=0, microsecond=0)


def _with_late(desk: Desk, case: Case, part: LatePart, late: Late | None, *, of: str) -> Case:
    if late is None:
        return case
    said = late_entries.entry(part, late, by=desk.user, of=of)
    return replace(case, late_entries=(*case.late_entries, said))
