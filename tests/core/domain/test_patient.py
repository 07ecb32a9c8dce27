"""Protects: ages and identities are taken as stated, and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.patient import Age, Patient, PersonName, Sex
from meddx_desktop.core.errors import InvalidEntry


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("45y", 16436),
        ("18m", 548),
        ("10d", 10),
        ("6w", 42),
        ("045Y", 16436),
        (" 3 Y ", 1096),
        ("3岁", 1096),
        ("3周岁", 1096),
        ("18个月", 548),
        ("１０天", 10),
        ("6周", 42),
    ],
)
def test_age_as_typed_or_as_dicom_has_it(text, days):
    assert Age.parse(text).days == days


@pytest.mark.parametrize("text", ["", "45", "y", "-3y", "4.5y", "999y", "3 years", "十岁", "1e3y"])
def test_what_is_no_age_is_refused(text):
    with pytest.raises(InvalidEntry) as caught:
        Age.parse(text)
    assert caught.value.code == "age_invalid"


@given(st.text(max_size=30))
def test_any_text_is_an_age_or_refused(text):
    try:
        assert Age.parse(text).days >= 0
    except InvalidEntry as refusal:
        assert refusal.code == "age_invalid"


def test_age_between_dates():
    assert Age.between(date(2020, 1, 1), date(2020, 1, 11)).days == 10
    assert Age.between(date(2020, 1, 2), date(2020, 1, 1)) is None
    assert Age.between(date(1800, 1, 1), date(2020, 1, 1)) is None


def test_name_is_shown_in_the_script_of_the_patient():
    assert PersonName("Wang^XiaoDong", "王^小東").shown == "王小東 (Wang XiaoDong)"
    assert PersonName("Brown^Mary").shown == "Brown Mary"
    assert PersonName().shown == ""


def test_equal_id_with_another_name_contradicts():
    one = Patient("1", PersonName("Li^Na"), date(1990, 5, 1), Sex.FEMALE)
    other = Patient("1", PersonName("Wang^Wei"), date(1990, 5, 1), Sex.MALE)
    assert one.contradicts(other) == ("name", "sex")


def test_silence_is_no_contradiction_and_case_no_difference():
    one = Patient("1", PersonName("Li^Na"), date(1990, 5, 1), Sex.FEMALE)
    assert one.contradicts(Patient("1")) == ()
    assert one.contradicts(Patient("1", PersonName("LI^NA"))) == ()
    assert not Patient().is_identified
