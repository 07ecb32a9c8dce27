"""What somebody states of a patient for the sake of the results: age, trimester, altitude."""

from dataclasses import replace

from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.lab_record import LabFacts
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_subject import settled_age, trimester_fits
from meddx_desktop.core.settings import SETTINGS

TRIMESTERS = (0, 1, 2, 3)


def state_facts(
    app: Application,
    case_id: str,
    *,
    age: Age | None = None,
    trimester: int = 0,
    altitude_m: float | None = None,
) -> Case:
    """Keep what was stated in place of what was stated before; what is left out is unknown.

    A stated trimester says that the patient is pregnant. Age and trimester are right for today,
    or for the day on which the same was stated before.

    Raises
    ------
    InvalidEntry
        ``trimester_invalid``, ``trimester_not_pregnant``, ``trimester_last_period``,
        ``altitude_invalid``; ``stated_age_differs``: the age and what the case knows contradict
        each other; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    checked_altitude(altitude_m)
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        told = _with(case, age, trimester, altitude_m)
        if told != case:
            desk.store.cases.save(told)
            desk.tell("case_changed", case_id, field="labs")
    return told


def checked_trimester(trimester: int, pregnant: Answer, sex: Sex) -> int:
    """`trimester`, if it can be right.

    Raises
    ------
    InvalidEntry
        ``trimester_invalid``, ``trimester_not_pregnant``.
    """
    if trimester not in TRIMESTERS:
        raise InvalidEntry("trimester_invalid")
    if trimester and (pregnant is Answer.NO or sex is Sex.MALE):
        raise InvalidEntry("trimester_not_pregnant")
    return trimester


def checked_altitude(metres: float | None) -> float | None:
    """`metres`, if people live there.

    Raises
    ------
    InvalidEntry
        ``altitude_invalid``.
    """
    rule = SETTINGS["site_altitude_m"]
    low, high = rule.low or 0.0, rule.high or 0.0
    if metres is not None and not low <= metres <= high:
        raise InvalidEntry("altitude_invalid", low=f"{low:g}", high=f"{high:g}")
    return metres


def _with(case: Case, age: Age | None, trimester: int, altitude_m: float | None) -> Case:
    before, today = case.lab_facts, cases.today()
    vitals = case.vitals
    checked_trimester(trimester, vitals.pregnant, case.patient.sex)
    on = before.trimester_on if trimester == before.trimester else today
    if trimester and not trimester_fits(trimester, vitals.last_period, on or today):
        raise InvalidEntry("trimester_last_period")
    if trimester:
        vitals = replace(vitals, pregnant=Answer.YES)
    facts = LabFacts(
        age,
        None if age is None else before.age_on if age == before.age else today,
        trimester,
        on if trimester else None,
        altitude_m,
    )
    told = replace(case, lab_facts=facts, vitals=vitals)
    found = settled_age(told) if age is not None else None
    if found is not None and found.conflict is not None:
        raise InvalidEntry("stated_age_differs")
    return told
