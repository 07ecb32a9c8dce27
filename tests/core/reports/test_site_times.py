"""Protects: a time to the answer is told only where the trail leaves no doubt whose it is."""

from datetime import UTC, datetime, timedelta

from meddx_desktop.core.domain.site_numbers import Mark
from meddx_desktop.core.reports.site_times import answer_times

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def marks(*told):
    """Entries of one case: action, seconds, model."""
    return [
        Mark("c1", action, "A", AT + timedelta(seconds=second), model)
        for action, second, model in told
    ]


def test_films_and_answers_go_by_their_order():
    told = marks(("film_added", 0, ""), ("film_added", 5, ""), ("film_screened", 10, "m"),
                 ("film_screened", 12, "m"))  # fmt: skip
    assert answer_times(told) == [10, 7]


def test_several_models_of_one_film_are_one_answer():
    told = marks(("film_added", 0, ""), ("film_screened", 10, "m"), ("film_screened", 10.02, "n"))
    assert answer_times(told) == [10]


def test_another_model_much_later_is_of_another_film():
    told = marks(("film_added", 0, ""), ("film_added", 0, ""), ("film_screened", 10, "m"),
                 ("film_screened", 14, "n"))  # fmt: skip
    assert answer_times(told) == [10, 14]


def test_a_film_that_failed_has_no_time_and_takes_none_from_others():
    told = marks(("film_added", 0, ""), ("film_added", 1, ""), ("film_not_screened", 10, ""),
                 ("film_screened", 21, "m"))  # fmt: skip
    assert answer_times(told) == [20]


def test_a_film_without_any_entry_leaves_the_whole_case_out():
    """No model applied to one of two: whose answer the one is, nobody can tell."""
    told = marks(("film_added", 0, ""), ("film_added", 1, ""), ("film_screened", 10, "m"))
    assert answer_times(told) == []


def test_what_comes_after_another_screening_is_no_first_answer():
    told = marks(("film_added", 0, ""), ("film_screened", 9, "m"), ("screening_asked", 60, ""),
                 ("film_screened", 70, "m"))  # fmt: skip
    assert answer_times(told) == [9]


def test_nothing_told_is_no_time():
    assert answer_times(()) == []
    assert answer_times(marks(("film_screened", 3, "m"))) == []
