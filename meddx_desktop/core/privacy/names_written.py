"""How a name in Latin letters that is known may be written: orders, initials, parts, capitals.

What stands between two parts of a name has to look like a name itself: a sentence that ends with
a name and one that begins with it are no long name.
"""

import re
from collections.abc import Iterator

from meddx_desktop.core.privacy.surnames import ORDINARY_WORDS, THINGS
from meddx_desktop.core.privacy.word_lists import word_list

_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sister", "nurse"]
)
_SMALL_WORDS = "van von de der den la le da di dos du bin binti ibn al el ten ter mac st"
_SMALL = frozenset(_SMALL_WORDS.split())
"""Parts that are no name when they stand alone."""
_FIRST_WORDS = "john mary peter paul james david michael thomas smith jones williams taylor"
NAMES_FIRST = frozenset(_FIRST_WORDS.split())
"""Names that stand among the words of medicine for some disease or fracture or other."""
_THING_WORDS = (
    "walker cooper porter parker mason baker potter butler carpenter gardener driver fisher farmer"
    " shepherd singer turner weaver barber tailor miller slater archer hunter carter butcher cane"
    " stroke pike bishop abbot marsh chambers lamb wolf bird swan crane finch drake swallow cutter"
    " sawyer piper sleeper bather feeder roller holder carr carrier palmer cross moss mould reader"
)
COMMON = frozenset(_THING_WORDS.split())
"""Surnames that are things and trades: in small letters the thing is meant."""
_LITTLE_WORDS = "he an in so me we us at do go to my no on or up be by if is it am as hi ho ma man"
_LITTLE = frozenset(_LITTLE_WORDS.split())
"""Syllables of names that are words of a sentence in small letters."""
_MONTHS = frozenset(["march", "april", "may", "june", "july", "august"])
_BEFORE_MONTHS = "in since last this next of until till by from early late mid"
_BREAK = r"[ \t]{0,4}\r?\n[ \t>|*]{0,8}"
_GAP = rf"(?:[ \t]{{1,3}}|[ \t]{{0,2}},[ \t]{{0,3}}|[_^=.-]|,?{_BREAK})"
_MIDDLE = r"(?P<middle>(?:(?:[A-Z]\.?|[A-Z][A-Za-z'-]{1,20})[ \t-]{1,2}){1,2})"
_SHORT = 3
_LONG_JOINED = 7
_NOT_BEFORE, _NOT_AFTER = r"(?<![A-Za-z0-9])", r"(?:'s)?(?![A-Za-z0-9])"
_DOES = (
    r"(?:was|is|has|had|reports|denies|states|says|said|came|presented|attended|returned|lives|"
    r"needs|feels|did|does|will|fell|slept|ate|remains|refused|agreed|and (?:her|his))\b|'s\b"
)
_EPONYM = re.compile(
    rf"(?:'s?)?[ -](?:{'|'.join(sorted(THINGS))}|lymphoma|plus|dementia|gait|tremor|sarcoma|"
    rf"tumou?r)s?\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?i:(?<![a-z])(?:mr|mrs|ms|miss|mx|dr|prof)\.?[ \t]{1,2})$")


def parted(name: str) -> tuple[str, str]:
    """The Chinese signs of a name, joined, and its other words: "张三 Zhang San"."""
    chinese = "".join(c for c in name if "\u3400" <= c <= "\u9fff")
    other = "".join(" " if "\u3400" <= c <= "\u9fff" else c for c in name)
    return chinese, " ".join(re.findall(r"[^\s\^,=()·•・]*[A-Za-z][^\s\^,=()·•・]*", other))


def writings(name: str) -> Iterator[re.Pattern[str]]:
    """Patterns of a name of Latin letters: whole in any order, with initials, and part by part."""
    parts = [one.strip(".") for one in name.split()]
    parts = [one for one in parts if one and one.lower() not in _TITLES]
    names = [one for one in parts if len(one) > 1]
    names = [one for one in names if one.lower() not in _SMALL] or names
    if len(names) > 1:
        yield from _whole(parts, names)
        yield from _with_initials(names[0], names[-1])
        yield from _with_initials(names[-1], names[0])
    elif len(parts) > 1 and names:
        yield re.compile(_bounded(_GAP.join(_letter_or(one) for one in parts)))
    singles = {
        one: None
        for part in names
        for one in (part, *(piece for piece in part.split("-") if len(piece) >= _SHORT))
    }
    for part in singles:
        if part.lower() not in _SMALL:
            yield single(part)


