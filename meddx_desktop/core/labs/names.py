"""From the names and panels of a result to the analytes that they may mean.

``血清肌酐测定``, ``*肌酐(Cr)`` and ``Creatinine, serum`` are all creatinine; the first and the last
say the specimen as well.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from meddx_desktop.core.domain.laboratory import Specimen
from meddx_desktop.core.labs.analytes import FOLDER, Analyte, analytes
from meddx_desktop.core.labs.characters import fold, key

_ORNAMENT = re.compile(r"^[\s*★☆▲△#·●○■□※.、]+|^\d{1,3}[.、)]\s*|[\s*★☆▲↑↓:]+$")
_BRACKETS = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*")
_SUFFIX = re.compile(r"(测定|检测|定量|含量|浓度|检查|试验|水平)$")
_WORDS = (
    ("动脉血", Specimen.ARTERIAL_BLOOD),
    ("脑脊液", Specimen.CSF),
    ("24小时尿", Specimen.URINE_24H),
    ("24h尿", Specimen.URINE_24H),
    ("尿液", Specimen.URINE),
    ("血清", Specimen.SERUM),
    ("血浆", Specimen.SERUM),
    ("全血", Specimen.BLOOD),
    ("静脉血", Specimen.BLOOD),
    ("末梢血", Specimen.BLOOD),
    ("粪便", Specimen.STOOL),
    ("大便", Specimen.STOOL),
    ("尿", Specimen.URINE),
    ("arterial", Specimen.ARTERIAL_BLOOD),
    ("serum", Specimen.SERUM),
    ("plasma", Specimen.SERUM),
    ("ser/plas", Specimen.SERUM),
    ("serum/plasma", Specimen.SERUM),
    ("whole blood", Specimen.BLOOD),
    ("urinary", Specimen.URINE),
    ("urine", Specimen.URINE),
    ("csf", Specimen.CSF),
    ("stool", Specimen.STOOL),
)
_SHORT = {"s.": Specimen.SERUM, "sr.": Specimen.SERUM}
_SPOKEN = r"arterial|serum/plasma|serum|plasma|whole blood|urinary|urine|csf|stool"
_ENGLISH = re.compile(
    rf"^(?P<before>(?:{_SPOKEN})(?=\s)|sr?\.)\s*(?P<a>.+)$"
    rf"|^(?P<b>.+?)(?:\s*[,;-]\s*|\s+)(?:in |of )?(?P<after>{_SPOKEN})$"
)
_LOINC_NAME = re.compile(r"^(.+?)\s*\[[^\]]*\]\s*(?:in|of)\s+(.+?)(?:\s+by\s.*)?$")
"""``Glucose [Mass/volume] in Serum or Plasma``."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name may mean, and the specimen that it mentions."""

    candidates: tuple[Analyte, ...] = ()
    specimen: Specimen = Specimen.UNKNOWN


@dataclass(frozen=True, slots=True)
class Panel:
    """A battery by its group (`Analyte.group`) and its specimen."""

    group: str = ""
    specimen: Specimen = Specimen.UNKNOWN


@cache
def _index() -> Mapping[str, tuple[Analyte, ...]]:
    found: dict[str, list[Analyte]] = {}
    for one in analytes().values():
        for name in dict.fromkeys(map(key, (one.english, one.chinese, *one.names))):
            found.setdefault(name, []).append(one)
    return {name: tuple(ones) for name, ones in found.items()}


@lru_cache(maxsize=8192)
def named(name: str) -> Named:
    """The analytes that carry `name`, tried as it is, then without ornaments and specimen."""
    for attempt, specimen in _attempts(name):
        found = _index().get(key(attempt))
        if found:
            fitting = tuple(one for one in found if _fits(one.specimen, specimen))
            return Named(fitting or found, specimen)
    return Named()


def _fits(specimen: Specimen, mentioned: Specimen) -> bool:
    return mentioned in (Specimen.UNKNOWN, specimen)


def _attempts(name: str) -> Iterator[tuple[str, Specimen]]:
    plain = fold(name)
    for text in dict.fromkeys((plain, _ORNAMENT.sub("", _ORNAMENT.sub("", plain)))):
        yield text, Specimen.UNKNOWN
        long = _LOINC_NAME.match(text)
        if long:
            yield long[1], _specimen_of(long[2])
        outside = _BRACKETS.sub("", text)
        if outside != text:
            mentioned = _specimen_of(" ".join(_BRACKETS.findall(text)))
            yield outside, mentioned
            for inside in _BRACKETS.findall(text):
                yield inside, Specimen.UNKNOWN
        yield from _without_specimen(outside)


def _without_specimen(text: str) -> Iterator[tuple[str, Specimen]]:
    shorter = _SUFFIX.sub("", text)
    if shorter != text:
        yield shorter, Specimen.UNKNOWN
    low = shorter.strip().casefold()
    match = _ENGLISH.match(low)
    if match:
        word = match["before"] or match["after"]
        yield match["a"] or match["b"], _SHORT.get(word) or _specimen_of(word)
    for word, specimen in _WORDS:
        if not word.isascii() and low.startswith(word) and len(low) > len(word):
            yield shorter.strip()[len(word) :], specimen


def _specimen_of(text: str) -> Specimen:
    low = text.casefold().strip()
    return next((specimen for word, specimen in _WORDS if word in low), Specimen.UNKNOWN)


@cache
def _panels() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "limits" / "panels.toml").read_text("utf-8"))


@lru_cache(maxsize=1024)
def panel_of(text: str) -> Panel:
    """The battery that `text` names; nothing when it names none, or several."""
    low = fold(text).casefold().strip()
    if not low:
        return Panel()
    found = [
        Panel(group, Specimen(one["specimen"]))
        for group, one in _panels().items()
        if low in one["exact"] or any(word in low for word in one["words"])
    ]
    return found[0] if len(found) == 1 else Panel()
