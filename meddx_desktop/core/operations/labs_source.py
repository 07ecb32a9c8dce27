"""A source of laboratory results read and looked at, before anything of it is kept anywhere."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import UnreadableImage, UnreadableResults
from meddx_desktop.core.imaging.files import read_bytes
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.labs.columns import SURE_ENOUGH, ColumnMapping
from meddx_desktop.core.labs.guess import guess_columns
from meddx_desktop.core.labs.limits import MAX_BYTES, check_size
from meddx_desktop.core.labs.numbers import STYLES
from meddx_desktop.core.labs.read_fhir import read_fhir
from meddx_desktop.core.labs.read_hl7 import read_hl7
from meddx_desktop.core.labs.read_table import read_table
from meddx_desktop.core.labs.read_text import questions_in, read_text
from meddx_desktop.core.labs.sheets import Sheet, Table
from meddx_desktop.core.labs.sniff import Kind, Sniffed, sniff
from meddx_desktop.core.operations.labs_preview import (
    BLANKS,
    COLUMNS,
    DATES,
    NUMBERS,
    OPEN,
    PATIENT,
    Choices,
    Preview,
    Question,
    SheetView,
    Written,
)
from meddx_desktop.core.operations.paper_table import Paper, marked, table_of_paper

__all__ = ["OPEN", "Choices", "Preview", "Question", "SheetView", "Written", "bytes_of", "look_at"]

_LONGEST_NAME = 200
_STEPS = 3


def bytes_of(path: Path) -> bytes:
    """The content of a file, its size looked at first.

    Raises
    ------
    UnreadableImage
        ``file_missing``, ``file_unreadable``, ``file_vanished``.
    UnreadableResults
        ``results_empty``, ``results_too_large``.
    """
    try:
        return read_bytes(Source(path), MAX_BYTES)
    except UnreadableImage as error:
        if error.code == "file_too_large":
            raise UnreadableResults("results_too_large", limit=MAX_BYTES >> 20) from error
        if error.code == "file_empty":
            raise UnreadableResults("results_empty") from error
        raise


def look_at(
    source: Path | bytes | str | Paper,
    choices: Choices = OPEN,
    *,
    remembered: Iterable[ColumnMapping] = (),
    context: JobContext | None = None,
) -> Preview:
    """Read a source without keeping anything of it.

    Parameters
    ----------
    source
        A file, its bytes, what somebody typed or pasted, or a report on paper that was read.
    choices
        What was answered so far.
    remembered
        Mappings that were agreed to for earlier tables.
    context
        For progress and cancel.

    Raises
    ------
    UnreadableResults, UnreadableImage
        The source as a whole can't be read.
    """
    job = context or JobContext()
    known = (*choices.mappings, *remembered)
    if isinstance(source, Paper):
        return _asked(_of_paper(source, choices, known), choices)
    data = _data(source)
    job.progress(1, _STEPS)
    found = sniff(data, known)
    job.progress(2, _STEPS)
    preview = Preview(
        found.kind, hashlib.sha256(data).hexdigest(), _file_name(source), (), (), (), found.cautions
    )
    preview = _told_if_empty(_filled(preview, found, data, choices, known))
    job.progress(_STEPS, _STEPS)
    return _asked(preview, choices)


def _asked(preview: Preview, choices: Choices) -> Preview:
    """Asks whose results they are, where several patients are named."""
    if len(preview.reports) > 1 and preview.report(choices) is None:
        options = tuple(str(place) for place in range(len(preview.reports)))
        preview = replace(preview, questions=(*preview.questions, Question(PATIENT, options)))
    return preview


def _told_if_empty(preview: Preview) -> Preview:
    """Says so where a source holds nothing at all: headings alone, a date, a name."""
    said = [one for one in preview.reports if one.results or one.rejected or one.cautions]
    if said or preview.questions or not preview.reports:
        return preview
    first = replace(preview.reports[0], cautions=(Reason("results_none"),))
    return replace(preview, reports=(first, *preview.reports[1:]))


def _data(source: Path | bytes | str) -> bytes:
    if isinstance(source, Path):
        return bytes_of(source)
    data = source if isinstance(source, bytes) else source.encode("utf-8", "replace")
    check_size(len(data))
    return data


def _file_name(source: Path | bytes | str) -> str:
    """The name alone, as valid text: a folder's name tells more than anybody needs."""
    if not isinstance(source, Path):
        return ""
    return source.name.encode("utf-8", "replace").decode()[:_LONGEST_NAME]


