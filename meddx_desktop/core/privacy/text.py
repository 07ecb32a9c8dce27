"""De-identify a text: what can tell whose it is goes, what it says of the illness stays.

The standard library and regular expressions alone, all of bounded reach. What was replaced is
listed with its place before and after and the rule that said so, for a person who looks it over;
no program finds every name, so that look is part of the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meddx_desktop.core.privacy.ages import ages
from meddx_desktop.core.privacy.dates import Written, dates
from meddx_desktop.core.privacy.dates import found as date_found
from meddx_desktop.core.privacy.dates_moved import moves
from meddx_desktop.core.privacy.dates_spoken import unmoved_dates
from meddx_desktop.core.privacy.heads import head_names, repeated_wholes
from meddx_desktop.core.privacy.identifiers import (
    BY_HAND,
    Found,
    IdentifierKind,
    is_chinese,
)
from meddx_desktop.core.privacy.names import Known, known_names
from meddx_desktop.core.privacy.names_again import repeated_names
from meddx_desktop.core.privacy.names_chinese import chinese_names
from meddx_desktop.core.privacy.names_chinese_free import (
    free_chinese_names,
    repeated_chinese_names,
)
from meddx_desktop.core.privacy.names_english import english_names
from meddx_desktop.core.privacy.names_english_free import (
    free_english_names,
    small_english_names,
)
from meddx_desktop.core.privacy.names_said import said_names
from meddx_desktop.core.privacy.numbers import numbers
from meddx_desktop.core.privacy.numbers_spaced import spaced_numbers
from meddx_desktop.core.privacy.places import places
from meddx_desktop.core.privacy.plain import plain
from meddx_desktop.core.privacy.same_person import keys

_KIND = IdentifierKind
_AROUND = 20
_NOBODY = Known()
_PUT = {
    _KIND.PATIENT: ("PATIENT", "患者"),
    _KIND.NAME: ("NAME", "姓名"),
    _KIND.DATE: ("DATE", "日期"),
    _KIND.PHONE: ("PHONE", "电话"),
    _KIND.EMAIL: ("EMAIL", "邮箱"),
    _KIND.URL: ("URL", "网址"),
    _KIND.ADDRESS: ("ADDRESS", "地址"),
    _KIND.ORGANISATION: ("ORGANISATION", "机构"),
    _KIND.RESIDENT_ID: ("ID NUMBER", "身份证号"),
    _KIND.PASSPORT: ("DOCUMENT NUMBER", "证件号"),
    _KIND.INSURANCE: ("INSURANCE NUMBER", "医保号"),
    _KIND.RECORD_NUMBER: ("RECORD NUMBER", "编号"),
    _KIND.OTHER: ("REMOVED", "已删除"),
}
_PUT_BY_RULE = {"bed": ("BED", "床号"), "number_plate": ("NUMBER PLATE", "车牌号")}
_OLD = ("90+", "90岁以上")
_NUMBERED = frozenset({_KIND.NAME, _KIND.ORGANISATION, _KIND.ADDRESS})
_RANK = {
    **dict.fromkeys(("known_name", "known_number"), 0),
    **dict.fromkeys(("record_label", "insurance_label", "passport_label"), 1),
    **dict.fromkeys(("resident_id_checked", "email", "url", "mobile_cn"), 2),
    **dict.fromkeys(("long_number", "lettered_number", "bare_number", "parted_number"), 4),
}
_USUAL_RANK = 3
_FEW_LETTERS = 3


class DateWay(StrEnum):
    """What becomes of dates."""

    SHIFT = "shift"
    """Moved by the patient's own number of days: distances between dates stay."""
    MASK = "mask"


@dataclass(frozen=True, slots=True)
class Options:
    """How a text is de-identified.

    Parameters
    ----------
    dates
        Dates that can't be moved (which is the day and which the month?) are masked.
    shift_days
        By how many days; whole weeks keep the days of the week right.
    day_first
        What 03/05/2024 means where the text itself does not tell.
    today
        For years of birth that tell an age over 89.
    """

    dates: DateWay = DateWay.MASK
    shift_days: int = 0
    day_first: bool | None = None
    today: date | None = None


