"""Everything that says how to show grey values: LUTs, windows, padding, polarity.

PS3.3 C.11.1 (modality), C.11.2 (values of interest), C.11.6 (presentation shape), C.7.5.1.1.2
(padding). Enhanced multi-frame objects keep them in functional groups (C.7.6.16); those of the
frame go before the shared ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.imaging.attributes import (
    integer,
    integers,
    number,
    numbers,
    raw,
    sequence,
    text,
    texts,
)
from meddx_desktop.core.imaging.pixel_module import PixelModule
from meddx_desktop.core.imaging.pixels import ModalityLut
from meddx_desktop.core.imaging.voi import FUNCTIONS, LINEAR, VoiLut, Window

WINDOW_IGNORED = Reason("window_ignored")
MISSING_LUT = Reason("missing_lut")
RESCALE_IGNORED = Reason("rescale_ignored")
POLARITY_CONFLICT = Reason("polarity_conflict")


@dataclass(frozen=True, slots=True)
class Grayscale:
    """How the stored values of one frame are meant to be shown."""

    slope: float = 1.0
    intercept: float = 0.0
    modality_lut: ModalityLut | None = None
    windows: tuple[Window, ...] = ()
    voi_luts: tuple[VoiLut, ...] = ()
    inverse: bool = False
    padding: tuple[float, float] | None = None
    notes: tuple[Reason, ...] = ()


def read_grayscale(
    dataset: Dataset, module: PixelModule, index: int, *, little_endian: bool
) -> Grayscale:
    """Collect what applies to frame `index` (from 0); unusable parts become notes."""
    notes: list[Reason] = []
    levels = list(_levels(dataset, index))
    slope, intercept = _rescale(levels, notes)
    table = _modality_lut(dataset, module, notes, little_endian=little_endian)
    signed = module.signed or intercept < 0
    voi_luts = _voi_luts(dataset, notes, signed=signed, little_endian=little_endian)
    return Grayscale(
        slope=slope,
        intercept=intercept,
        modality_lut=table,
        windows=_windows(levels, notes),
        voi_luts=voi_luts,
        inverse=_inverse(dataset, module, notes),
        padding=_padding(dataset, module),
        notes=unique(notes),
    )


def _levels(dataset: Dataset, index: int) -> Iterator[Dataset]:
    """Datasets to look in, nearest first: this frame's groups, the shared ones, the top."""
    frames = sequence(dataset, "PerFrameFunctionalGroupsSequence")
    groups = frames[index : index + 1] + sequence(dataset, "SharedFunctionalGroupsSequence")[:1]
    for group in groups:
        yield from sequence(group, "FrameVOILUTSequence")[:1]
        yield from sequence(group, "PixelValueTransformationSequence")[:1]
    yield dataset


def _rescale(levels: list[Dataset], notes: list[Reason]) -> tuple[float, float]:
    for level in levels:
        if "RescaleSlope" in level or "RescaleIntercept" in level:
            slope, intercept = number(level, "RescaleSlope"), number(level, "RescaleIntercept")
            if slope is None or intercept is None or slope == 0:
                notes.append(RESCALE_IGNORED)
                return 1.0, 0.0
            return slope, intercept
    return 1.0, 0.0


def _windows(levels: list[Dataset], notes: list[Reason]) -> tuple[Window, ...]:
    for level in levels:
        if "WindowCenter" in level:
            return _windows_of(level, notes)
    return ()


def _windows_of(level: Dataset, notes: list[Reason]) -> tuple[Window, ...]:
    centers, widths = numbers(level, "WindowCenter"), numbers(level, "WindowWidth")
    labels = texts(level, "WindowCenterWidthExplanation")
    function = text(level, "VOILUTFunction").upper() or LINEAR
    if function not in FUNCTIONS:
        notes.append(WINDOW_IGNORED)
        function = LINEAR
    windows = []
    for place, (center, width) in enumerate(zip(centers, widths, strict=False)):
        label = labels[place] if place < len(labels) else ""
        window = Window(center or 0.0, width or 0.0, function, label)
        if center is not None and window.is_valid:
            windows.append(window)
    if len(windows) < max(len(centers), len(widths)):
        notes.append(WINDOW_IGNORED)
    return tuple(windows)


def _modality_lut(
    dataset: Dataset, module: PixelModule, notes: list[Reason], *, little_endian: bool
) -> ModalityLut | None:
    for item in sequence(dataset, "ModalityLUTSequence")[:1]:
        read = read_table(item, signed=module.signed, little_endian=little_endian)
        if read is not None:
            return ModalityLut(read[0], read[2])
        notes.append(MISSING_LUT)
    return None


def _voi_luts(
    dataset: Dataset, notes: list[Reason], *, signed: bool, little_endian: bool
) -> tuple[VoiLut, ...]:
    found = []
    for item in sequence(dataset, "VOILUTSequence"):
        read = read_table(item, signed=signed, little_endian=little_endian)
        if read is None:
            notes.append(MISSING_LUT)
            continue
        found.append(VoiLut(read[0], read[1], read[2], text(item, "LUTExplanation")))
    return tuple(found)


def read_table(
    item: Dataset, *, signed: bool, little_endian: bool, prefix: str = "LUT"
) -> tuple[int, int, NDArray[np.uint16]] | None:
    """First mapped value, bits per entry and entries of a LUT; None when they are missing.

    The descriptor's middle value is signed when the values it looks up are (C.11.1.1.1).
    Entries of 8 bits may come one per byte or one per word.
    """
    descriptor = integers(item, f"{prefix}Descriptor")
    if len(descriptor) < 3:
        return None
    count, first, bits = descriptor[0] or 1 << 16, descriptor[1], descriptor[2]
    if signed and first >= 1 << 15:
        first -= 1 << 16
    data = raw(item, f"{prefix}Data")
    if not 1 <= bits <= 16 or len(data) < count:
        return None
    words = np.dtype("<u2" if little_endian else ">u2")
    dtype = words if len(data) >= 2 * count else np.dtype(np.uint8)
    values = np.frombuffer(data, dtype, count=count).astype(np.uint16)
    return first, _true_bits(values, bits), values


def _true_bits(values: NDArray[np.uint16], bits: int) -> int:
    """Bits that the entries really use where the descriptor states too few."""
    return max(bits, int(values.max()).bit_length())


def _inverse(dataset: Dataset, module: PixelModule, notes: list[Reason]) -> bool:
    """Whether small values are shown white.

    DX states the same inversion twice: MONOCHROME1 goes with Presentation LUT Shape INVERSE,
    MONOCHROME2 with IDENTITY (C.8.11.3.1.2). So either one is enough, and a pair that
    disagrees is noted: the film may be shown with black and white exchanged.
    """
    shape = text(dataset, "PresentationLUTShape").upper()
    first = module.photometric == "MONOCHROME1"
    if shape in ("INVERSE", "IDENTITY") and first != (shape == "INVERSE"):
        notes.append(POLARITY_CONFLICT)
    return first or shape == "INVERSE"


def _padding(dataset: Dataset, module: PixelModule) -> tuple[float, float] | None:
    value = integer(dataset, "PixelPaddingValue", signed=module.signed)
    if value is None:
        return None
    limit = integer(dataset, "PixelPaddingRangeLimit", signed=module.signed)
    ends = sorted((value, value if limit is None else limit))
    return float(ends[0]), float(ends[1])


def unique(notes: list[Reason]) -> tuple[Reason, ...]:
    """Each note once, in order (a Reason holds a dict, so it can't go into a set)."""
    return tuple(note for place, note in enumerate(notes) if note not in notes[:place])
