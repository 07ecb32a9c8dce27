"""What is doubtful about vital signs as soon as they are typed; they are kept all the same."""

from meddx_desktop.core.assessment.treatment.weights import completed_years, is_plausible
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.finding import Reason

__all__ = ["vital_doubts"]


def vital_doubts(case: Case) -> dict[str, Reason]:
    """The doubt by the name of the vital sign; none where the age is not known.

    The limits are those that no dose passes: `assessment.treatment.weights`.
    """
    weight, age = case.vitals.weight_kg, case.age
    if weight is None or age is None or is_plausible(age, weight):
        return {}
    words: dict[str, str | int | float] = {"weight": f"{weight:g}", "age": completed_years(age)}
    return {"weight_kg": Reason("assessment_weight_for_age", words)}
