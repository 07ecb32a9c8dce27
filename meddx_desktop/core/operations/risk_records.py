"""What the store keeps of the risk models of a site: which are on, and how common outcomes are."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from meddx_desktop.core.errors import StoreDamaged
from meddx_desktop.core.inference.package import MANIFEST, Package
from meddx_desktop.core.operations.access import Desk

_KEY = "risk_models"


@dataclass(frozen=True, slots=True)
class RiskChoices:
    """The owner's choices.

    Attributes
    ----------
    on : Mapping[str, str]
        Name of each model that is on, and the mark of just that content: another version of it
        is off again.
    shares : Mapping[str, float]
        How common the outcome is among the patients here, by model.
    """

    on: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)

    def switched(self, name: str, mark: str | None) -> "RiskChoices":
        """A copy with a model on, or off where there is no mark."""
        kept = {key: value for key, value in self.on.items() if key != name}
        return replace(self, on=kept if mark is None else {**kept, name: mark})

    def with_share(self, name: str, share: float | None) -> "RiskChoices":
        """A copy with a share, or without one."""
        kept = {key: value for key, value in self.shares.items() if key != name}
        return replace(self, shares=kept if share is None else {**kept, name: share})


def load(desk: Desk) -> RiskChoices:
    """What the owner chose; nothing is on before.

    Raises
    ------
    StoreDamaged
        ``store_damaged``.
    """
    text = desk.store.kept.get(_KEY)
    if text is None:
        return RiskChoices()
    try:
        content = json.loads(text)
        on = {str(name): str(mark) for name, mark in content["on"].items()}
        shares = {str(name): float(share) for name, share in content["shares"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreDamaged("store_damaged") from error
    return RiskChoices(on, shares)


def save(desk: Desk, choices: RiskChoices) -> None:
    """Keep it; belongs into the transaction that tells about the change."""
    content = {"on": dict(choices.on), "shares": dict(choices.shares)}
    desk.store.kept.set(_KEY, json.dumps(content))


def mark(package: Package) -> str:
    """One content, one mark: the manifest holds the hashes of all other files."""
    try:
        return hashlib.sha256((package.folder / MANIFEST).read_bytes()).hexdigest()
    except OSError:  # gone since the start: another content than any that was switched on
        return ""


def is_on(package: Package, choices: RiskChoices) -> bool:
    """Whether the owner switched just this content on."""
    return choices.on.get(package.name, "") == mark(package) != ""
