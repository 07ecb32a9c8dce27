"""A sheet cut where other columns begin, and where another patient, specimen or day begins."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from meddx_desktop.core.labs.characters import key
from meddx_desktop.core.labs.columns import Guess, trimmed
from meddx_desktop.core.labs.guess import guess_columns
from meddx_desktop.core.labs.headers import LIKELY, PERSON, Role, role_of
from meddx_desktop.core.labs.sheet_head import Labelled, read_labelled
from meddx_desktop.core.labs.sheets import Row, Sheet

_DIGIT = re.compile(r"[0-9]")
_OF_WHAT_FOLLOWS = frozenset({Role.SPECIMEN, Role.TAKEN, Role.PANEL})
"""Said between results, these begin a section; anything else said there is a foot."""


@dataclass(slots=True)
class Block:
    """Lines under one head.

    Attributes
    ----------
    around : dict[Role, str]
        What the head, or a foot, says for all lines.
    titles, rows : list[Row]
        Lines of the head that were not understood; lines that may be results.
    """

    around: dict[Role, str] = field(default_factory=dict)
    titles: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def parts(sheet: Sheet, guess: Guess) -> Iterator[tuple[Sheet, Guess | None]]:
    """The sheet cut before each row of other headings; None where such columns are in doubt.

    Below other headings the old columns would mean something else.
    """
    if guess.header < 0:
        yield sheet, guess
        return
    heading = _Heading(sheet, guess)
    for at in range(guess.header + 1, len(sheet.rows)):
        row = sheet.rows[at]
        if _is_heading(row) and not heading.is_at(row):
            yield replace(sheet, rows=sheet.rows[:at]), guess
            below = replace(sheet, rows=sheet.rows[at:])
            other = guess_columns(below)
            if other.confidence < LIKELY or other.doubts or other.questions:
                yield below, None
            else:
                yield from parts(below, other)
            return
    yield sheet, guess


def blocks(
    sheet: Sheet, guess: Guess, before: Mapping[Role, str], *, is_last: bool
) -> Iterator[Block]:
    """The lines of a part of a sheet in blocks.

    Parameters
    ----------
    sheet, guess
        From `parts`.
    before
        What the part before it says for this one.
    is_last
        Whether a foot at its end is the foot of the sheet, not the head of the next part.
    """
    block = Block(dict(before))
    foot: dict[Role, str] = {}
    heading = _Heading(sheet, guess)
    is_above = guess.header >= 0
    for row in sheet.rows:
        if row.is_blank:
            continue
        if heading.is_at(row):
            is_above = False
            continue
        labelled = _labelled(row, is_above=is_above)
        if labelled is None:
            if foot:
                yield _with_foot(block, foot)
                block, foot = Block({**block.around, **foot}), {}
            block.rows.append(row)
            continue
        if labelled.names_patient and (block.rows or _is_other(block, labelled)):
            yield _with_foot(block, foot)
            block, foot = Block(), {}
        (foot if block.rows else block.around).update(labelled.values)
        if labelled.leftover:
            block.titles.append(row)
    yield _with_foot(block, foot, is_last=is_last)
    if foot and not is_last:
        yield Block({**block.around, **foot})


def _with_foot(block: Block, foot: Mapping[Role, str], *, is_last: bool = False) -> Block:
    for role, value in foot.items():
        if is_last or role not in _OF_WHAT_FOLLOWS:
            block.around.setdefault(role, value)
    return block


def _is_other(block: Block, labelled: Labelled) -> bool:
    """Whether a line names somebody else than the lines before it."""
    said = ((block.around.get(role), labelled.values.get(role)) for role in PERSON)
    return any(old and new and old != new for old, new in said)


def _is_heading(row: Row) -> bool:
    """Whether a line names both tests and results: nothing but headings does."""
    if _DIGIT.search("".join(row.cells)):
        return False
    roles = {role_of(cell)[0] for cell in row.cells if cell}
    return Role.VALUE in roles and bool(roles & {Role.TEST_NAME, Role.TEST_CODE})


def _labelled(row: Row, *, is_above: bool) -> Labelled | None:
    """What a line of labels says; None for a line of results.

    Between results only a line that begins with a label is one: the head of the next report.
    """
    if is_above:
        return read_labelled(row)
    first = next((cell for cell in row.cells if cell), "")
    role, confidence = role_of(first)
    if role in PERSON and confidence >= LIKELY:
        return read_labelled(row)
    if ":" not in first and "：" not in first:
        return None
    found = read_labelled(row, colons_only=True)
    return found if found.values else None


class _Heading:
    """Recognises the heading row again on every page."""

    def __init__(self, sheet: Sheet, guess: Guess) -> None:
        cells = trimmed(sheet.rows[guess.header].cells) if guess.header >= 0 else ()
        self._cells = cells
        self._keys = [key(cell) for cell in cells]

    def is_at(self, row: Row) -> bool:
        if not self._cells or len(row.cells) < len(self._cells):
            return False
        if key(row.cells[0]) != self._keys[0]:
            return False
        return [key(cell) for cell in trimmed(row.cells)] == self._keys
