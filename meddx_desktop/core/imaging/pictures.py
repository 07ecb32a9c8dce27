"""Films that come as plain pictures: PNG, JPEG, TIFF, BMP. Their headers, pixels, orientation."""

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Instance, Series, Source, Study
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import codecs, codestream, tiff
from meddx_desktop.core.imaging.describe import derived_uid
from meddx_desktop.core.imaging.limits import check_size
from meddx_desktop.core.imaging.pixels import Frame

_TURNED = (5, 6, 7, 8)
_PALETTE, _CMYK, _YCBCR, _WHITE_IS_ZERO = 3, 5, 6, 0


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """Size and reading hints of a picture file, known before it is decoded."""

    rows: int
    columns: int
    color: bool
    orientation: int = 1
    """EXIF orientation 1 to 8 (JEITA CP-3451 4.6.4); 1 is upright."""
    inverse: bool = False
    as_rgb: bool = False
    notes: tuple[Reason, ...] = ()

    @property
    def upright(self) -> tuple[int, int]:
        """Rows and columns after the orientation is applied."""
        turned = self.orientation in _TURNED
        return (self.columns, self.rows) if turned else (self.rows, self.columns)


def read_header(data: bytes, kind: str) -> PictureHeader:
    """Read size and hints.

    Raises
    ------
    UnreadableImage
        ``damaged_header``, ``truncated``, ``zero_size``, ``image_too_large``,
        ``wrong_photometric``.
    """
    readers = {"png": _png, "jpeg": _jpeg, "tiff": _tiff, "bmp": _bmp}
    try:
        header = readers[kind](data)
    except struct.error as error:
        raise UnreadableImage("truncated") from error
    check_size(header.rows, header.columns)
    if header.orientation != 1:
        return replace(header, notes=(*header.notes, Reason("exif_rotated")))
    return header


def describe_picture(header: PictureHeader, source: Source, *, sha256: str) -> Study:
    """A Study for a file that says nothing about patient, date or modality."""
    rows, columns = header.upright
    instance = Instance(
        source=source,
        sop_instance_uid=derived_uid(sha256, "instance"),
        sop_class_uid="",
        number=0,
        frames=1,
        rows=rows,
        columns=columns,
        photometric="RGB" if header.color else "MONOCHROME2",
        transfer_syntax_uid="",
        modality="",
        sha256=sha256,
    )
    series = Series(derived_uid(sha256, "series"), 0, "", "", (instance,))
    return Study(derived_uid(sha256, "study"), Patient(), None, "", (series,))


def picture_frame(data: bytes, kind: str, header: PictureHeader) -> Frame:
    """Decode a picture into a Frame: grey of 8 or 16 bits or float, or 8-bit RGB.

    Raises
    ------
    UnreadableImage
        ``cannot_decode``, ``truncated``, ``size_mismatch``, ``unsupported_pixels``.
    """
    values = codecs.decode_picture(data, kind, as_rgb=header.as_rgb)
    if values.shape[:2] != (header.rows, header.columns):
        raise UnreadableImage("size_mismatch")
    stored = _upright(_grey_or_rgb(_without_alpha(values)), header.orientation)
    if stored.dtype == np.bool_:
        stored = stored.astype(np.uint8) * 255
    if stored.dtype.kind not in "iuf" or stored.dtype.itemsize > 8:
        raise UnreadableImage("unsupported_pixels", bits=stored.dtype.itemsize * 8)
    return Frame(
        stored,
        inverse=header.inverse and stored.ndim == 2,
        identity=stored.dtype == np.uint8,
        read_notes=header.notes,
    )


def _without_alpha(values: NDArray[Any]) -> NDArray[Any]:
    """Drop an alpha channel; what is transparent becomes black, as the bars round a film are."""
    if values.ndim != 3 or values.shape[2] not in (2, 4) or values.dtype.kind != "u":
        return values
    colour, alpha = values[..., :-1], values[..., -1:]
    full = np.iinfo(values.dtype).max
    if (alpha == full).all():
        return colour
    blended = colour.astype(np.uint64) * alpha // full
    return np.asarray(blended, dtype=values.dtype)


