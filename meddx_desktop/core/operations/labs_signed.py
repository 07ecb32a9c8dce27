"""What the laboratory lines of a case said when it was signed, and whether they still say it.

Tables of analytes and ranges change with the program. Results are read anew with the tables of
today, and a line that a signature saw otherwise says so, with what it said then.
"""

from collections.abc import Iterable

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import LabShown
from meddx_desktop.core.operations.labs_line import LabLine, with_caution


def shown(lines: Iterable[LabLine]) -> tuple[LabShown, ...]:
    """What every line says now, for the signature."""
    return tuple(_shown(line) for line in lines)


def _shown(line: LabLine) -> LabShown:
    one, limits = line.observation, line.observation.range
    return LabShown(
        line.source,
        line.number,
        one.analyte,
        one.quantity.value if one.quantity else None,
        one.quantity.unit if one.quantity else "",
        one.interpretation.value if one.interpretation else "",
        limits.low if limits else None,
        limits.high if limits else None,
    )


def as_signed(case: Case, lines: Iterable[LabLine]) -> Iterable[LabLine]:
    """Says so where a line of a signed case reads otherwise than when it was signed."""
    signed = {(one.source, one.number): one for one in case.lab_shown} if case.is_signed else {}
    for line in lines:
        before = signed.get((line.source, line.number))
        if before is None or before == _shown(line):
            yield line
        else:
            yield with_caution(line, signed_otherwise(before))


def signed_otherwise(before: LabShown) -> Reason:
    """What a line said when the case was signed."""
    limits = "–".join("" if end is None else f"{end:g}" for end in (before.low, before.high))
    said = {
        "value": "–" if before.value is None else before.value,
        "unit": before.unit,
        "flag": before.flag or "–",
        "range": limits.strip("–") and limits,
        "name": before.name,
    }
    return Reason("lab_signed_otherwise", said)
