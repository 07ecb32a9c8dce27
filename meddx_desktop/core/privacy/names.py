"""Names and numbers that the case knows, in every writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.names_written import is_middle, parted, pattern_of_eponym
from meddx_desktop.core.privacy.names_written import writings as english_writings
from meddx_desktop.core.privacy.plain import plain
from meddx_desktop.core.privacy.surnames import COMPOUND, NOT_NAMES, SURNAMES

_KIND = IdentifierKind
_BREAK = r"(?:[ \t]{0,4}|[ \t]{0,4}\r?\n[ \t]{0,8})"
_MANY_NAMES = 512


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the case knows: the patient in every writing, other people, the patient's numbers."""

    patient: tuple[str, ...] = ()
    """Names as written: "Zhang^San", "张三"."""
    others: tuple[str, ...] = ()
    """Staff and relatives."""
    numbers: tuple[str, ...] = ()
    births: tuple[date, ...] = ()

    @classmethod
    def of(cls, patient: Patient, others: tuple[str, ...] = ()) -> "Known":
        """What is known of a case's patient."""
        name = patient.name
        names = (name.alphabetic, name.ideographic, name.phonetic)
        number = (patient.patient_id,) if patient.patient_id else ()
        born = (patient.birth_date,) if patient.birth_date else ()
        return cls(tuple(one for one in names if one), others, number, born)


def known_names(text: str, known: Known) -> Iterator[Found]:
    """Find the people and numbers that the case knows, in any order and writing.

    Parameters
    ----------
    text
        With plain letters, see `plain`.
    """
    for names, kind in ((known.patient, _KIND.PATIENT), (known.others, _KIND.NAME)):
        for name in names:
            for pattern in _writings(name):
                for match in pattern.finditer(text):
                    if is_middle(match) and not pattern_of_eponym(text, match):
                        yield Found(*match.span(), kind, "known_name")
    for number in known.numbers:
        if len(number) >= 2:
            form = rf"(?<![A-Za-z0-9]){re.escape(plain(number).text)}(?![A-Za-z0-9])"
            for match in re.finditer(form, text, re.IGNORECASE):
                yield Found(*match.span(), _KIND.RECORD_NUMBER, "known_number")


@lru_cache(maxsize=_MANY_NAMES)
def _writings(name: str) -> tuple[re.Pattern[str], ...]:
    """All patterns of a name; one in two writings ("张三 Zhang San") is two names."""
    chinese, english = parted(plain(name).text)
    made = [*_chinese_writings(chinese)] if chinese else []
    return (*made, *english_writings(english))


def _chinese_writings(name: str) -> Iterator[re.Pattern[str]]:
    yield re.compile(_BREAK.join(map(re.escape, name)))
    surname = next((one for one in COMPOUND if name.startswith(one)), name[:1])
    given = name[len(surname) :]
    if surname in SURNAMES or surname in COMPOUND:
        yield re.compile(
            rf"(?:老|小){re.escape(surname)}(?![\u3400-\u9fff]{{0,1}}(?:时|便|儿|腿|肠|脑))"
            rf"|{re.escape(surname)}(?:某某?|[xX×*○]{{1,2}}|先生|女士|小姐|老太|大爷|阿姨|氏|"
            rf"同学|太太|总)"
            rf"|姓{re.escape(surname)}[,，]?(?:单?名){re.escape(given)}"
        )
    if len(given) >= 2 and given not in NOT_NAMES:
        yield re.compile(_BREAK.join(map(re.escape, given)))
