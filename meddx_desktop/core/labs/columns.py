"""Which column of a table holds what: guessed from the headings, with every doubt named."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.labs.characters import key
from meddx_desktop.core.labs.headers import Role
from meddx_desktop.core.labs.numbers import STYLES, NumberStyle
from meddx_desktop.core.labs.sheets import Row
from meddx_desktop.core.labs.written_dates import DateOrder

USABLE = 0.5
"""Below this a guess is only a proposal: nothing is read by it until somebody agrees."""
SURE_ENOUGH = 0.8
_FINGERPRINT = 32


class Shape(StrEnum):
    """How a table is laid out."""

    LONG = "long"
    """One result per line."""
    WIDE = "wide"
    """One line per patient or day, one column per analyte."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What tells one program's export from another's: the headings, never what stands below.

    Attributes
    ----------
    fingerprint : str
        The same for files with the same headings in the same order.
    shape : Shape
    may_be_kept : bool
        False without headings that are surely headings: such a layout is not remembered.
    """

    fingerprint: str
    shape: Shape
    may_be_kept: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it holds, and for an analyte the unit in the heading.

    ``group`` counts results that stand side by side on one line, from 0.
    """

    heading: str
    role: Role
    unit: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How a layout is read: what may be remembered, because nothing in it is of a patient.

    Attributes
    ----------
    layout : Layout
    columns : tuple[Column, ...]
    date_order : DateOrder | None
        Somebody's answer; what the dates of a file show themselves goes before it.
    number_style : str
        Somebody's answer, a key of `numbers.STYLES`; empty: not asked.
    fill_patient : bool | None
        Whether a line without a patient belongs to the patient above; None: not asked.
    """

    layout: Layout
    columns: tuple[Column, ...]
    date_order: DateOrder | None = None
    number_style: str = ""
    fill_patient: bool | None = None

    def with_role(self, column: int, role: Role) -> "ColumnMapping":
        """The same with another role for one column; what somebody says goes before any guess."""
        changed = replace(self.columns[column], role=role)
        columns = (*self.columns[:column], changed, *self.columns[column + 1 :])
        return replace(self, columns=columns)

    def answered(self, code: str, option: str) -> "ColumnMapping":
        """The same with a question answered by one of its options."""
        if code == "date_order_unclear":
            return replace(self, date_order=DateOrder(option))
        if code == "number_style_unclear":
            return replace(self, number_style=option if option in STYLES else "")
        return replace(self, fill_patient=option == "same")

    @property
    def style(self) -> NumberStyle | None:
        """The number style that somebody chose."""
        return STYLES.get(self.number_style)

    def to_dict(self) -> dict[str, Any]:
        """For the settings: plain types only."""
        return {
            "fingerprint": self.layout.fingerprint,
            "shape": self.layout.shape.value,
            "columns": [[c.heading, c.role.value, c.unit, c.group] for c in self.columns],
            "date_order": self.date_order.value if self.date_order else "",
            "number_style": self.number_style,
            "fill_patient": self.fill_patient,
        }

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> "ColumnMapping":
        """The mapping that `to_dict` wrote down."""
        return cls(
            Layout(kept["fingerprint"], Shape(kept["shape"])),
            tuple(Column(c[0], Role(c[1]), c[2], c[3]) for c in kept["columns"]),
            DateOrder(kept["date_order"]) if kept["date_order"] else None,
            kept["number_style"],
            kept["fill_patient"],
        )


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A question that only the caller can answer, by `ColumnMapping.answered`.

    Attributes
    ----------
    code : str
        ``date_order_unclear``, ``number_style_unclear`` or ``patient_blank``.
    options : tuple[str, ...]
    example : str
        What shows the doubt: a date or a number of the file. Of a patient, so never logged.
    """

    code: str
    options: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """A proposal for reading a sheet.

    Attributes
    ----------
    mapping : ColumnMapping
    header : int
        Place of the heading row among the sheet's rows; -1 without one.
    confidence : float
        0 to 1: of the least certain column that is used.
    doubts : tuple[Reason, ...]
        What is not sure: ``heading_unknown``, ``heading_either``, ``heading_twice`` (each with
        ``heading``), ``heading_missing``, ``columns_not_recognised``.
    questions : tuple[Ambiguity, ...]
        What the file leaves open; read without an answer, such results stay undated, unread or
        without a patient, and say so.
    """

    mapping: ColumnMapping
    header: int
    confidence: float
    doubts: tuple[Reason, ...] = ()
    questions: tuple[Ambiguity, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether the table may be read without anybody looking at the proposal."""
        return self.confidence >= USABLE

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.confidence >= SURE_ENOUGH and not self.questions


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells without the empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return tuple(cells[:end])


def fingerprint(headings: Iterable[str]) -> str:
    """The fingerprint of headings."""
    joined = "\x1f".join(key(heading) for heading in headings)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:_FINGERPRINT]


def is_header(row: Row, layout: Layout) -> bool:
    """Whether a row is the heading row of a layout, the first or one repeated on a new page."""
    return fingerprint(trimmed(row.cells)) == layout.fingerprint
