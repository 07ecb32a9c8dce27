"""A confirmed condition with a plan, and the treatment window on it."""

from datetime import date

import pytest

from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import assessment_confirm, cases
from meddx_desktop.gui.treatment.dialog import TreatmentDialog

COPD = "copd_exacerbation"
LI_NA = Patient("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.MALE, allergies=())
NOTE = "Wheeze. Takes warfarin 3 mg daily and ibuprofen 400 mg. Herbal drops."


@pytest.fixture
def case_id(parts):
    made = cases.create(parts.app, LI_NA)
    cases.write_note(parts.app, made.case_id, NOTE)
    cases.write_vitals(parts.app, made.case_id, Vitals(weight_kg=70.0, weight_on=made.day))
    assessment_confirm.confirm(parts.app, made.case_id, COPD)
    return made.case_id


@pytest.fixture
def settled(qtbot):
    """Wait until a treatment window has its answers: ``settled(dialog)``."""

    def wait(dialog):
        for page in (dialog.plan, dialog.medication):
            qtbot.waitUntil(lambda page=page: page.asker.is_settled, timeout=20000)

    return wait


@pytest.fixture
def opened(parts, qtbot, settled):
    """Open the window on a case: ``opened(case_id)``."""

    def show(case_id, **how):
        parts.session.open_case(case_id)
        made = TreatmentDialog(parts.session, parts.session.case, **how)
        qtbot.addWidget(made)
        made.show()
        settled(made)
        return made

    return show
