"""Mentions as marks in the editor; they move with the text until it is read again."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.note import Assertion, RedFlag
from meddx_desktop.core.domain.note_corrections import Entry
from meddx_desktop.gui.notes_tab.groups import Group, group_of, shown_as
from meddx_desktop.gui.notes_tab.places import Places


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the editor's text, in Qt's places; `number` is the entry's."""

    start: int
    end: int
    number: int
    group: Group
    assertion: Assertion
    is_corrected: bool = False
    is_refused: bool = False


class Marks:
    """Marks by rising place; none shares a character with another."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self._marks]

    @classmethod
    def of(cls, entries: Iterable[Entry], places: Places, shown: frozenset[Group]) -> "Marks":
        """The marks of a reading, of the groups that are shown."""
        return cls(
            Mark(
                places.to_qt(entry.mention.span.start),
                places.to_qt(entry.mention.span.end),
                number,
                group_of(entry.mention.kind),
                shown_as(entry.mention),
                bool(entry.said),
                entry.is_refused,
            )
            for number, entry in enumerate(entries)
            if group_of(entry.mention.kind) in shown
        )

    def __len__(self) -> int:
        return len(self._marks)

    def between(self, start: int, end: int) -> list[Mark]:
        """Marks that have a character in common with a stretch."""
        first = bisect_left(self._starts, start)
        while first and self._marks[first - 1].end > start:
            first -= 1
        last = bisect_left(self._starts, end)
        return self._marks[first:last]

    def at(self, place: int) -> Mark | None:
        """The mark that holds a place; its end counts too, where a cursor rests."""
        found = self.between(max(place - 1, 0), place + 1)
        held = [mark for mark in found if mark.start <= place <= mark.end]
        return held[-1] if held else None

    def after(self, place: int) -> Mark | None:
        """The next mark that begins behind a place, or the first of all."""
        live = [mark for mark in self._marks if not mark.is_refused]
        return next((mark for mark in live if mark.start > place), next(iter(live), None))

    def before(self, place: int) -> Mark | None:
        """The mark that ends before a place, or the last of all."""
        live = [mark for mark in reversed(self._marks) if not mark.is_refused]
        return next((mark for mark in live if mark.end < place), next(iter(live), None))

    def moved(self, place: int, removed: int, added: int) -> "Marks":
        """After a change of the text: later marks shift, those that it touched go."""
        shift = added - removed
        kept = []
        for mark in self._marks:
            if mark.end < place or (mark.end == place and removed == 0):
                kept.append(mark)
            elif mark.start >= place + removed:
                kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
        return Marks(kept)


def flag_stretches(flags: Iterable[RedFlag], places: Places) -> tuple[tuple[int, int], ...]:
    """The words that fired red flags, in Qt's places."""
    return tuple(
        (places.to_qt(span.start), places.to_qt(span.end)) for flag in flags for span in flag.words
    )
