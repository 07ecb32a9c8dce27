"""Windows by hand and by preset: what a drag or a key makes of a window.

Presets are ranges of the film's own grey values, so that they mean the same on every film,
whatever its bit depth or polarity; none is a fixed window borrowed from CT.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.imaging.pixels import Frame, VoiLut, Window

Voi = Window | VoiLut

_EXACT = "LINEAR_EXACT"
_SAMPLES = 1 << 17
_PIXELS_FOR_WHOLE = 768
"""So many logical pixels of drag run through the film's range once."""
_FINE_STEPS = 64
_RANGES: dict[str, tuple[float, float]] = {
    "standard": (1.0, 99.0),
    "lung": (1.0, 65.0),
    "bone": (40.0, 99.8),
    "contrast": (12.0, 88.0),
}
"""Percentiles of the grey values from dark to bright as shown."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A window to choose by name: ``standard``, ``lung``, ``bone``, ``contrast`` or ``file``."""

    key: str
    voi: Voi
    label: str = ""
    """The file's own words for a ``file`` preset; often none."""
    number: int = 0


def presets_of(frame: Frame) -> tuple[Preset, ...]:
    """Windows computed from the film's percentiles, then those that the file offers."""
    if frame.is_color:
        return ()
    values = _sample(frame)
    computed = tuple(
        Preset(key, _between(values, *_as_shown(ends, inverse=frame.inverse)))
        for key, ends in _RANGES.items()
        if values.size
    )
    offered: tuple[Voi, ...] = (*frame.voi_luts, *frame.windows)
    own = (Preset("file", voi, voi.label, n) for n, voi in enumerate(offered, start=1))
    return (*computed, *own)


def as_window(voi: Voi) -> Window:
    """A window that can be dragged; for a table, the range in which it rises."""
    if isinstance(voi, Window):
        return voi
    levels = voi.data.astype(np.float64)
    low, high = float(levels.min()), float(levels.max())
    inner = np.flatnonzero((levels > low) & (levels < high))
    if inner.size == 0:
        return Window(voi.first + len(levels) / 2, float(max(len(levels), 1)), _EXACT)
    first, last = voi.first + int(inner[0]), voi.first + int(inner[-1])
    return Window((first + last) / 2, float(max(last - first, 1)), _EXACT)


def dragged(start: Voi, whole: Window, *, usual: Voi, across: float, down: float) -> Window:
    """The window after a drag of `across` and `down` logical pixels.

    Right widens, down raises the level (darkens). The step follows the range in which the film
    is usually shown, so that a drag feels the same on 8 and on 16 bits.
    """
    span = min(whole.width, 2 * as_window(usual).width) or 1.0
    step = span / _PIXELS_FOR_WHOLE
    return _limited(as_window(start), whole, centre=down * step, width=across * step)


def stepped(start: Voi, whole: Window, *, usual: Voi, level: int = 0, width: int = 0) -> Window:
    """The window after fine keys: so many steps of level and width."""
    step = (min(whole.width, as_window(usual).width) or 1.0) / _FINE_STEPS
    return _limited(as_window(start), whole, centre=level * step, width=width * step)


def _limited(window: Window, whole: Window, *, centre: float, width: float) -> Window:
    smallest = max(whole.width / 4096, 1.0 if window.function == "LINEAR" else 0.0)
    low, high = whole.center - whole.width, whole.center + whole.width
    return replace(
        window,
        center=min(max(window.center + centre, low), high),
        width=min(max(window.width + width, smallest), max(4 * whole.width, smallest)),
        label="",
    )


def _as_shown(ends: tuple[float, float], *, inverse: bool) -> tuple[float, float]:
    """Percentiles of what is seen as percentiles of values: turned over on an inverse film."""
    return (100 - ends[1], 100 - ends[0]) if inverse else ends


def _between(values: NDArray[np.float64], low: float, high: float) -> Window:
    bottom, top = (float(value) for value in np.percentile(values, (low, high)))
    return Window((bottom + top) / 2, top - bottom if top > bottom else 1.0, _EXACT)


def _sample(frame: Frame) -> NDArray[np.float64]:
    """Some modality values, finite, without padding and the flat border of a collimator."""
    step = max(1, int((frame.stored.size / _SAMPLES) ** 0.5))
    stored = frame.stored[::step, ::step].ravel().astype(np.float64)
    stored = stored[np.isfinite(stored)]
    if frame.padding is not None:
        low, high = frame.padding
        stored = stored[(stored < low) | (stored > high)]
    if stored.size == 0:
        return stored
    inner = stored[(stored > stored.min()) & (stored < stored.max())]
    used = inner if inner.size >= stored.size // 20 else stored
    if frame.modality_lut is not None:
        return frame.modality_lut.apply(used)
    return used * frame.slope + frame.intercept
