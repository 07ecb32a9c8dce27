"""One line of a table as results: cells in, `SentResult`s and `RejectedLine`s out.

Names, units and ranges of a table repeat, so what they say is worked out once for each of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    LOINC,
    RejectedLine,
    ResultStatus,
    SentRange,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.labs.characters import key
from meddx_desktop.core.labs.headers import RESULT, TIMES, Role
from meddx_desktop.core.labs.limits import shortened
from meddx_desktop.core.labs.sheets import MERGED, Row
from meddx_desktop.core.labs.specimens import specimen_of
from meddx_desktop.core.labs.table_cells import MOST_KEPT, How, ReadCell, flags_in, same_unit
from meddx_desktop.core.labs.unit_shape import looks_like_unit, split_header, value_with_unit
from meddx_desktop.core.labs.values import parse_range, parse_value, says_none
from meddx_desktop.core.labs.written_dates import read_when

Outcome = SentResult | RejectedLine

_STATUS = {
    **dict.fromkeys(("final", "f", "已审核", "已报告", "终审", "审核"), ResultStatus.FINAL),
    **dict.fromkeys(("preliminary", "p", "未审核", "初步", "初报"), ResultStatus.PRELIMINARY),
    **dict.fromkeys(("corrected", "c", "amended", "已修改", "更正"), ResultStatus.CORRECTED),
    **dict.fromkeys(("cancelled", "canceled", "x", "已取消", "作废"), ResultStatus.CANCELLED),
}
_LEADING = "*★☆●○◆◇※△▲ "
_LOINC = re.compile(r"\d{1,7}-\d", re.ASCII)
_LOCAL = "L"
"""HL7 table 0396: a code of the laboratory's own."""
_TIME_CODES = tuple(zip(TIMES, ("", "time_of_receipt", "time_of_report"), strict=True))


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the values under it, in a table with one column per analyte."""

    name: str
    unit: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True)
class _Test:
    """What the cells beside the value say, the same for every line of one test."""

    names: tuple[str, ...]
    codes: tuple[Code, ...]
    unit: str
    range: SentRange | None
    range_text: str
    specimen: Specimen
    specimen_text: str
    panel: str
    laboratory: str
    method: str
    is_shifted: bool


_OF_TEST = (
    *(Role.TEST_NAME, Role.TEST_CODE, Role.UNIT, Role.RANGE, Role.RANGE_LOW, Role.RANGE_HIGH),
    *(Role.SPECIMEN, Role.PANEL, Role.LABORATORY, Role.METHOD),
)
_OF_TIME = (*TIMES, Role.TAKEN_CLOCK)
_When = tuple[datetime | None, str, tuple[Reason, ...]]


class ResultReader:
    """Reads one result of each line.

    Parameters
    ----------
    columns
        Places of the columns that speak of this result, by role.
    how
        What holds for the whole sheet.
    around
        What the lines above the table say for all results.
    heading
        Of the value's column, in a table with one column per analyte.
    """

    def __init__(
        self,
        columns: Mapping[Role, tuple[int, ...]],
        how: How,
        *,
        around: Mapping[Role, str],
        heading: Heading | None = None,
    ) -> None:
        self._columns = columns
        self._how = how
        self._around = around
        self._heading = heading
        self._value = next(iter(columns.get(Role.VALUE, ())), -1)
        self._of_test = tuple(at for role in _OF_TEST for at in columns.get(role, ()))
        self._of_time = tuple(at for role in _OF_TIME for at in columns.get(role, ()))
        self._flags = columns.get(Role.FLAG, ())
        self._notes = columns.get(Role.NOTE, ())
        self._tests: dict[tuple[str, ...], _Test] = {}
        self._times: dict[tuple[str, ...], _When] = {}

    def read(self, row: Row, place: str) -> Outcome | None:
        """One result of a line; None where the line has nothing about it."""
        at = row.at
        sent = at(self._value)
        cells = tuple([at(column) for column in self._of_test])
        test = self._tests.get(cells)
        if test is None:
            test = self._tests[cells] = self._read_test(row)
        problem = self._problem(row) if row.problems or row.times else ""
        if not problem:
            if not (test.names or test.codes):
                if not sent:
                    return None
                problem = "name_missing"
            elif not sent:
                if self._heading:
                    return None
                problem = "value_missing"
            elif test.is_shifted:
                problem = "columns_shifted"
            else:
                value = self._how.read(sent)
                if not value.problem:
                    return self._result(row, place, test, value)
                problem = value.problem
        text = row.at(self._value) if self._heading else row.text
        return RejectedLine(place, shortened(text), Reason(problem))

    def _result(self, row: Row, place: str, test: _Test, sent: ReadCell) -> SentResult:
        value, unit, range_, cautions = sent.value, test.unit, test.range, sent.cautions
        if sent.unit and unit and not same_unit(sent.unit, unit):
            value, cautions = SentValue(row.at(self._value)), (Reason("unit_contradicts"),)
        elif sent.unit and not unit:
            unit = sent.unit
            range_ = self._range(test.range_text, unit, row)
        taken, taken_text, doubt = self._when(row)
        flags = sent.flags
        for column in self._flags:
            flags = (*flags, *(flag for flag in flags_in(row.at(column)) if flag not in flags))
        notes = [row.at(column) for column in self._notes if row.at(column)]
        status = self._columns.get(Role.STATUS)
        return SentResult(
            place,
            test.names,
            test.codes,
            value,
            unit,
            range=range_,
            flags=flags,
            status=_STATUS.get(key(row.at(status[0])), ResultStatus.UNKNOWN)
            if status
            else ResultStatus.UNKNOWN,
            taken=taken,
            taken_text=taken_text,
            specimen=test.specimen,
            specimen_text=test.specimen_text,
            panel=test.panel,
            laboratory=test.laboratory,
            method=test.method,
            note="; ".join([*notes, *filter(None, [self._around.get(Role.NOTE, "")])]),
            absent=sent.absent,
            cautions=(*cautions, *doubt),
        )

    def _text(self, row: Row, role: Role) -> str:
        """The cell of a role, else what stands above the table."""
        for column in self._columns.get(role, ()):
            if row.at(column):
                return row.at(column)
        return "" if role in RESULT else self._around.get(role, "")

    def _problem(self, row: Row) -> str:
        """Code of why a cell that is needed can't be used; empty: all can."""
        for role, columns in self._columns.items():
            for column in columns:
                code = row.problems.get(column, "")
                if code and (code != MERGED or role is Role.VALUE):
                    return code
        return "date_in_value" if self._value in row.times else ""

    def _read_test(self, row: Row) -> _Test:
        heading = self._heading
        names = (heading.name,) if heading else self._names(row)
        unit = heading.unit if heading else self._text(row, Role.UNIT)
        range_text = heading.range if heading else self._text(row, Role.RANGE)
        specimen = self._text(row, Role.SPECIMEN)
        is_shifted = parse_value(unit).is_plain or looks_like_unit(range_text)
        if not unit and names and not heading:
            name, unit = split_header(names[0])
            names = (name, *names) if unit else names
        return _Test(
            names,
            self._codes(row),
            unit,
            self._range(range_text, unit, row),
            range_text,
            specimen_of((), (specimen,)),
            specimen,
            self._text(row, Role.PANEL),
            self._text(row, Role.LABORATORY),
            self._text(row, Role.METHOD),
            is_shifted,
        )

    def _cells(self, row: Row, role: Role) -> list[str]:
        cells = (row.at(column) for column in self._columns.get(role, ()))
        return [cell for cell in cells if cell]

    def _names(self, row: Row) -> tuple[str, ...]:
        """The name without the laboratory's marks in front, then as sent, then abbreviations."""
        found: dict[str, None] = {}
        for text in self._cells(row, Role.TEST_NAME):
            plain = text.lstrip(_LEADING)
            found.update(dict.fromkeys((plain, text) if plain else (text,)))
        for text in self._cells(row, Role.TEST_CODE):
            if not _LOINC.fullmatch(text) and not text.isdigit():
                found[text] = None
        return tuple(found)

    def _codes(self, row: Row) -> tuple[Code, ...]:
        return tuple(
            Code(text, LOINC if _LOINC.fullmatch(text) else _LOCAL, "")
            for text in self._cells(row, Role.TEST_CODE)
            if text.isascii()
        )

    def _range(self, text: str, unit: str, row: Row) -> SentRange | None:
        style = self._how.style
        if text and not says_none(text):
            return parse_range(text, unit, style)
        ends = [self._text(row, role) for role in (Role.RANGE_LOW, Role.RANGE_HIGH)]
        ends = ["" if says_none(end) else end for end in ends]
        if not any(ends):
            return None
        limits = [value_with_unit(end, style)[0] for end in ends]
        sent = "-".join(ends)
        if any(end and not limit.is_plain for end, limit in zip(ends, limits, strict=True)):
            return SentRange(sent)
        return SentRange(sent, limits[0].number, limits[1].number)

    def _when(self, row: Row) -> _When:
        if row.times:
            return self._read_when(row)
        cells = tuple([row.at(column) for column in self._of_time])
        known = self._times.get(cells)
        if known is None:
            if len(self._times) > MOST_KEPT:
                self._times.clear()
            known = self._times[cells] = self._read_when(row)
        return known

    def _read_when(self, row: Row) -> _When:
        """When the specimen was taken; failing that received or reported, and then said so."""
        for role, code in _TIME_CODES:
            text = self._text(row, role)
            if not text or says_none(text):
                continue
            clock = self._text(row, Role.TAKEN_CLOCK) if role is Role.TAKEN else ""
            told = (Reason(code),) if code else ()
            together = f"{text} {clock}".strip()
            cells = [at for at in self._columns.get(role, ()) if at in row.times]
            if cells and not clock:
                # A date cell shows midnight where it holds no time of day.
                day = (Reason("time_day_only"),) if ":" not in text else ()
                return row.times[cells[0]], text, (*told, *day)
            moment, caution = read_when(together, self._how.order, serials=self._how.serials)
            return moment, together, (*told, *((Reason(caution),) if caution else ()))
        return None, "", ()
