"""Which writing a text file is in: said by a mark, shown by the bytes, or guessed and said so."""

import re
from collections import Counter
from dataclasses import dataclass

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.errors import UnreadableResults

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_SAMPLE = 4096
_ZEROS = 0.02
"""Least share of zero bytes in UTF-16; commas and line ends alone come to more."""
_COMMON = 0.8
"""Share of characters within GB 2312 from which on bytes are taken for Chinese. Rare characters of
names lie outside; Western letters read as Chinese nearly all do."""
_ENOUGH = 4
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f\x00")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that was guessed."""

    text: str
    encoding: str
    cautions: tuple[Reason, ...] = ()


def decode(data: bytes) -> Decoded:
    """Turn the bytes of a text file into text.

    UTF-8, UTF-16 and UTF-32 with a mark; without one UTF-8, UTF-16 by its zero bytes, GB 18030 by
    its common characters, else Windows-1252 with the caution ``encoding_guessed``.

    Raises
    ------
    UnreadableResults
        ``table_not_text``.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding), encoding)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _checked(_strict(data, wide), wide)
    text = _strict(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8")
    text = _strict(data, "gb18030")
    if text is not None:
        foreign = Counter(_ASCII.sub("", text))
        total = sum(foreign.values())
        common = sum(often for letter, often in foreign.items() if _is_common(letter))
        if common >= _COMMON * total:
            return _checked(text, "gb18030", is_sure=common == total >= _ENOUGH)
    western = _strict(data, "cp1252")
    encoding = "cp1252" if western is not None else "latin-1"
    return _checked(western or data.decode("latin-1"), encoding, is_sure=False)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: the zero bytes of its Western letters all lie on one side."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(2, _ZEROS * len(sample)) or min(even, odd) > _ZEROS * max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_common(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _checked(text: str | None, encoding: str, *, is_sure: bool = True) -> Decoded:
    if text is None or "\0" in text or any(letter in _CONTROLS for letter in text[:_SAMPLE]):
        raise UnreadableResults("table_not_text")
    caution = () if is_sure else (Reason("encoding_guessed", {"encoding": encoding}),)
    return Decoded(text, encoding, caution)
