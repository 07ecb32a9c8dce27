"""Text tables: CSV, TSV, semicolons, bars; quoted or not."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.encodings import decode
from meddx_desktop.core.labs.sheets import LONGEST_CELL, Budget, Row, Sheet, Table

_DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE_LINES = 200
_TALLEST_CELL = 20
"""A quoted cell over more lines is a quotation mark that was never closed."""


def read_delimited(data: bytes) -> Table:
    """Cut a text file into cells.

    Raises
    ------
    UnreadableResults
        ``table_not_text``, ``table_too_large``, ``results_empty``.
    """
    decoded = decode(data)
    text = decoded.text.removesuffix("\x1a")
    said = text[:5].lower()
    start = 0
    if said[:4] == "sep=" and len(said) == 5:
        # Excel's own first line, which names the delimiter.
        delimiter, text, start = text[4], text[5:].lstrip("\r\n"), 1
    else:
        delimiter = _delimiter(text)
    cautions = decoded.cautions
    try:
        rows = _rows(text, delimiter, start, quoted=True)
    except _QuotesDamaged:
        rows = _rows(text, delimiter, start, quoted=False)
        cautions = (*cautions, Reason("quotes_damaged"))
    if all(row.is_blank for row in rows):
        raise UnreadableResults("results_empty")
    return Table((Sheet("", rows),), "csv", decoded.encoding, delimiter, cautions)


class _QuotesDamaged(Exception):
    """The quotation marks don't pair; read without them."""


def _rows(text: str, delimiter: str, start: int, *, quoted: bool) -> tuple[Row, ...]:
    budget = Budget()
    found = []
    for number, cells in _records(text, delimiter, quoted=quoted):
        budget.spend(len(cells))
        found.append(Row(start + number, tuple(cell.strip() for cell in cells)))
    return tuple(found)


def _records(text: str, delimiter: str, *, quoted: bool) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every record."""
    style: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    lines = io.StringIO(text, newline="" if quoted else None)
    reader = csv.reader(lines, delimiter=delimiter, quoting=style, strict=quoted)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if quoted:
                raise _QuotesDamaged from error
            raise UnreadableResults("table_not_text") from error
        if quoted and reader.line_num - before > _TALLEST_CELL:
            raise _QuotesDamaged
        if max(map(len, cells), default=0) > LONGEST_CELL:
            raise _QuotesDamaged if quoted else UnreadableResults("table_not_text")
        yield before + 1, cells
        before = reader.line_num


def _delimiter(text: str) -> str:
    """The mark that cuts most lines into the same number of cells."""
    lines = [line for line in text[: 1 << 16].splitlines() if line.strip()][:_SAMPLE_LINES]
    best, best_score = ",", 0
    for mark in _DELIMITERS:
        counts = Counter(_width(line, mark) for line in lines)
        counts.pop(1, None)
        if counts:
            width, often = max(counts.items(), key=lambda item: (item[1], item[0]))
            score = often * min(width, 12)
            if score > best_score:
                best, best_score = mark, score
    return best


def _width(line: str, mark: str) -> int:
    if '"' not in line:
        return line.count(mark) + 1
    try:
        return len(next(csv.reader([line], delimiter=mark), ()))
    except csv.Error:
        return 1
