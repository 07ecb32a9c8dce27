"""Which passphrases are taken: long ones that are not the first an attacker tries.

SP 800-63B-4 section 3.1.1.2: at least 15 characters when a passphrase stands alone, any length
that people type, every Unicode character and spaces, no rules of composition, no change for its
own sake, and a list of those that are common, expected or spoilt. The list lies in
``resources/passwords/common.txt``; nothing is looked up elsewhere. As the standard has it, the
whole passphrase is compared, not words inside it: four unrelated words are fine even when one of
them is on the list.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.paths import RESOURCES

SHORTEST = 15
LONGEST = 256
_LIST = RESOURCES / "passwords" / "common.txt"
_PROGRAM = "meddx"
_OWN_BESIDE_NAME = 8
_FEWEST_DIFFERENT = 5
_MOST_LISTED_WORDS = 3
_MOSTLY = 0.8
_LEET = str.maketrans("@4301!$57", "aaeoiisst")
_WALKS = (
    "`1234567890-=",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "qwertzuiop",
    "azertyuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "zaq1xsw2cde3vfr4bgt5nhy6mju7,ki8.lo9/;p0",
    "147258369",
    "1q2w3e4r5t6y7u8i9o0p",
    "a1s2d3f4g5h6j7k8l9",
    "q1w2e3r4t5y6u7i8o9p0",
)


def check_passphrase(passphrase: str, user: str) -> None:
    """Return if `passphrase` may protect the store for `user`.

    Characters are Unicode code points after NFKC, the form that is stretched.

    Raises
    ------
    InvalidEntry
        ``passphrase_short``, ``passphrase_long``, ``passphrase_pattern``,
        ``passphrase_contains_name``, ``passphrase_common``. No parameter shows what was typed.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < SHORTEST:
        raise InvalidEntry("passphrase_short", shortest=SHORTEST)
    if len(text) > LONGEST:
        raise InvalidEntry("passphrase_long", longest=LONGEST)
    folded = text.casefold()
    if _is_pattern(folded):
        raise InvalidEntry("passphrase_pattern")
    if _is_name(folded, user):
        raise InvalidEntry("passphrase_contains_name")
    if _is_common(folded):
        raise InvalidEntry("passphrase_common")


def _is_pattern(text: str) -> bool:
    """Few different characters, a short piece over and over, or a walk along a row of keys."""
    if len(set(text)) < _FEWEST_DIFFERENT or _period(text) < SHORTEST:
        return True
    steps = list(pairwise(text))
    walked = sum(_is_step(one, other) for one, other in steps)
    return walked >= _MOSTLY * len(steps)


def _period(text: str) -> int:
    """The length of the shortest piece that, repeated (and cut), gives `text`; else its length."""
    shortest = next((n for n in range(1, len(text)) if text[n:] == text[:-n]), len(text))
    return shortest if 2 * shortest <= len(text) else len(text)


def _is_step(one: str, other: str) -> bool:
    if abs(ord(one) - ord(other)) <= 1:
        return True
    return one + other in _key_steps()


@cache
def _key_steps() -> frozenset[str]:
    pairs = (walk[n : n + 2] for walk in _WALKS for n in range(len(walk) - 1))
    return frozenset(turned for pair in pairs for turned in (pair, pair[::-1]))


def _is_name(text: str, user: str) -> bool:
    """Whether little of one's own stands beside the user's or the program's name."""
    name = unicodedata.normalize("NFKC", user).casefold()
    parts = sorted({name, *name.split(), "".join(name.split()), _PROGRAM}, key=len, reverse=True)
    rest, found = text, False
    for part in (part for part in parts if len(part) > 1):
        found = found or part in rest
        rest = rest.replace(part, "")
    own = sum(c.isalpha() for c in rest)
    return found and own < _OWN_BESIDE_NAME


def _is_common(text: str) -> bool:
    """Whether `text` is up to three entries of the list with digits and signs around them."""
    plain = _letters(text)
    if 2 * len(plain) < len(text):
        return False  # mostly signs or pictures, which no list holds
    return _listed_words(plain) or _listed_words(_letters(text.translate(_LEET)))


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _listed_words(text: str) -> bool:
    """Cover `text` with listed entries (at most three different ones) and runs of digits."""
    if text in _common():
        return True
    used: set[str] = set()
    # Digits alone are covered by nothing: dates, telephone numbers, resident identity numbers.
    for run in re.sub(r"\d+", " ", text).split():
        words = _cover(run)
        if words is None:
            return False
        used.update(words)
    return len(used) <= _MOST_LISTED_WORDS


def _cover(run: str) -> tuple[str, ...] | None:
    """The fewest listed entries that make up `run` without a gap; None when none do."""
    best: list[tuple[str, ...] | None] = [(), *([None] * len(run))]
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _longest_entry()), end):
            before, piece = best[start], run[start:end]
            if before is None or piece not in _common():
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, piece)
    return best[len(run)]


@cache
def _common() -> frozenset[str]:
    lines = _LIST.read_text("utf-8").splitlines()
    entries = (line.strip().casefold() for line in lines if not line.startswith("#"))
    return frozenset(_letters(entry) for entry in entries if entry)


@cache
def _longest_entry() -> int:
    return max(map(len, _common()))
