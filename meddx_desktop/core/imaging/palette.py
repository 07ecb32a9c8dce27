"""Palette colour to RGB (PS3.3 C.7.9): plain and segmented lookup tables."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.attributes import integers, raw
from meddx_desktop.core.imaging.grayscale import read_table
from meddx_desktop.core.imaging.pixel_module import PixelModule

_DISCRETE, _LINEAR, _INDIRECT = 0, 1, 2
_MOST_SEGMENTS = 1 << 16


def apply_palette(
    dataset: Dataset, module: PixelModule, indices: NDArray[Any], *, little_endian: bool
) -> NDArray[np.uint8]:
    """Look (H, W) indices up in the red, green and blue tables: (H, W, 3) uint8.

    Raises
    ------
    UnreadableImage
        ``missing_lut``: without its palette such a picture means nothing.
    """
    planes = []
    for colour in ("Red", "Green", "Blue"):
        found = _table(dataset, colour, signed=module.signed, little_endian=little_endian)
        if found is None:
            raise UnreadableImage("missing_lut")
        first, levels = found
        place = np.clip(indices.astype(np.int64) - first, 0, len(levels) - 1)
        planes.append(levels[place])
    return np.dstack(planes)


def _table(
    dataset: Dataset, colour: str, *, signed: bool, little_endian: bool
) -> tuple[int, NDArray[np.uint8]] | None:
    prefix = f"{colour}PaletteColorLookupTable"
    read = read_table(dataset, signed=signed, little_endian=little_endian, prefix=prefix)
    if read is None:
        return _segmented(dataset, colour, prefix, signed=signed, little_endian=little_endian)
    first, bits, values = read
    # Some writers state 16 bits and fill eight.
    shift = max(bits - 8, 0) if int(values.max()) > 255 else 0
    return first, (values >> shift).astype(np.uint8)


def _segmented(
    dataset: Dataset, colour: str, prefix: str, *, signed: bool, little_endian: bool
) -> tuple[int, NDArray[np.uint8]] | None:
    """C.7.9.2: a table as runs of values and straight lines, always of 16-bit entries here."""
    descriptor = integers(dataset, f"{prefix}Descriptor")
    data = raw(dataset, f"Segmented{prefix}Data")
    if len(descriptor) < 3 or not data or descriptor[2] != 16:
        return None
    count, first = descriptor[0] or 1 << 16, descriptor[1]
    if signed and first >= 1 << 15:
        first -= 1 << 16
    words = np.frombuffer(data[: len(data) // 2 * 2], "<u2" if little_endian else ">u2").tolist()
    levels = _expand(words, count)
    if len(levels) < count:
        return None
    return first, (np.array(levels[:count], np.uint16) >> 8).astype(np.uint8)


def _expand(words: list[int], count: int) -> list[int]:
    """Expand segments until `count` entries are there or the data end."""
    levels: list[int] = []
    todo = [(0, _MOST_SEGMENTS)]  # where to read on, and how many segments from there
    for _ in range(_MOST_SEGMENTS):
        if not todo or len(levels) >= count:
            break
        at, segments = todo.pop()
        if at + 2 > len(words) or segments < 1:
            continue
        code, length = words[at], words[at + 1]
        if code == _DISCRETE:
            levels += words[at + 2 : at + 2 + length]
            todo.append((at + 2 + length, segments - 1))
        elif code == _LINEAR and levels and at + 2 < len(words):
            levels += (
                np.linspace(levels[-1], words[at + 2], length + 1)[1:].round().astype(int).tolist()
            )
            todo.append((at + 3, segments - 1))
        elif code == _INDIRECT and at + 3 < len(words):
            todo.append((at + 4, segments - 1))
            todo.append(((words[at + 2] | words[at + 3] << 16) // 2, length))
        else:
            break
    return levels
