"""Paper as a table of results: what was read, what a person wrote over it, what is unsure.

Nothing is repaired: a cell stays as it was read until somebody who sees the paper writes over it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentReport, SentResult
from meddx_desktop.core.labs.columns import ColumnMapping
from meddx_desktop.core.labs.headers import RESULT, Role, role_of
from meddx_desktop.core.labs.sheets import Row, Sheet, Table
from meddx_desktop.core.operations.labs_preview import OPEN, Choices, Preview, SheetView

if TYPE_CHECKING:  # whoever reads a file of results needs no networks
    from meddx_desktop.core.ocr.layout import Cell, PageLine

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the page, ends not included."""
KIND = "paper"
SURE = 0.9
"""Share below which a sign is not sure; clear print stands above .97."""
_CONFUSED = re.compile(r"(?<=[\d.])[OoIlSBZ|]|[OoIlSBZ|](?=[\d.])")
"""Letters beside digits that print like digits."""
_MARKS = {"point": "paper_point", "struck": "paper_struck"}

_SHEET = Sheet("", (), serial_dates=False, line_word="line")


@dataclass(frozen=True, slots=True)
class LineMarks:
    """Where a line stands on its page, and what of it is unsure."""

    box: Box
    unsure: tuple[Box, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PaperPage:
    """One page.

    Attributes
    ----------
    picture : NDArray[np.uint8]
        (rows, columns, 3), RGB, laid straight.
    lines : tuple[PageLine, ...]
        As read, the table cut into columns.
    words : tuple[PageLine, ...]
        As read, not cut.
    is_uneven : bool
        Whether its lines could not be made level.
    """

    picture: NDArray[np.uint8]
    lines: "tuple[PageLine, ...]"
    words: "tuple[PageLine, ...]"
    is_uneven: bool = False

    def marks(self, *, cut: bool) -> tuple[LineMarks, ...]:
        """Each of `lines`, or of `words` where not `cut`."""
        return tuple(
            LineMarks(line.box, tuple(box_of(cell) for cell in line.cells if is_unsure(cell)))
            for line in (self.lines if cut else self.words)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A photograph or scan, read once; looked at as often as somebody answers something."""

    sha256: str
    file_name: str
    pages: tuple[PaperPage, ...]
    unread: tuple[int, ...] = ()
    """Pages of the file that hold their text themselves and were not read, counted from 1."""

    @property
    def cautions(self) -> tuple[Reason, ...]:
        """What speaks against reading these pages at all."""
        uneven = [Reason("paper_uneven")] if any(page.is_uneven for page in self.pages) else []
        if not self.unread:
            return tuple(uneven)
        pages = ", ".join(map(str, self.unread))
        return (*uneven, Reason("paper_pages_unread", {"pages": pages}))

    @property
    def text(self) -> str:
        """All lines as text, words of a line apart, pages with a blank line between them."""
        pages = ("\n".join(" ".join(line.texts) for line in page.words) for page in self.pages)
        return "\n\n".join(pages)

    @property
    def doubtful_words(self) -> tuple[str, ...]:
        """Words that are not sure, in reading order, each once."""
        cells = (cell for page in self.pages for line in page.words for cell in line.cells)
        return tuple(dict.fromkeys(cell.text for cell in cells if is_unsure(cell)))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the paper a line of the table stands."""

    page: int
    line: int


def is_headings(texts: tuple[str, ...]) -> bool:
    """Whether a line names both tests and results."""
    roles = {role_of(part)[0] for text in texts for part in (text, *text.split())}
    return Role.VALUE in roles and bool(roles & {Role.TEST_NAME, Role.TEST_CODE})


def under_headings(
    lines: "tuple[PageLine, ...]", before: Sequence[PaperPage]
) -> "tuple[PageLine, ...]":
    """Lines of a page as they may be read under the headings of the pages before it.

    A page without headings that has other columns than they name is not read by them: a column of
    marks without a mark would shift every cell behind it.
    """
    known = [len(line.cells) for page in before for line in page.lines if is_headings(line.texts)]
    if not known or any(is_headings(line.texts) for line in lines):
        return lines
    return tuple(line if len(line.cells) in (1, known[-1]) else line.whole() for line in lines)


def box_of(cell: "Cell") -> Box:
    """Where a cell stands."""
    return cell.left, cell.top, cell.right, cell.bottom


def is_unsure(cell: "Cell") -> bool:
    """Whether a cell was read with doubt, in two ways, or has ink that its text does not say."""
    return cell.least < SURE or cell.second != cell.text or cell.by_hand or bool(cell.marks)


def spot_of(paper: Paper, place: str) -> Spot | None:
    """Where a result or a rejected line stands; its place may go on behind the line's."""
    return next(
        (spot for row, spot in _rows(paper, OPEN) if _line(place) == _SHEET.place(row)), None
    )


def value_box(paper: Paper, preview: Preview, sent: SentResult) -> tuple[int, Box] | None:
    """Page and box of where a result's value stands; of the whole line where that is not known."""
    spot = spot_of(paper, sent.place)
    if spot is None:
        return None
    line = paper.pages[spot.page].lines[spot.line]
    mapping = preview.sheets[0].guess.mapping if preview.sheets else None
    row = Row(spot.line + 1, line.texts)
    values = [
        at
        for at in sorted(_columns(row, sent, mapping))
        if mapping is not None
        and at < min(len(line.cells), len(mapping.columns))
        and mapping.columns[at].role is Role.VALUE
    ]
    if len(values) != 1:
        return spot.page, line.box
    return spot.page, box_of(line.cells[values[0]])


def table_of_paper(paper: Paper, choices: Choices) -> Table:
    """All pages as one table, with what was written over cells, without lines left out."""
    rows = tuple(row for row, spot in _rows(paper, choices) if not _is_out(spot, choices))
    return Table((replace(_SHEET, rows=rows),), KIND)


def marked(
    paper: Paper, reports: tuple[SentReport, ...], sheets: tuple[SheetView, ...], choices: Choices
) -> tuple[SentReport, ...]:
    """Every result says that it was read from a picture, and what of it is unsure or written over.

    Lines that somebody left out are listed with those that were not understood.
    """
    mapping = sheets[0].guess.mapping if sheets else None
    at = {_SHEET.place(row): (row, spot) for row, spot in _rows(paper, choices)}

    def mark(sent: SentResult) -> SentResult:
        row, spot = at[_line(sent.place)]
        wanted = _columns(row, sent, mapping)
        numbers = _numbers(mapping)
        cells = paper.pages[spot.page].lines[spot.line].cells
        found = (
            doubt
            for at in sorted(wanted & set(range(len(cells))))
            for doubt in _doubts(cells[at], row.at(at), is_number=at in numbers)
        )
        said = (Reason("paper_read"), *found)
        return replace(sent, cautions=(*said, *sent.cautions))

    made = [replace(one, results=tuple(map(mark, one.results))) for one in reports]
    out = tuple(
        RejectedLine(_SHEET.place(row), row.text, Reason("paper_left_out"))
        for row, spot in at.values()
        if _is_out(spot, choices)
    )
    first = made[0]
    return (replace(first, rejected=(*first.rejected, *out)), *made[1:])


def _rows(paper: Paper, choices: Choices) -> Iterator[tuple[Row, Spot]]:
    over = {(one.page, one.line, one.column): one.text for one in choices.written}
    several = len(paper.pages) > 1
    for number, page in enumerate(paper.pages):
        for at, line in enumerate(page.lines):
            texts = tuple(
                over.get((number, at, column), text) for column, text in enumerate(line.texts)
            )
            part = f"page {number + 1}" if several else ""
            yield Row(at + 1, texts, part=part), Spot(number, at)


def _line(place: str) -> str:
    """The place of the line, without the column that a wide table adds."""
    return place.partition(", column ")[0]


def _is_out(spot: Spot, choices: Choices) -> bool:
    return (spot.page, spot.line) in choices.left_out


def _doubts(cell: "Cell", text: str, *, is_number: bool) -> Iterator[Reason]:
    """What to beware of in one cell, read as `cell` and standing as `text` now."""
    if text != cell.text:
        yield Reason("paper_corrected", {"read": cell.text or "–"})
    elif cell.second != cell.text:
        yield Reason("paper_read_twice", {"first": cell.text, "second": cell.second})
    elif cell.least < SURE:
        yield Reason("paper_unsure", {"text": cell.text})
    if text == cell.text and cell.by_hand:
        yield Reason("paper_by_hand", {"text": cell.text})
    if text == cell.text:
        yield from (Reason(_MARKS[mark], {"text": text}) for mark in cell.marks)
    if is_number and _CONFUSED.search(text):
        yield Reason("paper_letters", {"text": text})


def _columns(row: Row, sent: SentResult, mapping: ColumnMapping | None) -> set[int]:
    """The columns that speak of this result: of two halves of a line only its own."""
    every = set(range(len(row.cells)))
    if mapping is None:
        return every
    named = {
        column.group
        for at, column in enumerate(mapping.columns)
        if column.role in (Role.TEST_NAME, Role.TEST_CODE) and row.at(at) in sent.names
    }
    if len(named) != 1:
        return every
    group = named.pop()
    return {
        at
        for at, column in enumerate(mapping.columns)
        if column.role in RESULT and column.group == group
    }


def _numbers(mapping: ColumnMapping | None) -> set[int]:
    """The columns that hold numbers."""
    wanted = (Role.VALUE, Role.RANGE, Role.RANGE_LOW, Role.RANGE_HIGH)
    columns = mapping.columns if mapping else ()
    return {at for at, column in enumerate(columns) if column.role in wanted}
