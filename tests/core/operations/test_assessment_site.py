"""Protects: what a site says to assessments is kept, told in the trail, and changed by few."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.assessment import SETTINGS, TESTS
from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import InvalidEntry, NotPermitted, StoreDamaged
from meddx_desktop.core.operations import assessment, assessment_site, cases, sign_in
from meddx_desktop.core.operations.assessment_site import AssessmentSite
from tests import desks

CHILD = "pneumonia_child"


def _test_of(found):
    return {test.test for one in found.conditions for test in one.missing if test.test}


def test_before_anybody_said_anything_every_test_is_proposed(app):
    assert assessment_site.site(app) == AssessmentSite()
    assert assessment_site.site(app).setting.tests == frozenset(TESTS)


def test_what_was_said_holds_and_stands_in_the_trail(app):
    assessment_site.choose_place(app, "rural")
    assessment_site.choose_tests(app, ["ecg", "glucose"])
    assessment_site.set_prior(app, CHILD, 0.25)
    sign_in.lock(app)
    desks.enter(app)
    said = assessment_site.site(app)
    assert (said.kind, said.tests) == ("rural", {"ecg", "glucose"})
    own = said.priors[CHILD]
    assert (own.value, own.by) == (0.25, "Dr Lin")
    entries = [one for one in desks.trail(app) if one.action.startswith("assessment_")]
    assert [(one.action, json.loads(one.details)["changed"]) for one in entries] == [
        ("assessment_place_set", "primary_care -> rural"),
        ("assessment_tests_set", "none -> 2"),
        ("assessment_prior_set", "none -> 0.2500"),
    ]


def test_what_is_said_again_is_no_change(app):
    for _ in range(2):
        assessment_site.choose_place(app, "rural")
        assessment_site.choose_tests(app, [])
        assessment_site.set_prior(app, CHILD, 0.25)
    assert len([one for one in desks.actions(app) if one.startswith("assessment_")]) == 3


def test_an_own_prior_is_used_and_its_reset_brings_the_published_one_back(app):
    case = cases.create(app)
    cases.write_note(app, case.case_id, "3-year-old with cough. Crackles.")
    published = _child(app, case).prior
    assessment_site.set_prior(app, CHILD, 0.5)
    own = _child(app, case).prior
    assert (own.value, own.source) == (0.5, None)
    assessment_site.set_prior(app, CHILD, None)
    assert _child(app, case).prior == published
    assert published.source is not None


def _child(app, case):
    found = assessment.assess_case(app, case.case_id)
    return next(one for one in (*found.conditions, *found.others) if one.key == CHILD)


def test_only_tests_that_can_be_done_are_proposed(app):
    case = cases.create(app)
    cases.write_note(app, case.case_id, "Chest pain and sweating. Cough, fever. Burning urination.")
    cases.write_vitals(app, case.case_id, Vitals(temperature_c=38.9))
    proposed = _test_of(assessment.assess_case(app, case.case_id))
    assert proposed
    one = sorted(proposed)[0]
    assessment_site.choose_tests(app, proposed - {one})
    assert one not in _test_of(assessment.assess_case(app, case.case_id))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda app: assessment_site.choose_place(app, "moon"), "place_of_care_unknown"),
        (lambda app: assessment_site.choose_tests(app, ["ecg", "x"]), "test_unknown"),
        (lambda app: assessment_site.set_prior(app, "x", 0.1), "condition_unknown"),
        (lambda app: assessment_site.set_prior(app, CHILD, 0.0), "prior_invalid"),
        (lambda app: assessment_site.set_prior(app, CHILD, 1.0), "prior_invalid"),
        (lambda app: assessment_site.set_prior(app, CHILD, float("nan")), "prior_invalid"),
        (lambda app: assessment_site.set_prior(app, "gout", 0.1), "prior_without_population"),
    ],
)
def test_what_can_not_be_is_refused_by_name(app, change, code):
    with pytest.raises(InvalidEntry, match=code):
        change(app)
    assert assessment_site.site(app) == AssessmentSite()


def test_only_owner_and_clinician_change_it(app):
    for role in Role:
        sign_in.lock(app)
        desks.enter(app, role=role)
        changes = (
            lambda: assessment_site.choose_place(app, "rural"),
            lambda: assessment_site.choose_tests(app, []),
            lambda: assessment_site.set_prior(app, CHILD, 0.3),
        )
        for change in changes:
            if may(role, Action.SET_ASSESSMENT):
                change()
            else:
                with pytest.raises(NotPermitted):
                    change()
    assert {role for role in Role if may(role, Action.SET_ASSESSMENT)} == {
        Role.OWNER,
        Role.CLINICIAN,
    }


@settings(max_examples=40)
@given(
    st.sampled_from(["", "[]", "null", "{}", '{"kind": 3, "tests": null, "priors": {}}'])
    | st.text(max_size=20)
    | st.recursive(st.none() | st.booleans() | st.text(max_size=4), st.lists, max_leaves=4).map(
        lambda made: json.dumps({"kind": "rural", "tests": None, "priors": made})
    )
)
def test_a_damaged_record_has_one_name(text):
    desk = _Desk(text)
    try:
        said = assessment_site.at_desk(desk)
    except StoreDamaged as error:
        assert error.code == "store_damaged"
    else:
        assert said.kind in SETTINGS


class _Desk:
    """What `at_desk` asks of a desk."""

    def __init__(self, text):
        self.store = self.kept = self
        self.get = lambda _key: text


def test_every_condition_is_listed_once_by_name():
    known = assessment_site.conditions()
    names = [one.title["en"].casefold() for one in known]
    assert names == sorted(names)
    assert len({one.key for one in known}) == len(known) == assessment.check_knowledge()
    assert any(one.has_population and one.priors for one in known)
