"""Results that somebody typed or pasted: every piece becomes a result or is listed as not read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    RejectedLine,
    SentReport,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.columns import Ambiguity
from meddx_desktop.core.labs.gathering import Gathering
from meddx_desktop.core.labs.guess import guess_columns
from meddx_desktop.core.labs.header_row import long_header
from meddx_desktop.core.labs.headers import LIKELY, PERSON, TIMES, Role, role_of
from meddx_desktop.core.labs.limits import check_size, shortened
from meddx_desktop.core.labs.numbers import NumberStyle, style_of
from meddx_desktop.core.labs.persons import Person, read_person
from meddx_desktop.core.labs.sheet_head import read_labelled
from meddx_desktop.core.labs.sheet_lines import read_lines
from meddx_desktop.core.labs.sheets import Row, Sheet
from meddx_desktop.core.labs.specimens import specimen_of
from meddx_desktop.core.labs.text_scan import Piece, scan, segments
from meddx_desktop.core.labs.values import parse_range, parse_value
from meddx_desktop.core.labs.written_dates import DateOrder, looks_like_date, order_of, read_when

_DATE_FIRST = re.compile(
    r"\s*(?P<date>\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{8}(?!\d))(?P<clock>\s+\d{1,2}:\d\d(?::\d\d)?)?\s*(?:[:,]|\s|$)\s*",
    re.ASCII,
)
_PARTIAL_DATE = re.compile(r"\s*(?:\d{1,2}月\d{1,2}日?|\d{1,2}/\d{1,2})\s*:?\s*", re.ASCII)
_CELLS = re.compile(r"\t|\s{2,}|\|")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SHORT_DATE = re.compile(r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d/.-])", re.ASCII)
_NUMBER_LIKE = re.compile(r"(?<![A-Za-z0-9.,-])\d[\d.,]*\d(?![\d.,])", re.ASCII)
_LONGEST = 1 << 20
_PAIR = re.compile(r"\s*/\s*")


def read_text(
    text: str, *, style: NumberStyle | None = None, order: DateOrder | None = None
) -> tuple[SentReport, ...]:
    """Read typed or pasted results.

    Parameters
    ----------
    text
        ``Na 138, K 4.1 mmol/L; Cr 1.1 mg/dL``, lines copied from a laboratory system, or a table
        with tabs and headings. A day on a line of its own dates what follows.
    style, order
        Answers to `questions_in`; what the text shows itself goes before them.

    Returns
    -------
    tuple of SentReport
        One, or one for each patient that the text names. A unit belongs to its own value only.

    Raises
    ------
    UnreadableResults
        ``results_empty``, ``results_too_large``.
    """
    check_size(len(text.strip()))
    if len(text) > _LONGEST:
        raise UnreadableResults("results_too_large", limit=_LONGEST >> 20)
    lines = text.splitlines()
    gathering = Gathering()
    sheet = _as_sheet(lines)
    if sheet is not None:
        guess = guess_columns(sheet)
        for each in read_lines(sheet, guess):
            gathering.add(each.outcome, each.person)
        return gathering.reports(guess.doubts)
    found = style_of(_number_like(text))
    reader = _Reader(
        found.style if found.is_sure else style or found.style,
        "" if found.is_sure or style else ",",
        _order(text, order),
    )
    for number, line in enumerate(lines, start=1):
        for outcome in reader.line(number, line):
            gathering.add(outcome, reader.person)
    return gathering.reports(())


def questions_in(text: str) -> tuple[Ambiguity, ...]:
    """What a text leaves open: the order of its dates, the marks in its numbers."""
    found = []
    order = order_of(_dates(text), is_chinese=bool(_CHINESE.search(text)))
    if order.options:
        found.append(Ambiguity("date_order_unclear", order.options, order.example))
    style = style_of(_number_like(text))
    if not style.is_sure:
        options = ("comma", "point_thousands")
        found.append(Ambiguity("number_style_unclear", options, style.example))
    return tuple(found)


def _number_like(text: str) -> list[str]:
    """Numbers with a mark inside; a comma between two results has a space or a name behind it."""
    return _NUMBER_LIKE.findall(fold(text))


def _dates(text: str) -> list[str]:
    return re.findall(
        r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d/.-])", fold(text), re.ASCII
    )


def _order(text: str, asked: DateOrder | None) -> DateOrder | None:
    found = order_of(_dates(text), is_chinese=bool(_CHINESE.search(text)))
    return found.order or (asked if asked in found.options else None)


def _as_sheet(lines: list[str]) -> Sheet | None:
    """A table with tabs and a heading row, as an office program copies it."""
    if not any("\t" in line for line in lines):
        return None
    rows = tuple(
        Row(number, tuple(cell.strip() for cell in line.split("\t")))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )
    return Sheet("", rows, line_word="line") if long_header(rows) >= 0 else None


@dataclass(slots=True)
class _Reader:
    """Reads line by line; remembers the day and the heading that lines stand under."""

    style: NumberStyle
    doubtful_marks: str = ""
    order: DateOrder | None = None
    person: Person | None = None
    _taken: tuple[datetime | None, str, tuple[Reason, ...]] = (None, "", ())
    _panel: str = ""
    _around: dict[Role, str] = field(default_factory=dict)

    def line(self, number: int, line: str) -> Iterator[SentResult | RejectedLine]:
        """Everything that one line says."""
        if not line.strip():
            self._panel = ""
            return
        if self._is_header(line) or self._is_labels(number, line):
            return
        start, taken = self._day(line)
        rest = line[start:].strip(" \t:：,，")
        if not rest:
            self._taken, self._panel = taken, ""
            return
        if _PARTIAL_DATE.fullmatch(fold(line)):
            self._taken = (None, "", ())
            yield self._rejected(number, line, Piece(0, len(line), "time_partial"))
            return
        panel = self._panel
        spans = [(start + a, start + b) for a, b in segments(line[start:])]
        for place, span in enumerate(spans):
            for piece in scan(line, *span, self.style):
                if piece.kind == "heading":
                    panel = piece.name
                    self._panel = panel if len(spans) == place + 1 else self._panel
                    continue
                panel = piece.panel or panel
                for each in _unpaired(piece):
                    yield self._outcome(number, line, each, panel, taken if start else self._taken)

    def _is_header(self, line: str) -> bool:
        """The heading row of a table without tabs: its lines are read by their shape."""
        cells = [cell for cell in _CELLS.split(line.strip()) if cell.strip()]
        return len(cells) > 1 and all(role_of(cell)[1] >= LIKELY for cell in cells)

    def _is_labels(self, number: int, line: str) -> bool:
        """A line of labels: who the patient is, when the specimen was taken."""
        labelled = read_labelled(Row(number, (line.strip(),)), colons_only=True)
        values: Mapping[Role, str] = labelled.values
        named = [role for role in values if role in PERSON]
        times = [role for role in values if role in TIMES]
        readable = all(looks_like_date(values[role].split(" ")[0]) for role in times)
        if labelled.leftover or not readable or not (named or times):
            return False
        if labelled.names_patient or (named and self.person is None):
            self.person = read_person(values, order=self.order)
            self._taken, self._around = (None, "", ()), {}
        self._around.update(values)
        for role, code in zip(TIMES, ("", "time_of_receipt", "time_of_report"), strict=True):
            if role in values:
                moment, caution = read_when(values[role], self.order, serials=False)
                told = tuple(Reason(each) for each in (code, caution) if each)
                self._taken = (moment, values[role], told)
                break
        return True

    def _day(self, line: str) -> tuple[int, tuple[datetime | None, str, tuple[Reason, ...]]]:
        """Where the line goes on behind a day that it begins with, and that day."""
        match = _DATE_FIRST.match(fold(line))
        if not match:
            return 0, (None, "", ())
        text = (match["date"] + (match["clock"] or "")).strip()
        if not looks_like_date(text.split(" ")[0]):
            return 0, (None, "", ())
        moment, caution = read_when(text, self.order, serials=False)
        return match.end(), (moment, text, (Reason(caution),) if caution else ())

    def _rejected(self, number: int, line: str, piece: Piece) -> RejectedLine:
        text = shortened(line[piece.start : piece.end].strip())
        place = f"line {number}, column {piece.start + 1}"
        return RejectedLine(place, text, Reason(piece.kind))

    def _outcome(
        self,
        number: int,
        line: str,
        piece: Piece,
        panel: str,
        taken: tuple[datetime | None, str, tuple[Reason, ...]],
    ) -> SentResult | RejectedLine:
        if piece.kind not in {"result", "unit_shared"}:
            return self._rejected(number, line, piece)
        value = parse_value(piece.value, self.style)
        cautions = [*taken[2], *self._doubts(value)]
        if piece.words_beside:
            cautions.append(Reason("words_beside"))
        if piece.kind == "unit_shared":
            cautions.append(Reason("unit_shared"))
        specimen_text = self._around.get(Role.SPECIMEN, "")
        specimen = specimen_of((), (specimen_text,))
        if specimen is Specimen.UNKNOWN:
            named = specimen_of((), (panel,))
            specimen = named if named is not Specimen.OTHER else Specimen.UNKNOWN
        return SentResult(
            place=f"line {number}, column {piece.start + 1}",
            names=(piece.name,),
            value=value,
            unit=piece.unit,
            range=parse_range(piece.range, piece.unit, self.style) if piece.range else None,
            flags=piece.flags,
            taken=taken[0],
            taken_text=taken[1],
            specimen=specimen,
            specimen_text=specimen_text,
            panel=panel,
            cautions=tuple(cautions),
        )

    def _doubts(self, value: SentValue) -> Iterator[Reason]:
        text = fold(value.text)
        if any(mark in text for mark in self.doubtful_marks):
            yield Reason("number_style_unclear")
        elif value.number is not None and self.style.thousands and self.style.thousands in text:
            yield Reason("thousands_mark_read", {"mark": self.style.thousands})


def _unpaired(piece: Piece) -> tuple[Piece, ...]:
    """``ALT/AST 45/38 U/L`` is two results; a pair without a pair of names is none."""
    if piece.kind != "pair":
        return (piece,)
    names, values = _PAIR.split(fold(piece.name)), _PAIR.split(fold(piece.value))
    if len(names) != 2 or not all(names) or piece.range or piece.flags:
        return (replace(piece, kind="not_one_value"),)
    kind = "unit_shared" if piece.unit else "result"
    middle = piece.start + 1
    return tuple(
        replace(piece, kind=kind, name=name, value=value, start=start)
        for name, value, start in zip(names, values, (piece.start, middle), strict=True)
    )
