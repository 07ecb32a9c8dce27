"""Protects: films reach the right patient or none, nothing is overwritten, undo works."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from meddx_desktop.core.domain.case import CaseState, LabRow, Stated, Vitals
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Decision, Finding, Gate, Reason, Screening
from meddx_desktop.core.domain.imaging import Instance, Series, Source, Study
from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases, open_application
from meddx_desktop.core.settings import Settings

LI = Patient("1", PersonName("Li^Na"), date(1990, 5, 1), Sex.FEMALE)
WANG = Patient("1", PersonName("Wang^Wei"), date(1985, 1, 2), Sex.MALE)


@pytest.fixture
def app(tmp_path):
    return open_application(models=tmp_path, settings=Settings(), threads=1)


def _film(patient, number, *, study="1.1", sha=""):
    instance = Instance(
        Source(Path(f"{number}.dcm")),
        f"1.9.{number}",
        "",
        number,
        1,
        8,
        8,
        "MONOCHROME2",
        "",
        "CR",
        sha256=sha or f"hash{number}",
    )
    series = Series("1.5", 1, "CR", "", (instance,))
    return Study(study, patient, date(2026, 3, 1), "", (series,)), instance


def _file(app, *args, **kwargs):
    return cases.file_film(app, *_film(*args, **kwargs))


def _screening(instance, probability):
    finding = Finding("pneumonia", Code("1", "SCT", ""), probability, 0.5, (0.45, 0.55))
    return Screening(instance, "1.1", "", 1, None, Gate(True), (finding,))


def test_films_of_one_patient_share_a_case(app):
    first = _file(app, LI, 1)
    second = _file(app, LI, 2, study="1.2")
    assert first.case_id == second.case_id
    assert len(second.films) == 2
    assert second.alerts == ()


def test_an_equal_id_with_another_identity_is_never_filed_by_itself(app):
    first = _file(app, LI, 1)
    other = _file(app, WANG, 2, study="1.2")
    assert other.case_id != first.case_id
    (alert,) = other.alerts
    assert alert.code == "identity_conflict"
    assert alert.parameters["fields"] == "name, birth_date, sex"


def test_a_bare_id_without_name_joins_nobody(app):
    first = _file(app, Patient("1"), 1)
    second = _file(app, Patient("1"), 2, study="1.2")
    assert first.case_id != second.case_id


def test_identical_pixels_under_another_patient_alarm(app):
    _file(app, LI, 1, sha="same")
    other = _file(app, replace(WANG, patient_id="2"), 2, study="1.2", sha="same")
    assert [alert.code for alert in other.alerts] == ["same_film_elsewhere"]


def test_a_nameless_film_waits_as_unidentified_until_somebody_says_who_it_is(app):
    case = _file(app, Patient(), 1)
    assert [alert.code for alert in case.alerts] == ["unidentified"]
    named = cases.write_patient(app, case.case_id, LI)
    assert named.alerts == ()


def test_two_nameless_films_are_two_cases(app):
    one = _file(app, Patient(), 1, study="1.1")
    two = _file(app, Patient(), 2, study="1.2")
    assert one.case_id != two.case_id


def test_the_same_film_again_changes_nothing_but_its_entry(app):
    _file(app, LI, 1)
    assert len(_file(app, LI, 1).films) == 1


def test_another_film_of_the_same_uid_replaces_nothing(app):
    first = _file(app, LI, 1)
    other = _file(app, LI, 1, sha="other pixels")
    assert other.case_id != first.case_id
    assert [alert.code for alert in other.alerts] == ["uid_conflict"]
    assert cases.load(app, first.case_id).films[0].instance.sha256 == "hash1"


def test_slices_stand_in_the_order_of_their_numbers_whatever_order_they_come_in(app):
    for number in (10, 2, 1):
        case = _file(app, LI, number)
    assert [film.instance.number for film in case.films] == [1, 2, 10]


def test_a_refused_film_sorts_first_and_a_failed_one_too(app):
    healthy = _file(app, LI, 1)
    cases.record_screening(app, healthy.case_id, "1.9.1", (_screening(_film(LI, 1)[1], 0.9),))
    refused = _file(app, replace(WANG, patient_id="2"), 2, study="1.2")
    gate = Gate(False, (Reason("age_missing"),))
    screening = replace(_screening(_film(WANG, 2)[1], 0.1), gate=gate, findings=())
    cases.record_screening(app, refused.case_id, "1.9.2", (screening,))
    failed = _file(app, Patient("3", PersonName("A^B")), 3, study="1.3")
    cases.record_failure(app, failed.case_id, "1.9.3", Reason("cannot_decode"))
    order = [line.case_id for line in cases.worklist(app, order="riskiest")]
    assert set(order[:2]) == {refused.case_id, failed.case_id}
    assert order[2] == healthy.case_id


def test_states_follow_the_screening(app):
    case = _file(app, LI, 1)
    assert case.state is CaseState.SCREENING
    done = cases.record_screening(app, case.case_id, "1.9.1", ())
    assert done.state is CaseState.TO_REVIEW
    again = cases.state_missing(app, case.case_id, "1.9.1", Stated(age=Age.parse("3y")))
    assert again.state is CaseState.SCREENING
    assert again.films[0].screenings is None
    assert again.films[0].stated.age.days == 1096


def test_a_result_for_a_case_that_is_gone_is_dropped_quietly(app):
    case = _file(app, LI, 1)
    cases.remove(app, case.case_id)
    assert cases.record_screening(app, case.case_id, "1.9.1", ()) is None


def test_decisions_are_kept_beside_the_machine_and_none_overwritten(app):
    case = _file(app, LI, 1)
    for decision in (Decision.ACCEPTED, Decision.REJECTED):
        case = cases.decide(
            app, case.case_id, uid="1.9.1", frame=1, finding="pneumonia", decision=decision
        )
    assert len(case.decisions) == 2
    assert case.decision_on("1.9.1", 1, "pneumonia").decision is Decision.REJECTED
    assert case.decision_on("1.9.1", 2, "pneumonia") is None


def test_removed_cases_come_back(app):
    case = _file(app, LI, 1)
    removed = cases.remove(app, case.case_id)
    assert cases.worklist(app) == []
    cases.restore(app, removed)
    assert cases.load(app, case.case_id) == case


def test_impossible_vitals_are_refused_and_nothing_kept(app):
    case = cases.create(app, LI)
    with pytest.raises(InvalidEntry) as caught:
        cases.write_vitals(app, case.case_id, Vitals(temperature_c=367))
    assert caught.value.parameters["name"] == "temperature_c"
    assert cases.load(app, case.case_id).vitals == Vitals()


def test_a_diastolic_above_the_systolic_is_refused(app):
    case = cases.create(app, LI)
    with pytest.raises(InvalidEntry) as caught:
        cases.write_vitals(app, case.case_id, Vitals(systolic=70, diastolic=90))
    assert caught.value.code == "pressure_reversed"


def test_unknown_is_the_default_of_every_vital_sign():
    vitals = Vitals()
    assert vitals.pregnant == vitals.lactating == vitals.on_oxygen == "unknown"
    assert Patient().allergies is None


def test_note_and_labs_are_kept(app):
    case = cases.create(app, LI)
    cases.write_note(app, case.case_id, "咳嗽 3 天")
    cases.write_labs(app, case.case_id, (LabRow("CRP", "64", "mg/L", ""),))
    kept = cases.load(app, case.case_id)
    assert (kept.note, kept.labs[0].name) == ("咳嗽 3 天", "CRP")


def test_search_finds_by_name_id_and_birth_date(app):
    _file(app, LI, 1)
    _file(app, Patient("77", PersonName("", "王^小东")), 2, study="1.2")
    assert len(cases.worklist(app, search="li na")) == 1
    assert len(cases.worklist(app, search="王小东")) == 1
    assert len(cases.worklist(app, search="77")) == 1
    assert len(cases.worklist(app, search="1990-05")) == 1
    assert len(cases.worklist(app, search="2.DCM")) == 1, "a film may be known by its file only"
    assert cases.worklist(app, search="nobody") == []


def test_the_trail_names_no_patient(app):
    case = _file(app, LI, 1)
    cases.decide(
        app, case.case_id, uid="1.9.1", frame=1, finding="pneumonia", decision=Decision.ACCEPTED
    )
    trail = repr(app.audit.events)
    assert [event.action for event in app.audit.events] == [
        "case_created",
        "film_added",
        "finding_decided",
    ]
    assert "Li" not in trail
    assert "1990" not in trail


def test_writing_to_a_case_that_is_gone_says_so(app):
    with pytest.raises(InvalidEntry) as caught:
        cases.write_note(app, "nowhere", "text")
    assert caught.value.code == "case_gone"
