"""Names and numbers that the case knows, in every writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind, is_chinese
from meddx_desktop.core.privacy.surnames import COMPOUND, NOT_NAMES, ORDINARY_WORDS, SURNAMES

_KIND = IdentifierKind
_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sister", "nurse"]
)


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the case knows: the patient in every writing, other people, the patient's numbers."""

    patient: tuple[str, ...] = ()
    """Names as written: "Zhang^San", "张三"."""
    others: tuple[str, ...] = ()
    """Staff and relatives."""
    numbers: tuple[str, ...] = ()

    @classmethod
    def of(cls, patient: Patient, others: tuple[str, ...] = ()) -> "Known":
        """What is known of a case's patient."""
        name = patient.name
        names = (name.alphabetic, name.ideographic, name.phonetic)
        number = (patient.patient_id,) if patient.patient_id else ()
        return cls(tuple(one for one in names if one), others, number)


def known_names(text: str, known: Known) -> Iterator[Found]:
    """Find the people and numbers that the case knows, in any order and writing."""
    for names, kind in ((known.patient, _KIND.PATIENT), (known.others, _KIND.NAME)):
        for name in names:
            for pattern in _writings(name):
                for match in pattern.finditer(text):
                    yield Found(*match.span(), kind, "known_name")
    for number in known.numbers:
        if len(number) >= 2:
            form = rf"(?<![A-Za-z0-9]){re.escape(number)}(?![A-Za-z0-9])"
            for match in re.finditer(form, text, re.IGNORECASE):
                yield Found(*match.span(), _KIND.RECORD_NUMBER, "known_number")


def _writings(name: str) -> Iterator[re.Pattern[str]]:
    parts = [part for part in re.split(r"[\^\s,=·•・]+", name.strip()) if part]
    parts = [part for part in parts if part.lower().strip(".") not in _TITLES]
    if not parts:
        return
    if is_chinese(name):
        yield from _chinese_writings("".join(parts))
        return
    any_gap = r"[\s,.^_-]{0,3}"
    names = [part for part in parts if len(part.strip(".")) > 1 or len(parts) == 1]
    several = len(names) > 1
    if several:
        forward = any_gap.join(map(re.escape, parts))
        orders = {forward, any_gap.join(map(re.escape, [*parts[1:], parts[0]]))}
        orders.add(any_gap.join(map(re.escape, [parts[-1], *parts[:-1]])))
        for first, last in ((names[0], names[-1]), (names[-1], names[0])):
            middle = r"(?:[A-Za-z]{1,20}\.?[\s-]{1,2}){0,2}"
            orders.add(rf"{re.escape(first)}[\s,]{{1,3}}{middle}{re.escape(last)}")
            orders.add(rf"{re.escape(first[0])}\.?[\s]{{0,2}}{re.escape(last)}")
            orders.add(rf"{re.escape(last)},?[\s]{{1,2}}{re.escape(first[0])}\.?(?![a-z'])")
        for form in orders:
            yield re.compile(rf"(?<![A-Za-z0-9]){form}(?:'s)?(?![A-Za-z0-9])", re.IGNORECASE)
    for part in names:
        yield from _single(part)


def _single(part: str) -> Iterator[re.Pattern[str]]:
    """One part of a name alone: only as a name is written, and no ordinary word."""
    if len(part) < 2:
        return
    if part.lower() in ORDINARY_WORDS:
        either = f"(?:{re.escape(part.capitalize())}|{re.escape(part.upper())})"
        yield re.compile(
            rf"(?<=[a-z,;:] ){either}(?![A-Za-z0-9])"
            rf"|(?<![A-Za-z0-9]){either}(?= (?:was|is|has|had|reports|denies|states|says|said|came|"
            r"presented|attended|returned|lives|needs|feels|did|does|will|and (?:her|his))\b|'s\b)"
        )
        return
    spelled = {part.capitalize(), part if part[0].isupper() else part.capitalize()}
    if len(part) > 2:
        spelled.add(part.upper())
    if len(part) > 4:
        spelled.add(part.lower())
    form = "|".join(sorted(map(re.escape, spelled), key=len, reverse=True))
    yield re.compile(rf"(?<![A-Za-z0-9])(?:{form})(?![A-Za-z0-9])")


def _chinese_writings(name: str) -> Iterator[re.Pattern[str]]:
    yield re.compile(r"[ \t]{0,4}".join(map(re.escape, name)))
    surname = next((one for one in COMPOUND if name.startswith(one)), name[:1])
    given = name[len(surname) :]
    if surname in SURNAMES or surname in COMPOUND:
        yield re.compile(
            rf"(?:老|小){re.escape(surname)}(?![\u3400-\u9fff]{{0,1}}(?:时|便|儿|腿|肠|脑))"
            rf"|{re.escape(surname)}(?:某某?|[xX×*○]{{1,2}}|先生|女士|小姐|老太|大爷|阿姨|氏|同学|太太|总)"
        )
    if len(given) >= 2 and given not in NOT_NAMES:
        yield re.compile(re.escape(given))
