"""What an assessment says: conditions with their evidence line by line, and alerts above all.

Nothing here is a diagnosis. A line that is not weighed is still shown, with the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.note import Span

Words = Mapping[str, str]
"""By language, ``en`` and ``zh``."""


class Origin(StrEnum):
    """From where a fact comes."""

    NOTE = "note"
    LABORATORY = "laboratory"
    CALCULATOR = "calculator"
    VITAL = "vital"
    PATIENT = "patient"
    FILM = "film"


class Truth(StrEnum):
    """What is known of a finding. Not mentioned is `UNKNOWN`, never `ABSENT`."""

    PRESENT = "present"
    ABSENT = "absent"
    DOUBTFUL = "doubtful"
    """Said with doubt, or both said and denied: counts as 1, and still raises an action."""
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """How a condition stands, in words. The order of the members is that of the ranking."""

    DEFINED = "defined"
    """A guideline's criteria are met by what was measured."""
    STRONG = "strong"
    CONSIDERABLE = "considerable"
    SOME = "some"
    LITTLE = "little"
    AGAINST = "against"


class Band(StrEnum):
    """Probabilities are never shown finer than this."""

    UNDER_5 = "under_5"
    FROM_5 = "5_to_20"
    FROM_20 = "20_to_50"
    FROM_50 = "50_to_80"
    OVER_80 = "over_80"


class Role(StrEnum):
    """How a piece of evidence may enter."""

    DEFINING = "defining"
    """A measured criterion by which a guideline defines the condition."""
    PATTERN = "pattern"
    """A published case definition or danger rule is met; no likelihood ratio."""
    WEIGHED = "weighed"
    FOR = "for"
    AGAINST = "against"
    """Supports or speaks against; no published ratio was read, so it is not weighed."""


class AlertKind(StrEnum):
    """What an alert is about; the order of the members is that of the list."""

    RED_FLAG = "red_flag"
    ACTION = "action"
    """What must be done for a condition that symptoms raised, whatever a film says."""
    OPEN_RESULT = "open_result"
    """Laboratory results that nothing can be said of before somebody answers a question."""
    DISAGREEMENT = "disagreement"
    UNSCORED_FILM = "unscored_film"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look: the words of the note, the row of the results, the finding on the film.

    Attributes
    ----------
    origin : Origin
    name : str
        Concept, analyte, calculator, vital sign or finding.
    span : Span | None
        Words of the note.
    row : tuple[str, int] | None
        Source and number of a laboratory result.
    film : tuple[str, int] | None
        SOP instance UID and frame.
    """

    origin: Origin
    name: str
    span: Span | None = None
    row: tuple[str, int] | None = None
    film: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read; not opened means unverified, and never weighed."""

    key: str
    title: str
    locator: str
    opened: date | None

    @property
    def is_verified(self) -> bool:
        """Whether it was opened."""
        return self.opened is not None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A likelihood ratio with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Operating:
    """How a model did at the threshold in use: lower ends of the 95 % intervals, 0 to 1.

    Attributes
    ----------
    sensitivity, specificity : float
    is_validated : bool
        Whether this site measured them on its own patients.
    """

    sensitivity: float
    specificity: float
    is_validated: bool = False


@dataclass(frozen=True, slots=True)
class Prior:
    """How common a condition is among patients like this one, and who says so."""

    setting: str
    value: float
    low: float
    high: float
    source: Source | None
    """None where the site entered it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One line of evidence for one condition.

    Attributes
    ----------
    key : str
        Of the evidence in the condition's file.
    title : Words
    role : Role
    truth : Truth
        Whether the finding is there or absent; the line is about that.
    ratio : Ratio | None
    counted : bool
    why_not : str
        Code of the reason for not being counted.
    odds : float | None
        Odds after this line; None where there is no prior.
    group : str
        Evidence of one group counts once.
    origins : frozenset[Origin]
    places : tuple[Place, ...]
    source : Source | None
        None for a model's own figures.
    model : str
        Name, version and state of the model that made a film's line.
    """

    key: str
    title: Words
    role: Role
    truth: Truth
    ratio: Ratio | None = None
    counted: bool = False
    why_not: str = ""
    odds: float | None = None
    group: str = ""
    origins: frozenset[Origin] = frozenset()
    places: tuple[Place, ...] = ()
    source: Source | None = None
    model: str = ""

    @property
    def supports(self) -> bool:
        """Whether it speaks for the condition, counted or not."""
        if self.role is Role.WEIGHED:
            return self.ratio is not None and self.ratio.value > 1
        return self.role is not Role.AGAINST

    @property
    def opposes(self) -> bool:
        """Whether it speaks against the condition, counted or not."""
        if self.role is Role.WEIGHED:
            return self.ratio is not None and self.ratio.value < 1
        return self.role is Role.AGAINST


