"""XML from elsewhere, read without entities or outside references."""

from xml.etree.ElementTree import Element, ParseError

from meddx_desktop.core.errors import UnreadableNote

DEEPEST = 100
"""Levels that are walked; a letter has 20."""


def tree(data: bytes, damaged: str) -> Element:
    """Read a document.

    Parameters
    ----------
    data
        Its bytes; the encoding is what the document says.
    damaged
        Code of the failure where it is no such document.

    Raises
    ------
    UnreadableNote
        `damaged`, or ``note_bomb`` for one with entities of its own.
    """
    import defusedxml.ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root: Element = defusedxml.ElementTree.fromstring(data)
    except DefusedXmlException as error:
        raise UnreadableNote("note_bomb") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableNote(damaged) from error
    return root


def local(element: Element) -> str:
    """Name of an element without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
