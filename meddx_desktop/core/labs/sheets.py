"""A table before anybody knows its columns: sheets of rows of cells, whatever file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableResults

MOST_CELLS = 2_000_000
"""Most cells of one table, empty ones between others counted; about 200 MB of memory."""
MOST_ROWS = 200_000
MOST_COLUMNS = 500
LONGEST_CELL = 4_000
"""A longer cell is a document."""

MERGED = "merged_value"
"""Problem of a cell that shows what a row above has: fine for a name, not for a value."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes
    ----------
    number : int
        As the program that made the file counts it, from 1.
    cells : tuple[str, ...]
        Texts without spaces around them; a formula is never more than text.
    times : Mapping[int, datetime]
        Cells that the file itself marks as dates, by column.
    problems : Mapping[int, str]
        Codes for cells that have no readable content, by column.
    part : str
        Which part of the line this is, where one line holds several; empty: all of it.
    """

    number: int
    cells: tuple[str, ...]
    times: Mapping[int, datetime] = field(default_factory=dict)
    problems: Mapping[int, str] = field(default_factory=dict)
    part: str = ""

    @property
    def is_blank(self) -> bool:
        """Nothing in it at all."""
        return not any(self.cells) and not self.problems

    @property
    def text(self) -> str:
        """The line for people, cells apart."""
        return " | ".join(cell for cell in self.cells if cell)

    def at(self, column: int) -> str:
        """The cell of a column; rows may be shorter than others."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named sheet of a workbook, or the one table of a text file (without a name)."""

    name: str
    rows: tuple[Row, ...]
    cautions: tuple[Reason, ...] = ()
    serial_dates: bool = True
    """Whether a bare number in a date column counts days as Excel does (from 1900)."""
    line_word: str = "row"

    def place(self, row: Row) -> str:
        """Where a row stands, for people."""
        place = f"{self.line_word} {row.number}" + (f", {row.part}" if row.part else "")
        return f"sheet {self.name}, {place}" if self.name else place


@dataclass(frozen=True, slots=True)
class Table:
    """A file of results, opened and cut into cells.

    Attributes
    ----------
    sheets : tuple[Sheet, ...]
    kind : str
        ``csv`` or ``xlsx``.
    encoding, delimiter : str
        How a text file was read; empty for workbooks.
    cautions : tuple[Reason, ...]
    """

    sheets: tuple[Sheet, ...]
    kind: str
    encoding: str = ""
    delimiter: str = ""
    cautions: tuple[Reason, ...] = ()


class Budget:
    """Counts cells while a file is read, so that no file can ask for all memory.

    Parameters
    ----------
    cells, rows
        What is left; one budget serves all sheets of a workbook.
    """

    def __init__(self, cells: int = MOST_CELLS, rows: int = MOST_ROWS) -> None:
        self._cells = cells
        self._rows = rows

    def spend(self, width: int) -> None:
        """Pay for one row.

        Raises
        ------
        UnreadableResults
            ``table_too_large``.
        """
        self._cells -= max(width, 1)
        self._rows -= 1
        if self._cells < 0 or self._rows < 0 or width > MOST_COLUMNS:
            raise UnreadableResults("table_too_large", rows=MOST_ROWS, columns=MOST_COLUMNS)
