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
from meddx_desktop.core.operations import (
    assessment_site,
    labs_calculate,
    labs_desk,
    notes_desk,
    site_records,
)
from meddx_desktop.core.operations.access import Desk
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
    "proven",
    "site_setting",
]
_FIGURES = ("sensitivity", "specificity")
Proven = Mapping[tuple[str, str, str, float], Operating]


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
        Where the patient is seen, and which tests can be done there; None: as this site said.

    Raises
    ------
    InvalidEntry
        ``case_gone``.
    KnowledgeRejected
        As `check_knowledge`.
    """
    if isinstance(case, str):
        with app.access.using(Action.OPEN_CASE) as desk:
            setting = setting or site_setting(desk)
            loaded = labs_desk.loaded(desk, case)
            facts = facts_of(app, loaded, labs_desk.read(app, desk, loaded), at_site=proven(desk))
    else:
        facts = case
    return assess(facts, known.knowledge(), setting or Setting())


def assess_unfiled(app: Application, case: Case, setting: Setting | None = None) -> Assessment:
    """The same of a case that is in no store: for scripts and checks."""
    found = laboratory(case, ageless=app.access.clock_behind is not None)
    return assess_case(app, facts_of(app, case, found), setting)


def site_setting(desk: Desk) -> Setting:
    """Where patients are seen here, which tests there are, and the site's own priors."""
    return assessment_site.at_desk(desk).setting


def proven(desk: Desk) -> Proven:
    """What this site measured on its own films, by model, version, finding and threshold.

    Only thresholds in force count, and of those only the ones kept with the lower end of both
    sensitivity and specificity.
    """
    return {
        (one.model, one.version, one.finding, one.threshold): Operating(
            one.low, one.specificity_low, is_validated=True
        )
        for one in site_records.load(desk)
        if one.state is site_records.State.IN_FORCE and one.low > 0 and one.specificity_low > 0
    }


def facts_of(
    app: Application, case: Case, found: Laboratory, *, at_site: Proven | None = None
) -> CaseFacts:
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
        at_site=at_site or {},
    )


def _operating(app: Application) -> Mapping[tuple[str, str, str], Operating]:
    """Figures of every model of films at its own threshold, from its package.

    The limits for models that were not validated here hold for all of them; what the site itself
    measured stands in `proven`.
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
