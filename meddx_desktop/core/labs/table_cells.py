"""Single cells of a table: a value with its unit and flags, a list of flags."""

import re
from dataclasses import dataclass, field

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import SentValue
from meddx_desktop.core.labs.characters import fold, key
from meddx_desktop.core.labs.numbers import NumberStyle
from meddx_desktop.core.labs.unit_shape import value_with_unit
from meddx_desktop.core.labs.values import says_none
from meddx_desktop.core.labs.written_dates import DateOrder

MOST_KEPT = 20_000
_AS_DATE = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2,4}"
    r"|\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}",
    re.IGNORECASE | re.ASCII,
)
"""What an office program makes of ``2-5`` when it takes it for a day."""
_LIST = re.compile(r"[\s,;，；、]+")
_POWER_SIGN = re.compile(r"^[×x*·]?\s*(?=10)")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A value cell, read; with the code of why it can't be used, if any."""

    value: SentValue | None
    unit: str = ""
    flags: tuple[str, ...] = ()
    absent: str = ""
    cautions: tuple[Reason, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """How the lines of one sheet are read: what all of them share.

    Attributes
    ----------
    style : NumberStyle
    doubtful_marks : str
        Marks that make a number doubtful, because the style is not known.
    order : DateOrder | None
    serials : bool
    """

    style: NumberStyle
    doubtful_marks: str = ""
    order: DateOrder | None = None
    serials: bool = True
    _known: dict[str, ReadCell] = field(default_factory=dict, repr=False)

    def read(self, sent: str) -> ReadCell:
        """Read a value cell; the same text is read once."""
        found = self._known.get(sent)
        if found is None:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            found = self._known[sent] = _read_value(sent, self)
        return found


def _read_value(sent: str, how: How) -> ReadCell:
    if says_none(sent):
        return ReadCell(None, absent=sent)
    if _AS_DATE.fullmatch(fold(sent)):
        return ReadCell(None, problem="date_in_value")
    value, unit, flags = value_with_unit(sent, how.style)
    text = fold(value.text)
    cautions: tuple[Reason, ...] = ()
    if any(letter.isdigit() for letter in text) and any(
        mark in text for mark in how.doubtful_marks
    ):
        cautions = (Reason("number_style_unclear"),)
    elif value.number is not None and how.style.thousands and how.style.thousands in text:
        cautions = (Reason("thousands_mark_read", {"mark": how.style.thousands}),)
    return ReadCell(value, unit, flags, cautions=cautions)


def flags_in(text: str) -> list[str]:
    """The flags of a flag column, each by itself; a dash is none."""
    if not text or says_none(text):
        return []
    return [flag for flag in _LIST.split(fold(text).strip()) if flag]


def same_unit(one: str, other: str) -> bool:
    """Whether two units are written alike but for spaces, capitals and a sign before a power."""
    return _POWER_SIGN.sub("", key(one)) == _POWER_SIGN.sub("", key(other))
