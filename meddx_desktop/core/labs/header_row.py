"""Which row of a sheet is its heading row; above it stand titles and the patient's lines."""

import re
from collections.abc import Sequence

from meddx_desktop.core.labs.columns import trimmed
from meddx_desktop.core.labs.headers import (
    LIKELY,
    PERSON,
    SURE,
    TIMES,
    Role,
    other_meaning,
    role_of,
)
from meddx_desktop.core.labs.names import named
from meddx_desktop.core.labs.sheets import Row
from meddx_desktop.core.labs.unit_shape import looks_like_unit, split_header, value_with_unit
from meddx_desktop.core.labs.values import parse_value, says_none
from meddx_desktop.core.labs.written_dates import looks_like_date

WITHIN = 60
"""Rows looked at; no report has a longer head."""
SAMPLE = 40
_NAMES_TESTS = {(Role.TEST_NAME, SURE), (Role.TEST_NAME, LIKELY)}
MOST = 0.6
_WORDED = re.compile(
    r"阳性|阴性|positive|negative|reactive|^[+±-]{1,4}$|^[1-4]\s?\+$", re.IGNORECASE
)
_MARKED = re.compile(r"[<>≤≥]?\s*[0-9][0-9.,]*\s*[HL*↑↓]?", re.ASCII)


def long_header(rows: Sequence[Row]) -> int:
    """The first row that names tests and results."""
    for at, row in enumerate(rows[:WITHIN]):
        roles = {role_of(cell)[0] for cell in row.cells if cell}
        others = {other_meaning(cell) for cell in row.cells if cell}
        names = roles & {Role.TEST_NAME, Role.TEST_CODE} or Role.TEST_NAME in others
        if names and Role.VALUE in roles:
            return at
    return -1


def wide_header(rows: Sequence[Row]) -> int:
    """The first row of words under which most cells are values."""
    for at, row in enumerate(rows[:WITHIN]):
        headings = trimmed(row.cells)
        if len([cell for cell in headings if cell]) < 2 or not all(map(_is_word, headings)):
            continue
        body = [each for each in rows[at + 1 : at + 1 + SAMPLE] if not each.is_blank]
        if not body or any(role_of(cell) in _NAMES_TESTS for cell in headings):
            # Without a line below it is a line itself; a table that names tests is no wide one.
            continue
        analytes = [place for place in range(len(headings)) if holds_values(headings, body, place)]
        known = [role_of(cell)[0] in {*PERSON, *TIMES} for cell in headings]
        if len(analytes) >= 2 or (analytes and any(known)):
            return at
    return -1


def word_header(rows: Sequence[Row]) -> int:
    """A first full row of words in a language that is not known here; -1 where there is none."""
    width = max((len(trimmed(row.cells)) for row in rows[:SAMPLE]), default=0)
    for at, row in enumerate(rows[:WITHIN]):
        if width > 1 and len(trimmed(row.cells)) == width:
            numbers = any(not _is_word(cell) for each in rows[at + 1 :] for cell in each.cells)
            return at if all(row.cells) and all(map(_is_word, row.cells)) and numbers else -1
    return -1


def _is_word(cell: str) -> bool:
    return not cell or (parse_value(cell).number is None and not looks_like_date(cell))


def holds_values(headings: Sequence[str], body: Sequence[Row], place: int) -> bool:
    """Whether a column without a known heading holds the values of one analyte."""
    if not headings[place] or role_of(headings[place])[0] is not Role.UNKNOWN:
        return False
    cells = [row.at(place) for row in body if row.at(place)]
    if not cells:
        return bool(split_header(headings[place])[1])
    # The first two rows may hold units and ranges.
    if named(split_header(headings[place])[0]).candidates and any(map(is_value, cells)):
        return True
    good = sum(is_value(cell) or looks_like_unit(cell) for cell in cells)
    return good >= MOST * len(cells) and any(is_value(cell) for cell in cells)


def is_value(cell: str) -> bool:
    """Whether a cell holds a result, in numbers or in words."""
    if value_with_unit(cell)[0].number is not None or says_none(cell):
        return True
    return bool(_WORDED.search(cell) or _MARKED.fullmatch(cell))
