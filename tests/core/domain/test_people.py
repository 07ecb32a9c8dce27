"""Protects: one table says who may do what, and nobody may by omission."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.people import (
    PERMISSIONS,
    Action,
    Role,
    may,
    name_key,
    same_name,
    tidy_name,
)
from meddx_desktop.core.errors import InvalidEntry


def test_every_role_stands_in_the_table_and_can_sign_in():
    assert set(PERMISSIONS) == set(Role)
    assert all(may(role, Action.SIGN_IN) for role in Role)


def test_every_action_is_somebodys():
    assert set().union(*PERMISSIONS.values()) == set(Action)


WHO = {
    Action.DECIDE: {Role.CLINICIAN},
    Action.SIGN_CASE: {Role.CLINICIAN},
    Action.CONFIRM_THRESHOLD: {Role.CLINICIAN},
    Action.SET_THRESHOLD: {Role.OWNER},
    Action.MANAGE_USERS: {Role.OWNER},
    Action.ROTATE_KEYS: {Role.OWNER},
    Action.INSTALL_MODEL: {Role.OWNER},
    Action.DELETE_PATIENT: {Role.OWNER},
    Action.RESTORE: {Role.OWNER},
    Action.READ_AUDIT: {Role.OWNER, Role.AUDITOR},
    Action.EXPORT: {Role.OWNER, Role.CLINICIAN},
    Action.SCREEN: {Role.OWNER, Role.CLINICIAN, Role.SCREENING_OFFICER},
}


@pytest.mark.parametrize("action", WHO)
def test_what_hurts_is_in_the_right_hands(action):
    assert {role for role in Role if may(role, action)} == WHO[action]


def test_an_auditor_sees_no_case():
    seen = PERMISSIONS[Role.AUDITOR]
    assert seen == {Action.SIGN_IN, Action.READ_AUDIT, Action.PRINT}


@given(st.text(max_size=80))
def test_a_kept_name_stays_as_it_is(name):
    try:
        tidy = tidy_name(name)
    except InvalidEntry as error:
        assert error.code == "user_name_invalid"
    else:
        assert tidy_name(tidy) == tidy
        assert same_name(tidy, name)
        assert name_key(name_key(tidy)) == name_key(tidy)
        tidy.encode()


@pytest.mark.parametrize("name", ["", "   ", "a\u200bb", "a\u202eb", "x" * 65, "a\0b", "\ud800"])
def test_names_that_are_none(name):
    with pytest.raises(InvalidEntry):
        tidy_name(name)


def test_spellings_of_one_name():
    assert same_name("José", "JOSE\u0301 ")
    assert same_name("Straße", "STRASSE")
    assert not same_name("王芳", "王方")
