"""A clinician says that a patient has a condition, and takes that back; both stay in the record."""

from dataclasses import replace
from datetime import UTC, datetime

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.assessment_record import ConditionVerdict, ConditionWord
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.application import Application


def confirm(app: Application, case_id: str, condition: str, *, standing: str = "") -> Case:
    """Keep that this patient has the condition.

    Parameters
    ----------
    standing
        How the assessment put it at that moment: a word stands beside the machine's.

    Raises
    ------
    InvalidEntry
        ``condition_unknown``; ``case_gone``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    if condition not in knowledge():
        raise InvalidEntry("condition_unknown")
    return _say(app, case_id, condition, ConditionVerdict.CONFIRMED, standing)


def unconfirm(app: Application, case_id: str, condition: str) -> Case:
    """Take back that this patient has the condition.

    Raises
    ------
    InvalidEntry
        ``condition_not_confirmed``: taken back already, or never said; ``case_gone``.
    NotPermitted
        As `confirm`.
    """
    return _say(app, case_id, condition, ConditionVerdict.WITHDRAWN, "")


def _say(
    app: Application, case_id: str, condition: str, verdict: ConditionVerdict, standing: str
) -> Case:
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        is_confirmed = any(one.condition == condition for one in case.confirmed)
        if verdict is ConditionVerdict.CONFIRMED and is_confirmed:
            return case
        if verdict is ConditionVerdict.WITHDRAWN and not is_confirmed:
            raise InvalidEntry("condition_not_confirmed")
        word = ConditionWord(condition, verdict, standing, desk.user, datetime.now(UTC))
        case = replace(case, condition_words=(*case.condition_words, word))
        desk.store.cases.save(case)
        desk.tell("condition_decided", case_id, decision=verdict.value, condition=condition)
    return case