def _grey_or_rgb(values: NDArray[Any]) -> NDArray[Any]:
    """One plane where all three are equal, as most films saved by an office program are."""
    if values.ndim == 3 and values.shape[2] == 1:
        return values[..., 0]
    if values.ndim == 2:
        return values
    if values.ndim != 3 or values.shape[2] != 3:
        raise UnreadableImage("unsupported_pixels", bits=values.dtype.itemsize * 8)
    red, green, blue = (values[..., plane] for plane in range(3))
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return np.ascontiguousarray(red)
    if values.dtype == np.uint16:
        return np.ascontiguousarray((values >> 8).astype(np.uint8))
    if values.dtype != np.uint8:
        raise UnreadableImage("unsupported_pixels", bits=values.dtype.itemsize * 8)
    return np.ascontiguousarray(values)


def _upright(values: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Turn as every viewer does; the note says so, for a film's side markers depend on it."""
    if orientation in (2, 4, 5, 7):
        values = values[:, ::-1]
    turns = {3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}.get(orientation, 0)
    return np.ascontiguousarray(np.rot90(values, turns)) if orientation != 1 else values


def _png(data: bytes) -> PictureHeader:
    columns, rows, _, colour = struct.unpack_from(">IIBB", data, 16)
    _check_png(data)
    return PictureHeader(rows, columns, colour in (2, 3, 6))


def _check_png(data: bytes) -> None:
    """Walk the chunks to the end: the library shows a cut file's missing part as black."""
    at = 8
    while at + 12 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        name = data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data):
            break
        if zlib.crc32(data[at + 4 : end]) != struct.unpack_from(">I", data, end)[0]:
            raise UnreadableImage("cannot_decode", syntax="png")
        if name == b"IEND":
            return
        at = end + 4
    raise UnreadableImage("truncated")


def _jpeg(data: bytes) -> PictureHeader:
    size = codestream.size(data)
    if size is None:
        raise UnreadableImage("damaged_header")
    count = codestream.components(data)
    if count == 4:
        raise UnreadableImage("wrong_photometric", value="CMYK")
    if not codestream.is_complete_jpeg(data):
        raise UnreadableImage("truncated")
    orientation = 1
    for segment in codestream.application_segments(data, 0xE1):
        if segment.startswith(b"Exif\0\0"):
            orientation = tiff.orientation(segment[6:])
    return PictureHeader(*size, count == 3, orientation)


def _tiff(data: bytes) -> PictureHeader:
    tags = tiff.first_directory(data)
    if not tags:
        raise UnreadableImage("truncated")  # the directory often lies behind the pixels
    rows, columns = tags.get(tiff.ROWS, 0), tags.get(tiff.COLUMNS, 0)
    photometric, samples = tags.get(tiff.PHOTOMETRIC, 1), tags.get(tiff.SAMPLES, 1)
    as_rgb = photometric in (_PALETTE, _CMYK, _YCBCR)
    return PictureHeader(
        rows,
        columns,
        samples >= 3 or as_rgb,
        tiff.orientation(data),
        photometric == _WHITE_IS_ZERO,
        as_rgb,
        (Reason("more_pages"),) if tags.get(tiff.MORE_PAGES) else (),
    )


def _bmp(data: bytes) -> PictureHeader:
    if struct.unpack_from("<I", data, 14)[0] == 12:
        columns, rows, _, bits = struct.unpack_from("<HHHH", data, 18)
    else:
        columns, rows, _, bits = struct.unpack_from("<iiHH", data, 18)
    if struct.unpack_from("<I", data, 10)[0] >= len(data):
        raise UnreadableImage("truncated")
    return PictureHeader(abs(rows), abs(columns), bits > 8)
