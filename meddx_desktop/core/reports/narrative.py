"""Blocks of a sheet without a page: as plain lines, and as the XHTML of a FHIR narrative."""

from collections.abc import Iterable, Iterator
from html import escape

from meddx_desktop.core.domain.paper import (
    Block,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Sign,
    Signs,
    Table,
)
from meddx_desktop.core.reports.clean import line, plain

_SPACE = "http://www.w3.org/1999/xhtml"


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Every word of the blocks, line by line; a table's cells carry the names of their columns."""
    for block in blocks:
        match block:
            case Heading():
                yield line(block.text)
            case Sign():
                said = f"{block.loud}\n{block.text}"
                yield from (line(one) for one in plain(said).split("\n") if one.strip())
            case Paragraph():
                yield from (one for one in plain(block.text).split("\n") if one.strip())
            case Facts():
                yield from (f"{line(name)}: {line(value)}" for name, value in block.rows)
            case Table():
                yield from _table(block)
            case Signs():
                yield from lines(block.signs)
            case Picture():
                yield line(block.caption)


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = zip(table.columns, row.cells, strict=True)
        yield "; ".join(f"{line(column.title)}: {line(cell)}" for column, cell in cells)
        yield from (one for one in plain(row.note).split("\n") if one.strip())


def xhtml(blocks: Iterable[Block]) -> str:
    """A ``div`` of paragraphs (FHIR R4, Narrative: no scripts, no links, no pictures)."""
    found = "".join(f"<p>{escape(one, quote=True)}</p>" for one in lines(blocks))
    return f'<div xmlns="{_SPACE}">{found or "<p>–</p>"}</div>'
