"""What a model said about one frame, and what made it say so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.imaging import Instance

UNSCORED = (0, 0.0)
"""Where a film without a score sorts: before all that have one."""


class Call(StrEnum):
    """Where a score lies against its threshold and its "not sure" band."""

    POSITIVE = "positive"
    NOT_SURE = "not_sure"
    NEGATIVE = "negative"
    """Below the threshold. Shown as "does not rule out disease", never as "healthy"."""

    @property
    def caution(self) -> str:
        """Which of the safety words stands beside such a score; empty for a positive one.

        A score in the "not sure" band may lie above the threshold: it has words of its own.
        """
        return {"negative": "below_threshold", "not_sure": "not_sure"}.get(self.value, "")


class Decision(StrEnum):
    """What the clinician made of a finding; kept beside the machine's call."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    """Neither as the machine has it nor nothing: the clinician's own words stand in the comment."""
    WITHDRAWN = "withdrawn"
    """The word before it no longer holds; it stays in the record."""


@dataclass(frozen=True, slots=True)
class Region:
    """A box in stored pixels, origin top left."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a film was refused, or what to beware of; the words stand in `words`."""

    code: str
    parameters: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the model was made for this film. With `accepted`, reasons are cautions."""

    accepted: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which file of which package, on which device, made a result."""

    name: str
    version: str
    variant: str
    provider: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What this site itself decided or entered, as it held when the result was made."""

    since: date | None = None
    """The threshold is this site's own, since that day; None where it is the model's."""
    shipped: float | None = None
    """The model's threshold, where this site has its own."""
    prevalence: float | None = None
    """How common the finding is among the patients here."""
    probability: float | None = None
    """The score corrected for that: the chance of the finding here."""
    ppv: float | None = None
    """Of the films found with the site's threshold, how many have the finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One label of one model on one frame.

    `probability` is the calibrated model score in the model's training mix, 0 to 1: not the
    chance of disease. `not_sure` is the band around `threshold` in which no call is made.
    """

    name: str
    code: Code
    probability: float
    threshold: float
    not_sure: tuple[float, float]
    region: Region | None = None
    site: SiteFacts | None = None

    @property
    def call(self) -> Call:
        """Positive, negative, or not sure inside the band (its ends included)."""
        low, high = self.not_sure
        if low <= self.probability <= high:
            return Call.NOT_SURE
        return Call.POSITIVE if self.probability >= self.threshold else Call.NEGATIVE


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds spent on one film."""

    read: float = 0.0
    preprocess: float = 0.0
    infer: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Screening:
    """The answer for one frame and one model (`model` None: no model applies)."""

    instance: Instance
    study_uid: str
    patient_id: str
    frame: int
    """From 1, as the standard counts."""
    model: ModelIdentity | None
    gate: Gate
    findings: tuple[Finding, ...] = ()
    not_assessed: tuple[str, ...] = ()
    timing: Timing = Timing()
    on_trial: bool = False
    """Made by a model that was not validated here: shown, never used for sorting or assessment."""
    correction: Correction | None = None
    """What was done to the film before it was looked at; places are in the film as it is stored."""

    @property
    def risk(self) -> tuple[int, float]:
        """Sort key, riskiest first: unscored before scored, then by score over threshold.

        A film without a score has not been looked at; it must never sink below one that was.
        """
        if not self.gate.accepted or not self.findings:
            return UNSCORED
        order = {Call.POSITIVE: 1, Call.NOT_SURE: 2, Call.NEGATIVE: 3}
        worst = min(self.findings, key=lambda found: (order[found.call], -found.probability))
        return (order[worst.call], -worst.probability)


def frame_risks(screenings: Iterable[Screening]) -> dict[int, tuple[int, float]]:
    """How each frame of a film sorts, by what the models in trusted use said of it.

    A model on trial sorts nothing: a frame that it alone looked at counts as unscored.
    """
    frames: dict[int, tuple[int, float] | None] = {}
    for said in screenings:
        told = frames.setdefault(said.frame, None)
        if not said.on_trial:
            frames[said.frame] = said.risk if told is None else min(told, said.risk)
    return {number: UNSCORED if risk is None else risk for number, risk in frames.items()}
