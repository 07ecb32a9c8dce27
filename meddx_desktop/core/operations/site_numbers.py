"""The site's own numbers at the desk: the cases of half a year and what the trail tells of them."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.domain.site_numbers import Mark, SiteNumbers, Week
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import assessment_first
from meddx_desktop.core.operations.access import PROGRAM, Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.reports import site_numbers, site_times
from meddx_desktop.core.store.audit import AuditEntry
from meddx_desktop.core.store.audit_table import Narrowed
from meddx_desktop.core.store.search import Filter

__all__ = ["SHOWN_WEEKS", "numbers", "today"]

SHOWN_WEEKS = 26
"""So many weeks are shown, the current one among them."""
_PAGE = 200
_ALL = 10**9


def numbers(app: Application, *, context: JobContext | None = None) -> SiteNumbers:
    """What became of the cases of the last weeks; by user for the owner alone.

    Raises
    ------
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``.
    """
    now = today()
    since = midnight(Week.of(now).after(1 - SHOWN_WEEKS).monday)
    with app.access.using(Action.OPEN_CASE) as desk:
        found = list(cases_since(app, desk, since, context=context))
        unsigned = [case.case_id for case in found if not case.is_signed]
        counted = site_numbers.Counted(
            cases=found,
            marks=_marks(app, desk, since, context=context),
            today=now,
            hidden=assessment_first.unread(app, unsigned),
        )
        # Who does how much is the owner's business and nobody else's.
        by_user = may(desk.role, Action.MANAGE_USERS)
    return site_numbers.site_numbers(counted, by_user=by_user)


def cases_since(
    app: Application, desk: Desk, since: datetime, *, context: JobContext | None
) -> Iterator[Case]:
    """The cases on the list that were opened from a moment on; one at a time is read."""
    narrowed, offset = Filter(since=since), 0
    while lines := desk.store.worklist.page(narrowed=narrowed, offset=offset, limit=_PAGE):
        for line in lines:
            going_on(app, context)
            case = desk.store.cases.load(line.case_id)
            if case is not None:
                yield case
        offset += len(lines)


def midnight(day: date) -> datetime:
    """The beginning of a day at this place."""
    return datetime.combine(day, time()).astimezone()


def _marks(
    app: Application, desk: Desk, since: datetime, *, context: JobContext | None
) -> list[Mark]:
    """What the trail tells of films, oldest first; a day earlier on, for clocks are corrected."""
    begin = (since - timedelta(days=1)).astimezone(UTC)
    entries: list[AuditEntry] = []
    for action in sorted(site_times.TOLD):
        entries += desk.store.audit.page(
            Narrowed(action=action, since=begin),
            limit=_ALL,
            checkpoint=lambda: going_on(app, context),
        )
    entries.sort(key=lambda entry: entry.seq)
    return [mark for mark in map(_mark, entries) if mark is not None]


def _mark(entry: AuditEntry) -> Mark | None:
    """An entry as it is counted; a damaged one counts for nothing, the check of the trail tells."""
    try:
        told = json.loads(entry.details)
        at = datetime.fromisoformat(entry.at_utc)
        model, dropped_by = str(told.get("model", "")), str(told.get("name_of_user", ""))
    except (ValueError, AttributeError):
        return None
    if at.tzinfo is None:
        return None
    user = dropped_by if entry.user == PROGRAM else entry.user
    return Mark(entry.case_id, entry.action, user, at, model)


def today() -> date:
    """The day; tests have their own."""
    return date.today()
