"""Reference ranges by age, sex and pregnancy; the laboratory's own goes before any other.

The data is resources/reference_ranges/*.toml. A line holds only for whom it says: where the sex is
not known, a range of men is not used.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import Conversion, ReferenceRange, SentRange
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR, Sex
from meddx_desktop.core.labs.analytes import Analyte, analytes
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.units import conversion, convert
from meddx_desktop.core.paths import RESOURCES

SETS = ("international", "china")
_FOLDER = RESOURCES / "reference_ranges"
_AGE = re.compile(r"(\d+)([dmy])-(?:(\d+)([dmy]))?")
_DAYS = {"d": 1.0, "m": DAYS_PER_MONTH, "y": DAYS_PER_YEAR}
_ROUNDING = 1.0
"""A birthday may lie a day beside a whole number of years of 365.2425 days."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: the range in the analyte's shown unit, and whom it holds for."""

    range: ReferenceRange
    sex: Sex
    from_days: float
    to_days: float
    by_age: bool
    pregnancy: str

    def holds_for(self, days: int | None, trimester: int, subject: Subject) -> bool:
        """Whether `subject` at this age and trimester certainly is one of those."""
        if self.sex is not Sex.UNKNOWN and subject.sex is not self.sex:
            return False
        if self.by_age and (days is None or not self.covers(days)):
            return False
        if not self.pregnancy:
            return True
        expected = ("any", str(trimester))
        return subject.pregnant is Answer.YES and self.pregnancy in expected

    def covers(self, days: int) -> bool:
        """Whether the age lies in the band of the line."""
        slack = _ROUNDING if self.from_days >= DAYS_PER_YEAR else 0.0
        return self.from_days - slack <= days < self.to_days - slack


@cache
def lines(name: str) -> Mapping[str, tuple[Line, ...]]:
    """All lines of a set (``international``, ``china``, ``critical``) by analyte."""
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    sources = {one["id"]: f"{one['title']}; {one['locator']}" for one in table["source"]}
    found: dict[str, list[Line]] = {}
    for row in table["range"]:
        found.setdefault(row["analyte"], []).append(_line(row, sources))
    return {analyte: tuple(ones) for analyte, ones in found.items()}


def published(
    analyte: Analyte, subject: Subject, taken: datetime | None, sets: tuple[str, ...] = SETS[:1]
) -> tuple[ReferenceRange, ...]:
    """The published ranges that hold for this person, in the order of `sets`.

    Where there are ranges of pregnancy, others never stand in for them. Analytes whose methods
    differ between laboratories have none.
    """
    if analyte.own_range_only:
        return ()
    age = subject.age_at(taken)
    days = age.days if age else None
    ones = [line for name in sets for line in lines(name).get(analyte.id, ())]
    if subject.pregnant is Answer.YES and has_pregnancy(analyte):
        ones = [line for line in ones if line.pregnancy] or [
            line for line in _all_lines(analyte) if line.pregnancy
        ]
    trimester = subject.trimester_at(taken)
    return tuple(line.range for line in ones if line.holds_for(days, trimester, subject))


def has_pregnancy(analyte: Analyte) -> bool:
    """Whether any table has ranges of pregnancy for it."""
    return any(line.pregnancy for line in _all_lines(analyte))


def by_age(analyte: Analyte) -> bool:
    """Whether any published range of it goes by age."""
    return any(line.by_age for line in _all_lines(analyte))


def _all_lines(analyte: Analyte) -> list[Line]:
    return [line for name in SETS for line in lines(name).get(analyte.id, ())]


def needed(analyte: Analyte, subject: Subject, taken: datetime | None) -> tuple[str, ...]:
    """What of age and sex would have to be known for a published range to hold."""
    if analyte.own_range_only:
        return ()
    ones = _all_lines(analyte)
    lacks = {
        "age": subject.age_at(taken) is None and any(line.by_age for line in ones),
        "sex": subject.sex is Sex.UNKNOWN and any(line.sex is not Sex.UNKNOWN for line in ones),
        "trimester": subject.pregnant is Answer.YES
        and subject.trimester_at(taken) == 0
        and any(line.pregnancy not in ("", "any") for line in ones),
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def critical(analyte: Analyte, subject: Subject, taken: datetime | None) -> ReferenceRange | None:
    """The critical values for this person, the adults' where the age is unknown."""
    age = subject.age_at(taken)
    ones = lines("critical").get(analyte.id, ())
    if age is None:
        return next((line.range for line in ones if line.to_days == float("inf")), None)
    return next((line.range for line in ones if line.covers(age.days)), None)


def with_critical(
    reference: ReferenceRange | None, limits: ReferenceRange | None
) -> ReferenceRange | None:
    """`reference` with the critical values of `limits`; alone they make a range without limits."""
    if limits is None:
        return reference
    if reference is None:
        reference = ReferenceRange(None, None, limits.unit, "", whom=limits.whom)
    return replace(
        reference,
        critical_low=limits.low,
        critical_high=limits.high,
        critical_source=limits.source,
    )


def laboratorys(sent: SentRange, how: Conversion | None, unit: str) -> ReferenceRange | None:
    """The range that came with the result, converted with the value; None when it has no number."""
    if sent.low is None and sent.high is None:
        return None
    low, high = sent.low, sent.high
    if how is not None:
        low = None if low is None else convert(low, how)
        high = None if high is None else convert(high, how)
    return ReferenceRange(
        low,
        high,
        unit,
        sent.text,
        sent.low_included,
        sent.high_included,
        is_laboratorys=True,
    )


def _line(row: dict[str, Any], sources: dict[str, str]) -> Line:
    analyte = analytes()[row["analyte"]]
    how = conversion(row["unit"], analyte.unit, analyte.substance)
    if how is None:
        raise ValueError(f"{analyte.id}: {row['unit']}")
    low, high = (
        None if end not in row else float(f"{convert(row[end], how):.10g}")
        for end in ("low", "high")
    )
    start, stop = _days(row.get("age", ""))
    sex, pregnancy = row.get("sex", ""), row.get("pregnancy", "")
    parts = (sex, row.get("age", ""), pregnancy and f"pregnancy {pregnancy}")
    reference = ReferenceRange(
        low,
        high,
        analyte.unit,
        f"{sources[row['source']]}; {row['place']}",
        row.get("low_included", True),
        row.get("high_included", True),
        " ".join(part for part in parts if part),
    )
    return Line(reference, Sex(sex), start, stop, bool(row.get("age")), pregnancy)


def _days(text: str) -> tuple[float, float]:
    if not text:
        return 0.0, float("inf")
    match = _AGE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    stop = float(match[3]) * _DAYS[match[4]] if match[3] else float("inf")
    return float(match[1]) * _DAYS[match[2]], stop
