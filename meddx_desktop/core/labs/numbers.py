"""Numbers as people and machines write them: decimal mark, thousands, powers of ten.

What ``1,234`` means can't be known from itself. A `NumberStyle` says it, and `style_of` finds the
style of a whole column or says that nobody can know.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER = (
    r"[+-]?(?:10(?:\s?\^\s?[+-]?[0-9]{1,2}|[⁺⁻]?[⁰¹²³⁴-⁹]{1,2})|(?:[0-9][0-9.,']*|\.[0-9]+)"
    r"(?:[eE][+-]?[0-9]{1,3}|\s?[×xX*·]\s?10(?:\s?\^\s?[+-]?[0-9]{1,2}|[⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))?)"
)
"""A number in any style, as a regular expression over folded text, without groups."""

_PARTS = re.compile(
    r"([+-]?)([0-9.,']+)"
    r"(?:[eE]([+-]?[0-9]{1,3})|\s?[×xX*·]\s?10(?:\s?\^\s?([+-]?[0-9]{1,2})|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2})))?"
)
_POWER = re.compile(r"[+-]?10(?:\s?\^\s?([+-]?[0-9]{1,2})|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_MARKED = re.compile(r"[0-9][0-9.,]*[.,][0-9.,]*")
_DIGITS = 40


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """Which mark stands before the decimals, and which one (if any) between thousands."""

    decimal: str = "."
    thousands: str = ""


POINT = NumberStyle()
"""``13.2``; a comma in a number is not understood."""
COMMA = NumberStyle(",")
"""``13,2``; a point in a number is not understood."""
POINT_THOUSANDS = NumberStyle(".", ",")
"""``1,234.5`` and ``1,50,000``."""
COMMA_THOUSANDS = NumberStyle(",", ".")
"""``1.234,5``."""
STYLES = {
    "point": POINT,
    "comma": COMMA,
    "point_thousands": POINT_THOUSANDS,
    "comma_thousands": COMMA_THOUSANDS,
}


@dataclass(frozen=True, slots=True)
class StyleFound:
    """What a column says about its numbers.

    Attributes
    ----------
    style : NumberStyle
        The style to read with; where nobody can know, the one that leaves doubtful numbers alone.
    is_sure : bool
        False when marks contradict each other, or when all could be either.
    example : str
        A number that shows the doubt, for the question.
    """

    style: NumberStyle
    is_sure: bool = True
    example: str = ""


def read_number(text: str, style: NumberStyle = POINT) -> float | None:
    """The number that `text` (folded, nothing around it) is in this style; None if it is none."""
    power = _POWER.fullmatch(text)
    if power:
        sign = -1.0 if text.startswith("-") else 1.0
        return sign * _ten(power[1] or power[2])
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    sign_, body, *powers = parts.groups()
    plain = _plain(body, style)
    if plain is None:
        return None
    exponent = next((power for power in powers if power), "0").translate(_RAISED)
    value = float(f"{sign_}{plain}e{exponent}")
    return value if math.isfinite(value) else None


def style_of(texts: Iterable[str]) -> StyleFound:
    """The number style of a column: from its clear numbers, never from a doubtful one.

    ``13,2`` and ``0,123`` speak for a decimal comma, but one such number alone could be a slip or
    two numbers: it takes two. ``1,234.5`` and ``1,234,567`` are clear (thousands); ``1,234`` alone
    is not. ``1.234`` alone is: a laboratory writes three decimals, and only a column with decimal
    commas makes it doubtful.
    """
    seen: dict[str, str] = {}
    decimal_commas = set()
    for text in texts:
        if "," in text or "." in text:
            for body in _MARKED.findall(text):
                told = _evidence(body.rstrip(".,"))
                seen.setdefault(told, body)
                if told == "decimal_comma":
                    decimal_commas.add(body)
    commas = seen.get("decimal_comma") or seen.get("thousands_point")
    points = seen.get("decimal_point") or seen.get("thousands_comma")
    if commas and points:
        return StyleFound(POINT, is_sure=False, example=commas)
    if len(decimal_commas) == 1 and "thousands_point" not in seen:
        return StyleFound(POINT, is_sure=False, example=decimal_commas.pop())
    if commas:
        grouped = "thousands_point" in seen or "three_after_point" in seen
        return StyleFound(COMMA_THOUSANDS if grouped else COMMA)
    if "three_after_comma" not in seen:
        return StyleFound(POINT_THOUSANDS if "thousands_comma" in seen else POINT)
    if points:
        return StyleFound(POINT_THOUSANDS)
    return StyleFound(POINT, is_sure=False, example=seen["three_after_comma"])


def _ten(exponent: str) -> float:
    return float(f"1e{exponent.translate(_RAISED)}")


def _plain(body: str, style: NumberStyle) -> str | None:
    """The digits with a point before the decimals; None when the marks don't fit the style."""
    if len(body) > _DIGITS:
        return None
    whole, mark, decimals = body.partition(style.decimal)
    if mark and (not decimals.isdigit()):
        return None
    if whole.isdigit() or (not whole and mark):
        return f"{whole or '0'}.{decimals or '0'}"
    if style.decimal not in whole and _is_grouped(whole, style.thousands):
        return f"{re.sub('[^0-9]', '', whole)}.{decimals or '0'}"
    return None


def _is_grouped(whole: str, thousands: str) -> bool:
    """``1,234``, ``1,50,000`` (South Asia), ``1'234``; every group complete, the last of three."""
    mark = "'" if "'" in whole else thousands
    if not mark or set(whole) - set("0123456789") != {mark}:
        return False
    first, *middle, last = whole.split(mark)
    if not 1 <= len(first) <= 3 or first.startswith("0") or len(last) != 3:
        return False
    return all(len(group) == 3 for group in middle) or all(len(group) == 2 for group in middle)


def _evidence(body: str) -> str:
    """What one number says about its column's style; empty when nothing."""
    commas, points = body.count(","), body.count(".")
    if commas and points:
        if _plain(body, POINT_THOUSANDS):
            return "thousands_comma"
        return "thousands_point" if _plain(body, COMMA_THOUSANDS) else ""
    mark, count = ("comma", commas) if commas else ("point", points)
    if count > 1:
        grouped = _is_grouped(body, "," if commas else ".")
        return f"thousands_{mark}" if grouped else ""
    whole, _, decimals = body.replace(",", ".").partition(".")
    doubtful = len(decimals) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    return f"three_after_{mark}" if doubtful else f"decimal_{mark}" if decimals else ""
