"""Made-up patients for the checks of drugs."""

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import DrugPatient, KnownAllergy, TakenDrug


def man(**known):
    """A man of 40 of whom everything was asked and nothing speaks against any drug."""
    told = {
        "age": Age.parse("40y"),
        "sex": Sex.MALE,
        "clearance": 100.0,
        "pregnant": Answer.NO,
        "lactating": Answer.NO,
        "allergies": (),
    }
    return DrugPatient(**{**told, **known})


def woman(**known):
    """A woman of 30 who is neither pregnant nor breastfeeding."""
    return man(**{"sex": Sex.FEMALE, "age": Age.parse("30y"), **known})


def child(age="3y", **known):
    """A child without a clearance, as children have none."""
    return man(**{"age": Age.parse(age), "clearance": None, **known})


def taking(*drugs):
    """Drugs by their keys, each written as its key."""
    return tuple(TakenDrug(drug, (drug,)) for drug in drugs)


def allergic(*drugs, classes=()):
    """Allergies by keys of drugs and of classes."""
    by_drug = [KnownAllergy(drug, (drug,)) for drug in drugs]
    return (*by_drug, *(KnownAllergy(name, (), (name,)) for name in classes))


def said(screen, kind=None):
    """Kind, severity and the other one of each finding."""
    return {
        (one.kind.value, one.severity.value, one.other)
        for one in screen.findings
        if kind is None or one.kind is kind
    }