@dataclass(frozen=True, slots=True)
class NextTest:
    """Something that is not known and would change the picture.

    Attributes
    ----------
    condition : str
    finding : Words
        What to find out.
    test : str
        Which test answers it; empty: ask or examine.
    raises, lowers : float
        By what the odds would be multiplied at most, either way; infinite where it would settle
        the criteria.
    """

    condition: str
    finding: Words
    test: str
    raises: float
    lowers: float


@dataclass(frozen=True, slots=True)
class RankedCondition:
    """A condition with everything that speaks for and against it.

    Attributes
    ----------
    key, icd10 : str
    title : Words
    standing : Standing
    lines : tuple[Weighed, ...]
    prior : Prior | None
        None: ranked by weight in words, never with a probability.
    weight : Ratio
        The product of what was counted; 1 where nothing was.
    band, band_low, band_high : Band | None
        Probability and the ends of its interval; None without a prior or where criteria define.
    missing : tuple[NextTest, ...]
        What would change it most, first.
    is_known : bool
        The patient is known to have it: listed after what would be new.
    cautions : tuple[Reason, ...]
    """

    key: str
    title: Words
    icd10: str
    standing: Standing
    lines: tuple[Weighed, ...] = ()
    prior: Prior | None = None
    weight: Ratio = Ratio(1.0, 1.0, 1.0)
    band: Band | None = None
    band_low: Band | None = None
    band_high: Band | None = None
    missing: tuple[NextTest, ...] = ()
    is_known: bool = False
    cautions: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that an alert rests on: a value with its unit and day, or words of the note.

    Attributes
    ----------
    origin : Origin
    label : str
        Key of the name of a vital sign; empty otherwise.
    value, unit : str
        As sent or entered; the unit in UCUM or as the laboratory writes it.
    english, chinese : str
        Name of the test.
    text : str
        The very words of the note.
    taken : datetime | None
    days_before : int
        So many days before the visit; 0 where it is of these days, or nobody knows.
    """

    origin: Origin
    label: str = ""
    value: str = ""
    unit: str = ""
    english: str = ""
    chinese: str = ""
    text: str = ""
    taken: datetime | None = None
    days_before: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that stands above the ranking.

    Attributes
    ----------
    kind : AlertKind
    name : str
        Rule of a red flag, key of an action, or ``film_yes`` and ``film_no``.
    condition : str
        Empty for what belongs to no single one.
    title, what_to_do : Words
    yes, no : tuple[Weighed, ...]
        Both sides of a disagreement.
    places : tuple[Place, ...]
    source : str
    possible : bool
        Raised by words of doubt alone.
    grounds : tuple[Ground, ...]
        What stands at its places.
    """

    kind: AlertKind
    name: str
    condition: str = ""
    title: Words = field(default_factory=dict)
    what_to_do: Words = field(default_factory=dict)
    yes: tuple[Weighed, ...] = ()
    no: tuple[Weighed, ...] = ()
    places: tuple[Place, ...] = ()
    source: str = ""
    possible: bool = False
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the patient is seen, and what can be done there.

    Attributes
    ----------
    kind : str
        One of `SETTINGS`.
    tests : frozenset[str]
        Ticked as available, of `TESTS`.
    priors : Mapping[str, float]
        What the site entered, by condition: how common it is here.
    """

    kind: str = "primary_care"
    tests: frozenset[str] = frozenset()
    priors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What note, results and films of one case say together.

    Attributes
    ----------
    alerts : tuple[Alert, ...]
        Above the ranking, whatever it says.
    conditions : tuple[RankedCondition, ...]
        Those that something speaks for, the most supported first.
    others : tuple[RankedCondition, ...]
        Looked at, with little or nothing for them; never the same as excluded.
    not_for : Mapping[str, str]
        Conditions that this patient cannot have, with the code of the reason.
    cautions : tuple[Reason, ...]
        Contradictions and gaps in the data.
    next_tests : tuple[NextTest, ...]
    """

    alerts: tuple[Alert, ...] = ()
    conditions: tuple[RankedCondition, ...] = ()
    others: tuple[RankedCondition, ...] = ()
    not_for: Mapping[str, str] = field(default_factory=dict)
    cautions: tuple[Reason, ...] = ()
    next_tests: tuple[NextTest, ...] = ()

    @property
    def not_enough(self) -> bool:
        """Whether there is not enough to say: a result, and not a failure."""
        return not self.conditions


SETTINGS = ("primary_care", "rural", "emergency")
TESTS = (
    "blood_count",
    "blood_film",
    "chest_film",
    "chemistry",
    "coagulation",
    "ct",
    "ecg",
    "glucose",
    "hba1c",
    "hepatitis_serology",
    "inflammation",
    "iron",
    "ketones",
    "lumbar_puncture",
    "malaria_test",
    "natriuretic_peptide",
    "oximetry",
    "pregnancy_test",
    "spirometry",
    "tb_test",
    "thyroid",
    "troponin",
    "ultrasound",
    "urine_dipstick",
    "urine_culture",
    "vitamin_b12",
)
