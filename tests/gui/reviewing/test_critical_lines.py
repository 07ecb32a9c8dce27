"""Protects: a critical laboratory value is named in the window, told, or said to be none."""

from datetime import UTC, datetime
from time import strftime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from meddx_desktop.core.domain.case import LabRow
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, labs
from meddx_desktop.gui import review_steps
from meddx_desktop.gui.dialogs.critical import NotCriticalDialog, ToldDialog
from tests import desks

TODAY = f"{datetime.now(UTC):%Y-%m-%d} 00:01"
FILE = f"Test,Result,Unit,Collected\nPotassium,6.8,mmol/L,{TODAY}\n"
SAID = f"Potassium 6.8 mmol/L, {TODAY}"


@pytest.fixture
def with_potassium(session, parts):
    looked = labs.preview(parts.app, FILE)
    labs.import_into(parts.app, session.case.case_id, looked)
    session.refresh(session.case.case_id)
    return session


def words(part):
    return " | ".join(label.text() for label in part.findChildren(QLabel))


def button(part, text):
    # The newest: those of the last refresh are still on their way out.
    return [one for one in part.findChildren(QPushButton) if one.text() == text][-1]


def test_it_stands_on_top_and_the_next_step_is_to_tell_somebody(window, with_potassium):
    strip = window.assessment.criticals
    assert SAID in words(strip)
    assert "In the laboratory results of this case; Dr Lin" in words(strip)
    assert review_steps.next_step(with_potassium).name == review_steps.TOLD
    assert not window.commands.sign.isEnabled()


def test_a_clinician_says_why_it_is_none_and_signs_with_that_in_sight(
    window, with_potassium, answers
):
    seen = answers(lambda dialog: dialog.page.setPlainText("haemolysed"))
    button(window.assessment.criticals, "Not critical…").click()
    assert isinstance(seen[0], NotCriticalDialog) and SAID in words(seen[0])
    assert with_potassium.case.criticals[0].none.why == "haemolysed"
    answers()
    window.commands.sign.trigger()
    assert f"Not told as critical: {SAID}. haemolysed" in words(seen[1])
    assert with_potassium.case.is_signed
    assert f"Not told as critical: {SAID}" in words(window.assessment)


def test_an_officer_may_tell_and_not_wave_it_away(window, with_potassium, parts):
    parts.app.access.leave()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    with_potassium.refresh(with_potassium.case.case_id)
    window.assessment.criticals.refresh()
    assert not button(window.assessment.criticals, "Not critical…").isEnabled()
    assert button(window.assessment.criticals, "Told…").isEnabled()


def test_signing_names_a_typed_value_that_nobody_was_told_of(window, session, parts, answers):
    typed = (LabRow("Potassium", "6.8", "mmol/L", strftime("%Y-%m-%d")),)
    cases.write_labs(parts.app, session.case.case_id, typed)
    session.refresh(session.case.case_id)
    seen = answers(accept=False)
    window.commands.sign.trigger()
    (dialog,) = seen
    assert isinstance(dialog, ToldDialog)
    assert "Potassium 6.8 mmol/L" in words(dialog)
    assert session.case.has_open_critical and not session.case.is_signed
