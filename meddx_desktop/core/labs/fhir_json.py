"""Strict JSON for FHIR: nothing is taken twice, numbers keep their digits, damage has a place."""

import codecs
import json
import re
from decimal import Decimal
from typing import Any

from meddx_desktop.core.errors import UnreadableResults

TWICE = "\0twice"
"""Key under which an object that names something twice says so; no real key looks like it."""
_LONGEST_NUMBER = 200
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SUSPECT = re.compile(r"\\u(?:d[89a-f]|00[01])", re.IGNORECASE)
_DAMAGED = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")


class UnusableNumber:
    """``NaN``, ``Infinity`` or a number of hundreds of digits: no value, and seen as such."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text[:40]


def decode(data: bytes) -> str:
    """The text of a file; JSON is UTF-8 unless a mark says otherwise.

    Raises
    ------
    UnreadableResults
        ``json_not_utf8``: names read in a wrong writing would be somebody else's.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            data, used = (data[len(mark) :] if codec == "utf-8" else data), codec
            break
    else:
        used = "utf-8"
    try:
        return data.decode(used)
    except UnicodeDecodeError as error:
        raise UnreadableResults("json_not_utf8", position=error.start) from error


def load(text: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Parse one JSON document.

    Raises
    ------
    UnreadableResults
        ``json_truncated`` or ``json_damaged`` with line and column, or ``json_too_deep``.
    """
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        rest = text[error.pos :].strip()
        unfinished = error.msg.startswith("Unterminated string")
        code = "json_truncated" if not rest or unfinished else "json_damaged"
        if code == "json_truncated":
            raise UnreadableResults("json_truncated", **_place(error)) from None
        raise UnreadableResults("json_damaged", **_place(error)) from None
    except RecursionError:
        raise UnreadableResults("json_too_deep") from None


def may_be_damaged(text: str) -> bool:
    """Whether escapes in the text may stand for characters that can't be kept."""
    return _SUSPECT.search(text) is not None


def has_damage(text: str) -> bool:
    """Whether a resource, as `shown`, holds half a character or a control character."""
    return _DAMAGED.search(text) is not None


def shown(value: object) -> str:
    """A value as one line of JSON, for a person who has to look at it."""
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        return "…"


def _place(error: json.JSONDecodeError) -> dict[str, int]:
    return {"line": error.lineno, "column": error.colno}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        made[TWICE] = next(name for name in names if names.count(name) > 1)
    return made


def _decimal(text: str) -> Decimal | UnusableNumber:
    return Decimal(text) if len(text) <= _LONGEST_NUMBER else UnusableNumber(text)


def _integer(text: str) -> int | UnusableNumber:
    return int(text) if len(text) <= _LONGEST_NUMBER else UnusableNumber(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=_decimal,
    parse_int=_integer,
    parse_constant=UnusableNumber,
)
