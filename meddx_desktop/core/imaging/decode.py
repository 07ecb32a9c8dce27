"""Stored values of one frame out of the pixel data, plain or compressed (PS3.5 8 and A.4)."""

import struct
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import codecs, fragments
from meddx_desktop.core.imaging.dataset import (
    DEFLATED,
    EXPLICIT_BIG,
    EXPLICIT_LITTLE,
    IMPLICIT_LITTLE,
    UNDEFINED_LENGTH,
    Parsed,
    PixelElement,
)
from meddx_desktop.core.imaging.pixel_module import PixelModule

_PLAIN = (IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED, "1.2.840.113619.5.2")
_KINDS = {8: "u1", 16: "u2", 32: "u4", 64: "u8"}
_PADDING = 64
"""Bytes that writers append to pixel data; more means another size than the header's."""


def decode_frame(parsed: Parsed, module: PixelModule, index: int) -> NDArray[Any]:
    """Decode one frame.

    Returns
    -------
    ndarray
        (rows, columns) of the stored values, bits above Bits Stored cleared or sign-extended;
        palette indices stay indices. (rows, columns, 3) uint8 RGB for colour.
        May be a read-only view of the file's bytes.

    Raises
    ------
    UnreadableImage
        ``no_such_frame``, ``truncated``, ``size_mismatch``, ``unknown_transfer_syntax``,
        ``cannot_decode``, ``unsupported_pixels``.
    """
    if not 0 <= index < module.frames:
        raise UnreadableImage("no_such_frame", frame=index + 1, frames=module.frames)
    element = parsed.pixels
    if element is None:
        raise UnreadableImage("no_pixel_data")
    if element.length == UNDEFINED_LENGTH:
        return _encapsulated(parsed, module, element, index)
    if parsed.transfer_syntax not in _PLAIN and not codecs.supports(parsed.transfer_syntax):
        # Some exporters leave a compressed syntax in the header of plain pixels: taken as plain,
        # for compressed pixel data are always of undefined length. Only the unknown is refused.
        raise UnreadableImage("unknown_transfer_syntax", uid=parsed.transfer_syntax)
    return _native(parsed, module, element, index)


def has_more(parsed: Parsed, module: PixelModule) -> bool:
    """Whether the file holds more picture data than the header states.

    A film with a second frame that the header keeps quiet about must not pass for one that
    was looked at whole.
    """
    element = parsed.pixels
    if element is None:
        return False
    if element.length != UNDEFINED_LENGTH:
        size = module.frames * module.frame_values * module.allocated // 8
        return element.length >= size + size // module.frames
    return len(fragments.frame_groups(parsed, element.start, frames=module.frames)) > module.frames


def _native(parsed: Parsed, module: PixelModule, element: PixelElement, index: int) -> NDArray[Any]:
    if module.allocated == 1:
        return _bit_packed(parsed, module, element, index)
    size = module.frame_values * module.allocated // 8
    if module.allocated == 8 and element.vr == "OW" and not parsed.little_endian:
        return _finish(_shape(_from_words(parsed, element, index * size, size), module), module)
    data = _slice(parsed, element, index * size, size)
    order = "<" if parsed.little_endian else ">"
    kind = f"f{module.allocated // 8}" if module.floating else _KINDS[module.allocated]
    if module.signed and not module.floating:
        kind = kind.replace("u", "i")
    values = np.frombuffer(data, dtype=np.dtype(order + kind))
    if not values.dtype.isnative:
        values = values.astype(values.dtype.newbyteorder("="))
    if module.floating:
        return values.reshape(module.rows, module.columns)
    return _finish(_shape(values, module), module)


def _slice(parsed: Parsed, element: PixelElement, offset: int, size: int) -> memoryview:
    """Bytes of a frame, or why they are not there.

    A file that ends before its pixel data do was cut short; one whose pixel data end too soon
    states another size than it has.
    """
    stop = offset + size
    surplus = element.length % size
    if stop > element.length or min(surplus, size - surplus) > _PADDING:
        raise UnreadableImage("size_mismatch")
    if element.start + stop > len(parsed.body):
        raise UnreadableImage("truncated")
    start = element.start + offset
    return memoryview(parsed.body)[start : start + size]


