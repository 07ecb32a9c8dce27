"""A file of laboratory results answered at once, without a store: what `meddx labs` prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import Observation, SentReport
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.risk import RiskResult
from meddx_desktop.core.labs.facts import gather
from meddx_desktop.core.labs.interpret import Context, interpret
from meddx_desktop.core.labs.reference import SETS
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.operations import labs, labs_calculate, risks
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_calculate import Calculators


@dataclass(frozen=True, slots=True)
class Person:
    """What the user states of the patient; it serves where a file says nothing."""

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN


NOBODY = Person()


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """One patient's results, understood."""

    report: SentReport
    subject: Subject
    observations: tuple[Observation, ...]
    calculators: Calculators
    risks: tuple[RiskResult, ...] = ()


def answer(
    report: SentReport, stated: Person = NOBODY, *, app: Application | None = None
) -> FileAnswer:
    """Understand one report.

    Parameters
    ----------
    report
        Of a source that was looked at.
    stated
        Age, sex and pregnancy for a report that says nothing of them.
    app
        With an open store: the risk models that its owner switched on are asked too, and a clock
        that is behind takes all ages away.

    Raises
    ------
    ModelRejected, BadOutput
        As `risks.assess`.
    """
    behind = app is not None and app.access.clock_behind is not None
    subject = _subject(report, stated, ageless=behind)
    observations = _observations(report, subject)
    counting = tuple(one for one in observations if one.counts)
    gathered = gather(counting)
    said: tuple[RiskResult, ...] = ()
    if app is not None:
        person = subject.person(gathered.taken, gathered.aki_possible)
        said = risks.assess(app, labs.known_to_models(counting), person)
    calculated = labs_calculate.of_results(gathered, subject)
    return FileAnswer(report, subject, observations, calculated, said)


def _subject(report: SentReport, stated: Person, *, ageless: bool) -> Subject:
    patient = report.patient
    age = None if patient.birth_date else report.age or stated.age
    return Subject(
        birth_date=None if ageless else patient.birth_date,
        age=None if ageless else age,
        sex=patient.sex or stated.sex,
        pregnant=stated.pregnant,
    )


def _observations(report: SentReport, subject: Subject) -> tuple[Observation, ...]:
    """Twice: the first time for the values that the others are compared with."""
    now = datetime.now(UTC)
    first = interpret(report.results, Context(subject, now, SETS))
    earlier = _dated(first)
    return interpret(report.results, Context(subject, now, SETS, earlier))


def _dated(found: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple(one for one in found if one.counts and one.sent.taken)
