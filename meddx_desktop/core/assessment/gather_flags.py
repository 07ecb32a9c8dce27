"""Danger signs of a case: of its note, and of the vitals strip beside it (SAFETY 19)."""

from collections.abc import Iterator, Mapping

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
    found = find_flags(
        text,
        sentences(text, reading.paragraphs) if reading else (),
        (*(reading.mentions if reading else ()), *strip),
        sections=reading.sections if reading else (),
        age_days=facts.age.days if facts.age else None,
        sex=facts.sex,
        pregnant=_PREGNANT.get(facts.case.vitals.pregnant),
    )
    for flag in found:
        known = flags.get(flag.name)
        if known is None or (known.possible and not flag.possible):
            flags[flag.name] = flag
    return flags


def _strip(facts: CaseFacts, end: int) -> Iterator[Mention]:
    """The vitals strip as if it stood after the last word: a span without words."""
    for name, attribute in STRIP.items():
        value = getattr(facts.case.vitals, attribute)
        if value is not None:
            measured = (Measured(name, value, VITALS[name]),)
            kind = MentionKind.VITAL_SIGN
            yield Mention(Span(end, end), "", kind, concept=name, measured=measured)
