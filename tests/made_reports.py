"""Reports of invented patients, with everything that a report can hold."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import cv2
import numpy as np

from meddx_desktop.core.domain.assessment import (
    Alert,
    AlertKind,
    Assessment,
    Origin,
    RankedCondition,
    Ratio,
    Role,
    Source,
    Standing,
    Truth,
    Weighed,
)
from meddx_desktop.core.domain.assessment_record import (
    FirstAnswer,
    FirstFinding,
    FirstImpression,
)
from meddx_desktop.core.domain.case import Answer, CaseState, FindingDecision, Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Call, Decision, ModelIdentity, Reason
from meddx_desktop.core.domain.follow_up import (
    FollowUp,
    FollowUpKind,
    FollowUpStep,
    FollowUpWord,
)
from meddx_desktop.core.domain.genes import GeneRecord, GeneResult, Genotype, Genotyped
from meddx_desktop.core.domain.imaging import View
from meddx_desktop.core.domain.laboratory import (
    Interpretation,
    Observation,
    Quantity,
    ReferenceRange,
    RejectedLine,
    ResultStatus,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.domain.report import FilmPart, FilmPicture, FindingPart, Report
from meddx_desktop.core.domain.report_parts import (
    CalculatedPart,
    DrugWord,
    FirstPart,
    GenePart,
    LabPart,
)
from meddx_desktop.core.domain.review import Addendum, CriticalResult, Signature, Told
from meddx_desktop.core.domain.treatment_record import (
    CheckKind,
    Dose,
    Override,
    Severity,
    TreatmentVerdict,
    TreatmentWord,
)

# Before sockets are refused: fpdf2 loads ssl where there is one, and that needs the real socket.
from meddx_desktop.core.reports import offline_fpdf  # noqa: F401

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HEAD = "1204/7KQ2-M0ZD-9PBX-41TA"
MODEL = ModelIdentity("cxr-pneumonia-children", "1.1.1", "int8", "CPUExecutionProvider", "ab" * 32)
PNEUMONIA = Code("233604007", "SCT", "Pneumonia")


def picture(finding="", side=40):
    """A grey square as PNG."""
    grey = np.tile(np.linspace(0, 255, side).astype(np.uint8), (side, 1))
    _, content = cv2.imencode(".png", grey)
    return FilmPicture(content.tobytes(), side, side, finding)


def finding(score=0.9, threshold=0.5, **more):
    band = (threshold - 0.05, threshold + 0.05)
    call = Call.POSITIVE if score > band[1] else Call.NEGATIVE
    call = Call.NOT_SURE if band[0] <= score <= band[1] else call
    return FindingPart("pneumonia", PNEUMONIA, score, threshold, band, call, MODEL, **more)


def decided(part, decision=Decision.ACCEPTED, comment="", by="Dr Lin"):
    said = FindingDecision("1.2.3", 1, part.name, decision, comment, MOMENT, by)
    return replace(part, decision=said, words=(said,))


def film(*findings, **more):
    plain = {
        "uid": "1.2.3",
        "study_uid": "1.2",
        "series_uid": "1.2.9",
        "sop_class_uid": "1.2.840.10008.5.1.4.1.1.1",
        "sha256": "cd" * 32,
        "modality": "CR",
        "day": date(2026, 3, 2),
        "view": View.AP,
        "not_assessed": ("tuberculosis",),
    }
    return FilmPart(findings=findings, **(plain | more))


def refused(*codes):
    return film(refusals=tuple(Reason(code) for code in codes or ("rotated",)))


def lab(name="Potassium", value=6.8, unit="mmol/L", loinc="2823-3", **more):
    """A result that was understood."""
    text = more.pop("text", f"{value:g}")
    comparator = more.pop("comparator", None)
    low, high = more.pop("limits", (3.5, 5.3))
    flag = more.pop("flag", Interpretation.CRITICAL_HIGH)
    taken = more.pop("taken", MOMENT)
    sent = SentResult(
        "row 1",
        (name,),
        (),
        SentValue(text, value, comparator),
        unit,
        status=ResultStatus.FINAL,
        taken=taken,
        taken_text="",
        specimen=Specimen.SERUM,
    )
    used = ReferenceRange(low, high, unit, "A book, page 4", **more.pop("range_is", {}))
    seen = Observation(
        sent,
        "potassium",
        Code(loinc, "LN", name),
        name,
        Specimen.SERUM,
        Quantity(value, unit, comparator),
        range=used,
        interpretation=flag,
        **more,
    )
    return LabPart({"en": name, "zh": "钾"}, seen)


def assessed():
    line = Weighed(
        "fever",
        {"en": "Fever", "zh": "发热"},
        Role.WEIGHED,
        Truth.PRESENT,
        ratio=Ratio(2.0, 1.5, 3.0),
        counted=True,
        origins=frozenset({Origin.NOTE}),
    )
    condition = RankedCondition(
        "pneumonia_child",
        {"en": "Pneumonia (child)", "zh": "儿童肺炎"},
        "J18.9",
        Standing.STRONG,
        lines=(line,),
    )
    alert = Alert(
        AlertKind.ACTION,
        "treat",
        "pneumonia_child",
        {"en": "Pneumonia by signs", "zh": "体征符合肺炎"},
        {"en": "A clear film does not change this.", "zh": "胸片阴性不改变此处理。"},
    )
    return Assessment(alerts=(alert,), conditions=(condition,))


def chosen(**more):
    """A treatment that a clinician chose against a check."""
    against = Override(
        *("pneumonia_child", "amoxicillin", CheckKind.KIDNEY, "clearance", "No other drug here"),
        severity=Severity.ADJUST,
        said={"en": "Longer apart.", "zh": "延长间隔。"},
    )
    dose = Dose(*(500.0, 500.0, "mg", 2.0, 12.0, "oral", 5, 5), strength="250 mg", tablets=2.0)
    plain = {
        "title": {"en": "Amoxicillin", "zh": "阿莫西林"},
        "drug": "amoxicillin",
        "dose": dose,
        "overrides": (against,),
        "by": "Dr Lin",
        "at": MOMENT,
    }
    words = ("pneumonia_child", "amoxicillin", TreatmentVerdict.CHOSEN)
    return TreatmentWord(*words, **(plain | more))


def gene(name="CYP2C19", alleles=("*2", "*2"), phenotype="Poor Metabolizer", **more):
    """A gene that speaks against a drug."""
    doubts, not_covered = more.pop("doubts", ()), more.pop("not_covered", ())
    known = Genotype(name, alleles, phenotype, more.pop("origin", Genotyped.TYPED), not_covered)
    record = GeneRecord(GeneResult(known, doubts), by="Dr Lin", at=MOMENT, **more)
    source = Source("cpic", "CPIC clopidogrel 2022", "Table 2", date(2026, 11, 22))
    reason = {"en": "Does not work well enough.", "zh": "效果不足。"}
    said = DrugWord({"en": "Clopidogrel", "zh": "氯吡格雷"}, Severity.AVOID, reason, source)
    return GenePart(record, (said,))


def first(**more):
    """A reading that was locked before the model's answer was shown."""
    seen = FirstFinding("1.2.3", 1, "pneumonia", FirstAnswer.NEGATIVE, "positive", "cxr 1.1.1")
    plain = {
        "by": "Dr Wu",
        "at": MOMENT,
        "conditions": ("tb",),
        "words": "Clear lungs.",
        "findings": (seen,),
    }
    return FirstPart(
        FirstImpression(**(plain | more)), {"tb": {"en": "Tuberculosis", "zh": "结核"}}
    )