def _whole(parts: list[str], names: list[str]) -> Iterator[re.Pattern[str]]:
    any_case = re.IGNORECASE if _is_plain(names) else re.NOFLAG
    spelled = [_letter_or(one) if any_case else _spelled(one) for one in parts]
    if len(parts) > 2:
        ends = [spelled[parts.index(one)] for one in (names[0], names[-1])]
        for pair in (ends, ends[::-1]):
            yield re.compile(_bounded(_GAP.join(pair)), any_case)
    orders = {tuple(spelled), (*spelled[1:], spelled[0]), (spelled[-1], *spelled[:-1])}
    for order in sorted(orders):
        yield re.compile(_bounded(_GAP.join(order)), any_case)
        if sum(map(len, parts)) >= _LONG_JOINED and all(len(one) >= _SHORT for one in parts):
            yield re.compile(_bounded("".join(order)), any_case)
    words = ORDINARY_WORDS | _LITTLE
    if not any_case and not all(one.lower() in words for one in names):
        usual = r"[ \t]{1,3}".join(map(_letter_or, parts))  # "will okafor", not "okafor will"
        yield re.compile(_bounded(usual), re.IGNORECASE)
    for first, last in ((names[0], names[-1]), (names[-1], names[0])):
        yield re.compile(
            _bounded(rf"{_spelled(first)}(?:[ \t]{{1,3}}|,[ \t]{{0,2}}){_MIDDLE}{_spelled(last)}")
        )


def _with_initials(first: str, last: str) -> Iterator[re.Pattern[str]]:
    """J. Smith, J Q Smith, Smith J: the initial a capital, the name as names are written."""
    initial, name = re.escape(first[0].upper()), _spelled(last)
    is_ordinary = last.lower() in ORDINARY_WORDS
    is_word = initial in "AI"
    dot = r"\." if is_ordinary and is_word else r"\.?"
    yield re.compile(
        rf"(?<![A-Za-z0-9/%.&])(?<!\d[ ]){initial}{dot}[ \t]{{0,2}}(?:[A-Z]\.?[ \t]{{0,2}})?"
        rf"(?:(?:van|von|de|der|den|la|le|da|di|dos|bin|al)[ ]){{0,2}}{name}"
        r"(?:'s)?(?![A-Za-z0-9])"
    )
    comma = r",[ \t]?" if is_ordinary or is_word else r"(?:,[ \t]?|[ \t]{1,2})"
    yield re.compile(rf"{_NOT_BEFORE}{name}{comma}{initial}(?:\.[A-Z]\.?)?(?![A-Za-z0-9'&/-])")


def single(part: str) -> re.Pattern[str]:
    """One part of a name alone: only as a name is written, and no ordinary word."""
    small = part.lower()
    if small in ORDINARY_WORDS:
        return _single_ordinary(part)
    spelled = {part.capitalize(), part if part[0].isupper() else part.capitalize()}
    if len(part) >= _SHORT:
        spelled.add(part.upper())
        if small in NAMES_FIRST or not (small in COMMON or small in word_list("words")):
            spelled.add(small)
        if "'" in part:
            spelled |= {one.replace("'", "") for one in spelled if len(one) > _SHORT + 1}
    form = "|".join(sorted(map(re.escape, spelled), key=len, reverse=True))
    # "Na 140", "Ng tube": two letters before a number are a test, not Mr Na
    value = r"(?![ ]?[:=<>]?[ ]?\d|[+/]|[ -](?:level|tube|square))" if len(part) < _SHORT else ""
    return re.compile(rf"{_NOT_BEFORE}(?:{form})(?![A-Za-z0-9]){value}")


def _single_ordinary(part: str) -> re.Pattern[str]:
    form = f"(?:{re.escape(part.capitalize())}|{re.escape(part.upper())})"
    after = r"(?![A-Za-z0-9])(?![ -](?:[A-Z]{2,}|\d))"
    before = "(?<=[a-z,;:] )"
    if part.lower() in _MONTHS:
        before += "".join(f"(?<!{one} )" for one in _BEFORE_MONTHS.split())
    return re.compile(rf"{before}{form}{after}|{_NOT_BEFORE}{form}(?= {_DOES}|'s\b)")


def is_middle(match: re.Match[str]) -> bool:
    """Whether what a pattern found between two parts of a name is a part of a name too."""
    middle = match.groupdict().get("middle")
    return not middle or all(map(_is_name, re.findall(r"[A-Za-z']+", middle)))


def pattern_of_eponym(text: str, match: re.Match[str]) -> bool:
    """Whether the words are what something is named after: Parkinson disease."""
    if " " in match[0] or not _EPONYM.match(text, match.end()):
        return False
    return not _TITLED.search(text, max(0, match.start() - 12), match.start())


def _is_name(word: str) -> bool:
    small = word.lower()
    if len(word) == 1:
        return True
    if small in ORDINARY_WORDS:
        return False
    is_listed = small in word_list("given") or small in word_list("surnames")
    return is_listed or small not in word_list("words")


def _is_plain(names: list[str]) -> bool:
    """Whether small letters can mean nothing but the name."""
    if any(one.lower() in ORDINARY_WORDS or one.lower() in COMMON for one in names):
        return False
    return all(len(one) >= _SHORT for one in names) or sum(map(len, names)) >= _LONG_JOINED


def _letter_or(part: str) -> str:
    return rf"{re.escape(part)}\.?" if len(part) == 1 else re.escape(part)


def _spelled(part: str) -> str:
    if len(part) == 1:
        return rf"{re.escape(part.upper())}\.?"
    forms = sorted({part, part.capitalize(), part.upper()} - {part.lower()})
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _bounded(form: str) -> str:
    return f"{_NOT_BEFORE}{form}{_NOT_AFTER}"
