"""Numbers as they are written in notes: digits, decimals, English and Chinese number words."""

import re

NUMBER = r"\d{1,7}(?:[.,]\d{1,3})?"
"""At most 7 digits and 3 decimals: what a note measures, and nothing that runs on."""
ENGLISH_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)"
HAN_NUMBER = r"[半两一二三四五六七八九十百零〇]{1,5}"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VALUES = {word: float(place) for place, word in enumerate(_WORDS, start=1)} | {
    "a": 1.0,
    "an": 1.0,
    "once": 1.0,
    "twice": 2.0,
    "thrice": 3.0,
    "half": 0.5,
    "eleven": 11.0,
    "twelve": 12.0,
}
_DIGITS = {sign: float(place) for place, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0.0,
    "两": 2.0,
    "半": 0.5,
}
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")


def number(written: str) -> float | None:
    """Read a number as written; None where it is none.

    A comma before exactly three digits parts thousands (``1,000``), else decimals (``38,5``).
    """
    word = written.strip().lower()
    if word in _VALUES:
        return _VALUES[word]
    if _THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return han_number(word)


def han_number(written: str) -> float | None:
    """Read a Chinese number below a thousand: 十二, 三十, 两, 半, 一百二十."""
    if not written or any(sign not in _DIGITS and sign not in "十百" for sign in written):
        return None
    total, last = 0.0, None
    for sign in written:
        if sign in "十百":
            total += (1 if last is None else last) * (10 if sign == "十" else 100)
            last = None
        else:
            last = _DIGITS[sign]
    return total + (last or 0)
