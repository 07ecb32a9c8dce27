"""How a drug is taken, from the words after its name: dose, route, frequency, duration."""

import re
from dataclasses import dataclass, field

from meddx_desktop.core.domain.note import DrugUse, Measured
from meddx_desktop.core.notes.find import dosing_patterns as patterns
from meddx_desktop.core.notes.find.numbers import number

_BAG = 50.0
"""Millilitres of an infusion."""


@dataclass
class _Sig:
    """What was read so far."""

    dose: Measured | None = None
    pieces: Measured | None = None
    per_volume: Measured | None = None
    """A strength in what the original says of millilitres; the dose follows from a volume."""
    volume: float = 0.0
    route: str | None = None
    frequency: str | None = None
    per_day: float | None = None
    prn: bool = False
    duration: Measured | None = None
    end: int = 0
    seen: list[str] = field(default_factory=list)


def read_use(text: str, start: int, stop: int, ingredients: tuple[str, ...]) -> tuple[DrugUse, int]:
    """Read how a drug is taken from the words after its name.

    Returns the use and the end of the last words read; `stop` is where the next drug begins.
    """
    stop = min(stop, start + patterns.LONGEST)
    sig = _Sig(end=start)
    place = start
    while place < stop:
        end = _step(sig, text, _past_space(text, place, stop), stop)
        if end > _past_space(text, place, stop):
            place = sig.end = end
            continue
        filled = patterns.FILL.match(text, place, stop)
        after = filled.end() if filled else place
        end = _step(sig, text, after, stop)
        if end == after and filled and filled.end() > place:
            place = filled.end()
            continue
        if end == after:
            break
        place = sig.end = end
    frequency = sig.frequency
    if sig.prn:
        frequency = f"{frequency} prn" if frequency else "prn"
    use = DrugUse(
        ingredients,
        _dose_of(sig) or sig.pieces,
        sig.route,
        frequency,
        sig.per_day,
        sig.duration,
    )
    return use, sig.end


def _dose_of(sig: _Sig) -> Measured | None:
    """The dose; of a liquid the amount in the volume taken, nothing where that is not said."""
    strength, dose = sig.per_volume, sig.dose
    if strength is None or (dose is not None and dose.unit != "mL"):
        return dose
    if dose is None:  # a bag is given as a whole, a bottle of syrup is not
        return strength if sig.volume >= _BAG else None
    value = round(strength.value * dose.value / sig.volume, 6)
    return Measured("dose", value, strength.unit, None, f"{strength.original} {dose.value:g} mL")


def _past_space(text: str, place: int, stop: int) -> int:
    while place < stop and text[place] in " \t":
        place += 1
    return place


def _step(sig: _Sig, text: str, place: int, stop: int) -> int:
    """Read one item at a place; returns its end, or the place where there is none."""
    for read in (_frequency, _duration, _per_volume, _strength, _dose, _route, _form):
        end = read(sig, text, place, stop)
        if end > place:
            return end
    return place


def _frequency(sig: _Sig, text: str, place: int, stop: int) -> int:
    match = patterns.PRN.match(text, place, stop)
    if match:
        sig.prn = True
        return match.end()
    match = patterns.FREQUENCY.match(text, place, stop)
    if not match:
        return place
    name = match.lastgroup if match.lastgroup in patterns.PER_DAY else _named(match)
    per_day = patterns.PER_DAY.get(name)
    if name == "every":
        written = next(match[g] for g in ("hours", "hours2", "hours3", "hours4") if match[g])
        hours = number(written) or 0.0
        if not 1 <= hours <= 72:
            return place
        name, per_day = (
            f"q{hours:g}h",
            None if match["range"] or match["wide"] else round(24 / hours, 3),
        )
    elif name == "weekly":
        per_day = round(1 / 7, 3)
    elif name == "monthly":
        per_day = round(1 / 30, 3)
    if sig.frequency is None or sig.frequency == "stat":
        sig.frequency, sig.per_day = name, per_day
    return match.end()


def _named(match: re.Match[str]) -> str:
    return next(name for name, _ in patterns.FREQUENCIES if match[name] is not None)


