"""What the manifest of a gate says instead of labels: its classes, and from where each counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from meddx_desktop.core.inference.fields import Fields


@dataclass(frozen=True, slots=True)
class GateClasses:
    """The classes of a gate and the probability from which its first one is accepted."""

    names: tuple[str, ...]
    temperature: float
    accepted: str
    threshold: float
    sure_from: Mapping[str, float]
    """For some classes, the share of all that speaks against the picture from which the class is
    named exactly; below it only what is certain is said (turned, but not which way)."""
    mirrored_from: float | None
    """Logit of the output ``mirrored`` from which a film may be mirrored; None where not asked."""
    photograph_from: float | None
    """Logit of the output ``photograph`` from which a picture is a photograph of a film; None where
    not asked."""


def read_classes(fields: Fields) -> GateClasses:
    """Read them.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` with the field that is wrong.
    """
    names = fields.strings("classes")
    accept = fields.inner("accept_threshold")
    accepted = next(iter(accept.content), "")
    if accepted not in names:
        raise fields.wrong("accept_threshold")
    temperature = fields.number("temperature")
    if temperature <= 0:
        raise fields.wrong("temperature")
    return GateClasses(
        names,
        temperature,
        accepted,
        accept.probability(accepted),
        _sure_from(fields, names),
        _limit_of(fields, "mirrored", "caution_from"),
        _limit_of(fields, "photograph", "refused_from"),
    )


def _sure_from(fields: Fields, names: tuple[str, ...]) -> Mapping[str, float]:
    stated = fields.optional("sure_from")
    if stated is None:
        return {}
    if not set(stated.content) <= set(names):
        raise fields.wrong("sure_from")
    return {name: stated.probability(name) for name in stated.content}


def _limit_of(fields: Fields, output: str, limit: str) -> float | None:
    """Return from where an output of its own counts, where the gate has it."""
    stated = fields.optional(output)
    if stated is None:
        return None
    if output not in fields.inner("outputs").content:
        raise fields.wrong(output)
    return stated.number(limit)
