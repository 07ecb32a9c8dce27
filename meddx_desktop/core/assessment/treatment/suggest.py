"""A plan for one patient: the way through its tree, and each choice with its dose and checks.

Nothing is ordered and nothing accepted here; a person does that.
"""

from collections.abc import Mapping
from dataclasses import replace

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.facts import CaseFacts, Observed
from meddx_desktop.core.assessment.gather import gather
from meddx_desktop.core.assessment.grounds import grounds_of
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.treatment.dose import Worked, is_blocked, work_out
from meddx_desktop.core.assessment.treatment.knowledge_plans import Plans
from meddx_desktop.core.assessment.treatment.patient import TUBERCULOSIS, patient_of
from meddx_desktop.core.assessment.treatment.plan import FLUOROQUINOLONES, ChoiceRule, Plan
from meddx_desktop.core.assessment.treatment.plan_doses import limits
from meddx_desktop.core.assessment.treatment.screen import screen
from meddx_desktop.core.assessment.treatment.tree import walk
from meddx_desktop.core.assessment.truth import answer
from meddx_desktop.core.domain.assessment import Setting
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    Choice,
    DrugPatient,
    Node,
    Question,
    SafetyScreen,
    Severity,
    TreatmentPlan,
)
from meddx_desktop.core.errors import InvalidEntry

_NO_ANSWERS: Mapping[str, str] = {}
_OF_DOSE = (CheckKind.KIDNEY, CheckKind.LIVER, CheckKind.GENE)
"""Kinds whose "adjust" is about how much is given."""


def drug_patient(facts: CaseFacts) -> DrugPatient:
    """The patient of a case as every choice is held against, with what is held possible."""
    return patient_of(facts, assess(facts, knowledge(), Setting()))


def suggest(
    facts: CaseFacts,
    condition: str,
    known: Plans,
    answers: Mapping[str, str] = _NO_ANSWERS,
) -> TreatmentPlan:
    """Suggestions for a condition that a clinician confirmed.

    Parameters
    ----------
    facts
        The case as it was read.
    condition
        Key of the condition.
    known
        The plans that there are.
    answers
        By box of the tree: what a person answered; it counts instead of what the case says.

    Raises
    ------
    InvalidEntry
        ``treatment_plan_missing`` or ``treatment_answer_unknown``.
    KnowledgeRejected
        Where what is known about drugs is broken: there are no suggestions without checks.
    """
    plan = known.get(condition)
    if plan is None:
        raise InvalidEntry("treatment_plan_missing")
    patient = drug_patient(facts)
    observed = replace(gather(facts), pregnant=patient.pregnant)
    way = walk(plan, observed, answers)
    return TreatmentPlan(
        condition=plan.key,
        title=plan.title,
        nodes=_with_grounds(plan, way.nodes, facts, observed, answers),
        choices=_choices(plan, way.choices, patient),
        follow_up=() if way.refers else plan.follow_up,
        watch_at_home=() if way.refers else plan.watch_at_home,
        sources=tuple(plan.sources.values()),
        open_questions=way.open_questions,
    )


def _with_grounds(
    plan: Plan,
    nodes: tuple[Node, ...],
    facts: CaseFacts,
    observed: Observed,
    answers: Mapping[str, str],
) -> tuple[Node, ...]:
    """The boxes that the case itself answers, each with what in it gives the answer."""

    def told(node: Node) -> Node:
        look = plan.nodes[node.key].look
        if not look or not node.chosen or node.key in answers:
            return node
        found = answer(plan.looks[look], plan.looks, observed)
        return replace(node, grounds=grounds_of(found.places, facts))

    return tuple(told(node) for node in nodes)


def _choices(plan: Plan, keys: tuple[str, ...], patient: DrugPatient) -> tuple[Choice, ...]:
    """First choices first; within a line as the plan has them."""
    rules = sorted((plan.choices[key] for key in keys), key=lambda one: one.line)
    return tuple(choice_for(rule, patient) for rule in rules)


def choice_for(rule: ChoiceRule, patient: DrugPatient) -> Choice:
    """One treatment, with a dose only where nothing is open and nothing forbids it."""
    made = Choice(rule.key, rule.line, rule.title, rule.words, rule.drug, source=rule.source)
    if not rule.drug:
        return made
    worked = work_out(rule, patient, limits())
    checks = _with_questions(screen(rule.drug, patient), worked)
    made = replace(made, screen=checks)
    if worked.dose is None or _withheld(rule, patient, checks):
        return made
    to_adjust = _to_adjust(checks, worked)
    if to_adjust:
        return replace(made, to_adjust=to_adjust)
    return replace(made, dose=worked.dose, regimen=rule.regimen)


def _to_adjust(checks: SafetyScreen, worked: Worked) -> tuple[CheckKind, ...]:
    """Kinds that ask for another dose than the plan's; a dose stated for such kidneys is it."""
    found = {one.kind for one in checks.findings if one.severity is Severity.ADJUST}
    answered = {CheckKind.KIDNEY} if worked.by_kidneys else set()
    return tuple(one for one in _OF_DOSE if one in found - answered)


def _with_questions(checks: SafetyScreen, worked: Worked) -> SafetyScreen:
    asked = {*checks.questions, *worked.questions}
    return replace(checks, questions=tuple(one for one in Question if one in asked))


def _withheld(rule: ChoiceRule, patient: DrugPatient, checks: SafetyScreen) -> bool:
    """Whether there must be no dose, however well it could be worked out."""
    hides_tuberculosis = rule.drug in FLUOROQUINOLONES and TUBERCULOSIS in patient.conditions
    return hides_tuberculosis or is_blocked(checks.questions) or checks.worst is Severity.AVOID
