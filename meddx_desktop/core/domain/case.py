"""One patient's visit as the program keeps it: Case, its films, note, labs, vital signs."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from meddx_desktop.core.domain.assessment_record import (
    ConditionVerdict,
    ConditionWord,
    FirstImpression,
)
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import UNSCORED, Decision, Reason, Screening, frame_risks
from meddx_desktop.core.domain.follow_up import FollowUpWord
from meddx_desktop.core.domain.genes import GeneRecord, Genotype
from meddx_desktop.core.domain.imaging import Instance, Study, View
from meddx_desktop.core.domain.lab_record import LabDecision, LabFacts, LabImport, LabShown
from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection
from meddx_desktop.core.domain.patient import Age, Patient, Sex
from meddx_desktop.core.domain.review import Addendum, CriticalResult, Signature
from meddx_desktop.core.domain.treatment_record import TreatmentAnswer, TreatmentWord, chosen


class CaseState(StrEnum):
    """How far the work on a case has come."""

    NEW = "new"
    SCREENING = "screening"
    TO_REVIEW = "to_review"
    AWAITING_SECOND_READER = "awaiting_second_reader"
    READERS_DISAGREE = "readers_disagree"
    SIGNED = "signed"


class Answer(StrEnum):
    """Yes, no, or not asked; never a silent no."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Vitals:
    """The vitals strip. None and `Answer.UNKNOWN` mean "not measured" and "not asked"."""

    weight_kg: float | None = None
    weight_on: date | None = None
    height_cm: float | None = None
    temperature_c: float | None = None
    respiratory_rate: float | None = None
    spo2_percent: float | None = None
    on_oxygen: Answer = Answer.UNKNOWN
    pulse: float | None = None
    systolic: float | None = None
    diastolic: float | None = None
    last_period: date | None = None
    pregnant: Answer = Answer.UNKNOWN
    lactating: Answer = Answer.UNKNOWN


VITAL_LIMITS: dict[str, tuple[float, float]] = {
    "weight_kg": (0.3, 400.0),
    "height_cm": (20.0, 260.0),
    "temperature_c": (20.0, 46.0),
    "respiratory_rate": (0.0, 150.0),
    "spo2_percent": (0.0, 100.0),
    "pulse": (0.0, 350.0),
    "systolic": (20.0, 350.0),
    "diastolic": (5.0, 250.0),
}
"""What a living person can show at all: a typing guard, not a reference range."""


@dataclass(frozen=True, slots=True)
class LabRow:
    """One laboratory line as typed; `operations.labs` reads it."""

    name: str = ""
    value: str = ""
    unit: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user typed for a film that carries none: age, sex, view."""

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    view: View = View.UNKNOWN


@dataclass(frozen=True, slots=True)
class FilmEntry:
    """One film of a case: what was read, what was typed, what the models said.

    `screenings` is None while the film waits for its screening; `error` is the reason code of a
    film that could not be read or screened. Such a film stays in the list: hidden must never
    look negative.
    """

    study: Study
    instance: Instance
    stated: Stated = Stated()
    screenings: tuple[Screening, ...] | None = None
    cautions: tuple[Reason, ...] = ()
    error: Reason | None = None
    correction: Correction | None = None
    """What a person had done to the film before it is screened; the stored film stays as it is."""

    @property
    def risk(self) -> tuple[int, float]:
        """Riskiest first; a failed film counts as unscored, a waiting one comes after those."""
        if self.error is not None:
            return UNSCORED
        if self.screenings is None:
            return (4, 0.0)
        return min(frame_risks(self.screenings).values(), default=UNSCORED)


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """A clinician's word on one finding of one film, kept beside the machine's."""

    sop_instance_uid: str
    frame: int
    finding: str
    decision: Decision
    comment: str = ""
    at: datetime | None = None
    by: str = ""
    """The user's name."""

    @property
    def place(self) -> tuple[str, int, str]:
        """Film, frame and finding."""
        return self.sop_instance_uid, self.frame, self.finding


