"""Single values out of a dataset, tolerant of every way consoles write them wrong.

Values are taken from the raw bytes, so one broken attribute never spoils another.
"""

import re
import struct
from collections.abc import Sequence
from datetime import date

from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from meddx_desktop.core.imaging.dataset import PARSE_ERRORS

_TEXT_NUMBERS = ("IS", "DS")
_BINARY = ("US", "SS", "UL", "SL")
_ALWAYS_TEXT = ("NumberOfFrames", "InstanceNumber", "SeriesNumber")
"""Integer strings by the dictionary, for files without VR or with a nonsense one."""
_DATE = re.compile(r"(\d{4})[.\-/]?(\d{2})[.\-/]?(\d{2})")


def raw(dataset: Dataset, keyword: str) -> bytes:
    """Value bytes of an attribute as they stand in the file; empty when it is absent."""
    tag = tag_for_keyword(keyword)
    try:
        item = dataset.get_item(tag) if tag is not None else None
    except PARSE_ERRORS:
        return b""
    if isinstance(item, RawDataElement):
        return item.value if isinstance(item.value, bytes) else b""
    # pydicom converts the character set while it parses; all else is still raw.
    value = getattr(item, "value", None)
    if isinstance(value, bytes):
        return value
    parts = value if isinstance(value, MultiValue) else [value or ""]
    return "\\".join(str(part) for part in parts).encode("latin-1", "replace")


def has(dataset: Dataset, keyword: str) -> bool:
    """Whether the attribute is there, with or without a value."""
    return keyword in dataset


def text(dataset: Dataset, keyword: str) -> str:
    """First value of a short ASCII attribute (CS, UI, AS, ...), trimmed."""
    return texts(dataset, keyword)[0]


def texts(dataset: Dataset, keyword: str) -> Sequence[str]:
    """All values of a short ASCII attribute, trimmed; one empty text when it is absent."""
    value = raw(dataset, keyword).decode("latin-1")
    return [part.strip(" \0\t\r\n") for part in value.split("\\")]


def numbers(dataset: Dataset, keyword: str) -> list[float | None]:
    """Values of a decimal string; None in the place of one that is no finite number.

    A decimal comma, which some European consoles write, counts as a point.
    """
    return [_number(part) for part in texts(dataset, keyword) if part]


def number(dataset: Dataset, keyword: str) -> float | None:
    """First value of a decimal string, or None."""
    values = numbers(dataset, keyword)
    return values[0] if values else None


def integers(dataset: Dataset, keyword: str, *, signed: bool = False) -> list[int]:
    """Binary or textual integers of an attribute, whatever VR the file claims.

    Parameters
    ----------
    signed
        How 16-bit values of VR "US or SS" are meant (PS3.5 A.1: by Pixel Representation).
    """
    tag = tag_for_keyword(keyword)
    try:
        item = dataset.get_item(tag) if tag is not None else None
    except PARSE_ERRORS:
        return []
    value = raw(dataset, keyword)
    if not isinstance(item, RawDataElement) or not value:
        return []
    vr = item.VR or ""
    if vr in _TEXT_NUMBERS or (vr not in _BINARY and keyword in _ALWAYS_TEXT):
        return [int(n) for n in numbers(dataset, keyword) if n is not None and abs(n) < 1 << 31]
    code = {"UL": "I", "SL": "i", "SS": "h"}.get(vr, "h" if signed else "H")
    count = len(value) // struct.calcsize(code)
    order = "<" if item.is_little_endian else ">"
    return list(struct.unpack_from(f"{order}{count}{code}", value))


def integer(dataset: Dataset, keyword: str, *, signed: bool = False) -> int | None:
    """First integer of an attribute, or None."""
    values = integers(dataset, keyword, signed=signed)
    return values[0] if values else None


def sequence(dataset: Dataset, keyword: str) -> list[Dataset]:
    """Items of a sequence; empty when it is absent or damaged."""
    if keyword not in dataset:
        return []
    try:
        value = dataset[keyword].value
        return [item for item in value if isinstance(item, Dataset)]
    except PARSE_ERRORS:
        return []


def day(dataset: Dataset, keyword: str) -> date | None:
    """A date (PS3.5 6.2 DA), also as ACR-NEMA and hand-typed consoles write it."""
    match = _DATE.match(text(dataset, keyword))
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _number(part: str) -> float | None:
    try:
        value = float(part.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < 1e30 else None  # also refuses NaN and infinity
