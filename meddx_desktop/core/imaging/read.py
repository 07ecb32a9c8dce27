"""From a file to a Film: what it shows of whom, and its frames when they are asked for."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.imaging import Instance, Source, Study
from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import pictures, signature
from meddx_desktop.core.imaging.attributes import text
from meddx_desktop.core.imaging.dataset import (
    DEFLATED,
    UNDEFINED_LENGTH,
    Parsed,
    parse,
    quiet,
)
from meddx_desktop.core.imaging.decode import decode_frame, has_more
from meddx_desktop.core.imaging.describe import describe
from meddx_desktop.core.imaging.files import read_bytes
from meddx_desktop.core.imaging.grayscale import read_grayscale
from meddx_desktop.core.imaging.limits import FILE_BYTES
from meddx_desktop.core.imaging.palette import apply_palette
from meddx_desktop.core.imaging.pixel_module import PixelModule, read_pixel_module
from meddx_desktop.core.imaging.pixels import Frame

FILM_NAMES = frozenset({".dcm", ".dicom", ".dic", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"})
"""Endings of a name that promise a film. What a file is, its bytes say."""
_OBJECT_KINDS = {  # SOP class roots without a picture of their own
    "1.2.840.10008.1.3.10": "directory",
    "1.2.840.10008.5.1.4.1.1.88.": "report",
    "1.2.840.10008.5.1.4.1.1.104.": "document",
    "1.2.840.10008.5.1.4.1.1.11.": "presentation_state",
    "1.2.840.10008.5.1.4.1.1.9.": "waveform",
    "1.2.840.10008.5.1.4.1.1.481.3": "radiotherapy",
    "1.2.840.10008.5.1.4.1.1.481.5": "radiotherapy",
    "1.2.840.10008.5.1.4.1.1.66": "raw_data",
}


@dataclass(frozen=True, eq=False)
class Film:
    """An opened file. Holds the file's bytes while it lives; frames are decoded on request."""

    study: Study
    """Exactly one series with exactly one instance."""
    notes: tuple[Reason, ...]
    _decode: Callable[[int], Frame]
    data: bytes = field(default=b"", repr=False)
    """The file's bytes, as they are stored."""
    _picture: tuple[int, int | None] = (0, None)
    """Where in `data` the picture lies; all of it where there is no header to tell apart."""
    correction: Correction | None = None
    """What was done to the frames that this film hands out; see `correct.corrected`."""

    @property
    def instance(self) -> Instance:
        """The one instance of the file."""
        return self.study.series[0].instances[0]

    def with_picture_hash(self) -> "Film":
        """The same film, its instance with `pixels_sha256`: equal for one picture sent twice."""
        (series,) = self.study.series
        digest = hashlib.sha256(memoryview(self.data)[slice(*self._picture)]).hexdigest()
        instance = replace(self.instance, pixels_sha256=digest)
        series = replace(series, instances=(instance,))
        return replace(self, study=replace(self.study, series=(series,)))

    def frame(self, index: int = 0) -> Frame:
        """Decode one frame, counted from 0; no other frame is touched.

        Raises
        ------
        UnreadableImage
            ``no_such_frame``, ``truncated``, ``size_mismatch``, ``cannot_decode``,
            ``unknown_transfer_syntax``, ``missing_lut``, ``unsupported_pixels``.
        """
        if not 0 <= index < self.instance.frames:
            raise UnreadableImage("no_such_frame", frame=index + 1, frames=self.instance.frames)
        return self._decode(index)


def open_film(source: Source) -> Film:
    """Open a film: DICOM with or without preamble, PNG, JPEG, TIFF or BMP.

    Raises
    ------
    UnreadableImage
        Whatever keeps the file from being shown; ``not_an_image`` when it never was one.
    UnreadableArchive
        When `source` lies in a zip that can't be read.
    """
    return open_bytes(read_bytes(source, FILE_BYTES), source)


def open_bytes(data: bytes, source: Source) -> Film:
    """Open a film whose file was read already; `source` says where it came from.

    Raises
    ------
    UnreadableImage
        As `open_film`.
    """
    kind = signature.kind(data[: signature.HEAD_BYTES])
    if kind in ("", "zip"):
        raise UnreadableImage("not_an_image")
    digest = hashlib.sha256(data).hexdigest()
    if kind == "dicom":
        return _open_dicom(data, source, digest)
    header = pictures.read_header(data, kind)
    study = pictures.describe_picture(header, source, sha256=digest)
    decode = lambda _: pictures.picture_frame(data, kind, header)  # noqa: E731
    return Film(study, header.notes, decode, data)


def _open_dicom(data: bytes, source: Source, digest: str) -> Film:
    parsed = parse(data)
    with quiet():
        _refuse_other_objects(parsed)
        module = read_pixel_module(parsed)
        study, notes = describe(parsed, module, source, sha256=digest)
    return Film(study, notes, lambda index: _frame(parsed, module, index), data, _place(parsed))


def _place(parsed: Parsed) -> tuple[int, int | None]:
    """Where the pixel data lie in the file; a deflated file is one piece."""
    if parsed.pixels is None or parsed.transfer_syntax == DEFLATED:
        return 0, None
    start, length = parsed.pixels.start, parsed.pixels.length
    return start, None if length == UNDEFINED_LENGTH else start + length


def _refuse_other_objects(parsed: Parsed) -> None:
    if parsed.pixels is not None and parsed.pixels.length:
        return
    sop_class = text(parsed.dataset, "SOPClassUID")
    if "DirectoryRecordSequence" in parsed.dataset:
        sop_class = "1.2.840.10008.1.3.10"
    for root, kind in _OBJECT_KINDS.items():
        if sop_class.startswith(root):
            raise UnreadableImage("not_an_image_object", kind=kind)
    raise UnreadableImage("truncated" if parsed.cut_short else "no_pixel_data")


def _frame(parsed: Parsed, module: PixelModule, index: int) -> Frame:
    stored = decode_frame(parsed, module, index)
    more = (Reason("pixel_data_longer"),) if has_more(parsed, module) else ()
    with quiet():
        if module.photometric == "PALETTE COLOR":
            rgb = apply_palette(parsed.dataset, module, stored, little_endian=parsed.little_endian)
            return Frame(rgb, read_notes=more)
        if module.samples == 3:
            return Frame(stored, read_notes=more)
        grey = read_grayscale(parsed.dataset, module, index, little_endian=parsed.little_endian)
    return Frame(
        stored,
        slope=grey.slope,
        intercept=grey.intercept,
        modality_lut=grey.modality_lut,
        windows=grey.windows,
        voi_luts=grey.voi_luts,
        inverse=grey.inverse,
        padding=grey.padding,
        identity=module.stored == 8 and not module.signed and not module.floating,
        read_notes=grey.notes + more,
    )
