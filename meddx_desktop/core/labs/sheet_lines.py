"""A sheet line by line: blocks of a head and its lines, each line with whom it belongs to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine, SentResult
from meddx_desktop.core.labs.columns import Column, Guess, Shape
from meddx_desktop.core.labs.guess import date_order, number_style
from meddx_desktop.core.labs.headers import PERSON, RESULT, Role, role_of
from meddx_desktop.core.labs.limits import shortened
from meddx_desktop.core.labs.persons import Person, read_person
from meddx_desktop.core.labs.sheet_blocks import blocks, parts
from meddx_desktop.core.labs.sheet_head import is_total
from meddx_desktop.core.labs.sheets import MERGED, Row, Sheet
from meddx_desktop.core.labs.table_cells import How
from meddx_desktop.core.labs.table_rows import Heading, Outcome, ResultReader
from meddx_desktop.core.labs.unit_shape import looks_like_unit
from meddx_desktop.core.labs.values import parse_range

_ROWS_UNDER_HEADING = 2
_UNREAD = (Role.ANALYTE, Role.IGNORED, Role.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line, or one cell of a wide one, became; ``person`` None: it says of nobody."""

    outcome: Outcome
    person: Person | None = None


def read_lines(sheet: Sheet, guess: Guess) -> Iterator[Line]:
    """Every line of a sheet that is not blank, not a heading row and not a line of labels."""
    before: dict[Role, str] = {}
    cut = tuple(parts(sheet, guess))
    for part, how in cut:
        if how is None:
            yield from unread_lines(part)
            continue
        reader = _Reader(part, how)
        for block in blocks(part, how, before, is_last=part is cut[-1][0]):
            kept = PERSON if block.rows else tuple(block.around)
            before = {role: block.around[role] for role in kept if role in block.around}
            reader.begin(block.around, block.rows)
            for row in block.titles:
                yield Line(rejected(part, row, "line_not_result"))
            for row in block.rows:
                yield from reader.lines(row)


def unread_lines(sheet: Sheet) -> Iterator[Line]:
    """Every line of a sheet whose columns nobody knows, rejected."""
    for row in sheet.rows:
        if not row.is_blank:
            yield Line(rejected(sheet, row, "columns_not_recognised"))


def rejected(sheet: Sheet, row: Row, code: str) -> RejectedLine:
    """A line as it stands, with the reason why it was not read."""
    return RejectedLine(sheet.place(row), shortened(row.text), Reason(code))


