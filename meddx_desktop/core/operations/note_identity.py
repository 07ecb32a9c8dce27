"""Whose note a pasted text is, as far as its head says so, against the open patient (SAFETY 8)."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.resident_id import ResidentId, looks_like
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.store import words

_LOOKED_AT = 20_000
"""Characters: a head stands at the top, and a whole pasted file must not stall the window."""
_LABELS = {
    "name": r"patient'?s? name|name of patient|full name|name|患者姓名|病人姓名|姓名",
    "number": r"patient id|hospital no\.?|hospital number|record no\.?|mrn|id|"
    r"住院号|门诊号|病案号|病历号|登记号|患者编号",
    "born": r"date of birth|birth ?date|dob|born|出生日期|出生年月日|生日",
    "sex": r"gender|sex|性别",
    "other": r"age|ward|bed|dept|department|date|address|phone|年龄|科室|科别|床号|病区|日期|电话|"
    r"民族|身份证号?码?|婚姻|职业|地址",
}
_ANY = "|".join(_LABELS.values())
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s,;|(]))(?P<label>{_ANY})[ \t]*[:=][ \t]*"
    rf"(?P<value>[^\n\t;|]*?)(?=[ ]{{2,}}|[\t\n;|]|[ ,]+(?:{_ANY})[ \t]*[:=]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_RESIDENT = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])")
_SEXES = {
    **dict.fromkeys(("男", "男性", "m", "male", "man", "boy"), Sex.MALE),
    **dict.fromkeys(("女", "女性", "f", "female", "woman", "girl"), Sex.FEMALE),
}
_NOBODY = Patient()
_HAN = re.compile(r"[\u4e00-\u9fff]")


def who(text: str, known: Patient = _NOBODY) -> Patient:
    """Who a text says it is about; silent where it has no head.

    Parameters
    ----------
    known
        Of several numbers in the text the one of this patient counts, if it is among them.
    """
    plain = unicodedata.normalize("NFKC", text[:_LOOKED_AT])
    entries = _entries(plain)
    numbers = [word.split(" ")[0].strip(".,)") for word in entries["number"]]
    number = next((n for n in numbers if n == known.patient_id), next(iter(numbers), ""))
    found = Patient(
        patient_id=number,
        name=_name(next(iter(entries["name"]), "")),
        birth_date=_first_date(entries["born"]),
        sex=_first_sex(entries["sex"]),
    )
    return _with_resident_number(found, plain, known)


def _entries(plain: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind: [] for kind in _LABELS}
    for match in _ENTRY.finditer(plain):
        value = match["value"].strip(" ,.")
        for kind, labels in _LABELS.items():
            if value and re.fullmatch(labels, match["label"], re.IGNORECASE):
                found[kind].append(value)
                break
    return found


def _name(value: str) -> PersonName:
    """Han characters end at the first blank; other names are taken as they stand."""
    if _HAN.search(value):
        return PersonName(ideographic=value.split(" ", maxsplit=1)[0])
    return PersonName(alphabetic=value)


def _first_date(values: list[str]) -> date | None:
    for value in values:
        match = _DATE.search(value)
        if match is not None:
            parts = [int(part) for part in match.groups() if part]
            try:
                return date(*parts)
            except ValueError:
                continue
    return None


def _first_sex(values: list[str]) -> Sex:
    known = (_SEXES.get(re.split(r"[ ,/(]", value)[0].casefold()) for value in values)
    return next((sex for sex in known if sex is not None), Sex.UNKNOWN)


def _with_resident_number(found: Patient, plain: str, known: Patient) -> Patient:
    """A resident number says birth date and sex; it is the ID only where IDs are such numbers."""
    for match in _RESIDENT.finditer(plain):
        try:
            resident = ResidentId.parse(match[0])
        except InvalidEntry:
            continue
        sure = replace(found, birth_date=resident.birth_date, sex=resident.sex)
        is_id = looks_like(known.patient_id)
        return replace(sure, patient_id=resident.number) if is_id else sure
    return found


def differs(text: str, patient: Patient) -> tuple[str, ...]:
    """Names of the fields in which a text contradicts a patient; silence is no disagreement."""
    found = who(text, patient)
    fields = found.contradicts(replace(patient, patient_id=patient.patient_id.strip()))
    same = may_be_one_name(found.name, patient.name)
    return tuple(field for field in fields if field != "name" or not same)


def may_be_one_name(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be one: any order, either writing, titles and commas left out."""
    for mine in _parts(one):
        for theirs in _parts(other):
            if mine and theirs and (mine <= theirs or theirs <= mine):
                return True
    return _maybe_in_letters(one, other) or _maybe_in_letters(other, one)


def _parts(name: PersonName) -> tuple[frozenset[str], ...]:
    letters = frozenset(re.findall(r"[^\W\d_]+", words.fold(name.alphabetic)))
    characters = name.ideographic.replace("^", "").replace(" ", "")
    return letters, frozenset({characters} if characters else ())


def _maybe_in_letters(han: PersonName, latin: PersonName) -> bool:
    """A name in characters against one in letters alone: the surname's first letter decides."""
    if not han.ideographic or latin.ideographic or not latin.alphabetic or han.alphabetic:
        return False
    first = words.fold(latin.alphabetic)[:1]
    return any(letters.startswith(first) for letters in words.initials(han.ideographic))


def tell_warning(app: Application, case_id: str) -> None:
    """Keep in the trail that somebody was warned; no name, no word of the text."""
    with app.access.using(Action.EDIT_CASE) as desk:
        desk.tell("note_identity_warned", case_id, code="note_of_another")
