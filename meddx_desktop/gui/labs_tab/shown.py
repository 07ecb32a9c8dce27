"""Values, units, ranges and times of laboratory results as people read them."""

import re
from datetime import datetime
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale

from meddx_desktop import words
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Observation,
    Quantity,
    ReferenceRange,
    SentResult,
    Specimen,
)
from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR
from meddx_desktop.core.operations import labs
from meddx_desktop.gui import labels

translate = QCoreApplication.translate
_SIGNS = {
    Comparator.BELOW: "<",
    Comparator.AT_MOST: "≤",
    Comparator.ABOVE: ">",
    Comparator.AT_LEAST: "≥",
}
_POWER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AGE = re.compile(r"(\d+)([dmy])-(?:(\d+)([dmy]))?")
_DAYS = {"d": 1.0, "m": DAYS_PER_MONTH, "y": DAYS_PER_YEAR}
_MOST_PLACES = 4
_THIN = "\u202f"


@cache
def _analytes() -> dict[str, labs.Analyte]:
    return {one.id: one for one in labs.known_analytes()}


def analyte(name: str) -> labs.Analyte | None:
    """The analyte with this id; None for a test that is not in the table."""
    return _analytes().get(name)


def analyte_name(known: labs.Analyte) -> str:
    """An analyte in the language of the window."""
    return known.chinese if is_chinese() else known.english


def is_chinese() -> bool:
    """Whether the window speaks Chinese."""
    return QLocale().language() == QLocale.Language.Chinese


def test_name(one: Observation) -> str:
    """The test in the language of the window; as sent where the table does not know it."""
    known = analyte(one.analyte)
    if known is None:
        return labels.plain(one.name or one.sent.name) or QCoreApplication.translate(
            "labs", "Unnamed test"
        )
    return analyte_name(known)


def unit(ucum: str) -> str:
    """A UCUM unit as it is written on reports."""
    if ucum in ("", "1", "{INR}", "[pH]"):
        return ""
    if ucum == "a":
        return translate("labs", "years")
    named = words.label(f"unit.{ucum}", labels.translate)
    if named != ucum.replace("_", " "):
        return named
    text = re.sub(r"^10\*(\d+)", lambda found: f"×10{found[1].translate(_POWER)}", ucum)
    text = re.sub(r"\[(\w+)\]", r"\1", text).replace("{", " ").replace("}", "")
    return re.sub(r"(^|/)u(?=[gmLIUk])", r"\1µ", text).replace("_", " ")


def number(value: float, places: int | None = None) -> str:
    """A number without noise: so many places, never fewer than three digits say."""
    if places is None:
        return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"
    while places < _MOST_PLACES and value and abs(value) < 10 ** (1 - places):
        places += 1
    return f"{value:.{places}f}"


def quantity(of: Quantity, places: int | None = None) -> str:
    """A value with its comparator and unit."""
    sign = _SIGNS.get(of.comparator, "") if of.comparator else ""
    return f"{sign}{number(of.value, places)} {unit(of.unit)}".strip()


def value(one: Observation) -> str:
    """What the program shows of a result: as sent unless it was converted."""
    if one.quantity is None or one.conversion is None:
        return sent_value(one.sent, one.quantity.unit if one.quantity else "")
    return quantity(one.quantity, places_of(one))


def sent_value(sent: SentResult, ucum: str = "") -> str:
    """The value and unit exactly as the source has them; a known unit in its usual writing."""
    if sent.value is None:
        return labels.plain(sent.absent)
    shown = unit(ucum) if ucum else labels.plain(sent.unit)
    text = labels.plain(sent.value.text)
    return text if not shown or text.endswith(shown) else f"{text} {shown}"


def places_of(one: Observation) -> int | None:
    """Places worth showing of this test in its usual unit."""
    known = analyte(one.analyte)
    return known.decimals if known and one.quantity and one.quantity.unit == known.unit else None


