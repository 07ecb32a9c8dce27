"""A text without what the eye does not see, and the way back to its own offsets.

Zero-width and control characters may lie inside words, by accident or to hide them; full-width
letters and typographic marks mean the same as the plain ones. Only rules look at the plain text;
the note itself is never changed.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

_HIDDEN_RANGES = (
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2069),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE007F),
)
HIDDEN = frozenset(chr(code) for low, high in _HIDDEN_RANGES for code in range(low, high + 1))
_CONTROLS = frozenset(map(chr, [*range(9), *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0)]))
_DROPPED = HIDDEN | _CONTROLS
_SAME: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：？！"},
    **dict.fromkeys([0x00A0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F], " "),
    **dict.fromkeys([0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060], "'"),
    **dict.fromkeys([0x201C, 0x201D], '"'),
    **dict.fromkeys([0x2010, 0x2011, 0x2212], "-"),
    **dict.fromkeys([0x2013, 0x2014], "–"),
    0x2044: "/",
}


@dataclass(frozen=True)
class Plain:
    """The plain text of `source`; where nothing was dropped, offsets are the same."""

    source: str
    text: str

    @classmethod
    def of(cls, source: str) -> "Plain":
        """Make the plain text; letters keep their case."""
        same = source.translate(_SAME) if not source.isascii() else source
        if not _DROPPED.isdisjoint(same):
            same = "".join(sign for sign in same if sign not in _DROPPED)
        return cls(source, same)

    @cached_property
    def _places(self) -> list[int] | None:
        """Offset in the source of each character that stayed."""
        if len(self.text) == len(self.source):
            return None
        return [place for place, sign in enumerate(self.source) if sign not in _DROPPED]

    def back(self, place: int) -> int:
        """The offset in the source of a character of the plain text, or of its end."""
        if self._places is None:
            return place
        return self._places[place] if place < len(self._places) else len(self.source)

    def end(self, place: int) -> int:
        """The offset in the source after the last character before `place`."""
        return self.back(place - 1) + 1 if place else 0

    def there(self, place: int) -> int:
        """The offset in the plain text of a place in the source."""
        return place if self._places is None else bisect_left(self._places, place)
