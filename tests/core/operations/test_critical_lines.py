"""Protects: a critical value of the laboratory is told, or a clinician says why it need not be."""

from datetime import UTC, datetime, timedelta

import pytest

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import (
    cases,
    critical_lines,
    criticals,
    labs,
    review,
    worklist,
)
from tests import clinic

NOW = datetime.now(UTC)
HEAD = "Test,Result,Unit,Flag,Collected\n"


@pytest.fixture
def app(tmp_path):
    made = clinic.open_clinic(tmp_path / "store", Role.CLINICIAN)
    yield made
    made.access.close()


@pytest.fixture
def case_id(app):
    patient = Patient("17", PersonName("Li^Na"), birth_date=NOW.date() - timedelta(days=20000))
    return cases.create(app, patient).case_id


def day(ago):
    return f"{NOW - timedelta(days=ago):%Y-%m-%d} 08:00"


def brought(app, case_id, *rows):
    looked = labs.preview(app, HEAD + "\n".join(",".join(row) for row in rows))
    return labs.import_into(app, case_id, looked).case


def test_a_critical_value_is_raised_as_it_comes_in_and_keeps_the_case_unsigned(app, case_id):
    other = cases.create(app, Patient("18")).case_id
    rows = ("Potassium", "6.8", "mmol/L", "", day(1)), ("Sodium", "140", "mmol/L", "", day(1))
    case = brought(app, case_id, *rows)
    assert [one.what for one in case.criticals] == [f"Potassium 6.8 mmol/L, {day(1)}"]
    assert cases.load(app, case_id) == case and case.has_open_critical
    first, second = worklist.page(app)
    assert (first.case_id, first.critical, second.case_id) == (case_id, True, other)
    with pytest.raises(NotPermitted, match="critical_open"):
        review.sign(app, case_id)


def test_the_laboratorys_own_flag_is_enough_also_of_a_test_that_nobody_knows(app, case_id):
    case = brought(
        app,
        case_id,
        ("Potassium", "5.4", "mmol/L", "HH", day(1)),
        ("Xyzase", "3", "U/L", "LL", day(1)),
    )
    said = [one.what for one in case.criticals]
    assert said == [f"Potassium 5.4 mmol/L HH, {day(1)}", f"Xyzase 3 U/L LL, {day(1)}"]


def test_a_course_is_told_once_and_what_is_over_for_long_is_history(app, case_id):
    case = brought(
        app,
        case_id,
        ("Potassium", "6.7", "mmol/L", "", day(2)),
        ("Potassium", "6.9", "mmol/L", "", day(1)),
        ("Glucose", "31", "mmol/L", "", day(40)),
        ("Glucose", "6.1", "mmol/L", "", day(1)),
        ("Sodium", "108", "mmol/L", "", day(200)),
    )
    said = sorted(one.what for one in case.criticals)
    assert said == [f"Potassium 6.9 mmol/L, {day(1)}", f"Sodium 108 mmol/L, {day(200)}"]


def test_a_critical_value_of_these_days_is_told_although_a_newer_one_is_not(app, case_id):
    case = brought(
        app,
        case_id,
        ("Potassium", "6.9", "mmol/L", "", day(1)),
        ("Potassium", "4.2", "mmol/L", "", day(0)),
    )
    assert [one.what for one in case.criticals] == [f"Potassium 6.9 mmol/L, {day(1)}"]


def test_the_same_result_is_not_raised_twice(app, case_id):
    row = ("Potassium", "6.8", "mmol/L", "", day(1))
    brought(app, case_id, row)
    case = brought(app, case_id, row, ("Sodium", "139", "mmol/L", "", day(1)))
    assert len(case.criticals) == 1
    assert critical_lines.look(app, case_id) == case


def test_saying_which_unit_it_is_in_raises_what_is_critical_then(app, case_id):
    case = brought(app, case_id, ("Haemoglobin", "42", "", "", day(1)))
    assert not case.criticals
    (import_,) = case.lab_imports
    case = labs.state_unit(app, case_id, import_.import_id, 0, "g/L")
    assert [one.what for one in case.criticals] == [f"Haemoglobin 42, {day(1)}"]


def test_typed_lines_are_raised_before_a_case_is_signed(app, case_id):
    cases.write_labs(app, case_id, (LabRow("Potassium", "6.8", "mmol/L", day(1)[:10]),))
    with pytest.raises(NotPermitted, match="critical_open"):
        review.sign(app, case_id)
    assert cases.load(app, case_id).has_open_critical


def test_why_it_is_none_is_kept_and_lets_the_case_be_signed(app, case_id):
    brought(app, case_id, ("Potassium", "6.8", "mmol/L", "", day(1)))
    with pytest.raises(InvalidEntry, match="not_critical_why_missing"):
        critical_lines.not_critical(app, case_id, 0, "  ")
    case = critical_lines.not_critical(app, case_id, 0, " haemolysed,\nrepeat 4.1 ")
    (one,) = cases.load(app, case_id).criticals
    assert (one.none.why, one.none.by) == ("haemolysed, repeat 4.1", "Dr Lin")
    assert not case.has_open_critical and not worklist.page(app)[0].critical
    assert len(review.sign(app, case_id).criticals) == 1


def test_what_a_person_raised_is_never_waved_away(app, case_id):
    criticals.raise_critical(app, case_id, "tension pneumothorax")
    with pytest.raises(InvalidEntry, match="critical_by_person"):
        critical_lines.not_critical(app, case_id, 0, "no")
    with pytest.raises(InvalidEntry, match="critical_gone"):
        critical_lines.not_critical(app, case_id, 1, "no")
    assert cases.load(app, case_id).has_open_critical


def test_an_officer_tells_and_cannot_say_that_it_is_none(tmp_path):
    app = clinic.open_clinic(tmp_path / "store", Role.SCREENING_OFFICER)
    try:
        case_id = cases.create(app, Patient("17", sex=Sex.FEMALE)).case_id
        brought(app, case_id, ("Potassium", "6.8", "mmol/L", "", day(1)))
        with pytest.raises(NotPermitted):
            critical_lines.not_critical(app, case_id, 0, "no")
        case = criticals.tell_critical(app, case_id, 0, "ward 3", read_back=True)
        assert not case.has_open_critical
    finally:
        app.access.close()
