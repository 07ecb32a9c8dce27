"""Which dates of a text are of a birth: they never stay, not even moved.

Dates are moved by two years at most and ages up to 89 stay, so that a moved date of birth beside
an age would tell both; of somebody over 89 it would give back the age that was taken away.
"""

import re
from collections.abc import Sequence
from datetime import date

from meddx_desktop.core.privacy.ages import OLDEST_SHOWN
from meddx_desktop.core.privacy.dates import Written

_REACH = 60
_LABEL = re.compile(
    r"(?:(?i:\bd\W{0,2}o\W{0,2}b\W{0,2}|\bdate[ ]of[ ]birth|\bbirth[ -]?da(?:te|y)|\bbday|\bborn|"
    r"\bbirth|\bnatal[ ]date|\by\.?o\.?b\.?)|(?<![A-Za-z.])[Bb]\.|"
    r"出生年月日?|出生日期|出生时间|出生|生日|生辰|诞辰|生于|诞生|(?<![一-鿿])生[:：])"
    r"(?:[ \t]{0,2}[(（][^)）\n]{0,16}[)）])?"
    r"(?:'s)?(?:[ \t,]{0,3}(?i:is|was|on|in|at|the|as|date|about|around|approx\.?|c\.|he|she|"
    r"为|是|于|在|约|公历|阳历|新历)(?![A-Za-z])){0,3}"
    r"[ \t]{0,6}[:：=|(（-]?[ \t]{0,6}(?:\r?\n[ \t]{0,8})?$"
)
"""Words before a date, up to the date."""
_BORN_THERE = re.compile(
    r"\b[Bb]orn(?:[ ][A-Za-z][A-Za-z'-]{0,15}|[ ]\d{1,2}){1,6},?[ ](?:on|in)(?:[ ]the)?[ ]$"
)
"""Born in Cork on 3 May."""
_AFTER = re.compile(
    r"[ \t]{0,2}(?:[)）][ \t]?)?(?:前后|左右)?[ \t]{0,2}"
    r"(?:出生|诞生|降生|生人|生(?![一-鿿])"
    r"|[(（]?[ \t]?(?i:birth(?![ ]of)|(?:date[ ]of[ ]birth|dob|d\.o\.b)\b)"
    r"|[(（,，/|][ \t]?(?i:aged?[ ])?\d{1,3}[ -]?(?i:y(?:ears?|rs?|/?o|\.o\.)?\b|周?岁|歲|[MF]\b))"
)
"""1931年5月3日出生; 03/05/1931 (94 yo)."""
_SEX_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:[MF]|(?i:male|female|man|woman|boy|girl))|男性?|女性?)"
    r"[ \t]{0,2}[,，/|;·]?[ \t]{0,2}[(（]?$"
)
"""A head without labels: Brown Mary, F, 1968-01-30."""


def births(
    text: str, written: Sequence[Written], *, known: Sequence[date], today: date
) -> frozenset[tuple[int, int]]:
    """Places of the dates that are of a birth, or tell an age over 89.

    Parameters
    ----------
    text
        With plain letters.
    written
        All dates in it; forms may overlap.
    known
        Birth dates that the case knows.
    """
    told = [one for one in written if _is_birth(text, one)]
    days = set(known).union(*(_days(one) for one in told))
    oldest = today.year - OLDEST_SHOWN
    return frozenset(
        (one.start, one.end)
        for one in written
        if one in told
        or days & _days(one)
        or (one.year is not None and one.year < oldest)
        or any(one.start < other.end and other.start < one.end for other in told)
    )


def _is_birth(text: str, one: Written) -> bool:
    before = text[max(0, one.start - _REACH) : one.start]
    if _LABEL.search(before) or _BORN_THERE.search(before) or _AFTER.match(text, one.end):
        return True
    return one.year is not None and _SEX_BEFORE.search(before) is not None


def _days(one: Written) -> set[date]:
    """The days that a date may be; none where a part is not written."""
    if one.year is None:
        return set()
    if one.orders:
        return {date(one.year, month, day) for day, month in one.orders}
    if one.month is None or one.day is None:
        return set()
    return {date(one.year, one.month, one.day)}
