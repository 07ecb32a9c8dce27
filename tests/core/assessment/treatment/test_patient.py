"""Protects: what a case says of its patient for drugs; silence stays unknown, doubt is kept."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice, permutations

import pytest

from meddx_desktop.core.assessment.treatment.suggest import drug_patient
from meddx_desktop.core.domain.assessment_record import ConditionVerdict, ConditionWord
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.note import (
    AllergyFact,
    Assertion,
    DrugUse,
    Measured,
    Mention,
    MentionKind,
    Span,
)
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import Question
from tests.assessments import DAY, facts, said, with_mentions

TODAY = DAY.date()


def _patient(*mentions, allergies=None, **more):
    made = with_mentions(*mentions, **more)
    person = replace(made.case.patient, allergies=allergies)
    return drug_patient(replace(made, case=replace(made.case, patient=person)))


def _drug(name, *, stopped=False, assertion=Assertion.PRESENT, place=0):
    use = DrugUse((name,), stopped=stopped)
    return Mention(
        Span(place, place + 4), name, MentionKind.DRUG, assertion, concept=f"drug:{name}", drug=use
    )


def _allergy(name, *, none=False, assertion=Assertion.PRESENT, place=0):
    fact = AllergyFact(None if none else name, none_known=none)
    return Mention(Span(place, place + 4), name, MentionKind.ALLERGY, assertion, allergy=fact)


def _weighed(kg, place=50):
    span, measured = Span(place, place + 4), (Measured("weight", kg, "kg"),)
    return Mention(span, f"{kg} kg", MentionKind.VITAL_SIGN, concept="weight", measured=measured)


def test_a_dated_weight_of_the_strip_counts():
    patient = _patient(weight_kg=70.0, weight_on=TODAY)
    assert (patient.weight_kg, patient.doubts) == (70.0, frozenset())


@pytest.mark.parametrize(
    "on", [None, TODAY + timedelta(days=1), TODAY - timedelta(days=400)]
)  # fmt: skip
def test_a_weight_without_a_usable_date_is_in_doubt(on):
    patient = _patient(weight_kg=70.0, weight_on=on)
    assert Question.WEIGHT_DATE in patient.doubts
    assert patient.clearance is None


def test_a_weight_in_the_note_alone_is_only_a_doubt():
    patient = _patient(_weighed(70.0))
    assert (patient.weight_kg, patient.doubts) == (70.0, {Question.WEIGHT_DATE})


def test_two_weights_that_differ():
    patient = _patient(_weighed(50.0), weight_kg=70.0, weight_on=TODAY)
    assert Question.WEIGHT_IMPLAUSIBLE in patient.doubts
    near = _patient(_weighed(68.0), weight_kg=70.0, weight_on=TODAY)
    assert not near.doubts


def test_a_weight_that_no_child_of_this_age_has():
    patient = _patient(age="2y", weight_kg=120.0, weight_on=TODAY)
    assert Question.WEIGHT_IMPLAUSIBLE in patient.doubts


def test_allergies_not_asked_are_not_none():
    assert _patient().allergies is None
    assert _patient(allergies=()).allergies == ()
    denied = _allergy("none known", none=True, assertion=Assertion.NEGATED)
    assert _patient(denied).allergies == ()


def test_allergies_of_banner_and_note_together():
    found = _patient(_allergy("penicillin"), allergies=("peanuts",)).allergies
    assert [one.written for one in found] == ["peanuts", "penicillin"]
    assert found[1].ingredients or found[1].classes
    assert (found[0].ingredients, found[0].classes) == ((), ())


def test_a_named_allergy_stands_beside_none_known():
    found = _patient(
        _allergy("none known", none=True), _allergy("penicillin", place=9), allergies=()
    )
    assert len(found.allergies) == 1


@pytest.mark.parametrize("assertion", [Assertion.NEGATED, Assertion.FAMILY, Assertion.CONDITIONAL])
def test_the_allergy_of_somebody_else_or_denied_is_not_his(assertion):
    assert _patient(_allergy("penicillin", assertion=assertion)).allergies is None


def test_drugs_that_are_taken_and_not_those_that_were_stopped():
    taken = _patient(
        _drug("warfarin"),
        _drug("ibuprofen", stopped=True, place=10),
        _drug("aspirin", assertion=Assertion.HISTORICAL, place=20),
        _drug("metformin", assertion=Assertion.FAMILY, place=30),
        _drug("codeine", assertion=Assertion.NEGATED, place=40),
    ).taken
    assert [one.ingredients for one in taken] == [("warfarin",)]


def test_a_product_is_split_into_its_ingredients():
    use = DrugUse(("paracetamol", "chlorphenamine", "ascorbic acid"))
    words = Mention(
        Span(0, 6), "维C银翘片", MentionKind.DRUG, concept="drug:weic yinqiao", drug=use
    )
    (taken,) = _patient(words).taken
    assert "paracetamol" in taken.ingredients


def test_conditions_that_are_or_were_and_not_those_of_others():
    found = _patient(
        said("asthma"),
        said("peptic_ulcer", Assertion.HISTORICAL, 10),
        said("epilepsy", Assertion.FAMILY, 20),
        said("gout", Assertion.NEGATED, 30),
        _weighed(70.0),
        _drug("warfarin", place=60),
    ).conditions
    assert found == {"asthma", "peptic_ulcer"}


@pytest.mark.parametrize("assertion", [Assertion.PRESENT, Assertion.POSSIBLE, Assertion.HISTORICAL])
def test_the_least_doubt_makes_tuberculosis_possible(assertion):
    assert "tuberculosis" in _patient(said("tuberculosis", assertion)).conditions
    assert "tuberculosis" not in _patient(said("tuberculosis", Assertion.NEGATED)).conditions
    assert "tuberculosis" not in _patient().conditions


def test_a_long_cough_makes_tuberculosis_possible():
    assert "tuberculosis" in drug_patient(facts("Cough for 3 weeks with night sweats.")).conditions


LABS = [("creatinine", "88", "umol/L"), ("potassium", "5.2", "mmol/L")]


def test_clearance_and_potassium_from_the_results():
    """(140 - 54) x 70 / (72 x 0.9954), men."""
    patient = drug_patient(facts("", LABS, weight_kg=70.0, weight_on=TODAY))
    assert patient.clearance == pytest.approx(83.99, abs=0.01)
    assert patient.potassium == pytest.approx(5.2)


def test_no_clearance_while_creatinine_moves_or_the_kidneys_just_failed():
    made = facts("", LABS, weight_kg=70.0, weight_on=TODAY)
    assert drug_patient(replace(made, aki=Answer.YES)).clearance is None
    assert "aki" in drug_patient(replace(made, aki=Answer.YES)).conditions
    noted = facts("Acute kidney injury.", LABS, weight_kg=70.0, weight_on=TODAY)
    assert drug_patient(noted).clearance is None


def test_a_creatinine_stands_for_the_kidneys_only_while_it_is_new():
    made = facts("", LABS, sex=Sex.FEMALE, age="30y", pregnant=Answer.YES)
    assert drug_patient(made).creatinine == 88
    assert drug_patient(made).clearance is None
    for day, known in (("2026-04-28T08:00:00", 88), ("2026-04-26T08:00:00", None)):
        old = facts("", [("creatinine", "88", "umol/L", day)], sex=Sex.FEMALE, age="30y")
        assert drug_patient(old).creatinine == known


def test_what_the_assessment_holds_possible_is_not_established():
    made = facts("Fever. Cough. Breathless. Crackles.")
    found = drug_patient(made)
    assert found.possible
    assert not found.possible & found.conditions
    name = min(found.possible - {"tuberculosis"})
    word = ConditionWord(name, ConditionVerdict.CONFIRMED, "A", DAY)
    sure = drug_patient(replace(made, case=replace(made.case, condition_words=(word,))))
    assert name in sure.conditions and name not in sure.possible


def test_no_clearance_in_a_child():
    made = facts("", LABS, age="8y", weight_kg=25.0, weight_on=TODAY)
    assert drug_patient(made).clearance is None


@pytest.mark.parametrize(
    ("sex", "age", "strip", "noted", "expected"),
    [
        (Sex.FEMALE, "30y", Answer.UNKNOWN, None, Answer.UNKNOWN),
        (Sex.FEMALE, "30y", Answer.NO, None, Answer.NO),
        (Sex.FEMALE, "30y", Answer.UNKNOWN, Assertion.PRESENT, Answer.YES),
        (Sex.FEMALE, "30y", Answer.NO, Assertion.PRESENT, Answer.UNKNOWN),
        (Sex.FEMALE, "30y", Answer.UNKNOWN, Assertion.NEGATED, Answer.UNKNOWN),
        (Sex.FEMALE, "70y", Answer.UNKNOWN, None, Answer.NO),
        (Sex.MALE, "30y", Answer.UNKNOWN, None, Answer.NO),
        (Sex.UNKNOWN, "30y", Answer.UNKNOWN, None, Answer.UNKNOWN),
    ],
)
def test_pregnancy(sex, age, strip, noted, expected):
    words = [said("pregnancy", noted)] if noted else []
    assert _patient(*words, sex=sex, age=age, pregnant=strip).pregnant is expected


def test_the_order_of_facts_does_not_matter():
    words = [
        _drug("warfarin", place=10),
        _drug("metformin", place=20),
        _allergy("penicillin", place=30),
        said("asthma", place=40),
        _weighed(70.0),
    ]
    orders = islice(permutations(words), 0, None, 15)
    found = [_patient(*order) for order in orders]
    assert all(one == found[0] for one in found)
