"""The narrative text of a clinical document (C-CDA), and FHIR resources written as XML."""

import base64
import binascii
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.limits import check_length
from meddx_desktop.core.notes.read_text import NoteKind, NoteText, read_bytes
from meddx_desktop.core.notes.xml_tree import DEEPEST, local, tree

_BLOCKS = frozenset({"paragraph", "list", "item", "table", "tr", "caption", "br", "title", "thead"})
_FHIR = "{http://hl7.org/fhir}"


def from_xml(data: bytes, depth: int) -> NoteText:
    """Read the text that a person sees in the document.

    Raises
    ------
    UnreadableNote
        ``note_xml``, ``note_bomb``, ``note_damaged``, ``note_elsewhere``, ``note_empty``, and what
        `read_bytes` refuses of a document inside.
    """
    root = tree(data, "note_xml")
    if root.tag == f"{_FHIR}DocumentReference":
        return _reference(root, depth)
    if local(root) != "ClinicalDocument":
        raise UnreadableNote("note_xml")
    carried = next((part for part in root.iter() if local(part) == "nonXMLBody"), None)
    if carried is not None:
        return _carried(carried, depth)
    body = next((part for part in root.iter() if local(part) == "structuredBody"), None)
    if body is None:
        raise UnreadableNote("note_empty")
    lines = [line.strip() for line in "".join(_body(body, 0)).split("\n")]
    text = "\n".join(line for line in lines if line)
    return NoteText(check_length(text), NoteKind.CDA)


def _reference(root: Element, depth: int) -> NoteText:
    for data in root.iter(f"{_FHIR}data"):
        return _packed(data.get("value", ""), depth, NoteKind.FHIR)
    has_url = any(True for _ in root.iter(f"{_FHIR}url"))
    raise UnreadableNote("note_elsewhere" if has_url else "note_empty")


def _carried(body: Element, depth: int) -> NoteText:
    """A document of another form inside: base64, or plain text."""
    text = next((part for part in body if local(part) == "text"), None)
    if text is None or any(local(part) == "reference" for part in text):
        raise UnreadableNote("note_elsewhere" if text is not None else "note_empty")
    if text.get("representation") == "B64":
        return _packed("".join(text.itertext()), depth, NoteKind.CDA)
    return NoteText(check_length("".join(text.itertext())), NoteKind.CDA)


def _packed(data: str, depth: int, kind: NoteKind) -> NoteText:
    try:
        inner = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnreadableNote("note_damaged") from error
    found = read_bytes(inner, depth + 1)
    return NoteText(found.text, kind, found.encoding, found.cautions)


def _body(parent: Element, depth: int) -> Iterator[str]:
    """Title and narrative of each section, in the order of the document."""
    if depth > DEEPEST:
        raise UnreadableNote("note_damaged")
    for part in parent:
        name = local(part)
        if name == "section":
            yield from _section(part, depth + 1)
        elif name in ("component", "structuredBody"):
            yield from _body(part, depth + 1)


def _section(section: Element, depth: int) -> Iterator[str]:
    for part in section:
        name = local(part)
        if name == "title":
            title = " ".join("".join(part.itertext()).split()).rstrip(":：")
            if title:
                yield f"\n{title}:\n"
        elif name == "text":
            yield from _narrative(part, depth + 1)
            yield "\n"
    yield from _body(section, depth + 1)


def _narrative(parent: Element, depth: int) -> Iterator[str]:
    """Words of a narrative; each block on a line, cells of a row with a tab between."""
    if depth > DEEPEST:
        raise UnreadableNote("note_damaged")
    yield _spaced(parent.text)
    for part in parent:
        name = local(part)
        is_cell = name in ("td", "th")
        if name in _BLOCKS:
            yield "\n"
        if name == "item":
            yield "- "
        yield from _narrative(part, depth + 1)
        if name in _BLOCKS:
            yield "\n"
        elif is_cell:
            yield "\t"
        yield _spaced(part.tail)


def _spaced(text: str | None) -> str:
    """White space as a page shows it: line ends of the source are spaces."""
    if not text:
        return ""
    words = " ".join(text.split())
    return (
        (" " if text[:1].isspace() else "") + words + (" " if words and text[-1:].isspace() else "")
    )
