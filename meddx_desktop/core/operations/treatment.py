"""Treatment suggestions for a case; nothing of them is kept, and nothing is ever ordered."""

from collections.abc import Mapping

from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.treatment import knowledge_plans
from meddx_desktop.core.assessment.treatment.suggest import drug_patient, suggest
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.treatment import DrugPatient, TreatmentPlan
from meddx_desktop.core.operations import labs_desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.assessment import facts_of

_NO_ANSWERS: Mapping[str, str] = {}


def planned() -> frozenset[str]:
    """Keys of the conditions that there is a plan for.

    Raises
    ------
    KnowledgeRejected
        Which file of the plans is broken, and why; then there is no plan at all.
    """
    return frozenset(knowledge_plans.plans())


def plan_for(
    app: Application,
    case: str | CaseFacts,
    condition: str,
    answers: Mapping[str, str] = _NO_ANSWERS,
) -> TreatmentPlan:
    """What a guideline suggests for a condition that a clinician confirmed, checked for this case.

    Parameters
    ----------
    case
        Id of a stored case, or facts that were gathered already.
    condition
        One of `planned`.
    answers
        By box of the tree: what a person answered; it counts instead of what the case says.

    Raises
    ------
    InvalidEntry
        ``case_gone``, ``treatment_plan_missing`` or ``treatment_answer_unknown``.
    KnowledgeRejected
        As `planned`, or what is known about drugs is broken.
    """
    return suggest(_facts(app, case), condition, knowledge_plans.plans(), answers)


def patient_for(app: Application, case: str | CaseFacts) -> DrugPatient:
    """What a case says of its patient for choosing any drug.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    """
    return drug_patient(_facts(app, case))


def _facts(app: Application, case: str | CaseFacts) -> CaseFacts:
    if isinstance(case, CaseFacts):
        return case
    with app.access.using(Action.OPEN_CASE) as desk:
        loaded = labs_desk.loaded(desk, case)
        return facts_of(app, loaded, labs_desk.read(app, desk, loaded))
