"""Protects: a date is read as the day that was meant, or not at all."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.labs.written_dates import (
    DateOrder,
    is_clock,
    looks_like_date,
    order_of,
    read_when,
)

DAY = datetime(2024, 3, 5)
HALF_PAST_TWO = datetime(2024, 3, 5, 14, 30)


@pytest.mark.parametrize(
    "text",
    [
        *("2024-03-05", "2024/3/5", "2024.3.5", "20240305", "2024年3月5日", "２０２４-03-05"),
        *(
            "24-3-5",
            "5 Mar 2024",
            "05-Mar-24",
            "March 5, 2024",
            "2024-03-05 (周二)",
            "5th March 2024",
        ),
    ],
)
def test_a_day(text):
    assert read_when(text, DateOrder.YEAR_FIRST) == (DAY, "time_day_only")


@pytest.mark.parametrize(
    "text",
    [
        *("2024-03-05 14:30", "2024-03-05T14:30:00", "20240305143000", "202403051430"),
        *(
            "2024年3月5日14时30分",
            "2024年3月5日 下午2:30",
            "Mar 5, 2024 2:30 PM",
            "2024/3/5 14:30:00.5",
        ),
    ],
)
def test_a_time(text):
    assert read_when(text) == (HALF_PAST_TWO, "")


def test_a_zone_is_kept():
    assert read_when("2024-03-05T14:30:00Z")[0] == HALF_PAST_TWO.replace(tzinfo=UTC)
    assert read_when("2024-03-05 14:30 +08:00")[0].utcoffset().seconds == 8 * 3600


@pytest.mark.parametrize(
    "text",
    [
        "2024-13-05",
        "2024-02-30",
        "1024-01-01",
        "hello",
        "3月5日",
        "2024",
        "99999",
        "2024-3-5 24:00",
    ],
)
def test_what_is_no_date_is_none(text):
    assert read_when(text) == (None, "time_unreadable")


@pytest.mark.parametrize(
    ("text", "order", "moment"),
    [
        ("01/02/2024", None, None),
        ("01/02/2024", DateOrder.DAY_FIRST, datetime(2024, 2, 1)),
        ("01/02/2024", DateOrder.MONTH_FIRST, datetime(2024, 1, 2)),
        ("13/02/2024", None, datetime(2024, 2, 13)),
        ("13/02/2024", DateOrder.MONTH_FIRST, None),
        ("05/05/2024", None, datetime(2024, 5, 5)),
        ("24-03-05", None, None),
        ("24-03-05", DateOrder.YEAR_FIRST, DAY),
    ],
)
def test_short_dates_need_an_order(text, order, moment):
    assert read_when(text, order)[0] == moment


def test_a_number_of_days_is_read_as_excel_counts_and_said_so():
    assert read_when("45356") == (DAY, "date_from_serial")
    assert read_when("45356.604166667")[0] == HALF_PAST_TWO
    assert read_when("45356", serials=False) == (None, "time_unreadable")


def test_a_birth_date_needs_four_digits_of_the_year():
    assert read_when("24-3-5", DateOrder.YEAR_FIRST, short_years=False)[0] is None


@pytest.mark.parametrize(
    ("texts", "is_chinese", "order", "options"),
    [
        (["2024-03-05"], False, None, 0),
        (["01/02/2024"], False, None, 2),
        (["01/02/2024", "13/02/2024"], False, DateOrder.DAY_FIRST, 0),
        (["01/02/2024", "02/13/2024"], False, DateOrder.MONTH_FIRST, 0),
        (["13/02/2024", "02/13/2024"], False, None, 3),
        (["24-03-05"], True, DateOrder.YEAR_FIRST, 0),
        (["24-03-05"], False, None, 2),
        (["01/02/2024"], True, None, 2),
    ],
)
def test_all_dates_together_say_the_order(texts, is_chinese, order, options):
    found = order_of(texts, is_chinese=is_chinese)
    assert (found.order, len(found.options)) == (order, options)
    assert (found.example in texts) is bool(options)


def test_a_time_of_day_alone_is_no_date():
    assert is_clock("08:30") and is_clock("8时30分")
    assert not is_clock("2024-03-05") and not looks_like_date("08:30")


FORMS = [
    "{0:%Y-%m-%d}",
    "{0:%Y/%m/%d}",
    "{0:%Y%m%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0:%d %b %Y}",
]


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)), st.sampled_from(FORMS))
def test_what_is_written_is_what_is_read(day, form):
    assert read_when(form.format(day))[0].date() == day


@settings(deadline=None)
@given(st.dates(date(1971, 1, 1), date(2068, 1, 1)), st.sampled_from(list(DateOrder)))
def test_a_short_date_is_read_in_its_order_or_asked_about(day, order):
    form = {"day_first": "%d/%m/%y", "month_first": "%m/%d/%y", "year_first": "%y/%m/%d"}[order]
    text = day.strftime(form)
    assert read_when(text, order)[0].date() == day
    unasked = read_when(text)[0]
    assert unasked is None or unasked.date() == day


@settings(deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"\A[0-9年月日/.: -]{1,20}\Z"))
def test_no_text_raises(text):
    for order in (None, *DateOrder):
        read_when(text, order)
    order_of([text])
    looks_like_date(text)
