"""What a look at a source of laboratory results shows, what it asks, and what was answered."""

from dataclasses import dataclass, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import SentReport
from meddx_desktop.core.labs.columns import ColumnMapping, Guess
from meddx_desktop.core.labs.numbers import STYLES
from meddx_desktop.core.labs.sheets import Sheet
from meddx_desktop.core.labs.sniff import Kind
from meddx_desktop.core.labs.written_dates import DateOrder

COLUMNS = "columns_unsure"
PATIENT = "which_patient"
DATES = "date_order_unclear"
NUMBERS = "number_style_unclear"
BLANKS = "patient_blank"


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody who sees the paper wrote over a cell; page, line and column count from 0."""

    page: int
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody answered; everything is open to begin with.

    Attributes
    ----------
    mappings : tuple[ColumnMapping, ...]
        Columns of tables that were looked at and agreed to.
    sheets : tuple[str, ...] | None
        Names of the sheets to read; None: all.
    date_order : DateOrder | None
    number_style : str
        A key of `STYLES`; what a source shows itself goes before both.
    blank_patient : str
        ``same`` or ``unknown``: whose the lines without a patient are.
    patient : int | None
        Which report of a source with several patients.
    despite_difference : bool
        Somebody looked at both identities and says that it is the same person.
    again : bool
        Somebody wants a file that was imported before; equal results are still not doubled.
    written : tuple[Written, ...]
        Of a report on paper: cells that were put right.
    left_out : tuple[tuple[int, int], ...]
        Of a report on paper: pages and lines that somebody does not want.
    """

    mappings: tuple[ColumnMapping, ...] = ()
    sheets: tuple[str, ...] | None = None
    date_order: DateOrder | None = None
    number_style: str = ""
    blank_patient: str = ""
    patient: int | None = None
    despite_difference: bool = False
    again: bool = False
    written: tuple[Written, ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()

    def corrected(self, written: Written) -> "Choices":
        """The same with one cell written over; what was written there before is gone."""
        there = (written.page, written.line, written.column)
        others = [one for one in self.written if (one.page, one.line, one.column) != there]
        return replace(self, written=(*others, written))

    def without(self, page: int, line: int, *, out: bool) -> "Choices":
        """The same with a line left out, or taken back in."""
        others = tuple(one for one in self.left_out if one != (page, line))
        return replace(self, left_out=(*others, (page, line)) if out else others)

    def answered(self, question: "Question", option: str) -> "Choices":
        """The same with one of a question's options chosen."""
        if question.code == PATIENT:
            return replace(self, patient=int(option))
        if question.code == DATES:
            return replace(self, date_order=DateOrder(option))
        if question.code == NUMBERS:
            return replace(self, number_style=option if option in STYLES else "")
        if question.code == BLANKS:
            return replace(self, blank_patient=option)
        return self


OPEN = Choices()
"""Nothing answered yet."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a source leaves open.

    Attributes
    ----------
    code : str
        ``columns_unsure``, ``date_order_unclear``, ``number_style_unclear``, ``patient_blank`` or
        ``which_patient``.
    options : tuple[str, ...]
        What may be answered; empty where the columns have to be looked at.
    example : str
    sheet : str
        Which sheet of a workbook it is about.
    """

    code: str
    options: tuple[str, ...] = ()
    example: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet of a table and how it would be read."""

    sheet: Sheet
    guess: Guess


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that a source would bring, and what it asks before.

    Attributes
    ----------
    kind : Kind
    sha256 : str
    file_name : str
        Without its folder; empty for pasted text.
    reports : tuple[SentReport, ...]
        One for each patient; never empty.
    questions : tuple[Question, ...]
    sheets : tuple[SheetView, ...]
        Of a table, also those that are not read.
    cautions : tuple[Reason, ...]
        About the source as a whole.
    """

    kind: Kind
    sha256: str
    file_name: str
    reports: tuple[SentReport, ...]
    questions: tuple[Question, ...] = ()
    sheets: tuple[SheetView, ...] = ()
    cautions: tuple[Reason, ...] = ()

    @property
    def layout(self) -> str:
        """Fingerprint of the headings of the first sheet; empty where there are none."""
        return self.sheets[0].guess.mapping.layout.fingerprint if self.sheets else ""

    def report(self, choices: Choices) -> SentReport | None:
        """The report that was chosen, or the only one; None while that is open."""
        if choices.patient is not None and 0 <= choices.patient < len(self.reports):
            return self.reports[choices.patient]
        return self.reports[0] if len(self.reports) == 1 else None
