"""Cells of a table for a spreadsheet, by file or by clipboard: shown as they are, never run."""

import re
from collections.abc import Iterable, Sequence

_BEGINS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection), full-width ones too."""
_NUMBER = re.compile(r"[+\-]\d[\d.,]*(\s[^()=!|'\"+*@\-]*)?(\([+\-]?\d[\d.,]*\s?%\))?")
"""A signed number with its unit stays one, with a share of a hundred behind it too: there is
nothing to run."""


def guarded(cell: str) -> str:
    """One cell, with an apostrophe before what would be a formula; nothing else is changed.

    Parameters
    ----------
    cell
        May come from a patient's file.
    """
    text = cell.strip()
    if text.startswith(_BEGINS) and not _NUMBER.fullmatch(text):
        return f"'{cell}"
    return cell


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """A table with tabs for the clipboard; each cell is on one line.

    Parameters
    ----------
    rows
        Each with its cells.
    """
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)
