"""Lines of text that fit a width: words stay whole, Chinese breaks between characters.

A line begins with no closing mark and ends with no opening one (the usual rule of Chinese
typesetting, GB/T 15834 and UAX 14 alike); a word wider than the line is cut where the line ends.
"""

from collections.abc import Callable, Iterator

_CLOSING = frozenset("，。、；：？！）】》」』”’…％%°,.;:?!)]}>")
_OPENING = frozenset("（【《「『“‘([{<")
_WIDE_FROM = 0x2E80
"""From here on characters stand alone: CJK radicals, kana, ideographs, full-width forms."""

Width = Callable[[str], float]


def lines(text: str, limit: float, width: Width) -> list[str]:
    """Break `text` into lines no wider than `limit`; its own line breaks stay."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        found += _paragraph(paragraph, limit, width)
    return found


def _paragraph(text: str, limit: float, width: Width) -> list[str]:
    found: list[str] = []
    current = ""
    for unit in _units(text):
        joined = current + unit
        if width(joined.rstrip()) <= limit:
            current = joined
            continue
        if current.strip():
            found.append(current.rstrip())
        current = unit.lstrip()
        while (cut := _cut(current, limit, width)) < len(current.rstrip()):
            found.append(current[:cut])
            current = current[cut:]
    return [*found, current.rstrip()]


def _cut(text: str, limit: float, width: Width) -> int:
    """How many characters of a word fit; one at least, so that the work ends."""
    # Never the width of all that is left: a value of 100,000 characters has thousands of lines.
    low, high = 1, min(2, len(text))
    while high < len(text) and width(text[:high]) <= limit:
        low, high = high, min(2 * high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


def _units(text: str) -> Iterator[str]:
    """What must not be parted: a word with the space after it, a wide character with its marks."""
    current = ""
    for character in text:
        if current and _may_break(current[-1], character):
            yield current
            current = ""
        current += character
    if current:
        yield current


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return before == " " or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return ord(character) >= _WIDE_FROM
