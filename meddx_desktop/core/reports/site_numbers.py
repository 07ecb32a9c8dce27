"""The site's own numbers, counted: cases and entries of the audit trail in, a page of numbers out.

Each case is counted in the week in which it was opened, with what became of it until now. Only
models in trusted use count; one on trial has looked at a film without anybody relying on it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from meddx_desktop.core.domain.case import Case, FilmEntry, standing
from meddx_desktop.core.domain.finding import Call, Decision, Screening
from meddx_desktop.core.domain.people import name_key
from meddx_desktop.core.domain.site_numbers import (
    Mark,
    Median,
    SiteNumbers,
    Tally,
    UserNumbers,
    Week,
    WeekNumbers,
)
from meddx_desktop.core.reports.site_forecast import forecast
from meddx_desktop.core.reports.site_times import answer_times

ONLY_ON_TRIAL = "model_on_trial"
NO_REASON = "no_model_applies"
_WORST = {Call.POSITIVE: "positive", Call.NOT_SURE: "not_sure", Call.NEGATIVE: "below"}
"""Where a film counts by its worst answer, the worst first."""


_COUNTS = (
    *("films", "waiting", "unscored", "unread", "positive", "not_sure", "below"),
    *("confirmed", "rejected", "reworded"),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the numbers are made of.

    Attributes
    ----------
    cases : Sequence[Case]
    marks : Sequence[Mark]
        Entries of the audit trail about these cases, oldest first.
    today : date
    hidden : frozenset[str]
        Cases of which the models' answers wait for the reading of who asks.
    """

    cases: Sequence[Case]
    marks: Sequence[Mark]
    today: date
    hidden: frozenset[str] = frozenset()


def site_numbers(counted: Counted, *, by_user: bool = False) -> SiteNumbers:
    """The page. Demonstration cases count only where there are no others."""
    real = [case for case in counted.cases if not case.demonstration]
    cases = real or list(counted.cases)
    told = _by_case(counted.marks)
    grouped: dict[Week, list[Case]] = {}
    for case in cases:
        grouped.setdefault(Week.of(case.day), []).append(case)
    now = Week.of(counted.today)
    rows = tuple(
        WeekNumbers(week, tally(grouped.get(week, ()), told, counted.hidden))
        for week in _span(min(grouped, default=now), max([now, *grouped]))
    )
    films = [row.tally.films for row in rows if row.week < now]
    behind = films[1:]  # the first week is not a whole one: the site began somewhere in it
    return SiteNumbers(
        today=counted.today,
        weeks=rows if cases else (),
        total=tally(cases, told, counted.hidden),
        users=_users(cases, told) if by_user else (),
        forecast=forecast(behind, now),
        full_weeks=len(behind),
        demonstration=bool(cases) and not real,
    )


def tally(
    cases: Iterable[Case], told: Mapping[str, Sequence[Mark]], hidden: frozenset[str] = frozenset()
) -> Tally:
    """What became of these cases and their films."""
    found = tuple(cases)
    sums: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    answers: list[float] = []
    for case in found:
        answers += answer_times(told.get(case.case_id, ()))
        for film in case.films:
            sums["films"] += 1
            state = _state(film)
            if case.case_id in hidden and state in _WORST.values():
                state = "unread"
            sums[state] += 1
            if state == "unscored":
                reasons[_reason(film)] += 1
            if state == "positive":
                sums[_word(case, film)] += 1
    signed = [_signing_s(case) for case in found if case.signatures]
    counts = {field: sums[field] for field in _COUNTS}
    return Tally(
        **counts,
        reasons=tuple(sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
        cases=len(found),
        signed=sum(case.is_signed for case in found),
        to_answer=_median(answers),
        to_signature=_median(signed),
    )


def trusted(film: FilmEntry) -> list[Screening]:
    """Answers with a score, of models in trusted use."""
    return [
        said
        for said in film.screenings or ()
        if said.gate.accepted and said.findings and not said.on_trial
    ]


def _state(film: FilmEntry) -> str:
    """The field of `Tally` that a film counts in."""
    if film.error is not None:
        return "unscored"
    if film.screenings is None:
        return "waiting"
    calls = {finding.call for said in trusted(film) for finding in said.findings}
    return next((field for call, field in _WORST.items() if call in calls), "unscored")


def _reason(film: FilmEntry) -> str:
    """Why a film has no score: one code, so that the reasons add up to the films."""
    if film.error is not None:
        return film.error.code
    said = film.screenings or ()
    for one in said:
        if not one.gate.accepted and one.gate.reasons:
            return one.gate.reasons[0].code
    return ONLY_ON_TRIAL if any(one.on_trial for one in said) else NO_REASON


_DECIDED = {
    Decision.ACCEPTED: "confirmed",
    Decision.EDITED: "reworded",
    Decision.REJECTED: "rejected",
}


def _word(case: Case, film: FilmEntry) -> str:
    """What clinicians made of a positive film: one confirmed finding confirms it."""
    uid = film.instance.sop_instance_uid
    said = {
        word.decision
        for one in trusted(film)
        for finding in one.findings
        if finding.call is Call.POSITIVE
        and (word := standing(case.words_on(uid, one.frame, finding.name))) is not None
    }
    return next((field for decision, field in _DECIDED.items() if decision in said), "open")


def _signing_s(case: Case) -> float:
    return (case.signatures[0].at - case.created).total_seconds()


def _median(seconds: Sequence[float]) -> Median:
    """A clock that was set back makes no time of less than nothing."""
    kept = [one for one in seconds if one >= 0]
    return Median(median(kept), len(kept)) if kept else Median()


def _by_case(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    told: dict[str, list[Mark]] = {}
    for mark in marks:
        told.setdefault(mark.case_id, []).append(mark)
    return told


def _span(first: Week, last: Week) -> list[Week]:
    weeks = [first]
    while weeks[-1] < last:
        weeks.append(weeks[-1].after())
    return weeks


def _users(cases: Sequence[Case], told: Mapping[str, Sequence[Mark]]) -> tuple[UserNumbers, ...]:
    """Who brought films, decided and signed, by name; spellings of one name are one user."""
    names: dict[str, str] = {}
    sums: Counter[tuple[str, str]] = Counter()

    def count(user: str, what: str) -> None:
        if user:
            sums[names.setdefault(name_key(user), user), what] += 1

    for case in cases:
        for mark in told.get(case.case_id, ()):
            if mark.action == "film_added":
                count(mark.user, "films")
        for word in case.decisions:
            count(word.by, "decisions")
        for signed in case.signatures:
            count(signed.by, "signatures")
    fields = ("films", "decisions", "signatures")
    return tuple(
        UserNumbers(user, *(sums[user, what] for what in fields))
        for user in sorted(names.values(), key=name_key)
    )
