"""Danger signs of a case: of its note, and of the vitals strip beside it (SAFETY 19)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.knowledge_looks import VITALS
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import Measured, Mention, MentionKind, RedFlag, Span
from meddx_desktop.core.notes.as_read import as_read
from meddx_desktop.core.notes.red_flags import find_flags
from meddx_desktop.core.notes.sentences import sentences

STRIP = {
    "temperature": "temperature_c",
    "heart_rate": "pulse",
    "respiratory_rate": "respiratory_rate",
    "spo2": "spo2_percent",
    "bp_systolic": "systolic",
    "bp_diastolic": "diastolic",
}
"""Vital signs of notes, and where the vitals strip holds them."""
_PREGNANT = {Answer.YES: True, Answer.NO: False}


def flags_of(facts: CaseFacts) -> Mapping[str, RedFlag]:
    """Every danger sign by name. The strip may add some and takes none away."""
    reading = facts.reading
    flags = {flag.name: flag for flag in reading.flags} if reading else {}
    text = as_read(facts.case.note)
    strip = tuple(_strip(facts, len(text)))
    if not strip:
        return flags
    fired = {flag.name: flag for flag in _fired(facts, text, strip)}
    new = [flag for flag in fired.values() if _is_news(flag, flags.get(flag.name))]
    if new:
        which = _decisive(facts, text, strip)
        flags |= {flag.name: replace(flag, vitals=which(flag)) for flag in new}
    return flags


def _is_news(flag: RedFlag, known: RedFlag | None) -> bool:
    return known is None or (known.possible and not flag.possible)


def _fired(facts: CaseFacts, text: str, strip: tuple[Mention, ...]) -> tuple[RedFlag, ...]:
    """The danger signs of the note together with these vital signs."""
    reading = facts.reading
    return find_flags(
        text,
        sentences(text, reading.paragraphs) if reading else (),
        (*(reading.mentions if reading else ()), *strip),
        sections=reading.sections if reading else (),
        age_days=facts.age.days if facts.age else None,
        sex=facts.sex,
        pregnant=_PREGNANT.get(facts.case.vitals.pregnant),
    )


def _decisive(
    facts: CaseFacts, text: str, strip: tuple[Mention, ...]
) -> Callable[[RedFlag], tuple[str, ...]]:
    """Which vital signs fire a danger sign: each that does so with the note, else all needed."""
    alone = {one.concept: _sure(_fired(facts, text, (one,))) for one in strip}

    def needed(one: Mention, key: tuple[str, bool]) -> bool:
        others = tuple(other for other in strip if other != one)
        return key not in _sure(_fired(facts, text, others))

    def which(flag: RedFlag) -> tuple[str, ...]:
        key = (flag.name, flag.possible)
        found = [name for name, fired in alone.items() if key in fired]
        found = found or [one.concept for one in strip if needed(one, key)]
        return tuple(name for name in found if name)

    return which


def _sure(flags: Iterable[RedFlag]) -> frozenset[tuple[str, bool]]:
    return frozenset((flag.name, flag.possible) for flag in flags)


def _strip(facts: CaseFacts, end: int) -> Iterator[Mention]:
    """The vitals strip as if it stood after the last word: a span without words."""
    for name, attribute in STRIP.items():
        value = getattr(facts.case.vitals, attribute)
        if value is not None:
            measured = (Measured(name, value, VITALS[name]),)
            kind = MentionKind.VITAL_SIGN
            yield Mention(Span(end, end), "", kind, concept=name, measured=measured)
