"""Protects: results are judged by what is known of the patient, and by nothing that is in doubt."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from meddx_desktop.core.domain.case import Answer, Stated, Vitals
from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations import cases, labs, rules
from meddx_desktop.core.operations.labs_subject import subject_of
from tests import desks
from tests.core.store.plain import film

TODAY = cases.today()
BORN = date(TODAY.year - 44, 1, 1)
LI_NA = Patient("4711", PersonName("Li^Na"), None, Sex.FEMALE)
HB = f"Test,Result,Unit,Date\nHb,112,g/L,{TODAY} 08:00\n"
CALCIUM = f"Test,Result,Unit,Date\nCa,2.54,mmol/L,{TODAY} 08:00\n"


@pytest.fixture
def case(app):
    return cases.create(app, LI_NA)


def bring(app, case, source):
    return labs.import_into(app, case.case_id, labs.preview(app, source))


def seen(app, case):
    (line,) = labs.observations(app, case.case_id).lines
    return line.observation


def codes(one):
    return [caution.code for caution in one.cautions]


def test_a_case_without_a_film_has_the_age_of_its_birth_date(app):
    case = cases.create(app, replace(LI_NA, birth_date=BORN))
    assert int(cases.load(app, case.case_id).age.years) in (43, 44)


def test_a_typed_age_serves_where_there_is_no_birth_date(app, case):
    bring(app, case, HB)
    assert "lab_range_needs_age" in codes(seen(app, case))
    told = labs.state_facts(app, case.case_id, age=Age.parse("44y"))
    assert (told.age.given, told.lab_facts.age_on) == ("44y", TODAY)
    assert seen(app, case).range.low
    assert desks.trail(app)[-1].details == '{"field":"labs"}'


def test_an_age_in_the_file_is_kept_with_its_results(app, case):
    bring(app, case, f"姓名：Li Na，年龄：44岁\n采样时间：{TODAY}\n项目,结果,单位\nHb,112,g/L\n")
    assert seen(app, case).range is not None
    assert cases.load(app, case.case_id).age.given == "44岁"


def test_a_typed_age_that_the_birth_date_contradicts_is_refused(app):
    case = cases.create(app, replace(LI_NA, birth_date=BORN))
    with pytest.raises(InvalidEntry, match="stated_age_differs"):
        labs.state_facts(app, case.case_id, age=Age.parse("12y"))
    assert cases.load(app, case.case_id).lab_facts.age is None


def test_a_film_of_another_age_takes_the_age_away_and_says_so(app):
    case = cases.create(app, replace(LI_NA, birth_date=BORN))
    bring(app, case, HB)
    entry = replace(film(), stated=Stated(Age.parse("3y"), Sex.MALE))
    subject = subject_of(case.with_film(entry))
    assert (subject.birth_date, subject.age, subject.sex) == (None, None, Sex.UNKNOWN)
    assert {one.code for one in subject.doubts} == {"lab_age_conflict", "lab_sex_conflict"}


def test_a_file_of_another_age_than_was_typed_is_asked_about(app, case):
    labs.state_facts(app, case.case_id, age=Age.parse("44y"))
    (report,) = labs.preview(
        app, f"姓名：Li Na，年龄：12岁\n采样时间：{TODAY}\n项目,结果,单位\n钾,4.1,mmol/L\n"
    ).reports
    assert labs.mismatch(cases.load(app, case.case_id), report) == ("age",)


def test_a_trimester_makes_the_range_one_of_pregnancy(app, case):
    bring(app, case, HB)
    told = labs.state_facts(app, case.case_id, age=Age.parse("30y"), trimester=2)
    assert told.vitals.pregnant is Answer.YES
    assert "pregnancy 2" in seen(app, case).range.whom


@pytest.mark.parametrize(
    ("vitals", "code"),
    [
        (Vitals(pregnant=Answer.NO), "trimester_not_pregnant"),
        (Vitals(last_period=TODAY - timedelta(weeks=35)), "trimester_last_period"),
    ],
)
def test_a_trimester_that_cannot_be_is_refused(app, case, vitals, code):
    cases.write_vitals(app, case.case_id, vitals)
    with pytest.raises(InvalidEntry, match=code):
        labs.state_facts(app, case.case_id, trimester=1)


def test_a_last_period_entered_later_takes_a_wrong_trimester_away(app, case):
    labs.state_facts(app, case.case_id, trimester=1)
    late = Vitals(pregnant=Answer.YES, last_period=TODAY - timedelta(weeks=35))
    cases.write_vitals(app, case.case_id, late)
    subject = subject_of(cases.load(app, case.case_id))
    assert (subject.trimester, subject.doubts[0].code) == (0, "lab_trimester_conflict")


def test_the_altitude_of_the_site_serves_where_none_is_stated(app, case):
    bring(app, case, HB)
    assert "lab_altitude" not in codes(seen(app, case))
    app.settings.set("site_altitude_m", 2300.0)
    assert "lab_altitude" in codes(seen(app, case))
    labs.state_facts(app, case.case_id, altitude_m=20.0)
    assert "lab_altitude" not in codes(seen(app, case))


def test_an_altitude_where_nobody_lives_is_refused(app, case):
    with pytest.raises(InvalidEntry, match="altitude_invalid"):
        labs.state_facts(app, case.case_id, altitude_m=9000.0)


def test_the_site_chooses_whose_published_ranges_go_first(app, case):
    bring(app, case, CALCIUM)
    labs.state_facts(app, case.case_id, age=Age.parse("44y"))
    assert "WS/T" not in seen(app, case).range.source
    app.settings.set("published_ranges", "china")
    assert "WS/T 404.6" in seen(app, case).range.source
    assert labs.observations(app, case.case_id).sets[0] == "china"


def test_only_an_owner_changes_the_ranges_of_the_site(app):
    with pytest.raises(Exception, match="not_permitted"):
        rules.change_rule(app, "published_ranges", "china")


def test_a_resident_number_tells_birth_and_sex_and_is_held_against_them(app):
    number = "11010519491231002X"  # 31 December 1949, a woman
    known = subject_of(cases.create(app, Patient(number)))
    assert (known.birth_date, known.sex) == (date(1949, 12, 31), Sex.FEMALE)
    other = subject_of(cases.create(app, Patient(number, birth_date=BORN, sex=Sex.MALE)))
    assert (other.birth_date, other.sex) == (None, Sex.UNKNOWN)
    assert {one.code for one in other.doubts} == {"lab_age_conflict", "lab_sex_conflict"}


def test_a_line_whose_number_and_sex_differ_has_no_sex(app, case):
    text = "姓名,身份证号,性别,项目,结果,单位\n张三,11010519491231002X,男,血红蛋白,132,g/L\n"
    (report,) = labs.preview(app, text).reports
    assert report.patient.sex is Sex.UNKNOWN
    assert "resident_id_sex" in [one.code for one in report.cautions]


def test_a_result_without_a_time_is_judged_by_the_age_at_the_visit_and_says_so(app):
    case = cases.create(app, replace(LI_NA, birth_date=BORN))
    bring(app, case, "Test,Result,Unit\nHb,112,g/L\n")
    one = seen(app, case)
    assert one.range is not None
    assert "lab_age_of_visit" in codes(one)
    assert "lab_range_needs_age" not in codes(one)
