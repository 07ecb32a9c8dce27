"""Results that are one measurement: equal ones, and which stands in the place of which."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import TYPED
from meddx_desktop.core.domain.laboratory import ResultStatus
from meddx_desktop.core.operations.labs_line import LabLine, with_caution

_FINALITY = {
    ResultStatus.PRELIMINARY: 0,
    ResultStatus.UNKNOWN: 1,
    ResultStatus.FINAL: 1,
    ResultStatus.CORRECTED: 2,
    ResultStatus.CANCELLED: 3,
}


def replaced(lines: Sequence[LabLine]) -> list[LabLine]:
    """Marks what a later import of the same case corrects, completes or withdraws."""
    order = {source: place for place, source in enumerate(dict.fromkeys(x.source for x in lines))}
    same: dict[tuple[object, ...], list[int]] = {}
    for at, line in enumerate(lines):
        if line.source != TYPED and line.observation.sent.taken:
            same.setdefault(_test(line), []).append(at)
    found = list(lines)
    for places in same.values():
        for at in places:
            others = [lines[other] for other in places if other != at]
            found[at] = _settled(lines[at], others, order)
    return found


def _settled(line: LabLine, others: Sequence[LabLine], order: dict[str, int]) -> LabLine:
    """The line beside others of the same test at the same time, from other imports."""
    beside = [other for other in others if other.source != line.source]
    if any(_outranks(other, line, order) for other in beside):
        return with_caution(replace(line, replaced=True), Reason("lab_replaced"))
    below = [other for other in beside if _outranks(line, other, order)]
    if below:
        before = below[-1].observation.sent.value
        return with_caution(line, Reason("lab_replaces", {"before": before.text if before else ""}))
    if any(_value(other) != _value(line) for other in beside):
        return with_caution(line, Reason("lab_same_time_differs"))
    return line


def _outranks(one: LabLine, other: LabLine, order: dict[str, int]) -> bool:
    """Whether `one` stands in the place of `other`.

    The more final one does; of two corrections the one that came later. A cancellation takes
    nothing away that came after it.
    """
    later = order[one.source] > order[other.source]
    status, over = one.observation.sent.status, other.observation.sent.status
    if ResultStatus.CANCELLED in (status, over):
        return status is ResultStatus.CANCELLED and over is not status and later
    if status is over is ResultStatus.CORRECTED:
        return later
    return _FINALITY[status] > _FINALITY[over]


def _test(line: LabLine) -> tuple[object, ...]:
    """What makes two results the same measurement: test, specimen, time."""
    one = line.observation
    sent = one.sent
    name = one.analyte or sent.name.casefold()
    taken = sent.taken.astimezone(UTC) if sent.taken else sent.taken_text
    return name, taken, "" if one.analyte else sent.specimen_text, sent.method


def _value(line: LabLine) -> tuple[object, ...]:
    sent = line.observation.sent
    return (sent.value.text.strip() if sent.value else sent.absent, sent.unit.strip())


def key(line: LabLine) -> tuple[object, ...]:
    """What makes two results equal in all that matters."""
    return (*_test(line), *_value(line), line.observation.sent.status)


def is_equal(line: LabLine, other: LabLine) -> bool:
    """Whether two results say the same of the same time; without a time nobody can tell."""
    has_time = line.observation.sent.taken is not None
    return has_time and key(line) == key(other)
