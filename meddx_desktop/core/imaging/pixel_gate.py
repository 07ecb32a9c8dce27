"""The first gate: is this a frontal chest film at all, upright and the right way round?"""

from collections.abc import Mapping
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.inference.cache import Outputs
from meddx_desktop.core.inference.gate_fields import GateClasses
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.pool import SessionPool

_LEAST_SPREAD = 8.0
"""Grey levels between the 2nd and 98th percentile under which a picture counts as blank."""

_LEAST_SIDE = 64
"""Pixels of the shorter side under which a picture is a thumbnail, whose score would be a guess."""

_LONGEST_SHAPE = 2.5
"""No chest film is longer than this many times its width."""

_COLORFUL = 40
_MUCH = 0.1
"""Share of a picture that must be coloured."""

_CELLS, _LEVELS, _TINTED = 96, 16, 6.0
"""Cells a side over which colours are averaged, grey levels that are compared with each other, and
by how much a cell's tint differs from theirs (channels against green) where it is coloured."""

_REASONS = {
    "rotated_90": Reason("rotated", {"degrees": 90}),
    "rotated_180": Reason("rotated", {"degrees": 180}),
    "rotated_270": Reason("rotated", {"degrees": 270}),
    "tilted": Reason("tilted"),
    "inverted": Reason("inverted"),
    "cut_left": Reason("cut_off_left"),
    "cut_top": Reason("cut_off_top"),
    "cut_right": Reason("cut_off_right"),
    "cut_bottom": Reason("cut_off_bottom"),
    "one_lung": Reason("half_chest"),
    "covered": Reason("lungs_covered"),
    "too_dark": Reason("too_dark"),
    "too_bright": Reason("too_bright"),
    "flat": Reason("too_flat"),
    "noisy": Reason("too_grainy"),
    "film_small": Reason("film_small"),
    "film_collage": Reason("several_films"),
}
"""What each class of a gate means; degrees are those by which the film lies turned clockwise."""

_NOT_CHEST = Reason("not_chest_film")
_PHOTOGRAPH = Reason("photograph")

_UNSURE = {
    **dict.fromkeys(("rotated_90", "rotated_180", "rotated_270", "tilted"), Reason("rotated")),
    **dict.fromkeys(("cut_left", "cut_top", "cut_right", "cut_bottom"), Reason("cut_off")),
}
"""What is said where the gate is not sure which of its like a class is."""


class Picture(Protocol):
    """What the gate needs of a frame."""

    @property
    def display(self) -> NDArray[np.uint8]:
        """uint8 (rows, columns), bright is dense."""

    @property
    def is_colored(self) -> bool:
        """Whether the stored picture holds colours, not grey in three channels."""

    def outputs(self, package: Package, pool: SessionPool) -> Outputs:
        """The network's outputs for this picture."""


def judge(gate: Package, pool: SessionPool, picture: Picture) -> tuple[Reason, ...]:
    """Reasons to refuse the picture; none when it is a frontal chest film, upright."""
    return _plainly_wrong(picture) or _by_network(gate, pool, picture)


def _plainly_wrong(picture: Picture) -> tuple[Reason, ...]:
    """What needs no network: a thumbnail, blank, coloured, or of a shape that no chest film has."""
    rows, columns = picture.display.shape
    if min(rows, columns) < _LEAST_SIDE:
        return (Reason("too_few_pixels", {"columns": columns, "rows": rows}),)
    if max(rows, columns) > _LONGEST_SHAPE * min(rows, columns):
        return (Reason("odd_shape"),)
    if is_blank(picture.display):
        return (Reason("blank"),)
    return (Reason("false_color"),) if picture.is_colored else ()


def beware(gate: Package, pool: SessionPool, picture: Picture) -> tuple[Reason, ...]:
    """What to beware of in a picture that is accepted. Nothing is ever mirrored for it."""
    classes = gate.manifest.classes
    assert classes is not None, "the registry hands out gates only"
    if classes.mirrored_from is None:
        return ()
    mirrored = float(picture.outputs(gate, pool)["mirrored"][0])
    return (Reason("maybe_mirrored"),) if mirrored >= classes.mirrored_from else ()


