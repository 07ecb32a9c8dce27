"""Protects: lines fit, nothing of a text is lost, and Chinese lines begin with no closing mark."""

from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.reports.wrap import lines

WORDS = st.text(st.sampled_from("ab cd，。（）肺炎x "), max_size=60)


def width(text):
    return sum(2.0 if ord(c) > 0x2E80 else 1.0 for c in text)


@given(WORDS, st.integers(2, 30))
def test_nothing_but_spaces_is_lost(text, limit):
    assert "".join(lines(text, limit, width)).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(2, 30))
def test_every_line_fits(text, limit):
    assert all(width(one) <= limit for one in lines(text, limit, width))


def test_words_stay_whole():
    assert lines("one two three", 8, width) == ["one two", "three"]


def test_a_word_wider_than_the_line_is_cut():
    assert lines("abcdefgh", 3, width) == ["abc", "def", "gh"]


def test_chinese_breaks_between_characters_and_keeps_its_marks():
    assert all(one[0] not in "，。" for one in lines("低于阈值，不能排除。", 8, width))


def test_own_line_breaks_stay():
    assert lines("a\n\nb", 10, width) == ["a", "", "b"]


def test_a_word_of_a_hundred_thousand_characters_is_measured_in_pieces():
    measured = []

    def counted(text):
        measured.append(len(text))
        return float(len(text))

    made = lines("V" * 100_000, 20, counted)
    assert len(made) == 5_000
    assert sum(measured) < 50 * 100_000
