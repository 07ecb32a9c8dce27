"""Bytes of a DICOM file to a parsed dataset, with every failure named and nothing printed.

The one place that lets pydicom parse. Pixel data are not copied: only their place is noted.
"""

import logging
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pydicom import config
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.filereader import read_partial
from pydicom.tag import BaseTag

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.limits import INFLATED_BYTES

config.settings.reading_validation_mode = config.IGNORE
# pydicom's log lines quote values, names included: they must not reach a log of ours.
logging.getLogger("pydicom").propagate = False

DEFLATED = "1.2.840.10008.1.2.1.99"
IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
UNDEFINED_LENGTH = 0xFFFFFFFF

PARSE_ERRORS = (
    ArithmeticError,
    BytesLengthException,
    InvalidDicomError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pydicom raises on damaged bytes, depending on where the damage lies."""

_PIXEL_TAGS = (0x7FE00008, 0x7FE00009, 0x7FE00010)
_META_LONG_VR = (b"OB", b"OW", b"UN", b"SQ", b"UT", b"OF", b"OD")
_quiet = threading.RLock()


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where the pixel data lie in the body: PS3.3 C.7.6.3 (and .24, .25 for float)."""

    tag: int
    vr: str
    start: int
    length: int
    """In bytes; `UNDEFINED_LENGTH` when encapsulated in fragments (PS3.5 A.4)."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A dataset up to its pixel data, and where these begin.

    `body` is the file itself, or what a deflated file unpacks to.
    """

    dataset: Dataset
    transfer_syntax: str
    little_endian: bool
    body: bytes
    pixels: PixelElement | None
    cut_short: bool


@contextmanager
def quiet() -> Iterator[None]:
    """Keep pydicom's warnings off the terminal while it parses or converts.

    Warning filters are global, hence the lock; parsing holds the interpreter lock anyway.
    """
    with _quiet, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def parse(data: bytes) -> Parsed:
    """Parse the header of a DICOM file, with or without preamble.

    Raises
    ------
    UnreadableImage
        ``damaged_header`` or ``truncated``.
    """
    syntax, start = _transfer_syntax(data)
    body = _inflate(data, start) if syntax == DEFLATED else data
    found: list[PixelElement] = []
    stream = BytesIO(body)

    def at_pixels(tag: BaseTag, vr: str | None, length: int) -> bool:
        if tag not in _PIXEL_TAGS:
            return False
        found.append(PixelElement(int(tag), vr or "OW", stream.tell(), length))
        return True

    try:
        with quiet():
            dataset = read_partial(stream, stop_when=at_pixels, force=True)
            implicit, little = dataset.original_encoding
            cut_short = _is_cut(dataset, len(body))
    except PARSE_ERRORS as error:
        raise UnreadableImage("damaged_header") from error
    if not len(dataset):
        raise UnreadableImage("damaged_header")
    return Parsed(
        dataset,
        syntax or _plain_syntax(bool(implicit), little=bool(little)),
        bool(little),
        body,
        found[0] if found else None,
        cut_short,
    )


def _transfer_syntax(data: bytes) -> tuple[str, int]:
    """The transfer syntax and the end of the file meta information (PS3.10 7.1).

    Read here and not by pydicom because pydicom would inflate without a bound.
    """
    at = 132 if data[128:132] == b"DICM" else 0
    uid = ""
    while data[at : at + 2] == b"\x02\x00" and at + 8 <= len(data):
        element = struct.unpack_from("<H", data, at + 2)[0]
        if data[at + 4 : at + 6] in _META_LONG_VR:
            if at + 12 > len(data):
                break
            length, value = struct.unpack_from("<I", data, at + 8)[0], at + 12
        else:
            length, value = struct.unpack_from("<H", data, at + 6)[0], at + 8
        if element == 0x0010:
            uid = data[value : value + length].strip(b" \0").decode("ascii", "replace")
        at = value + length
    return uid, at


def _inflate(data: bytes, start: int) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        body = inflater.decompress(memoryview(data)[start:], INFLATED_BYTES)
    except zlib.error as error:
        raise UnreadableImage("damaged_header") from error
    if inflater.unconsumed_tail:
        raise UnreadableImage("file_too_large", limit_mb=INFLATED_BYTES >> 20)
    if not inflater.eof:
        raise UnreadableImage("truncated")
    return body


def _plain_syntax(implicit: bool, *, little: bool) -> str:
    if implicit:
        return IMPLICIT_LITTLE
    return EXPLICIT_LITTLE if little else EXPLICIT_BIG


def _is_cut(dataset: Dataset, size: int) -> bool:
    """Whether the last element claims more bytes than the file has."""
    ends = [
        item.value_tell + item.length
        for item in dataset.elements()
        if isinstance(item, RawDataElement) and item.length != UNDEFINED_LENGTH
    ]
    return bool(ends) and max(ends) > size
