"""Whether a finding is there: present, absent, doubtful, or simply not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meddx_desktop.core.assessment.condition import Limits, Look
from meddx_desktop.core.assessment.facts import Number, Observed, Said, Seen
from meddx_desktop.core.domain.assessment import Origin, Place, Truth
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import Call
from meddx_desktop.core.domain.note import Assertion, RedFlag
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.labs.analytes import analytes
from meddx_desktop.core.labs.units import conversion, convert

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Answered:
    """What is known of one finding, and where it stands."""

    truth: Truth
    places: tuple[Place, ...] = ()
    seen: tuple[Seen, ...] = ()


NOT_KNOWN = Answered(Truth.UNKNOWN)


def answer(look: Look, looks: Mapping[str, Look], observed: Observed) -> Answered:
    """What is known of a finding."""
    if look.parts:
        return _parts(look, looks, observed)
    if look.mentions:
        return _mentioned(look, observed)
    if look.films:
        return _filmed(look, observed)
    if look.red_flags:
        return _flagged(look, observed)
    return _of_numbers(look, observed) or _personal(look, observed)


def _of_numbers(look: Look, observed: Observed) -> Answered | None:
    """Of results, vital signs and calculators; None for what is not measured."""
    answers = [
        *(_measured(look, observed.results.get(one, ()), one) for one in look.analytes),
        *(_band(look, observed.vitals.get(one, ())) for one in look.vitals),
        *(_band(look, observed.calculators.get(one, ())) for one in look.calculators),
    ]
    return _first(answers) if answers else None


def _parts(look: Look, looks: Mapping[str, Look], observed: Observed) -> Answered:
    answers = [answer(looks[part], looks, observed) for part in look.parts]
    there = [one for one in answers if one.truth is Truth.PRESENT]
    doubtful = [one for one in answers if one.truth is Truth.DOUBTFUL]
    gone = [one for one in answers if one.truth is Truth.ABSENT]
    if len(there) >= look.count:
        return _together(Truth.PRESENT, there)
    if len(there) + len(doubtful) >= look.count:
        return _together(Truth.DOUBTFUL, [*there, *doubtful])
    if len(answers) - len(gone) < look.count:
        return _together(Truth.ABSENT, gone)
    return NOT_KNOWN


def _together(truth: Truth, answers: Iterable[Answered]) -> Answered:
    answers = tuple(answers)
    places = {place: None for one in answers for place in one.places}
    return Answered(truth, tuple(places), tuple(seen for one in answers for seen in one.seen))


def _first(answers: Iterable[Answered]) -> Answered:
    """Of several names for one thing: present before doubtful before absent."""
    order = (Truth.PRESENT, Truth.DOUBTFUL, Truth.ABSENT, Truth.UNKNOWN)
    return min(answers, key=lambda one: order.index(one.truth))


def _mentioned(look: Look, observed: Observed) -> Answered:
    by_name = [
        _one_mention(look, tuple(_ordered(observed.said.get(name, ())))) for name in look.mentions
    ]
    for truth in (Truth.PRESENT, Truth.DOUBTFUL):
        met = [one for one in by_name if one.truth is truth]
        if met:
            return _together(truth, met)
    denied = [one for one in by_name if one.truth is Truth.ABSENT]
    needed = 1 if look.any_denied else len(by_name)
    return _together(Truth.ABSENT, denied) if len(denied) >= needed else NOT_KNOWN


def _ordered(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda one: one.place.span.start if one.place.span else -1)


def _one_mention(look: Look, said: tuple[Said, ...]) -> Answered:
    there = tuple(one.place for one in said if one.assertion in look.assertions)
    against = {Assertion.NEGATED, Assertion.PRESENT} - look.assertions
    if Assertion.NEGATED not in look.assertions:
        against = {Assertion.NEGATED}
    denied = tuple(one.place for one in said if one.assertion in against)
    maybe = tuple(one.place for one in said if one.assertion is Assertion.POSSIBLE)
    if there and denied:
        return Answered(Truth.DOUBTFUL, (*there, *denied))
    if there:
        return Answered(Truth.PRESENT, there)
    if maybe:
        return Answered(Truth.DOUBTFUL, maybe)
    return Answered(Truth.ABSENT, denied) if denied else NOT_KNOWN


def _measured(look: Look, numbers: tuple[Number, ...], analyte: str) -> Answered:
    """By the newest result; with `days` by two that lie so far apart."""
    if not numbers:
        return NOT_KNOWN
    if look.days:
        return _lasting(look, numbers, analyte)
    return _judged(look, numbers[0], analyte)


def _judged(look: Look, number: Number, analyte: str) -> Answered:
    if (look.positive or look.negative) and number.positive is not None:
        return _plain(number.positive is look.positive, number)
    if look.flags_of_result and number.flag is not None:
        is_met = number.flag.value in look.flags_of_result
        return _plain(is_met, number)
    if look.limits is None:
        return NOT_KNOWN
    return _within(look.limits, number, analyte)


def _within(limits: Limits, number: Number, analyte: str = "") -> Answered:
    low = _in_unit(number.low, number.unit, limits.unit, analyte)
    high = _in_unit(number.high, number.unit, limits.unit, analyte)
    if low is None or high is None:
        return NOT_KNOWN
    if low == high:
        return _plain(limits.hold(low), number)
    return _limited(limits, low, high, number.place)


def _plain(is_met: bool, number: Number) -> Answered:
    """A doubtful result (haemolysed, far out) is never hidden: it is a doubtful finding."""
    if not is_met:
        return NOT_KNOWN if number.is_doubtful else Answered(Truth.ABSENT, (number.place,))
    return Answered(Truth.DOUBTFUL if number.is_doubtful else Truth.PRESENT, (number.place,))


def _limited(limits: Limits, low: float, high: float, place: Place) -> Answered:
    """A limit ("<10") answers only where all values beyond it give the same answer."""
    floors = [one for one in (limits.at_least, limits.above) if one is not None]
    roofs = [one for one in (limits.at_most, limits.below) if one is not None]
    if all(low >= one for one in floors) and all(high <= one for one in roofs):
        return Answered(Truth.PRESENT, (place,))
    if any(high <= one for one in floors) or any(low >= one for one in roofs):
        return Answered(Truth.ABSENT, (place,))
    return NOT_KNOWN


def _in_unit(value: float, unit: str, wanted: str, analyte: str) -> float | None:
    if unit == wanted or value in (float("inf"), float("-inf")):
        return value
    if not analyte:
        return None
    how = conversion(unit, wanted, analytes()[analyte].substance)
    return None if how is None else float(f"{convert(value, how):.10g}")


def _lasting(look: Look, numbers: tuple[Number, ...], analyte: str) -> Answered:
    """Met now, and without a break by one at least so many days ago."""
    dated = [one for one in numbers if one.taken is not None]
    if not dated or _judged(look, dated[0], analyte).truth is not Truth.PRESENT:
        return NOT_KNOWN
    newest = dated[0].taken
    for one in dated[1:]:
        if _judged(look, one, analyte).truth is not Truth.PRESENT:
            return NOT_KNOWN
        if newest and one.taken and (newest - one.taken).total_seconds() >= look.days * _DAY:
            return Answered(Truth.PRESENT, (dated[0].place, one.place))
    return NOT_KNOWN


def _band(look: Look, numbers: tuple[Number, ...]) -> Answered:
    """Of vital signs and calculators; several numbers that differ in their answer are doubtful."""
    answers = [_one_band(look, number) for number in numbers]
    truths = {one.truth for one in answers}
    if len(truths) > 1:
        return _together(Truth.DOUBTFUL, answers)
    return _together(answers[0].truth, answers) if answers else NOT_KNOWN


def _one_band(look: Look, number: Number) -> Answered:
    if look.bands:
        return _plain(bool(set(look.bands) & set(number.bands)), number)
    return _within(look.limits, number) if look.limits else NOT_KNOWN


def _filmed(look: Look, observed: Observed) -> Answered:
    """One film that shows it is enough; absent only where no film does and one says so."""
    seen = [one for name in look.films for one in observed.films.get(name, ())]
    counting = [one for one in seen if not one.silent]
    for call, truth in ((Call.POSITIVE, Truth.PRESENT), (Call.NEGATIVE, Truth.ABSENT)):
        met = tuple(one for one in counting if one.call is call)
        if met:
            return Answered(truth, tuple(one.place for one in met), met)
    if seen:
        return Answered(Truth.DOUBTFUL, tuple(one.place for one in seen), tuple(seen))
    return NOT_KNOWN


def _flagged(look: Look, observed: Observed) -> Answered:
    flags = [observed.red_flags[name] for name in look.red_flags if name in observed.red_flags]
    if not flags:
        return NOT_KNOWN
    truth = Truth.DOUBTFUL if all(flag.possible for flag in flags) else Truth.PRESENT
    places = {place: None for flag in flags for place in places_of(flag)}
    return Answered(truth, tuple(places))


def places_of(flag: RedFlag) -> tuple[Place, ...]:
    """The words and the measured signs that fired a danger sign; the strip where neither did."""
    words = tuple(
        Place(Origin.NOTE, flag.name, span=one) for one in flag.words if one.end > one.start
    )
    signs = tuple(Place(Origin.VITAL, one) for one in flag.vitals)
    return (*signs, *words) or (Place(Origin.VITAL, flag.name),)


def _personal(look: Look, observed: Observed) -> Answered:
    place = (Place(Origin.PATIENT, look.name),)
    known: list[bool] = []
    if look.sex is not Sex.UNKNOWN:
        if observed.sex not in (Sex.FEMALE, Sex.MALE):
            return NOT_KNOWN
        known.append(observed.sex is look.sex)
    if look.pregnant is not Answer.UNKNOWN:
        if observed.pregnant is Answer.UNKNOWN:
            return NOT_KNOWN
        known.append(observed.pregnant is look.pregnant)
    if observed.age is None:
        # An age band without an age: only what is known otherwise can be absent.
        is_every_age = look.ages.start == 0 and look.ages.stop == float("inf")
        if not is_every_age:
            return NOT_KNOWN if all(known) else Answered(Truth.ABSENT, place)
    else:
        known.append(look.ages.hold(observed.age.days))
    return Answered(Truth.PRESENT if all(known) else Truth.ABSENT, place)
