"""Protects: doses worked out as the sources state them, never above a cap, never while asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.dose import is_blocked, work_out
from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.plan import Band, DoseRule, Strength
from meddx_desktop.core.assessment.treatment.plan_doses import Limit, limits
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.treatment import DrugPatient, Question
from tests.treatments import choice, person, rule

WIDE = {("amoxicillin", "mg"): Limit("mg", 0.001, 1e9)}
DOSED = [
    (plan.key, one.key)
    for plan in plans().values()
    for one in plan.choices.values()
    if one.doses
]  # fmt: skip


def _dose(condition, key, patient):
    return work_out(choice(condition, key), patient, limits()).dose


# Worked by hand from the words of the source that the plan names.
VECTORS = [
    # WHO 2014: 250 mg tablets, 4 to under 10 kg one, 10 to under 14 two, 14 to 19 three.
    ("pneumonia_child", "amoxicillin_tablets", ("8m", 8.0), (250, 250), 2, 5),
    ("pneumonia_child", "amoxicillin_tablets", ("12m", 9.99), (250, 250), 2, 5),
    ("pneumonia_child", "amoxicillin_tablets", ("2y", 10.0), (500, 500), 2, 5),
    ("pneumonia_child", "amoxicillin_tablets", ("4y", 14.0), (750, 750), 2, 5),
    # At least 40 mg/kg: 6 kg is 240 mg, 4.8 mL of 250 mg/5 mL.
    ("pneumonia_child", "amoxicillin_liquid", ("4m", 6.0), (240, 240), 2, 5),
    # 19.5 kg would be 780 mg; the cap is 750.
    ("pneumonia_child", "amoxicillin_liquid", ("4y", 19.5), (750, 750), 2, 5),
    # 50 mg/kg of 12 kg; 7.5 mg/kg of 12 kg.
    ("pneumonia_child", "ampicillin", ("2y", 12.0), (600, 600), 4, 5),
    ("pneumonia_child", "gentamicin", ("2y", 12.0), (90, 90), 1, 5),
    ("pneumonia_adult", "amoxicillin", ("40y", 70.0), (1000, 1000), 3, 5),
    # ATS/CDC/IDSA: 5 mg/kg, 300 at most; 10 mg/kg, 600 at most; 42 kg is 210 mg and 420 mg,
    # to tablets of 50 and capsules of 150.
    ("tuberculosis", "isoniazid", ("40y", 42.0), (200, 200), 1, None),
    ("tuberculosis", "isoniazid", ("40y", 75.0), (300, 300), 1, None),
    ("tuberculosis", "rifampicin", ("40y", 42.0), (450, 450), 1, None),
    ("tuberculosis", "rifampicin", ("40y", 75.0), (600, 600), 1, None),
    ("tuberculosis", "pyrazinamide", ("40y", 55.0), (1000, 1000), 1, 56),
    ("tuberculosis", "pyrazinamide", ("40y", 56.0), (1500, 1500), 1, 56),
    ("tuberculosis", "ethambutol", ("40y", 76.0), (1600, 1600), 1, 56),
    # WHO: one, two, three, four tablets of 20 mg from 5, 15, 25 and 35 kg.
    ("malaria", "artemether_lumefantrine", ("3y", 14.9), (20, 20), 2, 3),
    ("malaria", "artemether_lumefantrine", ("4y", 15.0), (40, 40), 2, 3),
    ("malaria", "artemether_lumefantrine", ("9y", 34.9), (60, 60), 2, 3),
    ("malaria", "artemether_lumefantrine", ("40y", 35.0), (80, 80), 2, 3),
    # 3.2 mg/kg of 50 kg.
    ("malaria", "artemether_im", ("40y", 50.0), (160, 160), 1, 1),
    # WHO 2012: 15 mg/kg, 1 g at most; 12 kg is 180 mg, 7.2 mL of 25 mg/mL, down to 7 mL.
    ("dengue", "paracetamol", ("2y", 12.0), (175, 175), 4, None),
    ("dengue", "paracetamol", ("17y", 80.0), (1000, 1000), 4, None),
    ("dengue", "paracetamol", ("40y", 70.0), (500, 1000), 4, None),
    # NICE: 1.6 micrograms/kg to the nearest 25; 62 kg is 99.2, 80 kg is 128; at most 150.
    ("hypothyroidism", "levothyroxine", ("40y", 62.0), (100, 100), 1, None),
    ("hypothyroidism", "levothyroxine", ("40y", 80.0), (125, 125), 1, None),
    ("hypothyroidism", "levothyroxine", ("40y", 120.0), (150, 150), 1, None),
    # East Sussex: 1 to 2 mg/kg and day, 40 at most; 15 kg, 30 kg.
    ("asthma_exacerbation", "prednisolone_child", ("3y", 15.0), (15, 30), 1, 1),
    ("asthma_exacerbation", "prednisolone_child", ("8y", 30.0), (30, 40), 1, 1),
    # MSD: 0.15 mg/kg, at least 2.5 mg; 30 kg is 4.5 mg.
    ("asthma_exacerbation", "nebulised_child", ("8y", 30.0), (4.5, 4.5), 1, None),
    ("asthma_exacerbation", "nebulised_child", ("5y", 16.0), (2.5, 2.5), 1, None),
    # NHS Highland: 500 mg at 2 to 11 months, 1 g to 4 years, 1.5 g to 8 years, 2 g from 9 on.
    ("meningitis", "ceftriaxone", ("11m", None), (500, 500), 1, 1),
    ("meningitis", "ceftriaxone", ("4y", None), (1000, 1000), 1, 1),
    ("meningitis", "ceftriaxone", ("8y", None), (1500, 1500), 1, 1),
    ("meningitis", "ceftriaxone", ("9y", None), (2000, 2000), 1, 1),
    ("meningitis", "benzylpenicillin", ("11m", None), (300, 300), 1, 1),
    ("meningitis", "benzylpenicillin", ("9y", None), (600, 600), 1, 1),
    ("meningitis", "benzylpenicillin", ("10y", None), (1200, 1200), 1, 1),
    ("pre_eclampsia", "loading_iv", ("30y", 70.0), (4, 4), 1, 1),
    ("pre_eclampsia", "loading_im", ("30y", 70.0), (10, 10), 1, 1),
    ("hyperkalaemia", "insulin", ("40y", None), (8, 8), 1, 1),
    ("gout", "colchicine", ("40y", None), (500, 500), 2, None),
    ("gout", "prednisolone", ("40y", None), (30, 35), 1, 3),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "key", "who", "amounts", "times", "days"), VECTORS)
def test_doses_worked_by_hand(condition, key, who, amounts, times, days):
    dose = _dose(condition, key, person(*who))
    assert (dose.low, dose.high) == amounts
    assert (dose.times_per_day, dose.days_low) == (times, days)


@pytest.mark.parametrize(
    ("clearance", "amount", "times"),
    [
        (90.0, 0.5, 1),
        (50.0, 0.5, 1),
        (49.9, 0.25, 1),
        (30.0, 0.25, 1),
        (12.0, 0.15, 1),
        (9.0, None, 0),
    ],
)
def test_doses_by_the_kidneys(clearance, amount, times):
    """World Journal of Hepatology 2015, table 1, entecavir."""
    dose = _dose("viral_hepatitis", "entecavir", person(clearance=clearance))
    assert (dose and dose.low, dose.times_per_day if dose else 0) == (amount, times)


def test_longer_intervals_for_weak_kidneys():
    """The same table, tenofovir: 300 mg every 48 hours at 30 to 49 mL/min, nothing read below."""
    dose = _dose("viral_hepatitis", "tenofovir", person(clearance=40.0))
    assert (dose.low, dose.hours_apart, dose.times_per_day) == (300, 48, 0.5)
    assert _dose("viral_hepatitis", "tenofovir", person(clearance=20.0)) is None


def test_the_volume_of_a_liquid_is_shown():
    dose = _dose("pneumonia_child", "amoxicillin_liquid", person("4m", 6.0))
    assert (dose.volume_ml, dose.strength, dose.is_capped) == (4.8, "250 mg/5 mL", False)
    capped = _dose("pneumonia_child", "amoxicillin_liquid", person("4y", 19.5))
    assert (capped.volume_ml, capped.is_capped, capped.per_kg) == (15.0, True, 40.0)


def test_per_dose_and_per_day_are_never_mixed():
    kind = {"unit": "mg", "route": "oral", "times": 4, "hours_apart": 6, "most_dose": 5000.0}
    by_dose = rule(DoseRule(per_kg_dose=20.0, **kind))
    by_day = rule(DoseRule(per_kg_day=20.0, **kind))
    assert work_out(by_dose, person(kg=50.0), WIDE).dose.low == 1000
    assert work_out(by_day, person(kg=50.0), WIDE).dose.low == 250


def test_both_ends_of_a_range_per_day_are_divided():
    kind = {"unit": "mg", "route": "oral", "times": 4, "hours_apart": 6, "most_dose": 5000.0}
    dose = work_out(rule(DoseRule(per_kg_day=20.0, upper=40.0, **kind)), person(kg=50.0), WIDE).dose
    assert (dose.low, dose.high) == (250, 500)
    by_dose = DoseRule(per_kg_dose=20.0, upper=40.0, **kind)
    dose = work_out(rule(by_dose), person(kg=50.0), WIDE).dose
    assert (dose.low, dose.high) == (1000, 2000)


def test_the_cap_of_a_day_is_kept_by_every_dose():
    one = rule(DoseRule(unit="mg", route="oral", times=4, hours_apart=6, per_kg_dose=30.0,
                        most_dose=1000.0, most_day=3000.0))  # fmt: skip
    dose = work_out(one, person(kg=70.0), WIDE).dose
    assert dose.low * dose.times_per_day <= 3000
    assert dose.is_capped


ASKED = [
    (Question.AGE, {"age": None}),
    (Question.ALLERGIES, {"allergies": None}),
    (Question.PREGNANCY, {"sex": Sex.FEMALE, "pregnant": Answer.UNKNOWN}),
    (Question.PREGNANCY, {"sex": Sex.UNKNOWN, "pregnant": Answer.UNKNOWN}),
    (Question.WEIGHT, {"kg": None}),
    (Question.WEIGHT_DATE, {"doubts": frozenset({Question.WEIGHT_DATE})}),
    (Question.WEIGHT_IMPLAUSIBLE, {"doubts": frozenset({Question.WEIGHT_IMPLAUSIBLE})}),
    (Question.CREATININE, {"clearance": None}),
    (Question.KIDNEY, {"clearance": None, "creatinine": 90.0}),
]


@pytest.mark.parametrize(("question", "changes"), ASKED)
def test_what_is_not_known_holds_the_dose_back(question, changes):
    made = DoseRule(unit="mg", route="oral", times=1, per_kg_dose=5.0, most_dose=300.0)
    one = rule(made, kidney=True)
    assert work_out(one, person(), WIDE).dose is not None
    worked = work_out(one, person(**changes), WIDE)
    assert worked.dose is None
    assert question in worked.questions


@pytest.mark.parametrize(
    ("age", "sex"), [("9y", Sex.FEMALE), ("56y", Sex.FEMALE), ("30y", Sex.MALE)]
)
def test_pregnancy_is_asked_from_10_to_55_years_of_women(age, sex):
    one = rule(DoseRule(unit="mg", route="oral", times=1, amount=500.0))
    asked = work_out(one, person(age, sex=sex, pregnant=Answer.UNKNOWN), WIDE).questions
    assert Question.PREGNANCY not in asked
    for near in ("10y", "55y"):
        asked = work_out(one, person(near, sex=Sex.FEMALE, pregnant=Answer.UNKNOWN), WIDE).questions
        assert Question.PREGNANCY in asked


def test_a_child_without_a_weight_gets_no_dose_even_of_a_fixed_one():
    one = rule(DoseRule(unit="mg", route="oral", times=1, amount=500.0))
    assert work_out(one, person("8y", None), WIDE).questions[:1] == (Question.WEIGHT,)
    assert work_out(one, person("8y", None), WIDE).dose is None
    assert work_out(one, person("18y", None), WIDE).dose is not None


def test_a_second_person_reads_a_childs_dose_and_holds_it_not_back():
    worked = work_out(
        choice("pneumonia_child", "amoxicillin_tablets"), person("2y", 12.0), limits()
    )
    assert worked.dose is not None
    assert worked.questions == (Question.SECOND_PERSON,)
    assert not is_blocked(worked.questions)
    adult = work_out(choice("pneumonia_adult", "amoxicillin"), person(), limits())
    assert Question.SECOND_PERSON not in adult.questions


@pytest.mark.parametrize("kg", [1.2, 120.0, 12_000.0])
def test_a_weight_wrong_by_ten_or_a_thousand_gives_no_dose_outside_the_known_range(kg):
    """Of a child of 12 kg; the check against the age comes before, this is the last one."""
    one = rule(DoseRule(unit="mg", route="oral", times=1, per_kg_dose=40.0, most_dose=1e9))
    known = {("amoxicillin", "mg"): Limit("mg", 80.0, 1000.0)}
    assert work_out(one, person("2y", 12.0), known).dose.low == 480
    worked = work_out(one, person("2y", kg), known)
    assert worked.dose is None
    assert Question.WEIGHT_IMPLAUSIBLE in worked.questions


def test_no_dose_outside_the_ages_and_weights_of_the_source_and_nothing_to_ask():
    for patient in (person("6y", 20.0), person("40y", 70.0)):
        worked = work_out(choice("pneumonia_child", "amoxicillin_tablets"), patient, limits())
        assert worked.dose is None
        assert not is_blocked(worked.questions)


maybe_age = st.none() | st.integers(1, 100 * 365).map(lambda days: Age(days, ""))
patients = st.builds(
    DrugPatient,
    age=maybe_age,
    sex=st.sampled_from(list(Sex)),
    weight_kg=st.none() | st.floats(0.5, 300),
    clearance=st.none() | st.floats(1, 200),
    pregnant=st.sampled_from(list(Answer)),
    allergies=st.sampled_from([None, ()]),
    doubts=st.frozensets(st.sampled_from([Question.WEIGHT_DATE, Question.WEIGHT_IMPLAUSIBLE])),
)


@settings(max_examples=150, deadline=None)
@given(patients, st.sampled_from(DOSED))
def test_never_a_dose_with_an_open_question_never_above_a_cap(patient, which):
    one = choice(*which)
    worked = work_out(one, patient, limits())
    if is_blocked(worked.questions):
        assert worked.dose is None
    if worked.dose is None:
        return
    dose = worked.dose
    limit = limits()[one.drug, dose.unit]
    assert limit.least <= dose.low <= dose.high <= limit.most
    if dose.most_per_day is not None:
        assert dose.high * dose.times_per_day <= dose.most_per_day + 1e-6
    fitting = [each for each in one.doses if each.ages.hold(patient.age.days + 0.75)]
    highest = [one.ceiling if one.per_kg else one.upper or one.amount for one in fitting]
    assert dose.high <= max(highest) + 1e-6


rules = st.builds(
    DoseRule,
    unit=st.just("mg"),
    route=st.just("oral"),
    times=st.sampled_from([1, 2, 3, 4]),
    per_kg_dose=st.floats(0.1, 80),
    most_dose=st.floats(20, 2000),
    most_day=st.none() | st.floats(50, 6000),
    step=st.none() | st.sampled_from([2.5, 25.0, 50.0, 250.0]),
    rounding=st.sampled_from(["nearest", "down", "up"]),
)
liquids = st.builds(
    DoseRule,
    unit=st.just("mg"),
    route=st.just("oral"),
    times=st.just(2),
    per_kg_dose=st.floats(1, 80),
    most_dose=st.floats(20, 2000),
    strength=st.sampled_from([Strength(250, 5, "250 mg/5 mL"), Strength(25, 1, "25 mg/1 mL")]),
    rounding=st.sampled_from(["nearest", "down", "up"]),
)


@settings(max_examples=200, deadline=None)
@given(rules | liquids, st.floats(2, 150), st.floats(2, 150))
def test_a_heavier_patient_never_gets_less_and_nobody_more_than_the_cap(made, first, second):
    light, heavy = sorted((first, second))
    doses = [work_out(rule(made), person(kg=kg), WIDE).dose for kg in (light, heavy)]
    assert doses[0].low <= doses[1].low
    for dose in doses:
        smallest = made.step or 0.05 * 50
        assert dose.low <= max(made.ceiling, smallest) + 1e-6
        if made.ceiling >= smallest:
            assert dose.low * made.times <= (made.most_day or 1e9) + 1e-6


def test_a_band_holds_its_lower_end_and_not_its_upper():
    band = Band(10.0, 14.0)
    assert band.hold(10.0)
    assert not band.hold(14.0)
