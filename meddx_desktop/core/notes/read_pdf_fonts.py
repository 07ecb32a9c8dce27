"""Fonts of a PDF whose codes are longer than a byte: what they say of their letters, and what not.

A font may bring the table of its codes along (ISO 32000-1, 9.7.5.4), as the program's own reports
do. The library reads the codes of such a font byte by byte: a NUL before each letter, and beyond
256 glyphs letters that are wrong. Where the table says that all codes have two bytes, and the font
says which letter each is, both are certain. What is not certain is never called read.
"""

import re
from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import DictionaryObject, NameObject, PdfObject, StreamObject

_DEEPEST = 8
_MOST_FONTS = 2000
_RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_BOUND = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>")
_TWO_BYTES = 4
_IDENTITY = NameObject("/Identity-H")
_SAYS_UNICODE = re.compile(r"/Uni\w+-(?:UCS2|UTF16)-[HV]")
_OF_A_COUNTRY = frozenset(
    f"/{name}-{way}"
    for name in ("GB-EUC", "GBpc-EUC", "GBK-EUC", "GBK2K", "ETen-B5", "ETenms-B5", "90ms-RKSJ")
    for way in "HV"
)
"""Tables of the standard whose codes are those of a writing that the library knows."""


def mend(page: PageObject) -> None:
    """Make fonts of a page readable where what they say is certain."""
    for font in _fonts(page.get("/Resources"), 0, set()):
        table = _got(font.get("/Encoding"))
        if _says_letters(font) and _is_of_two_bytes(table):
            font[NameObject("/Encoding")] = _IDENTITY


def is_readable(font: object) -> bool:
    """Whether a font says which letters its codes are; one of single bytes always does."""
    if not isinstance(font, DictionaryObject) or font.get("/Subtype") != "/Type0":
        return True
    table = _got(font.get("/Encoding"))
    if not isinstance(table, str):
        return False  # a table of its own that `mend` could not be sure of
    if table in ("/Identity-H", "/Identity-V"):
        return _says_letters(font)
    return table in _OF_A_COUNTRY or _SAYS_UNICODE.fullmatch(table) is not None


def _says_letters(font: DictionaryObject) -> bool:
    return isinstance(_got(font.get("/ToUnicode")), StreamObject | str)


def _is_of_two_bytes(table: object) -> bool:
    if not isinstance(table, StreamObject):
        return False
    bounds = [
        b"".join(bound.split())
        for part in _RANGES.findall(table.get_data())
        for bound in _BOUND.findall(part)
    ]
    return bool(bounds) and all(len(bound) == _TWO_BYTES for bound in bounds)


def _fonts(resources: object, depth: int, seen: set[int]) -> Iterator[DictionaryObject]:
    """The fonts of a page and of the forms that it draws, each once."""
    found = _got(resources)
    if not isinstance(found, DictionaryObject) or depth > _DEEPEST or id(found) in seen:
        return
    seen.add(id(found))
    for font in _values(found.get("/Font")):
        if font.get("/Subtype") == "/Type0" and len(seen) < _MOST_FONTS:
            yield font
    for form in _values(found.get("/XObject")):
        yield from _fonts(form.get("/Resources"), depth + 1, seen)


def _values(named: object) -> list[DictionaryObject]:
    found = _got(named)
    if not isinstance(found, DictionaryObject):
        return []
    values = [_got(one) for one in found.values()]
    return [one for one in values if isinstance(one, DictionaryObject)]


def _got(value: object) -> object:
    return value.get_object() if isinstance(value, PdfObject) else value
