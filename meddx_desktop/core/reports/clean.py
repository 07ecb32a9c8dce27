"""Text from outside made safe for paper: nothing unseen, nothing that turns the writing about.

A name or a note may hold anything. Controls and the marks of UAX 9 that reorder what stands beside
them go; what the font lacks is given by its number, for a sign left out would change a name.
"""

import unicodedata
from collections.abc import Callable

_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def line(text: str) -> str:
    """One line."""
    return " ".join(plain(text).split())


def plain(text: str) -> str:
    """Several lines; line breaks stay, everything unseen goes."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    broken = "".join("\n" if c in "\n\x0b\x0c\x85\u2028\u2029" else c for c in kept)
    return "".join(_seen(c) for c in broken)


def spelled(text: str, has: Callable[[str], bool]) -> str:
    """The text with each character that a font lacks given by its number: ``[U+20BB7]``."""
    return "".join(c if c in "\n " or has(c) else _number(c) for c in text)


def _seen(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSEEN and character not in _JOINERS:
        return ""
    return character


def _number(character: str) -> str:
    return "" if character in _JOINERS else f"[U+{ord(character):04X}]"
