"""Made-up cases for tests of the assessment."""

import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.knowledge import knowledge, read
from meddx_desktop.core.domain.assessment import TESTS, Operating, Setting
from meddx_desktop.core.domain.case import Answer, Case, FilmEntry, LabRow, Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, ModelIdentity, Screening
from meddx_desktop.core.domain.imaging import Instance, Source, Study
from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind, NoteReading, Span
from meddx_desktop.core.domain.note import Language as Tongue
from meddx_desktop.core.domain.patient import Age, Patient, Sex
from meddx_desktop.core.operations import assessment
from meddx_desktop.core.operations.application import open_application

DAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
MODEL = ModelIdentity("model", "1.0", "int8", "CPUExecutionProvider", "0" * 64)
EVERYTHING = Setting(tests=frozenset(TESTS))
FIGURES = Operating(0.95, 0.95)


@cache
def application():
    folder = Path(tempfile.mkdtemp())
    return open_application(models=folder, store=folder / "store")


def case(note="", labs=(), *, age="54y", sex=Sex.MALE, pregnant=Answer.UNKNOWN, films=(), **vitals):
    """A visit; `age` may be empty."""
    born = None if not age else (DAY - timedelta(days=Age.parse(age).days)).date()
    return Case(
        "case",
        Patient(birth_date=born, sex=sex),
        DAY,
        note=note,
        labs=tuple(LabRow(*row) for row in labs),
        vitals=Vitals(pregnant=pregnant, **vitals),
        films=tuple(films),
    )


def facts(*args, **more):
    """A case as the program reads it."""
    from meddx_desktop.core.operations.labs_lines import laboratory

    made = case(*args, **more)
    return assessment.facts_of(application(), made, laboratory(made))


def assessed(*args, setting=EVERYTHING, **more):
    return assess(facts(*args, **more), knowledge(), setting)


def film(name="pneumonia", score=0.9, *, on_trial=False, accepted=True, uid="1.2.3"):
    """A film that a model looked at; 0.5 is its threshold, 0.4 to 0.6 is not sure."""
    found = (Finding(name, Code("1", "X", name), score, 0.5, (0.4, 0.6)),) if accepted else ()
    instance = Instance(
        Source(Path("film.dcm")),
        uid,
        "1.2.840.10008.5.1.4.1.1.1.1",
        1,
        1,
        8,
        8,
        "MONOCHROME2",
        "1.2",
        "DX",
    )
    said = Screening(instance, "1.2", "P", 1, MODEL, Gate(accepted), found, on_trial=on_trial)
    return FilmEntry(Study("1.2", Patient(), None, "", ()), instance, screenings=(said,))


def said(concept, assertion=Assertion.PRESENT, place=0):
    span = Span(place, place + 4)
    return Mention(span, concept, MentionKind.SYMPTOM, assertion, concept=concept)


def with_mentions(*mentions, films=(), operating=None, age="54y", sex=Sex.MALE, **vitals):
    """Facts of a note with these mentions, without reading any text."""
    return CaseFacts(
        case(films=films, age=age, sex=sex, **vitals),
        age=Age.parse(age) if age else None,
        sex=sex,
        reading=NoteReading(Tongue.ENGLISH, mentions=tuple(mentions)),
        operating=operating or {},
    )


def condition(found, key):
    """What an assessment says of one condition; None where it says nothing."""
    return next((one for one in (*found.conditions, *found.others) if one.key == key), None)


def line(found, key, evidence):
    one = condition(found, key)
    return next((each for each in one.lines if each.key == evidence), None) if one else None


def table(**changes):
    """The smallest condition, as its file would say it."""
    made = {
        "key": "sample",
        "title_en": "Sample",
        "title_zh": "样本",
        "icd10": "Z00",
        "urgency": "routine",
        "source": [
            {"id": "s", "title": "A study", "locator": "page 1", "opened": DAY.date()},
            {"id": "u", "title": "Hearsay", "locator": "nowhere", "unverified": True},
        ],
        "findings": {
            "cough": {"title_en": "Cough", "title_zh": "咳嗽", "mention": ["cough"]},
            "fever": {"title_en": "Fever", "title_zh": "发热", "mention": ["fever"]},
            "film": {"title_en": "Film", "title_zh": "胸片", "film": ["pneumonia"]},
        },
        "evidence": [
            {"if": "cough", "role": "weighed", "source": "s", "lr": 2.0, "low": 1.5, "high": 3.0},
            {
                "if": "cough",
                "when": "absent",
                "role": "weighed",
                "source": "s",
                "lr": 0.5,
                "low": 0.3,
                "high": 0.8,
            },
        ],
    }
    return made | changes


def sample(**changes):
    return read("sample.toml", table(**changes))
