"""One drug and who takes it: conditions, kidney, liver, pregnancy, milk, heart, age."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from meddx_desktop.core.assessment.treatment.drug_facts import DrugKnowledge, Fact
from meddx_desktop.core.assessment.treatment.findings import is_child, may_be_pregnant
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.treatment import (
    CheckKind,
    DrugPatient,
    SafetyFinding,
    Severity,
)

LOW_POTASSIUM = 3.5
"""mmol/L: lower end of the usual range, below which QT is prolonged more easily."""
LONG_QTC = 450.0
"""ms: from here on a drug that prolongs it further is a risk."""
KIDNEY_DISEASE = "ckd"
"""Group of conditions that speak for weak kidneys where no clearance is known."""
_CIRRHOSIS = "cirrhosis"
_AMINOGLYCOSIDES = "aminoglycoside"
_BY_GROUP = frozenset({CheckKind.CONTRAINDICATION, CheckKind.KIDNEY, CheckKind.LIVER, CheckKind.QT})
_OLDEST = 100_000.0
"""Days; where an age limit has no upper end."""


def person_findings(
    drug: str, patient: DrugPatient, known: DrugKnowledge
) -> Iterator[SafetyFinding]:
    """Every fact about this drug that holds for this patient."""
    checks = {
        CheckKind.CONTRAINDICATION: _by_condition,
        CheckKind.KIDNEY: _by_kidney,
        CheckKind.LIVER: _by_liver,
        CheckKind.PREGNANCY: _by_pregnancy,
        CheckKind.LACTATION: _by_milk,
        CheckKind.QT: _by_heart,
        CheckKind.AGE: _by_age,
    }
    for fact in known.facts:
        if drug in fact.drugs:
            for other in checks[fact.kind](fact, patient, known):
                made = SafetyFinding(
                    fact.kind, fact.severity, drug, other, fact.reason, fact.source
                )
                yield _if_so(made, patient, known)


def has_group(group: str, patient: DrugPatient, known: DrugKnowledge) -> bool:
    """Whether the patient has, had or may have a condition of a group."""
    if group not in known.groups:
        return False
    return bool(known.groups[group].members & (patient.conditions | patient.possible))


def _if_so(made: SafetyFinding, patient: DrugPatient, known: DrugKnowledge) -> SafetyFinding:
    """A condition that is only possible forbids nothing: it is a caution that says "if"."""
    group = known.groups.get(made.other)
    if made.kind not in _BY_GROUP or group is None or group.members & patient.conditions:
        return made
    title = group.title
    return replace(
        made,
        severity=max(made.severity, Severity.CAUTION, key=list(Severity).index),
        reason={
            "en": f"If this is so ({title['en']}, only possible so far): {made.reason['en']}",
            "zh": f"若确有{title['zh']}（目前仅为可能）：{made.reason['zh']}",
        },
    )


def _by_condition(fact: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    for group in fact.conditions:
        if has_group(group, patient, known):
            yield group


def _by_kidney(fact: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    """Without a clearance, kidney disease in the case counts as weak kidneys."""
    if patient.clearance is not None:
        if fact.below is not None and patient.clearance < fact.below:
            yield "clearance"
    elif has_group(KIDNEY_DISEASE, patient, known):
        yield KIDNEY_DISEASE


def _by_liver(fact: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    """A cirrhosis whose grade nobody worked out counts as of the grades that are named."""
    if patient.child_pugh in fact.child_pugh:
        yield "child_pugh"
    elif fact.child_pugh and not patient.child_pugh and has_group(_CIRRHOSIS, patient, known):
        yield _CIRRHOSIS
    yield from _by_condition(fact, patient, known)


def _by_pregnancy(_: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    if may_be_pregnant(patient):
        yield "pregnancy"


def _by_milk(_: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    if patient.lactating is Answer.YES:
        yield "lactation"


def _by_heart(_: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    if patient.potassium is not None and patient.potassium < LOW_POTASSIUM:
        yield "potassium"
    elif has_group("hypokalemia", patient, known):
        yield "hypokalemia"
    if patient.qtc is not None and patient.qtc >= LONG_QTC:
        yield "qtc"
    if has_group("ventricular_tachycardia", patient, known):
        yield "ventricular_tachycardia"


def _by_age(fact: Fact, patient: DrugPatient, known: DrugKnowledge) -> Iterator[str]:
    if patient.age is None or fact.ages is None:
        return
    # Rounded down at both ends: on the birthday itself the older band holds.
    if floor(fact.ages.start) <= patient.age.days < floor(min(fact.ages.stop, _OLDEST)):
        yield "age"


def leaves_by_kidneys(drug: str, known: DrugKnowledge) -> bool:
    """Whether it harms kidneys and gathers where they fail, so that even a child is asked about."""
    of_class = known.classes.get(_AMINOGLYCOSIDES)
    return of_class is not None and drug in of_class.members


def kidney_matters(drug: str, patient: DrugPatient, known: DrugKnowledge) -> bool:
    """Whether the clearance must be known before a dose is shown.

    A child has none: there only a known disease of the kidney makes it a question.
    """
    if has_group(KIDNEY_DISEASE, patient, known):
        return True
    if is_child(patient):
        return False
    is_quiet = any(drug in one.drugs and CheckKind.KIDNEY in one.kinds for one in known.quiet)
    return bool(known.facts_of(drug, CheckKind.KIDNEY)) or not is_quiet
