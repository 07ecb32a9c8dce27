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
from meddx_desktop.core.labs.beside import sent_unit, with_mixed_units, with_rivals
from meddx_desktop.core.labs.compare import judged, span
from meddx_desktop.core.labs.doubts import Damage, History
from meddx_desktop.core.labs.recognise import Recognised, recognise
from meddx_desktop.core.labs.reference import (
    SETS,
    by_age,
    critical,
    has_pregnancy,
    laboratorys,
    needed,
    published,
    with_critical,
)
from meddx_desktop.core.labs.subject import Subject
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


@dataclass(frozen=True, slots=True)
class Understood:
    """Results of one person as they are before anything is held against earlier ones.

    Attributes
    ----------
    plain : tuple[Observation, ...]
        Analyte, shown value and range; not yet flagged.
    about : tuple[tuple[Analyte | None, tuple[Damage, ...]], ...]
        Beside each: what it was found to be, and what is wrong with its tube.
    """

    plain: tuple[Observation, ...]
    about: tuple[tuple[Analyte | None, tuple[Damage, ...]], ...]


def interpret(results: Iterable[SentResult], context: Context) -> tuple[Observation, ...]:
    """What `results` of one person mean, in their order.

    Results of one report help each other: a glucose among electrolytes is blood's, a haemolysis
    index speaks for the whole tube.
    """
    return judge(understand(results, context), context)


def interpret_together(results: Iterable[SentResult], context: Context) -> tuple[Observation, ...]:
    """As `interpret`, and the results are held against each other's earlier ones as well."""
    read = understand(results, context)
    known = tuple(one for one in read.plain if one.counts)
    return judge(read, replace(context, earlier=(*context.earlier, *known)))


def understand(results: Iterable[SentResult], context: Context) -> Understood:
    """The first half of `interpret`: all that does not depend on earlier results."""
    sent = tuple(results)
    found = _recognised(sent)
    damages = _damages(sent, found)
    return Understood(
        tuple(_observed(one, what, context) for one, what in zip(sent, found, strict=True)),
        tuple(
            (what.analyte, damages.get(_tube(one), ()))
            for one, what in zip(sent, found, strict=True)
        ),
    )


def judge(read: Understood, context: Context) -> tuple[Observation, ...]:
    """The second half: flags, and what speaks against a value."""
    history = doubts.History(context.earlier)
    judged_ones = tuple(
        plain
        if plain.sent.status in _NOT_DONE
        else _judged(plain, analyte, damages, context, history)
        for plain, (analyte, damages) in zip(read.plain, read.about, strict=True)
    )
    return with_rivals(with_mixed_units(judged_ones))


def _recognised(sent: Sequence[SentResult]) -> list[Recognised]:
    """Twice: what is clear at once says what the unclear rows beside it are.

    A course of years asks the same few questions thousands of times; each is answered once.
    """
    answers: dict[tuple[object, ...], Recognised] = {}

    def asked(one: SentResult, beside: frozenset[str] = frozenset()) -> Recognised:
        question = (beside, *_question(one))
        if question not in answers:
            answers[question] = recognise(one, beside=beside)
        return answers[question]

    found = [asked(one) for one in sent]
    groups: dict[tuple[object, ...], set[str]] = {}
    for one, what in zip(sent, found, strict=True):
        if what.analyte and what.is_sure and not what.analyte.index:
            groups.setdefault(_report(one), set()).add(what.analyte.group)
    return [
        what
        if what.is_sure or not what.candidates
        else asked(one, frozenset(groups.get(_report(one), ())))
        for one, what in zip(sent, found, strict=True)
    ]


def _question(sent: SentResult) -> tuple[object, ...]:
    """All of a result that says which analyte it is; of the value only whether it is a number."""
    value = sent.value
    is_number = None if value is None else value.number is not None
    named = (sent.names, sent.codes, sent.unit, sent.unit_is_ucum)
    return (*named, sent.specimen, sent.panel, sent.method, sent.note, is_number)


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
    context: Context,
) -> Observation:
    analyte = what.analyte
    how, unit = _shown_unit(what)
    quantity = _quantity(sent.value, how, unit)
    reference, about_range = _reference(sent, what, how, unit, context)
    return Observation(
        sent=sent,
        analyte=analyte.id if analyte else "",
        code=what.code,
        name=analyte.english if analyte else sent.name,
        specimen=analyte.specimen if analyte else sent.specimen,
        quantity=quantity,
        conversion=how if how and how.from_unit != how.to_unit else None,
        range=None if sent.status in _NOT_DONE else reference,
        cautions=(*sent.cautions, *what.cautions, *_about_value(sent, what), *about_range),
    )


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


def _about_value(sent: SentResult, what: Recognised) -> tuple[Reason, ...]:
    """What keeps a value from being a number in a known unit."""
    analyte, value = what.analyte, sent.value
    if analyte is None or value is None or value.number is not None:
        return _about_unit(sent, what)
    told = {one.code for one in sent.cautions}
    if analyte.may_be_text or "value_not_number" in told or not _looks_like_number(value.text):
        return ()
    return (Reason("lab_words_not_number"),)


def _looks_like_number(text: str) -> bool:
    """Digits of any script, or what computers write for numbers that are none."""
    low = text.strip().casefold().lstrip("+-")
    return low in ("inf", "infinity", "nan") or any(mark.isdigit() for mark in low)


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
        if sent.taken is None and subject.birth_date and by_age(analyte):
            cautions.append(Reason("lab_age_of_visit"))
        if subject.pregnant is Answer.YES and not has_pregnancy(analyte):
            cautions.append(Reason("lab_range_not_of_pregnancy"))
        return with_critical(others[0], limits), tuple(cautions)
    cautions += [
        subject.doubt(lack) or Reason(f"lab_range_needs_{_asked(lack, sent, subject)}")
        for lack in needed(analyte, subject, sent.taken)
    ]
    return with_critical(None, limits), tuple(cautions)


def _asked(lack: str, sent: SentResult, subject: Subject) -> str:
    """What to ask for: whose birth date is known has an age as soon as the day is."""
    return "time" if lack == "age" and subject.birth_date and sent.taken is None else lack


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
        cautions += doubts.implausible(analyte, quantity, sent_unit(plain))
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
