"""Clinical notes: the words as they were written, and what was read in them.

Every place is a pair of offsets into the note's text, counted in Unicode code points; the text
itself is never changed by reading it.
"""

from dataclasses import dataclass
from enum import StrEnum

from meddx_desktop.core.domain.codes import Code

HPO = "HP"
"""Scheme designators as in `Code`: Human Phenotype Ontology, MeSH, ICD-10-CM (of the US)."""
MESH = "MSH"
ICD10CM = "I10C"
DRUGBANK = "DRUGBANK"


class Language(StrEnum):
    """In which language a paragraph is written."""

    ENGLISH = "en"
    CHINESE = "zh"
    UNKNOWN = "unknown"
    """Numbers, signs, or a language that the program does not read."""


class SectionName(StrEnum):
    """What a part of a note is about."""

    CHIEF_COMPLAINT = "chief_complaint"
    PRESENT_ILLNESS = "present_illness"
    PAST_HISTORY = "past_history"
    SURGICAL_HISTORY = "surgical_history"
    MEDICATION = "medication"
    ALLERGIES = "allergies"
    FAMILY_HISTORY = "family_history"
    SOCIAL_HISTORY = "social_history"
    OBSTETRIC_HISTORY = "obstetric_history"
    IMMUNISATION = "immunisation"
    REVIEW_OF_SYSTEMS = "review_of_systems"
    VITAL_SIGNS = "vital_signs"
    EXAMINATION = "examination"
    INVESTIGATIONS = "investigations"
    LABORATORY = "laboratory"
    IMAGING = "imaging"
    PROCEDURES = "procedures"
    COURSE = "course"
    """What happened while the patient was here."""
    ASSESSMENT = "assessment"
    DIAGNOSIS = "diagnosis"
    PLAN = "plan"
    DISPOSITION = "disposition"
    OTHER = "other"
    """Under a heading that is none of these, or before the first heading."""


class MentionKind(StrEnum):
    """What the words stand for."""

    PROBLEM = "problem"
    """A disease or diagnosis."""
    SYMPTOM = "symptom"
    """What the patient feels or what is seen on examination."""
    DRUG = "drug"
    ALLERGY = "allergy"
    VITAL_SIGN = "vital_sign"
    LAB_VALUE = "lab_value"
    PROCEDURE = "procedure"
    DURATION = "duration"
    DATE = "date"
    AGE = "age"
    SEX = "sex"
    SMOKING = "smoking"
    ALCOHOL = "alcohol"


class Assertion(StrEnum):
    """What the note says of a mention."""

    PRESENT = "present"
    NEGATED = "negated"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    """Only if something happens: "return if fever", "若发热"."""
    HISTORICAL = "historical"
    FAMILY = "family"
    """Of a relative, or of somebody else than the patient."""


class Side(StrEnum):
    """On which side of the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The words from `start` up to, but not with, `end`."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Say whether the other lies within."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Say whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line or block of a note, read in one language."""

    span: Span
    language: Language


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a note; `heading` is None where none is written.

    `guessed` is how sure a model was of the name, 0 to 1; None where the heading says it.
    """

    name: SectionName
    span: Span
    heading: Span | None = None
    guessed: float | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Which words decided an assertion, and how.

    `rule` names the rule (`negation_before`, `section_family` ...) whose words stand in `words`.
    """

    span: Span
    text: str
    rule: str
    distance: int = 0
    """Words between trigger and mention; 0 where they touch or where a heading decides."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code for a mention; `score` is 1 for an exact synonym, else the similarity, 0 to 1."""

    code: Code
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A number in a note: a vital sign, a laboratory value, an amount, a duration, an age.

    `name` is the key of what was measured (`heart_rate`, `bp_systolic`, a LOINC code); `unit` is a
    UCUM unit; None where the note gives none. `original` says what was converted, if anything.
    """

    name: str
    value: float
    unit: str | None
    comparator: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class DrugUse:
    """How a drug is taken, as the note says; what it does not say is None.

    `ingredients` are English generic names in small letters, several for a combination.
    """

    ingredients: tuple[str, ...] = ()
    dose: Measured | None = None
    route: str | None = None
    frequency: str | None = None
    """As a key: `qd`, `bid`, `tid`, `qid`, `q8h`, `prn` ...; `original` words stay in the text."""
    per_day: float | None = None
    duration: Measured | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class AllergyFact:
    """To what, and what happened; `none_known` is a statement too, and not the same as no word.

    `substance` is the name by which the program knows it, `written` the words of the note: a class
    ("penicillin") is not the same as the one drug that stands for it.
    """

    substance: str | None = None
    reaction: str | None = None
    none_known: bool = False
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a note that mean something, what the note says of them, and why that was read."""

    span: Span
    text: str
    kind: MentionKind
    assertion: Assertion = Assertion.PRESENT
    trigger: Trigger | None = None
    codes: tuple[Coded, ...] = ()
    concept: str | None = None
    """The lexicon's key of the concept, alike in English and Chinese where the lexicon knows it."""
    language: Language = Language.UNKNOWN
    side: Side | None = None
    measured: tuple[Measured, ...] = ()
    unused: tuple[Measured, ...] = ()
    """Read as written, but no value to count with: impossible, a range, or without its unit."""
    drug: DrugUse | None = None
    allergy: AllergyFact | None = None


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A danger sign that must be seen first, with the words that fired it and its source."""

    name: str
    """Key of the rule; its title and what to do stand with the rule, in both languages."""
    words: tuple[Span, ...]
    possible: bool = False
    """Fired by words of doubt alone: "possible stroke", 可疑."""
    source: str = ""
    vitals: tuple[str, ...] = ()
    """Measured signs beside the note without which it would not have fired."""


@dataclass(frozen=True, slots=True)
class NoteReading:
    """All that was read in one text."""

    language: Language
    """That of most of the text."""
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    flags: tuple[RedFlag, ...] = ()

    def section_at(self, place: int) -> Section | None:
        """Return the section that a place lies in."""
        return next((s for s in self.sections if s.span.start <= place < s.span.end), None)
