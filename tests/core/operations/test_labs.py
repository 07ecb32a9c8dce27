"""Protects: results come into the right case once, keep what was sent, and can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from meddx_desktop.core.calculators.model import Missing, Result
from meddx_desktop.core.domain.case import Answer, LabRow, Vitals
from meddx_desktop.core.domain.laboratory import Interpretation, ResultStatus
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import InvalidEntry, NotPermitted, StoreRefused, UnreadableResults
from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.labs.values import parse_value
from meddx_desktop.core.operations import cases, labs, labs_desk, labs_lines, patients, review
from tests import desks
from tests.data.result_files import PID, obx, oru

LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE)
GLUCOSE = oru(obx("9.1", limits="3.9-6.1"), obx("140", name="2951-2^Sodium^LN")).encode()
TABLE = "Test,Result,Unit,Date\nK,4.1,mmol/L,2024-03-01 08:00\nCRP,64,mg/L,2024-03-01 08:00\n"


@pytest.fixture
def case(app):
    return cases.create(app, LI_NA)


def brought(app, case, source, choices=labs.Choices(), **more):
    looked = labs.preview(app, source, choices)
    return labs.import_into(app, case.case_id, looked, choices, **more)


def lines(app, case, **more):
    return labs.observations(app, case.case_id, **more).lines


def codes(line):
    return [one.code for one in line.observation.cautions]


def corrected(value="5.1", status="C"):
    return oru(obx(value, limits="3.9-6.1", status=status), control="2").encode()


def test_results_come_in_whole_and_are_understood(app, case):
    done = brought(app, case, GLUCOSE)
    assert (done.added, done.known, done.replaced, done.rejected) == (2, 0, 0, 0)
    kept = cases.load(app, case.case_id).lab_imports[0]
    assert (kept.kind, kept.by, kept.results[0].value.text) == ("hl7", "Dr Lin", "9.1")
    glucose, sodium = lines(app, case)
    assert glucose.observation.interpretation is Interpretation.HIGH
    assert (sodium.observation.analyte, sodium.counts) == ("sodium", True)
    (entry,) = [one for one in desks.trail(app) if one.action == "labs_imported"]
    assert "Na" not in entry.details
    assert entry.details == '{"count":2,"kind":"hl7"}'


def test_results_of_another_patient_stop_until_somebody_says_that_it_is_the_same(app, case):
    other = oru(obx(), pid=PID.replace("Li^Na", "Wu^Bo").replace("F", "M", 1)).encode()
    looked = labs.preview(app, other)
    assert "labs_patient_differs" in [one.code for one in labs.doubts(app, case.case_id, looked)]
    with pytest.raises(InvalidEntry, match="labs_patient_differs"):
        labs.import_into(app, case.case_id, looked)
    assert cases.load(app, case.case_id).lab_imports == ()
    done = labs.import_into(app, case.case_id, looked, labs.Choices(despite_difference=True))
    assert done.added == 1
    (entry,) = [one for one in desks.trail(app) if one.action == "labs_imported"]
    assert "patient_differs" in entry.details


def test_an_age_that_the_birth_date_contradicts_is_a_difference(app, case):
    text = "姓名：Li Na，年龄：12岁\n采样时间：2024-03-01\n项目,结果,单位\n钾,4.1,mmol/L\n"
    (report,) = labs.preview(app, text).reports
    assert labs.mismatch(case, report) == ("age",)


def test_a_file_of_several_patients_asks_whose(app, case):
    two = GLUCOSE + oru(obx("7"), pid=PID.replace("4711", "9").replace("Li^Na", "Wu^Bo")).encode()
    looked = labs.preview(app, two)
    (question,) = looked.questions
    assert (question.code, question.options) == ("which_patient", ("0", "1"))
    with pytest.raises(InvalidEntry, match="labs_patient_open"):
        labs.import_into(app, case.case_id, looked)
    chosen = labs.Choices().answered(question, "0")
    assert labs.import_into(app, case.case_id, looked, chosen).added == 2


def test_the_same_file_again_is_said_and_not_doubled(app, case):
    first = brought(app, case, GLUCOSE)
    assert brought(app, case, GLUCOSE).same_file_as == first.import_id
    again = brought(app, case, GLUCOSE, labs.Choices(again=True))
    assert (again.import_id, again.known) == ("", 2)
    assert len(lines(app, case)) == 2


def test_equal_results_of_another_file_are_not_doubled(app, case):
    brought(app, case, GLUCOSE)
    more = oru(obx("9.1", limits="3.9-6.1"), obx("4.4", name="2823-3^K^LN"), control="9").encode()
    done = brought(app, case, more)
    assert (done.added, done.known) == (1, 1)
    assert [one.observation.analyte for one in lines(app, case)] == [
        "glucose",
        "sodium",
        "potassium",
    ]


def test_results_without_a_time_are_never_taken_for_equal(app, case):
    brought(app, case, "K 4.1 mmol/L")
    assert brought(app, case, "K 4.1 mmol/L\nNa 138 mmol/L").added == 2


def test_a_corrected_result_replaces_and_says_so(app, case):
    brought(app, case, GLUCOSE)
    assert brought(app, case, corrected()).replaced == 1
    old, sodium, new = lines(app, case)
    assert (old.replaced, old.counts, codes(old)[-1]) == (True, False, "lab_replaced")
    assert new.counts
    assert codes(new)[-1] == "lab_replaces"
    assert new.observation.cautions[-1].parameters == {"before": "9.1"}
    assert sodium.counts


def test_an_older_preliminary_that_comes_late_takes_nothing_away(app, case):
    brought(app, case, GLUCOSE)
    brought(app, case, corrected("8.8", status="P"))
    final, _, preliminary = lines(app, case)
    assert final.counts
    assert preliminary.replaced


def test_a_withdrawn_result_counts_no_more_and_two_finals_are_told(app, case):
    brought(app, case, GLUCOSE)
    brought(app, case, corrected("5.5", status="F"))
    first, _, second = lines(app, case)
    assert codes(first)[-1] == codes(second)[-1] == "lab_same_time_differs"
    brought(app, case, corrected("", status="W"))
    assert [one.replaced for one in lines(app, case)][:3] == [True, False, True]


def test_nothing_is_kept_where_the_job_is_cancelled(app, case):
    looked = labs.preview(app, GLUCOSE)
    context = JobContext(lambda done, _: context.cancel() if done == 2 else None)
    with pytest.raises(JobCancelled):
        labs.import_into(app, case.case_id, looked, context=context)
    assert cases.load(app, case.case_id).lab_imports == ()
    assert "labs_imported" not in desks.actions(app)


def test_who_may_not_change_cases_brings_nothing_in(app, case):
    looked = labs.preview(app, GLUCOSE)
    app.access.leave()
    with pytest.raises(StoreRefused, match="store_locked"):
        labs.import_into(app, case.case_id, looked)
    desks.enter(app, Role.AUDITOR)
    for refused in (
        lambda: labs.import_into(app, case.case_id, looked),
        lambda: labs.observations(app, case.case_id),
        lambda: labs.take_back(app, case.case_id, "x"),
    ):
        with pytest.raises(NotPermitted):
            refused()


def test_an_import_is_taken_back_and_may_come_again(app, case):
    done = brought(app, case, GLUCOSE)
    labs.choose_analyte(app, case.case_id, done.import_id, 0, "glucose")
    kept = labs.take_back(app, case.case_id, done.import_id)
    assert (kept.lab_imports, kept.lab_decisions) == ((), ())
    with pytest.raises(InvalidEntry, match="labs_import_gone"):
        labs.take_back(app, case.case_id, done.import_id)
    assert brought(app, case, GLUCOSE).added == 2


def test_what_was_signed_stays_in_the_record_when_it_is_taken_back(app, case):
    done = brought(app, case, GLUCOSE)
    review.sign(app, case.case_id)
    with pytest.raises(NotPermitted, match="case_signed"):
        labs.take_back(app, case.case_id, done.import_id)
    review.reopen(app, case.case_id, "Wrong side")
    (kept,) = labs.take_back(app, case.case_id, done.import_id).lab_imports
    assert (kept.withdrawn_by, len(kept.results)) == ("Dr Lin", 2)
    assert lines(app, case) == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (LabRow("Glucose", "31", "mmol/L"), "glucose"),
        (LabRow("pH", "7.08"), "arterial_ph"),
        (LabRow("PCT", "0.3"), "procalcitonin"),
    ],
)
def test_a_user_says_what_a_typed_line_meant(app, case, typed, meant):
    other = LabRow("K", "4.1", "mmol/L")
    cases.write_labs(app, case.case_id, (other, typed))
    line = lines(app, case)[1]
    assert line.observation.analyte == ""
    kept = labs.choose_analyte(app, case.case_id, line.source, line.number, meant)
    assert lines(app, case)[1].observation.analyte == meant
    assert kept.labs[0] == other
    assert replace(kept.labs[1], name=typed.name) == typed
    with pytest.raises(InvalidEntry, match="labs_result_gone"):
        labs.choose_analyte(app, case.case_id, line.source, 7, meant)


def test_a_user_says_what_was_meant_and_takes_it_back(app, case):
    text = "Test,Result,Unit,Date\nPCT,0.3,,2024-03-01 08:00\n"
    done = brought(app, case, text)
    place = (case.case_id, done.import_id, 0)
    (line,) = lines(app, case)
    assert line.observation.analyte == ""
    assert {one.id for one in labs.candidates(line.observation.sent)} >= {"procalcitonin"}
    labs.choose_analyte(app, *place, "procalcitonin")
    labs.state_unit(app, *place, "ng/mL")
    (line,) = lines(app, case)
    assert (line.observation.analyte, line.observation.quantity.unit) == (
        "procalcitonin",
        labs.units_of("procalcitonin")[0],
    )
    assert line.observation.sent.unit == ""  # what was sent stays as it was
    assert "lab_stated" in codes(line)
    labs.undo(app, *place)
    labs.undo(app, *place)
    (line,) = lines(app, case)
    assert line.observation.quantity is not None
    with pytest.raises(InvalidEntry, match="labs_unit_does_not_fit"):
        labs.state_unit(app, *place, "fL")
    with pytest.raises(InvalidEntry, match="labs_unit_unknown"):
        labs.state_unit(app, *place, "furlong")
    assert len(cases.load(app, case.case_id).lab_decisions) == 4


def test_every_analyte_of_the_table_can_be_chosen():
    """Whatever stands in a result, the user's word decides."""
    sent = labs_lines.SentResult("row 1", ("???",), value=parse_value("5"))
    for one in labs.known_analytes():
        said = labs_lines.LabDecision("i", 0, one.id, one.unit)
        assert labs.candidates(labs_lines.as_decided(sent, said)) == (one,)


