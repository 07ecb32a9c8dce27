"""value[x], referenceRange and coded elements of an Observation or one of its components."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import (
    LOINC,
    UCUM,
    Comparator,
    SentRange,
    SentValue,
)
from meddx_desktop.core.labs.fhir_entries import Resource, part, parts
from meddx_desktop.core.labs.values import parse_range, value_and_flags

_SCHEMES = {
    "http://loinc.org": LOINC,
    "urn:oid:2.16.840.1.113883.6.1": LOINC,
    "http://snomed.info/sct": "SCT",
    "http://unitsofmeasure.org": UCUM,
    "urn:oid:2.16.840.1.113883.6.8": UCUM,
}
_COMPARATORS = {kind.value: kind for kind in Comparator}
_NUMBERS = (Decimal, int, float, str)


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with its unit; `trouble` is the code of why it can't be taken."""

    value: SentValue | None = None
    unit: str = ""
    is_ucum: bool = False
    flags: tuple[str, ...] = ()
    trouble: str = ""


def read_measured(holder: Resource) -> Measured:
    """Read whichever value[x] a valid Observation or component carries."""
    for name, read in _READERS.items():
        if holder.get(name) is not None:
            return read(holder[name])
    return Measured()


def codes_of(concept: object) -> tuple[Code, ...]:
    """The codings of a CodeableConcept; known systems by their short names."""
    found = []
    for coding in _codings(concept):
        value = coding.get("code")
        if value:
            system = str(coding.get("system", ""))
            scheme = _SCHEMES.get(system, system)
            found.append(Code(str(value), scheme, str(coding.get("display", ""))))
    return tuple(found)


def names_of(concept: object) -> tuple[str, ...]:
    """The words of a CodeableConcept: its text, then what its codings are called."""
    text = concept.get("text", "") if isinstance(concept, dict) else ""
    displays = [str(coding.get("display", "")) for coding in _codings(concept)]
    return tuple(dict.fromkeys(filter(None, (str(text).strip(), *displays))))


def shown_of(concept: object) -> str:
    """A CodeableConcept as one text: its words, else its code."""
    words = names_of(concept)
    if words:
        return words[0]
    codes = codes_of(concept)
    return codes[0].value if codes else ""


def read_range(ranges: list[Resource], unit: str) -> SentRange | None:
    """The reference range; limits only where one single range is meant for everybody.

    Ranges for a group (``appliesTo``, ``age``) and several ranges stay text: which of them holds
    for this patient is not for a reader to choose.
    """
    if not ranges:
        return None
    texts = [text for one in ranges if (text := _range_text(one))]
    text = "; ".join(texts)
    usual = [one for one in ranges if _is_usual(one)]
    if len(usual) != 1 or (len(ranges) > 1 and usual[0].get("type") is None):
        return SentRange(text) if text else None
    one = usual[0]
    low, high = one.get("low"), one.get("high")
    if low is None and high is None:
        return replace(parse_range(str(one.get("text", "")), unit), text=text) if text else None
    if not all(_same_unit(end, unit) for end in (low, high) if end):
        return SentRange(text)
    low_number, high_number = _end(low), _end(high)
    if low_number is not None and high_number is not None and low_number > high_number:
        return SentRange(text)
    return SentRange(text, low_number, high_number)


def _codings(concept: object) -> list[dict[str, Any]]:
    found = concept.get("coding") if isinstance(concept, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, _NUMBERS):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _unit(quantity: Resource) -> tuple[str, bool]:
    """The UCUM code where there is one, else the unit as a person would read it."""
    code, unit = str(quantity.get("code", "")), str(quantity.get("unit", ""))
    if _SCHEMES.get(str(quantity.get("system", ""))) == UCUM and code:
        return code, True
    return unit or code, False


def _quantity(quantity: Resource) -> Measured:
    if quantity.get("value") is None:
        return Measured()
    number = _number(quantity["value"])
    if number is None:
        return Measured(trouble="number_too_large")
    sign = str(quantity.get("comparator", ""))
    if sign and sign not in _COMPARATORS:
        return Measured(trouble="value_not_number")
    value = SentValue(f"{sign}{quantity['value']}", number, _COMPARATORS.get(sign))
    return Measured(value, *_unit(quantity))


def _string(text: str) -> Measured:
    if not text.strip():
        return Measured()
    value, flags = value_and_flags(text)
    return Measured(replace(value, text=text.strip()), flags=flags)


