"""What the tests of the store share: keys without a key file, cases of every shape."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from meddx_desktop.core.domain.assessment_record import (
    ConditionVerdict,
    ConditionWord,
    FirstAnswer,
    FirstFinding,
    FirstImpression,
)
from meddx_desktop.core.domain.case import (
    VITAL_LIMITS,
    Answer,
    Case,
    CaseState,
    FilmEntry,
    FindingDecision,
    Vitals,
)
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.correction import TURNS, Correction
from meddx_desktop.core.domain.finding import (
    Decision,
    Finding,
    Gate,
    ModelIdentity,
    Reason,
    Region,
    Screening,
    Timing,
)
from meddx_desktop.core.domain.follow_up import FollowUpKind, FollowUpStep, FollowUpWord
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype, Genotyped
from meddx_desktop.core.domain.imaging import Instance, PixelSpacing, Series, Source, Study
from meddx_desktop.core.domain.lab_record import LabDecision, LabFacts, LabImport, LabShown
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    RejectedLine,
    ResultStatus,
    SentRange,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.late_entry import LateEntry, LatePart
from meddx_desktop.core.domain.note import Assertion, MentionKind
from meddx_desktop.core.domain.note_corrections import FlagSeen, NoteCorrection, Verdict
from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.domain.review import Addendum, CriticalResult, NotCritical, Signature, Told
from meddx_desktop.core.domain.treatment_record import (
    CheckKind,
    Dose,
    Override,
    Severity,
    TreatmentAnswer,
    TreatmentVerdict,
    TreatmentWord,
)
from tests.core.store.plain import FakeKeys, case, film

__all__ = ["FakeKeys", "case", "cases", "film"]

TEXT = st.text(max_size=12)
WHOLE = st.integers(-(2**40), 2**40)
REAL = st.floats(allow_nan=False)
AGES = st.builds(Age, WHOLE, TEXT)
PATHS = st.text(max_size=12).map(Path) | st.just(Path("/stick/张\udcff/film 1.dcm"))
MOMENTS = st.datetimes(timezones=st.just(UTC))
REASONS = st.builds(Reason, TEXT, st.dictionaries(TEXT, TEXT | WHOLE | REAL, max_size=2))
SPACINGS = st.none() | st.builds(PixelSpacing, REAL, REAL, TEXT, st.none() | st.booleans())
SOURCES = st.builds(Source, PATHS, st.none() | TEXT)
INSTANCES = st.builds(
    Instance, source=SOURCES, number=WHOLE, frames=WHOLE, rows=WHOLE, columns=WHOLE,
    spacing=SPACINGS,
    sop_instance_uid=TEXT, sop_class_uid=TEXT, photometric=TEXT, transfer_syntax_uid=TEXT,
    modality=TEXT, body_part=TEXT, for_processing=st.booleans(), frame_time_ms=st.none() | REAL,
    sha256=TEXT,
)  # fmt: skip
SERIES = st.builds(
    Series, TEXT, WHOLE, TEXT, TEXT, st.lists(INSTANCES, max_size=2).map(tuple)
)  # fmt: skip
REGIONS = st.none() | st.builds(Region, WHOLE, WHOLE, WHOLE, WHOLE)
FINDINGS = st.builds(
    Finding, TEXT, st.builds(Code, TEXT, TEXT, TEXT), REAL, REAL, st.tuples(REAL, REAL), REGIONS
)
MODELS = st.none() | st.builds(ModelIdentity, TEXT, TEXT, TEXT, TEXT, TEXT)
GATES = st.builds(Gate, st.booleans(), st.lists(REASONS, max_size=1).map(tuple))
CORRECTIONS = st.none() | st.builds(
    Correction, st.sampled_from(TURNS), st.booleans(), TEXT, st.none() | MOMENTS
)
SCREENINGS = st.builds(
    Screening, INSTANCES, TEXT, TEXT, WHOLE, MODELS, GATES,
    st.lists(FINDINGS, max_size=2).map(tuple), st.lists(TEXT, max_size=1).map(tuple),
    st.builds(Timing, REAL, REAL, REAL, REAL), correction=CORRECTIONS,
)  # fmt: skip
DECISIONS = st.builds(
    FindingDecision, TEXT, WHOLE, TEXT, st.sampled_from(Decision), TEXT, st.none() | MOMENTS, TEXT
)
TOLD = st.builds(Told, TEXT, TEXT, MOMENTS, st.booleans())
NONE = st.none() | st.builds(NotCritical, TEXT, TEXT, MOMENTS)
CRITICALS = st.builds(
    CriticalResult, TEXT, TEXT, MOMENTS, st.lists(TOLD, max_size=2).map(tuple), TEXT, NONE
)
SIGNATURES = st.builds(Signature, TEXT, MOMENTS, TEXT, TEXT)
ADDENDA = st.builds(Addendum, TEXT, TEXT, MOMENTS)

PATIENTS = st.builds(
    Patient,
    TEXT,
    st.builds(PersonName, TEXT, TEXT, TEXT),
    st.none() | st.dates(),
    st.sampled_from(Sex),
    st.none() | st.lists(TEXT, max_size=2).map(tuple),
)


VITALS = st.builds(
    Vitals,
    **{name: st.none() | REAL for name in VITAL_LIMITS},
    weight_on=st.none() | st.dates(),
    last_period=st.none() | st.dates(),
    pregnant=st.sampled_from(Answer),
)

CODES = st.lists(st.builds(Code, TEXT, TEXT, TEXT), max_size=2).map(tuple)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
ZONES = st.none() | st.just(UTC) | st.just(timezone(timedelta(hours=8)))
TIMES = st.none() | st.datetimes(timezones=ZONES)
SENT_VALUES = st.builds(
    SentValue, TEXT, st.none() | REAL, st.none() | st.sampled_from(Comparator),
    st.none() | REAL, st.none() | REAL, CODES,
)  # fmt: skip
SENT_RANGES = st.builds(
    SentRange, TEXT, st.none() | REAL, st.none() | REAL, st.booleans(), st.booleans()
)
SENT_RESULTS = st.builds(
    SentResult, TEXT, TEXTS, CODES, st.none() | SENT_VALUES, TEXT, st.booleans(),
    st.none() | SENT_RANGES, TEXTS, st.sampled_from(ResultStatus), TIMES, TEXT,
    st.sampled_from(Specimen), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,
    st.lists(REASONS, max_size=2).map(tuple),
)  # fmt: skip
IMPORTS = st.builds(
    LabImport, TEXT, MOMENTS, TEXT, TEXT, TEXT, TEXT, TEXT,
    st.lists(SENT_RESULTS, max_size=3).map(tuple),
    st.lists(st.builds(RejectedLine, TEXT, TEXT, REASONS), max_size=2).map(tuple),
    st.lists(REASONS, max_size=1).map(tuple), TEXT, st.none() | MOMENTS,
    st.none() | st.dates(), st.sampled_from(Sex), st.none() | AGES,
)  # fmt: skip
LAB_FACTS = st.builds(
    LabFacts, st.none() | AGES, st.none() | st.dates(), st.integers(0, 3),
    st.none() | st.dates(), st.none() | REAL,
)  # fmt: skip
LAB_DECISIONS = st.builds(LabDecision, TEXT, WHOLE, TEXT, TEXT, TEXT, TEXT, st.none() | MOMENTS)
LAB_SHOWN = st.builds(
    LabShown, TEXT, WHOLE, TEXT, st.none() | REAL, TEXT, TEXT, st.none() | REAL, st.none() | REAL
)

CORRECTED_NOTES = st.builds(
    NoteCorrection, TEXT, st.sampled_from(Verdict), st.sampled_from(MentionKind), TEXT, TEXT, TEXT,
    WHOLE, st.none() | st.sampled_from(Assertion), st.none() | st.builds(Code, TEXT, TEXT, TEXT),
    TEXT, st.none() | MOMENTS, TEXT, st.none() | MOMENTS,
)  # fmt: skip
FLAGS_SEEN = st.builds(FlagSeen, TEXT, TEXTS, TEXT, st.none() | MOMENTS)


@st.composite
def note_words(draw):
    """What people said of a note's reading."""
    return {
        "note_corrections": draw(st.lists(CORRECTED_NOTES, max_size=2).map(tuple)),
        "note_flags_seen": draw(st.lists(FLAGS_SEEN, max_size=2).map(tuple)),
    }


