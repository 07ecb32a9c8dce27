"""Protects: of the note's vital signs only what a person ticked reaches the strip."""

import pytest

from meddx_desktop.core.domain.case import Answer, Vitals
from meddx_desktop.core.operations.notes_vitals import Offered
from meddx_desktop.gui.dialogs.notes_vitals import NoteVitalsDialog

PULSE = Offered((("pulse", 104.0),), Answer.UNKNOWN, "HR 104", "BP 128/82, HR 104, RR 22")
LATER = Offered((("pulse", 88.0),), Answer.UNKNOWN, "HR 88", "HR 88 after rest")
WEIGHT = Offered((("weight_kg", 62.0),), Answer.UNKNOWN, "62 kg", "Weight 62 kg")
AIR = Offered((("spo2_percent", 94.0),), Answer.NO, "SpO2 94% RA", "SpO2 94% RA")


@pytest.fixture
def ask(qtbot):
    def made(*offers, vitals=None):
        dialog = NoteVitalsDialog(offers, vitals or Vitals())
        qtbot.addWidget(dialog)
        return dialog

    return made


def test_what_is_plain_is_ticked_and_a_weight_or_a_known_value_is_not(ask):
    dialog = ask(PULSE, WEIGHT, AIR, vitals=Vitals(spo2_percent=97.0))
    assert dialog.chosen == (PULSE,)
    assert [box.text() for box in dialog.boxes] == [
        "Pulse 104 /min",
        "Weight 62 kg",
        "SpO₂ 94 %, On oxygen: No",
    ]


def test_of_two_values_for_one_field_one_can_be_ticked(ask):
    dialog = ask(PULSE, LATER)
    assert dialog.chosen == () and not dialog.accept_button.isEnabled()
    for box, one in zip(dialog.boxes, (PULSE, LATER), strict=True):
        box.setChecked(True)
        assert dialog.chosen == (one,) and dialog.accept_button.isEnabled()
