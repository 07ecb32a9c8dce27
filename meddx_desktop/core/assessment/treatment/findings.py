"""The words and the order of findings that more than one check needs."""

from collections.abc import Iterable
from math import floor

from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.domain.assessment import Words
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Sex
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    SafetyFinding,
    Severity,
)

FERTILE_FROM, FERTILE_TO = 10, 55
"""Years of age in which an unknown pregnancy counts as possible; both included."""
ADULT = 18
_SEVERITIES = list(Severity)
_KINDS = list(CheckKind)


def in_order(findings: Iterable[SafetyFinding]) -> tuple[SafetyFinding, ...]:
    """Gravest first, nothing twice, and the same whatever the order of the case was."""
    unique = {_rank(one): one for one in findings}
    return tuple(unique[rank] for rank in sorted(unique))


def _rank(one: SafetyFinding) -> tuple[int, int, str, str, str, str, str]:
    place = repr(one.place)
    return (
        _SEVERITIES.index(one.severity),
        _KINDS.index(one.kind),
        one.other,
        one.drug,
        one.source.key,
        one.reason.get("en", ""),
        place,
    )


def title_of(drug: str) -> Words:
    """How a drug is called in both languages; its key where no name is known."""
    row = drug_names().by_key.get(drug)
    return {"en": drug, "zh": (row.chinese if row else "") or drug}


def may_be_pregnant(patient: DrugPatient) -> bool:
    """Whether a pregnancy is known or can't be ruled out by what is known."""
    if patient.pregnant is not Answer.UNKNOWN:
        return patient.pregnant is Answer.YES
    return is_of_childbearing_age(patient)


def is_of_childbearing_age(patient: DrugPatient) -> bool:
    """A woman of 10 to 55 years, or somebody who may be one."""
    if patient.sex is Sex.MALE:
        return False
    if patient.age is None:
        return True
    days = patient.age.days
    return days_of(FERTILE_FROM) <= days < days_of(FERTILE_TO + 1)


def is_child(patient: DrugPatient) -> bool:
    """Under 18 years; an unknown age is no child's."""
    return patient.age is not None and patient.age.days < days_of(ADULT)


def days_of(years: float) -> int:
    """Days of an age in years, rounded down: somebody of exactly ten years is ten."""
    return floor(years * DAYS_PER_YEAR)
