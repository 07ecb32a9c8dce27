"""A note's reading as tables for a person: danger signs first, then the mentions."""

from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import line, printable, table
from meddx_desktop.core.domain.note import Mention, NoteReading, Section
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations.notes import NoteText
from meddx_desktop.words import label, safety, sentence, terminal

_COLUMNS = ("note_words", "note_kind", "note_said", "note_why", "note_code", "note_section")
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
        words = sentence(error.code, error.parameters, self._translate)
        line(printable(f"{path}: {terminal('failed', self._translate)} [{error.code}] {words}"))

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
        codes = [f"{one.code.value} ({one.code.scheme})" for one in mention.codes[:2]]
        return [
            _short(mention.text),
            label(f"mention.{mention.kind}", self._translate),
            label(f"assertion.{mention.assertion}", self._translate),
            _short(trigger.text) if trigger else "",
            ", ".join(codes),
            label(f"section.{section.name}", self._translate) if section else "",
        ]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
