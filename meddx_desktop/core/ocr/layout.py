"""Words of a page put in order: lines from top to bottom, and the columns of a table in them.

A column is where words stand below each other with white on both sides. Only the lines of the table
are cut into columns; what stands above it keeps its words as they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from meddx_desktop.core.ocr.columns import column_at, columns_of
from meddx_desktop.core.ocr.page import Word, wide_gap
from meddx_desktop.core.ocr.signs import Signs

_OVERLAP = 0.5
"""Least share of the lower word's height by which two words of a line overlap."""
_MANY = 3
"""Words from which on a line may be one of a table, where no headings say which are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell.

    Attributes
    ----------
    left, top, right, bottom : int
        Where it was looked for, in pixels of the page, ends not included; also of an empty cell.
    text : str
    least : float
        Share of the least sure sign; 1 for an empty cell.
    second : str
        What a second look reads.
    by_hand : bool
        Whether it is a number that looks written by hand.
    marks : tuple[str, ...]
        What its ink shows and its text does not say, as `marks.marks_of` names it.
    """

    left: int
    top: int
    right: int
    bottom: int
    text: str = ""
    least: float = 1.0
    second: str = ""
    by_hand: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page; of a table with a cell for each column."""

    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts."""
        return tuple(cell.text for cell in self.cells)

    def whole(self) -> "PageLine":
        """The same as a single cell, for a line whose columns nobody knows."""
        text = " | ".join(filter(None, self.texts))
        least = min((cell.least for cell in self.cells), default=1.0)
        by_hand = any(cell.by_hand for cell in self.cells)
        return PageLine((Cell(*self.box, text, least, text, by_hand),))

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of all that is written in it."""
        written = [cell for cell in self.cells if cell.text] or list(self.cells)
        return (
            min(cell.left for cell in written),
            min(cell.top for cell in written),
            max(cell.right for cell in written),
            max(cell.bottom for cell in written),
        )


Names = Callable[[tuple[str, ...]], bool]


def lines_of(words: Sequence[Word]) -> tuple[PageLine, ...]:
    """Lines in reading order, each with its words from left to right."""
    return tuple(PageLine(tuple(map(_whole, line))) for line in _lines(words))


def table_of(words: Sequence[Word], is_heading: Names) -> tuple[PageLine, ...]:
    """Lines in reading order, those from the first headings on cut into columns.

    Parameters
    ----------
    words
        Of one page.
    is_heading
        Whether these texts are the headings of a table. Where none are, every line of three words
        and more is taken for one of the table.
    """
    lines = _lines([part for word in words for part in _parts(word)])
    heads = [at for at, line in enumerate(lines) if is_heading(tuple(_text(line)))]
    if not heads:
        rows = [line for line in lines if len(line) >= _MANY]
        return tuple(_gridded(lines, rows, [len(line) >= _MANY for line in lines], headed=False))
    made = [PageLine(tuple(map(_whole, line))) for line in lines[: heads[0]]]
    for head, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        part = lines[head:end]
        made += _gridded(part, _body(part), [True] * len(part), headed=True)
    return tuple(made)


def _parts(word: Word) -> list[Word]:
    """A word cut where the paper leaves the room of a column: the network joins neighbours."""
    places = word.signs.places
    written = [at for at, sign in enumerate(word.signs.text) if sign != " "]
    wide = word.right - word.left
    least = wide_gap([places[at] for at in written], word.height / max(1, wide))
    cuts = [
        (before, after)
        for before, after in pairwise(written)
        if places[after] - places[before] > least
    ]
    starts = [0, *(after for _, after in cuts)]
    ends = [*(before + 1 for before, _ in cuts), len(places)]
    seconds = word.second.split()
    parts = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        cell = _cut(word, start, end)
        # Of a word that reads otherwise a second time, the parts that are the same agree.
        agrees = cell.text == word.signs.text or cell.text in seconds
        left = word.left if number == 0 else cell.left
        inner = max(1, cell.right - left)
        signs = Signs(
            word.signs.text[start:end],
            word.signs.shares[start:end],
            tuple((word.left + at * wide - left) / inner for at in places[start:end]),
        )
        second = word.second if not cuts else cell.text if agrees else cell.second
        parts.append(Word(left, word.top, cell.right, word.bottom, signs, second, word.by_hand))
    return parts


def _text(line: Sequence[Word]) -> list[str]:
    return [word.signs.text for word in line]


def _whole(word: Word) -> Cell:
    least = min(word.signs.shares, default=1.0)
    box = word.left, word.top, word.right, word.bottom
    return Cell(*box, word.signs.text, least, word.second, word.by_hand)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Each word joins the line whose last word it stands beside: lines may slope a little."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.left):
        beside = [(share, line) for line in lines if (share := _beside(line[-1], word)) > _OVERLAP]
        if beside:
            max(beside, key=lambda one: one[0])[1].append(word)
        else:
            lines.append([word])
    return sorted(lines, key=lambda line: sum(one.top + one.bottom for one in line) / len(line))


def _beside(one: Word, other: Word) -> float:
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return high / max(1, min(one.height, other.height))


def _body(part: list[list[Word]]) -> list[list[Word]]:
    """The lines that show where columns stand: headings, and lines of two words and more."""
    return [part[0], *(line for line in part[1:] if len(line) > 1)]


def _gridded(
    lines: list[list[Word]],
    rows: list[list[Word]],
    is_row: Sequence[bool],
    *,
    headed: bool,
) -> list[PageLine]:
    columns = columns_of(rows, headed=headed)
    return [
        _row(line, columns) if cut and columns else PageLine(tuple(map(_whole, line)))
        for line, cut in zip(lines, is_row, strict=True)
    ]


def _row(line: list[Word], columns: list[tuple[int, int]]) -> PageLine:
    taken: list[list[Cell]] = [[] for _ in columns]
    own = [column_at((word.left + word.right) / 2, columns) for word in line]
    for word, mine in zip(line, own, strict=True):
        others = set(own) - {mine}
        for cell, at in _pieces(word, columns, mine, others):
            taken[at].append(cell)
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    return PageLine(
        tuple(
            _joined(cells) if cells else Cell(left, top, right, bottom)
            for cells, (left, right) in zip(taken, columns, strict=True)
        )
    )


def _pieces(
    word: Word, columns: list[tuple[int, int]], mine: int, others: set[int]
) -> list[tuple[Cell, int]]:
    """A word that runs over several columns, cut between its signs.

    Not into a column that has a word of its own on this line: there a long name only reaches over.
    """
    wide = word.right - word.left
    ats = []
    for place in word.signs.places:
        at = column_at(word.left + place * wide, columns)
        ats.append(mine if at in others else at)
    if len(set(ats)) < 2 or len(ats) != len(word.signs.text):
        return [(_whole(word), mine)]
    found = []
    start = 0
    for end in range(1, len(ats) + 1):
        if end < len(ats) and ats[end] == ats[start]:
            continue
        found.append((_cut(word, start, end), ats[start]))
        start = end
    return [(cell, at) for cell, at in found if cell.text]


def _cut(word: Word, start: int, end: int) -> Cell:
    """The signs from `start` to `end`; what was read twice can't be told apart, so it differs."""
    wide, places = word.right - word.left, word.signs.places
    left = word.left if start == 0 else word.left + (places[start - 1] + places[start]) / 2 * wide
    last = end == len(places)
    right = word.right if last else word.left + (places[end - 1] + places[end]) / 2 * wide
    text = word.signs.text[start:end].strip()
    second = text if word.second == word.signs.text else word.second
    least = min(word.signs.shares[start:end])
    box = round(left), word.top, round(right), word.bottom
    return Cell(*box, text, least, second, word.by_hand)


def _joined(cells: list[Cell]) -> Cell:
    """Words of one cell behind each other."""
    ordered = sorted(cells, key=lambda cell: cell.left)
    return Cell(
        min(cell.left for cell in ordered),
        min(cell.top for cell in ordered),
        max(cell.right for cell in ordered),
        max(cell.bottom for cell in ordered),
        " ".join(cell.text for cell in ordered),
        min(cell.least for cell in ordered),
        " ".join(cell.second for cell in ordered),
        any(cell.by_hand for cell in ordered),
    )
