"""From weight to words: bands of probability, and how a condition stands."""

from collections.abc import Iterable, Mapping

from meddx_desktop.core.domain.assessment import (
    Band,
    Prior,
    Ratio,
    Role,
    Standing,
    Weighed,
)

CAP_LOW, CAP_HIGH = 0.02, 0.95
"""No probability is ever said to lie beyond these."""
_BANDS = (
    (0.05, Band.UNDER_5),
    (0.2, Band.FROM_5),
    (0.5, Band.FROM_20),
    (0.8, Band.FROM_50),
    (1.0, Band.OVER_80),
)
_OF_BAND = {
    Band.UNDER_5: Standing.LITTLE,
    Band.FROM_5: Standing.SOME,
    Band.FROM_20: Standing.CONSIDERABLE,
    Band.FROM_50: Standing.STRONG,
    Band.OVER_80: Standing.STRONG,
}
_OF_WEIGHT = ((10.0, Standing.STRONG), (5.0, Standing.CONSIDERABLE), (2.0, Standing.SOME))
"""The usual words for likelihood ratios: 10 large, 5 moderate, 2 small (Users' Guides)."""
_AGAINST = 0.5
_MANY, _SEVERAL = 4, 2
"""So many groups that only support count as considerable, or as some; never as strong."""
ORDER = tuple(Standing)


def probability(prior: float, ratio: float) -> float:
    """After the evidence, capped."""
    odds = prior / (1 - prior) * ratio
    return min(max(odds / (1 + odds), CAP_LOW), CAP_HIGH)


def band_of(value: float) -> Band:
    """The band that a probability lies in."""
    return next(band for below, band in _BANDS if value < below or below >= 1)


def bands(prior: Prior | None, weight: Ratio) -> tuple[Band, Band, Band] | None:
    """The band, and those of the ends of its interval; None without a prior."""
    if prior is None:
        return None
    return (
        band_of(probability(prior.value, weight.value)),
        band_of(probability(prior.low, weight.low)),
        band_of(probability(prior.high, weight.high)),
    )


def standing(
    lines: Iterable[Weighed], weight: Ratio, band: Band | None, strengths: Mapping[str, Standing]
) -> Standing:
    """How a condition stands; supporting evidence never makes it stand worse.

    Parameters
    ----------
    strengths
        Of the patterns that are met, by key of the line.
    """
    lines = tuple(lines)
    if any(one.role is Role.DEFINING and one.counted for one in lines):
        return Standing.DEFINED
    # The better of the two: a symptom that makes a prior apply must not make it stand worse.
    levels = [by_weight(weight.value), _by_support(lines)]
    # A prior alone is no evidence: many complaints make it apply to somebody who is well.
    levels += [_OF_BAND[band]] if band and weight.value > 1 else []
    met = [one.key for one in lines if one.role is Role.PATTERN and one.counted]
    levels += [strengths[key] for key in met]
    return min(levels, key=ORDER.index)


def by_weight(value: float) -> Standing:
    """In words, from the product of the ratios alone."""
    found = next((word for least, word in _OF_WEIGHT if value >= least), None)
    return found or (Standing.LITTLE if value > _AGAINST else Standing.AGAINST)


def _by_support(lines: tuple[Weighed, ...]) -> Standing:
    net = support(lines)
    if net >= _MANY:
        return Standing.CONSIDERABLE
    return Standing.SOME if net >= _SEVERAL else Standing.AGAINST


def support(lines: Iterable[Weighed]) -> int:
    """Groups that speak for, less groups that speak against; the doubtful are left out."""
    known = [one for one in lines if one.counted or one.why_not in ("not_weighed", "same_group")]
    for_it = {one.group for one in known if one.supports}
    against = {one.group for one in known if one.opposes} - for_it
    return len(for_it) - len(against)
