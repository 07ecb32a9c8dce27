"""Papers that are about no single case: the screening list of a day, the blank form."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.paper import Paper
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.report import Format, Kind
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import assessment_first
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.interrupted import going_on
from meddx_desktop.core.operations.reports import Wish
from meddx_desktop.core.operations.reports_out import refuse_existing, write
from meddx_desktop.core.reports import blank, daily, pdf
from meddx_desktop.core.reports.daily import Day
from meddx_desktop.core.reports.speech import Speech
from meddx_desktop.core.store.search import Filter

__all__ = ["Day", "blank_form", "export_blank", "export_list", "list_of_day", "paper_of_day"]

_PAGE = 200


def list_of_day(app: Application, day: date, *, context: JobContext | None = None) -> Day:
    """The cases that were opened on a day of this place, riskiest first.

    Raises
    ------
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``.
    """
    start = datetime.combine(day, time()).astimezone()
    end = datetime.combine(day + timedelta(days=1), time()).astimezone()
    narrowed = Filter(since=start, until=end)
    found: list[Case] = []
    with app.access.using(Action.OPEN_CASE) as desk:
        offset = 0
        while lines := desk.store.worklist.page(narrowed=narrowed, offset=offset, limit=_PAGE):
            for line in lines:
                going_on(app, context)
                case = desk.store.cases.load(line.case_id)
                if case is not None:
                    found.append(case)
            offset += len(lines)
        hidden = assessment_first.unread(app, [one.case_id for one in found if not one.is_signed])
        now = datetime.now(UTC)
        return Day(day, daily.ordered(found, hidden), now, desk.user, hidden)


def export_list(
    app: Application,
    day: date,
    target: Path,
    wish: Wish,
    *,
    force: bool = False,
    context: JobContext | None = None,
) -> str:
    """Write the list of a day as PDF or CSV; returns its SHA-256.

    Raises
    ------
    InvalidEntry, NotPermitted, StoreRefused, JobCancelled, CannotWrite
        As `export`.
    """
    wish = replace(wish, kind=Kind.LIST)
    wish.check()
    refuse_existing(target, force=force)
    with app.access.using(Action.EXPORT) as desk:
        listed = list_of_day(app, day, context=context)
        content = _listed(listed, wish)
        digest = hashlib.sha256(content).hexdigest()
        desk.tell(
            "report_exported",
            kind=Kind.LIST.value,
            format=wish.format.value,
            sha256=digest,
            count=len(listed.cases),
        )
        write(target, content)
    return digest


def _listed(day: Day, wish: Wish) -> bytes:
    if wish.format is Format.CSV:
        return daily.as_csv(day, wish.words)
    return pdf.render(daily.compose(day, wish.words), at=day.made_at)


def paper_of_day(day: Day, words: Speech) -> Paper:
    """The list as a sheet."""
    return daily.compose(day, words)


def blank_form(words: Speech) -> Paper:
    """The form for a day without power; it is about nobody."""
    return blank.compose(words)


def export_blank(target: Path, words: Speech, *, force: bool = False) -> None:
    """Write the blank form; it holds no patient data, so nobody is asked.

    Raises
    ------
    InvalidEntry
        ``report_exists``.
    CannotWrite
        ``disk_full`` or ``folder_not_writable``.
    """
    refuse_existing(target, force=force)
    write(target, pdf.render(blank_form(words)))
