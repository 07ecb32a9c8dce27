"""Protects: what was on paper first carries when it was and when it was typed, and by whom."""

from datetime import UTC, datetime, timedelta

import pytest

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.late_entry import LONGEST_READING, LONGEST_WHO, Late, LatePart
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import cases, late, review
from tests import clinic, desks

AGO = timedelta(days=2)


def before(by=AGO, who="Nurse Zhao"):
    return Late(datetime.now(UTC) - by, who)


@pytest.fixture
def app(tmp_path):
    made = clinic.open_clinic(tmp_path / "store", Role.CLINICIAN)
    yield made
    made.access.close()


@pytest.fixture
def case_id(app):
    made = cases.create(app, Patient("17", PersonName("Li^Na")))
    cases.write_note(app, made.case_id, "Cough.")
    return cases.write_vitals(app, made.case_id, Vitals(temperature_c=39.0)).case_id


def refused(app, case_id, part, said, **more):
    with pytest.raises((InvalidEntry, NotPermitted)) as caught:
        late.state(app, case_id, part, said, **more)
    return caught.value.code


@pytest.mark.parametrize("part", [LatePart.VITALS, LatePart.NOTE])
def test_both_times_and_both_names_are_kept(app, case_id, part):
    said = before()
    start = datetime.now(UTC)
    late.state(app, case_id, part, said)
    kept = cases.load(app, case_id).late(part)
    assert (kept.happened, kept.who, kept.by) == (said.happened, "Nurse Zhao", "Dr Lin")
    assert start <= kept.at <= datetime.now(UTC)
    assert desks.actions(app)[-1] == "entered_late"


def test_what_is_changed_later_was_not_on_paper(app, case_id):
    case = late.state(app, case_id, LatePart.VITALS, before())
    case = late.state(app, case_id, LatePart.NOTE, before())
    assert not any(late.is_changed(case, one) for one in case.late_entries)
    case = cases.write_vitals(app, case_id, Vitals(temperature_c=37.0))
    vitals, note = case.late_entries
    assert late.is_changed(case, vitals) and not late.is_changed(case, note)
    case = cases.write_note(app, case_id, "Cough. No fever.")
    assert late.is_changed(case, note)


def test_the_visit_was_on_the_day_of_its_sheet(app, case_id):
    plain = cases.load(app, case_id)
    said = before()
    case = late.state(app, case_id, LatePart.VISIT, said)
    assert case.day == said.happened.astimezone().date() != plain.day
    assert case.created == plain.created


def test_a_reading_is_kept_word_for_word(app, case_id):
    case = late.state(app, case_id, LatePart.READING, before(), words=" Left base dense. ")
    assert case.late(LatePart.READING).words == "Left base dense."


def test_words_belong_to_a_reading_alone(app, case_id):
    case = late.state(app, case_id, LatePart.NOTE, before(), words="x")
    assert case.late(LatePart.NOTE).words == ""


def test_a_later_word_holds_and_the_earlier_one_stays(app, case_id):
    late.state(app, case_id, LatePart.NOTE, before(who="A"))
    case = late.state(app, case_id, LatePart.NOTE, before(who="B"))
    assert case.late(LatePart.NOTE).who == "B" and len(case.late_entries) == 2


def test_what_cannot_be_right_is_refused(app, case_id):
    assert refused(app, case_id, LatePart.NOTE, before(-timedelta(hours=1))) == "late_ahead"
    assert refused(app, case_id, LatePart.NOTE, before(timedelta(days=400))) == "late_long_ago"
    long = before(who="x" * (LONGEST_WHO + 1))
    assert refused(app, case_id, LatePart.NOTE, long) == "late_who_long"
    assert refused(app, case_id, LatePart.READING, before()) == "late_words_missing"
    words = "x" * (LONGEST_READING + 1)
    assert refused(app, case_id, LatePart.READING, before(), words=words) == "late_words_long"
    assert refused(app, "gone", LatePart.NOTE, before()) == "case_gone"
    assert cases.load(app, case_id).late_entries == ()


def test_nothing_is_said_of_what_was_not_typed(app):
    empty = cases.create(app, Patient("18")).case_id
    for part in (LatePart.VITALS, LatePart.NOTE):
        assert refused(app, empty, part, before()) == "late_empty"


def test_a_signed_case_takes_none(app, case_id):
    review.sign(app, case_id)
    assert refused(app, case_id, LatePart.NOTE, before()) == "case_signed"


def test_a_screening_officer_types_the_sheets_and_an_auditor_does_not(app, case_id):
    clinic.become(app, Role.SCREENING_OFFICER)
    assert late.state(app, case_id, LatePart.NOTE, before()).late_entries
    clinic.become(app, Role.AUDITOR)
    assert refused(app, case_id, LatePart.NOTE, before()) == "not_permitted"