def test_an_excluded_result_stays_in_sight_and_is_not_used(app, case):
    done = brought(app, case, GLUCOSE)
    place = (case.case_id, done.import_id, 0)
    with pytest.raises(InvalidEntry, match="labs_reason_missing"):
        labs.exclude(app, *place, "  ")
    labs.exclude(app, *place, "drawn above the drip")
    first, _ = lines(app, case)
    assert (first.is_excluded, first.counts, codes(first)[-1]) == (True, False, "lab_excluded")
    assert first.observation.quantity.value == 9.1
    used = [one.name for answer in labs.calculators(app, case.case_id).answers
            for used in answer.used for one in [used] if used.input == "glucose"]  # fmt: skip
    assert used == []
    app.access.leave()
    desks.enter(app, Role.SCREENING_OFFICER)
    for refused in (lambda: labs.exclude(app, *place, "x"), lambda: labs.undo(app, *place)):
        with pytest.raises(NotPermitted):
            refused()


def test_typed_lines_are_one_more_source(app, case):
    rows = (
        LabRow("K", "4.1", "mmol/L", "2024-03-01 08:00"),
        LabRow(),
        LabRow("WBC", "lots", "", "yesterday"),
    )
    cases.write_labs(app, case.case_id, rows)
    found = labs.observations(app, case.case_id)
    assert (found.lines[0].source, found.lines[0].number) == ("typed", 0)
    potassium = found.lines[0].observation
    assert (potassium.analyte, potassium.sent.place) == ("potassium", "typed line 1")
    assert potassium.sent.taken == datetime(2024, 3, 1, 8)
    told = [one.observation.sent.place for one in found.lines[1:]]
    assert [*told, *(one.place for one in found.rejected)] == ["typed line 3"]


