"""Protects: values move the way the body does, and do not depend on how a unit is written."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.calculators import ALL, BY_NAME, Kind, Result
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex

QUICK = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Which way the value goes when one input goes up.
RISES = [
    ("fib4", "ast"),
    ("apri", "ast"),
    ("nafld_fibrosis_score", "bmi"),
    ("meld_3", "bilirubin"),
    ("meld_3", "inr"),
    ("meld_na", "creatinine"),
    ("meld_na", "bilirubin"),
    ("child_pugh", "bilirubin"),
    ("child_pugh", "inr"),
    ("anion_gap", "sodium"),
    ("osmolal_gap", "osmolality"),
    ("corrected_calcium", "calcium"),
    ("homa_ir", "insulin"),
    ("estimated_average_glucose", "hba1c"),
    ("absolute_neutrophils_analyser", "neutrophils_fraction"),
    ("tyg_index", "triglycerides"),
    ("bmi_china", "weight"),
    ("curb65", "urea"),
    ("curb65", "respiratory_rate"),
    ("qsofa", "respiratory_rate"),
    ("sofa_laboratory_part", "bilirubin"),
    ("sofa_laboratory_part", "creatinine"),
    ("framingham_2008_lipids", "total_cholesterol"),
    ("framingham_2008_lipids", "systolic_pressure"),
    ("framingham_2008_bmi", "bmi"),
    ("pooled_cohort_2013", "systolic_pressure"),
    ("findrisc", "waist"),
    ("kdigo_risk", "urine_albumin_creatinine_ratio"),
]
FALLS = [
    ("egfr_ckd_epi_2021", "creatinine"),
    ("egfr_ckd_epi_2012_cystatin_c", "cystatin_c"),
    ("egfr_ckd_epi_2021_both", "creatinine"),
    ("egfr_ckd_epi_2021_both", "cystatin_c"),
    ("egfr_schwartz_2009", "creatinine"),
    ("creatinine_clearance_cockcroft_gault", "creatinine"),
    ("kdigo_risk", "egfr"),
    ("fib4", "platelets"),
    ("fib4", "alt"),
    ("apri", "platelets"),
    ("nafld_fibrosis_score", "albumin"),
    ("child_pugh", "albumin"),
    ("meld_3", "albumin"),
    ("anion_gap_albumin", "albumin"),
    ("corrected_calcium", "albumin"),
    ("ldl_friedewald", "triglycerides"),
    ("transferrin_saturation", "iron_binding_capacity"),
    ("mentzer_index", "red_cells"),
    ("curb65", "systolic_pressure"),
    ("qsofa", "systolic_pressure"),
    ("sofa_laboratory_part", "platelets"),
    ("framingham_2008_lipids", "hdl_cholesterol"),
]
LOWEST_AND_HIGHEST = {
    "meld_3": (6, 40),
    "meld_na": (6, 40),
    "child_pugh": (5, 15),
    "heart_score": (0, 10),
    "curb65": (0, 5),
    "crb65": (0, 4),
    "qsofa": (0, 3),
    "news2": (0, 20),
    "sofa_laboratory_part": (0, 12),
    "cha2ds2_vasc": (0, 9),
    "has_bled": (0, 9),
    "findrisc": (0, 26),
    "framingham_2008_lipids": (0, 100),
    "framingham_2008_bmi": (0, 100),
    "pooled_cohort_2013": (0, 100),
}


def in_range(one):
    return st.floats(one.low, one.high)


def any_value(one):
    if one.kind is Kind.NUMBER:
        return in_range(one)
    if one.kind is Kind.CHOICE:
        return st.sampled_from(one.choices)
    return st.just(one.must_be) if one.otherwise else st.sampled_from([Answer.YES, Answer.NO])


@pytest.mark.parametrize(
    ("name", "varied", "sign"),
    [*((*pair, 1) for pair in RISES), *((*pair, -1) for pair in FALLS)],
)
def test_one_input_moves_the_value_one_way(good, name, varied, sign):
    @QUICK
    @given(st.data())
    def check(data):
        calculator, values, person = good(name)
        wanted = next(one for one in calculator.inputs if one.name == varied)
        pair = sorted((data.draw(in_range(wanted)), data.draw(in_range(wanted))))
        results = [calculator.compute(values | {varied: value}, person) for value in pair]
        if all(isinstance(result, Result) for result in results):
            less, more = (result.value for result in results)
            assert sign * (more - less) >= -1e-9

    check()


@pytest.mark.parametrize("calculator", ALL, ids=lambda one: one.name)
def test_any_inputs_in_range_give_a_number_or_a_named_refusal(good, calculator):
    @QUICK
    @given(st.data())
    def check(data):
        _, _, person = good(calculator.name)
        values = {one.name: data.draw(any_value(one)) for one in calculator.inputs}
        outcome = calculator.compute(values, person)
        if not isinstance(outcome, Result):
            assert outcome.code in calculator.limit_codes
            return
        assert outcome.value == outcome.value
        assert outcome.unit == calculator.unit
        assert set(outcome.bands) <= set(calculator.bands)
        low, high = LOWEST_AND_HIGHEST.get(calculator.name, (-1e12, 1e12))
        assert low <= outcome.value <= high
        assert calculator.compute(values | {"not_an_input": 1.0}, person) == outcome

    check()


def value(good, name, **changed):
    calculator, values, person = good(name)
    return calculator.compute(values | changed, person).value


@pytest.mark.parametrize("factor", [0.5, 1.5, 2.0])
def test_ratios_do_not_depend_on_the_unit_of_both_parts(good, factor):
    _, at, _ = good("apri")
    assert value(
        good, "apri", ast=at["ast"] * factor, ast_upper_limit=at["ast_upper_limit"] * factor
    ) == pytest.approx(value(good, "apri"))
    _, at, _ = good("homa_ir")
    assert value(
        good, "homa_ir", insulin=at["insulin"] * factor, glucose=at["glucose"] / factor
    ) == pytest.approx(value(good, "homa_ir"))
    _, at, _ = good("transferrin_saturation")
    assert value(
        good,
        "transferrin_saturation",
        iron=at["iron"] * factor,
        iron_binding_capacity=at["iron_binding_capacity"] * factor,
    ) == pytest.approx(value(good, "transferrin_saturation"))


@pytest.mark.parametrize(
    ("name", "changed", "in_other_units", "factor"),
    [  # the same person in SI units, by the SI form of each formula
        ("ldl_friedewald", {}, lambda v: (200 - 50 - 150 / 5) / 38.67, 38.67),
        ("corrected_calcium", {}, lambda v: 8.5 / 4.008 + 0.02 * (40 - 30), 4.008),
        ("anion_gap_albumin", {}, lambda v: 12 + 0.25 * (40 - 20), 1.0),
        ("osmolal_gap", {}, lambda v: 300 - (2 * 140 + 5.0 + 5.0), 1.0),
        ("homa_ir", {}, lambda v: 5.0 * 10 / 22.5, 1.0),
    ],
)
def test_the_si_form_of_the_formula_agrees(good, name, changed, in_other_units, factor):
    assert value(good, name, **changed) == pytest.approx(in_other_units(None) * factor, rel=2e-3)


def test_older_kidneys_filter_less_and_women_are_told_apart(good):
    calculator, values, person = good("egfr_ckd_epi_2021")
    by_age = [
        calculator.compute(values, replace(person, age=Age.parse(f"{years}y"))).value
        for years in (18, 40, 60, 90)
    ]
    assert by_age == sorted(by_age, reverse=True)
    other = replace(person, sex=Sex.MALE if person.sex is Sex.FEMALE else Sex.FEMALE)
    assert calculator.compute(values, other) != calculator.compute(values, person)


def test_old_age_moves_the_lower_limit_of_fib4(good):
    calculator, _, person = good("fib4")
    values = {"ast": 30.0, "alt": 25.0, "platelets": 220.0}
    bands = [
        calculator.compute(values, replace(person, age=Age.parse(f"{years}y"))).bands
        for years in (64, 65)
    ]
    assert bands == [("fibrosis_indeterminate",), ("fibrosis_unlikely",)]


def test_creatinine_counts_as_said_in_meld(good):
    calculator, values, person = good("meld_3")
    low = calculator.compute(values | {"creatinine": 0.4}, person)
    used = {one.name: one.used for one in low.entered}
    assert used["creatinine"] == 1.0
    assert {one.name: one.value for one in low.entered}["creatinine"] == 0.4
    on_dialysis = calculator.compute(values | {"dialysis_twice_last_week": Answer.YES}, person)
    assert {one.name: one.used for one in on_dialysis.entered}["creatinine"] == 3.0


def test_every_number_the_tests_vary_is_an_input():
    for name, varied in (*RISES, *FALLS):
        assert varied in {one.name for one in BY_NAME[name].inputs}


@pytest.mark.parametrize(
    ("egfr", "band"), [(89.4, "g2"), (89.5, "g1"), (59.6, "g2"), (59.4, "g3a")]
)
def test_the_category_belongs_to_the_number_that_is_shown(good, egfr, band):
    calculator, _, person = good("kdigo_g")
    assert calculator.compute({"egfr": egfr}, person).bands == (band,)
