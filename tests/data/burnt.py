"""Synthetic films with writing in their pixels, and DICOM headers with names everywhere."""

import io
import warnings
from collections.abc import Iterator

import cv2
import numpy as np
from pydicom.datadict import DicomDictionary
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag

from meddx_desktop.core.paths import RESOURCES
from tests.data import films

Line = tuple[str, int, int]
_face: list[cv2.FontFace] = []


def write(shape: tuple[int, int], lines: list[Line], *, height: int = 24) -> np.ndarray:
    """(rows, columns) bool: where the writing stands; x, y of the first sign's foot."""
    if not _face:
        _face.append(cv2.FontFace(str(RESOURCES / "fonts" / "MedDxSans-Regular.otf")))
    canvas = np.zeros((*shape, 3), np.uint8)
    for text, x, y in lines:
        cv2.putText(canvas, text, (x, y), (255, 255, 255), _face[0], height, 400)
    return canvas[..., 0] > 100


def film(
    lines: list[Line], shape: tuple[int, int] = (224, 320), *, bits: int = 12, height: int = 24
) -> np.ndarray:
    """A phantom with white writing burnt in."""
    ground = (films.phantom(*shape, bits=bits) * 0.7).astype(np.uint16)
    return np.where(write(shape, lines, height=height), (1 << bits) - 1, ground).astype(np.uint16)


def planted(secret: str) -> Dataset:
    """A dataset with `secret` in one attribute of every kind, private and nested ones too.

    Attributes that only hold numbers get its bytes, as far as they fit.
    """
    out = Dataset()
    for element in _elements(secret):
        out.add(element)
    block = out.private_block(0x0011, secret[:16], create=True)
    block.add_new(1, "LO", secret)
    inner = Dataset()
    for element in _elements(secret):
        inner.add(element)
    inner.private_block(0x0013, "OTHER", create=True).add_new(2, "UT", secret)
    for keyword in (
        "ReferencedImageSequence",
        "SharedFunctionalGroupsSequence",
        "ViewCodeSequence",
    ):
        setattr(out, keyword, [inner])
    out.add(DataElement(0x00110010 + 0x20000, "LO", secret, validation_mode=0))
    block.add_new(3, "SQ", Sequence([inner]))
    out.add(DataElement(0x60003000, "OW", _even(secret)))
    out.add(DataElement(0x60000010, "US", 1))
    out.add(DataElement(0x60004000, "LT", secret, validation_mode=0))
    out.add(DataElement(0x50003000, "OW", _even(secret)))
    out.add(DataElement(0x00880200, "SQ", Sequence([inner])))
    out.add(DataElement(0xFFFCFFFC, "OB", _even(secret)))
    return out


def _elements(secret: str) -> Iterator[DataElement]:
    """The first few attributes of each kind that the dictionary knows, patients' ones all."""
    seen: dict[str, int] = {}
    for number, (vr, _, _, retired, keyword) in sorted(DicomDictionary.items()):
        tag = Tag(number)
        if tag.group < 8 or retired or not keyword or tag in _OF_PIXELS:
            continue
        seen[vr] = seen.get(vr, 0) + 1
        if seen[vr] > 6 and tag.group != 0x0010:
            continue
        if (value := _value(vr.split(" ")[0], secret)) is not None:
            yield DataElement(tag, vr.split(" ")[0], value, validation_mode=0)


def _even(secret: str) -> bytes:
    raw = secret.encode("gb18030")
    return raw + b" " * (len(raw) % 2)


def _value(vr: str, secret: str) -> object:
    if vr in ("LO", "SH", "ST", "LT", "UT", "UC", "PN"):
        return secret
    if vr in ("CS", "AE", "UR", "DS", "IS"):
        return secret if secret.isascii() and vr not in ("DS", "IS") else None
    if vr in ("OB", "OW", "UN"):
        return _even(secret)
    if vr in ("US", "SS", "UL", "SL", "FL", "FD"):
        raw = secret.encode("utf-16-le") * 4
        kind = {"US": "<u2", "SS": "<i2", "UL": "<u4", "SL": "<i4", "FL": "<f4", "FD": "<f8"}[vr]
        return np.frombuffer(raw[: len(raw) // 8 * 8], kind).tolist()
    return None


_PIXEL_KEYWORDS = """
Rows Columns BitsAllocated BitsStored HighBit PixelRepresentation SamplesPerPixel PixelData
PhotometricInterpretation NumberOfFrames PlanarConfiguration SpecificCharacterSet FloatPixelData
DoubleFloatPixelData SOPClassUID SOPInstanceUID
"""
_OF_PIXELS = frozenset(map(Tag, _PIXEL_KEYWORDS.split()))


def film_bytes(extra: Dataset, pixels: np.ndarray | None = None, **values: object) -> bytes:
    """A film whose header holds all of `extra`, with a name in preamble and behind the pixels."""
    small = films.phantom(16, 16) if pixels is None else pixels
    header = films.dataset(small, bits=12, syntax=films.EXPLICIT, frames=1)
    header.SpecificCharacterSet = "ISO_IR 192"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for element in extra:
            header.add(element)
        for keyword, value in values.items():
            setattr(header, keyword, value)
        header.add_new(0x7FE00010, "OW", small.tobytes())
        stream = io.BytesIO()
        header.save_as(stream, enforce_file_format=True)
    return stream.getvalue()
