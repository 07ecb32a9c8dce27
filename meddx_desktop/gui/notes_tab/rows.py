"""What the list beside a note shows, line by line: red flags, then mentions by their groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale, QObject

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.note import DRUGBANK, HPO, MESH, Assertion, Mention, RedFlag
from meddx_desktop.core.domain.note_corrections import Entry
from meddx_desktop.core.operations import notes_corrections, notes_desk
from meddx_desktop.core.operations.notes_desk import ReadNote
from meddx_desktop.gui import labels
from meddx_desktop.gui.notes_tab import groups, why
from meddx_desktop.gui.notes_tab.groups import Group
from meddx_desktop.gui.notes_tab.why import Why

_ORDER = (
    Assertion.PRESENT,
    Assertion.POSSIBLE,
    Assertion.CONDITIONAL,
    Assertion.NEGATED,
    Assertion.HISTORICAL,
    Assertion.FAMILY,
)
_TERMS = (HPO, MESH, DRUGBANK)
"""What names things, where a classification says under what they are counted."""
_MOST_WORDS = 6
"""Of the words that fired a flag so many are named."""


class Sort(StrEnum):
    """What a line is."""

    HEAD = "head"
    FLAG = "flag"
    ENTRY = "entry"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    Attributes
    ----------
    detail : str
        A second, quiet line.
    word : str
        What the note says of it, at the end of the first line.
    lines : tuple of str
        Below, where the line is chosen; of a flag always.
    numbers : tuple of int
        The entries that it stands for: equal mentions share a line.
    tone : str
        Of the title.
    """

    sort: Sort
    title: str
    detail: str = ""
    word: str = ""
    lines: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    group: Group | None = None
    tone: str = "text"
    icon: str = ""
    flag: RedFlag | None = None
    assertion: Assertion = Assertion.PRESENT
    is_refused: bool = False
    is_seen: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Finds the same line again after the note was read anew."""
        return self.sort, self.title, self.group, self.assertion

    @property
    def spoken(self) -> str:
        """The whole of it, for who does not see it."""
        return ". ".join(part for part in (self.title, self.word, self.detail, *self.lines) if part)


class Rows(QObject):
    """Makes the lines; the collector of texts knows plural forms only in `tr`."""

    def of(self, read: ReadNote, case: Case | None, shown: frozenset[Group]) -> list[Row]:
        """All lines of a reading."""
        made = self._flags(read, case)
        for group in Group:
            if group not in shown:
                continue
            entries = self._entries(group, read)
            hints = self._hints(group, entries, case) if group is Group.ALLERGIES else []
            if entries or hints:
                count = len(entries)
                title = f"{groups.name(group)} ({count})" if count else groups.name(group)
                made += [Row(Sort.HEAD, title, group=group), *hints, *entries]
        return [*made, *self._lost(read)]

    def _flags(self, read: ReadNote, case: Case | None) -> list[Row]:
        if not read.flags:
            return []
        count = self.tr("Red flags (%n)", "", len(read.flags))
        rows = [self._flag(flag, read, case) for flag in read.flags]
        # Those that nobody saw yet stand first.
        rows.sort(key=lambda row: row.is_seen)
        return [Row(Sort.HEAD, count, tone="danger", icon="siren"), *rows]

    def _flag(self, flag: RedFlag, read: ReadNote, case: Case | None) -> Row:
        language = QLocale().name()[:2]
        said = notes_desk.flag_words(flag.name)
        title = flag.name.replace("_", " ") if said is None else _in(said.title, language)
        lines = [] if said is None else [_in(said.what_to_do, language)]
        fired = [f"“{word}”" for word in notes_corrections.fired_by(read.text, flag)]
        words = labels.listed(fired[:_MOST_WORDS]) + ("…" if len(fired) > _MOST_WORDS else "")
        seen = notes_corrections.seen(case, read.text, flag) if case else None
        if flag.name in read.quieted:
            lines.append(
                self.tr("By the corrections it would not stand here; see it all the same.")
            )
        if flag.source or said:
            source = flag.source or (said.source if said else "")
            lines.append(self.tr("Source: {source}").format(source=source))
        if said is not None and said.unverified:
            lines.append(self.tr("This source could not be opened and checked."))
        if seen is not None:
            when = labels.moment(seen.at) if seen.at else ""
            lines.insert(0, self.tr("Seen by {who}, {when}").format(who=seen.by, when=when))
        return Row(
            Sort.FLAG,
            title,
            detail=self.tr("Because of: {words}").format(words=words),
            word=labels.label("assertion.possible") if flag.possible else "",
            lines=tuple(lines),
            tone="text" if seen else "danger",
            icon="circle-check" if seen else "siren",
            flag=flag,
            is_seen=seen is not None,
        )

    def _entries(self, group: Group, read: ReadNote) -> list[Row]:
        alike: dict[tuple[object, ...], list[int]] = {}
        for number, entry in enumerate(read.note.entries):
            if groups.group_of(entry.mention.kind) is group:
                alike.setdefault(_same(entry), []).append(number)
        rows = [self._entry(group, numbers, read) for numbers in alike.values()]
        return sorted(rows, key=lambda row: (row.is_refused, _ORDER.index(row.assertion)))

    def _entry(self, group: Group, numbers: list[int], read: ReadNote) -> Row:
        entry = read.note.entries[numbers[0]]
        mention = entry.mention
        title = " ".join(mention.text.split())
        if len(numbers) > 1:
            title += f" ×{len(numbers)}"
        lines = [
            line for number in numbers[:1] for line in Why().lines(read.note.entries[number], read)
        ]
        corrected = [one.by for number in numbers for one in read.note.entries[number].said]
        detail = [self._detail(mention)]
        if corrected:
            detail.append(
                self.tr("corrected by {who}").format(who=labels.listed(dict.fromkeys(corrected)))
            )
        return Row(
            Sort.ENTRY,
            title,
            detail=" · ".join(part for part in detail if part),
            word=self._word(entry),
            lines=tuple(lines),
            numbers=tuple(numbers),
            group=group,
            tone="muted" if mention.assertion in groups.PALE or entry.is_refused else "text",
            assertion=groups.shown_as(mention),
            is_refused=entry.is_refused,
        )

    def _word(self, entry: Entry) -> str:
        if entry.is_refused:
            return self.tr("not a mention")
        if groups.shown_as(entry.mention) is Assertion.PRESENT:
            return ""
        return labels.label(f"assertion.{entry.mention.assertion.value}")

    def _detail(self, mention: Mention) -> str:
        parts = []
        if mention.side is not None:
            parts.append(labels.label(f"side.{mention.side.value}"))
        if mention.drug is not None:
            parts += Why().drug(mention.drug)[:1]
        if mention.allergy is not None:
            fact = mention.allergy
            if fact.none_known:
                parts.append(self.tr("none known, says the note"))
            parts += why.substances([fact.substance] if fact.substance else [])
            parts += [fact.reaction] if fact.reaction else []
        if mention.drug is None:
            parts += [why.measured(one) for one in mention.measured]
        if mention.codes and not parts:
            first = next((one.code for one in mention.codes if one.code.scheme not in _TERMS), None)
            first = first or mention.codes[0].code
            parts.append(f"{first.value} {labels.label(f'scheme.{first.scheme}')}")
        return labels.listed(parts)

    def _hints(self, group: Group, entries: list[Row], case: Case | None) -> list[Row]:
        """No word of allergies is not the same as none."""
        hints = []
        if not entries:
            hints.append(self.tr("The note does not speak of allergies. That is not “none”."))
        if case is not None and case.patient.allergies is None:
            hints.append(self.tr("Allergies not asked: the banner holds no answer."))
        return [Row(Sort.HINT, hint, group=group, icon="circle-help") for hint in hints]

    def _lost(self, read: ReadNote) -> list[Row]:
        lost = read.note.unplaced
        if not lost:
            return []
        head = self.tr("Corrections without a place (%n)", "", len(lost))
        hint = self.tr("“{words}” ({who}): the words around it changed. Look again.")
        rows = [
            Row(Sort.HINT, hint.format(words=one.words, who=one.by), icon="circle-help")
            for one in lost
        ]
        return [Row(Sort.HEAD, head), *rows]


def _same(entry: Entry) -> tuple[object, ...]:
    """What makes two mentions one line."""
    mention = entry.mention
    what = mention.concept or " ".join(mention.text.split()).casefold()
    numbers = (mention.measured, mention.drug, mention.allergy, mention.side)
    return what, mention.kind, mention.assertion, entry.is_refused, bool(entry.said), numbers


def _in(words: dict[str, str], language: str) -> str:
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


def count_by_group(entries: Iterable[Entry]) -> dict[Group, int]:
    """How many mentions each group has."""
    found = dict.fromkeys(Group, 0)
    for entry in entries:
        if not entry.is_refused:
            found[groups.group_of(entry.mention.kind)] += 1
    return found
