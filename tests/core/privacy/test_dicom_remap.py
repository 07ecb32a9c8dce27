"""Protects: replacements are the same for the same, differ by key, and can't be undone by guess."""

from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.privacy.dicom_remap import Remap, days_back

ONE = Remap(b"k" * 32, "Li")


@given(st.text(max_size=70))
def test_a_new_uid_is_always_a_uid(uid):
    new = ONE.uid(uid)
    assert len(new) <= 64 and new.startswith("2.25.") and new[5:].isdigit()
    assert new == ONE.uid(uid) == Remap(b"k" * 32, "Wu").uid(uid)
    assert new != Remap(b"x" * 32, "Li").uid(uid)


@given(st.text(max_size=20), st.binary(min_size=32, max_size=32))
def test_days_are_whole_weeks_back_within_two_years(who, key):
    days = days_back(key, who)
    assert days % 7 == 0 and -728 <= days <= -7


@given(st.dates().filter(lambda day: day.year > 1000))
def test_dates_move_by_the_same_days(day):
    moved = ONE.moved(f"{day:%Y%m%d}")
    assert len(moved) == 8 and moved.isdigit()
    assert ONE.moved(f"{day:%Y.%m.%d}") == moved


def test_what_is_no_date_is_empty():
    for text in ("", "ZHANG", "20241305", "20240305ZHANG", "00010101", "2024"):
        assert ONE.moved(text) == ""
    assert ONE.moved("20240305101112").endswith("101112")


def test_the_key_is_not_shown():
    assert "kkkk" not in repr(ONE)
