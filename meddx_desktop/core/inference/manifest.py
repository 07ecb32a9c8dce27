"""The manifest of a model package: what it says, read strictly into frozen dataclasses."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.inference.fields import Fields, KeyTwice, strict_json
from meddx_desktop.core.inference.gate_fields import GateClasses, read_classes
from meddx_desktop.core.inference.metrics import Metric, read_metric
from meddx_desktop.core.inference.tabular import INTERCEPTS, SLOPES, Risk, read_risk
from meddx_desktop.core.inference.text import TASKS as TEXT_TASKS
from meddx_desktop.core.inference.text import Text, read_text

SCHEMA_VERSION = 1
MULTILABEL = "multilabel"
GATE = "gate"
RISK = "risk"
"""A model of numbers (laboratory results, age, sex), never of films."""
ATYPICALITY = "atypicality"
"""The one output that says how far a film lies from those of the training."""
PROVIDERS = frozenset({"CPUExecutionProvider", "CUDAExecutionProvider"})
"""What the program runs networks on."""
_HOTTER = 5.0
"""A place that decides a film lies far above the mean of all places, which is the film's logit."""


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whom and what the model was made for; an empty tuple means "any"."""

    modalities: tuple[str, ...]
    body_parts: tuple[str, ...]
    views: tuple[str, ...]
    age_days: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a display picture becomes the input tensor: resize, then ``(pixel - mean) / std``."""

    width: int
    height: int
    resize: str
    interpolation: str
    mean: tuple[float, ...]
    std: tuple[float, ...]

    @property
    def geometry(self) -> tuple[int, int, str, str]:
        """What decides the resized picture; models that share it can share the picture."""
        return (self.width, self.height, self.resize, self.interpolation)


@dataclass(frozen=True, slots=True)
class Variant:
    """One network file of the package and the providers it is meant for."""

    file: str
    precision: str
    providers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """One output of a multi-label model.

    The calibrated probability is ``sigmoid(slope * logit + intercept)``.
    """

    index: int
    name: str
    title: Mapping[str, str]
    code: Code
    slope: float
    intercept: float
    threshold: float
    not_sure: tuple[float, float]
    heat_scale: float
    """Calibrated logit at which a place of the activation map counts as fully hot."""
    shown: bool
    heat_shown: bool = True
    """False where the map was measured to point no better than a guess: none is shown then."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything a package says about itself."""

    name: str
    version: str
    title: Mapping[str, str]
    task: str
    licence: str
    files: Mapping[str, str]
    applies_to: Applicability
    input_name: str
    input_shape: tuple[int | str, ...]
    preprocessing: Preprocessing
    outputs: Mapping[str, tuple[int | str, ...]]
    variants: tuple[Variant, ...]
    labels: tuple[Label, ...]
    classes: GateClasses | None
    not_assessed: tuple[str, ...]
    atypicality_limit: float | None
    """Above it a picture counts as unlike the films the model learnt from."""
    atypicality_refusal: float | None
    """Above it there is no score at all; equal to the limit where the package states none."""
    training_prevalence: float | None
    metrics: tuple[Metric, ...]
    intended_use: Mapping[str, str]
    out_of_scope: Mapping[str, str]
    risk: Risk | None = None
    """Of a risk model; it has no picture, labels or classes."""
    text: Text | None = None
    """Of a model of notes; it has none of them either."""

    @property
    def is_for_films(self) -> bool:
        """Whether it looks at films, as a gate or for findings."""
        return self.risk is None and self.text is None


NO_PICTURE = Preprocessing(0, 0, "squash", "area", (0.0,) * 3, (1.0,) * 3)


def parse(text: bytes, *, package: str) -> Manifest:
    """Read a manifest.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` with the field that is wrong, or ``model_newer_schema``.
    """
    try:
        content: Any = strict_json(text)
    except (ValueError, RecursionError) as error:
        raise ModelRejected("model_manifest_invalid", name=package, field=_part(error)) from error
    fields = Fields(content, package=package)
    if fields.integer("schema_version") > SCHEMA_VERSION:
        raise ModelRejected("model_newer_schema", name=package)
    if fields.text("name") != package:
        raise fields.wrong("name")
    return _manifest(fields)


def _part(error: Exception) -> str:
    """What of the text is wrong, where it is no JSON as it should be."""
    if isinstance(error, KeyTwice):
        return f"{error.key} (2x)"
    return "UTF-8" if isinstance(error, UnicodeDecodeError) else "JSON"


