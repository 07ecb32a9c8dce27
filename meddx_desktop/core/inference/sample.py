"""A package's own sample: what it must answer, how closely, and that it answers so every time."""

import struct
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import BadOutput, ModelRejected
from meddx_desktop.core.inference.fields import strict_json

EXPECTED = "sample/expected.json"
PICTURE = "sample/input.png"
ROWS = "sample/input.json"

FOREIGN_TOLERANCE = 0.1
"""How far logits of a film may be from the stated ones, in a package from elsewhere. What differs
between processors is less; whoever asks for more proves nothing."""
SHIPPED_TOLERANCE = 1.0
"""The same for what comes with the program: the gate's network is quantised in all its layers."""
ROW_TOLERANCE = 0.001
"""The same for rows of numbers, where nothing is quantised."""

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER_END = 24
_LARGEST_SIDE = 4096
_NO_MEMORY = ("alloc", "memory")

Answer = dict[str, NDArray[np.float32]]
Run = Callable[[NDArray[np.float32]], Answer]


def invalid(name: str, file: str) -> ModelRejected:
    """The refusal for a file of the sample that is no such file."""
    return ModelRejected("model_sample_invalid", name=name, file=file)


def expected(content: bytes, name: str, *, most: float) -> tuple[NDArray[np.float64], float]:
    """The stated logits and the tolerance.

    Raises
    ------
    ModelRejected
        ``model_sample_invalid``; ``model_tolerance_wide``: more than `most`, or less than nothing.
    """
    try:
        said: Any = strict_json(content)
        logits = np.asarray(said["logits"], float)
        tolerance = float(said["tolerance"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise invalid(name, EXPECTED) from error
    if not np.isfinite(logits).all():
        raise invalid(name, EXPECTED)
    # Written so that what is no number is refused as well.
    if not 0.0 <= tolerance <= most:
        raise ModelRejected("model_tolerance_wide", name=name, limit=f"{most:g}")
    return logits.ravel(), tolerance


def picture(content: bytes, name: str) -> NDArray[np.uint8]:
    """The sample film, whose stated size is looked at before any memory is asked for.

    Raises
    ------
    ModelRejected
        ``model_sample_invalid``.
    """
    if len(content) < _HEADER_END or not content.startswith(_PNG):
        raise invalid(name, PICTURE)
    width, height = struct.unpack(">II", content[_HEADER_END - 8 : _HEADER_END])
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise invalid(name, PICTURE)
    try:
        found = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        raise invalid(name, PICTURE) from error
    if found is None:
        raise invalid(name, PICTURE)
    return np.asarray(found, np.uint8)


def answer(run: Run, tensor: NDArray[np.float32], name: str) -> Answer:
    """Run the network; what keeps it from answering is told as what it is.

    Raises
    ------
    ModelRejected
        ``model_never_finite``, ``model_no_memory``, ``model_run_fails``.
    """
    try:
        return run(tensor)
    except MemoryError as error:
        raise ModelRejected("model_no_memory", name=name) from error
    except BadOutput as error:
        cause = error.__cause__
        if cause is None:
            raise ModelRejected("model_never_finite", name=name) from error
        if any(word in str(cause).lower() for word in _NO_MEMORY):
            raise ModelRejected("model_no_memory", name=name) from error
        raise ModelRejected("model_run_fails", name=name) from error


def answer_twice(run: Run, tensor: NDArray[np.float32], name: str, *, apart: float = 0.0) -> Answer:
    """As `answer`, and a second time, which must not differ by more than `apart`.

    Raises
    ------
    ModelRejected
        ``model_by_chance``, and as `answer`.
    """
    first, second = answer(run, tensor, name), answer(run, tensor, name)
    for key, value in first.items():
        again = second[key]
        if value.shape != again.shape or not np.allclose(value, again, rtol=0, atol=apart):
            raise ModelRejected("model_by_chance", name=name)
    return first


def compare(said: Answer, logits: NDArray[np.float64], tolerance: float, name: str) -> None:
    """Whether this machine computes what the maker's did.

    Raises
    ------
    ModelRejected
        ``model_shape_mismatch``: another number of logits; ``model_sample_differs``.
    """
    found = said["logits"].ravel() if "logits" in said else np.zeros(0, np.float32)
    if found.size != logits.size or not found.size:
        raise ModelRejected("model_shape_mismatch", name=name, tensor="logits")
    if not np.abs(found - logits).max() <= tolerance:
        raise ModelRejected("model_sample_differs", name=name)


def rows(content: bytes, name: str) -> NDArray[np.float32]:
    """The sample rows of a risk model; NaN is missing.

    Raises
    ------
    ModelRejected
        ``model_sample_invalid``.
    """
    try:
        stated = strict_json(content)["columns"]
        holes = [[float("nan") if v is None else float(v) for v in row] for row in stated]
        made = np.array(holes, np.float32)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise invalid(name, ROWS) from error
    if made.ndim != 2:
        raise invalid(name, ROWS)
    return made