def follow_up(kind=FollowUpKind.FILM, due=date(2026, 4, 13), words="", *steps):
    """A follow-up that a clinician set, and what was done with it."""
    begun = FollowUpWord("f1", kind, FollowUpStep.SET, due, words, "Dr Lin", MOMENT)
    later = (replace(begun, step=step, due=day, words=why) for step, day, why in steps)
    return FollowUp((begun, *later))


def report(**more):
    """An unsigned report with a film, results, a note and an open critical result."""
    plain = {
        "case_id": "0123456789abcdef",
        "program": "0.1.0",
        "made_at": MOMENT,
        "made_by": "Dr Lin",
        "patient": Patient(
            "P-77", PersonName("Li^Xiaoyu", "李^小雨"), date(2022, 11, 5), Sex.FEMALE, None
        ),
        "age": Age(1213, ""),
        "day": date(2026, 3, 2),
        "state": CaseState.TO_REVIEW,
        "vitals": Vitals(
            weight_kg=14.2,
            temperature_c=39.1,
            systolic=96.0,
            diastolic=60.0,
            on_oxygen=Answer.NO,
        ),
        "films": (film(finding()),),
        "note": "Cough for 3 days.\nNo cyanosis.",
        "labs": (lab(),),
        "lost_rejected": (RejectedLine("row 9", "K+ ??", Reason("value_missing")),),
        "calculated": (CalculatedPart("fib4", 1.234, "1", 2),),
        "assessment": assessed(),
        "criticals": (CriticalResult("K 6.8", "Nurse Zhao", MOMENT),),
    }
    return Report(**(plain | more))


def signed(**more):
    """The same, signed, the critical result told and read back."""
    told = Told("Dr Chen", "Nurse Zhao", MOMENT, read_back=True)
    plain = {
        "state": CaseState.SIGNED,
        "signatures": (Signature("Dr Lin", MOMENT, HEAD),),
        "criticals": (CriticalResult("K 6.8", "Nurse Zhao", MOMENT, (told,)),),
        "addenda": (Addendum("Fever gone on day 3.", "Dr Lin", MOMENT),),
        "films": (film(decided(finding())),),
    }
    return report(**(plain | more))


def words_of(paper):
    """Everything that stands on a sheet, as one text."""
    from meddx_desktop.core.reports.narrative import lines

    return "\n".join([paper.title, paper.whose, paper.stamp, paper.foot, *lines(paper.blocks)])


def text_of(pdf):
    """The text of each page of a PDF file."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(pdf)).pages
    return [page.extract_text().replace("\0", "") for page in pages]
