"""Protects: nothing unseen from outside reaches paper, and no sign of a name goes missing."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.reports.clean import line, plain, spelled


@given(st.text())
def test_nothing_unseen_is_left(text):
    kept = plain(text)
    bad = {c for c in kept if unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"}} - {"\n"}
    assert not bad


@given(st.text())
def test_one_line_is_one_line(text):
    assert "\n" not in line(text)


def test_marks_that_turn_the_writing_go():
    assert line("Li\u202egnaW\u2066 x") == "LignaW x"


def test_joiners_of_names_stay():
    assert line("نام\u200cخانوادگی") == "نام\u200cخانوادگی"


def test_what_the_font_lacks_is_given_by_its_number():
    assert spelled("王\U00020bb7", "王".__eq__) == "王[U+20BB7]"


def test_letters_of_any_script_stay():
    assert line("  Ωμέγα  Ким 李 ") == "Ωμέγα Ким 李"