class _Reader:
    """Reads the lines of one sheet; remembers the persons seen and the units under headings."""

    def __init__(self, sheet: Sheet, guess: Guess) -> None:
        self._sheet = sheet
        self._mapping = guess.mapping
        body = [row for row in sheet.rows[guess.header + 1 :] if not row.is_blank]
        self._how = _how(sheet, guess, body)
        columns = guess.mapping.columns
        self._width = len(columns)
        self._shared = _by_role(columns, set(Role) - {*RESULT, *_UNREAD})
        self._who = tuple(at for at, column in enumerate(columns) if column.role in PERSON)
        self._identified = any(column.role in PERSON[:3] for column in columns)
        self._twice = [
            at
            for at, column in enumerate(columns)
            if column.role is Role.UNKNOWN and role_of(column.heading)[0] is Role.VALUE
        ]
        heads = [column.heading for column in columns if column.role is Role.AGE]
        self._age_heading = heads[0] if heads else ""
        self._persons: dict[tuple[str, ...], Person] = {}
        self._around: Person | None = None
        self._last: Person | None = None
        self._block: Mapping[Role, str] = {}
        self._readers: list[tuple[ResultReader, str]] = []
        self._is_wide = guess.mapping.layout.shape is Shape.WIDE
        self._units: dict[int, str] = {}
        self._ranges: dict[int, str] = {}

    def begin(self, around: Mapping[Role, str], rows: list[Row]) -> None:
        """A new block: its head says whose lines follow, and whose times and specimen."""
        self._persons.clear()
        self._last = None
        self._block = around
        self._around = None
        if any(around.get(role) for role in PERSON):
            self._around = read_person(around, order=self._how.order)
        if self._is_wide:
            for _ in range(_ROWS_UNDER_HEADING):
                if rows and self._is_under_heading(rows[0]):
                    rows.pop(0)
        self._readers = self._wide_readers() if self._is_wide else self._long_readers()

    def lines(self, row: Row) -> Iterator[Line]:
        """What one line became."""
        person, told = self._person(row)
        for outcome in self._outcomes(row):
            if told and isinstance(outcome, SentResult):
                yield Line(replace(outcome, cautions=(*outcome.cautions, Reason(told))), person)
            else:
                yield Line(outcome, person)

    def _outcomes(self, row: Row) -> list[Outcome]:
        first = next((cell for cell in row.cells if cell), "")
        lost = [row.problems[at] for at in self._who if row.problems.get(at, MERGED) != MERGED]
        if lost:
            return [rejected(self._sheet, row, lost[0])]
        if is_total(first):
            return [rejected(self._sheet, row, "line_not_result")]
        if any(row.cells[self._width :]):
            return [rejected(self._sheet, row, "row_too_wide")]
        place = self._sheet.place(row)
        found = [reader.read(row, place + where) for reader, where in self._readers]
        outcomes = [outcome for outcome in found if outcome is not None]
        outcomes += [
            RejectedLine(
                f"{place}, column {self._mapping.columns[at].heading}",
                shortened(row.at(at)),
                Reason("value_column_twice"),
            )
            for at in self._twice
            if row.at(at)
        ]
        # Of several columns of values each may say the same of a line: it is told once.
        told = [one for at, one in enumerate(outcomes) if one not in outcomes[:at]]
        return told or [rejected(self._sheet, row, "line_not_result")]

    def _long_readers(self) -> list[tuple[ResultReader, str]]:
        columns = self._mapping.columns
        groups = sorted({column.group for column in columns if column.role in RESULT})
        return [
            (
                ResultReader(
                    {**self._shared, **_by_role(columns, RESULT, group)},
                    self._how,
                    around=self._block,
                ),
                "",
            )
            for group in groups
        ]

    def _wide_readers(self) -> list[tuple[ResultReader, str]]:
        readers = []
        for at, column in enumerate(self._mapping.columns):
            if column.role is Role.ANALYTE:
                unit = column.unit or self._units.get(at, "")
                heading = Heading(column.heading, unit, self._ranges.get(at, ""))
                columns = {**self._shared, Role.VALUE: (at,)}
                reader = ResultReader(columns, self._how, around=self._block, heading=heading)
                readers.append((reader, f", column {column.heading}"))
        return readers

    def _is_under_heading(self, row: Row) -> bool:
        """Take up a line of units or of ranges that stands between headings and values."""
        columns = self._mapping.columns
        cells = {at: row.at(at) for at, column in enumerate(columns) if row.at(at)}
        values = {at: cells.pop(at) for at in tuple(cells) if columns[at].role is Role.ANALYTE}
        labels = {role_of(cell)[0] for cell in cells.values()}
        if not values or not labels <= {Role.UNIT, Role.RANGE}:
            return False
        if Role.RANGE not in labels and all(map(looks_like_unit, values.values())):
            self._units.update(values)
        elif Role.RANGE in labels and all(map(_is_range, values.values())):
            self._ranges.update(values)
        else:
            return False
        return True

    def _person(self, row: Row) -> tuple[Person | None, str]:
        """Whose line this is, and the code of a caution about it."""
        said = tuple(row.at(at) for at in self._who)
        if not any(said):
            return self._unnamed()
        person = self._persons.get(said)
        if person is None:
            columns = self._mapping.columns
            cells = {} if self._identified else {role: self._block.get(role, "") for role in PERSON}
            cells |= {columns[at].role: row.at(at) for at in self._who if row.at(at)}
            person = read_person(cells, order=self._how.order, age_heading=self._age_heading)
            self._persons[said] = person
        self._last = person
        return person, ""

    def _unnamed(self) -> tuple[Person | None, str]:
        if not self._identified or self._last is None:
            return self._around, ""
        if self._mapping.fill_patient:
            return self._last, "patient_from_above"
        return None, "patient_blank"


def _how(sheet: Sheet, guess: Guess, body: Sequence[Row]) -> How:
    """What the file shows goes before what somebody answered for another file."""
    mapping = guess.mapping
    found = number_style(mapping, body)
    style, doubtful = found.style, ""
    if not found.is_sure:
        style = mapping.style or found.style
        doubtful = "" if mapping.style else ","
    order = date_order(mapping, body)
    chosen = mapping.date_order if mapping.date_order in order.options else None
    return How(style, doubtful, order.order or chosen, sheet.serial_dates)


def _by_role(
    columns: Sequence[Column], wanted: Iterable[Role], group: int = 0
) -> dict[Role, tuple[int, ...]]:
    """The places of columns by what they hold, of one of several results on a line."""
    found: dict[Role, tuple[int, ...]] = {}
    for at, column in enumerate(columns):
        if column.role in wanted and column.group == group:
            found[column.role] = (*found.get(column.role, ()), at)
    return found


def _is_range(cell: str) -> bool:
    found = parse_range(cell)
    return found.low is not None or found.high is not None
