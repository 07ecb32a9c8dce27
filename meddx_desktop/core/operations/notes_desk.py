"""The note of a case as the window shows it: what was read, with the corrections of the case."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.note import RedFlag, Section
from meddx_desktop.core.domain.note_corrections import CorrectedNote, apply
from meddx_desktop.core.notes.analyze import Person
from meddx_desktop.core.notes.as_read import as_read
from meddx_desktop.core.notes.folding import fold_term
from meddx_desktop.core.notes.lexicon import lexicon
from meddx_desktop.core.notes.parts import Memory
from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.core.notes.red_flags import find_flags
from meddx_desktop.core.notes.sentences import sentences
from meddx_desktop.core.operations import notes_codes_list
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.notes import analyze_note

__all__ = ["FlagWords", "Memory", "ReadNote", "flag_words", "person_of", "read", "substance"]

_PREGNANT = {Answer.YES: True, Answer.NO: False}


@dataclass(frozen=True, slots=True)
class ReadNote:
    """One text with everything that holds of it; `quieted` are flags that corrections took away.

    Those stay in sight until a clinician says that they were seen.
    """

    text: str
    note: CorrectedNote
    quieted: frozenset[str] = frozenset()

    @property
    def flags(self) -> tuple[RedFlag, ...]:
        """Every red flag, of the machine's reading and of the corrected one."""
        return self.note.reading.flags

    def section_at(self, place: int) -> Section | None:
        """The section that a place lies in."""
        return self.note.reading.section_at(place)


@dataclass(frozen=True, slots=True)
class FlagWords:
    """What a red flag says: by language, ``en`` and ``zh``."""

    title: dict[str, str]
    what_to_do: dict[str, str]
    source: str
    unverified: bool


def person_of(app: Application, case: Case) -> Person:
    """What is known of the patient for danger signs; no age while the clock may be wrong."""
    age = case.age if app.access.clock_behind is None else None
    return Person(
        None if age is None else age.days,
        case.patient.sex,
        _PREGNANT.get(case.vitals.pregnant),
    )


def read(
    app: Application,
    case: Case,
    text: str,
    memory: Memory,
    *,
    words_first: bool = False,
    checkpoint: Callable[[], None] = lambda: None,
) -> ReadNote:
    """Read a text of a case and apply its corrections; codes are of the site's own list, if any.

    Parameters
    ----------
    memory
        Of the same note a moment ago; it is brought up to date.
    words_first, checkpoint
        As in `analyze_note`.

    Raises
    ------
    UnreadableNote
        ``note_too_long``.
    BadOutput, ModelRejected
        A model or the site's own list can't be opened any more; never where the words come first.
    StoreRefused, StoreDamaged
        The store was locked meanwhile; which list the site uses can't be read.
    """
    person = person_of(app, case)
    # A case that is in no store is read without signing in: then there is no list of a site.
    asks_list = not words_first and app.access.is_open
    reading = analyze_note(
        app,
        text,
        previous=memory,
        person=person,
        codes=notes_codes_list.opened(app) if asks_list else None,
        words_first=words_first,
        checkpoint=checkpoint,
    )
    note = apply(text, reading, case.note_corrections)
    if not any(entry.said for entry in note.entries):
        return ReadNote(text, note)
    told = as_read(text)
    again = find_flags(
        told,
        sentences(told, reading.paragraphs),
        note.reading.mentions,
        sections=reading.sections,
        age_days=person.age_days,
        sex=person.sex,
        pregnant=person.pregnant,
    )
    flags, quieted = _together(reading.flags, again)
    return ReadNote(text, replace(note, reading=replace(note.reading, flags=flags)), quieted)


def _together(
    machine: tuple[RedFlag, ...], corrected: tuple[RedFlag, ...]
) -> tuple[tuple[RedFlag, ...], frozenset[str]]:
    """A correction may raise a flag and never hides one."""
    kept = {flag.name: flag for flag in corrected}
    quieted = [flag for flag in machine if flag.name not in kept]
    return (*corrected, *quieted), frozenset(flag.name for flag in quieted)


def substance(name: str, language: str) -> str:
    """A substance by its usual name in Chinese (``zh``), where the lexicon has one."""
    concept = lexicon().find(fold_term(name)) if language == "zh" else None
    return (concept.chinese if concept is not None else "") or name


def flag_words(name: str) -> FlagWords | None:
    """What a red flag is called and what to do; None for a rule that is gone."""
    rule = rule_book().rule(name)
    if rule is None:
        return None
    return FlagWords(dict(rule.title), dict(rule.what_to_do), rule.source, rule.unverified)
