"""Whose note a pasted text is, as far as its head says so, against the open patient (SAFETY 8)."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace
from datetime import date

from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.resident_id import ResidentId, looks_like
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import note_heads
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.note_heads import SEXES
from meddx_desktop.core.store import words

_LOOKED_AT = 20_000
"""Characters: a head stands at the top, and a whole pasted file must not stall the window."""
_LABELS = {
    "name": r"patient'?s? name|name of patient|full name|name|患者姓名|病人姓名|姓名",
    "patient": r"patient|pt|患者|病人",
    "number": r"patient id|hospital no\.?|hospital number|record no\.?|mrn|id|"
    r"住院号|门诊号|病案号|病历号|登记号|患者编号",
    "born": r"date of birth|birth ?date|dob|born|出生日期|出生年月日|生日",
    "sex": r"gender|sex|性别",
    "other": r"age|ward|bed|dept|department|date|address|phone|年龄|科室|科别|床号|病区|日期|电话|"
    r"民族|身份证号?码?|婚姻|职业|地址",
}
_ANY = "|".join(_LABELS.values())
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s,;|(]))(?P<label>{_ANY})(?:[ \t]*[:=]|(?<=mrn)(?=[ \t]\d))[ \t]*"
    rf"(?P<value>[^\n\t;|]*?)(?=[ ]{{2,}}|[\t\n;|]|[ ,]+(?:{_ANY})[ \t]*[:=]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_DATE_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
"""Day and month in either order before the year: 03/05/1961."""
_DATE_SHORT = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})(?!\d)")
_DATE_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.?[ ,-]{1,2}(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BORN = re.compile(
    r"\b(?:DOB|D\.O\.B\.?|date of birth|born(?: on)?)[ \t]*[:：]?[ \t]*(?P<date>[^;\n]{4,30})"
    r"|(?:出生日期|出生年月日|出生于|生于)[ \t:：]*(?P<date2>[^;\n]{4,30})",
    re.IGNORECASE,
)
"""A birth date without a colon: "Re: Wong Siu Ming, DOB 03/02/1981"."""
_ONLY_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][A-Za-z'-]+,?(?: [A-Z][A-Za-z'.-]*){1,3}"
    r"|[\u4e00-\u9fff]{2,4}"
)
_AGED = re.compile(
    r"(?<![\d.])(?P<age>\d{1,3})[ -]?(?P<unit>yo|y\.?/?o\.?"
    r"|(?:years?|yrs?|months?|weeks?|days?)[ -]old)(?![a-z])"
    r"(?:[ ,]{1,2}(?:\w+ ){0,2}?(?P<sex>male|female|man|woman|boy|girl|gentleman|lady|m|f)\b)?"
    r"|(?<![\d.])(?P<age3>\d{1,3})[ -]?(?P<unit3>years?|yrs?|y|months?|mths?)[ ,]{1,2}"
    r"(?P<sex3>male|female|man|woman|boy|girl|gentleman|lady|(?-i:[MF]))\b"
    r"|(?:^|[:;]\s?)(?P<age4>\d{1,3})[ /]?(?P<sex4>(?-i:[MF]))\b"
    r"|^(?P<sex5>(?-i:[MF]))[ /]?(?P<age5>\d{1,3})\b(?![/.-]\d)"
    r"|\bage[d:]{0,2}[ \t]{1,2}(?P<age6>\d{1,3})(?!\d|[/.-]\d)"
    r"(?:[ ]?(?P<unit6>months?|weeks?|days?))?"
    r"|(?P<sex2>[男女])性?[,，、 ]{0,2}(?P<age2>\d{1,3})(?P<unit2>周?岁|个?月)"
    r"|年龄[ \t:：]{0,3}(?P<age7>\d{1,3})(?P<unit7>周?岁|个?月|天)?",
    re.IGNORECASE | re.MULTILINE,
)
_OTHERS = re.compile(
    r"\b(?:mother|father|mum|mom|dad|sister|brother|son|daughter|wife|husband|parents?|aunt|uncle"
    r"|carer|partner|twin|neighbou?r|since|when|at age|donor)\b[^.;\n]*$"
    r"|[父母兄弟姐妹子女妻夫][^。；\n]{0,12}$",
    re.IGNORECASE,
)
_TOP = 600
"""Characters in which a note says who it is about."""
_YEARS_OFF = 2
"""Years by which an age may differ on the day of the note: a birthday, a guess, 虚岁."""
_YEAR = re.compile(r"\s*((?:19|20)\d{2})(?![\d年]|\s*[-/.])")
_RESIDENT = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])")
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
    head = note_heads.head(plain[:_TOP])
    names = (*entries["name"], *_only_names(entries["patient"]), head.name)
    found = Patient(
        patient_id=number,
        name=_name(next(iter(names))),
        birth_date=_first_date([*entries["born"], *_births(plain[:_TOP])], known.birth_date),
        sex=_first_sex(entries["sex"]) or head.sex,
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


def _births(top: str) -> list[str]:
    """Birth dates of the top that have no colon, and are of no relative."""
    return [
        match["date"] or match["date2"]
        for match in _BORN.finditer(top)
        if not _OTHERS.search(top[: match.start()][-60:])
    ]


def _only_names(values: list[str]) -> list[str]:
    """Behind "Patient:" stands a name or anything else; only what looks like a name is one."""
    return [value for value in values if _ONLY_NAME.fullmatch(value)]


def _first_date(values: list[str], known: date | None) -> date | None:
    for value in values:
        found = _dates(_readings(value))
        if found:
            return known if known in found else found[0]
    return None


def _readings(value: str) -> list[tuple[int, int, int]]:
    """Year, month and day in each order that the first date of some words can mean."""
    if match := _DATE.search(value):
        year, month, day = (int(part) for part in match.groups() if part)
        return [(year, month, day)]
    if match := _DATE_NAMED.search(value):
        return [(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))]
    if match := _DATE_LAST.search(value) or _DATE_SHORT.search(value):
        one, two, year = map(int, match.groups())
        ages = (year,) if len(match[3]) > 2 else (1900 + year, 2000 + year)
        return [reading for y in ages for reading in ((y, two, one), (y, one, two))]
    return []


def _dates(readings: list[tuple[int, int, int]]) -> list[date]:
    found = []
    for year, month, day in readings:
        with suppress(ValueError):
            found.append(date(year, month, day))
    return found


def _first_sex(values: list[str]) -> Sex:
    known = (SEXES.get(re.split(r"[ ,/(]", value)[0].casefold()) for value in values)
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


def differs(text: str, patient: Patient, *, today: date | None = None) -> tuple[str, ...]:
    """Names of the fields in which a text contradicts a patient; silence is no disagreement.

    Fields of `Patient`, and ``age`` where the text tells an age that the birth date does not fit.

    Parameters
    ----------
    today
        For the age of the patient; that of the clock where None.
    """
    found = who(text, patient)
    fields = found.contradicts(replace(patient, patient_id=patient.patient_id.strip()))
    same = may_be_one_name(found.name, patient.name)
    told = tuple(field for field in fields if field != "name" or not same)
    is_same_day = found.birth_date is not None and found.birth_date == patient.birth_date
    more = _by_age(text, patient, today or date.today(), is_same_day=is_same_day)
    is_told = {*told, "age"} if "birth_date" in told else set(told)
    return (*told, *(field for field in more if field not in is_told))


def _by_age(text: str, patient: Patient, today: date, *, is_same_day: bool) -> tuple[str, ...]:
    """What the first words on age and sex contradict: "45 yo man" in the case of a small girl.

    An age tells nothing beside the birth date of the patient: the note may be old.
    """
    top = unicodedata.normalize("NFKC", text[:_TOP])
    said, sex = _aged(top)
    fields = []
    year = next((int(m[1]) for m in map(_YEAR.match, _births(top)) if m), None)
    if patient.birth_date is not None and year not in (None, patient.birth_date.year):
        fields.append("birth_date")
    elif patient.birth_date is not None and said is not None and not is_same_day:
        days = [today, *_days_of_note(top)]
        ages = [(day - patient.birth_date).days / DAYS_PER_YEAR for day in days]
        off = min((abs(said + 0.5 - age) for age in ages if age >= 0), default=0.0)
        if off > _YEARS_OFF:
            fields.append("age")
    if Sex.UNKNOWN not in (sex, patient.sex) and sex is not patient.sex:
        fields.append("sex")
    return tuple(fields)


def _aged(top: str) -> tuple[float | None, Sex]:
    """The age in years and the sex that the first words say, those of relatives left out."""
    head = note_heads.head(top)
    if head.years is not None:
        return head.years, head.sex
    for match in _AGED.finditer(top):
        if _OTHERS.search(top[: match.start()][-60:]):
            continue
        groups = {name.rstrip("234567"): word for name, word in match.groupdict().items() if word}
        sex = SEXES.get(groups.get("sex", "").casefold(), Sex.UNKNOWN)
        return note_heads.years(groups["age"], groups.get("unit")), head.sex or sex
    return None, head.sex


def _days_of_note(top: str) -> list[date]:
    """Days that the top names, birth dates aside: an old note tells the age of its day."""
    spans = [match.span() for match in _BORN.finditer(top)]
    dates = [*_DATE.finditer(top), *_DATE_LAST.finditer(top), *_DATE_NAMED.finditer(top)]
    free = [one for one in dates if not any(s <= one.start() < e for s, e in spans)]
    return [day for one in free for day in _dates(_readings(one[0]))]


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
