"""What the red flags take from mentions: measured vital signs and ages."""

from collections.abc import Iterator, Mapping, Sequence

from meddx_desktop.core.domain.note import Assertion, Measured, Mention, MentionKind, Span
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR
from meddx_desktop.core.notes.red_flag_rules import Vital

DAYS_OF = {
    "h": 1 / 24,
    "d": 1.0,
    "wk": 7.0,
    "mo": DAYS_PER_MONTH,
    "a": DAYS_PER_YEAR,
}
"""Days of the UCUM units of time that durations and ages come in."""
_SAID = frozenset({Assertion.PRESENT, Assertion.POSSIBLE})


def days(measured: Measured) -> float | None:
    """A duration or age in days; None where its unit is none of time."""
    factor = DAYS_OF.get(measured.unit or "")
    return None if factor is None else measured.value * factor


def ages_said(mentions: Sequence[Mention]) -> tuple[float, ...]:
    """The ages in days that a note gives for its patient."""
    found = (
        days(measured)
        for mention in mentions
        if mention.kind is MentionKind.AGE and mention.assertion in _SAID
        for measured in mention.measured
    )
    return tuple(dict.fromkeys(age for age in found if age is not None))


def vital_words(
    vitals: Mapping[str, Vital], mentions: Sequence[Mention]
) -> Iterator[tuple[str, Span]]:
    """The vital signs of a note that lie beyond a limit, by its name, whatever its ages are."""
    by_name: dict[str, list[tuple[str, Vital]]] = {}
    for name, vital in vitals.items():
        for measured_name in vital.names:
            by_name.setdefault(measured_name, []).append((name, vital))
    for mention in mentions:
        if mention.kind is not MentionKind.VITAL_SIGN or not _counts(mention):
            continue
        for measured in mention.measured:
            for name, vital in by_name.get(measured.name, ()):
                if vital.met_by(_value(measured), measured.comparator):
                    yield name, mention.span


def _counts(mention: Mention) -> bool:
    """What was so before counts where the note itself says it beside what is so now.

    "96/58 (was 70/40 on arrival)": it got better within this visit, and may get worse again.
    """
    if mention.assertion in _SAID:
        return True
    return mention.assertion is Assertion.HISTORICAL and mention.trigger is not None


def _value(measured: Measured) -> float:
    if measured.unit == "[degF]":
        return (measured.value - 32) / 1.8
    return measured.value
