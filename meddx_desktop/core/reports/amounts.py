"""Numbers, units, ranges and times as they are written on paper."""

import re
from datetime import datetime

from meddx_desktop.core.domain.laboratory import Comparator, Observation, Quantity, ReferenceRange
from meddx_desktop.core.reports.clean import line
from meddx_desktop.core.reports.speech import Speech

_SIGNS = {
    Comparator.BELOW: "<",
    Comparator.AT_MOST: "≤",
    Comparator.ABOVE: ">",
    Comparator.AT_LEAST: "≥",
}
_POWER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_UNIT = frozenset({"", "1", "{INR}", "[pH]"})
_LARGE = 10_000


def unit(ucum: str, speech: Speech) -> str:
    """A UCUM unit as laboratories write it."""
    if ucum in _NO_UNIT:
        return ""
    named = speech.label(f"unit.{ucum}")
    if named != ucum.replace("_", " "):
        return named
    text = re.sub(r"^10\*(\d+)", lambda found: f"×10{found[1].translate(_POWER)}", ucum)
    text = re.sub(r"\[(\w+)\]", r"\1", text).replace("{", " ").replace("}", "")
    return re.sub(r"(^|/)u(?=[gmLIUk])", r"\1µ", text).replace("_", " ")


def number(value: float, places: int | None = None) -> str:
    """A number with so many places; without them as many as it has, six at most."""
    if places is not None:
        return f"{value:.{places}f}"
    return f"{value:.6g}" if abs(value) < _LARGE else f"{value:.0f}"


def quantity(of: Quantity, speech: Speech, places: int | None = None) -> str:
    """A value with its comparator and its unit: no number stands without one."""
    sign = _SIGNS.get(of.comparator, "") if of.comparator else ""
    return f"{sign}{number(of.value, places)} {unit(of.unit, speech)}".strip()


def result(one: Observation, speech: Speech, places: int | None = None) -> str:
    """As sent unless it was converted; then both."""
    sent = one.sent
    if sent.value is None:
        return line(sent.absent) or speech.say("paper_no_value")
    if one.quantity is None:
        return f"{line(sent.value.text)} {line(sent.unit)}".strip()
    if one.conversion is None:
        shown = unit(one.quantity.unit, speech)
        text = line(sent.value.text)
        return text if not shown or text.endswith(shown) else f"{text} {shown}"
    shown = quantity(one.quantity, speech, places)
    return f"{shown} ({line(sent.value.text)} {line(sent.unit)})"


def limits(of: ReferenceRange | None, speech: Speech) -> str:
    """``3.5–5.3 mmol/L``, ``≤ 40 U/L``; a dash where there are no limits."""
    if of is None or (of.low is None and of.high is None):
        return "–"
    if of.low is not None and of.high is not None:
        ends = f"{of.low:.6g}–{of.high:.6g}"
    elif of.high is not None:
        ends = f"{'≤' if of.high_included else '<'} {of.high:.6g}"
    else:
        ends = f"{'≥' if of.low_included else '>'} {of.low:.6g}"
    return f"{ends} {unit(of.unit, speech)}".strip()


def score(value: float) -> str:
    """A model score on the scale of 0 to 100; never as a percentage."""
    return f"{value * 100:.0f}"


def moment(at: datetime | None) -> str:
    """Date and time of this place, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at else "–"


def taken(at: datetime | None, text: str = "") -> str:
    """When a specimen was taken: the date alone where no time was given."""
    if at is None:
        return line(text) or "–"
    local = at.astimezone()
    is_day = (local.hour, local.minute, local.second) == (0, 0, 0)
    return local.strftime("%Y-%m-%d" if is_day else "%Y-%m-%d %H:%M")
