"""A note put together piece by piece: words, planted identifiers, and what must stay."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Planted:
    """An identifier in a note; `known` where the case knows it."""

    start: int
    end: int
    kind: str
    known: bool = False


@dataclass
class Note:
    """A text under construction."""

    language: str
    known_names: tuple = ()
    known_others: tuple = ()
    known_numbers: tuple = ()
    text: str = ""
    planted: list = field(default_factory=list)
    stays: list = field(default_factory=list)

    def add(self, words):
        self.text += words
        return self

    def put(self, kind, words, *, known=False):
        start = len(self.text)
        self.text += words
        self.planted.append(Planted(start, len(self.text), kind, known))
        return self

    def keep(self, words):
        """Words that look like an identifier and must stay."""
        start = len(self.text)
        self.text += words
        self.stays.append((start, len(self.text)))
        return self
