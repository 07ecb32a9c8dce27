"""Text of any script out of DICOM bytes, and a guess, said aloud, where the file is silent.

PS3.5 6.1 and PS3.3 C.12.1.1.2. Many Chinese consoles write GBK bytes and declare nothing, or
declare ISO_IR 100; the guess repairs those, and the caller notes that it was a guess.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pydicom.charset import convert_encodings, decode_bytes, python_encoding
from pydicom.dataset import Dataset

from meddx_desktop.core.domain.patient import PersonName
from meddx_desktop.core.imaging.attributes import raw, texts
from meddx_desktop.core.imaging.dataset import PARSE_ERRORS, quiet

_SILENT = ("", "ISO_IR 6", "ISO 2022 IR 6", "ISO_IR 100", "ISO 2022 IR 100")
"""Declarations that say "Latin or nothing": what a console left alone writes."""
_DIRECTIONS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Marks that turn the direction of writing; right-to-left names are shown right without them."""
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_ESCAPE = re.compile(r"\x1b[\x20-\x2f]+[\x30-\x7e]")
"""Code extension sequences (PS3.5 6.1.2.5), which pydicom leaves in for ISO 2022 IR 58."""
_DELIMITERS = {0x0D, 0x0A, 0x09, 0x0C, 0x5E, 0x3D, 0x5C}  # PS3.5 6.1.2.5.3, with ^ = and \


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the character set that was guessed for it (empty: none was)."""

    text: str
    guessed: str = ""


def decode(dataset: Dataset, keyword: str) -> Decoded:
    """First value of a text attribute (LO, SH, ST), in its character set."""
    whole = decode_whole(raw(dataset, keyword), texts(dataset, "SpecificCharacterSet"))
    return Decoded(_one_line(whole.text.split("\\")[0]), whole.guessed)


def _one_line(text: str) -> str:
    """Without what would rearrange the line it is shown in: control and direction characters."""
    kept = (" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
    return " ".join("".join(letter for letter in kept if letter not in _DIRECTIONS).split())


def person_name(dataset: Dataset, keyword: str) -> tuple[PersonName, str]:
    """A person name in its up to three groups (PS3.5 6.2.1.2), and the guessed character set.

    The bytes are decoded before they are split: in GBK and ISO 2022 the second byte of a
    character may be a caret, an equals sign or a backslash.
    """
    decoded = decode(dataset, keyword)
    groups = [part.strip().rstrip("^") for part in decoded.text.split("=")][:3]
    groups += [""] * (3 - len(groups))
    if not groups[1] and any(ord(letter) >= 0x2E80 for letter in groups[0]):
        # One group only, in Chinese characters: it is the ideographic one in all but place.
        groups[0], groups[1] = "", groups[0]
    return PersonName(*groups), decoded.guessed


def decode_whole(value: bytes, declared: Sequence[str]) -> Decoded:
    """Decode a whole value by what the file declares, else by what the bytes look like."""
    names = list(declared) or [""]
    if value.isascii() and b"\x1b" not in value:
        return Decoded(value.decode("ascii"))
    if (len(names) == 1 and names[0] in _SILENT) or not _is_known(names):
        guessed = _guess(value, latin=names[0].endswith("100"))
        if guessed:
            return Decoded(value.decode(guessed), guessed)
        if names[0] in ("", "ISO_IR 6", "ISO 2022 IR 6") or not _is_known(names):
            return Decoded(value.decode("latin-1"), "latin-1")
    text = _declared(value, names)
    guessed = _guess(value, latin=False) if "\ufffd" in text else ""
    # A declaration that the bytes contradict: UTF-8 declared and GBK written is the usual one.
    return Decoded(value.decode(guessed), guessed) if guessed else Decoded(text)


def _declared(value: bytes, names: list[str]) -> str:
    try:
        with quiet():
            encodings = convert_encodings(names)
            return _ESCAPE.sub("", decode_bytes(value, encodings, _DELIMITERS))
    except PARSE_ERRORS:
        return value.decode("latin-1")


def _is_known(names: list[str]) -> bool:
    """Whether every declared character set is one that the standard defines."""
    return all(name in python_encoding for name in names)


def _guess(value: bytes, *, latin: bool) -> str:
    """Name the encoding that non-ASCII bytes without a declaration are most likely in.

    Valid UTF-8 is hardly ever anything else. Where Latin-1 was declared, only runs of whole
    GB 2312 characters count as Chinese: accented letters stand alone far more often.
    """
    if _decodes(value, "utf-8"):
        return "gb18030" if _is_rather_gbk(value) else "utf-8"
    if latin:
        runs = _HIGH_RUN.findall(value)
        pairs = all(len(run) % 2 == 0 and _decodes(run, "gb2312") for run in runs)
        return "gb18030" if pairs and runs else ""
    return "gb18030" if _decodes(value, "gb18030") else ""


def _is_rather_gbk(value: bytes) -> bool:
    """A few Chinese characters alone may pass for accented letters in UTF-8 (女 for Ů)."""
    letters = value.decode("utf-8")
    latin = any(letter.isascii() and letter.isalpha() for letter in letters)
    return not latin and max(letters) < "\u0800" and _decodes(value, "gb2312")


def _decodes(value: bytes, encoding: str) -> bool:
    try:
        value.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
