"""Tables of results (CSV, TSV, XLSX): opened, columns known, every line accounted for.

`open_table` cuts a file into cells, `guess_columns` proposes what they hold, `read_table` reads.
Each line becomes results or a rejected line; lines of labels and headings become what they say.
"""

from collections.abc import Iterable
from dataclasses import replace

from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.labs.columns import Ambiguity, ColumnMapping, Guess, Layout, Shape
from meddx_desktop.core.labs.cumulative import unfolded
from meddx_desktop.core.labs.delimited import read_delimited
from meddx_desktop.core.labs.gathering import Gathering
from meddx_desktop.core.labs.guess import guess_columns
from meddx_desktop.core.labs.headers import Role
from meddx_desktop.core.labs.limits import check_size
from meddx_desktop.core.labs.sheet_lines import read_lines, unread_lines
from meddx_desktop.core.labs.sheets import Row, Sheet, Table
from meddx_desktop.core.labs.workbook import OLE, read_workbook

__all__ = [
    "Ambiguity",
    "ColumnMapping",
    "Guess",
    "Layout",
    "Role",
    "Row",
    "Shape",
    "Sheet",
    "Table",
    "guess_columns",
    "open_table",
    "read_table",
]

_ZIP = b"PK\x03\x04"


def open_table(data: bytes) -> Table:
    """Open a text table or a workbook, whichever the bytes are; the name of a file is no proof.

    Raises
    ------
    UnreadableResults
        ``results_empty``, ``results_too_large``, ``table_not_text``, ``table_too_large``,
        ``workbook_old``, ``workbook_locked``, ``workbook_damaged``, ``workbook_other``,
        ``workbook_bomb``.
    """
    check_size(len(data))
    table = read_workbook(data) if data.startswith((_ZIP, OLE)) else read_delimited(data)
    return replace(table, sheets=tuple(map(unfolded, table.sheets)))


def read_table(table: Table, mappings: Iterable[ColumnMapping] = ()) -> tuple[SentReport, ...]:
    """Read every sheet of a table.

    Parameters
    ----------
    table
        From `open_table`.
    mappings
        Agreed mappings; each sheet is read by the one with its headings, else by the program's
        own guess where that is usable. A sheet that can't be read has all its lines rejected.

    Returns
    -------
    tuple of SentReport
        One for each patient in the order of the file; rejected lines that belong to nobody stand
        in the first one. Never empty.
    """
    agreed = tuple(mappings)
    cautions = list(table.cautions)
    people = Gathering()
    for sheet in table.sheets:
        if all(row.is_blank for row in sheet.rows):
            continue
        guess = guess_columns(sheet, agreed)
        is_agreed = any(guess.mapping is each for each in agreed)
        cautions += [*sheet.cautions, *(() if is_agreed else guess.doubts)]
        may_read = is_agreed or guess.is_usable
        for line in read_lines(sheet, guess) if may_read else unread_lines(sheet):
            people.add(line.outcome, line.person)
    return people.reports(cautions)