def _by_network(gate: Package, pool: SessionPool, picture: Picture) -> tuple[Reason, ...]:
    classes = gate.manifest.classes
    assert classes is not None, "the registry hands out gates only"
    try:
        outputs = picture.outputs(gate, pool)
    except BadOutput:
        return (Reason("bad_output"),)
    shares = _shares(outputs["logits"][0], classes.temperature)
    refusal = _refusal(classes, dict(zip(classes.names, shares.tolist(), strict=True)))
    if refusal is not None and refusal != _NOT_CHEST:
        return (refusal,)
    limit, distance = gate.manifest.atypicality_limit, outputs.get("atypicality")
    atypical = limit is not None and distance is not None and float(distance[0]) > limit
    if refusal is None and _photographed(classes, outputs):
        return (_PHOTOGRAPH,)
    return (_NOT_CHEST,) if atypical or refusal else ()


def _photographed(classes: GateClasses, outputs: Outputs) -> bool:
    """Whether the picture is a photograph of a film: slanted, lit unevenly, something around it."""
    limit = classes.photograph_from
    return limit is not None and float(outputs["photograph"][0]) >= limit


def _shares(logits: NDArray[np.float32], temperature: float) -> NDArray[np.float64]:
    """How much of a picture's probability falls to each class."""
    raised = np.exp((logits - logits.max()).astype(np.float64) / temperature)
    return np.asarray(raised / raised.sum())


def _refusal(classes: GateClasses, shares: dict[str, float]) -> Reason | None:
    """The likeliest reason to refuse, as exactly as the gate is sure of it."""
    if shares.pop(classes.accepted) >= classes.threshold:
        return None
    likeliest = max(shares, key=lambda name: shares[name])
    if likeliest in _UNSURE and not _sure(classes, shares, likeliest):
        return _UNSURE[likeliest]
    return _REASONS.get(likeliest, _NOT_CHEST)


def _sure(classes: GateClasses, shares: Mapping[str, float], name: str) -> bool:
    """Whether a class leads all that speaks against the film as far as its gate asks.

    A gate that does not say from where on it is sure never is: the first one took one quarter turn
    for the other in a fifth of the turned films.
    """
    least = classes.sure_from.get(name)
    return least is not None and shares[name] >= least * sum(shares.values())


def is_blank(picture: NDArray[np.uint8]) -> bool:
    """Whether there is next to nothing on a picture (every eighth pixel is looked at)."""
    low, high = np.percentile(picture[::8, ::8], (2, 98))
    return bool(high - low < _LEAST_SPREAD)


def is_colored(picture: NDArray[np.uint8]) -> bool:
    """Whether an RGB picture (rows, columns, 3) has colours over much of it.

    A grey film that was saved as RGB has equal channels; a coloured marker is only a few pixels.
    """
    sample = picture[::8, ::8].astype(np.int16)
    spread = sample.max(axis=2) - sample.min(axis=2)
    return bool(np.mean(spread > _COLORFUL) > _MUCH) or _shimmers(picture)


def _shimmers(picture: NDArray[np.uint8]) -> bool:
    """Whether the tint of an RGB picture changes from place to place, be it ever so faint.

    A film whose grey levels were toned (a blue base, sepia) has one tint for each level wherever it
    stands; a camera sees the room, reflections and the lines of a screen besides.
    """
    cells = (min(_CELLS, picture.shape[1]), min(_CELLS, picture.shape[0]))
    small = cv2.resize(picture, cells, interpolation=cv2.INTER_AREA).astype(np.float64)
    tint = small[..., [0, 2]] - small[..., 1:2]
    level = (small.mean(axis=2) // _LEVELS).astype(np.intp)
    for found in np.unique(level):
        own = level == found
        tint[own] -= np.median(tint[own], axis=0)
    return bool(np.mean(np.abs(tint).max(axis=2) > _TINTED) > _MUCH)
