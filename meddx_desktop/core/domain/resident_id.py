"""The Chinese resident identity number (GB 11643-1999) and what it says about its holder.

Eighteen characters: six of the region, eight of the birth date, three of the order (odd for men,
even for women), and a check character by ISO 7064 MOD 11-2. The form before 1999 has fifteen
digits, a year of two digits, and no check.
"""

import re
from dataclasses import dataclass
from datetime import date

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.errors import InvalidEntry

_NEW = re.compile(r"\d{17}[\dX]", re.ASCII)
_OLD = re.compile(r"\d{15}", re.ASCII)
_CHECK = "10X98765432"
"""Check characters for the sums 0 to 10 modulo 11 (ISO 7064 MOD 11-2, GB 11643-1999 table 2)."""
_OLD_CENTURY = "19"
_FIRST_YEAR = 1850
_TAIL = 4


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A number that can be right, and what it says."""

    number: str
    birth_date: date
    sex: Sex
    is_old: bool
    """Fifteen digits: nothing in it shows a mistyped digit."""

    @classmethod
    def parse(cls, text: str) -> "ResidentId":
        """Read a number of eighteen characters or of the old fifteen digits.

        Raises
        ------
        InvalidEntry
            ``resident_id_check``: another length, a date that is none, or a check character
            that does not fit. Carries nothing of the number: errors may be logged.
        """
        number = _plain(text)
        is_old = _OLD.fullmatch(number) is not None
        if not is_old and (_NEW.fullmatch(number) is None or check_character(number) != number[17]):
            raise InvalidEntry("resident_id_check")
        digits = _OLD_CENTURY + number[6:12] if is_old else number[6:14]
        order = number[12:15] if is_old else number[14:17]
        return cls(number, _date(digits), Sex.MALE if int(order) % 2 else Sex.FEMALE, is_old)


def looks_like(text: str) -> bool:
    """Whether this has the form of a resident number, right or mistyped."""
    number = _plain(text)
    return bool(_NEW.fullmatch(number) or _OLD.fullmatch(number))


def check_character(number: str) -> str:
    """The eighteenth character that belongs to the first seventeen digits."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    return _CHECK[total % 11]


def masked(text: str) -> str:
    """What lists and film corners show: the last four of a resident number, others unchanged."""
    return f"…{_plain(text)[-_TAIL:]}" if looks_like(text) else text


def doubts(
    text: str, *, birth_date: date | None = None, sex: Sex = Sex.UNKNOWN
) -> tuple[Reason, ...]:
    """What speaks against a number or against what was entered beside it.

    Returns
    -------
    tuple of Reason
        ``resident_id_check``, ``resident_id_birth`` (with ``date``), ``resident_id_sex`` (with
        ``sex``), ``resident_id_old``; empty for another kind of ID, and where all agrees.
        Silence is no disagreement.
    """
    if not looks_like(text):
        return ()
    try:
        found = ResidentId.parse(text)
    except InvalidEntry as error:
        return (Reason(error.code),)
    told = [Reason("resident_id_old")] if found.is_old else []
    if birth_date is not None and birth_date != found.birth_date:
        told.append(Reason("resident_id_birth", {"date": found.birth_date.isoformat()}))
    if sex is not Sex.UNKNOWN and sex is not found.sex:
        told.append(Reason("resident_id_sex", {"sex": found.sex.value}))
    return tuple(told)


def _plain(text: str) -> str:
    """Without the blanks people type between groups; full-width letters as plain ones."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    return re.sub(r"[\s-]", "", narrow).upper()


def _date(digits: str) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise InvalidEntry("resident_id_check") from error
    if born.year < _FIRST_YEAR or born > date.today():
        raise InvalidEntry("resident_id_check")
    return born
