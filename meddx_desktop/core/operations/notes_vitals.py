"""Vital signs that a note states, offered to the strip of vital signs; a person takes them over."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.case import VITAL_LIMITS, Answer, Vitals
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind, SectionName, Span
from meddx_desktop.core.operations.notes_desk import ReadNote

FIELDS = {
    "weight": "weight_kg",
    "height": "height_cm",
    "temperature": "temperature_c",
    "respiratory_rate": "respiratory_rate",
    "spo2": "spo2_percent",
    "heart_rate": "pulse",
    "bp_systolic": "systolic",
    "bp_diastolic": "diastolic",
}
"""The fields of the strip by the names of what is read; a highest value of some day has none."""
_OXYGEN = "oxygen_flow"
_WEIGHT = "weight_kg"
_ELSEWHERE = frozenset(
    {SectionName.FAMILY_HISTORY, SectionName.PAST_HISTORY, SectionName.SURGICAL_HISTORY}
)
_AROUND = 30
_GIVEN = re.compile(
    r"\d.*?(?:\b(?:oxygen|O2|NRB|non-?rebreather|HFNC|CPAP|BiPAP|venturi|nasal)\b|(?<![不未])吸氧)",
    re.IGNORECASE,
)
"""Behind the value: oxygen, without how much."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What one place of the note states.

    Attributes
    ----------
    values : tuple[tuple[str, float], ...]
        Fields of `Vitals` with their values, in the units of the strip; two of a blood pressure.
    on_oxygen : Answer
        Where the words say it beside the saturation.
    words, around : str
        As they stand in the note; and with what stands beside them in the same line.
    """

    values: tuple[tuple[str, float], ...]
    on_oxygen: Answer
    words: str
    around: str

    @property
    def is_weight(self) -> bool:
        """Whether it is one, whose day has to be entered beside it."""
        return _WEIGHT in self.fields

    @property
    def fields(self) -> frozenset[str]:
        """Which fields it would fill."""
        return frozenset(name for name, _ in self.values)


def offered(found: ReadNote) -> tuple[Offered, ...]:
    """What a note states of the patient now, in its order.

    Left out are values of the past or of relatives by their heading, ranges and limits ("over
    100"), and what no living person can have.
    """
    made = []
    for entry in found.note.entries:
        one = entry.mention
        if one.kind is not MentionKind.VITAL_SIGN or entry.is_refused or not _is_of_now(found, one):
            continue
        values = _values(one)
        if values:
            made.append(Offered(values, _oxygen(one), one.text, _around(found.text, one.span)))
    return tuple(made)


def fitting(offers: Sequence[Offered], vitals: Vitals) -> tuple[Offered, ...]:
    """Those that stand alone and fill what is unknown: a person may take all of them at once.

    Never a weight: doses hang on it, and an old letter states an old one.
    """
    often = Counter(name for one in offers for name in one.fields)
    return tuple(
        one
        for one in offers
        if not one.is_weight
        and all(often[name] == 1 and getattr(vitals, name) is None for name in one.fields)
    )


def taken(vitals: Vitals, chosen: Sequence[Offered]) -> Vitals:
    """The strip with what was chosen; of two that fill one field the later in the note counts.

    The day of a weight is not known from a note: it is asked for again.
    """
    for one in chosen:
        changes: dict[str, object] = dict(one.values)
        if _WEIGHT in changes:
            changes["weight_on"] = None
        if one.on_oxygen is not Answer.UNKNOWN:
            changes["on_oxygen"] = one.on_oxygen
        vitals = replace(vitals, **changes)  # type: ignore[arg-type]
    return vitals


def _is_of_now(found: ReadNote, mention: Mention) -> bool:
    section = found.section_at(mention.span.start)
    is_elsewhere = section is not None and section.name in _ELSEWHERE
    return mention.assertion is Assertion.PRESENT and not is_elsewhere


def _values(mention: Mention) -> tuple[tuple[str, float], ...]:
    found = {
        FIELDS[one.name]: one.value
        for one in mention.measured
        if one.name in FIELDS and one.comparator is None
    }
    return tuple(
        (name, value)
        for name, value in found.items()
        if VITAL_LIMITS[name][0] <= value <= VITAL_LIMITS[name][1]
    )


def _oxygen(mention: Mention) -> Answer:
    flows = [one.value for one in mention.measured if one.name == _OXYGEN]
    if not flows:
        return Answer.YES if _GIVEN.search(mention.text) else Answer.UNKNOWN
    return Answer.YES if flows[0] > 0 else Answer.NO


def _around(text: str, span: Span) -> str:
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _AROUND)
    return " ".join(text[begin:end].split())
