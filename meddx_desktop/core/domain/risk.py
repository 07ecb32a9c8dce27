"""What a risk model was given and what it answers. It is no finding: nothing else builds on it."""

from dataclasses import dataclass

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import ModelIdentity, Reason


@dataclass(frozen=True, slots=True)
class Given:
    """One known thing beside laboratory results: waist, chest pain, number of nodes.

    Attributes
    ----------
    name : str
        Name of the input, as in the manifest and the calculators.
    value : float | str | Answer
        A number in `unit`, a code of the input's choices, or yes and no.
    unit : str
        UCUM unit of a number; empty means the unit of the input.
    """

    name: str
    value: float | str | Answer
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """An input that was missing, and what stood for it, in the unit of the input."""

    name: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that the model can't take: no answer is given because of it.

    Attributes
    ----------
    name : str
    value : float | None
        In the unit of the input; None where it could not be understood.
    unit : str
    low, high : float
        Seen in the training.
    code : str
        ``risk_out_of_range``, ``risk_unit_unknown`` or ``risk_choice_unknown``.
    """

    name: str
    value: float | None
    unit: str
    low: float
    high: float
    code: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one input adds to the reference person's log-odds; association, not cause.

    Attributes
    ----------
    name : str
    value, reference : float | str
        The patient's (or what stood for it) and the reference person's.
    unit : str
    log_odds : float
        All of them add up to the difference between the patient and the reference person.
    filled : bool
        Whether the value was missing.
    """

    name: str
    value: float | str
    reference: float | str
    unit: str
    log_odds: float
    filled: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Share expected to be alive at the end of a year, with its 95 % interval."""

    years: float
    alive: float
    low: float
    high: float
    reference: float
    """The same of the reference person."""


@dataclass(frozen=True, slots=True)
class RiskResult:
    """One model's answer for one patient; without `model_answered`, why there is none.

    Attributes
    ----------
    model : ModelIdentity
    kind : str
        ``binary`` or ``survival``.
    score : float | None
        Calibrated to the training's own mix: not the chance of disease here (shown from 0 to 100).
    low, high : float | None
        95 % interval of the score from refits of the model; None where the model has none.
    threshold : float | None
    above : bool | None
        Whether the score reaches the threshold. Below does not rule out disease.
    probability, probability_low, probability_high : float | None
        Corrected for the share that the owner entered; None until then.
    share : float | None
        What the owner entered.
    reference_score : float | None
        Of the reference person.
    contributions : tuple[Contribution, ...]
        The largest first.
    filled : tuple[Filled, ...]
    refused : tuple[Refused, ...]
    missing : tuple[str, ...]
        Inputs without which there is no answer.
    curve : tuple[CurvePoint, ...]
        Of a survival model, year by year.
    cautions : tuple[Reason, ...]
        What to read the answer with.
    refusal : Reason | None
        Why there is no answer.
    """

    model: ModelIdentity
    kind: str
    score: float | None = None
    low: float | None = None
    high: float | None = None
    threshold: float | None = None
    above: bool | None = None
    probability: float | None = None
    probability_low: float | None = None
    probability_high: float | None = None
    share: float | None = None
    reference_score: float | None = None
    contributions: tuple[Contribution, ...] = ()
    filled: tuple[Filled, ...] = ()
    refused: tuple[Refused, ...] = ()
    missing: tuple[str, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    cautions: tuple[Reason, ...] = ()
    refusal: Reason | None = None

    @property
    def model_answered(self) -> bool:
        """Whether there is an answer at all."""
        return self.refusal is None
