"""One HL7 message: its patients, orders and results, in the order in which segments stand."""

from dataclasses import dataclass, field

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.labs.hl7_file import RawMessage
from meddx_desktop.core.labs.hl7_orders import Order, Sample, read_order, read_sample
from meddx_desktop.core.labs.hl7_patient import read_patient
from meddx_desktop.core.labs.hl7_results import Line, read_line
from meddx_desktop.core.labs.hl7_syntax import Segment, Syntax, parse_message, separators
from meddx_desktop.core.labs.limits import shortened

RESULT_TYPES = frozenset({"ORU", "OUL"})
_TYPE_FIELD, _TIME_FIELD = 9, 7
_COMMENT = 3


@dataclass(slots=True)
class Sheet:
    """What one message says about one patient."""

    patient: Patient = field(default_factory=Patient)
    cautions: list[Reason] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    rejected: list[RejectedLine] = field(default_factory=list)
    """Lines of messages that were not read; they stand before those of `lines`."""


def message_type(raw: RawMessage) -> str:
    """MSH-9 as sent, for example ``ORU^R01``; read without trusting the separators."""
    between = raw.segments[0][4:5] or "^"
    return "^".join(raw.header(_TYPE_FIELD).split(between)[:2])


def read_message(raw: RawMessage) -> list[Sheet]:
    """Read one message; one that can't be read becomes rejected lines."""
    kind = message_type(raw)
    syntax = separators(raw)
    if kind.split("^")[0].upper() not in RESULT_TYPES:
        reason = Reason("hl7_other_message", {"kind": kind[:20] or "?"})
        return [refused(raw, reason, _patient(raw, syntax))]
    if syntax is None:
        return [refused(raw, Reason("hl7_header_damaged"))]
    walk = _Walk(raw)
    for segment in parse_message(raw, syntax):
        walk.take(segment)
    return walk.finished()


def refused(raw: RawMessage, reason: Reason, patient: Patient | None = None) -> Sheet:
    """A message that is not read: its header and every result of it, with the reason."""
    sheet = Sheet(patient or Patient(), cautions=list(raw.cautions))
    results = 0
    for line in raw.segments:
        place = f"message {raw.number}"
        if is_result(line):
            results += 1
            place = f"{place}, OBX {results}"
        elif line is not raw.segments[0]:
            continue
        sheet.rejected.append(RejectedLine(place, shortened(line), reason))
    return sheet


def is_result(line: str) -> bool:
    """Whether a line is an OBX segment, in whatever state."""
    follows = line[3:4]
    return line[:3].upper() == "OBX" and not (follows.isascii() and follows.isalnum())


def _patient(raw: RawMessage, syntax: Syntax | None) -> Patient | None:
    if syntax is None:
        return None
    for segment in parse_message(raw, syntax):
        if segment.name == "PID":
            return read_patient(segment)[0]
    return None


class _Walk:
    """Goes through the segments and keeps what the next ones belong to."""

    def __init__(self, raw: RawMessage) -> None:
        self.raw = raw
        self.sheets: list[Sheet] = []
        self.order = Order()
        self.samples_first: Sample | None = None
        self.has_orders = False
        self.notes: list[str] | None = None
        self.of_message: list[Reason] = []
        self.results = 0

    @property
    def sheet(self) -> Sheet:
        """The patient whom the segments now belong to; nobody when no PID came."""
        if not self.sheets:
            cautions = [*self.raw.cautions, Reason("patient_missing"), *self.of_message]
            self.sheets.append(Sheet(cautions=cautions))
        return self.sheets[-1]

    def take(self, segment: Segment) -> None:
        """Sort one segment in."""
        action = {
            "PID": self._patient,
            "ORC": self._between,
            "OBR": self._order,
            "SPM": self._sample,
            "OBX": self._result,
            "NTE": self._note,
        }.get(segment.name)
        if action is not None:
            action(segment)

    def finished(self) -> list[Sheet]:
        """Every patient of the message, with results read now that their orders are complete."""
        for line in self.sheet.lines if len(self.sheets) < 2 else self._lines():
            read_line(line)
        sent = self.raw.header(_TIME_FIELD)
        if "+" in sent or "-" in sent[8:]:
            for sheet in self.sheets:
                self._warn_of_zone(sheet)
        for sheet in self.sheets:
            if not sheet.lines:
                sheet.cautions.append(Reason("message_without_results"))
        return self.sheets

    def _lines(self) -> list[Line]:
        return [line for sheet in self.sheets for line in sheet.lines]

    def _warn_of_zone(self, sheet: Sheet) -> None:
        """The message names a zone, a result does not: its time counts as this site's."""
        taken = [line.result.taken for line in sheet.lines if line.result]
        if any(moment and moment.tzinfo is None for moment in taken):
            sheet.cautions.append(Reason("time_zone_not_stated"))

    def _patient(self, segment: Segment) -> None:
        patient, cautions = read_patient(segment)
        self.sheets.append(Sheet(patient, [*self.raw.cautions, *cautions, *self.of_message]))
        self.order, self.samples_first, self.has_orders = Order(), None, False
        self.notes = None

    def _order(self, segment: Segment) -> None:
        self.order = read_order(segment)
        if self.samples_first:
            self.order.samples.append(self.samples_first)
        self.has_orders = True
        self.notes = self.order.notes

    def _between(self, _segment: Segment) -> None:
        """What follows speaks of no result above it."""
        self.notes = None

    def _sample(self, segment: Segment) -> None:
        """OUL^R22 and R23 put the specimen before its orders, all others behind."""
        sample = read_sample(segment)
        if self.samples_first or not self.has_orders:
            self.samples_first = sample
            self.order = Order()
        self.order.samples.append(sample)
        self.notes = self.order.notes

    def _result(self, segment: Segment) -> None:
        self.results += 1
        place = f"message {self.raw.number}, OBX {self.results}"
        guessed = bool(self.raw.cautions)
        line = Line(segment, self.order, place, self.raw.number, guessed)
        self.sheet.lines.append(line)
        self.notes = line.notes

    def _note(self, segment: Segment) -> None:
        text = "\n".join("^".join(part) for part in segment.repetitions(_COMMENT))
        if not text.strip():
            return
        if self.notes is not None:
            self.notes.append(text)
            return
        # Before the first order it speaks of the patient, before the patient of all results.
        said = Reason("hl7_comment", {"text": text.strip()})
        if self.sheets:
            self.sheets[-1].cautions.append(said)
        else:
            self.of_message.append(said)
