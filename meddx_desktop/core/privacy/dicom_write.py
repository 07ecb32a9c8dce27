"""A de-identified film as a file (PS3.10): header, then plain pixels and not a byte more.

Always Explicit VR Little Endian. A compressed frame can hold comments, and bits above those stored
an overlay: decoded and written anew, neither is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from struct import pack
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import ExplicitVRLittleEndian

from meddx_desktop.core.errors import InvalidEntry

_MOST_BYTES = 0xFFFFFFFE
_PIXELS = {"": (0x7FE0, 0x0010), "f4": (0x7FE0, 0x0008), "f8": (0x7FE0, 0x0009)}
_OF_ONE_SAMPLE = frozenset(
    {
        *range(0x00280106, 0x0028010A),  # smallest and largest value
        *(0x00280120, 0x00280121),  # padding
        *(0x00281101, 0x00281102, 0x00281103, 0x00281199),
        *(0x00281201, 0x00281202, 0x00281203, 0x00281221, 0x00281222, 0x00281223),
    }
)
"""What describes indices of a palette or grey values, and says nothing true of red, green, blue."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the frames that are handed over are to be stored (PS3.3 C.7.6.3).

    Attributes
    ----------
    stored : int
        Bits that hold the value; the high bit is always the one below.
    kind : str
        ``f4`` or ``f8`` for floating pixels, else empty.
    """

    rows: int
    columns: int
    frames: int
    samples: int
    photometric: str
    allocated: int
    stored: int
    signed: bool
    kind: str = ""

    @property
    def pixel_bytes(self) -> int:
        """Bytes of all frames, padding left out."""
        bits = self.rows * self.columns * self.samples * self.frames * self.allocated
        return -(-bits // 8)


def film_parts(header: Dataset, layout: Layout, frames: Iterable[NDArray[Any]]) -> Iterator[bytes]:
    """The file part by part, so that a long film is never in memory twice.

    Raises
    ------
    InvalidEntry
        ``film_too_large_to_write``: plain pixels of 4 GiB and more can't be stated in DICOM.
    """
    if layout.pixel_bytes > _MOST_BYTES:
        raise InvalidEntry("film_too_large_to_write")
    _describe(header, layout)
    yield _head(header)
    tag = _PIXELS[layout.kind]
    vr = {"": b"OB" if layout.allocated <= 8 else b"OW", "f4": b"OF", "f8": b"OD"}[layout.kind]
    length = layout.pixel_bytes + layout.pixel_bytes % 2
    yield pack("<HH2sHI", *tag, vr, 0, length)
    if layout.allocated == 1:
        # Frames follow each other bit by bit (PS3.5 8.1.1): only together are they whole bytes.
        bits = np.concatenate([frame.astype(np.uint8).ravel() for frame in frames])
        yield np.packbits(bits, bitorder="little").tobytes()
    else:
        for frame in frames:
            yield _bytes(frame, layout)
    yield b"\0" * (length - layout.pixel_bytes)


def _bytes(frame: NDArray[Any], layout: Layout) -> bytes:
    code = layout.kind or f"{'i' if layout.signed else 'u'}{layout.allocated // 8}"
    values = frame.astype(f"<{code}")
    if not layout.kind and not layout.signed and layout.stored < layout.allocated:
        values &= np.array((1 << layout.stored) - 1, values.dtype)
    return values.tobytes()


def _describe(header: Dataset, layout: Layout) -> None:
    header.SamplesPerPixel = layout.samples
    header.PhotometricInterpretation = layout.photometric
    header.Rows, header.Columns = layout.rows, layout.columns
    if layout.frames > 1 or "NumberOfFrames" in header:
        header.NumberOfFrames = layout.frames
    if layout.samples > 1:
        header.PlanarConfiguration = 0
        for tag in _OF_ONE_SAMPLE & set(map(int, header.keys())):
            del header[tag]
    elif "PlanarConfiguration" in header:
        del header.PlanarConfiguration
    header.BitsAllocated = layout.allocated
    for name in ("BitsStored", "HighBit", "PixelRepresentation"):
        if layout.kind and name in header:
            delattr(header, name)
    if not layout.kind:
        header.BitsStored, header.HighBit = layout.stored, layout.stored - 1
        header.PixelRepresentation = int(layout.signed)


def _head(header: Dataset) -> bytes:
    """Preamble, file meta information and header; all of it made here."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = header.get("SOPClassUID", "")
    meta.MediaStorageSOPInstanceUID = header.get("SOPInstanceUID", "")
    header.file_meta = meta
    stream = BytesIO()
    dcmwrite(stream, header, enforce_file_format=True)
    return stream.getvalue()
