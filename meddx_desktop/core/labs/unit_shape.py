"""What has the form of a unit, so that it can be told from names; not what it means."""

import re

from meddx_desktop.core.domain.laboratory import SentValue
from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.numbers import NUMBER, POINT, NumberStyle
from meddx_desktop.core.labs.values import value_and_flags

_PREFIX = r"(?:[afpnuµμmcdkhMG]|da)?"
_BASE = (
    r"(?:g|gm|gram|[lL]|mol|eq|Eq|osm|Osm|osmol|osmole?s?|OSM|IU|iu|U|u|Ku|units?|Pa|pa|bar|m|s|kat|"
    r"cells?|copies|copy|cfu|CFU|RU|AU|NTU|BAU|COI|INR|PRU|FEU|DDU|GPL|MPL|gCr|gcrea|Cr)"
)
_WORDS = (
    r"%|‰|％|mmHg|mmhg|cmH2O|fl|fL|FL|pg|PG|sec|secs|seconds?|min|mins|minutes?|hours?|hr|h|days?|d|kg|"
    r"mm|ratio|index|S/CO|s/co|COI|coi|INR|pH|HPF|HP|LPF|LP|hpf|lpf|cells|mg%|g%|vol%|Vol%|"
    r"mil|million|thou|thousand|lakhs?|cumm|mm3|ul|uL|µL|μL|UL|dL|dl|DL|mL|ml|ML|"
    r"秒|个|次|分|小时|天|毫克|克|升|毫升|毫摩尔|微摩尔|单位|万|百分比|倍|拷贝|毫米|高倍视野|低倍视野"
)
_POWER = (
    r"(?:[×xX*·]?\s?10\s?(?:\^\s?-?\d{1,2}|[⁻]?[⁰¹²³⁴-⁹]{1,2}|\*\d{1,2}|[eE]\d{1,2})"
    r"|[×xX*]?\s?[Ee]\d{1,2}|10\d{1,2}(?=/))"
)
_ATOM = rf"(?:{_POWER}|{_WORDS}|{_PREFIX}{_BASE}|[KkMGT](?=/))"
_ANNOTATION = r"(?:[\[({][A-Za-z0-9'./_ ]{1,16}[\])}])"
_POWERED = r"(?:[23²³]|\^[23])"
_TERM = rf"(?:{_ATOM}{_POWERED}?{_ANNOTATION}?)"
_PER = rf"\s?/\s?(?:{_TERM}|\(?\d{{1,3}}(?:\.\d\d?)?\s?{_TERM}\)?)"
_UNIT = re.compile(
    rf"{_ANNOTATION}?{_TERM}(?:[\s.*·]?\s?{_TERM})?(?:{_PER}){{0,2}}(?:\s(?:FEU|DDU))?"
    rf"|/\s?{_TERM}|\[?(?:iU|IU|arb'?U)\]?(?:/{_TERM})?"
)
_SIMPLE = r"[+-]?(?:[0-9][0-9.,']*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_VALUE = r"\s*((?:[<>≤≥]=?|=[<>])?\s*{0}(?:\s*(?:-{{1,2}}|~|:)\s*{0})?)(?=\s*\S)"
_PREFIXED = (re.compile(_VALUE.format(_SIMPLE)), re.compile(_VALUE.format(NUMBER)))
"""First without powers of ten: in ``6.5×10⁹/L`` they belong to the unit."""
_LONGEST = 40


def looks_like_unit(text: str) -> bool:
    """Whether `text` has the form of a unit: ``g/L``, ``10^9/L``, ``mL/min/1.73m2``, 个/HP."""
    plain = fold(text).strip()
    return 0 < len(plain) <= _LONGEST and _UNIT.fullmatch(plain) is not None


def value_with_unit(
    text: str, style: NumberStyle = POINT
) -> tuple[SentValue, str, tuple[str, ...]]:
    """Read a value that may carry its unit: ``13.2 g/dL ↑`` is 13.2, ``g/dL`` and ``↑``.

    Returns
    -------
    SentValue, str, tuple of str
        Value, unit (empty: none) and flags. The unit is split off a number only.
    """
    value, flags = value_and_flags(text, style)
    if value.number is not None:
        return value, "", flags
    for pattern in _PREFIXED:
        match = pattern.match(fold(value.text))
        rest = value.text[match.end() :].strip() if match else ""
        if match and looks_like_unit(rest):
            alone, inner = value_and_flags(value.text[: match.end(1)], style)
            if alone.number is not None:
                return alone, rest, (*inner, *flags)
    return value, "", flags


def split_header(text: str) -> tuple[str, str]:
    """Take the unit off a name: ``Hb (g/L)``, ``WBC[10^9/L]``, 葡萄糖（mmol/L）, ``Na, mmol/L``."""
    sent = text.strip()
    plain = fold(sent)
    if plain[-1:] in {")", "]"}:
        start = _opening(plain)
        if start > 0 and looks_like_unit(plain[start + 1 : -1]):
            return sent[:start].strip(), sent[start + 1 : -1].strip()
    for mark in (",", "_", " "):
        start = plain.rfind(mark)
        tail = plain[start + 1 :].strip()
        if start > 0 and ("/" in tail or "%" in tail) and looks_like_unit(tail):
            return sent[:start].strip(" ,_，"), sent[start + 1 :].strip()
    return sent, ""


def _opening(text: str) -> int:
    """Where the bracket opens that closes at the end; -1 where none does."""
    pairs = {")": "(", "]": "["}
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in pairs) - (text[place] in pairs.values())
        if depth == 0:
            return place
    return -1
