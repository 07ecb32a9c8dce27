"""Vital signs with their units; a value that no living person can have is kept, but not used."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from meddx_desktop.core.domain.note import (
    Assertion,
    Measured,
    Mention,
    MentionKind,
    Span,
    Trigger,
)
from meddx_desktop.core.notes.find import vital_patterns as patterns
from meddx_desktop.core.notes.find.numbers import number
from meddx_desktop.core.notes.find.vital_courses import again
from meddx_desktop.core.notes.find.vital_limits import is_plausible
from meddx_desktop.core.notes.folding import widths


@dataclass(frozen=True, slots=True)
class _Found:
    """One candidate; `loose` where only a single letter without a unit says what it is."""

    span: Span
    measured: tuple[Measured, ...]
    loose: bool = False
    sure: bool = True
    earlier: Span | None = None
    """The words that say that it was so before."""


def vitals(text: str) -> list[Mention]:
    """Find the vital signs of a text."""
    narrow = widths(text).replace("\u00a0", " ")
    found = [one for find in _FINDERS for one in find(narrow)]
    lines = _lines_of(narrow, [one for one in found if one.sure])
    kept = []
    for one in found:
        others = lines.get(_line(narrow, one.span.start), ()) if one.loose else ()
        if one.loose and not any(not one.span.touches(other) for other in others):
            continue
        kept.append(_mention(text, one))
    return kept


def _line(text: str, place: int) -> int:
    return text.rfind("\n", 0, place)


def _lines_of(text: str, found: list[_Found]) -> dict[int, list[Span]]:
    lines: dict[int, list[Span]] = {}
    for one in found:
        lines.setdefault(_line(text, one.span.start), []).append(one.span)
    return lines


def _mention(text: str, found: _Found) -> Mention:
    used = tuple(one for one in found.measured if is_plausible(one))
    if len(used) < len(found.measured):
        used = tuple(one for one in used if not one.name.startswith(("bp_", "oxygen")))
    unused = tuple(one for one in found.measured if one not in used)
    span = found.span
    words = text[span.start : span.end]
    when = found.earlier
    return Mention(
        span,
        words,
        MentionKind.VITAL_SIGN,
        assertion=Assertion.HISTORICAL if when else Assertion.PRESENT,
        trigger=Trigger(when, text[when.start : when.end], "history_before") if when else None,
        concept=found.measured[0].name,
        measured=used,
        unused=unused,
    )


_CLOSING = {")": "(", "）": "（"}


def _span(match: re.Match[str]) -> Span:
    begin, end = match.span()
    while end > begin and match.string[end - 1] in " \t":
        end -= 1
    if match.string[end : end + 1] in _CLOSING and _CLOSING[match.string[end]] in match[0]:
        end += 1
    return Span(begin, end)


def _measured(match: re.Match[str], name: str, value: float, unit: str) -> Measured:
    groups = match.groupdict()
    comparator = "range" if groups.get("more") else None
    return Measured(name, round(value, 3), unit, comparator)


def _simple(
    pattern: re.Pattern[str], name: str, unit: str, letters: str
) -> Callable[[str], Iterator[_Found]]:
    def find(text: str) -> Iterator[_Found]:
        for match in pattern.finditer(text):
            value = number(match["value"])
            short = match["name"].strip()
            if value is None or (short.lower() in letters and not short.isupper()):
                continue
            measured = _measured(match, name, value, unit)
            single = short in letters.upper()
            if single and not is_plausible(measured):
                continue
            yield _Found(_span(match), (measured,), single and not match["unit"])

    return find


def _temperatures(text: str) -> Iterator[_Found]:
    for match in patterns.TEMPERATURE.finditer(text):
        value, name = number(match["value"]), match["name"]
        if value is None or name == "t":
            continue
        unit = (match["unit"] or "").strip().upper()
        fahrenheit = unit.endswith(("F", "℉")) or (not unit and 86 <= value <= 113)
        celsius = (value - 32) / 1.8 if fahrenheit else value
        high = "max" in name.lower() or any(
            word in match[0] for word in ("最高", "高峰", "热峰", "Tm")
        )
        key = "temperature_highest" if high else "temperature"
        measured = _measured(match, key, round(celsius, 2), "Cel")
        if fahrenheit:
            original = f"{match['value']} F"
            measured = Measured(key, measured.value, "Cel", measured.comparator, original)
        single = name == "T"
        if single and not is_plausible(measured):
            continue
        yield _Found(_span(match), (measured,), single and not unit and "." not in match["value"])


def _pressures(text: str) -> Iterator[_Found]:
    named: list[Span] = []
    for match in patterns.PRESSURE.finditer(text):
        if not match["name"] and not match["unit"]:
            continue
        high, low = float(match["high"]), float(match["low"])
        original = None
        if "kpa" in (match["unit"] or "").lower():
            original = f"{match['high']}/{match['low']} kPa"
            high, low = high * 7.50062, low * 7.50062
        begin = match.start() if match["name"] else match.start("high")
        named.append(Span(begin, _span(match).end))
        highest = match["top"] or (match["name"] and patterns.HIGHEST.search(match["name"]))
        yield _Found(named[-1], _pair(high, low, "_highest" if highest else "", original))
    for one in again(text, named):
        yield _Found(one.span, _pair(one.high, one.low), earlier=one.earlier)


def _pair(
    high: float, low: float, top: str = "", original: str | None = None
) -> tuple[Measured, ...]:
    return tuple(
        Measured(name, round(value, 1), "mm[Hg]", None if high > low else "range", original)
        for name, value in ((f"bp_systolic{top}", high), (f"bp_diastolic{top}", low))
    )


_LOWEST_SATURATION = 50
"""Percent."""


def _saturations(text: str) -> Iterator[_Found]:
    for pattern in (patterns.SATURATION, patterns.BARE_SATURATION):
        for match in pattern.finditer(text):
            name = match.groupdict().get("name") or "%"
            value = float(match["value"])
            is_said = bool(match["unit"] or match["flow"] or (match["air"] or "").strip())
            if name.lower() in ("sat", "sats") and not (is_said or _is_saturation(name, value)):
                continue
            measured = [_measured(match, "spo2", value, "%")]
            if match["flow"]:
                litres = number(match["litres"]) or 0.0
                measured.append(Measured("oxygen_flow", litres, "L/min"))
            elif match["air"]:
                measured.append(Measured("oxygen_flow", 0.0, "L/min"))
            yield _Found(_span(match), tuple(measured))


def _is_saturation(name: str, value: float) -> bool:
    """Whether a bare number behind "sats" can be one: nobody sat for 90, but somebody for 5."""
    return name.lower() == "sats" and _LOWEST_SATURATION <= value <= 100


def _weights(text: str) -> Iterator[_Found]:
    for match in patterns.WEIGHT.finditer(text):
        value = number(match["value"])
        unit = (match["unit"] or "").strip().lower()
        if value is None or (not unit and match["name"][0] not in "wW体"):
            continue
        factor = _KILOGRAMS.get(unit.rstrip("s"), 1.0)
        measured = _measured(match, "weight", value * factor, "kg")
        if factor != 1.0:
            measured = _from(measured, match)
        if not unit:
            measured = Measured("weight", value, None, "range")
        yield _Found(_span(match), (measured,))


_KILOGRAMS = {
    "lb": 0.45359237,
    "pound": 0.45359237,
    "斤": 0.5,
    "g": 0.001,
    "gram": 0.001,
    "克": 0.001,
}
_CENTIMETRES = {"m": 100.0, "meter": 100.0, "metre": 100.0, "米": 100.0, "in": 2.54, "inche": 2.54}


def _from(measured: Measured, match: re.Match[str]) -> Measured:
    original = f"{match['value']} {(match['unit'] or '').strip()}"
    return Measured(measured.name, measured.value, measured.unit, measured.comparator, original)


def _heights(text: str) -> Iterator[_Found]:
    for match in patterns.HEIGHT.finditer(text):
        if match["feet"]:
            inches = 12 * float(match["feet"]) + float(match["inches"] or 0)
            original = match[0][len(match["name"]) :].strip(" :：=")
            yield _Found(
                _span(match), (Measured("height", round(inches * 2.54, 1), "cm", None, original),)
            )
            continue
        value = number(match["value"])
        if value is None:
            continue
        unit = (match["unit"] or "").strip().lower().rstrip("s")
        factor = _CENTIMETRES.get(unit, 1.0)
        measured = _measured(match, "height", value * factor, "cm")
        if factor != 1.0:
            measured = _from(measured, match)
        if not unit:
            measured = Measured("height", value, None, "range")
        yield _Found(_span(match), (measured,))


def _comas(text: str) -> Iterator[_Found]:
    for match in patterns.GCS.finditer(text):
        if match["value"]:
            value = float(match["value"])
        else:
            value = float(match["e"]) + float(match["v"]) + float(match["m"])
        yield _Found(_span(match), (_measured(match, "gcs", value, "{score}"),))


def _pains(text: str) -> Iterator[_Found]:
    for match in patterns.PAIN.finditer(text):
        begin = match.start("value") if match["name"][:1] in "pP疼" else match.start()
        measured = Measured("pain", float(match["value"]), "{score}")
        yield _Found(Span(begin, _span(match).end), (measured,))


def _fractions(text: str) -> Iterator[_Found]:
    for match in patterns.FIO2.finditer(text):
        value = number(match["value"]) or 0.0
        percent = value * 100 if value <= 1 else value
        yield _Found(_span(match), (_measured(match, "fio2", percent, "%"),))


def _breaths(text: str) -> Iterator[_Found]:
    for match in patterns.BREATHING.finditer(text):
        value = number(match["value"])
        if value is not None:
            yield _Found(_span(match), (_measured(match, "respiratory_rate", value, "/min"),))


_FINDERS: tuple[Callable[[str], Iterator[_Found]], ...] = (
    _temperatures,
    _simple(patterns.PULSE, "heart_rate", "/min", "p"),
    _simple(patterns.BREATHS, "respiratory_rate", "/min", "r"),
    _breaths,
    _pressures,
    _saturations,
    _fractions,
    _weights,
    _heights,
    _simple(patterns.BMI, "bmi", "kg/m2", ""),
    _comas,
    _pains,
)
