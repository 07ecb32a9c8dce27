"""What reports need of words: they are handed in, for the core has codes only."""

from collections.abc import Mapping
from typing import Protocol

Parameters = Mapping[str, str | int | float]


class Speech(Protocol):
    """Sentences and names in the reader's language."""

    @property
    def language(self) -> str:
        """``en`` or ``zh``."""

    def say(self, key: str, **fields: str | int | float) -> str:
        """A sentence of paper, by its key."""

    def label(self, key: str) -> str:
        """A short name, such as ``finding.pneumonia``."""

    def sentence(self, code: str, parameters: Parameters | None = None) -> str:
        """The sentence of a reason's code."""

    def safety(self, key: str) -> str:
        """One of the words that must stand on paper."""

    def age(self, days: int) -> str:
        """An age in the unit that clinicians use."""


def of(words: Mapping[str, str], speech: Speech) -> str:
    """Words that come in several languages."""
    return words.get(speech.language) or words.get("en", "")