def _bit_packed(
    parsed: Parsed, module: PixelModule, element: PixelElement, index: int
) -> NDArray[Any]:
    """One bit per pixel, lowest first; a frame may begin within a byte (PS3.5 8.1.1)."""
    first = index * module.frame_values
    offset, lead = divmod(first, 8)
    data = _slice(parsed, element, offset, (lead + module.frame_values + 7) // 8)
    bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")
    return _shape(bits[lead : lead + module.frame_values], module)


def _from_words(parsed: Parsed, element: PixelElement, offset: int, size: int) -> NDArray[np.uint8]:
    """8-bit pixels out of big endian words, two in each (PS3.5 8.1.2)."""
    first, last = offset // 2 * 2, (offset + size + 1) // 2 * 2
    words = np.frombuffer(_slice(parsed, element, first, last - first), np.uint8).reshape(-1, 2)
    return np.ascontiguousarray(words[:, ::-1]).reshape(-1)[offset - first :][:size]


def _shape(values: NDArray[Any], module: PixelModule) -> NDArray[Any]:
    rows, columns = module.rows, module.columns
    if module.photometric == "YBR_FULL_422":
        return _upsampled(values, rows, columns)
    if module.samples == 1:
        return values.reshape(rows, columns)
    if module.planar:
        return np.ascontiguousarray(
            values.reshape(module.samples, rows, columns).transpose(1, 2, 0)
        )
    return values.reshape(rows, columns, module.samples)


def _upsampled(values: NDArray[Any], rows: int, columns: int) -> NDArray[Any]:
    """Plain YBR_FULL_422: Y1 Y2 Cb Cr for every two pixels of a row (C.7.6.3.1.2)."""
    if columns % 2:
        raise UnreadableImage("size_mismatch")
    quads = values.reshape(rows, columns // 2, 4)
    luma = quads[..., :2].reshape(rows, columns)
    chroma = np.repeat(quads[..., 2:], 2, axis=1)
    return np.dstack([luma, chroma])


def _finish(
    values: NDArray[Any], module: PixelModule, photometric: str | None = None
) -> NDArray[Any]:
    """Clear what is above Bits Stored; bring colour to 8-bit RGB."""
    photometric = photometric or module.photometric
    clean = _masked(values, module)
    if module.samples == 1:
        return clean
    if clean.dtype != np.uint8:
        clean = _to_8_bits(clean, module.stored)
    if photometric.startswith("YBR_FULL"):
        # OpenCV's YCrCb is the full range BT.601 of C.7.6.3.1.2, with Cr before Cb.
        crossed = np.ascontiguousarray(clean[..., [0, 2, 1]])
        return np.asarray(cv2.cvtColor(crossed, cv2.COLOR_YCrCb2RGB))
    if photometric == "YBR_PARTIAL_420":
        raise UnreadableImage("wrong_photometric", value=photometric)
    return clean


def _masked(values: NDArray[Any], module: PixelModule) -> NDArray[Any]:
    """Values of Bits Stored bits: retired overlays and garbage live in the bits above.

    Films whose unused bits are clean, nearly all, are handed on without a copy.
    """
    shift = module.high_bit + 1 - module.stored
    if values.dtype.kind not in "iu" or module.stored >= values.dtype.itemsize * 8:
        return values
    low, high = (-(1 << module.stored - 1), (1 << module.stored - 1) - 1)
    if not module.signed:
        low, high = 0, (1 << module.stored) - 1
    if shift == 0 and low <= int(values.min()) and int(values.max()) <= high:
        return values
    unused = values.dtype.itemsize * 8 - module.stored
    # Up against the top, then down again: the right shift extends the sign of signed types.
    return np.asarray((values << (unused - shift)) >> unused)


def _to_8_bits(values: NDArray[Any], stored: int) -> NDArray[Any]:
    clipped = np.clip(values, 0, (1 << stored) - 1).astype(np.uint64)
    shifted = clipped >> (stored - 8) if stored > 8 else clipped
    return np.asarray(shifted, dtype=np.uint8)


def _encapsulated(
    parsed: Parsed, module: PixelModule, element: PixelElement, index: int
) -> NDArray[Any]:
    syntax = parsed.transfer_syntax
    if not codecs.supports(syntax):
        raise UnreadableImage("unknown_transfer_syntax", uid=syntax)
    try:
        stream = fragments.frame(parsed, element.start, index=index, frames=module.frames)
    except struct.error as error:
        raise UnreadableImage("truncated") from error
    values, photometric = codecs.decode(stream, syntax, module)
    expected = (module.rows, module.columns) + ((3,) if module.samples == 3 else ())
    if values.shape != expected:
        raise UnreadableImage("size_mismatch")
    if values.dtype.itemsize * 8 < module.allocated:
        # A codec may answer in fewer bits than the sign of the header's bits needs.
        values = values.astype(f"{values.dtype.kind}{module.allocated // 8}")
    if module.signed and values.dtype.kind == "u":
        values = values.view(values.dtype.str.replace("u", "i"))
    elif not module.signed and values.dtype.kind == "i":
        values = values.view(values.dtype.str.replace("i", "u"))
    return _finish(values, module, photometric)
