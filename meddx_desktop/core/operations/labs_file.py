"""A file of laboratory results answered at once, without a store: what `meddx labs` prints."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Observation, SentReport
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.risk import RiskResult
from meddx_desktop.core.labs.ages import StatedAge, settle
from meddx_desktop.core.labs.facts import gather
from meddx_desktop.core.labs.interpret import Context, interpret_together
from meddx_desktop.core.labs.reference import SETS
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.operations import labs, labs_calculate, risks
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.cases import check_vitals
from meddx_desktop.core.operations.labs_calculate import Calculators
from meddx_desktop.core.operations.labs_facts import checked_altitude, checked_trimester
from meddx_desktop.core.operations.labs_site import published_sets, site_altitude
from meddx_desktop.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Person:
    """What the user states of the patient; age and sex serve where a file says nothing.

    Attributes
    ----------
    age : Age | None
        On the day of the newest result.
    sex : Sex
    pregnant : Answer
    trimester : int
        1, 2 or 3; 0 while nobody said so. It says that the patient is pregnant.
    altitude_m : float | None
        None: as the site.
    ranges : str
        Which published ranges go first; empty: as the site has it.
    body : Vitals
        Weight and height.
    """

    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    trimester: int = 0
    altitude_m: float | None = None
    ranges: str = ""
    body: Vitals = field(default_factory=Vitals)

    @classmethod
    def checked(
        cls,
        age: Age | None,
        sex: Sex,
        pregnant: Answer,
        *,
        trimester: int = 0,
        altitude_m: float | None = None,
        ranges: str = "",
        body: Vitals | None = None,
    ) -> "Person":
        """A person of whom these can be true together.

        Raises
        ------
        InvalidEntry
            ``trimester_invalid``, ``trimester_not_pregnant``, ``altitude_invalid``; as
            `cases.check_vitals`.
        """
        body = body or Vitals()
        check_vitals(body)
        checked_trimester(trimester, pregnant, sex)
        checked_altitude(altitude_m)
        if trimester:
            pregnant = Answer.YES
        return cls(age, sex, pregnant, trimester, altitude_m, ranges, body)


NOBODY = Person()


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """One patient's results, understood."""

    report: SentReport
    subject: Subject
    observations: tuple[Observation, ...]
    calculators: Calculators
    risks: tuple[RiskResult, ...] = ()
    sets: tuple[str, ...] = SETS
    """Which published ranges were looked for, in their order."""


def answer(
    report: SentReport,
    stated: Person = NOBODY,
    *,
    app: Application | None = None,
    settings: Settings | None = None,
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
    settings
        Where the rules of the site stand; None: those of `app`, else the defaults.

    Raises
    ------
    ModelRejected, BadOutput
        As `risks.assess`.
    """
    behind = app is not None and app.access.clock_behind is not None
    rules = settings or (app.settings if app is not None else Settings())
    subject = _subject(report, stated, site_altitude(rules), ageless=behind)
    sets = published_sets(rules, stated.ranges)
    observations = _observations(report, subject, sets)
    counting = tuple(one for one in observations if one.counts)
    gathered = gather(counting)
    said: tuple[RiskResult, ...] = ()
    if app is not None:
        person = subject.person(gathered.taken, gathered.aki_possible)
        said = risks.assess(app, labs.known_to_models(counting), person, counting)
    body = labs_calculate.body_of(stated.body)
    calculated = labs_calculate.of_results(gathered, subject, body)
    return FileAnswer(report, subject, observations, calculated, said, sets)


def _subject(report: SentReport, stated: Person, site: float | None, *, ageless: bool) -> Subject:
    """What the file says goes before what was stated; where they differ, that is told."""
    patient = report.patient
    times = [one.taken.date() for one in report.results if one.taken]
    day = max(times) if times else None
    age = None if patient.birth_date else report.age or stated.age
    sex = patient.sex or stated.sex
    male = sex is Sex.MALE
    late = stated.trimester and male
    about = [Reason("lab_trimester_conflict", {"trimester": stated.trimester})] if late else []
    return Subject(
        birth_date=None if ageless else patient.birth_date,
        age=None if ageless else age,
        sex=sex,
        pregnant=stated.pregnant,
        trimester=0 if male else stated.trimester,
        altitude_m=site if stated.altitude_m is None else stated.altitude_m,
        age_on=day,
        trimester_on=day,
        doubts=(*_unused(report, stated, day), *about),
    )


def _unused(report: SentReport, stated: Person, day: date | None) -> list[Reason]:
    """What was typed and contradicts the file, which went before it."""
    patient = report.patient
    found = []
    if stated.age and day and (patient.birth_date or report.age):
        births = [patient.birth_date] if patient.birth_date else []
        ages = [StatedAge(one, day) for one in (report.age, stated.age) if one]
        if settle(births, ages).conflict:
            found.append(Reason("labs_typed_age_unused"))
    if patient.sex and stated.sex and patient.sex is not stated.sex:
        found.append(Reason("labs_typed_sex_unused"))
    return found


def _observations(
    report: SentReport, subject: Subject, sets: tuple[str, ...]
) -> tuple[Observation, ...]:
    """Each also held against the others of the file that are earlier."""
    return interpret_together(report.results, Context(subject, datetime.now(UTC), sets))