_AS_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that were replaced: their place in the original and in the result.

    Ends are not included; `put` stands in the result.
    """

    start: int
    end: int
    result_start: int
    result_end: int
    kind: IdentifierKind
    rule: str
    put: str


@dataclass(frozen=True, slots=True)
class Deidentified:
    """A text without what tells whose it is, and what was done to it."""

    original: str
    text: str
    replacements: tuple[Replacement, ...]

    def without(self, number: int) -> "Deidentified":
        """The same with one replacement taken back, by its place in `replacements`."""
        kept = [one for place, one in enumerate(self.replacements) if place != number]
        return _applied(self.original, [(_found(one), one.put) for one in kept])

    def with_added(
        self, start: int, end: int, kind: IdentifierKind = IdentifierKind.OTHER
    ) -> "Deidentified":
        """The same with words of the original marked by hand; what they touch becomes part."""
        start, end = max(0, start), min(len(self.original), end)
        if start >= end:
            return self
        mine = Found(start, end, kind, BY_HAND)
        touched = [one for one in self.replacements if mine.touches(_found(one))]
        for one in touched:
            mine = Found(min(mine.start, one.start), max(mine.end, one.end), kind, BY_HAND)
        kept = [(_found(one), one.put) for one in self.replacements if one not in touched]
        words = self.original[mine.start : mine.end]
        return _applied(self.original, [*kept, (mine, _mask(kind, words))])


def deidentify(
    text: str,
    known: Known = _NOBODY,
    options: Options = _AS_USUAL,
    *,
    read_as: str = "",
) -> Deidentified:
    """Replace what can tell whose a text is.

    Parameters
    ----------
    text
        A note in English, Chinese or both.
    known
        Names and numbers that the case knows.
    read_as
        What the rules see instead, sign for sign: simplified Chinese, with known names alike.
    """
    read = plain(read_as or text)
    written = list(dates(read.text))
    chosen = _chosen(_all(read.text, known, written, options))
    put = _with_words(read.text, chosen, _moved(read.text, known, written, options))
    return _applied(text, [(read.written(one), new) for one, new in put])


def _all(text: str, known: Known, written: Sequence[Written], options: Options) -> list[Found]:
    """Whatever any rule finds in a plain text."""
    found = [*known_names(text, known), *numbers(text), *spaced_numbers(text), *places(text)]
    found += [*english_names(text), *said_names(text), *head_names(text)]
    if is_chinese(text):
        found += [*chinese_names(text), *free_chinese_names(text)]
        found += [*repeated_chinese_names(text, found)]
    found += [*free_english_names(text), *small_english_names(text)]
    found += [*repeated_names(text, found), *repeated_wholes(text, found)]
    found += [*map(date_found, written), *unmoved_dates(text)]
    return [*found, *ages(text, options.today or date.today())]


def _chosen(found: Sequence[Found]) -> list[Found]:
    """Those that stay where several overlap: what the case knows, else the longest."""
    order = sorted(
        set(found),
        key=lambda one: (
            _RANK.get(one.rule, _USUAL_RANK),
            one.start - one.end,
            one.start,
            one.rule,
        ),
    )
    taken: list[Found] = []
    covered: set[int] = set()
    for one in order:
        places_of = range(one.start, one.end)
        if covered.isdisjoint(places_of):
            taken.append(one)
            covered.update(places_of)
        else:
            taken += _remains(one, covered)
            covered.update(places_of)
    return sorted(taken)


def _remains(one: Found, covered: set[int]) -> list[Found]:
    """The parts of a find that no other covers: half a name must not stay."""
    parts: list[Found] = []
    start = None
    for place in range(one.start, one.end + 1):
        free = place < one.end and place not in covered
        if free and start is None:
            start = place
        elif not free and start is not None:
            parts.append(Found(start, place, one.kind, one.rule))
            start = None
    return parts


def _moved(
    text: str, known: Known, written: Sequence[Written], options: Options
) -> dict[tuple[int, int], str]:
    if options.dates is not DateWay.SHIFT:
        return {}
    today = options.today or date.today()
    order, days = options.day_first, options.shift_days
    return moves(text, written, days=days, born=known.births, first=order, today=today)


def _with_words(
    text: str, chosen: Sequence[Found], there: dict[tuple[int, int], str]
) -> list[tuple[Found, str]]:
    seen: dict[tuple[IdentifierKind, str], int] = {}
    put = []
    for one, key in zip(chosen, keys(text, chosen), strict=True):
        words = text[one.start : one.end]
        if not any(character.isalnum() for character in words):
            continue
        new = there.get((one.start, one.end)) if one.kind is _KIND.DATE else None
        put.append((one, new or _masked(one, text, key, seen)))
    return put


def _masked(one: Found, text: str, key: str, seen: dict[tuple[IdentifierKind, str], int]) -> str:
    words = text[one.start : one.end]
    if one.kind is _KIND.AGE:
        return _OLD[1] if words.endswith(("岁", "歲", "旬")) else _OLD[0]
    before = text[max(0, one.start - _AROUND) : one.start]
    after = text[one.end : one.end + _AROUND]
    few = sum(map(str.isalpha, words)) < _FEW_LETTERS
    is_within = _is_mostly_chinese(before + words * few + after)
    chinese = is_chinese(words) or is_within
    name = _PUT_BY_RULE.get(one.rule, _PUT[one.kind])[chinese]
    if one.kind not in _NUMBERED:
        return f"[{name}]"
    of_kind = [number for (kind, _), number in seen.items() if kind is one.kind]
    number = seen.setdefault((one.kind, key), max(of_kind, default=0) + 1)
    return f"[{name} {number}]"


def _is_mostly_chinese(text: str) -> bool:
    """A Chinese sign says as much as two letters."""
    signs = sum(map(is_chinese, text))
    letters = sum(character.isascii() and character.isalpha() for character in text)
    return 2 * signs > letters


def _mask(kind: IdentifierKind, words: str) -> str:
    return _OLD[is_chinese(words)] if kind is _KIND.AGE else f"[{_PUT[kind][is_chinese(words)]}]"


def _found(one: Replacement) -> Found:
    return Found(one.start, one.end, one.kind, one.rule)


def _applied(text: str, put: Sequence[tuple[Found, str]]) -> Deidentified:
    parts: list[str] = []
    made: list[Replacement] = []
    place, length = 0, 0
    for one, new in sorted(put):
        before = text[place : one.start]
        length += len(before)
        made.append(
            Replacement(one.start, one.end, length, length + len(new), one.kind, one.rule, new)
        )
        parts += (before, new)
        length += len(new)
        place = one.end
    return Deidentified(text, "".join((*parts, text[place:])), tuple(made))
