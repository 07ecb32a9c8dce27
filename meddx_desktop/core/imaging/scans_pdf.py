"""The scanned pages of a PDF: their pictures where they stand on the page, put together.

Scanners cut a page into strips, or into a ground and the writing over it; the text recognition of
others puts its own text below the picture. What is no picture is told, never passed over.
"""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.limits import FRAME_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdf import PageObject

MOST_PAGES = 20
_TEXT = 40
"""Characters from which on a page says its text itself."""
_SMALLEST = 300
"""Shorter side in pixels of what may be a page; less is a letterhead's emblem."""
_LONGEST = 4000
_COVERED = 0.5
"""Share of a page that is covered by pictures, from which on its text is that of a recognition."""
_MOST_INSTRUCTIONS = 4 << 20
"""Bytes of drawing instructions of one page; a page of text has 10,000, a map has millions."""
_PAINTING = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"f",
    b"F",
    b"f*",
    b"S",
    b"s",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"sh",
}
_DAMAGED = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError, EOFError, OSError),
    *(NotImplementedError, RecursionError, AssertionError, RuntimeError, struct.error, zlib.error),
    *(SyntaxError, MemoryError, ImportError),
)
"""What the libraries answer damaged files with, beside their own errors."""

Pixels = NDArray[np.uint8]
_Matrix = tuple[float, float, float, float, float, float]
"""Of the page's instructions: a picture is the square from 0 to 1 before it."""
_Key = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PdfScan:
    """What of a PDF is a scan.

    Attributes
    ----------
    pages : tuple[NDArray[np.uint8], ...]
        (rows, columns, 3), upright.
    unread : tuple[int, ...]
        Numbers of the pages that are no pictures, from 1 on.
    """

    pages: tuple[Pixels, ...]
    unread: tuple[int, ...]


def scan_of(data: bytes) -> PdfScan:
    """Return the scanned pages.

    Raises
    ------
    UnreadableImage
        ``paper_locked``, ``paper_damaged``, ``paper_pdf_text``, ``paper_pdf_empty``,
        ``paper_pdf_packed``, ``paper_too_large``, ``paper_too_many_pages``.
    """
    from PIL.Image import DecompressionBombError
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the document
    try:
        found = list(_pages(data))
    except FileNotDecryptedError as error:
        raise UnreadableImage("paper_locked") from error
    except DependencyError as error:
        raise UnreadableImage("paper_pdf_packed") from error
    except (DecompressionBombError, LimitReachedError) as error:
        raise UnreadableImage("paper_too_large") from error
    except (PyPdfError, *_DAMAGED) as error:
        raise UnreadableImage("paper_damaged") from error
    pages = tuple(page for page, _ in found if page is not None)
    unread = tuple(number for number, (_, is_unread) in enumerate(found, 1) if is_unread)
    if not pages:
        raise UnreadableImage("paper_pdf_text" if unread else "paper_pdf_empty")
    return PdfScan(pages, unread)


