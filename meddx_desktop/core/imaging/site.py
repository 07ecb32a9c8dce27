"""What a site decided about its models, applied to results; and an eye on scores that stand still.

Read from the store at the sign-in and kept past the lock, so that a batch goes on under the same
rules. Nothing here names or describes a patient.
"""

import math
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Finding, ModelIdentity, Reason, SiteFacts
from meddx_desktop.core.validation import stuck


@dataclass(frozen=True, slots=True)
class SiteRule:
    """What holds here for one finding of one model."""

    model: str
    finding: str
    version: str = ""
    sha256: str = ""
    """Of the network that the threshold was made with."""
    variant: str = ""
    threshold: float | None = None
    since: date | None = None
    until: date | None = None
    sensitivity: float | None = None
    specificity: float | None = None
    prevalence: float | None = None
    taught: float | None = None
    """How common the finding was among the films the model learnt from."""


class Site:
    """The rules of the store that was opened last. Thread-safe."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._rules: dict[tuple[str, str], SiteRule] = {}
        self._stuck = stuck.StuckScores()
        self._lock = threading.Lock()

    def use(self, rules: Iterable[SiteRule]) -> None:
        """These rules from now on, and none of those before."""
        made = {(rule.model, rule.finding): rule for rule in rules}
        with self._lock:
            self._rules = made

    def judged(self, finding: Finding, model: ModelIdentity) -> tuple[Finding, tuple[Reason, ...]]:
        """The finding under this site's threshold, and why that one was not used."""
        with self._lock:
            rule = self._rules.get((model.name, finding.name))
        if rule is None:
            return finding, ()
        reasons = self._unfit(rule, model)
        own = rule.threshold is not None and not reasons
        facts = SiteFacts(
            since=rule.since if own else None,
            shipped=finding.threshold if own else None,
            prevalence=rule.prevalence,
            probability=corrected(finding.probability, rule.taught, rule.prevalence),
            ppv=ppv(rule) if own else None,
        )
        judged = _at(finding, rule.threshold) if own and rule.threshold is not None else finding
        return (finding if facts == SiteFacts() else replace(judged, site=facts)), reasons

    def threshold(self, model: ModelIdentity, finding: str) -> float | None:
        """The site's own threshold, where it holds for just that model."""
        with self._lock:
            rule = self._rules.get((model.name, finding))
        return None if rule is None or self._unfit(rule, model) else rule.threshold

    def watch(
        self, model: ModelIdentity, finding: str, log_odds: float, picture: NDArray[np.uint8]
    ) -> tuple[Reason, ...]:
        """A reason when the model has said just this of films that do not look alike."""
        key = (model.name, model.sha256, finding)
        films = self._stuck.seen(key, log_odds, stuck.thumb(picture))
        return (Reason("score_stuck", {"films": films}),) if films else ()

    def _unfit(self, rule: SiteRule, model: ModelIdentity) -> tuple[Reason, ...]:
        if rule.threshold is None:
            return ()
        today = self._today()
        if rule.version != model.version or not (
            rule.since and rule.until and rule.since <= today <= rule.until
        ):
            return (Reason("site_threshold_lapsed"),)
        if rule.sha256 != model.sha256:
            return (Reason("site_threshold_other_network", {"variant": rule.variant}),)
        return ()


def corrected(score: float, taught: float | None, here: float | None) -> float | None:
    """A calibrated score carried from one share of the finding to another (Saerens 2002).

    The odds are multiplied by the ratio of the odds of the finding here and in the training.
    """
    if taught is None or here is None or not (0 < taught < 1 and 0 < here < 1):
        return None
    tiny = 1e-12
    kept = min(max(score, tiny), 1.0 - tiny)
    odds = math.log(kept / (1 - kept)) + math.log(here / (1 - here))
    return 1.0 / (1.0 + math.exp(-(odds - math.log(taught / (1 - taught)))))


def ppv(rule: SiteRule) -> float | None:
    """Of films found with the site's threshold, how many have the finding at its share here."""
    if rule.prevalence is None or rule.sensitivity is None or rule.specificity is None:
        return None
    true = rule.sensitivity * rule.prevalence
    found = true + (1.0 - rule.specificity) * (1.0 - rule.prevalence)
    return true / found if found else None


def _at(finding: Finding, threshold: float) -> Finding:
    """Another threshold. The "not sure" band is widened to hold it, never narrowed or moved.

    So a higher threshold makes of what the model calls positive a "not sure", never a "below".
    """
    low, high = finding.not_sure
    band = (min(low, threshold), max(high, threshold))
    return replace(finding, threshold=threshold, not_sure=band)
