"""Protects: what is to be measured again is kept with its trace, told, and found when it is due."""

from datetime import date, timedelta

import pytest

from meddx_desktop.core.domain.follow_up import FURTHEST_DAYS, FollowUpKind, FollowUpStep
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.operations import cases, follow_ups, review
from tests import desks

TODAY = date(2026, 3, 2)
FILM = FollowUpKind.FILM


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(follow_ups, "today", lambda: TODAY)


@pytest.fixture
def case_id(app):
    return cases.create(app, Patient("17", PersonName("Li^Na"))).case_id


def ahead(days):
    return TODAY + timedelta(days=days)


def sit(app, role):
    app.access.leave()
    desks.enter(app, role)


def code_of(doing, *args, **named):
    with pytest.raises(MedDxError) as caught:
        doing(*args, **named)
    return caught.value.code


def test_each_step_is_kept_beside_the_others_and_told(app, case_id):
    case = follow_ups.begin(app, case_id, FILM, day=ahead(42), words="  PA,\n upright ")
    (one,) = follow_ups.of_case(case)
    follow_ups.move(app, case_id, one.follow_up_id, day=ahead(50), why="away")
    case = follow_ups.finish(app, case_id, one.follow_up_id, words="clear")
    (one,) = follow_ups.of_case(case)
    assert [(word.step, word.due, word.words, word.by) for word in one.trace] == [
        (FollowUpStep.SET, ahead(42), "PA, upright", "Dr Lin"),
        (FollowUpStep.MOVED, ahead(50), "away", "Dr Lin"),
        (FollowUpStep.DONE, ahead(50), "clear", "Dr Lin"),
    ]
    assert not one.is_open
    assert cases.load(app, case_id) == case
    assert desks.actions(app)[1:] == ["follow_up_set", "follow_up_moved", "follow_up_done"]
    assert all("upright" not in entry.details for entry in desks.trail(app)), "no patient's words"


def test_a_signed_case_takes_one_and_stays_as_it_was_signed(app, case_id):
    signed = review.sign(app, case_id)
    case = follow_ups.begin(app, case_id, FILM, day=ahead(42))
    assert case.is_signed
    assert (case.signatures, case.state) == (signed.signatures, signed.state)


def test_the_list_has_the_one_that_is_overdue_longest_first(app, case_id):
    other = cases.create(app, Patient("18")).case_id
    follow_ups.begin(app, case_id, FILM, day=ahead(9))
    follow_ups.begin(app, other, FollowUpKind.BLOOD_COUNT, day=ahead(2))
    last = follow_ups.begin(app, other, FollowUpKind.VISIT, day=ahead(1))
    closed = follow_ups.of_case(last)[-1].follow_up_id
    follow_ups.withdraw(app, other, closed, why="by mistake")
    listed = follow_ups.due(app)
    assert [(one.case_id, one.follow_up.kind) for one in listed] == [
        (other, FollowUpKind.BLOOD_COUNT),
        (case_id, FILM),
    ]
    assert listed[0].follow_up.days_over(ahead(5)) == 3
    assert listed[1].patient.patient_id == "17"


def test_a_case_off_the_list_is_due_no_more(app, case_id):
    follow_ups.begin(app, case_id, FILM, day=ahead(9))
    cases.remove(app, case_id)
    assert follow_ups.due(app) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": ahead(-1)}, "follow_up_day_past"),
        ({"day": ahead(FURTHEST_DAYS + 1)}, "follow_up_day_far"),
        ({"words": "x" * 201}, "follow_up_words_long"),
        ({"kind": FollowUpKind.OTHER, "words": " \n"}, "follow_up_words_missing"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_kept(app, case_id, changes, code):
    wanted = {"kind": FILM, "day": ahead(7)} | changes
    assert code_of(follow_ups.begin, app, case_id, **wanted) == code
    assert cases.load(app, case_id).follow_up_words == ()


def test_the_first_and_the_last_day_that_can_be_chosen(app, case_id):
    for day in (TODAY, ahead(FURTHEST_DAYS)):
        follow_ups.begin(app, case_id, FILM, day=day)
    assert len(follow_ups.due(app)) == 2


def test_a_closed_one_is_not_closed_again_and_a_reason_is_asked_for(app, case_id):
    case = follow_ups.begin(app, case_id, FILM, day=ahead(7))
    name = follow_ups.of_case(case)[0].follow_up_id
    assert code_of(follow_ups.move, app, case_id, name, day=ahead(8), why=" ") == (
        "follow_up_reason_missing"
    )
    assert code_of(follow_ups.withdraw, app, case_id, name, why="") == "follow_up_reason_missing"
    follow_ups.finish(app, case_id, name)
    assert code_of(follow_ups.finish, app, case_id, name) == "follow_up_closed"
    assert code_of(follow_ups.finish, app, case_id, "none") == "follow_up_gone"
    assert code_of(follow_ups.begin, app, "nowhere", FILM, day=ahead(7)) == "case_gone"


def test_a_nurse_notes_what_was_done_and_sets_nothing(app, case_id):
    case = follow_ups.begin(app, case_id, FILM, day=ahead(7))
    name = follow_ups.of_case(case)[0].follow_up_id
    sit(app, Role.SCREENING_OFFICER)
    assert code_of(follow_ups.begin, app, case_id, FILM, day=ahead(7)) == "not_permitted"
    assert code_of(follow_ups.withdraw, app, case_id, name, why="x") == "not_permitted"
    follow_ups.move(app, case_id, name, day=ahead(9), why="came late")
    case = follow_ups.finish(app, case_id, name)
    assert [word.by for word in case.follow_up_words] == ["Dr Lin", "Nurse Zhao", "Nurse Zhao"]


def test_an_auditor_sees_none(app, case_id):
    sit(app, Role.AUDITOR)
    assert code_of(follow_ups.due, app) == "not_permitted"
