"""The laboratory lines that somebody typed into a case, read like any table."""

from collections.abc import Sequence
from dataclasses import replace

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.core.domain.laboratory import RejectedLine, SentResult
from meddx_desktop.core.labs.columns import Column, ColumnMapping, Guess, Layout, Shape
from meddx_desktop.core.labs.headers import Role
from meddx_desktop.core.labs.sheet_lines import read_lines
from meddx_desktop.core.labs.sheets import Row, Sheet

_HEADINGS = (Role.TEST_NAME, Role.VALUE, Role.UNIT, Role.TAKEN)


def typed_results(rows: Sequence[LabRow]) -> tuple[dict[int, SentResult], tuple[RejectedLine, ...]]:
    """The typed lines of a case, read; results by the number of their line."""
    columns = tuple(Column("", role) for role in _HEADINGS)
    cells = [(row.name, row.value, row.unit, row.taken) for row in rows]
    lines = tuple(
        Row(number, tuple(cell.strip() for cell in four)) for number, four in enumerate(cells)
    )
    guess = Guess(ColumnMapping(Layout(TYPED, Shape.LONG), columns), -1, 1.0)
    results: dict[int, SentResult] = {}
    rejected = []
    for row in lines:
        if row.is_blank:
            continue
        sheet = Sheet("", (row,), serial_dates=False)
        for line in read_lines(sheet, guess):
            outcome = replace(line.outcome, place=f"typed line {row.number + 1}")
            if isinstance(outcome, SentResult):
                results[row.number] = outcome
            else:
                rejected.append(outcome)
    return results, tuple(rejected)
