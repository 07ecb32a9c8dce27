"""Vignettes: made-up patients written from published case definitions, with what is right to say.

They judge the assessment and were written by somebody who had not seen it. Half of them, chosen by
a seeded hash of the key, lie in `sealed`: nobody looks into those while working on the assessment;
they are run once at the end and reported as it comes.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "data" / "vignettes"
HALVES = ("open", "sealed")
SEED = "meddx vignettes, 2026-11-22"

LANGUAGES = ("en", "zh")
SEXES = ("F", "M", "")
SETTINGS = ("primary", "rural", "emergency")
ANSWERS = ("yes", "no", "unknown")
CALLS = ("positive", "negative", "not_sure")
FILMS = ("none", "scored")
DISAGREEMENT = "disagreement"
NOT_ENOUGH = "not_enough"
CONDITIONS = frozenset(
    [
        "pneumonia_adult",
        "pneumonia_child",
        "tuberculosis",
        "pleural_effusion",
        "pneumothorax",
        "heart_failure",
        "copd_exacerbation",
        "asthma_exacerbation",
        "pulmonary_embolism",
        "lung_cancer",
        "acute_coronary_syndrome",
        "stroke_tia",
        "sepsis",
        "diabetes_type_2",
        "dka_hhs",
        "hypothyroidism",
        "hyperthyroidism",
        "iron_deficiency_anaemia",
        "b12_deficiency",
        "thalassaemia_trait",
        "acute_kidney_injury",
        "chronic_kidney_disease",
        "viral_hepatitis",
        "cirrhosis",
        "fatty_liver",
        "hyperkalaemia",
        "hyponatraemia",
        "hypertension",
        "urinary_infection",
        "gout",
        "malaria",
        "dengue",
        "meningitis",
        "pre_eclampsia",
    ]
) | {NOT_ENOUGH}
VITALS = frozenset(
    [
        "weight_kg",
        "height_cm",
        "temperature_c",
        "respiratory_rate",
        "spo2_percent",
        "pulse",
        "systolic",
        "diastolic",
    ]
)

_AGE = re.compile(r"\d{1,3}(d|w|m|y|天|周|个月|岁)")
_KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_NEEDED = frozenset(
    [
        "key",
        "about",
        "language",
        "age",
        "sex",
        "setting",
        "note",
        "labs",
        "film",
        "leading",
        "why",
        "sources",
    ]
)
_ALLOWED = _NEEDED | {"pregnant", "vitals", "findings", "alerts"}
_SOURCE = frozenset(["id", "title", "locator", "opened", "read"])


class Malformed(ValueError):
    """A vignette file does not say what it must; the message names file, key and fault."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a definition was read, and what was read there."""

    id: str
    title: str
    locator: str
    opened: date
    read: str


@dataclass(frozen=True, slots=True)
class LabLine:
    """One result as somebody would type it; limits only where the laboratory's own are needed."""

    name: str
    value: str
    unit: str = ""
    lower: str = ""
    upper: str = ""


@dataclass(frozen=True, slots=True)
class ImageFinding:
    """What the image model said of one label."""

    label: str
    call: str


@dataclass(frozen=True, slots=True)
class Vignette:
    """One patient, and what is right to say.

    `leading` holds the conditions accepted in first place (any one of them is right; empty: not
    judged). Every flag in `alerts` must stand on top, by its key or as `DISAGREEMENT`.
    """

    key: str
    about: str
    language: str
    age: str
    sex: str
    setting: str
    pregnant: str
    note: str
    vitals: Mapping[str, float]
    on_oxygen: str
    labs: tuple[LabLine, ...]
    film: str
    findings: tuple[ImageFinding, ...]
    leading: tuple[str, ...]
    alerts: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    half: str

    def leading_right(self, first: str) -> bool | None:
        """Whether the condition in first place is one that is accepted; None: not judged."""
        return first in self.leading if self.leading else None

    def alerts_right(self, shown: Iterable[str]) -> bool | None:
        """Whether every alert that must stand on top does; None: none is asked for."""
        return set(self.alerts) <= set(shown) if self.alerts else None


def half_of(key: str) -> str:
    """Return the half in which a vignette lies: one bit of a hash that nobody can choose."""
    return HALVES[hashlib.sha256(f"{SEED}: {key}".encode()).digest()[0] & 1]


def sources(folder: Path = HERE) -> dict[str, Source]:
    """Return all sources by their id."""
    path = folder / "sources.toml"
    found: dict[str, Source] = {}
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["source"]:
        if set(entry) != _SOURCE or not all(entry.values()) or type(entry["opened"]) is not date:
            raise Malformed(f"{path.name}: {entry.get('id')}: incomplete source")
        if entry["id"] in found:
            raise Malformed(f"{path.name}: {entry['id']}: twice")
        found[entry["id"]] = Source(**entry)
    return found


