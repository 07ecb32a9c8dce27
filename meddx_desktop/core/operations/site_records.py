"""What the store keeps of a site's thresholds and shares, and what a threshold depends on."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from meddx_desktop.core.errors import StoreDamaged
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.operations.access import Desk

_THRESHOLDS, _SHARES = "site_thresholds", "site_prevalences"
Shares = dict[tuple[str, str], float]
"""How common a finding is here, by model and finding."""


class State(StrEnum):
    """How a site threshold stands."""

    WAITING = "waiting"
    """Chosen by the owner; changes nothing before a clinician confirmed it."""
    IN_FORCE = "in_force"
    LAPSED = "lapsed"


class Lapse(StrEnum):
    """Why a site threshold no longer holds."""

    TIME = "time"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class SiteThreshold:
    """One threshold with the films that prove it."""

    model: str
    version: str
    variant: str
    sha256: str
    """Of the network."""
    made_with: str
    """Of everything that decides the score: network, preprocessing, calibration."""
    finding: str
    threshold: float
    shipped: float
    target: float
    found: int
    positives: int
    low: float
    """Lower end of the interval of the sensitivity; not below `target`."""
    high: float
    passed: int
    negatives: int
    patients: int
    days: int
    set_by: str
    set_on: str
    confirmed_by: str = ""
    confirmed_on: str = ""
    until: str = ""
    state: State = State.WAITING
    lapse: str = ""
    specificity_low: float = 0.0
    """Lower end of the interval of the specificity; 0 where an older version kept none."""

    @property
    def sensitivity(self) -> float:
        """Share of the films with the finding that it finds."""
        return self.found / self.positives

    @property
    def specificity(self) -> float:
        """Share of the films without the finding that lie below it."""
        return self.passed / self.negatives

    @property
    def told(self) -> dict[str, str | int | float]:
        """What sentences about it mention."""
        return {
            "model": f"{self.model} {self.version}",
            "finding": self.finding,
            "threshold": round(self.threshold * 100),
            "shipped": round(self.shipped * 100),
            "since": self.confirmed_on,
            "until": self.until,
        }

    @property
    def place(self) -> tuple[str, str]:
        """Model and finding."""
        return self.model, self.finding


def load(desk: Desk) -> list[SiteThreshold]:
    """Every threshold of this site.

    Raises
    ------
    StoreDamaged
        ``store_damaged``.
    """
    try:
        content = json.loads(desk.store.kept.get(_THRESHOLDS) or "[]")
        return [SiteThreshold(**{**one, "state": State(one["state"])}) for one in content]
    except (ValueError, TypeError, KeyError) as error:
        raise StoreDamaged("store_damaged") from error


def save(desk: Desk, kept: Iterable[SiteThreshold]) -> None:
    """Keep them; belongs into the transaction that tells about the change."""
    desk.store.kept.set(_THRESHOLDS, json.dumps([asdict(one) for one in kept]))


def shares(desk: Desk) -> Shares:
    """How common each finding is here, where somebody entered it.

    Raises
    ------
    StoreDamaged
        ``store_damaged``.
    """
    try:
        content = json.loads(desk.store.kept.get(_SHARES) or "[]")
        return {(str(model), str(finding)): float(share) for model, finding, share in content}
    except (ValueError, TypeError) as error:
        raise StoreDamaged("store_damaged") from error


def save_shares(desk: Desk, kept: Shares) -> None:
    """Keep them, as `save` does."""
    desk.store.kept.set(_SHARES, json.dumps([[*place, share] for place, share in kept.items()]))


def made_with(package: Package, finding: str, sha256: str) -> str:
    """A mark of all that decides a score; empty where the package has no such network any more.

    The network, what is done to the picture before it, and the calibration after it: with any of
    them changed, a threshold means something else.
    """
    label = next((one for one in package.manifest.labels if one.name == finding), None)
    if label is None or sha256 not in package.manifest.files.values():
        return ""
    steps = (package.name, package.manifest.version, sha256, finding, label.index)
    shown = repr((*steps, label.slope, label.intercept, package.manifest.preprocessing))
    return hashlib.sha256(shown.encode()).hexdigest()