def _duration(sig: _Sig, text: str, place: int, stop: int) -> int:
    match = patterns.LONG.match(text, place, stop)
    if not match:
        return place
    duration = duration_of(match["value"], match["unit"], match["part"], match[0].strip())
    if duration is None:
        return place
    sig.duration = sig.duration or duration
    return match.end()


def duration_of(written: str, unit: str | None, part: str | None, original: str) -> Measured | None:
    """Make a length of time of its number and its unit (or ``/7``, ``/52``, ``/12``)."""
    value = number(written)
    if value is None:
        return None
    ucum = (
        patterns.PARTS[part]
        if part
        else patterns.TIME.get(unit or "") or patterns.TIME[(unit or "d")[0].lower()]
    )
    return Measured("duration", value, ucum, None, original)


def _strength(sig: _Sig, text: str, place: int, stop: int) -> int:
    """Pass over what is no dose: ``875/125 mg``, ``×24片``, ``5 %``."""
    match = patterns.STRENGTH.match(text, place, stop)
    return match.end() if match else place


def _per_volume(sig: _Sig, text: str, place: int, stop: int) -> int:
    """Read how much is in a volume: ``250 mg/5 ml``."""
    match = patterns.PER_VOLUME.match(text, place, stop)
    value = number(match["value"]) if match else None
    volume = number(match["volume"] or "1") if match else None
    if match is None or not value or not volume or sig.per_volume is not None:
        return place
    written = match["unit"].lower()
    unit = patterns.UCUM.get(written) or patterns.UCUM.get(written.rstrip("s"), written)
    sig.per_volume, sig.volume = Measured("dose", value, unit, None, match[0].strip()), volume
    return match.end()


def _dose(sig: _Sig, text: str, place: int, stop: int) -> int:
    match = patterns.DOSE.match(text, place, stop)
    if not match:
        return place
    value = number(match["value"])
    if value is None or match["more"]:
        sig.seen.append(match[0])
        return match.end()
    if match["piece"]:
        sig.pieces = sig.pieces or Measured("dose", value, _piece(match["piece"]))
        return match.end()
    written = match["unit"].lower()
    ten_thousand = written.startswith("万")
    unit = patterns.UCUM.get(written) or patterns.UCUM.get(written.rstrip("s"), written)
    unit += "/kg" if match["kg"] else ""
    by = (match["by"] or match["by2"] or "").lower()
    unit += "/d" if by in ("day", "d", "日", "天") else "/h" if by in ("h", "hr", "hour") else ""
    unit += "/min" if by == "min" else ""
    original = match[0].strip() if ten_thousand else None
    dose = Measured("dose", value * 10000 if ten_thousand else value, unit, None, original)
    if sig.dose is None:
        sig.dose = dose
    return match.end()


def _piece(word: str) -> str:
    word = word.lower()
    for start, unit in _PIECE_UNITS:
        if word.startswith(start):
            return unit
    return "{dose}"


_PIECE_UNITS = (
    ("tab", "{tbl}"),
    ("片", "{tbl}"),
    ("cap", "{capsule}"),
    ("粒", "{capsule}"),
    ("pill", "{pill}"),
    ("丸", "{pill}"),
    ("puff", "{puff}"),
    ("inhal", "{puff}"),
    ("喷", "{spray}"),
    ("吸", "{puff}"),
    ("spray", "{spray}"),
    ("drop", "[drp]"),
    ("gtt", "[drp]"),
    ("滴", "[drp]"),
    ("patch", "{patch}"),
    ("贴", "{patch}"),
    ("sachet", "{sachet}"),
    ("袋", "{sachet}"),
    ("包", "{sachet}"),
    ("amp", "{ampule}"),
    ("支", "{ampule}"),
    ("vial", "{vial}"),
    ("瓶", "{bottle}"),
    ("teas", "[tsp_us]"),
    ("tsp", "[tsp_us]"),
)


def _route(sig: _Sig, text: str, place: int, stop: int) -> int:
    match = patterns.ROUTE.match(text, place, stop)
    if not match:
        return place
    sig.route = sig.route or match.lastgroup
    return match.end()


def _form(sig: _Sig, text: str, place: int, stop: int) -> int:
    match = patterns.FORM.match(text, place, stop)
    return match.end() if match else place