def test_an_earlier_visit_of_the_same_person_is_looked_at_and_no_other(app, case):
    before = cases.create(app, LI_NA)
    stranger = cases.create(app, Patient("4711", PersonName("Wu^Bo")))
    brought(app, before, "Test,Result,Unit,Date\nK,3.1,mmol/L,2024-02-25 08:00\n")
    brought(app, stranger, "Test,Result,Unit,Date\nK,2.1,mmol/L,2024-02-26 08:00\n")
    brought(app, case, "Test,Result,Unit,Date\nK,5.6,mmol/L,2024-03-01 08:00\n")
    assert "lab_changed" not in codes(lines(app, case)[0])
    patients.merge(app, case.case_id, before.case_id)
    found = labs.observations(app, case.case_id)
    assert [one.observation.quantity.value for one in found.earlier] == [3.1]
    assert "lab_changed" in codes(found.lines[0])
    assert "lab_changed" not in codes(lines(app, case, also_earlier=False)[0])
    points = labs.trend(app, case.case_id, "potassium")
    assert [point.quantity.value for point in points] == [3.1, 5.6]
    assert [point.line.is_earlier for point in points] == [True, False]


def test_the_age_at_the_specimen_counts_and_a_wrong_clock_hides_it(app):
    child = cases.create(app, Patient("1", PersonName("Li^Xiao"), date(2021, 1, 1), Sex.FEMALE))
    brought(app, child, "Test,Result,Unit,Date\nHb,112,g/L,2024-03-01 08:00\n")
    assert labs.observations(app, child.case_id).subject.birth_date == date(2021, 1, 1)
    app.access.clock_behind = timedelta(days=2)
    found = labs.observations(app, child.case_id)
    assert (found.subject.birth_date, found.subject.age) == (None, None)
    assert [one.code for one in found.cautions] == ["lab_clock_behind"]
    assert "lab_taken_in_future" not in codes(found.lines[0])
    answer = answers(labs.calculators(app, child.case_id))["egfr_ckd_epi_2021"]
    assert isinstance(answer.outcome, Missing)
    assert "age" in answer.outcome.names


