"""One frame of stored values and the pipeline that turns them into a picture (PS3.4 N.2).

Stored values -> modality LUT -> VOI LUT -> 8 display levels, all folded into one table that is
indexed by the stored value, so that a window step costs one pass over bytes.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.imaging.voi import LINEAR_EXACT, Voi, VoiLut, Window

__all__ = [
    "Frame",
    "ModalityLut",
    "Voi",
    "VoiLut",
    "Window",
    "default_voi",
    "full_range",
    "lut",
    "to_display8",
    "to_rgb",
]

_TABLE_SIZE = 1 << 16
_SAMPLE_PIXELS = 1 << 16
"""About how many pixels a histogram looks at: enough for percentiles, cheap on any film."""
_BLANK_SHARE = 0.02
_BLANK_LEVELS = 12


@dataclass(frozen=True, slots=True, eq=False)
class ModalityLut:
    """A table from stored values to modality values (Modality LUT Sequence, C.11.1.1)."""

    first: int
    data: NDArray[np.uint16]

    def apply(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Map stored values (float64) to modality values (float64)."""
        index = np.clip(np.rint(values) - self.first, 0, len(self.data) - 1).astype(np.intp)
        return np.asarray(self.data[index], dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Frame:
    """Pixels of one frame as stored, with everything that says how to show them.

    `stored` is (H, W) of uint8, uint16, int16, uint32, int32, float32 or float64, or
    (H, W, 3) uint8 RGB. It may be a view of the file's bytes: never written to.
    """

    stored: NDArray[Any]
    slope: float = 1.0
    intercept: float = 0.0
    modality_lut: ModalityLut | None = None
    windows: tuple[Window, ...] = ()
    voi_luts: tuple[VoiLut, ...] = ()
    inverse: bool = False
    """Smallest value is shown white: MONOCHROME1, or Presentation LUT Shape INVERSE."""
    padding: tuple[float, float] | None = None
    """Stored values, first to last, that are no picture (Pixel Padding Value, C.7.5.1.1.2)."""
    identity: bool = False
    """Values are display levels already (8-bit pictures): no window is guessed."""
    read_notes: tuple[Reason, ...] = ()

    @property
    def is_color(self) -> bool:
        """Whether `stored` is RGB."""
        return self.stored.ndim == 3

    @property
    def rows(self) -> int:
        """Height in pixels."""
        return int(self.stored.shape[0])

    @property
    def columns(self) -> int:
        """Width in pixels."""
        return int(self.stored.shape[1])

    @property
    def notes(self) -> tuple[Reason, ...]:
        """Cautions from reading, and ``window_ignored`` where the file's window was unusable."""
        return self.read_notes + self._chosen[1]

    @cached_property
    def indexed(self) -> tuple[NDArray[Any], float, float]:
        """Values a table can be indexed by, with the stored value of index 0 and the step.

        Returns
        -------
        tuple
            (H, W) uint8, uint16 or int16 (an index below 0 stands for itself), the stored
            value that index 0 stands for, and how much each further index adds.
        """
        if self.stored.dtype in (np.uint8, np.uint16, np.int16):
            return self.stored, 0.0, 1.0
        low, high = self.extremes
        span = high - low
        exact = span < _TABLE_SIZE and self.stored.dtype.kind in "iu"
        step = 1.0 if exact else span / (_TABLE_SIZE - 1) or 1.0
        clean = np.nan_to_num(self.stored.astype(np.float64), nan=low, posinf=high, neginf=low)
        return np.rint((clean - low) / step).astype(np.uint16), low, step

    @cached_property
    def extremes(self) -> tuple[float, float]:
        """Smallest and largest finite stored value."""
        values = self.stored
        if values.dtype.kind == "f":
            values = values[np.isfinite(values)]
        if values.size == 0:
            return 0.0, 0.0
        return float(values.min()), float(values.max())

    @cached_property
    def _chosen(self) -> tuple[Voi, tuple[Reason, ...]]:
        return _choose(self)


def modality(frame: Frame, values: NDArray[Any]) -> NDArray[np.float64]:
    """Stored values in modality units (C.11.1): by table, or slope and intercept."""
    numbers = np.asarray(values, dtype=np.float64)
    if frame.modality_lut is not None:
        return frame.modality_lut.apply(numbers)
    return numbers * frame.slope + frame.intercept


def default_voi(frame: Frame) -> Voi:
    """What the file says the picture should be shown with, else a range that shows it.

    The first VOI LUT or window that does not blank the picture; where none is usable, the
    0.5 to 99.5 percentiles without padding and border. `Frame.notes` then says so.
    """
    return frame._chosen[0]


def full_range(frame: Frame) -> Window:
    """A window from the smallest to the largest value of the frame."""
    if frame.is_color:
        return Window(127.5, 255.0, LINEAR_EXACT)
    low, high = frame.extremes
    ends = modality(frame, np.array([low, high]))
    if frame.modality_lut is not None:
        ends = modality(frame, np.linspace(low, high, 4096))
    return _between(float(ends.min()), float(ends.max()))


def lut(frame: Frame, voi: Voi) -> NDArray[np.uint8]:
    """Display levels for every stored value of the frame, first to last.

    Returns
    -------
    ndarray
        uint8; entry ``i`` is the level of index ``low + i`` of `Frame.indexed`, where `low` is
        the smallest index: for integer films, the smallest stored value.
    """
    indices, origin, step = frame.indexed
    low, high = int(indices.min()), int(indices.max())
    return _levels(frame, voi, np.arange(low, high + 1) * step + origin)


def table(frame: Frame, voi: Voi) -> NDArray[np.uint8]:
    """The same levels laid out for `look_up`: 256 or 65,536 entries, any index safe."""
    indices, origin, step = frame.indexed
    if indices.dtype == np.uint8:
        return _levels(frame, voi, np.arange(256) * step + origin)
    low, high = int(indices.min()), int(indices.max())
    full = np.zeros(_TABLE_SIZE, np.uint8)
    # A negative index wraps to the upper half: int16 seen as uint16.
    full[np.arange(low, high + 1) & 0xFFFF] = lut(frame, voi)
    return full


def look_up(indices: NDArray[Any], levels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Put (H, W) indices through a `table`; one pass, no copy of the indices."""
    if indices.dtype == np.int16:
        indices = indices.view(np.uint16)
    return np.asarray(cv2.LUT(np.ascontiguousarray(indices), levels), dtype=np.uint8)


def to_display8(frame: Frame, voi: Voi | None = None) -> NDArray[np.uint8]:
    """The frame as grey levels, bright for dense tissue whatever the film's polarity.

    Parameters
    ----------
    voi
        Default: `default_voi`. Colour frames ignore it.

    Returns
    -------
    ndarray
        (H, W) uint8, MONOCHROME2 sense, padding 0. Colour becomes luminance (BT.601).
    """
    if frame.is_color:
        return np.asarray(cv2.cvtColor(frame.stored, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    return look_up(frame.indexed[0], table(frame, voi or default_voi(frame)))


def to_rgb(frame: Frame, voi: Voi | None = None) -> NDArray[np.uint8]:
    """The frame as (H, W, 3) uint8 RGB: colour as it is, grey three times over."""
    if frame.is_color:
        return np.asarray(frame.stored, dtype=np.uint8)
    return np.asarray(cv2.cvtColor(to_display8(frame, voi), cv2.COLOR_GRAY2RGB), dtype=np.uint8)


def _levels(frame: Frame, voi: Voi, stored: NDArray[Any]) -> NDArray[np.uint8]:
    shown = voi.apply(modality(frame, stored))
    if frame.inverse:
        shown = 255.0 - shown
    levels = np.floor(shown + 0.5).astype(np.uint8)
    if frame.padding is not None:
        low, high = frame.padding
        levels[(stored >= low) & (stored <= high)] = 0
    return levels


def _between(low: float, high: float) -> Window:
    span = high - low
    return Window((low + high) / 2, span if span > 0 else 1.0, LINEAR_EXACT)


def _choose(frame: Frame) -> tuple[Voi, tuple[Reason, ...]]:
    offered: tuple[Voi, ...] = (*frame.voi_luts, *frame.windows)
    if frame.is_color:
        return full_range(frame), ()
    sample = _sample(frame)
    for place, voi in enumerate(offered):
        if not _blanks(frame, voi, sample):
            return voi, (Reason("window_ignored"),) if place else ()
    note = (Reason("window_ignored"),) if offered else ()
    if frame.identity and not offered:
        return Window(127.5, 255.0, LINEAR_EXACT), ()
    return _robust_range(frame, sample), note


def _sample(frame: Frame) -> NDArray[Any]:
    """Every n-th finite stored value outside the padding, flat; all of them when few."""
    step = max(1, int((frame.stored.size / _SAMPLE_PIXELS) ** 0.5))
    values = frame.stored[::step, ::step].ravel()
    if values.dtype.kind == "f":
        values = values[np.isfinite(values)]
    if frame.padding is not None:
        low, high = frame.padding
        values = values[(values < low) | (values > high)]
    return values


def _blanks(frame: Frame, voi: Voi, sample: NDArray[Any]) -> bool:
    """Whether a window leaves next to nothing of a picture that does have contrast.

    Consoles that store a window of another stage (or of another body part) turn the film all
    white or all black: hardly a pixel lies between the ends, or all lie within a few levels.
    """
    if sample.size == 0 or sample.min() == sample.max():
        return False
    shown = voi.apply(modality(frame, sample))
    between = np.count_nonzero((shown > 0.5) & (shown < 254.5)) / shown.size
    low, high = np.percentile(shown, (0.5, 99.5))
    binary = np.unique(sample[:4096]).size <= 2
    return bool(high - low < _BLANK_LEVELS or (between < _BLANK_SHARE and not binary))


def _robust_range(frame: Frame, sample: NDArray[Any]) -> Window:
    """Percentile range of what is picture: without the flat border a collimator leaves."""
    values = modality(frame, sample)
    if values.size == 0:
        return full_range(frame)
    low, high = float(values.min()), float(values.max())
    for end in (low, high):
        flat = values == end
        if 0.02 < np.count_nonzero(flat) / values.size < 0.95:
            values = values[~flat]
    if values.size:
        low, high = (float(v) for v in np.percentile(values, (0.5, 99.5)))
    return _between(low, high) if high > low else full_range(frame)