def load(half: str, folder: Path = HERE) -> tuple[Vignette, ...]:
    """Return the vignettes of one half, checked.

    Raises
    ------
    Malformed
        When a file breaks the schema; the message says where.
    """
    known = sources(folder)
    return tuple(
        read(entry, path.name, half, known)
        for path in sorted((folder / half).glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["vignette"]
    )


def read(entry: Mapping[str, Any], file: str, half: str, known: Mapping[str, Source]) -> Vignette:
    """Return one vignette, or say what is wrong with it."""
    faults = _faults(entry, known)
    if faults:
        raise Malformed(f"{file}: {entry.get('key')}: {'; '.join(faults)}")
    vitals = dict(entry.get("vitals", {}))
    oxygen = vitals.pop("on_oxygen", "unknown")
    return Vignette(
        **{name: entry[name] for name in ("key", "about", "language", "age", "sex", "setting")},
        **{name: entry[name] for name in ("film", "why")},
        pregnant=entry.get("pregnant", "unknown"),
        note=entry["note"].strip() + "\n",
        vitals={name: float(value) for name, value in vitals.items()},
        on_oxygen=oxygen,
        labs=tuple(LabLine(**line) for line in entry["labs"]),
        findings=tuple(ImageFinding(**found) for found in entry.get("findings", ())),
        leading=tuple(entry["leading"]),
        alerts=tuple(entry.get("alerts", ())),
        sources=tuple(entry["sources"]),
        half=half,
    )


def _faults(entry: Mapping[str, Any], known: Mapping[str, Source]) -> list[str]:
    """Say all that is wrong with an entry."""
    missing, unknown = _NEEDED - set(entry), set(entry) - _ALLOWED
    if missing or unknown:
        return [f"missing {sorted(missing)}, unknown {sorted(unknown)}"]
    return [*_who(entry), *_what(entry), *_expected(entry, known)]


def _who(entry: Mapping[str, Any]) -> list[str]:
    vitals = dict(entry.get("vitals", {}))
    checks = {
        "key": _KEY.fullmatch(entry["key"]) is not None,
        "about": entry["about"] in CONDITIONS | {DISAGREEMENT},
        "language": entry["language"] in LANGUAGES,
        "age": _AGE.fullmatch(entry["age"]) is not None,
        "sex": entry["sex"] in SEXES,
        "setting": entry["setting"] in SETTINGS,
        "pregnant": entry.get("pregnant", "unknown") in ANSWERS,
        "a pregnant male": not (entry["sex"] == "M" and entry.get("pregnant") == "yes"),
        "on_oxygen": vitals.pop("on_oxygen", "unknown") in ANSWERS,
        "vitals": set(vitals) <= VITALS
        and all(type(value) in (int, float) for value in vitals.values()),
    }
    return [name for name, fine in checks.items() if not fine]


def _what(entry: Mapping[str, Any]) -> list[str]:
    findings = entry.get("findings", [])
    checks = {
        "note of 3 to 8 lines": 3 <= len(entry["note"].strip().splitlines()) <= 8,
        "labs": all(_is_lab_line(line) for line in entry["labs"]),
        "film": entry["film"] in FILMS and (entry["film"] == "scored") == bool(findings),
        "findings": all(
            set(found) == {"label", "call"} and found["call"] in CALLS for found in findings
        ),
        "a label twice": len({found.get("label") for found in findings}) == len(findings),
    }
    return [name for name, fine in checks.items() if not fine]


def _is_lab_line(line: Mapping[str, Any]) -> bool:
    texts = all(isinstance(value, str) for value in line.values())
    names = {"name", "value"} <= set(line) <= set(LabLine.__dataclass_fields__)
    return texts and names and bool(line["name"] and line["value"])


def _expected(entry: Mapping[str, Any], known: Mapping[str, Source]) -> list[str]:
    leading, alerts = entry["leading"], entry.get("alerts", [])
    checks = {
        "nothing expected": bool(leading or alerts),
        "leading": set(leading) <= CONDITIONS and len(set(leading)) == len(leading),
        "about is not among leading": entry["about"] in (*leading, DISAGREEMENT),
        "disagreement without its alert": entry["about"] != DISAGREEMENT or DISAGREEMENT in alerts,
        "alerts": len(set(alerts)) == len(alerts),
        "why": bool(entry["why"].strip()) and "\n" not in entry["why"],
        "no source": bool(entry["sources"]),
        "unknown source": set(entry["sources"]) <= set(known),
    }
    return [name for name, fine in checks.items() if not fine]
