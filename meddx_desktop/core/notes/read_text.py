"""A file of a note in, its text out: told apart by what stands in it, refused with a reason.

The parsers of foreign formats are small or called with every error that they are known to raise;
whatever a file holds, the answer is a text or an `UnreadableNote`.
"""

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.encodings import decode
from meddx_desktop.core.notes.limits import FILE_BYTES, NESTED, TEXT_BYTES, check_length
from meddx_desktop.core.safe_files import open_regular

_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\x0b\0"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "note_picture"),
    (b"\xff\xd8\xff", "note_picture"),
    (b"II*\x00", "note_picture"),
    (b"MM\x00*", "note_picture"),
    (b"GIF8", "note_picture"),
    (b"{\\rtf", "note_rich_text"),
    (b"\x1f\x8b\x08", "note_archive"),
    (b"7z\xbc\xaf\x27\x1c", "note_archive"),
    (b"Rar!", "note_archive"),
    (b"MSH|", "note_results"),
    (b"OTTO\0", "note_not_text"),  # fonts
    (b"\0\1\0\0\0", "note_not_text"),
    (b"ttcf\0", "note_not_text"),
    (b"wOFF", "note_not_text"),
    (b"wOF2", "note_not_text"),
    (b"\x7fELF", "note_not_text"),
    (b"SQLite format 3\0", "note_not_text"),
)
_DICOM = slice(128, 132)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|table[\s>])", re.IGNORECASE)
_CLINICAL = (b"ClinicalDocument", b"DocumentReference")
_JSON = re.compile(rb'\{\s*(?:"|\})')


class NoteKind(StrEnum):
    """What a file of a note is."""

    TEXT = "text"
    WORD = "docx"
    PDF = "pdf"
    FHIR = "fhir"
    CDA = "cda"


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note, and how it was read.

    `encoding` is that of a plain text; empty where the format of the file says it.
    """

    text: str
    kind: NoteKind
    encoding: str = ""
    cautions: tuple[Reason, ...] = ()


def read_file(path: Path) -> NoteText:
    """Read the note in a file; its size is checked before it is read.

    Raises
    ------
    UnreadableNote
        ``note_missing``, ``note_unreadable``, ``note_too_large`` and all of `read_bytes`.
    """
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(_HEAD)
            limit = _limit(head)
            if size > limit:
                _refuse(head)  # nobody makes a font or a picture shorter
                raise UnreadableNote("note_too_large", limit=f"{limit / (1 << 20):.3g}")
            return read_bytes(head + file.read(limit + 1 - len(head)))
    except FileNotFoundError as error:
        raise UnreadableNote("note_missing") from error
    except OSError as error:
        raise UnreadableNote("note_unreadable") from error


def read_bytes(data: bytes, depth: int = 0) -> NoteText:
    """Read the note in the bytes of a file.

    Parameters
    ----------
    data
        The whole file.
    depth
        In how many documents this one lies.

    Raises
    ------
    UnreadableNote
        ``note_empty``, ``note_too_long``, ``note_too_large``, ``note_not_text`` and the codes of
        `words/note_errors.py` for each kind of file that is no note.
    """
    if depth >= NESTED:
        raise UnreadableNote("note_nested")
    head = data[:_HEAD]
    if len(data) > _limit(head):
        raise UnreadableNote("note_too_large", limit=f"{_limit(head) / (1 << 20):.3g}")
    _refuse(head)
    found = _document(data, head, depth)
    if found is not None:
        return found
    decoded = decode(data)
    text = check_length(decoded.text)
    cautions = (
        ()
        if decoded.is_sure
        else (Reason("note_encoding_guessed", {"encoding": decoded.encoding}),)
    )
    return NoteText(text, NoteKind.TEXT, decoded.encoding, cautions)


def _limit(head: bytes) -> int:
    """How large a file may be that begins so."""
    start = head.lstrip(_BLANKS)
    has_form = start.startswith((_ZIP, _OLE, b"<?xml", b"<")) or _JSON.match(start)
    return FILE_BYTES if has_form or _PDF in head[:1024] else TEXT_BYTES


def _refuse(head: bytes) -> None:
    if head[_DICOM] == b"DICM":
        raise UnreadableNote("note_film")
    for sign, code in _REFUSED:
        if head.startswith(sign):
            raise UnreadableNote(code)


def _document(data: bytes, head: bytes, depth: int) -> NoteText | None:
    """The text of a document with a form of its own; None for plain text."""
    # Imported where needed: a plain text pays for no parser.
    if head.startswith((_ZIP, _OLE)):
        from meddx_desktop.core.notes import read_docx

        found = read_docx.text_of(data)
        unread = (Reason("note_parts_unread", {"count": found.unread}),) if found.unread else ()
        return NoteText(check_length(found.text), NoteKind.WORD, cautions=unread)
    if _PDF in head[:1024]:
        from meddx_desktop.core.notes import read_pdf

        pages = read_pdf.text_of(data)
        blank = (Reason("note_pages_unread", {"count": pages.unread}),) if pages.unread else ()
        return NoteText(check_length(pages.text), NoteKind.PDF, cautions=blank)
    plain = head.replace(b"\0", b"").lstrip(_BLANKS)
    if _JSON.match(plain):
        from meddx_desktop.core.notes import read_fhir

        return read_fhir.from_json(data, depth)
    if plain.startswith(b"<") and any(name in plain for name in _CLINICAL):
        from meddx_desktop.core.notes import read_cda

        return read_cda.from_xml(data, depth)
    if plain.startswith(b"<") and _PAGE.search(plain[:1000]):
        raise UnreadableNote("note_page")
    if plain.startswith(b"<?xml"):
        raise UnreadableNote("note_xml")
    return None
