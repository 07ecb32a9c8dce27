"""A note's reading as tables for a person: danger signs first, then the mentions."""

from meddx_desktop.cli.failed_input import failed_line
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, printable, table
from meddx_desktop.core.domain.note import Coded, Measured, Mention, NoteReading, Section
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations.notes import NoteText
from meddx_desktop.words import label, safety, sentence, terminal

_COLUMNS = (
    *("note_words", "note_kind", "note_said", "note_detail"),
    *("note_why", "note_code", "note_section"),
)
_SURE = 1.0
"""Similarity of a code that stands in the lexicon."""
_WIDEST = 48


class NoteTable:
    """Prints each note as it comes; the words that belong beneath stand at the end."""

    def __init__(self) -> None:
        self._translate = translation()
        self._printed = False

    def answer(self, path: str, note: NoteText, reading: NoteReading) -> None:
        """Print what was read in one note."""
        if self._printed:
            line("")
        self._printed = True
        line(printable(f"{path}: {label(f'note_language.{reading.language}', self._translate)}"))
        for caution in note.cautions:
            line(printable(sentence(caution.code, caution.parameters, self._translate)))
        self._flags(note.text, reading)
        rows = [self._row(one, reading.section_at(one.span.start)) for one in reading.mentions]
        if not rows:
            line(terminal("note_nothing", self._translate))
            return
        for text in table(rows, header=[terminal(key, self._translate) for key in _COLUMNS]):
            line(text)

    def failure(self, path: str, error: MedDxError) -> None:
        """Print one failed input."""
        self._printed = True
        line(failed_line(path, error, self._translate))

    def close(self) -> None:
        """Print the words that belong beneath a reading."""
        if self._printed:
            line("")
            line(terminal("note_not_read", self._translate))
            line(safety("support", self._translate))

    def _flags(self, text: str, reading: NoteReading) -> None:
        for flag in reading.flags:
            words = "; ".join(_short(text[one.start : one.end]) for one in flag.words)
            key = "note_flag_possible" if flag.possible else "note_flag"
            name = label(f"red_flag.{flag.name}", self._translate)
            line(printable(terminal(key, self._translate, name=name, words=words)))

    def _row(self, mention: Mention, section: Section | None) -> list[str]:
        trigger = mention.trigger
        codes = [self._code(one) for one in mention.codes[:2]]
        return [
            _short(mention.text),
            label(f"mention.{mention.kind}", self._translate),
            self._said(mention),
            self._detail(mention),
            _short(trigger.text) if trigger else "",
            ", ".join(codes),
            label(f"section.{section.name}", self._translate) if section else "",
        ]

    def _said(self, mention: Mention) -> str:
        if mention.allergy is not None and mention.allergy.none_known:
            return terminal("note_none_known", self._translate)
        return label(f"assertion.{mention.assertion}", self._translate)

    def _detail(self, mention: Mention) -> str:
        """Dose, values, or to what somebody is allergic."""
        parts = [_measured(one) for one in mention.measured]
        use, fact = mention.drug, mention.allergy
        if use is not None:
            parts += [_measured(use.dose)] if use.dose else []
            parts += [use.frequency] if use.frequency else []
            parts += [terminal("note_stopped", self._translate)] if use.stopped else []
        if fact is not None:
            parts += [part for part in (fact.substance, fact.reaction) if part]
        return _short(", ".join(parts))

    def _code(self, coded: Coded) -> str:
        words = f"{coded.code.value} ({coded.code.scheme}"
        if coded.score < _SURE:
            words += f", {terminal('note_by_similarity', self._translate)} {coded.score:.2f}"
        return f"{words})"


def _measured(one: Measured) -> str:
    sign = one.comparator if one.comparator not in (None, "range") else ""
    return f"{sign}{one.value:g} {one.unit or ''}".rstrip()


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
