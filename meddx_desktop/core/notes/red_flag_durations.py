"""How long a sign has lasted: the duration that stands nearest to its words."""

import re
from collections.abc import Iterator

from meddx_desktop.core.domain.note import Mention, Span
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR
from meddx_desktop.core.notes.by_place import ByPlace
from meddx_desktop.core.notes.find.numbers import number
from meddx_desktop.core.notes.red_flag_vitals import days

_ENGLISH = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many)"
    r"[\s-]{1,3}(?P<u>day|week|wk|month|mo|year|yr)s?\b"
    r"|\b(?P<n2>\d{1,3})\s?/\s?(?P<u2>7|52|12)(?![\d/])"
)
_CHINESE = re.compile(
    r"(?P<n>(?<![\d年.-])\d{1,3}|[半一二两三四五六七八九十数]{1,3})[余多来]?\s?(?P<u>个?[余多]?半?月|天|日|周|星期|个星期|个多?礼拜|礼拜|年)"
    r"(?![\d初底份])"
)
_DAYS = {
    **dict.fromkeys(("day", "天", "日", "7"), 1.0),
    **dict.fromkeys(
        ("week", "wk", "周", "星期", "个星期", "礼拜", "个礼拜", "个多礼拜", "52"), 7.0
    ),
    **dict.fromkeys(
        ("month", "mo", "月", "个月", "个半月", "个多月", "个余月", "12"), DAYS_PER_MONTH
    ),
    **dict.fromkeys(("半月",), DAYS_PER_MONTH / 2),
    **dict.fromkeys(("year", "yr", "年"), DAYS_PER_YEAR),
}
_FAR = 200
"""Characters; what stands farther from the words, in a sentence without end, is not about them."""
_SEVERAL = {"several": 3.0, "many": 3.0, "数": 3.0}
"""The least that such a word means."""


def lasts(
    text: str, sentence: Span, words: Span, durations: ByPlace[Mention], at_least: int
) -> bool:
    """Whether the nearest duration in the sentence of the words is long enough.

    Parameters
    ----------
    text
        Folded: small letters, plain digits.
    durations
        The mentions that are durations.
    """
    sentence = Span(max(sentence.start, words.start - _FAR), min(sentence.end, words.end + _FAR))
    found = [*_mentioned(durations, sentence), *_written(text, sentence)]
    if not found:
        return False
    nearest = min(_distance(span, words) for span, _ in found)
    return any(
        length >= at_least for span, length in found if _distance(span, words) <= nearest + 2
    )


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _mentioned(durations: ByPlace[Mention], sentence: Span) -> Iterator[tuple[Span, float]]:
    for span, mention in durations.within(sentence):
        for measured in mention.measured:
            length = days(measured)
            if length is not None:
                yield span, length


def _written(text: str, sentence: Span) -> Iterator[tuple[Span, float]]:
    for pattern in (_ENGLISH, _CHINESE):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            parts = {key: value for key, value in match.groupdict().items() if value}
            amount = parts.get("n") or parts.get("n2") or ""
            unit = parts.get("u") or parts.get("u2") or ""
            count = _SEVERAL.get(amount) or number(amount)
            if count is not None and unit in _DAYS:
                yield Span(*match.span()), count * _DAYS[unit]
