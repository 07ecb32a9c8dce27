"""Tables on pages: headings repeated, a row never parted from its note, long ones go on."""

from meddx_desktop.core.domain.paper import Row, Table, Tone
from meddx_desktop.core.reports.pdf_page import BOLD, MARGIN, TOP, Page, Type

_GAP = 2.5
_PAD = 0.9
_SMALL = 0.93
_NOTE = 0.86


def draw_table(page: Page, table: Table) -> None:
    """Every row under its headings."""
    widths = _widths(page, table)
    page.need(beginning(page, table))
    _heads(page, table, widths)
    for row in table.rows:
        _row(page, table, row, widths)
    page.set_y(page.get_y() + 1.5)


def beginning(page: Page, table: Table) -> float:
    """Height of the headings and the first row, which are never parted."""
    of = Type(page.body.points * _SMALL)
    first = _row_height(page, table.rows[0], _widths(page, table), of) if table.rows else 0.0
    return min(of.height * 2 + 2 * _PAD + first, page.end - TOP)


def _widths(page: Page, table: Table) -> list[float]:
    total = sum(column.weight for column in table.columns)
    return [page.text_width * column.weight / total for column in table.columns]


def _heads(page: Page, table: Table, widths: list[float]) -> None:
    of = Type(page.body.points * _SMALL, bold=True)
    cells = [
        page.ink.lines(column.title, of, width - _GAP)
        for column, width in zip(table.columns, widths, strict=True)
    ]
    y, x = page.get_y(), MARGIN
    for lines, width in zip(cells, widths, strict=True):
        for number, line in enumerate(lines):
            page.put(line, x, y + number * of.height, of, Tone.QUIET)
        x += width
    page.set_y(y + max(map(len, cells)) * of.height + _PAD)
    page.rule(page.get_y())
    page.set_y(page.get_y() + _PAD)


def _row_height(page: Page, row: Row, widths: list[float], of: Type) -> float:
    cells, notes = _broken(page, row, widths, of)
    note = Type(of.points * _NOTE)
    return max(map(len, cells)) * of.height + len(notes) * note.height + 2 * _PAD


def _broken(
    page: Page, row: Row, widths: list[float], of: Type
) -> tuple[list[list[str]], list[str]]:
    strong = Type(of.points, bold=row.tone in BOLD)
    cells = [
        page.ink.lines(cell, strong, width - _GAP)
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    note = Type(of.points * _NOTE)
    indent = _GAP if row.note else 0.0
    notes = page.ink.lines(row.note, note, page.text_width - indent) if row.note else []
    return cells, notes


def _row(page: Page, table: Table, row: Row, widths: list[float]) -> None:
    of = Type(page.body.points * _SMALL, bold=row.tone in BOLD)
    note = Type(of.points * _NOTE)
    cells, notes = _broken(page, row, widths, Type(of.points))
    deepest = max(map(len, cells))
    height = deepest * of.height + len(notes) * note.height + 2 * _PAD
    if page.get_y() + height > page.end and height < page.end - TOP - 12:
        page.add_page()
        _heads(page, table, widths)
    for number in range(deepest):
        _room(page, table, widths, of.height)
        x, y = MARGIN, page.get_y()
        for lines, width in zip(cells, widths, strict=True):
            if number < len(lines):
                page.put(lines[number], x, y, of, row.tone)
            x += width
        page.set_y(y + of.height)
    for line in notes:
        _room(page, table, widths, note.height)
        page.put(line, MARGIN + _GAP, page.get_y(), note, Tone.QUIET)
        page.set_y(page.get_y() + note.height)
    page.set_y(page.get_y() + _PAD)
    page.rule(page.get_y())
    page.set_y(page.get_y() + _PAD)


def _room(page: Page, table: Table, widths: list[float], height: float) -> None:
    """A row longer than a page goes on under the same headings."""
    if page.get_y() + height > page.end:
        page.add_page()
        _heads(page, table, widths)
