"""Pages that were photographed or scanned: a picture file, or a PDF that holds nothing else."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import pictures, signature
from meddx_desktop.core.imaging.limits import FRAME_PIXELS

MOST_PAGES = 20
_PDF = b"%PDF-"
_HEAD = 1024
_TEXT = 40
"""Characters from which on a PDF says its text itself."""
_SMALLEST = 300
"""Shorter side in pixels of what may be a page; less is a letterhead's emblem."""
_LONGEST = 4000
_LIGHT, _MOSTLY_LIGHT, _BRIGHT = 0.75, 0.6, 130
"""Most of a page lies within a quarter of its white; most of a film does not."""
_DAMAGED = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, EOFError, OSError),
    *(NotImplementedError, RecursionError, AssertionError, RuntimeError, struct.error, zlib.error),
    *(SyntaxError, MemoryError, ImportError),
)
"""What the libraries answer damaged files with, beside their own errors."""


def pages_of(data: bytes) -> tuple[NDArray[np.uint8], ...]:
    """The pages of a scan as pictures.

    Returns
    -------
    tuple of NDArray[np.uint8]
        (rows, columns) or (rows, columns, 3), upright as the file says; never empty.

    Raises
    ------
    UnreadableImage
        ``paper_not_picture``, ``paper_film``, ``paper_locked``, ``paper_pdf_text``,
        ``paper_pdf_empty``, ``paper_damaged``, ``paper_too_many_pages``, and what
        `pictures.read_header` refuses.
    """
    if _PDF in data[:_HEAD]:
        return _of_pdf(data)
    kind = signature.kind(data[: signature.HEAD_BYTES])
    if kind == "dicom":
        raise UnreadableImage("paper_film")
    if kind in ("", "zip"):
        raise UnreadableImage("paper_not_picture")
    header = pictures.read_header(data, kind)
    if any(note.code == "more_pages" for note in header.notes):
        return _of_tiff(data)
    frame = pictures.picture_frame(data, kind, header)
    stored = frame.stored
    return (_eight_bits(255 - stored if frame.inverse and stored.dtype == np.uint8 else stored),)


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


def _of_pdf(data: bytes) -> tuple[NDArray[np.uint8], ...]:
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the document
    try:
        pages = tuple(_pdf_pages(data))
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableImage("paper_locked") from error
    except (PyPdfError, *_DAMAGED) as error:
        raise UnreadableImage("paper_damaged") from error
    if not pages:
        raise UnreadableImage("paper_pdf_empty")
    return pages


def _pdf_pages(data: bytes) -> Iterator[NDArray[np.uint8]]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableImage("paper_locked")
    _check_count(len(reader.pages))
    for page in reader.pages:
        if len("".join((page.extract_text() or "").split())) >= _TEXT:
            raise UnreadableImage("paper_pdf_text")
        largest = None
        for image in page.images:
            made = image.image
            if made is None or made.width * made.height > FRAME_PIXELS:
                continue
            if largest is None or made.width * made.height > largest.width * largest.height:
                largest = made
        if largest is not None and min(largest.size) >= _SMALLEST:
            largest.thumbnail((_LONGEST, _LONGEST))
            turned = largest.convert("RGB").rotate(-(page.rotation or 0), expand=True)
            yield np.asarray(turned, np.uint8)
