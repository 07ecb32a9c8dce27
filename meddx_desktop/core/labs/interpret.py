"""From what was sent to what it means: analyte, shown value, range, flag, and what to beware of.

A value is never hidden and never silently changed. No flag means that nothing can be said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    Conversion,
    Interpretation,
    Observation,
    Quantity,
    ReferenceRange,
    ResultStatus,
    SentResult,
    SentValue,
)
from meddx_desktop.core.labs import doubts, flags
from meddx_desktop.core.labs.analytes import Analyte
from meddx_desktop.core.labs.compare import judged, span
from meddx_desktop.core.labs.doubts import Damage, History
from meddx_desktop.core.labs.recognise import Recognised, recognise
from meddx_desktop.core.labs.reference import (
    SETS,
    critical,
    has_pregnancy,
    laboratorys,
    needed,
    published,
    with_critical,
)
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.core.labs.unit_text import kinds
from meddx_desktop.core.labs.units import conversion, convert

_NOT_DONE = (ResultStatus.CANCELLED,)
_DISTRUSTED = frozenset({"lab_impossible", "lab_impossible_unit", "lab_negative"})
_HIGH = (Interpretation.HIGH, Interpretation.CRITICAL_HIGH)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything beside a result that its meaning depends on.

    Attributes
    ----------
    subject : Subject
    now : datetime
    sets : tuple[str, ...]
        Published ranges in the order of choice (`reference.SETS`).
    earlier : tuple[Observation, ...]
        Of the same person, for the delta check.
    """

    subject: Subject
    now: datetime
    sets: tuple[str, ...] = SETS[:1]
    earlier: tuple[Observation, ...] = ()


def interpret(results: Iterable[SentResult], context: Context) -> tuple[Observation, ...]:
    """What `results` of one person mean, in their order.

    Results of one report help each other: a glucose among electrolytes is blood's, a haemolysis
    index speaks for the whole tube.
    """
    sent = tuple(results)
    found = _recognised(sent)
    damages, history = _damages(sent, found), doubts.History(context.earlier)
    observations = tuple(
        _observed(one, what, damages.get(_tube(one), ()), context, history)
        for one, what in zip(sent, found, strict=True)
    )
    return _with_mixed_units(observations)


def _recognised(sent: Sequence[SentResult]) -> list[Recognised]:
    """Twice: what is clear at once says what the unclear rows beside it are."""
    found = [recognise(one) for one in sent]
    groups: dict[tuple[object, ...], set[str]] = {}
    for one, what in zip(sent, found, strict=True):
        if what.analyte and what.is_sure and not what.analyte.index:
            groups.setdefault(_report(one), set()).add(what.analyte.group)
    return [
        what
        if what.is_sure or not what.candidates
        else recognise(one, beside=frozenset(groups.get(_report(one), ())))
        for one, what in zip(sent, found, strict=True)
    ]


def _report(sent: SentResult) -> tuple[object, ...]:
    return (sent.panel, sent.taken, sent.taken_text, sent.laboratory)


def _tube(sent: SentResult) -> tuple[object, ...]:
    return (sent.taken, sent.taken_text, sent.laboratory)


def _damages(
    sent: Sequence[SentResult], found: Sequence[Recognised]
) -> dict[tuple[object, ...], tuple[Damage, ...]]:
    tubes: dict[tuple[object, ...], tuple[Damage, ...]] = {}
    for one, what in zip(sent, found, strict=True):
        for damage in doubts.damage_in(one, what.analyte):
            tubes[_tube(one)] = (*tubes.get(_tube(one), ()), damage)
    return {tube: _worst_of_each_kind(ones) for tube, ones in tubes.items()}


def _worst_of_each_kind(ones: tuple[Damage, ...]) -> tuple[Damage, ...]:
    """Words of the laboratory count as much as any index: a low index does not take them back."""
    ordered = sorted(ones, key=lambda one: inf if one.g_per_l is None else one.g_per_l)
    return tuple({one.kind: one for one in ordered}.values())


def _observed(
    sent: SentResult,
    what: Recognised,
    damages: tuple[Damage, ...],
    context: Context,
    history: History,
) -> Observation:
    analyte = what.analyte
    how, unit = _shown_unit(what)
    quantity = _quantity(sent.value, how, unit)
    reference, about_range = _reference(sent, what, how, unit, context)
    plain = Observation(
        sent=sent,
        analyte=analyte.id if analyte else "",
        code=what.code,
        name=analyte.english if analyte else sent.name,
        specimen=analyte.specimen if analyte else sent.specimen,
        quantity=quantity,
        conversion=how if how and how.from_unit != how.to_unit else None,
        range=reference,
        cautions=(*sent.cautions, *what.cautions, *_about_unit(sent, what), *about_range),
    )
    if sent.status in _NOT_DONE:
        return replace(plain, range=None)
    return _judged(plain, analyte, damages, context, history)


def _shown_unit(what: Recognised) -> tuple[Conversion | None, str]:
    """The conversion into the shown unit, and that unit; the sent one where nothing converts."""
    if what.analyte is None or not what.unit:
        return None, what.unit
    how = conversion(what.unit, what.analyte.unit, what.analyte.substance)
    return (how, what.analyte.unit) if how else (None, what.unit)