CONDITION_WORDS = st.builds(
    ConditionWord, TEXT, st.sampled_from(ConditionVerdict), TEXT, TEXT, st.none() | MOMENTS
)
FIRST_FINDINGS = st.builds(
    FirstFinding, TEXT, WHOLE, TEXT, st.sampled_from(FirstAnswer), TEXT, TEXT
)
FIRST_IMPRESSIONS = st.builds(
    FirstImpression, TEXT, st.none() | MOMENTS, TEXTS, TEXT,
    st.lists(FIRST_FINDINGS, max_size=2).map(tuple), TEXTS, st.booleans(),
)  # fmt: skip


GENES = st.builds(
    GeneRecord,
    st.builds(
        GeneResult,
        st.builds(Genotype, TEXT, TEXTS, TEXT, st.sampled_from(Genotyped), TEXTS),
        st.lists(st.builds(Reason, TEXT, st.dictionaries(TEXT, TEXT)), max_size=2).map(tuple),
    ),
    TEXT, TEXT, TEXT, st.none() | MOMENTS,
)  # fmt: skip


@st.composite
def assessment_words(draw):
    """What people said beside an assessment."""
    return {
        "condition_words": draw(st.lists(CONDITION_WORDS, max_size=2).map(tuple)),
        "first_impressions": draw(st.lists(FIRST_IMPRESSIONS, max_size=2).map(tuple)),
    }