def _filled(
    preview: Preview,
    found: Sniffed,
    data: bytes,
    choices: Choices,
    known: tuple[ColumnMapping, ...],
) -> Preview:
    if found.kind is Kind.HL7:
        return replace(preview, reports=read_hl7(data))
    if found.kind is Kind.FHIR:
        return replace(preview, reports=read_fhir(data))
    if found.table is not None:
        return _of_table(preview, found.table, choices, known)
    style = STYLES.get(choices.number_style)
    asked = tuple(
        Question(one.code, one.options, one.example)
        for one in questions_in(found.text)
        if not _answer(one.code, one.options, choices)
    )
    reports = read_text(found.text, style=style, order=choices.date_order)
    return replace(preview, reports=reports, questions=asked)


def _of_paper(paper: Paper, choices: Choices, known: tuple[ColumnMapping, ...]) -> Preview:
    """The same as a table of a file, each result with what is doubtful about reading it."""
    told = (Reason("paper_compare"), *paper.cautions)
    preview = Preview(Kind.PAPER, paper.sha256, paper.file_name, (), (), (), told)
    preview = _of_table(preview, table_of_paper(paper, choices), choices, known)
    reports = marked(paper, preview.reports, preview.sheets, choices)
    return _told_if_empty(replace(preview, reports=reports))


def _of_table(
    preview: Preview, table: Table, choices: Choices, known: tuple[ColumnMapping, ...]
) -> Preview:
    looked_at = [_looked_at(sheet, choices, known) for sheet in table.sheets if _has_lines(sheet)]
    wanted = [one for one in looked_at if choices.sheets is None or one.name in choices.sheets]
    sheets = tuple(one.view.sheet for one in wanted)
    doubts = [doubt for one in wanted for doubt in one.doubts]
    reports = tuple(
        replace(report, cautions=_once((*doubts, *report.cautions)))
        for report in read_table(
            replace(table, sheets=sheets), [one.mapping for one in wanted if one.mapping]
        )
    )
    return replace(
        preview,
        reports=reports,
        questions=tuple(question for one in wanted for question in one.questions),
        sheets=tuple(one.view for one in looked_at),
    )


@dataclass(frozen=True, slots=True)
class _LookedAt:
    view: SheetView
    mapping: ColumnMapping | None
    """How it is read; None: nobody knows its columns."""
    questions: tuple[Question, ...]
    doubts: tuple[Reason, ...]

    @property
    def name(self) -> str:
        return self.view.sheet.name


def _has_lines(sheet: Sheet) -> bool:
    return not all(row.is_blank for row in sheet.rows)


def _looked_at(sheet: Sheet, choices: Choices, known: tuple[ColumnMapping, ...]) -> _LookedAt:
    guess = guess_columns(sheet, known)
    agreed = any(guess.mapping is one for one in known)
    mapping, questions = guess.mapping, []
    if not agreed and guess.confidence < SURE_ENOUGH:
        questions.append(Question(COLUMNS, sheet=sheet.name))
    for one in guess.questions:
        option = _answer(one.code, one.options, choices)
        if option:
            mapping = mapping.answered(one.code, option)
        else:
            questions.append(Question(one.code, one.options, one.example, sheet.name))
    return _LookedAt(
        SheetView(sheet, guess),
        mapping if agreed or guess.is_usable else None,
        tuple(questions),
        () if agreed else guess.doubts,
    )


def _answer(code: str, options: tuple[str, ...], choices: Choices) -> str:
    """What was chosen, where it is one of the options."""
    chosen = {
        DATES: choices.date_order.value if choices.date_order else "",
        NUMBERS: choices.number_style,
        BLANKS: choices.blank_patient,
    }.get(code, "")
    return chosen if chosen in options else ""


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for reason in reasons:
        if reason not in found:
            found.append(reason)
    return tuple(found)