def _quantity(value: SentValue | None, how: Conversion | None, unit: str) -> Quantity | None:
    if value is None or value.number is None or not unit:
        return None
    if value.high is not None or value.denominator is not None:
        return None
    number = convert(value.number, how) if how else value.number
    return Quantity(float(f"{number:.12g}"), unit, value.comparator)


def _about_unit(sent: SentResult, what: Recognised) -> tuple[Reason, ...]:
    if sent.value is None or sent.value.number is None or what.unit:
        return ()
    if what.analyte is None and not sent.unit.strip():
        return ()
    if sent.unit.strip():
        return (Reason("lab_unit_unknown", {"unit": sent.unit}),)
    expected = what.analyte.unit if what.analyte else ""
    return (Reason("lab_unit_missing", {"expected": expected}),)


def _reference(
    sent: SentResult,
    what: Recognised,
    how: Conversion | None,
    unit: str,
    context: Context,
) -> tuple[ReferenceRange | None, tuple[Reason, ...]]:
    """The laboratory's own range first, else a published one; with the critical values."""
    analyte, subject = what.analyte, context.subject
    own = laboratorys(sent.range, how, unit) if sent.range else None
    cautions: list[Reason] = []
    if own and analyte and _range_doubtful(own, analyte):
        cautions = [Reason("lab_range_doubtful", {"range": own.source})]
        own = None
    if analyte is None or unit != analyte.unit:
        return own, tuple(cautions)
    limits = critical(analyte, subject, sent.taken)
    if own:
        return with_critical(own, limits), tuple(cautions)
    others = published(analyte, subject, sent.taken, context.sets)
    if others:
        if subject.pregnant is Answer.YES and not has_pregnancy(analyte):
            cautions.append(Reason("lab_range_not_of_pregnancy"))
        return with_critical(others[0], limits), tuple(cautions)
    cautions += [
        Reason(f"lab_range_needs_{what_lacks}")
        for what_lacks in needed(analyte, subject, sent.taken)
    ]
    return with_critical(None, limits), tuple(cautions)


def _range_doubtful(own: ReferenceRange, analyte: Analyte) -> bool:
    """A range that no number of this analyte can lie in: it was written in another unit."""
    ends = [end for end in (own.low, own.high) if end is not None and end > 0]
    limits = analyte.ask_outside
    if limits is None or own.unit != analyte.unit or not ends:
        return False
    return all(not limits[0] <= end <= limits[1] for end in ends)


def _judged(
    plain: Observation,
    analyte: Analyte | None,
    damages: tuple[Damage, ...],
    context: Context,
    history: History,
) -> Observation:
    sent, quantity = plain.sent, plain.quantity
    cautions = list(doubts.wrong_time(sent, context.subject, context.now))
    ours = _ours(plain, analyte)
    if analyte and quantity:
        cautions += doubts.implausible(analyte, quantity, _sent_unit(plain))
        cautions += doubts.changed(analyte, quantity, sent.taken, history)
        cautions += doubts.altitude(analyte, context.subject)
    if any(one.code in _DISTRUSTED for one in cautions):
        ours = None
    flag, about_flag = flags.together(ours, sent.flags, is_words=quantity is None)
    if analyte:
        cautions += doubts.damaged(analyte, damages, is_high=flag in _HIGH)
    if quantity and quantity.comparator and ours is None and plain.range:
        about_flag = (*about_flag, Reason("lab_comparator_undecided"))
    return replace(plain, interpretation=flag, cautions=(*plain.cautions, *cautions, *about_flag))


def _sent_unit(one: Observation) -> str:
    if one.conversion:
        return one.conversion.from_unit
    return one.quantity.unit if one.quantity else ""


def _ours(one: Observation, analyte: Analyte | None) -> Interpretation | None:
    """The flag by the range; where a unit is missing or unknown, both as sent."""
    negative = analyte is None or analyte.may_be_negative
    if one.quantity:
        value = span(one.quantity, negative=negative)
        return judged(value, one.range) if one.range else None
    value_sent, range_sent = one.sent.value, one.sent.range
    if value_sent is None or value_sent.number is None or range_sent is None:
        return None
    if value_sent.high is not None or value_sent.denominator is not None:
        return None
    own = laboratorys(range_sent, None, "")
    if own is None:
        return None
    return judged(span(Quantity(value_sent.number, "", value_sent.comparator), negative=True), own)


def _with_mixed_units(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Says so where one report gives one analyte in units of different kinds."""
    seen: dict[str, set[str]] = {}
    for one in observations:
        if one.analyte and one.quantity:
            seen.setdefault(one.analyte, set()).add(kinds().get(_sent_unit(one), ""))
    mixed = {analyte for analyte, ones in seen.items() if len(ones) > 1}
    return tuple(
        replace(one, cautions=(*one.cautions, Reason("lab_mixed_units")))
        if one.analyte in mixed
        else one
        for one in observations
    )
