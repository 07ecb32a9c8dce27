"""One case, one assessment: everything observed, held against every condition that is known."""

from collections.abc import Mapping
from dataclasses import replace

from meddx_desktop.core.assessment import alerts
from meddx_desktop.core.assessment.cautions import cautions_of
from meddx_desktop.core.assessment.condition import Condition
from meddx_desktop.core.assessment.facts import CaseFacts, Observed
from meddx_desktop.core.assessment.gather import gather
from meddx_desktop.core.assessment.gather_open import open_alerts
from meddx_desktop.core.assessment.grounds import with_grounds
from meddx_desktop.core.assessment.next_test import missing, overall
from meddx_desktop.core.assessment.stand import ORDER, bands, standing, support
from meddx_desktop.core.assessment.truth import answer
from meddx_desktop.core.assessment.weigh import lines_of, prior_of, weight, with_odds
from meddx_desktop.core.domain.assessment import (
    Assessment,
    RankedCondition,
    Role,
    Setting,
    Standing,
    Truth,
    Weighed,
)
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Sex

SUPPORTED = (Standing.DEFINED, Standing.STRONG, Standing.CONSIDERABLE, Standing.SOME)
_AHEAD = {"emergency": 1.0, "urgent": 0.5, "routine": -1.0}
"""How many steps of standing urgency is worth: an emergency with considerable support comes
before a routine condition whose criteria are met."""
_KNOWN = 2.0
"""How many steps back a condition goes that the patient is known to have."""

_OTHERS = 0.25
"""How many steps back a condition goes whose own complaints nobody mentioned."""


def assess(facts: CaseFacts, knowledge: Mapping[str, Condition], setting: Setting) -> Assessment:
    """What note, results and films say together; not a diagnosis.

    Parameters
    ----------
    facts
        The case as it was read.
    knowledge
        The conditions to hold it against.
    setting
        Where the patient is seen and which tests can be done.
    """
    observed = gather(facts)
    not_for = {key: why for key, one in knowledge.items() if (why := _not_for(one, observed))}
    meant = [one for key, one in knowledge.items() if key not in not_for]
    ranked = [_ranked(one, observed, setting) for one in meant]
    ranked.sort(key=lambda one: _order(one, knowledge))
    leading = tuple(one for one in ranked if one.standing in SUPPORTED)
    others = tuple(one for one in ranked if one.standing not in SUPPORTED and one.lines)
    standings = {one.key: one.standing for one in ranked}
    raised = [
        *alerts.red_flags(observed),
        *alerts.actions(meant, observed),
        *open_alerts(facts.results),
        *alerts.disagreements(ranked),
        *alerts.unscored(observed),
    ]
    return Assessment(
        alerts=with_grounds(alerts.in_order(raised, standings), facts),
        conditions=leading,
        others=others,
        not_for=not_for,
        cautions=(*cautions_of(facts, observed), *observed.cautions),
        next_tests=overall(leading or others),
    )


def _not_for(condition: Condition, observed: Observed) -> str:
    """Why this patient can't have it; what is not known speaks against nothing."""
    if observed.age is not None and not condition.ages.hold(observed.age.days):
        return "not_for_this_age"
    known_sex = observed.sex in (Sex.FEMALE, Sex.MALE)
    if condition.sex is not Sex.UNKNOWN and known_sex and observed.sex is not condition.sex:
        return "not_for_this_sex"
    is_known = observed.pregnant is not Answer.UNKNOWN
    if condition.pregnant is Answer.YES and is_known and observed.pregnant is Answer.NO:
        return "only_in_pregnancy"
    if condition.pregnant is Answer.NO and observed.pregnant is Answer.YES:
        return "not_in_pregnancy"
    return ""


def _ranked(condition: Condition, observed: Observed, setting: Setting) -> RankedCondition:
    lines = lines_of(condition, observed)
    prior = prior_of(condition, observed, setting)
    total = weight(lines)
    said = bands(prior, total)
    strengths = {one.key: one.strength for one in condition.evidence}
    stands = standing(lines, total, said[0] if said else None, strengths)
    if _has_no_ratio(lines):
        said = None
    one = RankedCondition(
        key=condition.key,
        title=condition.title,
        icd10=condition.icd10,
        standing=stands,
        lines=with_odds(lines, prior),
        prior=prior,
        weight=total,
        missing=missing(condition, lines, observed, setting),
        is_known=_is_known(condition, observed),
        cautions=_cautions(condition, observed),
    )
    if said is None:
        return one
    return replace(one, band=said[0], band_low=said[1], band_high=said[2])


def _has_no_ratio(lines: tuple[Weighed, ...]) -> bool:
    """Whether criteria or a pattern count of which nobody knows by how much they change the odds.

    A pattern that stands on the same findings as a ratio that counts (one group) adds nothing.
    """
    weighed = {one.group for one in lines if one.counted and one.role is Role.WEIGHED}
    return any(
        one.counted and one.role in (Role.DEFINING, Role.PATTERN) and one.group not in weighed
        for one in lines
    )


def _is_known(condition: Condition, observed: Observed) -> bool:
    if not condition.known:
        return False
    found = answer(condition.looks[condition.known], condition.looks, observed)
    return found.truth is Truth.PRESENT


def _cautions(condition: Condition, observed: Observed) -> tuple[Reason, ...]:
    found = []
    if condition.pregnant is Answer.YES and observed.pregnant is Answer.UNKNOWN:
        found.append(Reason("assessment_pregnancy_unknown"))
    return tuple(found)


def _order(
    one: RankedCondition, knowledge: Mapping[str, Condition]
) -> tuple[float, float, int, str]:
    steps = len(ORDER) - ORDER.index(one.standing)
    urgency = knowledge[one.key].urgency
    ahead = _AHEAD[urgency] if one.standing in SUPPORTED else 0.0
    if ahead > 0 and one.standing is Standing.SOME:
        ahead = 0.0  # a little that fits an emergency does not make it the first thing to think of
    if one.is_known:
        ahead -= _KNOWN
    if knowledge[one.key].population and one.prior is None:
        ahead -= _OTHERS  # its ratios were measured on patients with other complaints
    return -(steps + ahead), -one.weight.low, -support(one.lines), one.key
