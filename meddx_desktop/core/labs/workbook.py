"""Workbooks (.xlsx) as tables. Formulas are never worked out and macros never run."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.sheets import LONGEST_CELL, MERGED, Budget, Row, Sheet, Table
from meddx_desktop.core.labs.written_dates import FIRST_YEAR, LAST_YEAR

UNPACKED_BYTES = 200 << 20
MOST_PARTS = 2_000
MOST_SHEETS = 50
MOST_MERGED = 10_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of the compound files of [MS-CFB]: old .xls, and workbooks with a password."""

_EXACT = 1e15
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a workbook with a password ([MS-OFFCRYPTO] 2.3.4.4)."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_HIDDEN = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^>]*\shidden=\"(?:1|true)\"")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\sref=\"([A-Z0-9:]+)\"")
_DAMAGED = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, EOFError),
    *(NotImplementedError, ParseError, struct.error, zlib.error),
    *(zipfile.BadZipFile, zipfile.LargeZipFile, InvalidFileException),
)
"""What openpyxl and the zip library answer damaged files with. XML bombs come as ValueError."""


def read_workbook(data: bytes) -> Table:
    """Read every visible sheet of a workbook; hidden rows and columns too, with a caution.

    Raises
    ------
    UnreadableResults
        ``workbook_old``, ``workbook_locked``, ``workbook_damaged``, ``workbook_other``,
        ``workbook_bomb``, ``table_too_large``, ``results_empty``.
    """
    if data.startswith(OLE):
        raise UnreadableResults("workbook_locked" if _LOCKED in data else "workbook_old")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions that are not read
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                cautions = _check(parts)
                sheets = tuple(_sheets(data, parts))
        except _DAMAGED as error:
            raise UnreadableResults("workbook_damaged") from error
        except RuntimeError as error:  # a zip whose parts have a password
            raise UnreadableResults("workbook_locked") from error
    if all(row.is_blank for sheet in sheets for row in sheet.rows):
        raise UnreadableResults("results_empty")
    return Table(sheets, "xlsx", cautions=cautions)


def _check(parts: zipfile.ZipFile) -> tuple[Reason, ...]:
    """Refuse what is no workbook or unpacks to too much; macros are mentioned."""
    inside = parts.infolist()
    if len(inside) > MOST_PARTS or sum(part.file_size for part in inside) > UNPACKED_BYTES:
        raise UnreadableResults("workbook_bomb")
    names = {part.filename.lower() for part in inside}
    if "xl/workbook.xml" not in names:
        raise UnreadableResults("workbook_other")
    macros = any(name.endswith("vbaproject.bin") for name in names)
    return (Reason("workbook_macros"),) if macros else ()


def _sheets(data: bytes, parts: zipfile.ZipFile) -> Iterator[Sheet]:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    try:
        if len(book.worksheets) > MOST_SHEETS:
            raise UnreadableResults("table_too_large", rows=MOST_SHEETS, columns=MOST_SHEETS)
        budget = Budget()
        formulas = None
        for sheet in book.worksheets:
            marks = _Marks.of(parts.read(sheet._worksheet_path))
            if marks.has_formulas and formulas is None:
                formulas = openpyxl.load_workbook(
                    io.BytesIO(data), read_only=True, keep_links=False
                )
            written = formulas[sheet.title] if marks.has_formulas and formulas else None
            rows = _merged(tuple(_rows(sheet, written, budget)), marks.merged)
            from_1900 = book.epoch != CALENDAR_MAC_1904
            yield Sheet(sheet.title, rows, marks.cautions(sheet.sheet_state), from_1900)
        if formulas is not None:
            formulas.close()
    finally:
        book.close()


@dataclass(frozen=True, slots=True)
class _Marks:
    """What openpyxl does not tell when it reads row by row."""

    has_formulas: bool
    has_hidden: bool
    merged: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def of(cls, xml: bytes) -> "_Marks":
        areas: list[tuple[int, int, int, int]] = []
        for match in _MERGED.finditer(xml):
            if len(areas) >= MOST_MERGED:
                raise UnreadableResults("workbook_bomb")
            areas.append(range_boundaries(match[1].decode()))
        return cls(bool(_FORMULA.search(xml)), bool(_HIDDEN.search(xml)), tuple(areas))

    def cautions(self, state: str) -> tuple[Reason, ...]:
        hidden_sheet = (Reason("sheet_hidden"),) if state != "visible" else ()
        return (*hidden_sheet, *((Reason("cells_hidden"),) if self.has_hidden else ()))


def _rows(sheet: Any, written: Any, budget: Budget) -> Iterator[Row]:  # noqa: ANN401 - no types
    sheet.reset_dimensions()  # the file's own word for its size is not trusted
    formulas: Iterable[Any] = ()
    if written is not None:
        written.reset_dimensions()
        formulas = written.iter_rows()
    both = zip_longest(sheet.iter_rows(), formulas, fillvalue=())
    for number, (cells, sources) in enumerate(both, start=1):
        budget.spend(len(cells))
        row = _row(number, cells, sources)
        if not row.is_blank:
            yield row


def _row(number: int, cells: Iterable[Any], sources: Iterable[Any]) -> Row:
    texts, times, problems = [], {}, {}
    for column, (cell, source) in enumerate(zip_longest(cells, sources)):
        value = None if cell is None else cell.value
        is_formula = getattr(source, "data_type", "") == "f"
        if value is None and is_formula:
            problems[column] = "formula_cell"
        elif getattr(cell, "data_type", "") == "e":
            problems[column] = "error_cell"
        elif isinstance(value, datetime | date) and FIRST_YEAR <= value.year <= LAST_YEAR:
            times[column] = _moment(value)
        elif isinstance(value, int | float) and abs(value) >= _EXACT:
            # Beyond 15 digits a workbook holds another number than was typed: no number to trust.
            problems[column], value = "number_too_long", None
        text = _text(value, cell)
        if len(text) > LONGEST_CELL:
            problems[column], text = "cell_too_long", text[:LONGEST_CELL]
        texts.append(text)
    while texts and not texts[-1] and len(texts) - 1 not in problems:
        texts.pop()
    return Row(number, tuple(texts), times, problems)


def _moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)


def _text(value: object, cell: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    """A cell as a person sees it: 13.2 for a float, 6.9% where the cell shows a percentage."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        shows_percent = "%" in str(getattr(cell, "number_format", ""))
        return f"{value * 100:.12g}%" if shows_percent else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return "" if value is None else str(value).strip()


def _merged(rows: tuple[Row, ...], areas: Iterable[tuple[int, int, int, int]]) -> tuple[Row, ...]:
    """Cells merged downwards stand in each of their rows, as they do on the screen.

    Only the first column of an area is filled: a title across the sheet is said once.
    """
    by_number = {row.number: row for row in rows}
    for left, top, _, bottom in areas:
        first = by_number.get(top)
        if bottom <= top or first is None or not first.at(left - 1):
            continue
        for number in range(top + 1, min(bottom, rows[-1].number) + 1):
            row = by_number.get(number)
            if row is not None and not row.at(left - 1):
                by_number[number] = _filled(row, first, left - 1)
    return tuple(by_number.values())


def _filled(row: Row, first: Row, column: int) -> Row:
    cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
    cells[column] = first.cells[column]
    times = row.times
    if column in first.times:
        times = {**row.times, column: first.times[column]}
    return Row(row.number, tuple(cells), times, {**row.problems, column: MERGED})
