"""Cumulative reports: one line for each test, one column for each day.

Such a sheet is unfolded into one line for each test and day before its columns are looked at, so
that everything after it (people, units, questions about dates) meets an ordinary table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.header_row import MOST, SAMPLE, WITHIN, is_value, long_header
from meddx_desktop.core.labs.headers import Role, role_of
from meddx_desktop.core.labs.sheets import Row, Sheet
from meddx_desktop.core.labs.written_dates import looks_like_date

_WORDED = re.compile(
    r"(?:results?|values?|检验结果|检测结果|测定结果|结果|测定值|检测值|数值)\s*[:：(（\[]?\s*"
    r"(?P<day>.*?)\s*[)）\]]?",
    re.IGNORECASE,
)
_NAME, _VALUE, _FLAG, _TAKEN = "Test", "Result", "Flag", "Collected"
"""Headings of the unfolded sheet that the source does not have; all stand in headings.toml."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading row with days in it.

    Attributes
    ----------
    at : int
        Its place among the rows.
    days : tuple[int, ...]
        Columns of results of one day.
    flags : dict[int, int]
        The column of flags that stands behind a day, by the day's column.
    others : tuple[int, ...]
        Columns that hold for all days: test, unit, range.
    headings : tuple[str, ...]
        Of the others.
    """

    at: int
    days: tuple[int, ...]
    flags: dict[int, int]
    others: tuple[int, ...]
    headings: tuple[str, ...]


def unfolded(sheet: Sheet) -> Sheet:
    """The sheet with one line for each test and day; any other sheet as it is."""
    usual = long_header(sheet.rows)
    if usual >= 0 and not _days(sheet.rows[usual]):
        return sheet
    head = next(
        (found for at in range(len(sheet.rows[:WITHIN])) if (found := _head(sheet.rows, at))), None
    )
    if head is None:
        return sheet
    flag = (_FLAG,) if head.flags else ()
    heading = replace(
        sheet.rows[head.at], cells=(*head.headings, _VALUE, *flag, _TAKEN), times={}, problems={}
    )
    lines = [line for row in sheet.rows[head.at + 1 :] for line in _lines(sheet, row, head)]
    rows = (*sheet.rows[: head.at], heading, *lines)
    return replace(sheet, rows=rows, cautions=(*sheet.cautions, Reason("table_of_days")))


def _head(rows: Sequence[Row], at: int) -> _Head | None:
    """What the row at `at` is the heading of, if it is one of days."""
    row = rows[at]
    days = _days(row)
    if not days or days[0] == 0:
        return None
    named = [place for place in range(len(row.cells)) if row.cells[place] and place not in days]
    roles = {place: role_of(row.cells[place])[0] for place in named}
    between = [place for place in range(days[0], days[-1] + 1) if place not in days]
    between += [days[-1] + 1] if roles.get(days[-1] + 1) is Role.FLAG else []
    if any(roles.get(place) not in (Role.FLAG, None) for place in between):
        return None
    if Role.VALUE in roles.values() or any(is_value(row.cells[place]) for place in named):
        return None
    others = [place for place in named if place not in between]
    headings = {place: row.cells[place] for place in others}
    if not {Role.TEST_NAME, Role.TEST_CODE} & set(roles.values()):
        # The corner is blank or says "Date"; with one day alone that is too little to go by.
        if len(days) < 2 or roles.get(0) not in (None, Role.UNKNOWN, Role.TAKEN):
            return None
        others, headings = sorted({0, *others}), {**headings, 0: _NAME}
    if not _are_values(rows[at + 1 :], days):
        return None
    flags = {max(day for day in days if day < place): place for place in between if place in roles}
    return _Head(at, days, flags, tuple(others), tuple(headings[place] for place in others))


def _days(row: Row) -> tuple[int, ...]:
    return tuple(place for place in range(len(row.cells)) if _day(row, place))


def _day(row: Row, place: int) -> str:
    """The date that a heading is, or names beside a word for results; empty for others."""
    cell = fold(row.cells[place]).strip()
    worded = _WORDED.fullmatch(cell)
    for text in (cell, worded["day"] if worded else ""):
        if place in row.times or (text and looks_like_date(text)):
            return text
    return ""


def _are_values(rows: Sequence[Row], days: Sequence[int]) -> bool:
    cells = [row.at(day) for row in rows[:SAMPLE] for day in days if row.at(day)]
    good = sum(is_value(cell) for cell in cells)
    return bool(cells) and good >= MOST * len(cells)


def _lines(sheet: Sheet, row: Row, head: _Head) -> list[Row]:
    """The line once for each day that it has a result of; as it stands where it has none."""
    known = {*head.days, *head.flags.values(), *head.others}
    beside = any(cell for place, cell in enumerate(row.cells) if place not in known)
    days = [day for day in head.days if row.at(day) or day in row.problems]
    shared = [row.at(place) for place in head.others]
    if not days or beside or not any(shared):
        return [row]
    found = []
    for day in days:
        flag = [row.at(head.flags.get(day, -1))] if head.flags else []
        cells = (*shared, row.at(day), *flag, _day(sheet.rows[head.at], day))
        times = sheet.rows[head.at].times
        problems = {
            place: row.problems[sent]
            for place, sent in enumerate((*head.others, day))
            if sent in row.problems
        }
        when = {len(cells) - 1: times[day]} if day in times else {}
        found.append(Row(row.number, cells, when, problems, f"column {day + 1}"))
    return found