def answers(found):
    return {one.calculator.name: one for one in found.answers}


def test_calculators_take_results_vitals_and_answers(app):
    patient = replace(LI_NA, birth_date=date(1960, 1, 1))
    case = cases.create(app, patient)
    when = case.created.astimezone().strftime("%Y-%m-%d %H:%M")
    brought(
        app, case, f"Test,Result,Unit,Date\nCreatinine,1.1,mg/dL,{when}\nUrea,8,mmol/L,{when}\n"
    )
    cases.write_vitals(
        app, case.case_id,
        Vitals(weight_kg=60, height_cm=160, respiratory_rate=32, systolic=85, diastolic=50,
               pregnant=Answer.NO),
    )  # fmt: skip
    said = answers(labs.calculators(app, case.case_id))
    egfr = said["egfr_ckd_epi_2021"]
    assert isinstance(egfr.outcome, Result)
    assert egfr.used[0].observation.sent.value.text == "1.1"
    assert isinstance(said["creatinine_clearance_cockcroft_gault"].outcome, Result)
    more = {"pneumonia": Answer.YES, "new_confusion": Answer.NO}
    curb = answers(labs.calculators(app, case.case_id, more))["curb65"].outcome
    assert isinstance(curb, Result)
    assert curb.value == 3 + 1  # urea, breathing, pressure, age


