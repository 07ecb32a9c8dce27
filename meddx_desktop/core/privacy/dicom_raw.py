"""The bytes of an attribute as they stand in a file, and the text and numbers in them.

Taken from the raw bytes and not from what pydicom makes of them, so that one broken attribute never
spoils another, and a wrong character set is judged once for the whole program.
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

Decode = Callable[[bytes, Sequence[str]], str]
"""Text out of bytes, and the character sets that the file declares (PS3.3 C.12.1.1.2)."""

DAMAGED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What pydicom raises when it converts a damaged element."""

_NUMBERS = {
    "US": "H",
    "SS": "h",
    "UL": "I",
    "SL": "i",
    "UV": "Q",
    "SV": "q",
    "FL": "f",
    "FD": "d",
    "AT": "H",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """Value bytes, the VR that the file claims (empty: none) and their byte order."""

    value: bytes
    vr: str
    little: bool


def raw(dataset: Dataset, tag: int) -> Raw | None:
    """An attribute's bytes; None for one without, such as a sequence, or a damaged one."""
    try:
        item = dataset.get_item(tag)
    except DAMAGED:
        return None
    if isinstance(item, RawDataElement):
        value = item.value if isinstance(item.value, bytes) else b""
        return Raw(value, item.VR or "", bool(item.is_little_endian))
    # pydicom converts the character set while it parses; all else is still raw.
    value = getattr(item, "value", None)
    if isinstance(value, bytes):
        return Raw(value, "", True)
    parts = value if isinstance(value, MultiValue) else [value or ""]
    return Raw("\\".join(map(str, parts)).encode("utf-8", "replace"), "", True)


def items(dataset: Dataset, tag: int) -> list[Dataset]:
    """Items of a sequence; none when it is damaged."""
    try:
        value = dataset[tag].value
        return [item for item in value if isinstance(item, Dataset)]
    except DAMAGED:
        return []


def ascii_values(value: bytes) -> list[str] | None:
    """Values of an attribute that is ASCII by its kind; None if it is not."""
    try:
        text = value.decode("ascii")
    except UnicodeDecodeError:
        return None
    return [part.strip(" \0") for part in text.split("\\")]


def numbers(found: Raw, vr: str) -> list[int | float] | None:
    """Binary numbers of a VR; None where the bytes are no whole number of them."""
    code = _NUMBERS[vr]
    size = struct.calcsize(code)
    if len(found.value) % size:
        return None
    order = "<" if found.little else ">"
    values = list(struct.unpack(f"{order}{len(found.value) // size}{code}", found.value))
    if vr != "AT":
        return values
    if len(values) % 2:
        return None
    return [
        (group << 16) | element for group, element in zip(values[::2], values[1::2], strict=True)
    ]
