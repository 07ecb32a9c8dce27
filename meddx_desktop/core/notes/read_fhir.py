"""The note inside a FHIR DocumentReference, or in a bundle with one of them."""

import base64
import binascii
import json
from collections.abc import Iterator
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.encodings import decode
from meddx_desktop.core.notes.read_text import NoteKind, NoteText, read_bytes

_WITHDRAWN = {"entered-in-error"}
_MOST_ENTRIES = 10_000


def from_json(data: bytes, depth: int) -> NoteText:
    """Read the note that a resource carries in itself.

    Raises
    ------
    UnreadableNote
        ``note_json``, ``note_elsewhere``, ``note_several``, ``note_damaged``, and what
        `read_bytes` refuses of the document inside.
    """
    try:
        content = json.loads(decode(data).text)
    except (ValueError, RecursionError) as error:
        raise UnreadableNote("note_json") from error
    references = list(_references(content))
    if not references:
        raise UnreadableNote("note_json")
    if len(references) > 1:
        raise UnreadableNote("note_several", count=len(references))
    found = _inside([_attachment(one) for one in _list(references[0], "content")], depth)
    withdrawn = {references[0].get("status"), references[0].get("docStatus")} & _WITHDRAWN
    if not withdrawn:
        return found
    caution = Reason("note_entered_in_error")
    return NoteText(found.text, found.kind, found.encoding, (*found.cautions, caution))


def from_attachment(data: str, depth: int) -> NoteText:
    """Read what is carried as base64.

    Raises
    ------
    UnreadableNote
        ``note_damaged`` and all of `read_bytes`.
    """
    try:
        inner = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnreadableNote("note_damaged") from error
    found = read_bytes(inner, depth + 1)
    return NoteText(found.text, NoteKind.FHIR, found.encoding, found.cautions)


def _references(content: object) -> Iterator[dict[str, Any]]:
    if not isinstance(content, dict):
        return
    if content.get("resourceType") == "DocumentReference":
        yield content
    elif content.get("resourceType") == "Bundle":
        for entry in _list(content, "entry")[:_MOST_ENTRIES]:
            resource = entry.get("resource") if isinstance(entry, dict) else None
            if isinstance(resource, dict) and resource.get("resourceType") == "DocumentReference":
                yield resource


def _list(resource: dict[str, Any], name: str) -> list[Any]:
    found = resource.get(name)
    return found if isinstance(found, list) else []


def _attachment(content: object) -> dict[str, Any]:
    attachment = content.get("attachment") if isinstance(content, dict) else None
    return attachment if isinstance(attachment, dict) else {}


def _inside(attachments: list[dict[str, Any]], depth: int) -> NoteText:
    """The first of several forms of one document that can be read."""
    refused: UnreadableNote | None = None
    for attachment in attachments:
        data = attachment.get("data")
        if not isinstance(data, str) or not data:
            continue
        try:
            return from_attachment(data, depth)
        except UnreadableNote as error:
            refused = refused or error
    if refused is not None:
        raise refused
    is_elsewhere = any(attachment.get("url") for attachment in attachments)
    raise UnreadableNote("note_elsewhere" if is_elsewhere else "note_empty")