def test_old_results_and_todays_vital_signs_are_not_put_together(app):
    case = cases.create(app, replace(LI_NA, birth_date=date(1960, 1, 1)))
    brought(app, case, "Test,Result,Unit,Date\nUrea,8,mmol/L,2020-03-01 08:00\n")
    cases.write_vitals(
        app,
        case.case_id,
        Vitals(respiratory_rate=32, systolic=85, diastolic=50, pregnant=Answer.NO),
    )
    more = {"pneumonia": Answer.YES, "new_confusion": Answer.NO}
    said = answers(labs.calculators(app, case.case_id, more))
    assert isinstance(said["curb65"].outcome, Missing)
    assert isinstance(said["crb65"].outcome, Result)  # of the bedside alone


def test_a_signed_case_says_where_it_reads_otherwise_than_it_was_signed(app, case, monkeypatch):
    brought(app, case, TABLE)
    review.sign(app, case.case_id)
    assert all("lab_signed_otherwise" not in codes(line) for line in lines(app, case))
    monkeypatch.setattr(
        labs_desk, "published_sets", lambda _settings: ()
    )  # the tables of a later program
    _, crp = lines(app, case)
    assert codes(crp)[-1] == "lab_signed_otherwise"
    said = crp.observation.cautions[-1].parameters
    assert (said["value"], said["flag"]) == (64.0, "H")
    review.reopen(app, case.case_id, "Wrong side")
    assert all("lab_signed_otherwise" not in codes(line) for line in lines(app, case))


def test_a_layout_that_was_agreed_to_is_not_asked_about_again(app):
    table = (
        "Chem,Outcome,Einheit,When\nK,4.1,mmol/L,2024-03-01 08:00\nNa,138,mmol/L,2024-03-01 08:00\n"
    )
    looked = labs.preview(app, table)
    (view,) = looked.sheets
    mapping = view.guess.mapping
    for place, role in enumerate(
        (labs.Role.TEST_NAME, labs.Role.VALUE, labs.Role.UNIT, labs.Role.TAKEN)
    ):
        mapping = mapping.with_role(place, role)
    mapping = replace(mapping, layout=replace(mapping.layout, may_be_kept=True))
    labs.remember_layout(app, mapping)
    again = labs.preview(app, table)
    assert again.questions == ()
    assert [one.name for one in again.reports[0].results] == ["K", "Na"]
    labs.forget_layout(app, mapping.layout.fingerprint)
    assert labs.preview(app, table).questions == looked.questions
    with pytest.raises(InvalidEntry, match="labs_layout_unsure"):
        labs.remember_layout(app, view.guess.mapping)


def test_a_file_in_a_case_of_somebody_else_is_told(app, case):
    brought(app, case, GLUCOSE)
    other = cases.create(app, Patient("5", PersonName("Wu^Bo")))
    told = [one.code for one in labs.doubts(app, other.case_id, labs.preview(app, GLUCOSE))]
    assert told == ["labs_patient_differs", "labs_file_elsewhere"]
    told = [one.code for one in labs.doubts(app, case.case_id, labs.preview(app, GLUCOSE))]
    assert told == ["labs_file_known"]


def test_rejected_lines_and_statuses_are_kept(app, case):
    done = brought(app, case, TABLE + "???,,,\n")
    kept = cases.load(app, case.case_id).lab_imports[0]
    assert (done.rejected, [one.place for one in kept.rejected]) == (1, ["row 4"])
    assert kept.results[0].status is ResultStatus.UNKNOWN
    assert labs.observations(app, case.case_id).rejected == kept.rejected


def test_the_size_is_looked_at_before_the_file_is_read(app, tmp_path, monkeypatch):
    big = tmp_path / "big.csv"
    with big.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(UnreadableResults, match="results_too_large"):
        labs.preview(app, big)


def test_imports_move_the_clock_of_the_record(app, case):
    brought(app, case, GLUCOSE)
    came = cases.load(app, case.case_id).lab_imports[0]
    assert abs(came.at - datetime.now(UTC)) < timedelta(minutes=5)
