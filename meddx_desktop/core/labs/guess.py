"""Finding the heading row of a table and proposing what its columns hold."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.labs.columns import (
    Ambiguity,
    Column,
    ColumnMapping,
    Guess,
    Layout,
    Shape,
    fingerprint,
    trimmed,
)
from meddx_desktop.core.labs.header_row import (
    MOST,
    SAMPLE,
    WITHIN,
    holds_values,
    long_header,
    wide_header,
    word_header,
)
from meddx_desktop.core.labs.headers import (
    EITHER,
    LIKELY,
    PERSON,
    RESULT,
    TIMES,
    Role,
    other_meaning,
    role_of,
)
from meddx_desktop.core.labs.numbers import StyleFound, style_of
from meddx_desktop.core.labs.sheets import Row, Sheet
from meddx_desktop.core.labs.unit_shape import looks_like_unit, split_header
from meddx_desktop.core.labs.values import parse_range, parse_value
from meddx_desktop.core.labs.written_dates import OrderFound, is_clock, looks_like_date, order_of

_WORDED = re.compile(
    r"阳性|阴性|positive|negative|reactive|^[+±-]{1,4}$|^[1-4]\s?\+$", re.IGNORECASE
)
_MAY_REPEAT = {Role.IGNORED, Role.UNKNOWN, Role.TEST_CODE, Role.NOTE, Role.ANALYTE}
_BY_CONTENTS = 0.4
_BARE_ANALYTE = 0.8
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def guess_columns(sheet: Sheet, remembered: Iterable[ColumnMapping] = ()) -> Guess:
    """Propose how to read a sheet.

    Parameters
    ----------
    sheet
        One sheet of an opened table.
    remembered
        Mappings that somebody agreed to earlier; one with the same headings is taken as it is.
    """
    rows = sheet.rows
    kept = {each.layout.fingerprint: each for each in remembered}
    for at, row in enumerate(rows[:WITHIN] if kept else ()):
        known = kept.get(fingerprint(trimmed(row.cells)))
        if known is not None:
            return Guess(known, at, 1.0, (), _questions(known, rows[at + 1 :]))
    at = long_header(rows)
    if at >= 0:
        return _by_headings(rows, at, Shape.LONG)
    at = wide_header(rows)
    if at >= 0:
        return _by_headings(rows, at, Shape.WIDE)
    proposal = _by_contents(rows)
    known = kept.get(proposal.mapping.layout.fingerprint)
    if known is None:
        return proposal
    at = proposal.header
    return Guess(known, at, 1.0, (), _questions(known, rows[at + 1 :]))


def _by_headings(rows: Sequence[Row], at: int, shape: Shape) -> Guess:
    headings, body = trimmed(rows[at].cells), rows[at + 1 :]
    proposal = (_long if shape is Shape.LONG else _wide)(headings, body)
    recognised = any(role_of(heading)[0] is not Role.UNKNOWN for heading in headings)
    mapping = ColumnMapping(Layout(fingerprint(headings), shape, recognised), proposal.columns)
    questions = _questions(mapping, body)
    return Guess(mapping, at, proposal.confidence, proposal.doubts, questions)


def number_style(mapping: ColumnMapping, rows: Iterable[Row]) -> StyleFound:
    """The number style of all values and ranges of a table together."""
    wanted = {Role.VALUE, Role.ANALYTE, Role.RANGE, Role.RANGE_LOW, Role.RANGE_HIGH}
    return style_of(_texts(mapping, rows, wanted))


def date_order(mapping: ColumnMapping, rows: Iterable[Row]) -> OrderFound:
    """The order of the parts of all dates of a table together."""
    is_chinese = any(_CHINESE.search(column.heading) for column in mapping.columns)
    texts = _texts(mapping, rows, {*TIMES, Role.BIRTH_DATE})
    return order_of((text.split(" ")[0] for text in texts), is_chinese=is_chinese)


@dataclass(frozen=True, slots=True)
class _Proposal:
    columns: tuple[Column, ...]
    confidence: float
    doubts: tuple[Reason, ...]


def _texts(mapping: ColumnMapping, rows: Iterable[Row], wanted: set[Role]) -> set[str]:
    places = [place for place, column in enumerate(mapping.columns) if column.role in wanted]
    return {row.at(place) for row in rows for place in places if place not in row.times}


def _questions(mapping: ColumnMapping, body: Sequence[Row]) -> tuple[Ambiguity, ...]:
    found = []
    order = date_order(mapping, body)
    if order.options and mapping.date_order not in order.options:
        found.append(Ambiguity("date_order_unclear", order.options, order.example))
    style = number_style(mapping, body)
    if not style.is_sure and mapping.style is None:
        options = ("comma", "point_thousands")
        found.append(Ambiguity("number_style_unclear", options, style.example))
    if mapping.fill_patient is None and _has_blank_patients(mapping, body):
        found.append(Ambiguity("patient_blank", ("same", "unknown")))
    return tuple(found)


def _has_blank_patients(mapping: ColumnMapping, body: Iterable[Row]) -> bool:
    places = [place for place, column in enumerate(mapping.columns) if column.role in PERSON]
    values = [
        place
        for place, column in enumerate(mapping.columns)
        if column.role in {Role.VALUE, Role.ANALYTE}
    ]
    named = False
    for row in body:
        if any(row.at(place) for place in places):
            named = True
        elif named and any(row.at(place) for place in values):
            return True
    return False


def _long(headings: Sequence[str], body: Sequence[Row]) -> _Proposal:
    found = [role_of(heading) for heading in headings]
    doubts = []
    if not any(role in {Role.TEST_NAME, Role.TEST_CODE} for role, _ in found):
        # "Name" beside results and nothing else that names a test.
        at = next(i for i, each in enumerate(headings) if other_meaning(each) is Role.TEST_NAME)
        found[at] = (Role.TEST_NAME, EITHER)
    found = [_settled(body, at, each) for at, each in enumerate(found)]
    groups = _groups([role for role, _ in found])
    columns, confidences = [], [1.0]
    used: set[tuple[Role, int]] = set()
    for at, (heading, (role, confidence)) in enumerate(zip(headings, found, strict=True)):
        group = groups[at] if role in RESULT else 0
        if (role, group) in used and role not in _MAY_REPEAT:
            doubts.append(Reason("heading_twice", {"heading": heading}))
            role, confidence = Role.UNKNOWN, EITHER  # noqa: PLW2901 - decided here
        elif role is Role.UNKNOWN and any(row.at(at) for row in body):
            doubts.append(Reason("heading_unknown", {"heading": heading}))
        elif confidence <= EITHER and role is not Role.UNKNOWN:
            doubts.append(Reason("heading_either", {"heading": heading}))
        used.add((role, group))
        columns.append(Column(heading, role, group=group))
        if role not in {Role.UNKNOWN, Role.IGNORED} or (confidence and role is Role.UNKNOWN):
            confidences.append(confidence)
    return _Proposal(tuple(columns), min(confidences), tuple(doubts))


def _settled(body: Sequence[Row], at: int, found: tuple[Role, float]) -> tuple[Role, float]:
    """A column of days or of times of day, by what stands in it; "Date" is likely the sampling."""
    role, confidence = found
    if role not in TIMES:
        return found
    cells = [row.at(at) for row in body[:SAMPLE] if row.at(at)]
    if role is Role.TAKEN and cells and all(is_clock(cell) for cell in cells):
        return Role.TAKEN_CLOCK, LIKELY
    return role, max(confidence, LIKELY)


def _groups(roles: Sequence[Role]) -> list[int]:
    """Which of several results on one line each column belongs to.

    Printed reports put two halves side by side, each with its own headings.
    """
    first = next((role for role in roles if role in RESULT), Role.UNKNOWN)
    starts = [at for at, role in enumerate(roles) if role is first]
    if len(starts) < 2 or roles.count(Role.VALUE) != len(starts):
        return [0] * len(roles)
    return [max(0, sum(start <= at for start in starts) - 1) for at in range(len(roles))]


def _wide(headings: Sequence[str], body: Sequence[Row]) -> _Proposal:
    columns, doubts, confidences = [], [], [1.0]
    used: set[Role] = set()
    sample = body[:SAMPLE]
    for at, heading in enumerate(headings):
        if holds_values(headings, sample, at):
            name, unit = split_header(heading)
            columns.append(Column(name, Role.ANALYTE, unit))
            confidences.append(LIKELY if unit else _BARE_ANALYTE)
            continue
        role, confidence = _settled(sample, at, role_of(heading))
        if role in RESULT:
            role = Role.UNKNOWN
        if role in used and role not in _MAY_REPEAT:
            doubts.append(Reason("heading_twice", {"heading": heading}))
            role, confidence = Role.UNKNOWN, EITHER
        elif role is Role.UNKNOWN and any(row.at(at) for row in body):
            doubts.append(Reason("heading_unknown", {"heading": heading}))
        elif confidence <= EITHER and role is not Role.UNKNOWN:
            doubts.append(Reason("heading_either", {"heading": heading}))
            confidences.append(confidence)
        used.add(role)
        columns.append(Column(heading, role))
    return _Proposal(tuple(columns), min(confidences), tuple(doubts))


def _by_contents(rows: Sequence[Row]) -> Guess:
    """A proposal from the contents alone, for somebody to look at: nothing is read by it."""
    at = word_header(rows)
    body = rows[at + 1 :][:SAMPLE]
    width = max((len(row.cells) for row in rows[:SAMPLE]), default=0)
    roles = [Role.UNKNOWN] * width
    for role, test in _CONTENTS:
        for place in range(width):
            cells = [row.at(place) for row in body if row.at(place)]
            is_free = cells and roles[place] is Role.UNKNOWN
            if is_free and sum(map(test, cells)) > MOST * len(cells):
                roles[place] = role
                break
    if Role.VALUE in roles:
        before = [each for each in range(roles.index(Role.VALUE)) if roles[each] is Role.UNKNOWN]
        if before:
            roles[before[-1]] = Role.TEST_NAME
    found = Role.TEST_NAME in roles
    headings = (*rows[at].cells, *[""] * width)[:width] if at >= 0 else ("",) * width
    print_ = fingerprint(trimmed(headings)) if at >= 0 else f"none:{width}"
    columns = tuple(Column(*pair) for pair in zip(headings, roles, strict=True))
    mapping = ColumnMapping(Layout(print_, Shape.LONG, may_be_kept=False), columns)
    doubt = Reason("heading_missing" if found else "columns_not_recognised")
    return Guess(mapping, at, _BY_CONTENTS if found else 0.0, (doubt,))


_CONTENTS: tuple[tuple[Role, Callable[[str], bool]], ...] = (
    (Role.TAKEN, looks_like_date),
    (Role.UNIT, looks_like_unit),
    (Role.VALUE, lambda cell: parse_value(cell).is_plain),
    (Role.RANGE, lambda cell: parse_range(cell).low is not None),
)