def _concept(concept: Resource) -> Measured:
    text, codes = shown_of(concept), codes_of(concept)
    if not text:
        return Measured()
    if codes:
        return Measured(SentValue(text, codes=codes))
    return _string(text)


def _interval(interval: Resource) -> Measured:
    low, high = interval.get("low"), interval.get("high")
    ends = [end for end in (low, high) if isinstance(end, dict) and end.get("value") is not None]
    if not ends:
        return Measured()
    unit = _unit(ends[0])
    if any(_unit(end) != unit for end in ends):
        return Measured(SentValue(" - ".join(f"{end['value']} {_unit(end)[0]}" for end in ends)))
    numbers = [_number(end["value"]) for end in ends]
    if None in numbers:
        return Measured(trouble="number_too_large")
    if len(ends) == 1:
        sign = Comparator.AT_LEAST if ends[0] is low else Comparator.AT_MOST
        return Measured(SentValue(f"{sign}{ends[0]['value']}", numbers[0], sign), *unit)
    text = f"{ends[0]['value']}-{ends[1]['value']}"
    return Measured(SentValue(text, numbers[0], high=numbers[1]), *unit)


def _ratio(ratio: Resource) -> Measured:
    above, below = part(ratio, "numerator"), part(ratio, "denominator")
    if above.get("value") is None or below.get("value") is None:
        return Measured()
    number, denominator = _number(above["value"]), _number(below["value"])
    if number is None or denominator is None:
        return Measured(trouble="number_too_large")
    units = [_unit(above)[0], _unit(below)[0]]
    unit = "/".join(filter(None, units)) if units[0] and units[1] not in {"", "1"} else units[0]
    sign = str(above.get("comparator", ""))
    text = f"{sign}{above['value']}:{below['value']}"
    if denominator <= 0 or below.get("comparator") or (sign and sign not in _COMPARATORS):
        return Measured(SentValue(text), unit)
    return Measured(SentValue(text, number, _COMPARATORS.get(sign), denominator=denominator), unit)


def _range_text(one: Resource) -> str:
    text = str(one.get("text", "")).strip()
    low, high = part(one, "low"), part(one, "high")
    if not text:
        ends = [str(end.get("value", "")) for end in (low, high)]
        unit = _unit(low or high)[0]
        text = "-".join(ends) if all(ends) else f">={ends[0]}" if ends[0] else f"<={ends[1]}"
        text = f"{text} {unit}".strip() if any(ends) else ""
    groups = [shown_of(group) for group in parts(one, "appliesTo")]
    groups += [_age(one["age"])] if part(one, "age") else []
    groups += [shown_of(one["type"])] if one.get("type") else []
    told = ", ".join(filter(None, groups))
    return f"{text} ({told})" if told and text else text


def _age(age: Resource) -> str:
    ends = [part(age, "low"), part(age, "high")]
    return "-".join(f"{end.get('value', '')} {_unit(end)[0]}".strip() for end in ends)


def _is_usual(one: Resource) -> bool:
    kinds = {code.value for code in codes_of(one.get("type"))}
    return not one.get("appliesTo") and not one.get("age") and kinds <= {"normal"}


def _same_unit(end: Resource, unit: str) -> bool:
    named = _unit(end)[0]
    return not named or not unit or named == unit or str(end.get("unit", "")) == unit


def _end(end: Resource | None) -> float | None:
    return _number(end.get("value")) if end else None


def _integer(number: object) -> Measured:
    return Measured(SentValue(str(number), _number(number)))


def _as_text(value: object) -> Measured:
    return Measured(SentValue(str(value).lower() if isinstance(value, bool) else str(value)))


def _period(period: Resource) -> Measured:
    return Measured(SentValue(f"{period.get('start', '')} - {period.get('end', '')}"))


def _signal(_signal: object) -> Measured:
    return Measured(trouble="encapsulated_data")


_READERS: dict[str, Callable[[Any], Measured]] = {
    "valueQuantity": _quantity,
    "valueString": _string,
    "valueCodeableConcept": _concept,
    "valueInteger": _integer,
    "valueBoolean": _as_text,
    "valueRange": _interval,
    "valueRatio": _ratio,
    "valueDateTime": _as_text,
    "valueTime": _as_text,
    "valuePeriod": _period,
    "valueSampledData": _signal,
}
