"""OBX-5: the value of a result, by the type that OBX-2 names."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import LOINC, Comparator, SentValue
from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.hl7_syntax import Components, Segment, component
from meddx_desktop.core.labs.numbers import read_number
from meddx_desktop.core.labs.values import value_and_flags

ENCAPSULATED = frozenset({"ED", "RP"})
"""Pictures, documents and pointers to them: no results that could be shown as a line."""
TEXTS = frozenset({"TX", "FT"})
_WRITTEN = frozenset({"NM", "ST", "TX", "FT", "SI", ""})
_CODED = frozenset({"CE", "CWE", "CNE", "CF"})
_OTHER = frozenset(
    {"DT", "TS", "TM", "DTM", "DR", "NA", "MA", "ID", "IS", "XCN", "XPN", "PN", "XON", "XAD"}
    | {"AD", "CX", "CK", "EI", "TN", "XTN", "MO", "CP", "CQ", "NR", "CD"}
)
_COMPARATORS = {"": None, "=": None, **{kind.value: kind for kind in Comparator}}
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?")
_LOINC_NAMES = frozenset({"LN", "LOINC", "LNC", "2.16.840.1.113883.6.1"})
_VALUE = 5
_NULL = '""'


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value with what its own text says beside it."""

    value: SentValue | None
    flags: tuple[str, ...] = ()
    cautions: tuple[Reason, ...] = ()
    is_null: bool = False
    """The sender deletes a value that it sent before (HL7's ``""``)."""


def read_value(segment: Segment, kind: str) -> ReadValue:
    """Read OBX-5 of a segment whose OBX-2 is `kind`."""
    text = segment.text(_VALUE)
    if not text or text == _NULL:
        return ReadValue(None, is_null=bool(text))
    repetitions = segment.repetitions(_VALUE)
    if len(repetitions) == 1 and len(repetitions[0]) == 1 and kind in _WRITTEN:
        return _written(text, kind)
    if not any(map(any, repetitions)):
        return ReadValue(None)
    if kind in TEXTS:
        return _written("\n".join("^".join(part) for part in repetitions), kind)
    if len(repetitions) > 1:
        codes = tuple(code for part in repetitions for code in codes_of(part))
        value = SentValue(text, codes=codes if kind in _CODED else ())
        return ReadValue(value, cautions=(Reason("several_values"),))
    return _single(repetitions[0], kind, text)


def _single(components: Components, kind: str, text: str) -> ReadValue:
    """One value of several components."""
    if kind in _WRITTEN:
        return _written(text, kind)
    if kind in _CODED:
        return _coded(components)
    if kind == "SN":
        return _structured(components)
    value = SentValue(" ".join(filter(None, components)))
    known = kind in _OTHER
    return ReadValue(
        value, cautions=() if known else (Reason("value_type_unknown", {"kind": kind[:10]}),)
    )


@lru_cache(maxsize=4096)
def codes_of(components: Components) -> tuple[Code, ...]:
    """The codes of a coded element: the first, the alternate and the second alternate one."""
    found = []
    for value, meaning, scheme in ((1, 2, 3), (4, 5, 6), (10, 11, 12)):
        code = component(components, value)
        if code:
            name = component(components, scheme)
            name = LOINC if name.upper() in _LOINC_NAMES else name
            found.append(Code(code, name, component(components, meaning)))
    return tuple(found)


@lru_cache(maxsize=4096)
def names_of(components: Components) -> tuple[str, ...]:
    """The words of a coded element, the original ones (CWE.9) first; each once."""
    words = (component(components, number) for number in (9, 2, 5, 11))
    return tuple(dict.fromkeys(filter(None, words)))


def shown_of(components: Components) -> str:
    """A coded element as one text: its words, else its code."""
    words = names_of(components)
    return words[0] if words else next(filter(None, components), "")


def _written(text: str, kind: str) -> ReadValue:
    if _PLAIN.fullmatch(text):
        return ReadValue(SentValue(text, float(text)))
    value, flags = value_and_flags(text)
    if flags:
        value = replace(value, text=text)
    wanted = kind == "NM" and value.number is None
    return ReadValue(value, flags, (Reason("value_not_number"),) if wanted else ())


def _coded(components: Components) -> ReadValue:
    codes = codes_of(components)
    text = shown_of(components)
    if not component(components, 1):
        # Words without a code are what ST would have carried.
        read = _written(text, "CWE")
        return replace(read, value=replace(read.value, codes=codes)) if read.value else read
    return ReadValue(SentValue(text, codes=codes))


def _structured(components: Components) -> ReadValue:
    """SN: comparator, number, separator, number: ``^10^-^20``, ``>^100``, ``^1^:^128``."""
    sign, first, between, second = (component(components, number) for number in (1, 2, 3, 4))
    sign = fold(sign).replace("≤", "<=").replace("≥", ">=")
    text = f"{sign if sign != '=' else ''}{first}{between}{second}"
    number, other = _number(first), _number(second)
    if sign not in _COMPARATORS or number is None:
        # ``182^`` and ``<10`` in one component are what other senders make of SN.
        return _written(text, "NM")
    comparator = _COMPARATORS[sign]
    if not between and not second:
        return ReadValue(SentValue(text, number, comparator))
    if between == "-" and other is not None and number <= other and comparator is None:
        return ReadValue(SentValue(text, number, high=other))
    if between in {":", "/"} and other is not None and other > 0:
        return ReadValue(SentValue(text, number, comparator, denominator=other))
    told = () if between == "+" and not second else (Reason("value_not_number"),)
    return ReadValue(SentValue(text), cautions=told)


def _number(text: str) -> float | None:
    return read_number(fold(text).replace(" ", "")) if text else None
