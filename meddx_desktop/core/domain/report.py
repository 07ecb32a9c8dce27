"""A case as it goes out: what the machine said, what clinicians said, and what nobody looked at.

Risk models have no place here (SAFETY 18): a report can't carry what it has no field for.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from meddx_desktop.core.domain.assessment import Assessment
from meddx_desktop.core.domain.case import CaseState, FindingDecision, Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Call, ModelIdentity, Reason, Region, SiteFacts
from meddx_desktop.core.domain.follow_up import FollowUp
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.core.domain.late_entry import LatePart
from meddx_desktop.core.domain.note import NoteReading
from meddx_desktop.core.domain.patient import Age, Patient
from meddx_desktop.core.domain.report_parts import (
    CalculatedPart,
    ConfirmedPart,
    FirstPart,
    FlagPart,
    GenePart,
    LabPart,
    LateWord,
)
from meddx_desktop.core.domain.review import Addendum, CriticalResult, Signature
from meddx_desktop.core.domain.treatment_record import TreatmentWord


class Kind(StrEnum):
    """What can be made of a case or of the day."""

    REPORT = "report"
    SLIP = "slip"
    """For the patient: plain words, large print."""
    REFERRAL = "referral"
    LIST = "list"
    """The cases of a day."""
    BLANK = "blank"
    """To be filled in by hand on a day without power."""


class Format(StrEnum):
    """As which file."""

    PDF = "pdf"
    FHIR = "fhir"
    SR = "sr"
    SC = "sc"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class FindingPart:
    """One finding of one model, with the clinician's word beside it.

    Attributes
    ----------
    name : str
    code : Code
    score, threshold : float
        0 to 1; a score is not the chance of disease.
    not_sure : tuple[float, float]
    call : Call
    model : ModelIdentity
    frame : int
    on_trial : bool
    region : Region | None
        In pixels of the stored film.
    site : SiteFacts | None
    decision : FindingDecision | None
        What holds.
    words : tuple[FindingDecision, ...]
        All that was ever said, oldest first.
    """

    name: str
    code: Code
    score: float
    threshold: float
    not_sure: tuple[float, float]
    call: Call
    model: ModelIdentity
    frame: int = 1
    on_trial: bool = False
    region: Region | None = None
    site: SiteFacts | None = None
    decision: FindingDecision | None = None
    words: tuple[FindingDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class FilmPicture:
    """The film as it was looked at, upright, as PNG; with a heat map laid over it or not.

    `finding` is the finding whose heat map it is; empty for the film alone.
    """

    png: bytes = field(repr=False)
    width: int
    height: int
    finding: str = ""
    frame: int = 1


@dataclass(frozen=True, slots=True)
class FilmPart:
    """One film: what it is, what was found, why there is no score.

    Attributes
    ----------
    uid, study_uid, series_uid, sop_class_uid, sha256 : str
    modality : str
    day : date | None
    view : View
    frames : int
    findings : tuple[FindingPart, ...]
    refusals : tuple[Reason, ...]
        Why models gave no score.
    cautions : tuple[Reason, ...]
    not_assessed : tuple[str, ...]
    waiting : bool
        Not screened yet.
    error : Reason | None
    correction : Correction | None
    picture : FilmPicture | None
    """

    uid: str
    study_uid: str
    series_uid: str
    sop_class_uid: str
    sha256: str
    modality: str
    day: date | None
    view: View
    frames: int = 1
    findings: tuple[FindingPart, ...] = ()
    refusals: tuple[Reason, ...] = ()
    cautions: tuple[Reason, ...] = ()
    not_assessed: tuple[str, ...] = ()
    waiting: bool = False
    error: Reason | None = None
    correction: Correction | None = None
    picture: FilmPicture | None = None

    @property
    def is_scored(self) -> bool:
        """Whether any model gave a score."""
        return bool(self.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything of one case that a report may say.

    Attributes
    ----------
    case_id, program : str
        The case's random id; the program's version.
    made_at : datetime
    made_by : str
    patient : Patient
    age : Age | None
    day : date
        Of the visit.
    state : CaseState
    signatures : tuple[Signature, ...]
        All of them; the last one holds only while `is_signed`.
    audit_head : str
        Of the signature that holds; empty in an unsigned report.
    lost_rejected : tuple[RejectedLine, ...]
        Laboratory lines that were not understood.
    assessment : Assessment | None
        None where there is none, with `assessment_missing` as the reason's code.
    treatments : tuple[TreatmentWord, ...]
        What a clinician chose and did not take back; nothing was ordered.
    genes_unknown : tuple[str, ...]
        Genes that rules ask for and of which nothing is known.
    firsts : tuple[FirstPart, ...]
        Readings that were locked or waived before the program's answer was shown.
    follow_ups : tuple[FollowUp, ...]
        Closed ones too, in the order in which they were set.
    late : tuple[LateWord, ...]
        What was on paper first, in the order in which it was typed.
    not_assessed : tuple[str, ...]
        Findings that no model looked for on any film.
    """

    case_id: str
    program: str
    made_at: datetime
    made_by: str
    patient: Patient
    age: Age | None
    day: date
    state: CaseState
    demonstration: bool = False
    signatures: tuple[Signature, ...] = ()
    vitals: Vitals = field(default_factory=Vitals)
    films: tuple[FilmPart, ...] = ()
    note: str = ""
    reading: NoteReading | None = None
    flags: tuple[FlagPart, ...] = ()
    labs: tuple[LabPart, ...] = ()
    lab_cautions: tuple[Reason, ...] = ()
    lost_rejected: tuple[RejectedLine, ...] = ()
    calculated: tuple[CalculatedPart, ...] = ()
    assessment: Assessment | None = None
    assessment_missing: str = ""
    confirmed: tuple[ConfirmedPart, ...] = ()
    treatments: tuple[TreatmentWord, ...] = ()
    genes: tuple[GenePart, ...] = ()
    genes_unknown: tuple[str, ...] = ()
    firsts: tuple[FirstPart, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    late: tuple[LateWord, ...] = ()
    criticals: tuple[CriticalResult, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    alerts: tuple[Reason, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Whether a clinician's signature holds now."""
        return self.state is CaseState.SIGNED and bool(self.signatures)

    @property
    def signature(self) -> Signature | None:
        """The signature that holds."""
        return self.signatures[-1] if self.is_signed else None

    @property
    def audit_head(self) -> str:
        """The end of the audit trail at the signature."""
        return self.signature.audit_head if self.signature else ""

    def late_of(self, part: LatePart, of: str = "") -> LateWord | None:
        """What was said last of a part that was on paper first."""
        said = (one for one in self.late if (one.said.part, one.said.of) == (part, of))
        return next(reversed(tuple(said)), None)

    @property
    def models(self) -> tuple[ModelIdentity, ...]:
        """Every model that answered, once."""
        found = (part.model for film in self.films for part in film.findings)
        return tuple(dict.fromkeys(found))

    @property
    def not_assessed(self) -> tuple[str, ...]:
        """What some film was not looked at for, in the order in which it is said."""
        return tuple(dict.fromkeys(name for film in self.films for name in film.not_assessed))

    @property
    def lacks_tuberculosis(self) -> bool:
        """Whether no model in trusted use looked for tuberculosis on these films."""
        looked = (
            part.name == "tuberculosis" and not part.on_trial
            for film in self.films
            for part in film.findings
        )
        return not any(looked)
