"""What clinicians do with a treatment plan, kept with the case: answers, choices, reasons.

Nothing is ordered. A choice is a word beside the program's suggestion; taking it back leaves
both in the record.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.assessment.treatment import knowledge_plans
from meddx_desktop.core.assessment.treatment.dose import is_blocked
from meddx_desktop.core.assessment.treatment.suggest import drug_patient, suggest
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.treatment import (
    Choice,
    DrugPatient,
    SafetyFinding,
    Severity,
    TreatmentPlan,
)
from meddx_desktop.core.domain.treatment_record import (
    LONGEST_REASON,
    Override,
    TreatmentAnswer,
    TreatmentVerdict,
    TreatmentWord,
    answers,
)
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases, labs_desk
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment import facts_of

GRAVE = (Severity.AVOID, Severity.ADJUST)
"""A choice against a finding of these asks for a reason."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan for a case as it stands, with what people did with it.

    Attributes
    ----------
    plan : TreatmentPlan
    guideline, section : str
    year : int
    answered : dict[str, TreatmentAnswer]
        By box what a person answered; an answer that a later plan does not know is left out.
    chosen : dict[str, TreatmentWord]
        By choice what stands.
    patient : DrugPatient
    """

    plan: TreatmentPlan
    guideline: str
    section: str
    year: int
    answered: dict[str, TreatmentAnswer]
    chosen: dict[str, TreatmentWord]
    patient: DrugPatient


def with_plan(app: Application, case_id: str) -> tuple[str, ...]:
    """Conditions of the case that are confirmed and that there is a plan for, oldest word first.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    KnowledgeRejected
        A file of the plans is broken.
    """
    known = knowledge_plans.plans()
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
    return tuple(one.condition for one in case.confirmed if one.condition in known)


def view(app: Application, case_id: str, condition: str) -> PlanView:
    """The plan for a confirmed condition, along the answers that were kept.

    Raises
    ------
    InvalidEntry
        ``case_gone``, ``condition_not_confirmed`` or ``treatment_plan_missing``.
    KnowledgeRejected
        A file of the plans, of the drugs or of the conditions is broken.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        return _view(app, desk, labs_desk.loaded(desk, case_id), condition)


def _view(app: Application, desk: Desk, case: Case, condition: str) -> PlanView:
    if all(one.condition != condition for one in case.confirmed):
        raise InvalidEntry("condition_not_confirmed")
    known = knowledge_plans.plans()
    if condition not in known:
        raise InvalidEntry("treatment_plan_missing")
    rules = known[condition]
    given = {
        node: one
        for node, one in answers(case.treatment_answers, condition).items()
        if node in rules.nodes and one.answer in {key for key, _, _ in rules.nodes[node].answers}
    }
    facts = facts_of(app, case, labs_desk.read(app, desk, case))
    return PlanView(
        plan=suggest(facts, condition, known, {node: one.answer for node, one in given.items()}),
        guideline=rules.guideline,
        section=rules.section,
        year=rules.year,
        answered=given,
        chosen={one.choice: one for one in case.treatments if one.condition == condition},
        patient=drug_patient(facts),
    )