@dataclass(frozen=True, slots=True)
class Case:
    """Everything entered for one patient's visit."""

    case_id: str
    patient: Patient
    created: datetime
    state: CaseState = CaseState.NEW
    vitals: Vitals = Vitals()
    films: tuple[FilmEntry, ...] = ()
    note: str = ""
    labs: tuple[LabRow, ...] = ()
    decisions: tuple[FindingDecision, ...] = ()
    alerts: tuple[Reason, ...] = ()
    demonstration: bool = False
    criticals: tuple[CriticalResult, ...] = ()
    signatures: tuple[Signature, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    first_reader: str = ""
    """Who asked for a second reader, and may not be that reader."""
    lab_imports: tuple[LabImport, ...] = ()
    lab_decisions: tuple[LabDecision, ...] = ()
    lab_shown: tuple[LabShown, ...] = ()
    """What the laboratory lines said when the case was last signed."""
    lab_facts: LabFacts = field(default_factory=LabFacts)
    note_corrections: tuple[NoteCorrection, ...] = ()
    note_flags_seen: tuple[FlagSeen, ...] = ()
    condition_words: tuple[ConditionWord, ...] = ()
    first_impressions: tuple[FirstImpression, ...] = ()
    genes: tuple[GeneRecord, ...] = ()
    treatment_words: tuple[TreatmentWord, ...] = ()
    treatment_answers: tuple[TreatmentAnswer, ...] = ()
    follow_up_words: tuple[FollowUpWord, ...] = ()
    late_entries: tuple[LateEntry, ...] = ()

    @property
    def is_signed(self) -> bool:
        """A signed case is read-only; addenda and critical results are still possible."""
        return self.state is CaseState.SIGNED

    @property
    def has_open_critical(self) -> bool:
        """Whether a critical result waits to be told and read back."""
        return any(critical.is_open for critical in self.criticals)

    @property
    def risk(self) -> tuple[int, float]:
        """The riskiest film decides; a case without films comes last."""
        return min((film.risk for film in self.films), default=(5, 0.0))

    @property
    def age(self) -> Age | None:
        """Age at the newest film, from the file or as typed; without one, at the visit."""
        for film in reversed(self.films):
            age = film.study.age or film.stated.age
            if age is not None:
                return age
        if self.patient.birth_date is not None:
            return Age.between(self.patient.birth_date, self.day)
        told = (self.lab_facts.age, *(one.age for one in self.lab_imports if not one.is_withdrawn))
        return next((age for age in told if age is not None), None)

    @property
    def day(self) -> date:
        """The local date of the visit: the sheet's, where it was on paper first."""
        late = self.late(LatePart.VISIT)
        return (late.happened if late else self.created).astimezone().date()

    def late(self, part: LatePart, of: str = "") -> LateEntry | None:
        """What was said last of a part that was on paper first; None: it was typed at once."""
        said = (one for one in reversed(self.late_entries) if (one.part, one.of) == (part, of))
        return next(said, None)

    def film(self, sop_instance_uid: str) -> FilmEntry | None:
        """The film with this UID."""
        for film in self.films:
            if film.instance.sop_instance_uid == sop_instance_uid:
                return film
        return None

    def with_film(self, entry: FilmEntry) -> "Case":
        """A copy in which `entry` replaces the film of the same UID, or is added."""
        uid = entry.instance.sop_instance_uid
        if self.film(uid) is None:
            return replace(self, films=(*self.films, entry))
        films = tuple(entry if f.instance.sop_instance_uid == uid else f for f in self.films)
        return replace(self, films=films)

    def decision_on(self, uid: str, frame: int, finding: str) -> FindingDecision | None:
        """The decision that holds on one finding: the newest, unless it was withdrawn."""
        return standing(self.words_on(uid, frame, finding))

    def lab_decision(self, import_id: str, number: int) -> LabDecision | None:
        """What holds of one imported result, unless nobody said anything."""
        said = [
            one for one in self.lab_decisions if (one.import_id, one.number) == (import_id, number)
        ]
        return said[-1] if said else None

    @property
    def confirmed(self) -> tuple[ConditionWord, ...]:
        """Conditions that a clinician confirmed, unless that was taken back."""
        last = {word.condition: word for word in self.condition_words}
        return tuple(one for one in last.values() if one.verdict is ConditionVerdict.CONFIRMED)

    @property
    def treatments(self) -> tuple[TreatmentWord, ...]:
        """Treatments that a clinician chose, unless that was taken back."""
        return chosen(self.treatment_words)

    @property
    def gene_records(self) -> dict[str, GeneRecord]:
        """The record that holds of each gene: the newest."""
        return {one.result.genotype.gene: one for one in self.genes}

    @property
    def genotypes(self) -> dict[str, Genotype]:
        """What holds of each gene, as the checks of drugs take it."""
        return {gene: one.result.genotype for gene, one in self.gene_records.items()}

    def words_on(self, uid: str, frame: int, finding: str) -> tuple[FindingDecision, ...]:
        """All that clinicians ever said on one finding, oldest first."""
        place = (uid, frame, finding)
        return tuple(word for word in self.decisions if word.place == place)


def standing(words: tuple[FindingDecision, ...]) -> FindingDecision | None:
    """The last of these words, unless it takes back what was said before."""
    last = words[-1] if words else None
    return None if last is None or last.decision is Decision.WITHDRAWN else last


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did what to which case, and when (UTC); holds no patient data."""

    at: datetime
    action: str
    case_id: str = ""
    details: dict[str, str | int | float] = field(default_factory=dict)
