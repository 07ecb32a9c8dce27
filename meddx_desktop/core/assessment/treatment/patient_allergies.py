"""What a patient is said to be allergic to: the banner and the note together."""

from collections.abc import Iterator
from dataclasses import replace

from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.treatment.named import read_allergies
from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind
from meddx_desktop.core.domain.treatment import KnownAllergy

_NOT_OF_PATIENT = frozenset({Assertion.NEGATED, Assertion.FAMILY, Assertion.CONDITIONAL})


def allergies_of(facts: CaseFacts) -> tuple[KnownAllergy, ...] | None:
    """All that banner and note name; empty: asked, none known; None: nobody asked.

    A named substance stands whatever else says "none known": the contradiction is no reason to
    forget it.
    """
    banner = facts.case.patient.allergies
    noted = [one for one in (facts.reading.mentions if facts.reading else ()) if _counts(one)]
    if banner is None and not noted:
        return None
    found = [*read_allergies(banner or ()), *_of_note(noted)]
    by_meaning = {(one.ingredients, one.classes, one.written.casefold()): one for one in found}
    return tuple(by_meaning[key] for key in sorted(by_meaning))


def _counts(one: Mention) -> bool:
    if one.kind is not MentionKind.ALLERGY or one.allergy is None:
        return False
    is_denied = one.allergy.none_known and one.assertion is Assertion.NEGATED
    return is_denied or one.assertion not in _NOT_OF_PATIENT


def _of_note(mentions: list[Mention]) -> Iterator[KnownAllergy]:
    """As the note writes it, with what its substance means."""
    for one in sorted(mentions, key=lambda mention: mention.span):
        if one.allergy and one.allergy.substance:
            place = Place(Origin.NOTE, one.concept or "", span=one.span)
            read = read_allergies(one.allergy.substance.replace(" + ", ", "))
            for entry in read or (KnownAllergy(one.text),):
                yield replace(entry, written=one.text, place=place)
