"""Synthetic films as bytes: DICOM in every transfer syntax, plain pictures, broken variants.

Nothing here comes from a patient. Each function returns a file's bytes.
"""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
JPEG_EXTENDED = "1.2.840.10008.1.2.4.51"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.57"
JPEG_LOSSLESS_1 = "1.2.840.10008.1.2.4.70"
JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_LS_NEAR = "1.2.840.10008.1.2.4.81"
JPEG_2000 = "1.2.840.10008.1.2.4.90"
JPEG_2000_LOSSY = "1.2.840.10008.1.2.4.91"
HTJ2K = "1.2.840.10008.1.2.4.201"
HTJ2K_LOSSY = "1.2.840.10008.1.2.4.203"
RLE = "1.2.840.10008.1.2.5"
DX = "1.2.840.10008.5.1.4.1.1.1.1"
_ROOT = "1.2.826.0.1.3680043.8.498"


def phantom(rows: int = 64, columns: int = 48, *, bits: int = 12, seed: int = 0) -> np.ndarray:
    """A smooth body with two dark lungs and a little noise: (rows, columns) of `bits` bits."""
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    body = np.clip(1.15 - np.hypot(x * 0.8, y * 0.7), 0, 1)
    for side in (-0.42, 0.42):
        body -= 0.5 * np.exp(-(((x - side) / 0.22) ** 2) - ((y + 0.05) / 0.5) ** 2)
    noise = np.random.default_rng(seed).normal(0, 0.01, body.shape)
    values = np.clip(body + 0.05 + noise, 0, 1) * ((1 << bits) - 1)
    return values.astype(np.uint8 if bits <= 8 else np.uint16)


def colour(rows: int = 32, columns: int = 24) -> np.ndarray:
    """Smooth (rows, columns, 3) uint8 RGB."""
    y, x = np.mgrid[0 : 1 : rows * 1j, 0 : 1 : columns * 1j]
    return np.dstack([255 * x, 255 * y, 255 * (1 - x)]).astype(np.uint8)


def _rle(values: np.ndarray) -> bytes:
    if values.ndim == 3:
        values = np.ascontiguousarray(values.transpose(2, 0, 1))
    little = values.astype(values.dtype.newbyteorder("<"))
    return _rle_planes(little)


def _rle_planes(values: np.ndarray) -> bytes:
    """PS3.5 G: byte planes, most significant first, as literal and replicate runs."""
    planes = values.reshape(-1, *values.shape[-2:]) if values.ndim == 3 else values[None]
    segments = []
    for plane in planes:
        raw = plane.reshape(-1, 1).view(np.uint8).reshape(plane.size, -1)
        segments += [_packbits(raw[:, byte].tobytes()) for byte in reversed(range(raw.shape[1]))]
    offsets, at = [], 64
    for segment in segments:
        offsets.append(at)
        at += len(segment)
    header = struct.pack("<16I", len(segments), *offsets, *[0] * (15 - len(segments)))
    return header + b"".join(segments)


def _packbits(data: bytes) -> bytes:
    packed = imagecodecs.packbits_encode(data)
    return packed + b"\0" * (len(packed) % 2)


ENCODERS: dict[str, Callable[[np.ndarray], bytes]] = {
    JPEG_BASELINE: lambda a: imagecodecs.jpeg8_encode(a, level=95),
    JPEG_EXTENDED: lambda a: imagecodecs.jpeg8_encode(a, level=98, bitspersample=12),
    JPEG_LOSSLESS: lambda a: imagecodecs.jpeg8_encode(
        a, lossless=True, predictor=6, bitspersample=8 * a.itemsize
    ),
    JPEG_LOSSLESS_1: lambda a: imagecodecs.jpeg8_encode(
        a, lossless=True, predictor=1, bitspersample=8 * a.itemsize
    ),
    JPEG_LS: imagecodecs.jpegls_encode,
    JPEG_LS_NEAR: lambda a: imagecodecs.jpegls_encode(a, level=2),
    JPEG_2000: lambda a: imagecodecs.jpeg2k_encode(a, codecformat="j2k", reversible=True),
    JPEG_2000_LOSSY: lambda a: imagecodecs.jpeg2k_encode(a, level=60, codecformat="j2k"),
    HTJ2K: lambda a: imagecodecs.htj2k_encode(a, reversible=True),
    HTJ2K_LOSSY: lambda a: imagecodecs.htj2k_encode(a, level=0.001, reversible=False),
    RLE: _rle,
}


