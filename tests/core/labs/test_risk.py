"""Protects: a risk model gets what it was trained on, or gives no answer and says why."""

import numpy as np
import pytest

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import ModelIdentity
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Observation,
    Quantity,
    ResultStatus,
    SentResult,
)
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.risk import Given
from meddx_desktop.core.inference.explain import read_explanation
from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.inference.session import ModelSession, choose_device
from meddx_desktop.core.labs.risk import RiskModel, ask, corrected
from tests.data import risk_packages

MAN = Person(Age.parse("60y"), Sex.MALE)
WOMAN = Person(Age.parse("30y"), Sex.FEMALE)
NO_OEDEMA = Given("oedema", "none")


def _result(analyte, value, unit, **more):
    quantity = Quantity(value, unit, more.pop("comparator", None))
    status = more.pop("status", ResultStatus.FINAL)
    sent = SentResult("row 1", (analyte,), status=status)
    return Observation(sent, analyte, quantity=quantity)


WHOLE = (_result("creatinine", 88.4, "umol/L"), Given("waist", 100.0, "cm"), NO_OEDEMA)


@pytest.fixture
def model(tmp_path):
    return _model(tmp_path, risk_packages.risk())


def _model(folder, block, **changes):
    package = open_package(risk_packages.write(folder, block, **changes))
    session = ModelSession(package, choose_device("cpu"))
    content = package.file("explanation.json")
    return RiskModel(
        ModelIdentity(package.name, "1.0.0", "fp32", session.provider, session.sha256),
        package.manifest.risk,
        read_explanation(content, package=package.name, width=len(block["columns"])),
        session.run,
        package.manifest.training_prevalence,
    )


def _by_hand(age, male, creatinine, waist, oedema):
    columns = [age, male, np.log(creatinine), waist, oedema]
    return risk_packages.INTERCEPT + float(np.dot(risk_packages.COEFFICIENTS, columns))


def _sigmoid(value):
    return 1 / (1 + np.exp(-value))


def test_the_score_is_that_of_the_calibrated_sum(model):
    said = ask(model, WHOLE, MAN)
    years = 60 * 365.25 / 365.2425
    odds = 1.2 * _by_hand(years, 1, 88.4 * 0.0113118, 100, 0) - 0.1
    assert said.score == pytest.approx(_sigmoid(odds), abs=1e-4)
    assert said.above is True and said.threshold == 0.3
    assert said.low < said.score < said.high
    assert said.model_answered and not said.filled and not said.missing


def test_contributions_lead_from_the_reference_person_to_the_patient(model):
    said = ask(model, WHOLE, MAN)
    logit = np.log(said.score / (1 - said.score))
    usual = np.log(said.reference_score / (1 - said.reference_score))
    total = sum(one.log_odds for one in said.contributions)
    assert total == pytest.approx(logit - usual, abs=1e-4)
    assert [abs(one.log_odds) for one in said.contributions] == sorted(
        (abs(one.log_odds) for one in said.contributions), reverse=True
    )
    by_name = {one.name: one for one in said.contributions}
    assert by_name["sex"].log_odds == pytest.approx(1.2 * 0.5)
    assert (by_name["sex"].value, by_name["sex"].reference) == ("M", "F")
    assert by_name["oedema"].log_odds == 0.0


def test_a_probability_only_with_the_share_of_the_site(model):
    assert ask(model, WHOLE, MAN).probability is None
    said = ask(model, WHOLE, MAN, share=0.05)
    assert said.probability == pytest.approx(corrected(said.score, 0.4, 0.05))
    assert said.probability < said.score
    assert said.probability_low < said.probability < said.probability_high


def test_correcting_for_the_taught_share_changes_nothing():
    assert corrected(0.7, 0.4, 0.4) == pytest.approx(0.7)
    assert corrected(0.5, 0.5, 0.1) == pytest.approx(0.1)
    assert corrected(0.5, None, 0.1) is None and corrected(0.5, 0.4, None) is None


def test_a_missing_value_is_filled_and_told(model):
    said = ask(model, [_result("creatinine", 88.4, "umol/L"), NO_OEDEMA], MAN)
    assert [(one.name, one.value, one.unit) for one in said.filled] == [("waist", 98.0, "cm")]
    assert {one.name for one in said.contributions if one.filled} == {"waist"}
    # As the network itself fills it.
    hole = np.array([[60, 1, 0.0, np.nan, 0], [60, 1, 0.0, 98, 0]], np.float32)
    logits = model.run(hole)["logits"].ravel()
    assert logits[0] == logits[1]


def test_too_many_missing_values_give_no_score(model):
    said = ask(model, [NO_OEDEMA], MAN)
    assert said.refusal.code == "risk_too_many_missing" and said.score is None
    assert said.contributions == ()


