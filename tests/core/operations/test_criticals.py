"""Protects: a critical result that was on paper first keeps when it was found and told."""

from datetime import UTC, datetime, timedelta

import pytest

from meddx_desktop.core.domain.late_entry import Late, LatePart
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases, criticals, review
from tests import clinic


@pytest.fixture
def app(tmp_path):
    made = clinic.open_clinic(tmp_path / "store", Role.CLINICIAN)
    yield made
    made.access.close()


@pytest.fixture
def case_id(app):
    return cases.create(app, Patient("17", PersonName("Li^Na"))).case_id


def ago(hours, who="Nurse Zhao"):
    return Late(datetime.now(UTC) - timedelta(hours=hours), who)


def test_both_times_of_finding_and_telling_are_kept(app, case_id):
    found, told = ago(30), ago(29, "Dr Wu")
    criticals.raise_critical(app, case_id, "K 6.8", late=found)
    case = criticals.tell_critical(app, case_id, 0, "ward", read_back=True, late=told)
    kept = case.late(LatePart.CRITICAL, "0")
    assert (kept.happened, kept.who, kept.by) == (found.happened, "Nurse Zhao", "Dr Lin")
    kept = case.late(LatePart.TOLD, "0.0")
    assert (kept.happened, kept.who) == (told.happened, "Dr Wu")
    assert case.criticals[0].told[0].at > told.happened
    assert not case.has_open_critical


def test_each_result_and_each_call_has_its_own(app, case_id):
    criticals.raise_critical(app, case_id, "K 6.8")
    criticals.raise_critical(app, case_id, "Hb 40", late=ago(5))
    criticals.tell_critical(app, case_id, 1, "ward", read_back=False, late=ago(4))
    case = criticals.tell_critical(app, case_id, 1, "Dr Wu", read_back=True, late=ago(3))
    assert [one.of for one in case.late_entries] == ["1", "1.0", "1.1"]


def test_nobody_is_told_before_it_was_found(app, case_id):
    criticals.raise_critical(app, case_id, "K 6.8", late=ago(5))
    with pytest.raises(InvalidEntry, match="late_told_before"):
        criticals.tell_critical(app, case_id, 0, "ward", read_back=True, late=ago(6))
    assert cases.load(app, case_id).has_open_critical


def test_a_time_that_lies_ahead_keeps_nothing(app, case_id):
    with pytest.raises(InvalidEntry, match="late_ahead"):
        criticals.raise_critical(app, case_id, "K 6.8", late=ago(-2))
    assert cases.load(app, case_id).criticals == ()


def test_a_signed_case_takes_one_from_paper_too(app, case_id):
    review.sign(app, case_id)
    case = criticals.raise_critical(app, case_id, "K 6.8", late=ago(5))
    assert case.is_signed and case.late(LatePart.CRITICAL, "0")
