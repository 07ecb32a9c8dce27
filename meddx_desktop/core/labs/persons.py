"""Who the lines of a table belong to, from cells for name, number, sex, age and birth date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from meddx_desktop.core.domain import resident_id
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.labs.characters import fold, key
from meddx_desktop.core.labs.headers import PERSON, Role
from meddx_desktop.core.labs.values import says_none
from meddx_desktop.core.labs.written_dates import DateOrder, read_when

_SEXES = {
    **dict.fromkeys(("男", "男性", "m", "male", "man", "boy"), Sex.MALE),
    **dict.fromkeys(("女", "女性", "f", "female", "woman", "girl"), Sex.FEMALE),
    **dict.fromkeys(("其他", "other", "o"), Sex.OTHER),
    **dict.fromkeys(("未知", "不详", "unknown", "u", "未说明"), Sex.UNKNOWN),
}
_HAN = re.compile(r"[\u2e80-\u9fff\U00020000-\U0003ffff]")
_AGE_PARTS = re.compile(
    r"(?:(\d{1,3})\s*(?:周岁|岁|years?|yrs?|y))?\s*(?:零)?\s*"
    r"(?:(\d{1,2})\s*(?:个月|月龄|月|months?|mos?|m))?\s*(?:(\d{1,3})\s*(?:天|日龄|日|days?|d))?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}(?:\.\d)?", re.ASCII)
_IN_YEARS = re.compile(r"岁|year|yr", re.IGNORECASE)
_DAYS_PER_YEAR, _DAYS_PER_MONTH = 365.2425, 30.436875


@dataclass(frozen=True, slots=True)
class Person:
    """A patient as one source states it, with an age where that is all it gives."""

    patient: Patient = field(default_factory=Patient)
    age: Age | None = None
    cautions: tuple[Reason, ...] = ()

    def may_be(self, other: "Person") -> bool:
        """Whether both are surely one: same number, or same name and same birth, sex and age."""
        mine, theirs = self.patient, other.patient
        if mine.contradicts(theirs):
            return False
        if mine.patient_id and mine.patient_id == theirs.patient_id:
            return True
        same = (mine.patient_id, mine.name, mine.birth_date, mine.sex, _days(self.age))
        return same == (
            *(theirs.patient_id, theirs.name, theirs.birth_date, theirs.sex),
            _days(other.age),
        )

    def with_more(self, other: "Person") -> "Person":
        """What both say together; an age that differs is left out."""
        mine, theirs = self.patient, other.patient
        patient = replace(
            mine,
            name=mine.name if mine.name.shown else theirs.name,
            birth_date=mine.birth_date or theirs.birth_date,
            sex=mine.sex or theirs.sex,
        )
        codes = {reason.code for reason in self.cautions}
        more = tuple(reason for reason in other.cautions if reason.code not in codes)
        age = self.age or other.age
        if self.age and other.age and self.age.days != other.age.days:
            age, more = None, (*more, Reason("age_differs"))
        return Person(patient, age, (*self.cautions, *more))


def read_person(
    cells: Mapping[Role, str], *, order: DateOrder | None = None, age_heading: str = ""
) -> Person:
    """Read the cells of a person.

    Parameters
    ----------
    cells
        Texts by role; roles outside `PERSON` are left alone.
    order
        Order of the parts of short dates in this source.
    age_heading
        Heading of the age column: it may name the unit.
    """
    said = {role: cells[role].strip() for role in PERSON if not says_none(cells.get(role, ""))}
    cautions: list[Reason] = []
    birth = None
    if Role.BIRTH_DATE in said:
        moment, caution = read_when(said[Role.BIRTH_DATE], order, short_years=False)
        birth = moment.date() if moment else None
        if moment is None:
            code = caution if caution == "date_order_unclear" else "birth_date_unreadable"
            cautions.append(Reason(code))
    sex = _SEXES.get(key(said.get(Role.SEX, "未知")))
    if sex is None:
        cautions.append(Reason("sex_unreadable"))
    number = said.get(Role.RESIDENT_ID, "")
    patient = Patient(
        patient_id=said.get(Role.PATIENT_ID, "") or number,
        name=_name(said.get(Role.PATIENT_NAME, "")),
        birth_date=birth,
        sex=sex or Sex.UNKNOWN,
    )
    patient, more = _by_resident_id(patient, number)
    age, unsure = _age(said.get(Role.AGE, ""), age_heading)
    if patient.birth_date is not None:
        age, unsure = None, ""
    codes = [Reason(unsure)] if unsure else []
    return Person(patient, age, (*cautions, *more, *codes))


def _name(text: str) -> PersonName:
    words = " ".join(text.split())
    return PersonName(ideographic=words) if _HAN.search(words) else PersonName(words)


def _days(age: Age | None) -> int | None:
    return age.days if age else None


def _by_resident_id(patient: Patient, number: str) -> tuple[Patient, tuple[Reason, ...]]:
    """Birth date and sex from a resident number that is right; what speaks against it is told."""
    number = number or patient.patient_id
    doubts = resident_id.doubts(number, birth_date=patient.birth_date, sex=patient.sex)
    codes = {one.code for one in doubts}
    # Two birth dates or sexes of one line: neither is believed.
    if "resident_id_birth" in codes:
        patient = replace(patient, birth_date=None)
    if "resident_id_sex" in codes:
        patient = replace(patient, sex=Sex.UNKNOWN)
    if not resident_id.looks_like(number) or doubts:
        return patient, doubts
    try:
        known = resident_id.ResidentId.parse(number)
    except InvalidEntry as error:
        return patient, (Reason(error.code),)
    return replace(patient, birth_date=known.birth_date, sex=known.sex), ()


def _age(text: str, heading: str) -> tuple[Age | None, str]:
    """An age and the code of a caution: a bare number is years, as everybody writes it, but said.

    虚岁 counts otherwise and is not read.
    """
    plain = fold(text).strip()
    if not plain:
        return None, ""
    caution = ""
    if _BARE.fullmatch(plain):
        caution = "" if _IN_YEARS.search(heading) else "age_taken_as_years"
        plain = plain.split(".")[0] + "岁"
    match = _AGE_PARTS.fullmatch(plain)
    if match is None or not any(match.groups()):
        return None, "age_unreadable"
    years, months, days = (int(part or 0) for part in match.groups())
    total = round(years * _DAYS_PER_YEAR + months * _DAYS_PER_MONTH + days)
    if total > 150 * _DAYS_PER_YEAR:
        return None, "age_unreadable"
    return Age(total, text.strip()), caution