def _pages(data: bytes) -> Iterator[tuple[Pixels | None, bool]]:
    """Each page's picture, and whether there is something else on it that was not read."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableImage("paper_locked")
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableImage("paper_too_many_pages", limit=MOST_PAGES)
    for page in reader.pages:
        yield _page(page)


def _page(page: "PageObject") -> tuple[Pixels | None, bool]:
    content = page.get_contents()
    if content is not None and len(content.get_data()) > _MOST_INSTRUCTIONS:
        return None, True
    places, text, is_painted = _look(page)
    if text >= _TEXT and _covered(page, places) < _COVERED:
        return None, True
    made = _composed(page, places)
    return made, made is None and is_painted


def _look(page: "PageObject") -> tuple[dict[str, _Matrix], int, bool]:
    """Where pictures stand, how many characters there are, and whether anything is drawn."""
    places: dict[str, _Matrix] = {}
    painted = []

    def visit(operator: bytes, operands: list[Any], matrix: list[float], _text: object) -> None:
        if operator == b"Do" and operands:
            a, b, c, d, e, f = (float(one) for one in matrix[:6])
            places[str(operands[0])] = (a, b, c, d, e, f)
        elif operator in _PAINTING:
            painted.append(operator)

    text = page.extract_text(visitor_operand_before=visit) or ""
    return places, len("".join(text.split())), bool(painted)


def _covered(page: "PageObject", places: dict[str, _Matrix]) -> float:
    whole = float(page.mediabox.width) * float(page.mediabox.height)
    areas = (
        abs(a * d - b * c)
        for name, (a, b, c, d, _, _) in places.items()
        if name in _names(page).values()
    )
    return sum(areas) / whole if whole > 0 else 0.0


def _names(page: "PageObject") -> dict[_Key, str]:
    """Pictures of a page by key, with what the page draws: itself, or the form that holds it."""
    keys = list(page.images.keys())
    return {
        (key if isinstance(key, str) else tuple(key)): key if isinstance(key, str) else key[0]
        for key in keys
    }


def _composed(page: "PageObject", places: dict[str, _Matrix]) -> Pixels | None:
    """All pictures of a page over each other, the darker point of each: writing over its ground.

    Masks, which are never drawn by themselves, and pictures of other pages are left out.
    """
    parts = [
        (_decoded(page, key), places[name]) for key, name in _names(page).items() if name in places
    ]
    if not parts:
        return None
    made = _oriented(*parts[0]) if len(parts) == 1 else _put_together(page, parts)
    if min(made.size) < _SMALLEST:
        return None
    made.thumbnail((_LONGEST, _LONGEST))
    turned = made.rotate(-(page.rotation or 0), expand=True)
    return np.asarray(turned, np.uint8)


def _decoded(page: "PageObject", key: _Key) -> "Image":
    made: Image | None = page.images[key if isinstance(key, str) else list(key)].image
    if made is None:
        raise UnreadableImage("paper_damaged")
    if made.width * made.height > FRAME_PIXELS:
        raise UnreadableImage("paper_too_large")
    return made


def _oriented(image: "Image", matrix: _Matrix) -> "Image":
    """As the page draws it: turned by quarters and mirrored, grey or colour on white."""
    from PIL.Image import Transpose, new

    a, b, c, d, _, _ = matrix
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        image = new("RGB", image.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    made = image.convert("RGB")
    if abs(b) > abs(a):
        made = made.transpose(Transpose.ROTATE_90)
        a, d = -c, b
    if a < 0:
        made = made.transpose(Transpose.FLIP_LEFT_RIGHT)
    if d < 0:
        made = made.transpose(Transpose.FLIP_TOP_BOTTOM)
    return made


def _put_together(page: "PageObject", parts: list[tuple["Image", _Matrix]]) -> "Image":
    from PIL.Image import new
    from PIL.ImageChops import darker

    box = page.mediabox
    finest = max(
        max(image.size) / max(1.0, abs(a) + abs(b), abs(c) + abs(d))
        for image, (a, b, c, d, _, _) in parts
    )
    scale = min(finest, _LONGEST / max(float(box.width), float(box.height)))
    size = max(1, round(float(box.width) * scale)), max(1, round(float(box.height) * scale))
    whole = new("RGB", size, "white")
    for image, matrix in parts:
        a, b, c, d, e, f = matrix
        left = min(e, e + a, e + c, e + a + c) - float(box.left)
        top = float(box.top) - max(f, f + b, f + d, f + b + d)
        wide, high = abs(a) + abs(c), abs(b) + abs(d)
        fitted = _oriented(image, matrix).resize(
            (max(1, round(wide * scale)), max(1, round(high * scale)))
        )
        layer = new("RGB", size, "white")
        layer.paste(fitted, (round(left * scale), round(top * scale)))
        whole = darker(whole, layer)
    return whole
