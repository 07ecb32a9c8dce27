"""Text of a PDF, page by page; a scan has none and is refused by its name.

A text that can't be made out with certainty is refused too: letters that are not those of the
paper would hide a danger sign from the reader of notes, and a name from the one that takes it out.
"""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.limits import LONGEST

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 300
MOST_INSTRUCTIONS = 4 << 20
"""Bytes of drawing instructions of one page; a page of text has 10,000, a map has millions."""
_DAMAGED = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, EOFError, OSError),
    *(NotImplementedError, RecursionError, AssertionError, RuntimeError, struct.error, zlib.error),
)
"""What the library answers damaged files with, beside its own errors."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of all pages, and how many pages have none: they are pictures, or blank."""

    text: str
    unread: int = 0


def text_of(data: bytes) -> PdfText:
    """Return the text of all pages.

    Raises
    ------
    UnreadableNote
        ``note_locked``, ``note_scanned``, ``note_damaged``, ``note_too_many_pages``; damaged is
        also what does not say which letters it is made of.
    """
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the document
    try:
        pages = list(_pages(data))
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableNote("note_locked") from error
    except (PyPdfError, *_DAMAGED) as error:
        raise UnreadableNote("note_damaged") from error
    text = "\n\n".join(page.strip("\n") for page in pages)
    if not text.strip():
        raise UnreadableNote("note_scanned")
    return PdfText(text, sum(not page.strip() for page in pages))


def _pages(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableNote("note_locked")
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableNote("note_too_many_pages", limit=MOST_PAGES)
    length = 0
    for page in reader.pages:
        content = page.get_contents()
        if content is not None and len(content.get_data()) > MOST_INSTRUCTIONS:
            raise UnreadableNote("note_damaged")
        text = _text_of(page)
        length += len(text)
        yield text
        if length > LONGEST:
            return


def _text_of(page: "PageObject") -> str:
    from meddx_desktop.core.notes.read_pdf_fonts import is_readable, mend

    unsure = []

    def visit(text: str, _place: object, _line: object, font: object, _size: object) -> None:
        if text.strip() and not is_readable(font):
            unsure.append(font)

    mend(page)
    text = _plain(page.extract_text(visitor_text=visit))
    if unsure or "\0" in text:
        raise UnreadableNote("note_damaged")
    return text


def _plain(text: str) -> str:
    """Halves of pairs that a damaged font left become the sign for what can't be read."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
