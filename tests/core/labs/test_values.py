"""Protects: a number read from a laboratory's text is the number that stands there, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.laboratory import Comparator, SentRange, SentValue
from meddx_desktop.core.labs.characters import fold
from meddx_desktop.core.labs.numbers import (
    COMMA,
    COMMA_THOUSANDS,
    POINT,
    POINT_THOUSANDS,
    NumberStyle,
    style_of,
)
from meddx_desktop.core.labs.values import (
    parse_range,
    parse_value,
    says_none,
    split_flags,
    value_and_flags,
)

PLAIN = {
    "13.2": 13.2,
    "１３.２": 13.2,
    "-5.5": -5.5,
    "−5.5": -5.5,
    "+2.3": 2.3,
    ".5": 0.5,
    "1.2E3": 1200.0,
    "1.2e-3": 0.0012,
    "3.5×10^9": 3.5e9,
    "3.5*10^9": 3.5e9,
    "3.5 x10^9": 3.5e9,
    "3.5×10⁹": 3.5e9,
    "2.0×10⁻³": 0.002,
    "10^5": 1e5,
    "10⁵": 1e5,
    "1'234.5": 1234.5,
    "0.05(-)": 0.05,
    "阴性 0.05": 0.05,
    "12.5 阳性(+)": 12.5,
}
NO_NUMBER = [
    *("阳性(+)", "++", "3+", "+1", "1(+)", "±", "negative", "O型", "", "-", "见报告"),
    *("13,2", "1,234", "1.2.3", "12.", "1 234", "3.5×109", "1½", "①", "1₂", "٣", "10^9^2"),
    *(
        "5-2",
        "-3--1",
        "120/80",
        "1:0",
        "1:-5",
        "1e999",
        "nan",
        "inf",
        "0x10",
        "1_000",
        "2024-03-05",
    ),
    *("nan", "<1-5", "1:2:3", "9" * 400, "1" * 39 + ",5", "12,34,5"),
]


@pytest.mark.parametrize(("text", "number"), PLAIN.items())
def test_a_plain_number(text, number):
    value = parse_value(text)
    assert value.is_plain
    assert value.number == pytest.approx(number)
    assert value.text == text


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_not_certain_is_no_number(text):
    assert parse_value(text) == SentValue(text)


@pytest.mark.parametrize(
    ("text", "comparator", "number"),
    [
        ("<10", Comparator.BELOW, 10),
        ("＞1000", Comparator.ABOVE, 1000),
        ("≤ 10", Comparator.AT_MOST, 10),
        ("<=10", Comparator.AT_MOST, 10),
        ("≥0.5", Comparator.AT_LEAST, 0.5),
        ("≧0.5", Comparator.AT_LEAST, 0.5),
        ("小于0.1", Comparator.BELOW, 0.1),
        ("大于等于5", Comparator.AT_LEAST, 5),
        ("<0.05 阴性", Comparator.BELOW, 0.05),
    ],
)
def test_a_limit_stays_a_limit(text, comparator, number):
    assert parse_value(text) == SentValue(text, number, comparator)


@pytest.mark.parametrize("text", ["1:128", "1：128", "1∶128", "1:128 (+)", "阳性(1:128)", "1/128"])
def test_a_titre_is_a_ratio(text):
    assert parse_value(text) == SentValue(text, 1, denominator=128)


@pytest.mark.parametrize("text", ["2-5", "2～5", "2 — 5", "2--5", "2至5"])
def test_an_interval_has_two_ends(text):
    assert parse_value(text) == SentValue(text, 2, high=5)


@pytest.mark.parametrize(
    ("text", "rest", "flags"),
    [
        ("5.6 ↑", "5.6", ("↑",)),
        ("5.6↓↓", "5.6", ("↓↓",)),
        ("12.3H", "12.3", ("H",)),
        ("12.3 LL", "12.3", ("LL",)),
        ("*7.9", "7.9", ("*",)),
        ("H 7.9", "7.9", ("H",)),
        ("8.1（偏高）", "8.1", ("偏高",)),
        ("8.1 * ▲", "8.1", ("↑", "*")),
        ("<5 ↓", "<5", ("↓",)),
        ("阳性 *", "阳性", ("*",)),
        ("Type L", "Type L", ()),
        ("3+", "3+", ()),
        ("↑", "↑", ()),
        ("RH", "RH", ()),
    ],
)
def test_flags_are_taken_off(text, rest, flags):
    assert split_flags(text) == (rest, flags)
    value, found = value_and_flags(text)
    assert (value.text, found) == (rest, flags)
    assert parse_value(text).text == text


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("13,2", COMMA, 13.2),
        ("1,234", COMMA, 1.234),
        ("1.234", COMMA, None),
        ("1.234,5", COMMA_THOUSANDS, 1234.5),
        ("1.234", COMMA_THOUSANDS, 1234),
        ("1,234", POINT_THOUSANDS, 1234),
        ("1,50,000", POINT_THOUSANDS, 150000),
        ("13,2", POINT_THOUSANDS, None),
        ("0,123", POINT_THOUSANDS, None),
        ("1 234", NumberStyle(",", " "), 1234),
        ("1\u202f234,5", NumberStyle(",", " "), 1234.5),
    ],
)
def test_marks_are_read_as_the_style_says(text, style, number):
    assert parse_value(text, style).number == number


@pytest.mark.parametrize(
    ("column", "style", "is_sure"),
    [
        ((), POINT, True),
        (("12.5", "阴性"), POINT, True),
        (("1.234",), POINT, True),
        (("13,2", "1,2", "1,234"), COMMA, True),
        (("0,123", "0,5"), COMMA, True),
        (("0,123",), POINT, False),
        (("13,2", "13,2"), POINT, False),
        (("13,2", "1,5", "1.234"), COMMA_THOUSANDS, True),
        (("1.234,5",), COMMA_THOUSANDS, True),
        (("12.5", "1,234"), POINT_THOUSANDS, True),
        (("1,234.5",), POINT_THOUSANDS, True),
        (("1,50,000",), POINT_THOUSANDS, True),
        (("1,234", "5,678"), POINT, False),
        (("13,2", "12.5"), POINT, False),
    ],
)
def test_the_style_comes_from_clear_numbers(column, style, is_sure):
    found = style_of(column)
    assert (found.style, found.is_sure) == (style, is_sure)
    assert bool(found.example) is not is_sure


@pytest.mark.parametrize(
    "text",
    [
        *("3.5-5.3", "3.5_5.3", "3.5～5.3", "3.5—5.3", "3.5--5.3", "3.5 - 5.3", "(3.5-5.3)"),
        *("[3.5-5.3]", "3.5至5.3", "3.5 to 5.3", "3.5-5.3 mmol/L", "3.5-5.3mmol/l"),
    ],
)
def test_a_range_has_two_limits(text):
    assert parse_range(text, "mmol/L") == SentRange(text, 3.5, 5.3)


@pytest.mark.parametrize(
    ("text", "low", "high", "low_included", "high_included"),
    [
        ("< 5", None, 5, True, False),
        ("≤5", None, 5, True, True),
        ("<=5", None, 5, True, True),
        (">3.5", 3.5, None, False, True),
        ("≥3.5", 3.5, None, True, True),
        ("-3～3", -3, 3, True, True),
        ("-3-3", -3, 3, True, True),
        ("-2-+3", -2, 3, True, True),
    ],
)
def test_limits_and_whether_they_belong(text, low, high, low_included, high_included):
    assert parse_range(text) == SentRange(text, low, high, low_included, high_included)


@pytest.mark.parametrize(
    "text",
    [
        *("男:130-175 女:115-150", "阴性", "", "70", "3.5-5.3 g/L", "-3--1", "5-2", "1:20"),
        *("3,5-5,3", "3.5-5.3 (adults)", "3.5-5.3-6", "<3-5", "x" * 500),
    ],
)
def test_a_doubtful_range_stays_text(text):
    assert parse_range(text, "mmol/L") == SentRange(text)


def test_a_range_follows_the_style():
    assert parse_range("3,5-5,3", "", COMMA) == SentRange("3,5-5,3", 3.5, 5.3)


@pytest.mark.parametrize("text", ["", " ", "-", "——", "N/A", "未做", "／"])
def test_a_dash_says_that_there_is_nothing(text):
    assert says_none(text)


@pytest.mark.parametrize("text", ["0", "阴性", "(-)", "±"])
def test_zero_and_negative_are_values(text):
    assert not says_none(text)


@given(st.integers(-(10**6), 10**6), st.integers(0, 4), st.sampled_from([POINT, COMMA]))
def test_what_is_written_is_what_is_read(units, decimals, style):
    number = units / 10**decimals
    text = f"{number:.{decimals}f}".replace(".", style.decimal)
    assert parse_value(text, style) == SentValue(text, float(f"{number:.{decimals}f}"))


@given(st.integers(0, 10**9))
def test_thousands_are_read_as_written(number):
    assert parse_value(f"{number:,}", POINT_THOUSANDS).number == number


@given(st.floats(-1e4, 1e4), st.floats(0, 1e4), st.sampled_from(["-", "~", "～", "—", "_", "至"]))
def test_ranges_written_are_ranges_read(low, width, mark):
    low, high = round(low, 3), round(low + width, 3)
    found = parse_range(f"{low:.3f}{mark}{high:.3f}")
    assert (found.low, found.high) in {(low, high), (None, None)}
    if high >= 0 and not (low < 0 and mark == "-"):
        assert (found.low, found.high) == (low, high)


@given(st.text())
def test_any_text_is_kept(text):
    assert len(fold(text)) == len(text)
    assert parse_value(text).text == text.strip()
    assert parse_range(text, text[-2:]).text == text.strip()
    value, flags = value_and_flags(text)
    assert all(flag in fold(text) for flag in flags)
    assert value.text in text
