"""Pages that were photographed or scanned: a picture file, or a PDF that holds nothing else."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import codestream, pictures, signature
from meddx_desktop.core.imaging.limits import check_size
from meddx_desktop.core.imaging.scans_pdf import MOST_PAGES, scan_of

__all__ = ["MOST_PAGES", "Scan", "looks_like_paper", "pages_of", "scanned"]

_PDF = b"%PDF-"
_HEAD = 1024
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
"""Brands of pictures in the container of ISO 23008-12, as telephones write them."""
_FOR_PRINTING = 4
"""Components of a JPEG in cyan, magenta, yellow and black."""
_LIGHT, _MOSTLY_LIGHT, _BRIGHT = 0.75, 0.6, 130
"""Most of a page lies within a quarter of its white; most of a film does not."""


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A file of pages as pictures.

    Attributes
    ----------
    pages : tuple[NDArray[np.uint8], ...]
        (rows, columns) or (rows, columns, 3), upright as the file says; never empty.
    unread : tuple[int, ...]
        Numbers of the pages of a PDF that are no pictures, from 1 on.
    """

    pages: tuple[NDArray[np.uint8], ...]
    unread: tuple[int, ...] = ()


def scanned(data: bytes) -> Scan:
    """The pages of a photograph or scan.

    Raises
    ------
    UnreadableImage
        ``paper_not_picture``, ``paper_film``, ``paper_heic``, ``paper_web_picture``,
        ``paper_too_many_pages``, and what `scan_of` and `pictures.read_header` refuse.
    """
    if _PDF in data[:_HEAD]:
        found = scan_of(data)
        return Scan(found.pages, found.unread)
    return Scan(_of_picture(data))


def pages_of(data: bytes) -> tuple[NDArray[np.uint8], ...]:
    """The pages alone, as `scanned` finds them."""
    return scanned(data).pages


def _of_picture(data: bytes) -> tuple[NDArray[np.uint8], ...]:
    kind = signature.kind(data[: signature.HEAD_BYTES])
    if kind == "dicom":
        raise UnreadableImage("paper_film")
    if kind in ("", "zip"):
        raise UnreadableImage(_other(data))
    if kind == "jpeg" and codestream.components(data) == _FOR_PRINTING:
        return (_of_cmyk(data),)
    header = pictures.read_header(data, kind)
    if any(note.code == "more_pages" for note in header.notes):
        return _of_tiff(data)
    frame = pictures.picture_frame(data, kind, header)
    stored = frame.stored
    return (_eight_bits(255 - stored if frame.inverse and stored.dtype == np.uint8 else stored),)


def _other(data: bytes) -> str:
    """What a file is that is none of these pictures, by its first bytes."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return "paper_heic"
    if data.startswith((b"GIF87a", b"GIF89a")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "paper_web_picture"
    return "paper_not_picture"


def looks_like_paper(data: bytes) -> bool:
    """Whether a picture is mostly a light, even ground with dark writing, as no film is.

    A guess for asking, never for deciding; what can't be read is no paper.
    """
    if signature.kind(data[: signature.HEAD_BYTES]) not in ("png", "jpeg", "tiff", "bmp"):
        return False
    coded = np.frombuffer(data, np.uint8)
    try:
        grey = cv2.imdecode(coded, cv2.IMREAD_REDUCED_GRAYSCALE_8)
    except cv2.error:
        return False
    if grey is None or grey.size == 0:
        return False
    white = float(np.percentile(grey, 90))
    return bool(white > _BRIGHT and float((grey > white * _LIGHT).mean()) > _MOSTLY_LIGHT)


def _of_cmyk(data: bytes) -> NDArray[np.uint8]:
    """A JPEG in the colours of a printing press, upright as the file says."""
    size = codestream.size(data)
    if size is None or not codestream.is_complete_jpeg(data):
        raise UnreadableImage("truncated")
    check_size(*size)
    try:
        made = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise UnreadableImage("paper_damaged") from error
    if made is None:
        raise UnreadableImage("paper_damaged")
    return np.asarray(cv2.cvtColor(made, cv2.COLOR_BGR2RGB), np.uint8)


def _of_tiff(data: bytes) -> tuple[NDArray[np.uint8], ...]:
    try:
        done, found = cv2.imdecodemulti(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise UnreadableImage("paper_damaged") from error
    if not done or not found:
        raise UnreadableImage("paper_damaged")
    _check_count(len(found))
    return tuple(np.asarray(cv2.cvtColor(one, cv2.COLOR_BGR2RGB), np.uint8) for one in found)


def _check_count(count: int) -> None:
    if count > MOST_PAGES:
        raise UnreadableImage("paper_too_many_pages", limit=MOST_PAGES)


def _eight_bits(stored: NDArray[np.generic]) -> NDArray[np.uint8]:
    if stored.dtype == np.uint8:
        return np.ascontiguousarray(stored.view(np.uint8))
    values = np.asarray(stored, np.float32)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    spread = (np.nan_to_num(values) - low) / max(high - low, 1e-6) * 255
    return np.asarray(np.clip(spread, 0, 255), np.uint8)
