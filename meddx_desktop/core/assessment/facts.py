"""What an assessment is made from: one case as it was read, and the flat set of facts in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from meddx_desktop.core.domain.assessment import Operating, Place
from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.finding import Call, Reason
from meddx_desktop.core.domain.laboratory import Interpretation, Observation
from meddx_desktop.core.domain.note import Assertion, NoteReading, RedFlag
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.labs.facts import Calculated


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A laboratory result that stands, and where: its source and number."""

    row: tuple[str, int]
    observation: Observation


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case with everything that was read in it; nothing here was concluded yet.

    Attributes
    ----------
    case : Case
        For patient, vital signs, films and the decisions of clinicians.
    age : Age | None
        None as well while the clock may be wrong.
    sex : Sex
        That all sources agree on.
    reading : NoteReading | None
        With the corrections of people.
    results : tuple[ResultRow, ...]
        That stand, earlier visits' included.
    calculated : tuple[Calculated, ...]
    aki : Answer
        Whether the creatinine moves by the criteria of KDIGO.
    operating : Mapping[tuple[str, str, str], Operating]
        By name and version of the model, and finding; without an entry a finding counts as 1.
    at_site : Mapping[tuple[str, str, str, float], Operating]
        The same at a threshold of the site's own, which comes last in the key.
    """

    case: Case
    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    reading: NoteReading | None = None
    results: tuple[ResultRow, ...] = ()
    calculated: tuple[Calculated, ...] = ()
    aki: Answer = Answer.UNKNOWN
    operating: Mapping[tuple[str, str, str], Operating] = field(default_factory=dict)
    at_site: Mapping[tuple[str, str, str, float], Operating] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A mention of a concept, or an answer that somebody gave."""

    assertion: Assertion
    place: Place


@dataclass(frozen=True, slots=True)
class Number:
    """Something measured; with a comparator it is a limit, not a value.

    `low` and `high` are the ends between which the value lies.
    """

    low: float
    high: float
    unit: str
    place: Place
    taken: datetime | None = None
    flag: Interpretation | None = None
    positive: bool | None = None
    """Of a result in words."""
    bands: tuple[str, ...] = ()
    is_doubtful: bool = False
    """The laboratory or the program doubts it: shown, never weighed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a model in trusted use said of a film, or why it says nothing here.

    Attributes
    ----------
    call : Call
    place : Place
    model : str
        Name, version and threshold.
    operating : Operating | None
    silent : str
        Code of the reason for counting as 1; empty: it counts.
    """

    call: Call
    place: Place
    model: str
    operating: Operating | None = None
    silent: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """The flat set of facts of a case, by name.

    Attributes
    ----------
    said : Mapping[str, tuple[Said, ...]]
        By concept.
    results, vitals, calculators : Mapping[str, tuple[Number, ...]]
        By analyte, vital sign and calculator; results newest first.
    films : Mapping[str, tuple[Seen, ...]]
        By finding.
    red_flags : Mapping[str, RedFlag]
    unscored : tuple[Place, ...]
        Films of which no model said anything.
    cautions : tuple[Reason, ...]
    """

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    results: Mapping[str, tuple[Number, ...]] = field(default_factory=dict)
    vitals: Mapping[str, tuple[Number, ...]] = field(default_factory=dict)
    calculators: Mapping[str, tuple[Number, ...]] = field(default_factory=dict)
    films: Mapping[str, tuple[Seen, ...]] = field(default_factory=dict)
    red_flags: Mapping[str, RedFlag] = field(default_factory=dict)
    unscored: tuple[Place, ...] = ()
    cautions: tuple[Reason, ...] = ()