def test_a_required_input_is_never_filled(model):
    said = ask(model, WHOLE[:2], Person(None, Sex.UNKNOWN))
    assert said.refusal.code == "risk_inputs_missing"
    assert said.missing == ("age", "sex", "oedema")


@pytest.mark.parametrize("sex", [Sex.OTHER, Sex.UNKNOWN])
def test_a_sex_that_the_training_did_not_know_is_missing(model, sex):
    assert ask(model, WHOLE, Person(Age.parse("60y"), sex)).missing == ("sex",)


@pytest.mark.parametrize(
    ("value", "unit"),
    [(0.1, "mg/dL"), (12.5, "mg/dL"), (1200.0, "umol/L"), (float("nan"), "mg/dL")],
)
def test_a_value_outside_the_training_is_refused_not_clipped(model, value, unit):
    said = ask(model, [_result("creatinine", value, unit), *WHOLE[1:]], MAN)
    assert said.refusal.code == "risk_inputs_refused" and said.score is None
    (one,) = said.refused
    assert (one.name, one.low, one.high, one.code) == (
        "creatinine",
        0.2,
        12.0,
        "risk_out_of_range",
    )


def test_an_age_outside_is_refused_and_the_oldest_count_as_the_survey_wrote_them(model):
    child = Person(Age.parse("15y"), Sex.MALE)
    assert [one.name for one in ask(model, WHOLE, child).refused] == ["age"]
    old, older = (ask(model, WHOLE, Person(Age.parse(age), Sex.MALE)) for age in ("81y", "95y"))
    assert old.score == older.score


def test_a_limit_in_another_unit_is_not_beyond_itself(model):
    at_limit = _result("creatinine", 0.2 / 0.0113118, "umol/L")
    assert ask(model, [at_limit, *WHOLE[1:]], MAN).model_answered


def test_a_unit_of_another_kind_is_refused(model):
    said = ask(model, [_result("creatinine", 1.0, "g"), *WHOLE[1:]], MAN)
    assert [one.code for one in said.refused] == ["risk_unit_unknown"]
    assert said.refused[0].value is None


def test_an_unknown_choice_is_refused(model):
    said = ask(model, [*WHOLE[:2], Given("oedema", "plenty")], MAN)
    assert [(one.name, one.code) for one in said.refused] == [("oedema", "risk_choice_unknown")]


def test_a_limit_or_a_cancelled_result_is_no_value(model):
    below = _result("creatinine", 1.0, "mg/dL", comparator=Comparator.BELOW)
    withdrawn = _result("creatinine", 1.0, "mg/dL", status=ResultStatus.CANCELLED)
    for one in (below, withdrawn):
        assert [f.name for f in ask(model, [one, *WHOLE[1:]], MAN).filled] == ["creatinine"]


def test_of_several_results_the_last_counts(model):
    first, last = _result("creatinine", 5.0, "mg/dL"), _result("creatinine", 1.0, "mg/dL")
    both, one = ask(model, [first, last, *WHOLE[1:]], MAN), ask(model, [last, *WHOLE[1:]], MAN)
    assert both.score == one.score


def test_another_analyte_of_the_same_unit_is_not_taken(model):
    urine = _result("urine_creatinine", 88.4, "umol/L")
    assert [one.name for one in ask(model, [urine, *WHOLE[1:]], MAN).filled] == ["creatinine"]


def test_pregnancy_refuses_and_an_unasked_one_is_told(model):
    pregnant = Person(Age.parse("30y"), Sex.FEMALE, Answer.YES)
    assert ask(model, WHOLE, pregnant).refusal.code == "risk_not_in_pregnancy"
    assert [one.code for one in ask(model, WHOLE, WOMAN).cautions] == ["risk_pregnancy_unknown"]
    asked = Person(Age.parse("30y"), Sex.FEMALE, Answer.NO)
    assert ask(model, WHOLE, asked).cautions == () == ask(model, WHOLE, MAN).cautions


def test_a_curve_falls_and_lies_in_its_interval(tmp_path):
    model = _model(tmp_path, risk_packages.survival(), prevalence=None)
    said = ask(model, WHOLE, MAN)
    assert said.score is None and said.threshold is None and said.probability is None
    assert [point.years for point in said.curve] == [1, 2, 3]
    odds = _by_hand(60 * 365.25 / 365.2425, 1, 88.4 * 0.0113118, 100, 0)
    left = [1 - _sigmoid(odds + year) for year in (-2.0, -1.5, -1.0)]
    assert [point.alive for point in said.curve] == pytest.approx(np.cumprod(left), abs=1e-4)
    assert all(point.low < point.alive < point.high for point in said.curve)
    assert said.curve[0].reference > said.curve[0].alive
    assert {one.name for one in said.contributions} == {
        "age",
        "sex",
        "creatinine",
        "waist",
        "oedema",
    }
