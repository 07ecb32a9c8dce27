"""Text of a Word document (.docx): its paragraphs, tables row by row, nothing run or fetched."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.limits import UNPACKED_BYTES
from meddx_desktop.core.notes.xml_tree import DEEPEST, local, tree

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a document with a password ([MS-OFFCRYPTO] 2.3.4.4)."""
_BODY = "word/document.xml"
_MOST_PARTS = 5_000
_DOCUMENTS = (b"PK\x03\x04", _OLE, b"%PDF-", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")
"""What a document or an archive begins with, whatever its part is called."""
_JOINED = "altChunk"
"""A document that is shown as if its text stood here (ECMA-376 part 1, 17.17.2.1)."""
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_ABOVE = re.compile(r"word/header\d{0,3}\.xml")
_BELOW = re.compile(r"word/(?:footer\d{0,3}|footnotes|endnotes)\.xml")
_LARGEST_BESIDE = 1_000_000
"""Bytes of a header or of all footnotes."""
_SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback"})
"""What was struck out, settings, and the second copy of a text box."""


@dataclass(frozen=True, slots=True)
class WordText:
    """The text, and how many documents or archives lie inside that were not read."""

    text: str
    unread: int = 0


def text_of(data: bytes) -> WordText:
    """Return the text of a document as a reader sees it: without what was struck out.

    Raises
    ------
    UnreadableNote
        ``note_locked``, ``note_old_word``, ``note_archive``, ``note_bomb``, ``note_damaged``.
    """
    if data.startswith(_OLE):
        raise UnreadableNote("note_locked" if _LOCKED in data else "note_old_word")
    content, beside, inside = _unpacked(data)
    root = tree(content, "note_damaged")
    body = next((part for part in root.iter() if local(part) == "body"), None)
    if body is None:
        raise UnreadableNote("note_damaged")
    joined = sum(1 for part in body.iter() if local(part) == _JOINED)
    above, below = (list(_of_pages(beside, names)) for names in (_ABOVE, _BELOW))
    lines = [*above, *_lines(body, 0), *below]
    return WordText("\n".join(lines), max(inside, joined))


def _of_pages(beside: dict[str, bytes], names: re.Pattern[str]) -> Iterator[str]:
    """The lines of headers, or of footers and notes, each once: every page may repeat them."""
    seen = set()
    for name in sorted(filter(names.fullmatch, beside)):
        for line in _lines(tree(beside[name], "note_damaged"), 0):
            if line.strip() and line not in seen:
                seen.add(line)
                yield line


def _unpacked(data: bytes) -> tuple[bytes, dict[str, bytes], int]:
    """The part that holds the text, unpacked up to a limit whatever the archive says of it.

    Those of headers, footers and notes too, by name; and how many documents and archives lie
    beside it: of those the first few bytes are looked at.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            if len(names) > _MOST_PARTS:
                raise UnreadableNote("note_bomb")
            if _BODY not in names:
                raise UnreadableNote("note_archive")
            with parts.open(_BODY) as file:
                content = file.read(UNPACKED_BYTES + 1)
            beside = {
                name: _part(parts, name, UNPACKED_BYTES - len(content))
                for name in names[:_MOST_PARTS]
                if _ABOVE.fullmatch(name) or _BELOW.fullmatch(name)
            }
            inside = sum(_begins_a_document(parts, part) for part in parts.infolist())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error) as error:
        raise UnreadableNote("note_damaged") from error
    except (EOFError, LookupError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableNote("note_damaged") from error
    except RuntimeError as error:  # a zip whose parts have a password
        raise UnreadableNote("note_locked") from error
    if len(content) + sum(map(len, beside.values())) > UNPACKED_BYTES:
        raise UnreadableNote("note_bomb")
    return content, beside, inside


def _part(parts: zipfile.ZipFile, name: str, most: int) -> bytes:
    with parts.open(name) as file:
        return file.read(max(0, min(most, _LARGEST_BESIDE)) + 1)


def _begins_a_document(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if part.is_dir() or part.filename == _BODY:
        return False
    with parts.open(part) as file:
        return file.read(8).startswith(_DOCUMENTS)


def _lines(parent: Element, depth: int) -> Iterator[str]:
    """A line for each paragraph and each row of a table."""
    if depth > DEEPEST:
        raise UnreadableNote("note_damaged")
    for part in parent:
        name = local(part)
        if name == "p":
            yield "".join(_words(part, depth))
        elif name == "tr":
            cells = (" ".join(_lines(cell, depth + 1)) for cell in part if local(cell) == "tc")
            yield "\t".join(cells)
        elif name not in _SKIPPED:
            yield from _lines(part, depth + 1)


def _words(parent: Element, depth: int) -> Iterator[str]:
    """The runs of a paragraph; a text box in it stands on lines of its own."""
    if depth > DEEPEST:
        raise UnreadableNote("note_damaged")
    for part in parent:
        name = local(part)
        if name == "t":
            yield part.text or ""
        elif name in _SPACES:
            yield _SPACES[name]
        elif name == "txbxContent":
            yield "\n" + "\n".join(_lines(part, depth + 1)) + "\n"
        elif name not in _SKIPPED:
            yield from _words(part, depth + 1)
