"""The one importer of imagecodecs: compressed frames and picture files to arrays.

Names of imagecodecs functions stand in `USED` so that the frozen program can bundle those
codecs alone; a test compares the tuple with what this module calls.
"""

from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import codestream
from meddx_desktop.core.imaging.pixel_module import PixelModule

USED = (
    "bmp_decode",
    "dicomrle_decode",
    "jpeg2k_decode",
    "jpeg8_decode",
    "jpegls_decode",
    "png_decode",
    "tiff_decode",
)

_JPEG = (
    "1.2.840.10008.1.2.4.50",  # baseline
    "1.2.840.10008.1.2.4.51",  # extended, 8 or 12 bits
    "1.2.840.10008.1.2.4.57",  # lossless, any predictor
    "1.2.840.10008.1.2.4.70",  # lossless, first-order prediction
)
_JPEG_LS = ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")
_JPEG_2000 = (
    "1.2.840.10008.1.2.4.90",
    "1.2.840.10008.1.2.4.91",
    "1.2.840.10008.1.2.4.92",
    "1.2.840.10008.1.2.4.93",
)
_HTJ2K = (
    "1.2.840.10008.1.2.4.201",
    "1.2.840.10008.1.2.4.202",
    "1.2.840.10008.1.2.4.203",
)
_LOSSY = (*_JPEG[:2], _JPEG_LS[1], _JPEG_2000[1], _JPEG_2000[3], _HTJ2K[2])
RLE = "1.2.840.10008.1.2.5"
SYNTAXES = (*_JPEG, *_JPEG_LS, *_JPEG_2000, *_HTJ2K, RLE)

_ERRORS = (RuntimeError, ValueError, TypeError, IndexError, OverflowError, MemoryError)
"""imagecodecs' own exceptions derive from RuntimeError; the rest comes from its wrappers."""


def supports(syntax: str) -> bool:
    """Whether frames of a transfer syntax UID can be decoded here."""
    return syntax in SYNTAXES


def decode(stream: bytes, syntax: str, module: PixelModule) -> tuple[NDArray[Any], str]:
    """Decode a compressed frame.

    Returns
    -------
    tuple
        (rows, columns[, 3]) integers as the codec gives them, and the photometric
        interpretation they are in now: decoders of JPEG and JPEG 2000 undo their own colour
        transform.

    Raises
    ------
    UnreadableImage
        ``cannot_decode``, ``truncated``, ``size_mismatch``.
    """
    if syntax == RLE:
        return _rle(stream, module), module.photometric
    size = codestream.size(stream)
    if size is None:
        raise UnreadableImage("cannot_decode", syntax=syntax)
    if size != (module.rows, module.columns):
        # Refused before decoding: a stream may claim a size that would fill the memory.
        raise UnreadableImage("size_mismatch")
    try:
        values, photometric = _decoder(stream, syntax, module)
    except _ERRORS as error:
        raise UnreadableImage("cannot_decode", syntax=syntax) from error
    return (_clipped(values, module) if syntax in _LOSSY else values), photometric


def _clipped(values: NDArray[Any], module: PixelModule) -> NDArray[Any]:
    """Bring back what a lossy codec let overshoot Bits Stored.

    Cut off by a mask instead, the brightest values would become the darkest.
    """
    if module.signed != (values.dtype.kind == "i") or module.stored >= values.dtype.itemsize * 8:
        return values
    low = -(1 << module.stored - 1) if module.signed else 0
    return np.asarray(np.clip(values, low, low + (1 << module.stored) - 1))


def _decoder(stream: bytes, syntax: str, module: PixelModule) -> tuple[NDArray[Any], str]:
    if syntax in _JPEG_LS:
        return np.asarray(imagecodecs.jpegls_decode(stream)), module.photometric
    if syntax in _JPEG_2000 or syntax in _HTJ2K:
        # Not htj2k_decode: of a damaged stream it hands back a picture with the rest missing.
        return np.asarray(imagecodecs.jpeg2k_decode(stream, numthreads=2)), _after_2000(module)
    if not codestream.is_complete_jpeg(stream):
        # The library fills the missing part with grey and says nothing.
        raise UnreadableImage("truncated")
    return _jpeg(stream, module)


def _after_2000(module: PixelModule) -> str:
    return "RGB" if module.photometric in ("YBR_RCT", "YBR_ICT") else module.photometric


def _jpeg(stream: bytes, module: PixelModule) -> tuple[NDArray[Any], str]:
    """JPEG of any process. The library undoes YCbCr where the stream or the header says so.

    The stream's own markers (JFIF, Adobe, component names) go before Photometric
    Interpretation, which many writers set to RGB for a YCbCr stream; without markers the
    header decides.
    """
    if module.samples == 1:
        return np.asarray(imagecodecs.jpeg8_decode(stream)), module.photometric
    if module.photometric == "RGB" and not codestream.names_its_colours(stream):
        values = imagecodecs.jpeg8_decode(stream, colorspace="RGB", outcolorspace="RGB")
        return np.asarray(values), "RGB"
    return np.asarray(imagecodecs.jpeg8_decode(stream, outcolorspace="RGB")), "RGB"


def _rle(stream: bytes, module: PixelModule) -> NDArray[Any]:
    """RLE Lossless (PS3.5 G): planes per sample and byte, whatever Planar Configuration says."""
    if module.allocated not in (8, 16, 32, 64):
        raise UnreadableImage("unsupported_pixels", bits=module.allocated)
    dtype = np.dtype(f"<u{module.allocated // 8}")
    count = module.rows * module.columns * module.samples
    try:
        values = np.frombuffer(imagecodecs.dicomrle_decode(stream, dtype), dtype)
    except _ERRORS as error:
        raise UnreadableImage("cannot_decode", syntax=RLE) from error
    if values.size < count:
        raise UnreadableImage("truncated")
    if values.size > count + 1:
        raise UnreadableImage("size_mismatch")
    values = values[:count]
    if module.samples == 1:
        return values.reshape(module.rows, module.columns)
    planes = values.reshape(module.samples, module.rows, module.columns)
    return np.ascontiguousarray(planes.transpose(1, 2, 0))


def decode_picture(data: bytes, kind: str, *, as_rgb: bool = False) -> NDArray[Any]:
    """Decode a PNG, JPEG, TIFF (first page) or BMP file.

    Returns
    -------
    ndarray
        (H, W) or (H, W, 2 to 4), of the file's own depth.

    Raises
    ------
    UnreadableImage
        ``cannot_decode``.
    """
    decoders: dict[str, Callable[[bytes], Any]] = {
        "png": imagecodecs.png_decode,
        "jpeg": imagecodecs.jpeg8_decode,
        "tiff": lambda file: imagecodecs.tiff_decode(file, asrgb=as_rgb),
        "bmp": imagecodecs.bmp_decode,
    }
    try:
        return np.asarray(decoders[kind](data))
    except _ERRORS as error:
        raise UnreadableImage("cannot_decode", syntax=kind) from error