WORDS = st.dictionaries(st.sampled_from(["en", "zh"]), TEXT)
DOSES = st.builds(
    Dose, REAL, REAL, TEXT, REAL, st.none() | REAL, TEXT,
    days_low=st.none() | WHOLE, per_kg=st.none() | REAL, is_capped=st.booleans(),
    volume_ml=st.none() | REAL, strength=TEXT, is_single=st.booleans(), tablets=st.none() | REAL,
)  # fmt: skip
OVERRIDES = st.builds(
    Override, TEXT, TEXT, st.sampled_from(CheckKind), TEXT, TEXT, st.none() | MOMENTS, TEXT,
    st.sampled_from(Severity), WORDS,
)  # fmt: skip
TREATMENT_WORDS = st.builds(
    TreatmentWord, TEXT, TEXT, st.sampled_from(TreatmentVerdict), WORDS, TEXT,
    st.none() | DOSES, st.lists(OVERRIDES, max_size=2).map(tuple), TEXT, st.none() | MOMENTS,
)  # fmt: skip
TREATMENT_ANSWERS = st.builds(TreatmentAnswer, TEXT, TEXT, TEXT, TEXT, st.none() | MOMENTS)


FOLLOW_UP_WORDS = st.builds(
    FollowUpWord, TEXT, st.sampled_from(FollowUpKind), st.sampled_from(FollowUpStep),
    st.dates(), TEXT, TEXT, st.none() | MOMENTS,
)  # fmt: skip
FOLLOW_UPS = st.lists(FOLLOW_UP_WORDS, max_size=4).map(tuple)
LATE_ENTRIES = st.lists(
    st.builds(
        LateEntry, st.sampled_from(LatePart), MOMENTS, TEXT, TEXT, TEXT, TEXT, TEXT,
        st.none() | MOMENTS,
    ),
    max_size=4,
).map(tuple)  # fmt: skip


@st.composite
def treatments(draw):
    """What clinicians did with treatment plans."""
    return {
        "treatment_words": draw(st.lists(TREATMENT_WORDS, max_size=2).map(tuple)),
        "treatment_answers": draw(st.lists(TREATMENT_ANSWERS, max_size=2).map(tuple)),
    }


@st.composite
def laboratory(draw):
    """What a case keeps of laboratory files; ids of imports are unique."""
    imports = st.lists(IMPORTS, max_size=3, unique_by=lambda one: one.import_id)
    return {
        "lab_imports": draw(imports.map(tuple)),
        "lab_decisions": draw(st.lists(LAB_DECISIONS, max_size=2).map(tuple)),
        "lab_shown": draw(st.lists(LAB_SHOWN, max_size=2).map(tuple)),
        "lab_facts": draw(LAB_FACTS),
    }


@st.composite
def reviews(draw):
    """What clinicians did to a case as a whole."""
    return {
        "criticals": draw(st.lists(CRITICALS, max_size=2).map(tuple)),
        "signatures": draw(st.lists(SIGNATURES, max_size=2).map(tuple)),
        "addenda": draw(st.lists(ADDENDA, max_size=2).map(tuple)),
        "first_reader": draw(TEXT),
        "state": draw(st.sampled_from(CaseState)),
    }


@st.composite
def cases(draw):
    """Any case, its films among the instances of their studies as well as beside them."""
    case = draw(st.builds(Case, case_id=st.just("c1"), patient=PATIENTS, created=MOMENTS,
                          note=TEXT, alerts=st.lists(REASONS, max_size=2).map(tuple)))  # fmt: skip
    return replace(case, films=tuple(draw(st.lists(films(), max_size=2))))


@st.composite
def films(draw):
    study = draw(st.builds(Study, patient=PATIENTS, series=st.lists(SERIES, max_size=2).map(tuple)))
    known = st.sampled_from(study.instances) if study.instances else INSTANCES
    return draw(
        st.builds(FilmEntry, study=st.just(study), instance=known | INSTANCES,
                  cautions=st.lists(REASONS, max_size=2).map(tuple), correction=CORRECTIONS)
    )  # fmt: skip
