"""What speaks against a value: impossible, a slip of the unit, a damaged specimen, a sudden change.

Each doubt is a caution beside the value; none of them hides it.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from math import sqrt
from typing import Any

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import Observation, Quantity, SentResult
from meddx_desktop.core.labs.analytes import FOLDER, Analyte
from meddx_desktop.core.labs.characters import key
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.unit_text import kinds
from meddx_desktop.core.labs.units import conversion, convert

_DAYS = 30
_SIGNS = {
    "haemolysis": ("haemol", "hemol", "溶血"),
    "lipaemia": ("lipaem", "lipem", "脂血", "乳糜", "脂浊"),
    "icterus": ("icter", "黄疸标本", "黄疸样本"),
}
_INDEX_WORDS = ("index", "指数", "hil", "程度", "标本", "样本", "specimen", "sample")
_NOT = re.compile(r"(?:no|not|non|without|未见|无|非|免)[\s-]*\S{0,8}$", re.IGNORECASE)
_NONE = (
    "阴性",
    "无",
    "none",
    "negative",
    "neg",
    "-",
    "正常",
    "normal",
    "no",
    "absent",
    "(-)",
    "未见",
)
_LARGEST_GRADE = 5
"""A unitless index up to this may be a grade or nothing: analysers differ."""
_CLEAR_INDEX = 50
_G_PER_L = {"g/L": 1.0, "mg/dL": 0.01, "g/dL": 10.0, "mg/L": 0.001}


@cache
def _interference() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "limits" / "interference.toml").read_text("utf-8"))


@cache
def _deltas() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "limits" / "delta.toml").read_text("utf-8"))


def implausible(analyte: Analyte, value: Quantity, sent_unit: str) -> tuple[Reason, ...]:
    """Impossible, or so far out that another unit is likelier; with the unit it would fit."""
    said: dict[str, str | int | float] = {"value": _told(value.value), "unit": value.unit}
    if value.value < 0 and not analyte.may_be_negative:
        return (Reason("lab_negative", said),)
    if value.unit != analyte.unit:
        return ()
    impossible = _outside(value.value, analyte.impossible_outside)
    if not impossible and not _outside(value.value, analyte.ask_outside):
        return ()
    code = "lab_impossible" if impossible else "lab_far_out"
    meant = _meant(analyte, value, sent_unit)
    if meant:
        said["meant"] = meant
        code += "_unit"
    return (Reason(code, said),)


def _meant(analyte: Analyte, value: Quantity, sent_unit: str) -> str:
    """Units in which the sent number would be usual."""
    limits = analyte.ask_outside or analyte.impossible_outside
    how = conversion(sent_unit, analyte.unit, analyte.substance)
    if limits is None or how is None:
        return ""
    number = (value.value - how.offset) / how.factor
    fitting = []
    for unit in kinds():
        other = conversion(unit, analyte.unit, analyte.substance)
        if unit != sent_unit and other and not _outside(convert(number, other), limits):
            fitting.append(unit)
    return next((unit for unit in (analyte.unit, *_USUAL, *fitting) if unit in fitting), "")


_USUAL = ("g/L", "g/dL", "mg/dL", "mmol/L", "umol/L", "mg/L", "10*9/L", "10*3/uL", "/uL")


def _told(number: float) -> int | float:
    """For a sentence: four digits, and no point behind a whole number."""
    if number.is_integer():
        return int(number)
    return float(f"{number:.4g}")


def _outside(value: float, limits: tuple[float, float] | None) -> bool:
    return limits is not None and not limits[0] <= value <= limits[1]


def wrong_time(sent: SentResult, subject: Subject, now: datetime) -> tuple[Reason, ...]:
    """Taken in the future, or before the birth."""
    if sent.taken is None:
        return (Reason("lab_time_unreadable"),) if sent.taken_text else ()
    cautions = []
    if _moment(sent.taken) > _moment(now) + timedelta(minutes=10):
        cautions.append(Reason("lab_taken_in_future"))
    if subject.birth_date and sent.taken.date() < subject.birth_date:
        cautions.append(Reason("lab_taken_before_birth"))
    return tuple(cautions)


def _moment(time: datetime) -> datetime:
    """Comparable: a time without a zone is the site's own."""
    return time.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a specimen.

    Attributes
    ----------
    kind : str
        ``haemolysis``, ``lipaemia`` or ``icterus``.
    g_per_l : float | None
        Haemoglobin in the serum, where the laboratory gives it in a unit.
    text : str
        The laboratory's own words.
    """

    kind: str
    g_per_l: float | None
    text: str


def damage_in(sent: SentResult, analyte: Analyte | None) -> tuple[Damage, ...]:
    """What a row says of its specimen: an index of its own, or a comment beside a result."""
    kind = analyte.index if analyte else _kind_of_index(sent.name)
    if kind:
        found = _index(sent, kind)
        return (found,) if found else ()
    spoken = [sent.note, sent.absent, sent.specimen_text, *sent.flags]
    if sent.value is not None and sent.value.number is None:
        spoken.append(sent.value.text)
    damages: list[Damage] = []
    for kind, signs in _SIGNS.items():
        said = [text for text in spoken if any(_said(text.casefold(), sign) for sign in signs)]
        if said:
            damages.append(Damage(kind, None, " ".join(" ".join(said).split())))
    return tuple(damages)


def _kind_of_index(name: str) -> str:
    """Which index a row is whose name or unit is not in the table."""
    low = name.casefold()
    if not any(word in low for word in _INDEX_WORDS):
        return ""
    return next(
        (kind for kind, signs in _SIGNS.items() if any(_said(low, sign) for sign in signs)), ""
    )


def _said(text: str, sign: str) -> bool:
    at = text.find(sign)
    # 溶血性贫血 is a disease, not the state of a tube.
    return at >= 0 and not _NOT.search(text[:at]) and text[at + len(sign) :][:1] != "性"


def _index(sent: SentResult, kind: str) -> Damage | None:
    value = sent.value
    if value is None or key(value.text) in _NONE:
        return None
    if value.number is None:
        return Damage(kind, None, value.text)
    size = _G_PER_L.get(sent.unit.strip())
    if size is not None:
        return Damage(kind, value.number * size, f"{value.text} {sent.unit}")
    if sent.range and sent.range.high is not None:
        return Damage(kind, None, value.text) if value.number > sent.range.high else None
    if set(sent.flags) & {"H", "HH", "A", "AA", "↑"} or value.number >= _CLEAR_INDEX:
        return Damage(kind, None, value.text)
    grade = 0 < value.number <= _LARGEST_GRADE
    return Damage(kind, None, value.text) if grade else None


def damaged(analyte: Analyte, damages: Iterable[Damage], *, is_high: bool) -> tuple[Reason, ...]:
    """What the state of the specimen means for this analyte."""
    cautions: list[Reason] = []
    for one in damages:
        said: dict[str, str | int | float] = {"index": one.text}
        if one.kind != "haemolysis":
            if analyte.group == "chemistry":
                cautions.append(Reason(f"lab_{one.kind}", said))
            continue
        for way in ("falsely_high", "falsely_low"):
            least = _interference()[way].get(analyte.id)
            if least is None or (one.g_per_l is not None and one.g_per_l < least):
                continue
            cautions.append(Reason(f"lab_haemolysis_{way}", said))
            if analyte.id == "potassium" and is_high:
                cautions.append(Reason("lab_repeat_potassium_now"))
    return tuple(cautions)


def interference_source() -> str:
    """Where the list of analytes that haemolysis changes comes from."""
    return str(_interference()["source"])


class History:
    """Earlier results of one person, by analyte and unit in the order of time.

    Only what counts and has a time; made once for many results, each of which then asks it.
    """

    def __init__(self, earlier: Iterable[Observation]) -> None:
        self._found: dict[tuple[str, str], list[tuple[datetime, Observation]]] = {}
        for one in earlier:
            if one.counts and one.quantity and one.sent.taken:
                place = (one.analyte, one.quantity.unit)
                self._found.setdefault(place, []).append((_moment(one.sent.taken), one))
        for ones in self._found.values():
            ones.sort(key=_time)

    def before(
        self, analyte: str, unit: str, taken: datetime, within: timedelta
    ) -> Observation | None:
        """The latest result that is older than `taken`, by no more than `within`."""
        ones = self._found.get((analyte, unit), [])
        place = bisect_left(ones, _moment(taken), key=_time)
        if not place or _moment(taken) - ones[place - 1][0] > within:
            return None
        return ones[place - 1][1]


def _time(timed: tuple[datetime, Observation]) -> datetime:
    return timed[0]


def changed(
    analyte: Analyte, value: Quantity, taken: datetime | None, history: History
) -> tuple[Reason, ...]:
    """Differs from the latest earlier result by more than two results of one person should."""
    rule = _deltas().get(analyte.id)
    if rule is None or taken is None or value.comparator is not None:
        return ()
    days = rule.get("days", _DAYS)
    before = history.before(analyte.id, value.unit, taken, timedelta(days=days))
    if before is None or before.quantity is None or before.sent.taken is None:
        return ()
    old = before.quantity.value
    if "difference" in rule:
        limit = float(rule["difference"])
    else:
        limit = abs(old) * reference_change(rule["within_person"]) / 100
    if abs(value.value - old) <= limit:
        return ()
    when = before.sent.taken.date().isoformat()
    return (Reason("lab_changed", {"before": _told(old), "unit": value.unit, "when": when}),)


def reference_change(within_person: float) -> float:
    """Per cent by which 1 in 100 unchanged pairs differ: see limits/delta.toml."""
    return 2.58 * sqrt(2) * sqrt(within_person**2 + (within_person / 2) ** 2)


def altitude(analyte: Analyte, subject: Subject) -> tuple[Reason, ...]:
    """Haemoglobin above 1,000 m: by how much people who live there have more of it."""
    metres = subject.altitude_m
    if analyte.id != "haemoglobin" or metres is None or metres < 1000:
        return ()
    # CDC equation as printed under figure 1 of Sharma et al., PMC6697572; 3.2808 feet in a metre.
    feet = metres * 0.0032808
    more = (-0.032 * feet + 0.022 * feet**2) * 10
    return (Reason("lab_altitude", {"metres": round(metres), "more": round(more)}),)
