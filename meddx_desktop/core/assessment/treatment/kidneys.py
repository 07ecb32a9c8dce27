"""What is known of the kidneys for a dose, and what exactly is missing where it is not known.

No formula for the clearance holds in a pregnancy. There the creatinine itself is read: above 77
umol/L it is outside the usual range of pregnancy (Wiles K et al., Serum Creatinine in Pregnancy:
A Systematic Review, Kidney International Reports 2019;4:408-419, conclusion of the abstract,
doi 10.1016/j.ekir.2018.10.015, opened 2026-11-22 at
researchain.net/papers/10z99z1016w99wjz99zekirz99z2018z99z10z99z015).
"""

from meddx_desktop.core.assessment.treatment.findings import may_be_pregnant
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.treatment import DrugPatient, Question

HIGHEST_IN_PREGNANCY = 77.0
"""umol/L."""
WEIGHT_DOUBTS = frozenset({Question.WEIGHT_DATE, Question.WEIGHT_IMPLAUSIBLE})
MOVING = "aki"
"""Condition in which no creatinine says anything of the kidneys."""


def is_usual_in_pregnancy(patient: DrugPatient) -> bool:
    """Whether a known pregnancy and a creatinine that is usual in it speak for healthy kidneys."""
    return (
        patient.pregnant is Answer.YES
        and patient.creatinine is not None
        and patient.creatinine <= HIGHEST_IN_PREGNANCY
        and MOVING not in patient.conditions
    )


def is_known(patient: DrugPatient) -> bool:
    """Whether a dose can be chosen by the kidneys."""
    return patient.clearance is not None or is_usual_in_pregnancy(patient)


def missing(patient: DrugPatient) -> frozenset[Question]:
    """What must be answered before the kidneys are known; empty: they are."""
    if is_known(patient):
        return frozenset()
    asked: set[Question] = set()
    if patient.creatinine is None:
        asked.add(Question.CREATININE)
    if patient.pregnant is Answer.YES:
        return frozenset(asked or {Question.KIDNEY})
    if patient.pregnant is Answer.UNKNOWN and may_be_pregnant(patient):
        asked.add(Question.PREGNANCY)
    if patient.weight_kg is None:
        asked.add(Question.WEIGHT)
    asked |= patient.doubts & WEIGHT_DOUBTS
    if patient.age is None:
        asked.add(Question.AGE)
    return frozenset(asked or {Question.KIDNEY})