def answer(app: Application, case_id: str, condition: str, *, node: str, said: str) -> Case:
    """Keep what a person answers to a box; an empty answer takes the earlier one back.

    Raises
    ------
    InvalidEntry
        As `view`; ``treatment_answer_unknown``: no such box, or no such answer to it.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.EDIT_CASE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        shown = _view(app, desk, case, condition)
        boxes = {one.key: {key for key, _, _ in one.answers} for one in shown.plan.nodes}
        if node not in boxes or said not in {"", *boxes[node]}:
            raise InvalidEntry("treatment_answer_unknown")
        before = shown.answered.get(node)
        if (before.answer if before else "") == said:
            return case
        word = TreatmentAnswer(condition, node, said, desk.user, datetime.now(UTC))
        case = replace(case, treatment_answers=(*case.treatment_answers, word))
        desk.store.cases.save(case)
        desk.tell("treatment_answered", case_id, condition=condition)
    return case


def grave(choice: Choice) -> tuple[SafetyFinding, ...]:
    """What stands against a choice so that choosing it asks for a reason."""
    found = choice.screen.findings if choice.screen else ()
    return tuple(one for one in found if one.severity in GRAVE)


def is_open(choice: Choice) -> bool:
    """Whether a question must be answered before the choice can be made."""
    return choice.screen is not None and is_blocked(choice.screen.questions)


def choose(
    app: Application, case_id: str, condition: str, *, shown: Choice, reason: str = ""
) -> Case:
    """Keep that the clinician chooses one treatment of the plan; it orders nothing.

    Parameters
    ----------
    shown
        The choice as it was shown. What has changed since is refused: nobody chooses unseen.
    reason
        Why, where a check says avoid or adjust.

    Raises
    ------
    InvalidEntry
        As `view`; ``treatment_changed``; ``treatment_questions_open``;
        ``treatment_reason_missing``; ``treatment_reason_long``.
    NotPermitted
        Not by this role; as `filing.refuse_signed`.
    """
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        now = _view(app, desk, case, condition)
        if shown not in now.plan.choices:
            raise InvalidEntry("treatment_changed")
        word = _word(condition, shown, reason.strip(), by=desk.user)
        before = now.chosen.get(shown.key)
        if before is not None and replace(word, at=before.at, by=before.by) == before:
            return case
        return _kept(desk, case, word)


def _word(condition: str, shown: Choice, reason: str, *, by: str) -> TreatmentWord:
    against = grave(shown)
    if is_open(shown):
        raise InvalidEntry("treatment_questions_open")
    if against and not reason:
        raise InvalidEntry("treatment_reason_missing")
    if len(reason) > LONGEST_REASON:
        raise InvalidEntry("treatment_reason_long", limit=LONGEST_REASON)
    at = datetime.now(UTC)
    overrides = tuple(
        Override(
            *(condition, shown.key, one.kind, one.other, reason, at, by),
            severity=one.severity,
            said=dict(one.reason),
        )
        for one in against
    )
    return TreatmentWord(
        *(condition, shown.key, TreatmentVerdict.CHOSEN, dict(shown.title), shown.drug),
        dose=shown.dose,
        overrides=overrides,
        by=by,
        at=at,
    )


def withdraw(app: Application, case_id: str, condition: str, *, choice: str) -> Case:
    """Take a choice back; it stays in the record with what was said.

    Raises
    ------
    InvalidEntry
        ``treatment_not_chosen``; ``case_gone``.
    NotPermitted
        As `choose`.
    """
    with app.access.using(Action.DECIDE) as desk, desk.changing():
        case = cases.for_edit(desk, case_id)
        stands = [
            one for one in case.treatments if (one.condition, one.choice) == (condition, choice)
        ]
        if not stands:
            raise InvalidEntry("treatment_not_chosen")
        word = replace(
            stands[0],
            verdict=TreatmentVerdict.WITHDRAWN,
            overrides=(),
            by=desk.user,
            at=datetime.now(UTC),
        )
        return _kept(desk, case, word)


def _kept(desk: Desk, case: Case, word: TreatmentWord) -> Case:
    case = replace(case, treatment_words=(*case.treatment_words, word))
    desk.store.cases.save(case)
    desk.tell(
        "treatment_decided",
        case.case_id,
        decision=word.verdict.value,
        condition=word.condition,
        count=len(word.overrides),
    )
    return case


def outdated(app: Application, case_id: str) -> tuple[TreatmentWord, ...]:
    """Chosen treatments that are not suggested so any more, or that a new check speaks against.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    KnowledgeRejected
        As `view`.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        case = labs_desk.loaded(desk, case_id)
        return tuple(one for one in case.treatments if not _stands(app, desk, case, one))


def _stands(app: Application, desk: Desk, case: Case, word: TreatmentWord) -> bool:
    try:
        plan = _view(app, desk, case, word.condition).plan
    except InvalidEntry:  # not confirmed any more, or its plan is gone
        return False
    now = next((one for one in plan.choices if one.key == word.choice), None)
    if now is None or now.dose != word.dose or is_open(now):
        return False
    answered = {(one.kind, one.other, one.severity) for one in word.overrides}
    return {(one.kind, one.other, one.severity) for one in grave(now)} <= answered
