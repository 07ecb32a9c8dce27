"""Weighing one condition: the odds form of Bayes, evidence of one group counted once.

A finding that nobody mentioned multiplies by 1, a denied one only by the ratio that was published
for its absence. Of a group the strongest counts. What a model says of a film enters through the
lower ends of its measured sensitivity and specificity, never as a probability.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, fsum, hypot, log

from meddx_desktop.core.assessment.condition import FILM_GROUP, Condition, Evidence
from meddx_desktop.core.assessment.facts import Observed, Seen
from meddx_desktop.core.assessment.truth import Answered, answer
from meddx_desktop.core.domain.assessment import (
    Operating,
    Prior,
    Ratio,
    Role,
    Setting,
    Truth,
    Weighed,
)
from meddx_desktop.core.domain.finding import Call

FILM_LEAST, FILM_MOST = 0.3, 5.0
"""Within these limits until the site validated the model (SAFETY 21)."""
_VALIDATED_LEAST, _VALIDATED_MOST = 0.1, 10.0
NOTHING = Ratio(1.0, 1.0, 1.0)
_BY_SITE = 0.5
"""How far a prior that the site entered is believed, as a share of its own value."""


def model_ratio(call: Call, operating: Operating) -> Ratio:
    """What a call of a model multiplies the odds by: the bound nearer to 1, within limits.

    A bound beyond 1 would turn the meaning of the call round; it counts as 1.
    """
    sensitivity = min(max(operating.sensitivity, 0.0), 1.0)
    specificity = min(max(operating.specificity, 0.0), 1.0)
    least, most = (
        (_VALIDATED_LEAST, _VALIDATED_MOST) if operating.is_validated else (FILM_LEAST, FILM_MOST)
    )
    if call is Call.POSITIVE:
        false = 1 - specificity
        bound = most if false <= 0 else min(sensitivity / false, most)
        value = max(bound, 1.0)
    elif call is Call.NEGATIVE:
        bound = 1.0 if specificity <= 0 else (1 - sensitivity) / specificity
        value = min(max(bound, least), 1.0)
    else:
        value = 1.0
    return Ratio(value, value, value)


def lines_of(condition: Condition, observed: Observed) -> tuple[Weighed, ...]:
    """Every line of evidence that something is known of; what counts is marked."""
    found = []
    for one in condition.evidence:
        known = answer(condition.looks[one.look], condition.looks, observed)
        line = _line(condition, one, known)
        if line is not None:
            found.append(line)
    return _counted(found)


def _line(condition: Condition, one: Evidence, known: Answered) -> Weighed | None:
    if known.truth is Truth.UNKNOWN:
        return None
    is_doubtful = known.truth is Truth.DOUBTFUL
    if known.truth is not one.when and not (is_doubtful and one.when is Truth.PRESENT):
        return None
    ratio = one.ratio
    if one.from_model:
        ratio = _of_models(known.seen)
    line = Weighed(
        key=one.key,
        title=one.title,
        role=one.role,
        truth=known.truth,
        ratio=ratio,
        group=one.group,
        origins=frozenset(place.origin for place in known.places),
        places=known.places,
        source=one.source,
        model="; ".join(sorted({seen.model for seen in known.seen})),
    )
    return replace(line, why_not=_why_not(condition, one, known, ratio))


def _of_models(seen: Sequence[Seen]) -> Ratio:
    """Films of one patient are one group: the strongest call counts."""
    ratios = [
        model_ratio(one.call, one.operating) for one in seen if one.operating and not one.silent
    ]
    return max(ratios, key=_force, default=NOTHING)


def _why_not(condition: Condition, one: Evidence, known: Answered, ratio: Ratio | None) -> str:
    """Why a line does not count; empty where it does."""
    if known.truth is Truth.DOUBTFUL:
        silent = [seen.silent for seen in known.seen if seen.silent]
        return silent[0] if silent else "said_with_doubt"
    lowers = one.role is Role.AGAINST or (ratio is not None and ratio.value < 1)
    if condition.steadfast and one.group == FILM_GROUP and lowers:
        return "film_never_lowers"
    if one.role in (Role.FOR, Role.AGAINST):
        return "not_weighed"
    return ""


def _force(ratio: Ratio) -> tuple[float, float]:
    """How strong a ratio is, either way; of two alike the one that supports."""
    power = round(log(ratio.value), 12)
    return abs(power), power


def _counted(lines: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """Marks what counts: of each group the strongest."""
    lines = tuple(lines)
    strongest: dict[str, Weighed] = {}
    for line in sorted(lines, key=lambda one: one.key):
        if line.role is Role.WEIGHED and line.ratio is not None and not line.why_not:
            best = strongest.get(line.group)
            if best is None or best.ratio is None or _force(line.ratio) > _force(best.ratio):
                strongest[line.group] = line
    return tuple(_marked(line, strongest) for line in lines)


def _marked(line: Weighed, strongest: dict[str, Weighed]) -> Weighed:
    if line.role in (Role.DEFINING, Role.PATTERN):
        return replace(line, counted=not line.why_not)
    if line.role is not Role.WEIGHED or line.why_not:
        return line
    is_strongest = strongest[line.group].key == line.key
    return replace(line, counted=is_strongest, why_not="" if is_strongest else "same_group")


def weight(lines: Iterable[Weighed]) -> Ratio:
    """The product of what counts, with an interval as if the groups were independent."""
    counting = [one.ratio for one in lines if one.counted and one.ratio is not None]
    ratios = sorted(counting, key=lambda one: (one.value, one.low, one.high))
    middle = fsum(log(one.value) for one in ratios)
    down = hypot(*(log(one.value) - log(one.low) for one in ratios))
    up = hypot(*(log(one.high) - log(one.value) for one in ratios))
    return Ratio(exp(middle), exp(middle - down), exp(middle + up))


def prior_of(condition: Condition, observed: Observed, setting: Setting) -> Prior | None:
    """The prior that holds for this patient in this setting, if there is one."""
    if not condition.population:
        return None
    is_meant = answer(condition.looks[condition.population], condition.looks, observed)
    if is_meant.truth is not Truth.PRESENT:
        return None
    entered = setting.priors.get(condition.key)
    if entered is not None and 0 < entered < 1:
        high = min(entered * (1 + _BY_SITE), (1 + entered) / 2)
        return Prior(setting.kind, entered, entered * _BY_SITE, high, None)
    return next((one for one in condition.priors if one.setting == setting.kind), None)


def with_odds(lines: Iterable[Weighed], prior: Prior | None) -> tuple[Weighed, ...]:
    """The lines that count first, the strongest before the others, with the odds after each."""
    ordered = sorted(lines, key=_order)
    if prior is None:
        return tuple(ordered)
    odds = prior.value / (1 - prior.value)
    found = []
    for line in ordered:
        if line.counted and line.ratio is not None:
            odds *= line.ratio.value
            found.append(replace(line, odds=odds))
        else:
            found.append(line)
    return tuple(found)


def _order(line: Weighed) -> tuple[int, int, float, str]:
    roles = (Role.DEFINING, Role.PATTERN, Role.WEIGHED, Role.FOR, Role.AGAINST)
    power = abs(log(line.ratio.value)) if line.ratio else 0.0
    return (not line.counted, roles.index(line.role), -power, line.key)