def limits(reference: ReferenceRange, places: int | None = None) -> str:
    """``3.5–5.3``, ``≤ 40``, ``≥ 90``; empty for a range without limits."""
    low, high = reference.low, reference.high
    if low is not None and high is not None:
        return f"{_end(low, places)}–{_end(high, places)}"
    if high is not None:
        return f"{'≤' if reference.high_included else '<'}{_THIN}{_end(high, places)}"
    if low is not None:
        return f"{'≥' if reference.low_included else '>'}{_THIN}{_end(low, places)}"
    return ""


def _end(end: float, places: int | None) -> str:
    return f"{end:.4g}" if abs(end) < 10_000 else number(end, places)


def whom(code: str) -> str:
    """Whom a range holds for, from its code in the table."""
    return labels.listed(_part(part) for part in _parts(code)) or QCoreApplication.translate(
        "labs", "everybody"
    )


def subject(laboratory: labs.Laboratory) -> str:
    """Whom the published ranges are chosen for now: age at the newest result, sex, pregnancy."""
    person = laboratory.subject
    times = [one.observation.sent.taken for one in laboratory.lines if one.observation.sent.taken]
    age = person.age_at(max(times) if times else None)
    parts = [
        _age(age.days) if age else translate("labs", "age unknown"),
        labels.label(f"sex.{person.sex.value}") if person.sex else labels.label("sex."),
    ]
    if person.trimester:
        said = translate("labs", "pregnancy, trimester {number}")
        parts.append(said.format(number=person.trimester))
    elif person.pregnant is Answer.YES:
        parts.append(translate("labs", "pregnancy"))
    if person.altitude_m:
        parts.append(translate("labs", "{metres} m").format(metres=f"{person.altitude_m:g}"))
    return labels.listed(parts)


def _parts(code: str) -> list[str]:
    return re.findall(r"pregnancy \w+|\S+", code)


def _part(part: str) -> str:
    ages = _AGE.fullmatch(part)
    if ages:
        since = _age(float(ages[1]) * _DAYS[ages[2]])
        if not ages[3]:
            return translate("labs", "{age} and older").format(age=since)
        until = _age(float(ages[3]) * _DAYS[ages[4]])
        return translate("labs", "{since} to under {until}").format(since=since, until=until)
    if part.startswith("pregnancy"):
        trimester = part.partition(" ")[2]
        if trimester == "any":
            return translate("labs", "pregnancy")
        return translate("labs", "pregnancy, trimester {number}").format(number=trimester)
    return labels.label(f"sex.{part}")


def taken(sent: SentResult) -> str:
    """When the specimen was taken, short enough for a table."""
    return moment(sent.taken) if sent.taken else labels.plain(sent.taken_text)


def moment(at: datetime) -> str:
    """Date and time of this place; the date alone where no time was given."""
    local = at.astimezone()
    is_day = (local.hour, local.minute, local.second) == (0, 0, 0)
    return local.strftime("%Y-%m-%d" if is_day else "%Y-%m-%d %H:%M")


def _age(days: float) -> str:
    return words.age(round(days), labels.translate)


def specimen(kind: Specimen) -> str:
    """What was examined; empty where that is not known."""
    return {
        Specimen.BLOOD: translate("labs", "blood"),
        Specimen.ARTERIAL_BLOOD: translate("labs", "arterial blood"),
        Specimen.SERUM: translate("labs", "serum or plasma"),
        Specimen.URINE: translate("labs", "urine"),
        Specimen.URINE_24H: translate("labs", "24-hour urine"),
        Specimen.STOOL: translate("labs", "stool"),
        Specimen.CSF: translate("labs", "cerebrospinal fluid"),
        Specimen.SPUTUM: translate("labs", "sputum"),
        Specimen.BODY_FLUID: translate("labs", "body fluid"),
        Specimen.SWAB: translate("labs", "swab"),
        Specimen.OTHER: translate("labs", "other specimen"),
    }.get(kind, "")