def _manifest(fields: Fields) -> Manifest:
    task = fields.choice("task", (MULTILABEL, GATE, RISK, *TEXT_TASKS))
    evidence = fields.inner("evidence")
    distribution = fields.optional("out_of_distribution")
    model_input = fields.inner("input")
    return Manifest(
        name=fields.text("name"),
        version=fields.text("version"),
        title=fields.titles("title"),
        task=task,
        licence=fields.text("licence"),
        files=fields.texts("files"),
        applies_to=_applicability(fields.inner("applies_to")),
        input_name=model_input.text("name"),
        input_shape=model_input.shape("shape"),
        preprocessing=(
            _preprocessing(fields.inner("preprocessing"))
            if task in (MULTILABEL, GATE)
            else NO_PICTURE
        ),
        outputs={name: out.shape("shape") for name, out in fields.named("outputs")},
        variants=tuple(_variant(item) for item in fields.items("variants")),
        labels=_labels(fields) if task == MULTILABEL else (),
        classes=read_classes(fields) if task == GATE else None,
        not_assessed=fields.strings("not_assessed", default=()),
        atypicality_limit=_limit(distribution),
        atypicality_refusal=_refusal(distribution),
        training_prevalence=_prevalence(evidence),
        metrics=tuple(read_metric(item) for item in evidence.items("metrics")),
        intended_use=evidence.texts("intended_use"),
        out_of_scope=evidence.texts("out_of_scope"),
        risk=read_risk(fields.inner("risk")) if task == RISK else None,
        text=read_text(fields.inner("text"), task) if task in TEXT_TASKS else None,
    )


def _applicability(fields: Fields) -> Applicability:
    age = fields.optional("age_days")
    if age and not 0 <= age.integer("min") <= age.integer("max"):
        raise age.wrong("max" if age.integer("min") >= 0 else "min")
    return Applicability(
        modalities=fields.strings("modalities"),
        body_parts=fields.strings("body_parts", default=()),
        views=fields.strings("views", default=()),
        age_days=(age.integer("min"), age.integer("max")) if age else None,
    )


def _preprocessing(fields: Fields) -> Preprocessing:
    width, height = fields.numbers("size", count=2)
    fields.choice("source", ("display8",))
    std = fields.numbers("std", count=3)
    if 0.0 in std:
        raise fields.wrong("std")
    return Preprocessing(
        width=int(width),
        height=int(height),
        resize=fields.choice("resize", ("squash", "letterbox")),
        interpolation=fields.choice("interpolation", ("area", "linear", "cubic")),
        mean=fields.numbers("mean", count=3),
        std=std,
    )


def _variant(fields: Fields) -> Variant:
    providers = fields.strings("providers")
    if not set(providers) <= PROVIDERS:
        raise fields.wrong("providers")
    return Variant(
        file=fields.text("file"),
        precision=fields.choice("precision", ("int4", "int8", "fp16", "fp32")),
        providers=providers,
    )


def _labels(fields: Fields) -> tuple[Label, ...]:
    labels = tuple(_label(item) for item in fields.items("labels"))
    if [label.index for label in labels] != list(range(len(labels))) or not labels:
        raise fields.wrong("labels.index")
    return labels


def _label(fields: Fields) -> Label:
    calibration = fields.inner("calibration")
    code = fields.inner("code")
    threshold = fields.probability("threshold")
    low, high = fields.numbers("not_sure", count=2)
    if not 0.0 <= low <= threshold <= high <= 1.0:
        raise fields.wrong("not_sure")
    return Label(
        index=fields.integer("index"),
        name=fields.text("name"),
        title=fields.titles("title"),
        code=Code(code.text("value"), code.text("scheme"), code.text("meaning")),
        slope=calibration.between("slope", *SLOPES),
        intercept=calibration.between("intercept", *INTERCEPTS),
        threshold=threshold,
        not_sure=(low, high),
        heat_scale=_heat_scale(fields, high),
        shown=fields.flag("shown"),
        heat_shown=fields.flag("heat_shown", default=True),
    )


def _prevalence(evidence: Fields) -> float | None:
    stated = evidence.optional_number("training_prevalence")
    if stated is not None and not 0.0 < stated < 1.0:
        raise evidence.wrong("training_prevalence")
    return stated


def _limit(distribution: Fields | None) -> float | None:
    if distribution is None:
        return None
    distribution.choice("output", (ATYPICALITY,))
    return distribution.number("limit")


def _refusal(distribution: Fields | None) -> float | None:
    if distribution is None:
        return None
    limit, stated = distribution.number("limit"), distribution.optional_number("refuse_above")
    if stated is not None and stated < limit:
        raise distribution.wrong("refuse_above")
    return limit if stated is None else stated


def _heat_scale(fields: Fields, high: float) -> float:
    """The package's own scale; without one, some times the logit at the band's upper end."""
    stated = fields.optional_number("heat_scale")
    if stated is None:
        certain = min(max(high, 0.75), 0.99)
        return _HOTTER * math.log(certain / (1.0 - certain))
    if stated <= 0:
        raise fields.wrong("heat_scale")
    return stated
