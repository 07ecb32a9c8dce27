"""Protects: a film keeps the age it was taken at when asked, and never more than that."""

from datetime import date

import pytest

from meddx_desktop.core.privacy.dicom_ages import counted_age, stated_age
from meddx_desktop.core.privacy.dicom_options import FilmDates, FilmOptions
from tests.core.privacy.test_dicom import _header
from tests.data import films

KEPT = FilmOptions(keep_characteristics=True)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2026, 3, 1), date(2026, 3, 11), "010D"),
        (date(2026, 3, 1), date(2026, 3, 1), "000D"),
        (date(2025, 10, 15), date(2026, 3, 14), "004M"),
        (date(2024, 3, 2), date(2026, 3, 1), "023M"),
        (date(2024, 3, 1), date(2026, 3, 1), "002Y"),
        (date(1968, 1, 30), date(2026, 1, 29), "057Y"),
        (date(1936, 3, 1), date(2026, 2, 28), "089Y"),
        (date(1931, 5, 3), date(2026, 3, 12), "090Y"),
        (date(2026, 3, 2), date(2026, 3, 1), ""),
        (None, date(2026, 3, 1), ""),
        (date(2026, 3, 2), None, ""),
    ],
)
def test_an_age_is_counted_in_whole_units(birth, day, age):
    assert counted_age(birth, day) == age


def test_what_is_no_age_string_is_none():
    assert [stated_age(one) for one in ("045Y", "101Y", "45Y", "045", "Zhang")] == [
        *("045Y", "090Y"),
        *("", "", ""),
    ]


@pytest.mark.parametrize("dates", list(FilmDates))
def test_a_film_with_a_birth_date_alone_keeps_its_age_when_asked(dates):
    data = films.film(PatientBirthDate="20221105", StudyDate="20260302")
    assert not _header(data).get("PatientAge")
    header = _header(data, FilmOptions(dates, keep_characteristics=True))
    assert header.PatientAge == "003Y" and not header.PatientBirthDate


def test_an_age_that_is_stated_is_not_counted_anew():
    data = films.film(PatientBirthDate="20221105", StudyDate="20260302", PatientAge="040M")
    assert _header(data, KEPT).PatientAge == "040M"


def test_without_a_day_no_age_is_made_up():
    data = films.film(PatientBirthDate="20221105", StudyDate="", SeriesDate="")
    assert not _header(data, KEPT).get("PatientAge")
