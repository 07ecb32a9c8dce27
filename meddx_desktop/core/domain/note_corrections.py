"""What people say of what was read in a note, and how that holds when the note is read again.

A correction is kept with the words it is about and the words around them, so that typing
elsewhere in the note does not lose it. Where its own surroundings were rewritten it is not
applied: "no fever" that became "high fever" must not keep its old word.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.note import (
    Assertion,
    Coded,
    Mention,
    MentionKind,
    NoteReading,
    Span,
)

AROUND = 48
"""Characters kept on either side of the words."""
_AFTER = 16
"""So many characters after the words have to be as they were, blanks left out."""
_ENDS = frozenset(".;!?。；！？\n")
_GOES_ON = frozenset(",:、，：)）") | _ENDS
"""What may follow where the line used to end: an addition, not another meaning."""


class Verdict(StrEnum):
    """What kind of correction it is."""

    NOT_A_MENTION = "not_a_mention"
    ASSERTION = "assertion"
    CODE = "code"
    ADDED = "added"
    """Words that the program did not find."""


@dataclass(frozen=True, slots=True)
class NoteCorrection:
    """One word of a person on one mention; all stay in the record.

    Attributes
    ----------
    words, before, after : str
        The words it is about, and what stood around them.
    place : int
        Where they began when it was said; decides between places that look alike.
    assertion : Assertion | None
        Of `Verdict.ASSERTION` and `Verdict.ADDED`.
    code : Code | None
        Of `Verdict.CODE`.
    withdrawn_by : str
    withdrawn_at : datetime | None
        Somebody took it back.
    """

    correction_id: str
    verdict: Verdict
    kind: MentionKind
    words: str
    before: str = ""
    after: str = ""
    place: int = 0
    assertion: Assertion | None = None
    code: Code | None = None
    by: str = ""
    at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it no longer counts."""
        return self.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class FlagSeen:
    """A clinician saw a red flag; it counts for the words that had fired it then."""

    name: str
    words: tuple[str, ...]
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention as it stands now, and how it came to.

    `machine` is what the program read, None for a mention that a person added; `said` are the
    corrections that hold here, oldest first.
    """

    mention: Mention
    machine: Mention | None
    said: tuple[NoteCorrection, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether a person said that these words are no mention."""
        return any(one.verdict is Verdict.NOT_A_MENTION for one in self.said)


@dataclass(frozen=True, slots=True)
class CorrectedNote:
    """A reading with the corrections of its case in it.

    `entries` also holds refused mentions, which `reading.mentions` leaves out; `unplaced` are
    corrections whose words, or what stood around them, are gone from the text.
    """

    reading: NoteReading
    entries: tuple[Entry, ...] = ()
    unplaced: tuple[NoteCorrection, ...] = ()


def anchor(text: str, span: Span) -> tuple[str, str, str]:
    """The words of a place, and what stands before and after them."""
    before = text[max(0, span.start - AROUND) : span.start]
    return text[span.start : span.end], before, text[span.end : span.end + AROUND]


def place_of(text: str, correction: NoteCorrection) -> Span | None:
    """Where the words of a correction stand now; None where nothing looks like their place."""
    words = correction.words
    best: tuple[int, int, Span] | None = None
    start = text.find(words) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        alike = _alike(text, span, correction)
        if alike is not None:
            found = (alike, -abs(start - correction.place), span)
            best = found if best is None or found[:2] > best[:2] else best
        start = text.find(words, start + 1)
    return best[2] if best else None


def _alike(text: str, span: Span, correction: NoteCorrection) -> int | None:
    """How much of the surroundings is as it was; None where the sentence around changed."""
    _, before, after = anchor(text, span)
    left, left_then = _bare(before)[::-1], _bare(correction.before)[::-1]
    right, right_then = _bare(after), _bare(correction.after)
    if not _leads(left, left_then) or not _follows(right, right_then):
        return None
    return _common(left, left_then) + _common(right, right_then)


def _bare(text: str) -> str:
    """Without blanks and what can't be seen: neither changes what is said."""
    return "".join(
        c for c in text if c == "\n" or not (c.isspace() or unicodedata.category(c) == "Cf")
    )


def _sentence(text: str) -> str:
    """As much as belongs to the sentence of the words."""
    return text[: next((n for n, c in enumerate(text) if c in _ENDS), len(text))]


def _leads(now: str, then: str) -> bool:
    """Whether the sentence begins as it did, read away from the words."""
    one, other = _sentence(now), _sentence(then)
    if one == other:
        return True
    # Blanks that were typed push the far end out of sight: what is left has to be alike.
    is_cut = len(one) == len(now) and len(other) == len(then)
    length = min(len(one), len(other))
    return is_cut and length >= AROUND // 2 and one[:length] == other[:length]


def _follows(now: str, then: str) -> bool:
    """Whether what comes after the words still says the same."""
    before = _sentence(then)[:_AFTER]
    if not now.startswith(before):
        return False
    rest = now[len(before) :]
    return len(before) == _AFTER or not rest or rest[0] in _GOES_ON


def _common(one: str, other: str) -> int:
    """How many characters at the start are alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def apply(text: str, reading: NoteReading, corrections: Iterable[NoteCorrection]) -> CorrectedNote:
    """The reading with every correction that has a place in the text, the newest word last."""
    order = [Entry(mention, mention) for mention in reading.mentions]
    unplaced = []
    for one in corrections:
        if one.is_withdrawn:
            continue
        span = place_of(text, one)
        if span is None:
            unplaced.append(one)
            continue
        number = _entry_at(order, span, one.kind)
        if number is None:
            if one.verdict is not Verdict.NOT_A_MENTION:
                order.append(_added(text, span, one))
        else:
            order[number] = _changed(order[number], one)
    order.sort(key=lambda entry: (entry.mention.span, entry.mention.kind))
    mentions = tuple(entry.mention for entry in order if not entry.is_refused)
    return CorrectedNote(replace(reading, mentions=mentions), tuple(order), tuple(unplaced))


def _entry_at(entries: list[Entry], span: Span, kind: MentionKind) -> int | None:
    """Which mention a correction is about: the same words, else the nearest of its kind there."""
    touching = [
        number
        for number, entry in enumerate(entries)
        if entry.mention.kind is kind and entry.mention.span.touches(span)
    ]
    exact = [number for number in touching if entries[number].mention.span == span]
    return next(iter(exact or touching), None)


def _added(text: str, span: Span, one: NoteCorrection) -> Entry:
    """A mention that a person made: named by them, or no longer found by the program."""
    mention = Mention(
        span,
        text[span.start : span.end],
        one.kind,
        one.assertion or Assertion.PRESENT,
        codes=(Coded(one.code),) if one.code else (),
    )
    return Entry(mention, None, (one,))


def _changed(entry: Entry, one: NoteCorrection) -> Entry:
    mention = entry.mention
    kept = tuple(said for said in entry.said if said.verdict is not one.verdict)
    if one.assertion is not None:
        mention = replace(mention, assertion=one.assertion)
    if one.code is not None:
        others = tuple(each for each in mention.codes if each.code.value != one.code.value)
        mention = replace(mention, codes=(Coded(one.code), *others))
    return Entry(mention, entry.machine, (*kept, one))
