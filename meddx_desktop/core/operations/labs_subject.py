"""Whom the results of a case are of: everything it knows of the person, held against each other."""

from collections.abc import Iterable
from datetime import date, timedelta

from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.lab_record import LabImport
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.resident_id import ResidentId
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.labs.ages import Settled, StatedAge, settle
from meddx_desktop.core.labs.subject import Subject

_WEEKS = {1: (0, 14), 2: (12, 29), 3: (27, 45)}
"""Weeks since the last period in which a trimester may lie, by the widest of the definitions in
use (12, 13 or 14 weeks; 27, 28 or 29): a check of what was stated, never a way to tell it."""


def subject_of(case: Case, *, altitude_m: float | None = None, ageless: bool = False) -> Subject:
    """What ranges and calculators need to know of the patient.

    Parameters
    ----------
    altitude_m
        Of the site; what was stated for the person goes before it.
    ageless
        The clock can't be trusted: no age, and nothing that follows from one.
    """
    said = case.lab_facts
    aged = Settled() if ageless else settled_age(case)
    sex, about_sex = _sex(case)
    late = _late(case) if said.trimester else ()
    about_age = (aged.conflict,) if aged.conflict else ()
    return Subject(
        birth_date=aged.birth_date,
        age=aged.age,
        sex=sex,
        pregnant=case.vitals.pregnant,
        trimester=0 if late else said.trimester,
        altitude_m=altitude_m if said.altitude_m is None else said.altitude_m,
        age_on=aged.age_on,
        trimester_on=said.trimester_on,
        day=None if ageless else case.day,
        doubts=(*about_age, *about_sex, *late),
    )


def settled_age(case: Case) -> Settled:
    """Birth date or age from all that the case holds.

    The birth date of the case was looked at by a person: a film's or a file's stands beside it as
    an age at most, else it would have stopped at the door.
    """
    own = case.patient.birth_date
    said = case.lab_facts
    ages = [StatedAge(said.age, said.age_on or case.day)] if said.age else []
    for film in reversed(case.films):
        age = film.study.age or film.stated.age
        if age is not None:
            ages.append(StatedAge(age, film.study.date or case.day))
    ages += [StatedAge(one.age, _day(one, case)) for one in _standing(case) if one.age]
    others = [film.study.patient.birth_date for film in case.films]
    others += [one.birth_date for one in _standing(case)]
    known = _resident(case)
    numbered = [known.birth_date] if known else []
    births = [own, *numbered] if own else [*numbered, *(one for one in others if one)]
    return settle(births, ages)


def _resident(case: Case) -> ResidentId | None:
    """What the resident number says, where the patient's ID is one that is right.

    The old fifteen digits have no check character: any number of a hospital may look like one.
    """
    try:
        found = ResidentId.parse(case.patient.patient_id)
    except InvalidEntry:
        return None
    return None if found.is_old else found


def _standing(case: Case) -> list[LabImport]:
    return [one for one in reversed(case.lab_imports) if not one.is_withdrawn]


def _day(came: LabImport, case: Case) -> date:
    """The day for which a file gives an age: that of its newest result."""
    times = [sent.taken.date() for sent in came.results if sent.taken]
    return max(times, default=case.day)


def _sex(case: Case) -> tuple[Sex, tuple[Reason, ...]]:
    """The sex that the patient and the films agree on; a file's where they say nothing."""
    films = [film.study.patient.sex for film in case.films]
    films += [film.stated.sex for film in case.films]
    known_by = _resident(case)
    numbered = [known_by.sex] if known_by else []
    for sexes in ([case.patient.sex, *numbered, *films], [one.sex for one in _standing(case)]):
        known = _known(sexes)
        if len(known) > 1:
            return Sex.UNKNOWN, (Reason("lab_sex_conflict"),)
        if known:
            return known[0], ()
    return Sex.UNKNOWN, ()


def _known(sexes: Iterable[Sex]) -> list[Sex]:
    return [one for one in dict.fromkeys(sexes) if one is not Sex.UNKNOWN]


def _late(case: Case) -> tuple[Reason, ...]:
    """A trimester that the last period, or what is said of a pregnancy, contradicts."""
    said, vitals = case.lab_facts, case.vitals
    if vitals.pregnant is Answer.NO or _sex(case)[0] is Sex.MALE:
        return (Reason("lab_trimester_conflict", {"trimester": said.trimester}),)
    if not trimester_fits(said.trimester, vitals.last_period, said.trimester_on or case.day):
        return (Reason("lab_trimester_conflict", {"trimester": said.trimester}),)
    return ()


def trimester_fits(trimester: int, last_period: date | None, day: date) -> bool:
    """Whether a trimester on `day` can be right for that last period; yes where none is known."""
    if last_period is None:
        return True
    first, last = _WEEKS[trimester]
    return timedelta(weeks=first) <= day - last_period < timedelta(weeks=last)
