"""Red flags: danger signs in the words and vital signs of a note, seen before anything else.

What is looked for stands in resources/red_flags. Words fire where the note says that something is
there or may be there; denied, earlier and relatives' troubles do not, nor what is only warned of
("return if ..."). Danger signs that are themselves denials ("unable to drink", 无尿) are matched
before negation, so that no "no" in front of them in a list hides them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from meddx_desktop.core.domain.note import Assertion, Mention, RedFlag, Section, Span
from meddx_desktop.core.domain.patient import DAYS_PER_YEAR, Sex
from meddx_desktop.core.notes.red_flag_rules import Rule, When, rule_book
from meddx_desktop.core.notes.red_flag_vitals import ages_said, vital_words
from meddx_desktop.core.notes.red_flag_words import Reading, hits

CHILD_DAYS = 5 * DAYS_PER_YEAR


_Places = dict[int, set[Span]]
"""Words by the number of their sentence."""


@dataclass(frozen=True, slots=True)
class _Found:
    """All that a note holds: words by sign, measured limits, and facts without words."""

    sure: Mapping[str, _Places]
    said: Mapping[str, _Places]
    """The sure ones and the doubtful ones."""
    vitals: Mapping[str, _Places]
    pregnant: bool | None


def find_flags(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    sections: Sequence[Section] = (),
    age_days: int | None = None,
    sex: Sex | None = None,
    pregnant: bool | None = None,
) -> tuple[RedFlag, ...]:
    """Find the danger signs of a note.

    Parameters
    ----------
    text
        The whole note.
    sentences, sections
        Of that note, in order. Without sentences the whole text is one.
    mentions
        What was read in it: vital signs and ages fire rules; a mention around words of a sign
        decides whether they are denied, a correction by hand included.
    age_days, sex, pregnant
        What is known of the patient; None where it is not. Ages in the text then count too, and
        what is not known never takes a flag away.

    Returns
    -------
    tuple of RedFlag
        Sure ones before doubtful ones, else by place; the words that fired them are spans.
    """
    found = _found(Reading(text, sentences, sections, mentions), pregnant)
    ages: tuple[float | None, ...] = (age_days,)
    if age_days is None:
        ages = (None, *_unlike(ages_said(mentions)))
    flags = [_flag(rule, found, ages, sex) for rule in rule_book().rules]
    return tuple(
        sorted(
            (flag for flag in flags if flag is not None),
            key=lambda flag: (flag.possible, flag.words[:1], flag.name),
        )
    )


def _found(reading: Reading, pregnant: bool | None) -> _Found:
    sure: dict[str, _Places] = {}
    said: dict[str, _Places] = {}
    for hit in hits(reading):
        said.setdefault(hit.name, {}).setdefault(hit.sentence, set()).add(hit.span)
        if hit.assertion is Assertion.PRESENT:
            sure.setdefault(hit.name, {}).setdefault(hit.sentence, set()).add(hit.span)
    measured: dict[str, _Places] = {}
    for name, span in vital_words(rule_book().vitals, reading.mentions):
        measured.setdefault(name, {}).setdefault(reading.cut.at(span.start), set()).add(span)
    return _Found(sure, said, measured, pregnant)


@cache
def _age_limits() -> tuple[float, ...]:
    """All ages at which a rule, a limit or a fact begins or ceases to hold."""
    book = rule_book()
    bands = [rule.ages for rule in book.rules] + [vital.ages for vital in book.vitals.values()]
    return tuple(sorted({CHILD_DAYS, *(a.start for a in bands), *(a.stop for a in bands)}))


def _unlike(ages: Iterable[float]) -> tuple[float, ...]:
    """One age of each band between two limits: the others would answer alike."""
    limits = _age_limits()
    return tuple({bisect_right(limits, age): age for age in ages}.values())


def _flag(
    rule: Rule, found: _Found, ages: Sequence[float | None], sex: Sex | None
) -> RedFlag | None:
    pregnant = None if rule.although in found.said else found.pregnant
    if not rule.is_for(sex=sex, pregnant=pregnant) or rule.unless in found.sure:
        return None
    words: set[Span] = set()
    fired, sure = False, False
    for age in ages:
        if not rule.ages.hold(age):
            continue
        for when in rule.whens:
            for doubtful in (False, True):
                met = _met(when, found, age, doubtful=doubtful)
                if met is not None:
                    fired, sure = True, sure or not doubtful
                    words |= met
    if not fired:
        return None
    return RedFlag(rule.key, tuple(sorted(words)), not sure, rule.source)


def _met(when: When, found: _Found, age: float | None, *, doubtful: bool) -> set[Span] | None:
    """The words with which a condition is met; None where it is not."""
    places = [_places(name, found, age, doubtful=doubtful) for name in when.names]
    met = [place for place in places if place is None or place]
    if len(met) < when.count:
        return None
    known = [place for place in met if place is not None]
    if when.within == "note":
        return {span for place in known for spans in place.values() for span in spans}
    facts = len(met) - len(known)
    words: set[Span] = set()
    for number in set().union(*known):
        here = [place[number] for place in known if number in place]
        if len(here) + facts >= when.count:
            words.update(*here)
    return words or None


def _places(name: str, found: _Found, age: float | None, *, doubtful: bool) -> _Places | None:
    """Where a sign or vital is met; None where it is known without words."""
    book = rule_book()
    vital = book.vitals.get(name)
    if vital is not None:
        return found.vitals.get(name, {}) if vital.ages.hold(age) else {}
    said = (found.said if doubtful else found.sure).get(name, {})
    if not said and _is_fact(book.signs[name].fact, found, age):
        return None
    return said


def _is_fact(fact: str, found: _Found, age: float | None) -> bool:
    if fact == "pregnant":
        return found.pregnant is True
    return fact == "child" and age is not None and age < CHILD_DAYS
