"""One case, one assessment: the stored case read, gathered and held against the knowledge.

Nothing of an assessment is kept: it is worked out anew whenever it is asked for, from what stands
in the case then.
"""

from collections.abc import Mapping

from meddx_desktop.core.assessment import knowledge as known
from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.facts import CaseFacts, ResultRow
from meddx_desktop.core.domain.assessment import (
    SETTINGS,
    TESTS,
    Assessment,
    Operating,
    Setting,
)
from meddx_desktop.core.domain.case import Answer, Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.inference.manifest import Manifest
from meddx_desktop.core.labs.facts import Calculated, gather
from meddx_desktop.core.operations import labs_calculate, labs_desk, notes_desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.labs_lines import Laboratory, laboratory

__all__ = [
    "SETTINGS",
    "TESTS",
    "CaseFacts",
    "assess_case",
    "assess_unfiled",
    "check_knowledge",
    "facts_of",
    "figures",
]
_FIGURES = ("sensitivity", "specificity")


def check_knowledge() -> int:
    """How many conditions the program knows.

    Raises
    ------
    KnowledgeRejected
        Which file is broken, and why; then there is no assessment at all.
    """
    return len(known.knowledge())


def assess_case(
    app: Application, case: str | CaseFacts, setting: Setting | None = None
) -> Assessment:
    """What note, results and films of a case say together; not a diagnosis.

    Parameters
    ----------
    case
        Id of a stored case, or facts that were gathered already.
    setting
        Where the patient is seen, and which tests can be done there.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    KnowledgeRejected
        As `check_knowledge`.
    """
    if isinstance(case, str):
        with app.access.using(Action.OPEN_CASE) as desk:
            loaded = labs_desk.loaded(desk, case)
            facts = facts_of(app, loaded, labs_desk.read(app, desk, loaded))
    else:
        facts = case
    return assess(facts, known.knowledge(), setting or Setting())


def assess_unfiled(app: Application, case: Case, setting: Setting | None = None) -> Assessment:
    """The same of a case that is in no store: for scripts and checks."""
    found = laboratory(case, ageless=app.access.clock_behind is not None)
    return assess_case(app, facts_of(app, case, found), setting)


def facts_of(app: Application, case: Case, found: Laboratory) -> CaseFacts:
    """Everything that was read in a case, with corrections and decisions applied."""
    note = notes_desk.read(app, case, case.note, notes_desk.Memory())
    ageless = app.access.clock_behind is not None
    standing = [line for line in (*found.earlier, *found.lines) if line.stands]
    answers = labs_calculate.calculators(case, found).answers
    return CaseFacts(
        case=case,
        age=None if ageless else case.age,
        sex=found.subject.sex,
        reading=note.note.reading,
        results=tuple(ResultRow((one.source, one.number), one.observation) for one in standing),
        calculated=tuple(Calculated(one.calculator.name, one.outcome) for one in answers),
        aki=gather(found.counting).aki_possible if found.counting else Answer.UNKNOWN,
        operating=_operating(app),
    )


def _operating(app: Application) -> Mapping[tuple[str, str, str], Operating]:
    """Figures of every model of films at its own threshold.

    None of them was measured by this site on its own films in a way that the packages could
    carry, so that the limits for models that were not validated hold for all.
    """
    return {
        (package.manifest.name, package.manifest.version, finding): operating
        for package in app.registry.screening
        for finding, operating in figures(package.manifest).items()
    }


def figures(manifest: Manifest) -> dict[str, Operating]:
    """Lower ends of sensitivity and specificity of each finding, as the manifest states them.

    Of several figures the first counts, as with the AUC: further ones are of parts of the films.
    A finding without both has none, and then counts as nothing.
    """
    found: dict[str, Operating] = {}
    for label in manifest.labels:
        lows = [_low(manifest, name, label.name) for name in _FIGURES]
        if lows[0] is not None and lows[1] is not None:
            found[label.name] = Operating(lows[0], lows[1])
    return found


def _low(manifest: Manifest, name: str, label: str) -> float | None:
    """The lower end; metrics of one finding among several end with its name."""
    is_alone = len(manifest.labels) == 1
    return next(
        (
            one.low
            for one in manifest.metrics
            if one.name == name and (is_alone or one.data.endswith(f", {label}"))
        ),
        None,
    )
