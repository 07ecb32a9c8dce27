"""Protects: nobody gets a value from a calculator that was not made for them."""

from dataclasses import replace

import pytest

from meddx_desktop.core.calculators import ALL, BY_NAME, Kind, Missing, Person, Refusal, Result
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex

# Inputs that reach the limit of one formula, by calculator and code.
AT_THE_LIMIT = {
    ("ldl_friedewald", "triglycerides_too_high"): {"triglycerides": 400},
    ("ldl_sampson", "triglycerides_too_high"): {"triglycerides": 801},
    ("transferrin_saturation", "iron_above_capacity"): {"iron": 301, "iron_binding_capacity": 300},
    ("mentzer_index", "needs_small_red_cells"): {"mcv": 80},
    ("absolute_neutrophils", "more_than_all_cells"): {
        "segmented_neutrophils": 60,
        "band_neutrophils": 41,
    },
    **{
        (name, "needs_high_glucose"): {"glucose": 99}
        for name in ("corrected_sodium_katz", "corrected_sodium_hillier")
    },
    **{
        (name, "lipids_disagree"): {"total_cholesterol": 50, "hdl_cholesterol": 50}
        for name in (
            "ldl_friedewald",
            "ldl_sampson",
            "non_hdl_cholesterol",
            "framingham_2008_lipids",
            "pooled_cohort_2013",
        )
    },
}
EVERY_CODE = [(one.name, code) for one in ALL for code in one.refusal_codes()]


def spoilt(calculator, values, person, code):
    """The good case, changed so that `code` is the answer."""
    whom = calculator.whom
    gates = {one.otherwise: one for one in calculator.inputs if one.otherwise}
    if code in gates:
        other = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}[gates[code].must_be]
        return values | {gates[code].name: other}, person
    if code in calculator.limit_codes:
        return values | AT_THE_LIMIT[calculator.name, code], person
    if code == "value_out_of_range":
        number = next(one for one in calculator.inputs if one.kind is Kind.NUMBER)
        return values | {number.name: number.high * 1.01}, person
    changes = {
        "under_age": lambda: {"age": Age(int((whom.youngest - 0.5) * 365.2425), "")},
        "over_age": lambda: {"age": Age.parse(f"{whom.oldest + 1}y")},
        "sex_not_covered": lambda: {"sex": Sex.OTHER},
        "not_for_pregnancy": lambda: {"sex": Sex.FEMALE, "pregnant": Answer.YES},
        "creatinine_moving": lambda: {"aki_possible": Answer.YES},
    }
    return values, replace(person, **changes[code]())


@pytest.mark.parametrize(("name", "code"), EVERY_CODE)
def test_every_refusal_it_names(good, name, code):
    calculator, values, person = good(name)
    values, person = spoilt(calculator, values, person, code)
    refusal = calculator.compute(values, person)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


@pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)
def test_an_unverified_calculator_never_gives_a_value(good, calculator):
    _, values, person = good(calculator.name)
    unverified = replace(calculator, verified=False)
    assert unverified.applies(person) == "calculator_unverified"
    assert unverified.compute(values, person) == Refusal("calculator_unverified")


@pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)
def test_every_number_is_held_to_its_range(good, calculator):
    _, values, person = good(calculator.name)
    for one in calculator.inputs:
        if one.kind is not Kind.NUMBER:
            continue
        for beyond in (one.low - 0.001, one.high + 0.001, float("nan"), float("inf")):
            refusal = calculator.compute(values | {one.name: beyond}, person)
            assert isinstance(refusal, Refusal)
            assert refusal.code == "value_out_of_range"
            given = refusal.parameters
            assert (given["name"], given["unit"]) == (one.name, one.unit)
            assert (given["low"], given["high"]) == (one.low, one.high)


@pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)
def test_what_is_not_known_is_missing_and_never_a_no(good, calculator):
    _, values, person = good(calculator.name)
    for one in calculator.inputs:
        without = {name: value for name, value in values.items() if name != one.name}
        assert calculator.compute(without, person) == Missing((one.name,))
        if one.kind is Kind.ANSWER:
            unknown = values | {one.name: Answer.UNKNOWN}
            assert calculator.compute(unknown, person) == Missing((one.name,))


@pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)
def test_a_person_of_whom_nothing_is_known(good, calculator):
    _, values, _ = good(calculator.name)
    whom, outcome = calculator.whom, calculator.compute(values, Person())
    asked = (
        *(("age",) if whom.needs_age else ()),
        *(("sex",) if whom.sex else ()),
        *(() if whom.pregnant else ("pregnant",)),
    )
    assert isinstance(outcome, Missing if asked else Result)
    if asked:
        assert outcome.names == asked


@pytest.mark.parametrize("name", ["news2", "qsofa"])
def test_news2_and_qsofa_are_for_adults_who_are_not_pregnant(good, name):
    calculator, values, _ = good(name)
    girl = Person(Age.parse("17y"), Sex.FEMALE, Answer.NO)
    mother = Person(Age.parse("30y"), Sex.FEMALE, Answer.YES)
    maybe = Person(Age.parse("30y"), Sex.FEMALE)
    assert calculator.applies(girl) == "under_age"
    assert calculator.applies(mother) == "not_for_pregnancy"
    assert calculator.compute(values, maybe) == Missing(("pregnant",))


def test_the_eighteenth_birthday_counts(good):
    calculator, _, _ = good("news2")
    assert calculator.applies(Person(Age.parse("18y"))) is None
    assert calculator.applies(Person(Age.parse("215m"))) == "under_age"


def test_pregnancy_is_asked_of_women_who_may_be_pregnant_only(good):
    calculator, values, _ = good("egfr_ckd_epi_2021")
    for person in (Person(Age.parse("30y"), Sex.MALE), Person(Age.parse("70y"), Sex.FEMALE)):
        assert isinstance(calculator.compute(values, person), Result)


def test_a_refusal_comes_before_a_question(good):
    calculator, _, _ = good("news2")
    assert calculator.compute({}, Person(Age.parse("9y"))).code == "under_age"


def test_creatinine_that_nobody_compared_is_said_to_be_assumed_steady(good):
    calculator, values, person = good("egfr_ckd_epi_2021")
    unsure = calculator.compute(values, replace(person, aki_possible=Answer.UNKNOWN))
    assert "creatinine_assumed_steady" in unsure.notes
    assert "creatinine_assumed_steady" not in calculator.compute(values, person).notes


def test_a_creatinine_that_changes_slowly_is_said_beside_the_value(good):
    for name in ("egfr_ckd_epi_2021", "creatinine_clearance_cockcroft_gault"):
        calculator, values, person = good(name)
        assert "creatinine_changing" not in calculator.compute(values, person).notes
        told = calculator.compute(values, replace(person, creatinine_changes=True))
        assert told.notes[0] == "creatinine_changing"


@pytest.mark.parametrize(
    "name",
    ["pooled_cohort_2013", "framingham_2008_lipids", "framingham_2008_bmi", "findrisc"],
)
def test_scores_from_elsewhere_say_so(good, name):
    calculator, values, person = good(name)
    assert "not_validated_in_chinese" in calculator.compute(values, person).notes


def test_a_wrong_kind_of_value_is_a_programming_error(good):
    calculator, values, person = good("child_pugh")
    with pytest.raises(ValueError, match="ascites"):
        calculator.compute(values | {"ascites": "a lot"}, person)
    with pytest.raises(TypeError, match="bilirubin"):
        calculator.compute(values | {"bilirubin": "2"}, person)
    with pytest.raises(TypeError, match="cirrhosis"):
        calculator.compute(values | {"cirrhosis": True}, person)


def test_what_was_left_out_is_not_there():
    assert not any("dose" in name.split("_") for name in BY_NAME)
    assert not {"ldl_martin_hopkins", "china_par", "who_2019"} & set(BY_NAME)


@pytest.mark.parametrize("name", ["ldl_friedewald", "ldl_sampson"])
def test_an_ldl_of_nothing_is_refused(good, name):
    calculator, _, person = good(name)
    values = {"total_cholesterol": 110, "hdl_cholesterol": 60, "triglycerides": 390}
    assert calculator.compute(values, person).code == "lipids_disagree"