def dataset(pixels: np.ndarray, *, bits: int, syntax: str, frames: int, **values: Any) -> Dataset:
    """Header of a film; `values` are attributes by keyword, None removes one."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID = DX
    meta.MediaStorageSOPInstanceUID = f"{_ROOT}.3"
    film = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    colourful = pixels.ndim == (4 if frames > 1 else 3) and pixels.shape[-1] == 3
    shape = pixels.shape[1:] if frames > 1 else pixels.shape
    stated: dict[str, Any] = {
        "SOPClassUID": DX,
        "SOPInstanceUID": f"{_ROOT}.3",
        "StudyInstanceUID": f"{_ROOT}.1",
        "SeriesInstanceUID": f"{_ROOT}.2",
        "Modality": "DX",
        "Rows": shape[0],
        "Columns": shape[1],
        "SamplesPerPixel": 3 if colourful else 1,
        "PhotometricInterpretation": "RGB" if colourful else "MONOCHROME2",
        "BitsAllocated": 8 * pixels.dtype.itemsize,
        "BitsStored": bits,
        "HighBit": bits - 1,
        "PixelRepresentation": int(pixels.dtype.kind == "i"),
    }
    if colourful:
        stated["PlanarConfiguration"] = 0
    if frames > 1:
        stated["NumberOfFrames"] = frames
    for keyword, value in {**stated, **values}.items():
        if value is not None:
            setattr(film, keyword, value)
    return film


def film(
    pixels: np.ndarray | None = None,
    *,
    bits: int = 12,
    syntax: str = EXPLICIT,
    frames: int = 1,
    pixel_bytes: bytes | None = None,
    raw: dict[str, tuple[str, bytes]] | None = None,
    **values: Any,
) -> bytes:
    """A DICOM film.

    Parameters
    ----------
    pixels
        (rows, columns[, 3]), with a first axis for frames when `frames` > 1.
    pixel_bytes
        Value of Pixel Data instead of what `pixels` gives.
    raw
        Keyword to VR and value bytes, for values that a writer would refuse.
    values
        Attributes by keyword; None leaves one out.
    """
    pixels = phantom(bits=bits) if pixels is None else pixels
    header = dataset(pixels, bits=bits, syntax=syntax, frames=frames, **values)
    if syntax in ENCODERS and pixel_bytes is None:
        parts = list(pixels) if frames > 1 else [pixels]
        pixel_bytes = encapsulate([ENCODERS[syntax](np.ascontiguousarray(p)) for p in parts])
    if pixel_bytes is None:
        order = ">" if syntax == BIG_ENDIAN else "<"
        pixel_bytes = pixels.astype(pixels.dtype.newbyteorder(order)).tobytes()
    if "PixelData" not in values:
        vr = "OB" if pixels.dtype.itemsize == 1 or syntax in ENCODERS else "OW"
        header.add_new(0x7FE00010, vr, pixel_bytes + b"\0" * (len(pixel_bytes) % 2))
        header["PixelData"].is_undefined_length = syntax in ENCODERS
    return to_bytes(header, syntax=syntax, raw=raw)


def to_bytes(
    header: Dataset, *, syntax: str = EXPLICIT, raw: dict[str, tuple[str, bytes]] | None = None
) -> bytes:
    """Write a dataset; `raw` elements go in as they are."""
    from pydicom.datadict import tag_for_keyword
    from pydicom.dataelem import RawDataElement
    from pydicom.tag import Tag

    little = syntax != BIG_ENDIAN
    for keyword, (vr, value) in (raw or {}).items():
        tag = Tag(tag_for_keyword(keyword))
        header._dict[tag] = RawDataElement(tag, vr, len(value), value, 0, False, little, True)
    header.set_original_encoding(syntax == IMPLICIT, little)
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if raw:  # told that nothing changed, the writer leaves raw text alone
            header.set_original_encoding(syntax == IMPLICIT, little, header._character_set)
        header.save_as(stream, enforce_file_format=True, overwrite=True)
    return stream.getvalue()


def without_preamble(data: bytes) -> bytes:
    """The same file as an old console exports it: the dataset alone."""
    length = struct.unpack_from("<I", data, 140)[0]
    return data[144 + length :]


def report() -> bytes:
    """A structured report: DICOM, but no picture."""
    header = dataset(phantom(), bits=12, syntax=EXPLICIT, frames=1)
    header.SOPClassUID = "1.2.840.10008.5.1.4.1.1.88.11"
    header.file_meta.MediaStorageSOPClassUID = header.SOPClassUID
    return to_bytes(header)


def dicomdir(references: list[list[str]], *, kind: str = "IMAGE") -> bytes:
    """A DICOMDIR whose records name these files, component by component."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = EXPLICIT
    meta.MediaStorageSOPClassUID = "1.2.840.10008.1.3.10"
    meta.MediaStorageSOPInstanceUID = f"{_ROOT}.9"
    header = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    records = []
    for parts in references:
        record = Dataset()
        record.DirectoryRecordType = kind
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            record.ReferencedFileID = parts
        records.append(record)
    header.DirectoryRecordSequence = records
    return to_bytes(header)


def png(pixels: np.ndarray) -> bytes:
    """A PNG of any depth and channel count."""
    return bytes(imagecodecs.png_encode(pixels))


def jpeg(pixels: np.ndarray, *, orientation: int = 1, level: int = 95) -> bytes:
    """A JPEG, with an EXIF block when it is turned."""
    data = bytes(imagecodecs.jpeg8_encode(pixels, level=level))
    if orientation == 1:
        return data
    block = b"Exif\0\0II*\0" + struct.pack("<IHHHIII", 8, 1, 274, 3, 1, orientation, 0)
    return data[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(block) + 2) + block + data[2:]


def tiff(pixels: np.ndarray, **options: Any) -> bytes:
    """A TIFF of one page."""
    return bytes(imagecodecs.tiff_encode(pixels, **options))


def bmp(pixels: np.ndarray) -> bytes:
    """A BMP, grey by palette or 24-bit colour."""
    return bytes(imagecodecs.bmp_encode(pixels))


def zipped(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
