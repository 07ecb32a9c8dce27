"""What can tell whose a text is: kinds of identifiers, found words, and their place in a text."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """What kind of identifier words are."""

    PATIENT = "patient"
    NAME = "name"
    DATE = "date"
    AGE = "age"
    """Over 89 years."""
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    ADDRESS = "address"
    ORGANISATION = "organisation"
    """A hospital, a clinic, a workplace."""
    RESIDENT_ID = "resident_id"
    PASSPORT = "passport"
    INSURANCE = "insurance"
    RECORD_NUMBER = "record_number"
    OTHER = "other"
    """Marked by hand as something else."""


STRUCTURED = frozenset(
    {
        IdentifierKind.DATE,
        IdentifierKind.AGE,
        IdentifierKind.PHONE,
        IdentifierKind.EMAIL,
        IdentifierKind.URL,
        IdentifierKind.RESIDENT_ID,
        IdentifierKind.PASSPORT,
        IdentifierKind.INSURANCE,
        IdentifierKind.RECORD_NUMBER,
    }
)
"""Kinds with a form of their own; names, addresses and organisations have none."""

BY_HAND = "by_hand"
"""The rule of what a person marked."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Words from `start` up to `end` (Unicode code points)"
    " that must not leave, and which rule says so.
    """

    start: int
    end: int
    kind: IdentifierKind
    rule: str

    def touches(self, other: "Found") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


CAPITALS = "A-Z\u00c0-\u00de" + "".join(
    character
    for character in map(chr, (*range(0x100, 0x250), *range(0x1E00, 0x1F00)))
    if character.isupper()
)
"""Capital letters as they stand in names of Latin writing, Polish and Vietnamese ones too."""
LETTERS = "A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
"""All letters of such names, and the marks that may stand apart from their letter."""


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return any("\u3400" <= character <= "\u9fff" for character in text)
