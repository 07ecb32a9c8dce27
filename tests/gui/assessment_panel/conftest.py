"""A case with a note, results and vital signs that an assessment has much to say of."""

from datetime import date

import pytest

from meddx_desktop.core.domain.case import LabRow, Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import cases

NOTE = (
    "Cough and fever for 3 days, crackles on the right.\n"
    "Chest: lower chest wall indrawing, stridor when calm."
)


@pytest.fixture
def child(parts):
    """The id of a case that is not open."""
    patient = Patient("4711", PersonName("Li^Xiaoyu"), date(2023, 6, 1), Sex.FEMALE)
    made = cases.create(parts.app, patient)
    cases.write_note(parts.app, made.case_id, NOTE)
    cases.write_labs(parts.app, made.case_id, (LabRow("Na", "128", "mmol/L"),))
    cases.write_vitals(parts.app, made.case_id, Vitals(temperature_c=38.6, spo2_percent=94.0))
    return made.case_id


@pytest.fixture
def settle(qtbot):
    """Wait until a panel has its answer: ``settle(panel)``."""

    def wait(panel):
        side = panel.case_side
        qtbot.waitUntil(lambda: side.reader.is_settled, timeout=20000)
        qtbot.waitUntil(lambda: side.page.renewing.isHidden(), timeout=20000)

    return wait
