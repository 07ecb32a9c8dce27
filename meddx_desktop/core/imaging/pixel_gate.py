"""The first gate: is this a frontal chest film at all, upright and the right way round?"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import BadOutput
from meddx_desktop.core.inference.cache import Outputs
from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.pool import SessionPool

_LEAST_SPREAD = 8.0
"""Grey levels between the 2nd and 98th percentile under which a picture counts as blank."""

_LONGEST_SHAPE = 2.5
"""No chest film is longer than this many times its width."""

_COLORFUL = 40
_MUCH = 0.1

_REASONS = {
    "rotated_90": Reason("rotated", {"degrees": 90}),
    "rotated_180": Reason("rotated", {"degrees": 180}),
    "rotated_270": Reason("rotated", {"degrees": 270}),
    "inverted": Reason("inverted"),
}
_NOT_CHEST = Reason("not_chest_film")


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
    """What needs no network: blank, coloured, or of a shape that no chest film has."""
    rows, columns = picture.display.shape
    if max(rows, columns) > _LONGEST_SHAPE * min(rows, columns):
        return (Reason("odd_shape"),)
    if is_blank(picture.display):
        return (Reason("blank"),)
    return (Reason("false_color"),) if picture.is_colored else ()


def _by_network(gate: Package, pool: SessionPool, picture: Picture) -> tuple[Reason, ...]:
    classes = gate.manifest.classes
    assert classes is not None, "the registry hands out gates only"
    try:
        outputs = picture.outputs(gate, pool)
    except BadOutput:
        return (Reason("bad_output"),)
    logits = outputs["logits"][0].astype(np.float64) / classes.temperature
    shares = np.exp(logits - logits.max())
    shares /= shares.sum()
    limit = gate.manifest.atypicality_limit
    distance = outputs.get("atypicality")
    if limit is not None and distance is not None and float(distance[0]) > limit:
        return (_NOT_CHEST,)
    if shares[classes.names.index(classes.accepted)] >= classes.threshold:
        return ()
    likeliest = max(
        (name for name in classes.names if name != classes.accepted),
        key=lambda name: shares[classes.names.index(name)],
    )
    return (_REASONS.get(likeliest, _NOT_CHEST),)


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
    return bool(np.mean(spread > _COLORFUL) > _MUCH)
