"""What follows from how common a finding is here, before it is kept: PPV and chance."""

from meddx_desktop.core.imaging import site
from meddx_desktop.core.imaging.site import SiteRule
from meddx_desktop.core.operations import site_rules
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_records import SiteThreshold
from meddx_desktop.core.validation import rates


def ppv(one: SiteThreshold, share: float) -> float | None:
    """Of films found with a threshold, how many have the finding; None where none is found."""
    return site.ppv(
        SiteRule(
            *one.place,
            sensitivity=one.sensitivity,
            specificity=one.specificity,
            prevalence=share,
        )
    )


def ppv_range(one: SiteThreshold, share: float) -> tuple[float, float]:
    """Where that may lie: both ends of the intervals of sensitivity and specificity together.

    That of the specificity is that of Clopper and Pearson for films of different patients.
    """
    low, high = rates.exact_interval(one.passed, one.negatives)
    return _ppv(one.low, low, share), _ppv(one.high, high, share)


def _ppv(sensitivity: float, specificity: float, share: float) -> float:
    rule = SiteRule("", "", sensitivity=sensitivity, specificity=specificity, prevalence=share)
    return site.ppv(rule) or 0.0


def chance(
    app: Application, model: str, finding: str, *, score: float, share: float
) -> float | None:
    """The chance of the finding behind a score; None where the model does not tell its share.

    As `imaging.site` puts it beside a result (Saerens 2002).
    """
    return site.corrected(score, site_rules.taught(app, model, finding), share)
