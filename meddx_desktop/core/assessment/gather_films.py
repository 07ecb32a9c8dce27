"""What models said of the films, and why some of it counts as nothing (SAFETY 7 and 21)."""

from collections import defaultdict
from collections.abc import Mapping

from meddx_desktop.core.assessment.facts import CaseFacts, Seen
from meddx_desktop.core.domain.assessment import Origin, Place
from meddx_desktop.core.domain.case import FilmEntry
from meddx_desktop.core.domain.finding import Call, Decision, Finding, ModelIdentity, Screening


def films_of(facts: CaseFacts) -> tuple[Mapping[str, tuple[Seen, ...]], tuple[Place, ...]]:
    """Findings by name, and the films of which nothing can be said."""
    found: dict[str, list[Seen]] = defaultdict(list)
    unscored: list[Place] = []
    for film in facts.case.films:
        said = film.screenings or ()
        uid = film.instance.sop_instance_uid
        if not any(one.findings and one.gate.accepted for one in said):
            unscored.append(Place(Origin.FILM, "film", film=(uid, 1)))
        for one in said:
            if one.model is not None and one.gate.accepted:
                for finding in one.findings:
                    found[finding.name].append(_seen(facts, film, one, one.model, finding))
    return {name: tuple(seen) for name, seen in found.items()}, tuple(unscored)


def _seen(
    facts: CaseFacts, film: FilmEntry, said: Screening, model: ModelIdentity, finding: Finding
) -> Seen:
    uid = film.instance.sop_instance_uid
    name = (model.name, model.version, finding.name)
    is_sites = finding.site is not None and finding.site.since is not None
    # The package's figures are those of its own threshold, never of the site's.
    operating = (
        facts.at_site.get((*name, finding.threshold)) if is_sites else facts.operating.get(name)
    )
    decision = facts.case.decision_on(uid, said.frame, finding.name)
    silent = ""
    if said.on_trial:
        silent = "model_on_trial"
    elif decision is not None and decision.decision is not Decision.ACCEPTED:
        silent = "clinician_disagrees"
    elif finding.call is Call.NOT_SURE:
        silent = "model_not_sure"
    elif operating is None:
        silent = "model_threshold_is_the_sites" if is_sites else "model_without_figures"
    return Seen(
        finding.call,
        Place(Origin.FILM, finding.name, film=(uid, said.frame)),
        f"{model.name} {model.version}, {finding.threshold:g}",
        operating,
        silent,
    )
