"""Protects: a confirmed condition stands with who and when, and can be taken back, never lost."""

from datetime import date

import pytest

from meddx_desktop.core.domain.assessment_record import ConditionVerdict
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import assessment_confirm, cases, review, sign_in
from tests import desks


@pytest.fixture
def case(app):
    made = cases.create(app, Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE))
    cases.write_note(app, made.case_id, "Burning urination.")
    return made


def test_who_and_when_stand_beside_what_the_machine_said(app, case):
    assessment_confirm.confirm(app, case.case_id, "urinary_infection", standing="strong")
    (word,) = cases.load(app, case.case_id).confirmed
    assert (word.condition, word.by, word.standing) == ("urinary_infection", "Dr Lin", "strong")
    assert word.at is not None
    assert "condition_decided" in desks.actions(app)


def test_taken_back_it_stays_in_the_record(app, case):
    assessment_confirm.confirm(app, case.case_id, "gout")
    assessment_confirm.unconfirm(app, case.case_id, "gout")
    kept = cases.load(app, case.case_id)
    assert kept.confirmed == ()
    assert [one.verdict for one in kept.condition_words] == [
        ConditionVerdict.CONFIRMED,
        ConditionVerdict.WITHDRAWN,
    ]
    assessment_confirm.confirm(app, case.case_id, "gout")
    assert len(cases.load(app, case.case_id).confirmed) == 1


def test_twice_is_once(app, case):
    for _ in range(2):
        assessment_confirm.confirm(app, case.case_id, "gout")
    assert len(cases.load(app, case.case_id).condition_words) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda app, key: assessment_confirm.confirm(app, key, "x"), "condition_unknown"),
        (
            lambda app, key: assessment_confirm.unconfirm(app, key, "gout"),
            "condition_not_confirmed",
        ),
        (lambda app, _key: assessment_confirm.confirm(app, "nowhere", "gout"), "case_gone"),
    ],
)
def test_what_can_not_be_is_refused_by_name(app, case, change, code):
    with pytest.raises(InvalidEntry, match=code):
        change(app, case.case_id)


def test_only_who_decides_confirms(app, case):
    for role in Role:
        if not may(role, Action.DECIDE):
            sign_in.lock(app)
            desks.enter(app, role=role)
            with pytest.raises(NotPermitted):
                assessment_confirm.confirm(app, case.case_id, "gout")


def test_a_signed_case_takes_no_word(app, case):
    review.sign(app, case.case_id)
    with pytest.raises(NotPermitted):
        assessment_confirm.confirm(app, case.case_id, "gout")
