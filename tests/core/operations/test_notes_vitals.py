"""Protects: vital signs of a note are offered as they stand there, and nothing is taken unasked."""

from datetime import UTC, date, datetime

import pytest

from meddx_desktop.core.domain.case import Answer, Case, Vitals
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.operations import notes_desk, notes_vitals, open_application
from meddx_desktop.core.settings import Settings

NOTE = (
    "Past history:\nBP 190/110 in 2015.\n"
    "Vital signs: T 101.3 F, BP 128/82, HR 104, RR 22, SpO2 94% RA. Weight 62 kg.\n"
)


@pytest.fixture
def offers(tmp_path):
    app = open_application(models=tmp_path, settings=Settings(), store=tmp_path / "store")

    def read(text):
        case = Case("c", Patient("P-1"), datetime(2026, 11, 22, tzinfo=UTC), note=text)
        return notes_vitals.offered(notes_desk.read(app, case, text, notes_desk.Memory()))

    return read


def test_what_the_note_states_now_is_offered_with_its_words_in_units_of_the_strip(offers):
    found = offers(NOTE)
    assert [one.values for one in found] == [
        (("temperature_c", 38.5),),
        (("systolic", 128.0), ("diastolic", 82.0)),
        (("pulse", 104.0),),
        (("respiratory_rate", 22.0),),
        (("spo2_percent", 94.0),),
        (("weight_kg", 62.0),),
    ]
    assert [one.on_oxygen for one in found if one.on_oxygen is not Answer.UNKNOWN] == [Answer.NO]
    assert all(one.words in one.around and one.around in NOTE for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Family history:\nmother: BP 190/110",
        "最高体温39.5℃",
        "HR 90-110",
        "T 60 C",
        "no fever",
        "GCS 15, pain 3/10",
    ],
)
def test_what_is_of_others_a_range_or_impossible_is_not_offered(offers, text):
    assert offers(text) == ()


def test_only_what_stands_alone_and_is_unknown_fits_and_never_a_weight(offers):
    twice = offers(NOTE + "HR 88 after rest.\n")
    names = {
        name
        for one in notes_vitals.fitting(twice, Vitals(respiratory_rate=18.0))
        for name in one.fields
    }
    assert names == {"temperature_c", "systolic", "diastolic", "spo2_percent"}


def test_taking_over_changes_what_was_chosen_alone_and_the_later_of_two_counts(offers):
    found = offers(NOTE + "HR 88 after rest.\n")
    strip = Vitals(weight_kg=60.0, weight_on=date(2026, 1, 2), height_cm=170.0, temperature_c=36.9)
    assert notes_vitals.taken(strip, ()) == strip
    chosen = [one for one in found if one.fields & {"pulse", "weight_kg", "spo2_percent"}]
    assert notes_vitals.taken(strip, chosen) == Vitals(
        weight_kg=62.0,
        weight_on=None,
        height_cm=170.0,
        temperature_c=36.9,
        spo2_percent=94.0,
        on_oxygen=Answer.NO,
        pulse=88.0,
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("SpO2 89% on air", Answer.NO),
        ("SpO2 89% on 2 L O2", Answer.YES),
        ("SpO2 94% on oxygen", Answer.YES),
        ("SpO2 94%（吸氧下）", Answer.YES),
        ("SpO2 94%，未吸氧", Answer.NO),
        ("O2 sat 94%", Answer.UNKNOWN),
        ("指脉氧94%", Answer.UNKNOWN),
    ],
)
def test_air_or_oxygen_goes_with_the_saturation(offers, text, answer):
    assert [one.on_oxygen for one in offers(text)] == [answer]


def test_a_pressure_of_before_is_not_offered(offers):
    found = offers("BP 96/58 (was 70/40 on arrival)")
    assert [one.values for one in found] == [(("systolic", 96.0), ("diastolic", 58.0))]
