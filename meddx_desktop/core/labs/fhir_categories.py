"""Which Observations are laboratory results: the category says, and what it does not say is told.

Codes of http://terminology.hl7.org/CodeSystem/observation-category
(https://hl7.org/fhir/R4/valueset-observation-category.html).
"""

from meddx_desktop.core.labs.fhir_entries import Resource
from meddx_desktop.core.labs.fhir_values import codes_of

LABORATORY = frozenset({"laboratory", "LAB"})
OTHERS = frozenset(
    {"vital-signs", "social-history", "imaging", "procedure", "survey", "exam", "therapy"}
    | {"activity"}
)


def category_of(resource: Resource) -> str:
    """``laboratory``, the name of another category, or empty where none is known."""
    listed = resource.get("category")
    concepts = listed if isinstance(listed, list) else []
    found = [code.value for concept in concepts for code in codes_of(concept)]
    if any(code in LABORATORY for code in found):
        return "laboratory"
    return next((code for code in found if code in OTHERS), "")
