"""Made-up patients and plans for tests of treatment suggestions."""

from copy import deepcopy
from datetime import date

from meddx_desktop.core.assessment.treatment.knowledge_plans import plans, read
from meddx_desktop.core.assessment.treatment.plan import ChoiceRule
from meddx_desktop.core.assessment.treatment.plan_doses import limits
from meddx_desktop.core.domain.assessment import Source
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import DrugPatient

OPENED = date(2026, 11, 22)
SOURCE = Source("s", "A guideline", "page 1", OPENED)


def person(age="40y", kg=70.0, **more):
    """A patient of whom everything is known, unless said otherwise."""
    known = {
        "age": Age.parse(age) if age else None,
        "sex": Sex.MALE,
        "weight_kg": kg,
        "clearance": None if age and Age.parse(age).years < 18 else 90.0,
        "pregnant": Answer.NO,
        "lactating": Answer.NO,
        "allergies": (),
    }
    return DrugPatient(**(known | more))


def rule(*doses, drug="amoxicillin", kidney=False):
    """A choice with these doses."""
    words = {"en": "x", "zh": "x"}
    return ChoiceRule("x", 1, words, words, SOURCE, words, drug, doses, kidney)


def choice(condition, key):
    """One choice of a plan that comes with the program."""
    return plans()[condition].choices[key]


_TABLE = {
    "key": "gout",
    "title_en": "Gout",
    "title_zh": "痛风",
    "guideline": "A guideline",
    "section": "Table 1",
    "year": 2020,
    "source": [
        {"id": "s", "title": "A study", "locator": "page 1", "opened": OPENED},
        {"id": "u", "title": "Hearsay", "locator": "nowhere", "unverified": True},
    ],
    "findings": {"fever": {"title_en": "Fever", "title_zh": "发热", "mention": ["fever"]}},
    "node": [
        {
            "key": "root",
            "title_en": "Fever?",
            "title_zh": "发热？",
            "if": "fever",
            "yes": "asked",
            "no": "end",
        },
        {
            "key": "asked",
            "title_en": "Which?",
            "title_zh": "哪个？",
            "answer": [
                {"key": "a", "title_en": "A", "title_zh": "甲", "to": "end"},
                {"key": "b", "title_en": "B", "title_zh": "乙", "to": "other"},
            ],
        },
        {"key": "end", "title_en": "End", "title_zh": "终", "choices": ["one"]},
        {"key": "other", "title_en": "Other", "title_zh": "他", "choices": ["two"]},
    ],
    "choice": [
        {
            "key": "one",
            "title_en": "One",
            "title_zh": "一",
            "words_en": "One.",
            "words_zh": "一。",
            "regimen_en": "500 mg three times a day.",
            "regimen_zh": "每次500 mg，每日三次。",
            "source": "s",
            "drug": "amoxicillin",
            "dose": [
                {
                    "amount": 500.0,
                    "unit": "mg",
                    "route": "oral",
                    "times": 3,
                    "hours": 8,
                    "ages": "18y-",
                }
            ],
        },
        {
            "key": "two",
            "title_en": "Two",
            "title_zh": "二",
            "words_en": "Two.",
            "words_zh": "二。",
            "source": "s",
        },
    ],
}


def table():
    """The smallest plan, as its file would say it; yours to change."""
    return deepcopy(_TABLE)


def small(made=None, file="gout.toml"):
    """It, read and checked."""
    return read(file, made or table(), limits())
