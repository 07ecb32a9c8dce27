"""OBX: one result, or a line with the reason why it is none."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    RejectedLine,
    ResultStatus,
    SentRange,
    SentResult,
)
from meddx_desktop.core.labs.hl7_charset import DAMAGED
from meddx_desktop.core.labs.hl7_orders import Order
from meddx_desktop.core.labs.hl7_syntax import Components, Segment, component
from meddx_desktop.core.labs.hl7_values import (
    ENCAPSULATED,
    TEXTS,
    ReadValue,
    codes_of,
    names_of,
    read_value,
    shown_of,
)
from meddx_desktop.core.labs.limits import shortened
from meddx_desktop.core.labs.sent_times import read_time
from meddx_desktop.core.labs.values import parse_range

_KIND, _NAME, _SUB, _UNIT, _RANGE, _FLAGS, _STATUS, _TIME = 2, 3, 4, 6, 7, 8, 11, 14
_PRODUCER, _METHOD, _PERFORMER = 15, 17, 23
_STATUSES = {
    **dict.fromkeys("PIRS", ResultStatus.PRELIMINARY),
    **dict.fromkeys("FUVB", ResultStatus.FINAL),
    **dict.fromkeys("CA", ResultStatus.CORRECTED),
    **dict.fromkeys("DWXNO", ResultStatus.CANCELLED),
}
"""Table 0085 (https://hl7.org/fhir/R4/v2/0085/index.html)."""
_ABSENT = {"I": "temp-unknown", "X": "not-performed", "N": "not-asked"}
"""In the words of FHIR's data-absent-reason, so that both kinds of file say the same."""
_POWER = re.compile(r"[x×*]?10")
_POWER_REST = re.compile(r"[+-]?\d{1,2}(/.*)?")


@dataclass(slots=True)
class Line:
    """An OBX on its way: what it may replace, and the comments that follow it."""

    segment: Segment
    order: Order
    place: str
    message: int
    is_guessed: bool = False
    """The characters of the message are a guess."""
    notes: list[str] = field(default_factory=list)
    result: SentResult | None = None
    rejected: RejectedLine | None = None

    @property
    def kind(self) -> str:
        """OBX-2, the type of the value."""
        return self.segment.text(_KIND).upper()

    @property
    def is_text(self) -> bool:
        """A line of a longer text, which rightly repeats its code."""
        return self.kind in TEXTS

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two lines the same result: order, code and sub-identifier."""
        name = self.segment.components(_NAME)
        code = component(name, 1) or component(name, 4) or shown_of(name)
        return self.order.key, code, self.segment.text(_SUB)

    @property
    def taken_text(self) -> str:
        """OBX-14, which tells the samples of one order apart."""
        return self.segment.components(_TIME)[0]

    def reject(self, code: str, **parameters: str | int | float) -> None:
        """Turn the line into a rejected one; the result is no longer one."""
        self.result = None
        reason = Reason(code, dict(parameters))
        self.rejected = RejectedLine(self.place, shortened(self.segment.line), reason)


def read_line(line: Line) -> None:
    """Give a line its result or its rejection; the order must be complete by now."""
    segment = line.segment
    name = segment.components(_NAME)
    names, codes = names_of(name), codes_of(name)
    if line.kind in ENCAPSULATED:
        line.reject("encapsulated_data", kind=line.kind)
    elif not names and not codes:
        line.reject("result_unnamed")
    elif not line.order.is_patients:
        line.reject("specimen_not_patients")
    else:
        line.result = _result(line, names or (codes[0].value,), read_value(segment, line.kind))


def _result(line: Line, names: tuple[str, ...], read: ReadValue) -> SentResult:
    segment, order = line.segment, line.order
    unit, is_ucum, unit_forms = _unit(segment.components(_UNIT))
    status_text = segment.components(_STATUS)[0].upper()
    status = _STATUSES.get(status_text, ResultStatus.UNKNOWN)
    taken_text = order.collected or line.taken_text or order.observed
    taken, doubt = read_time(taken_text)
    specimen, specimen_text, differ = order.specimen()
    notes = [*line.notes, order.note] if order.note else line.notes
    return SentResult(
        place=line.place,
        names=names,
        codes=codes_of(segment.components(_NAME)),
        value=read.value,
        unit=unit,
        unit_is_ucum=is_ucum,
        range=_range(segment.text(_RANGE), unit_forms),
        flags=(*_flags(segment), *read.flags),
        status=status,
        taken=taken,
        taken_text=taken_text,
        specimen=specimen,
        specimen_text=specimen_text,
        panel=order.panel,
        laboratory=segment.components(_PERFORMER)[0] or shown_of(segment.components(_PRODUCER)),
        method="; ".join(filter(None, map(shown_of, segment.repetitions(_METHOD)))),
        note="\n".join(notes),
        absent="" if read.value else _ABSENT.get(status_text, "unknown"),
        cautions=(*read.cautions, *differ, *_cautions(line, doubt, status, status_text)),
    )


def _cautions(line: Line, doubt: str, status: ResultStatus, sent: str) -> tuple[Reason, ...]:
    told = []
    if doubt:
        told.append(Reason(doubt))
    if status is ResultStatus.UNKNOWN and sent:
        told.append(Reason("status_unknown", {"status": sent[:20]}))
    if not line.segment.line.isascii():
        if DAMAGED in line.segment.line:
            told.append(Reason("characters_damaged"))
        elif line.is_guessed:
            told.append(Reason("characters_guessed"))
    return tuple(told)


def _flags(segment: Segment) -> tuple[str, ...]:
    return tuple(filter(None, (part[0] for part in segment.repetitions(_FLAGS))))


@lru_cache(maxsize=4096)
def _unit(parts: Components) -> tuple[str, bool, tuple[str, ...]]:
    """The unit, whether it is UCUM, and every form of it that a range may carry."""
    if len(parts) > 1 and _POWER.fullmatch(parts[0]) and _POWER_REST.fullmatch(parts[1]):
        # 10^9/L with its caret not escaped: no unit is called "10".
        whole = "^".join(parts[:2])
        return whole, False, (whole,)
    forms = tuple(dict.fromkeys(filter(None, (component(parts, n) for n in (1, 2, 4, 5, 9)))))
    for code, scheme in ((1, 3), (4, 6)):
        if component(parts, scheme).upper() == "UCUM" and component(parts, code):
            return component(parts, code), True, forms
    return (forms[0] if forms else ""), False, forms


@lru_cache(maxsize=4096)
def _range(text: str, units: tuple[str, ...]) -> SentRange | None:
    """OBX-7; a range with the result's own unit behind it is read, with another one it is not."""
    if not text or text == '""':
        return None
    found = parse_range(text, units[0] if units else "")
    for unit in units[1:]:
        if found.low is None and found.high is None:
            found = parse_range(text, unit)
    return found
