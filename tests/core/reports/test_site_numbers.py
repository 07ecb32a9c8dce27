"""Protects: every film counts once, what was not looked at never as negative, no trial model."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.case import CaseState, FindingDecision
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import (
    Decision,
    Finding,
    Gate,
    ModelIdentity,
    Reason,
    Screening,
)
from meddx_desktop.core.domain.review import Signature
from meddx_desktop.core.domain.site_numbers import Mark, Week
from meddx_desktop.core.reports.site_numbers import Counted, site_numbers, tally
from tests.core.store.plain import case, film

MODEL = ModelIdentity("m", "1", "int8", "CPU", "ab")
MONDAY = datetime(2026, 3, 2, 9).astimezone()
TODAY = date(2026, 3, 18)
SCORES = {"positive": 0.9, "not_sure": 0.55, "below": 0.1}


def said(entry, *states, trial=False, reason="rotated"):
    """An answer of one model, for one film."""
    findings = tuple(
        Finding(name, Code("1", "SCT", "x"), SCORES[state], 0.5, (0.52, 0.6))
        for name, state in zip(("mass", "edema"), states, strict=False)
    )
    gate = Gate(bool(findings), () if findings else (Reason(reason),))
    return Screening(entry.instance, "1", "", 1, MODEL, gate, findings, on_trial=trial)


def shown(uid, *states, **how):
    """A film with the answer of one model."""
    entry = film(uid)
    return replace(entry, screenings=(said(entry, *states, **how),))


def word(uid, decision, finding="mass"):
    return FindingDecision(uid, 1, finding, decision, "", MONDAY, "Dr Lin")


def visit(*films, day=0, case_id="c1", **more):
    return case(case_id, created=MONDAY + timedelta(days=day), films=films, **more)


def test_each_film_is_counted_where_its_worst_answer_puts_it():
    films = [
        shown("1", "positive", "below"),
        shown("2", "not_sure", "below"),
        shown("3", "below"),
        shown("4"),
        film("5"),
        replace(film("6"), error=Reason("bad_output")),
        replace(film("7"), screenings=()),
    ]
    got = tally([visit(*films)], {})
    assert (got.films, got.waiting, got.unscored, got.screened) == (7, 1, 3, 3)
    assert (got.positive, got.not_sure, got.below, got.cases) == (1, 1, 1, 1)
    assert got.reasons == (("bad_output", 1), ("no_model_applies", 1), ("rotated", 1))


def test_a_model_on_trial_makes_no_film_positive():
    entry = film("1")
    both = (said(entry, "positive", trial=True), said(entry, "below"))
    got = tally([visit(shown("2", "positive", trial=True), replace(entry, screenings=both))], {})
    assert (got.positive, got.below, got.unscored) == (0, 1, 1)
    assert got.reasons == (("model_on_trial", 1),)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ([Decision.ACCEPTED], "confirmed"),
        ([Decision.REJECTED], "rejected"),
        ([Decision.EDITED], "reworded"),
        ([Decision.REJECTED, Decision.ACCEPTED], "confirmed"),
        ([Decision.ACCEPTED, Decision.WITHDRAWN], "undecided"),
        ([], "undecided"),
    ],
)
def test_the_last_word_on_a_positive_film_counts(words, field):
    opened = visit(shown("1", "positive"), decisions=tuple(word("1", one) for one in words))
    got = tally([opened], {})
    fields = ("confirmed", "rejected", "reworded", "undecided")
    assert {name: getattr(got, name) for name in fields} == dict.fromkeys(fields, 0) | {field: 1}


def test_a_word_on_a_finding_below_the_threshold_confirms_nothing():
    opened = visit(
        shown("1", "positive", "below"), decisions=(word("1", Decision.ACCEPTED, "edema"),)
    )
    assert tally([opened], {}).confirmed == 0


def test_what_waits_for_an_own_reading_is_not_told():
    opened = visit(shown("1", "positive"), shown("2", "below"), shown("3"), film("4"))
    got = tally([opened], {}, frozenset({"c1"}))
    assert (got.unread, got.screened, got.unscored, got.waiting) == (2, 2, 1, 1)
    assert (got.positive, got.below, got.confirmed) == (0, 0, 0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["positive", "not_sure", "below", "", "wait", "fail"]),
                  st.booleans()), max_size=6),
    st.booleans(),
)  # fmt: skip
def test_the_parts_always_make_up_the_whole(kinds, hidden):
    made = []
    for number, (kind, trial) in enumerate(kinds):
        uid = str(number)
        if kind == "wait":
            made.append(film(uid))
        elif kind == "fail":
            made.append(replace(film(uid), error=Reason("bad_output")))
        else:
            made.append(shown(uid, *([kind] if kind else []), trial=trial))
    got = tally([visit(*made)], {}, frozenset({"c1"} if hidden else ()))
    assert got.films == got.screened + got.waiting + got.unscored == len(kinds)
    assert sum(number for _, number in got.reasons) == got.unscored
    assert got.undecided >= 0


def test_cases_stand_in_the_iso_week_of_their_visit_without_a_gap():
    cases = [visit(shown("1", "below")), visit(shown("2", "below"), day=13, case_id="c2")]
    got = site_numbers(Counted(cases, (), TODAY))
    weeks = [(str(row.week), row.tally.films) for row in got.weeks]
    assert weeks == [("2026-W10", 1), ("2026-W11", 1), ("2026-W12", 0)]
    assert got.total.films == 2


def test_the_turn_of_the_year_belongs_to_the_week_of_its_thursday():
    assert str(Week.of(date(2027, 1, 3))) == "2026-W53"
    assert str(Week(2026, 53).after()) == "2027-W01"
    assert Week(2027, 1).after(-1).monday == date(2026, 12, 28)


def test_demonstration_cases_count_only_where_there_are_no_others():
    shown_case = visit(shown("1", "positive"), demonstration=True)
    alone = site_numbers(Counted([shown_case], (), TODAY))
    assert (alone.total.films, alone.demonstration) == (1, True)
    both = site_numbers(Counted([shown_case, visit(film("2"), case_id="c2")], (), TODAY))
    assert (both.total.films, both.total.positive, both.demonstration) == (1, 0, False)


def test_nothing_at_all_is_an_empty_page():
    got = site_numbers(Counted((), (), TODAY))
    assert (got.weeks, got.users, got.forecast, got.full_weeks) == ((), (), None, 0)


def test_the_first_week_and_the_current_one_are_no_full_weeks():
    cases = [visit(film(str(number)), day=7 * number, case_id=f"c{number}") for number in range(7)]
    now = MONDAY.date() + timedelta(days=7 * 6)
    got = site_numbers(Counted(cases[1:], (), now))
    assert got.full_weeks == 4
    assert got.forecast is not None and got.forecast.counts == (1, 1, 1, 1)
    assert site_numbers(Counted(cases[2:], (), now)).forecast is None


def test_users_are_counted_by_name_and_for_the_owner_alone():
    marks = (Mark("c1", "film_added", "nurse zhao", MONDAY),
             Mark("c1", "film_added", "Nurse Zhao", MONDAY))  # fmt: skip
    opened = visit(
        shown("1", "positive"),
        decisions=(word("1", Decision.ACCEPTED),),
        signatures=(Signature("Dr Lin", MONDAY + timedelta(hours=2)),),
        state=CaseState.SIGNED,
    )
    counted = Counted([opened], marks, TODAY)
    users = site_numbers(counted, by_user=True).users
    assert [(u.user, u.films, u.decisions, u.signatures) for u in users] == [
        ("Dr Lin", 0, 1, 1),
        ("nurse zhao", 2, 0, 0),
    ]
    assert site_numbers(counted).users == ()


def test_times_are_medians_and_none_is_negative():
    hours = count(1)
    cases = [
        visit(
            case_id=f"c{n}",
            signatures=(Signature("A", MONDAY + timedelta(hours=next(hours))),),
            state=CaseState.SIGNED,
        )
        for n in range(3)
    ]
    late = visit(case_id="c9", signatures=(Signature("A", MONDAY - timedelta(hours=1)),))
    got = tally([*cases, late], {})
    assert (got.to_signature.seconds, got.to_signature.count) == (2 * 3600.0, 3)
    assert (got.signed, got.cases) == (3, 4), "one was reopened"


def test_the_time_to_the_answer_comes_from_the_trail():
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    marks = (Mark("c1", "film_added", "A", at),
             Mark("c1", "film_screened", "program", at + timedelta(seconds=20), "m"))  # fmt: skip
    got = site_numbers(Counted([visit(shown("1", "below"))], marks, TODAY))
    assert (got.total.to_answer.seconds, got.total.to_answer.count) == (20.0, 1)
