"""Protects: blind reading hides what it should, never what may not be; locked is locked."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.assessment_record import (
    LONGEST_WORDS,
    FirstAnswer,
    FirstFinding,
    FirstImpression,
)
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Finding, Gate, ModelIdentity, Screening
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import assessment_first, cases, review, rules, sign_in
from tests import desks
from tests.core.store.plain import film as film_of

MODEL = ModelIdentity("m", "1.0.0", "int8", "CPUExecutionProvider", "ab" * 32)
CODE = Code("1", "SCT", "x")


def _finding(name, probability):
    return Finding(name, CODE, probability, 0.5, (0.45, 0.55))


def _screened(*findings, on_trial=False, accepted=True):
    entry = film_of()
    said = Screening(
        entry.instance, "1", "P", 1, MODEL, Gate(accepted, ()), findings, (), on_trial=on_trial
    )
    return replace(entry, screenings=(said,))


@pytest.fixture
def case(app):
    made = cases.create(app, Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE))
    made = cases.write_note(app, made.case_id, "Burning urination.")
    made = replace(made, films=(_screened(_finding("pneumonia", 0.9)),))
    with app.access.using(None) as desk:
        desk.store.cases.save(made)
    return made


@pytest.fixture
def blind(app):
    """The owner switched it on; a clinician is in."""
    sign_in.lock(app)
    desks.enter(app, role=Role.OWNER)
    rules.change_rule(app, assessment_first.SETTING, "on")
    sign_in.lock(app)
    desks.enter(app)


def _blind(app, case):
    return assessment_first.is_blind(app, cases.load(app, case.case_id))


def test_it_is_off_until_the_owner_wants_it(app, case):
    assert not _blind(app, case)


def test_results_wait_for_each_reader_s_own_word(app, case, blind):
    assert _blind(app, case)
    assessment_first.lock(app, case.case_id, conditions=["gout"])
    assert not _blind(app, case)
    sign_in.lock(app)
    desks.enter(app, user=desks.SECOND_CLINICIAN)
    assert _blind(app, case), "another reader's word opens nothing for this one"


def test_who_does_not_decide_needs_the_results_at_once(app, case, blind):
    for role in (Role.SCREENING_OFFICER, Role.OWNER):
        sign_in.lock(app)
        desks.enter(app, role=role)
        assert not _blind(app, case)
        assert assessment_first.unread(app, [case.case_id]) == frozenset()


def test_a_signed_case_is_open(app, case, blind):
    assessment_first.waive(app, case.case_id)
    review.sign(app, case.case_id)
    sign_in.lock(app)
    desks.enter(app, user=desks.SECOND_CLINICIAN)
    assert not _blind(app, case)


def test_what_the_machine_said_is_kept_beside_the_first_word(app, case, blind):
    uid = case.films[0].instance.sop_instance_uid
    assessment_first.lock(
        app,
        case.case_id,
        conditions=["gout", "urinary_infection"],
        words=" looks well ",
        answers={(uid, 1, "pneumonia"): FirstAnswer.NEGATIVE, ("x", 1, "y"): FirstAnswer.POSITIVE},
    )
    (kept,) = cases.load(app, case.case_id).first_impressions
    assert (kept.by, kept.words, kept.waived) == ("Dr Lin", "looks well", False)
    assert kept.conditions == ("gout", "urinary_infection")
    assert kept.machine[0] == "urinary_infection"
    assert kept.findings == (
        FirstFinding(uid, 1, "pneumonia", FirstAnswer.NEGATIVE, "positive", "m 1.0.0"),
    )


def test_locked_is_locked(app, case):
    assessment_first.lock(app, case.case_id, words="first")
    for again in (
        lambda: assessment_first.lock(app, case.case_id, words="second"),
        lambda: assessment_first.waive(app, case.case_id),
    ):
        with pytest.raises(InvalidEntry, match="first_reading_locked"):
            again()
    assert [one.words for one in cases.load(app, case.case_id).first_impressions] == ["first"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "first_reading_empty"),
        ({"words": "  "}, "first_reading_empty"),
        ({"words": "x" * (LONGEST_WORDS + 1)}, "first_reading_long"),
        ({"conditions": ["gout"] * 6}, "first_reading_many"),
        ({"conditions": ["nothing"]}, "condition_unknown"),
    ],
)
def test_what_can_not_be_locked_is_refused_by_name(app, case, said, code):
    with pytest.raises(InvalidEntry, match=code):
        assessment_first.lock(app, case.case_id, **said)


def test_only_who_decides_reads_first(app, case):
    sign_in.lock(app)
    desks.enter(app, role=Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        assessment_first.lock(app, case.case_id, words="x")
    with pytest.raises(NotPermitted):
        assessment_first.waive(app, case.case_id)


def test_a_finding_that_can_not_wait_is_never_hidden():
    assert not assessment_first.is_hidden(_finding("pneumothorax", 0.9))
    assert assessment_first.is_hidden(_finding("pneumothorax", 0.1))
    assert assessment_first.is_hidden(_finding("pneumonia", 0.9))


def test_only_findings_in_trusted_use_are_asked_about(case):
    films = (
        _screened(_finding("pneumonia", 0.9), _finding("pneumothorax", 0.9)),
        _screened(_finding("mass", 0.9), on_trial=True),
        _screened(_finding("hernia", 0.9), accepted=False),
    )
    asked = assessment_first.asked(replace(case, films=films))
    assert [one.finding for one in asked] == ["pneumonia"]


def test_a_list_is_quiet_about_what_waits_and_loud_about_what_can_not(app, case, blind):
    urgent = replace(cases.create(app), films=(_screened(_finding("pneumothorax", 0.9)),))
    with app.access.using(None) as desk:
        desk.store.cases.save(urgent)
    ids = [case.case_id, urgent.case_id]
    assert assessment_first.unread(app, ids) == {case.case_id}
    assessment_first.lock(app, case.case_id, words="x")
    assert assessment_first.unread(app, ids) == frozenset()
    assert assessment_first.unread(app, []) == frozenset()


def _impression(answer, machine, *, first="gout", said=("gout",), waived=False):
    finding = FirstFinding("1", 1, "pneumonia", FirstAnswer(answer), machine, "m 1")
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return FirstImpression("Dr Lin", at, (first,), "", (finding,), said, waived)


def test_agreement_counts_pairs_and_leaves_out_what_was_waived():
    readings = [
        _impression("positive", "positive"),
        _impression("positive", "negative", said=()),
        _impression("negative", "negative"),
        _impression("not_sure", "not_sure", first="stroke"),
        _impression("negative", "", said=("stroke",)),
        _impression("negative", "positive", waived=True),
    ]
    found = assessment_first.agreement_of(readings)
    pneumonia, first = found["pneumonia"], found[assessment_first.CONDITION]
    # By hand: 3 of 4 agree; by chance (2*1 + 1*2 + 1*1) / 16 = 5/16; (12/16 - 5/16) / (11/16).
    assert (pneumonia.agreed, pneumonia.total) == (3, 4)
    assert pneumonia.kappa == pytest.approx(7 / 11)
    assert (first.agreed, first.total) == (2, 5)


def test_agreement_of_the_store_leaves_demonstrations_out(app, case):
    assessment_first.lock(app, case.case_id, conditions=["gout"])
    shown = cases.create(app, demonstration=True)
    assessment_first.lock(app, shown.case_id, conditions=["gout"])
    assert assessment_first.agreement(app)[assessment_first.CONDITION].total == 1
    sign_in.lock(app)
    desks.enter(app, role=Role.SCREENING_OFFICER)
    with pytest.raises(NotPermitted):
        assessment_first.agreement(app)


def test_nobody_signs_what_they_were_never_shown(app, case, blind):
    with pytest.raises(NotPermitted, match="first_reading_due"):
        review.sign(app, case.case_id)
    assessment_first.lock(app, case.case_id, words="x")
    assert review.sign(app, case.case_id).is_signed
