"""Protects: the treatment window opens from the confirmed card and by its key, leads to what must
be entered, and a choice is undone with its trace kept and part of what is signed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.assessment import Origin, Place, RankedCondition, Standing
from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.domain.treatment import Question
from meddx_desktop.core.operations import (
    assessment_confirm,
    assessment_site,
    cases,
    treatment_records,
)
from meddx_desktop.gui import treating
from meddx_desktop.gui.assessment_panel.condition_card import ConditionCard
from meddx_desktop.gui.dialogs.sign import SignDialog
from meddx_desktop.gui.main_window import MainWindow
from meddx_desktop.gui.treatment.dialog import TreatmentDialog
from meddx_desktop.gui.treatment.medication_page import NOTE
from tests.gui.treatment.conftest import COPD, LI_NA


@pytest.fixture
def window(parts, qtbot):
    made = MainWindow(parts)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.retire()


@pytest.fixture
def shown(monkeypatch):
    """Windows that were opened, each closed at once with what `ask` holds."""
    made, ask = [], []

    def run(self):
        made.append(self)
        self.asked = ask.pop() if ask else None
        self.reject()
        return 0

    monkeypatch.setattr(TreatmentDialog, "exec", run)
    return made, ask


def settle(dialog, qtbot):
    for page in (dialog.plan, dialog.medication):
        qtbot.waitUntil(lambda page=page: page.asker.is_settled, timeout=20000)


def choose(parts, case_id):
    for node in ("severe", "purulent"):
        treatment_records.answer(parts.app, case_id, COPD, node=node, said="no")
    view = treatment_records.view(parts.app, case_id, COPD)
    shown = view.plan.choices[0]
    treatment_records.choose(parts.app, case_id, COPD, shown=shown)
    parts.session.refresh(case_id)
    return shown


def words(widget):
    return " | ".join(one.text() for one in widget.findChildren(QLabel))


def test_it_needs_an_open_case_and_opens_by_menu_and_card(window, parts, case_id, shown, qtbot):
    action = window.commands.treatment
    assert not action.isEnabled() and action.shortcut().toString() == "Ctrl+T"
    parts.session.open_case(case_id)
    assert action.isEnabled()
    action.trigger()
    made, _ = shown
    assert len(made) == 1
    window.assessment.case_side.page.treatment_wanted.emit(COPD)
    assert [one.plan.condition for one in made] == [COPD, COPD]


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_confirmed_card_has_the_way_in(parts, case_id, qtbot, is_confirmed):
    one = RankedCondition(COPD, {"en": "COPD"}, "J44.1", Standing.SOME)
    word = cases.load(parts.app, case_id).confirmed[0] if is_confirmed else None
    site = assessment_site.site(parts.app)
    card = ConditionCard(one, "", site, word=word, barred="", is_open=True)
    qtbot.addWidget(card)
    assert card.treat.isVisibleTo(card) is is_confirmed
    with qtbot.waitSignal(card.treatment_wanted) as wanted:
        card.treat.click()
    assert wanted.args == [COPD]


def test_a_missing_vital_sign_leads_to_its_field(window, parts, case_id, shown, monkeypatch):
    parts.session.open_case(case_id)
    seen = []
    monkeypatch.setattr(window.vitals, "show_field", seen.append)
    for asked in (
        Question.WEIGHT,
        Question.WEIGHT_DATE,
        Question.WEIGHT_IMPLAUSIBLE,
        Question.PREGNANCY,
        Question.LACTATION,
    ):
        shown[1].append(asked)
        window.treating.open()
    assert seen == ["weight_kg", "weight_kg", "weight_kg", "pregnant", "lactating"]


def test_allergies_lead_to_the_patient_and_back(window, parts, case_id, shown, monkeypatch):
    parts.session.open_case(case_id)
    edited = []
    monkeypatch.setattr(window.doings, "edit_patient", lambda: edited.append(True))
    shown[1].append(Question.ALLERGIES)
    window.treating.open()
    assert edited == [True] and len(shown[0]) == 2


def test_after_a_lock_under_the_window_nothing_is_asked(window, parts, case_id, shown, monkeypatch):
    parts.session.open_case(case_id)
    edited = []
    monkeypatch.setattr(window.doings, "edit_patient", lambda: edited.append(True))

    def locked(self):
        self.asked = Question.ALLERGIES
        parts.session.forget()
        self.done(0)
        return 0

    monkeypatch.setattr(TreatmentDialog, "exec", locked)
    window.treating.open()
    assert edited == [] and window.treating.dialog is None


def test_note_creatinine_and_evidence_are_led_to(window, parts, case_id, shown, monkeypatch):
    parts.session.open_case(case_id)
    gone = []
    monkeypatch.setattr(window.landing, "go", gone.append)
    place = Place(Origin.NOTE, "warfarin", span=Span(14, 22))
    for asked in (place, Question.KIDNEY):
        shown[1].append(asked)
        window.treating.open()
    assert gone[0] == place and gone[1].origin is Origin.CALCULATOR
    shown[1].append(NOTE)
    window.treating.open()
    assert window.tabs.currentWidget() is window.notes


def test_a_choice_is_told_and_undone_by_key_with_its_trace(window, parts, case_id):
    parts.session.open_case(case_id)
    choose(parts, case_id)
    window.treating._tell(COPD, "prednisolone")
    told = window.treating.undoable
    assert told in parts.notices.waiting and "Nothing was ordered" in told.text
    window.commands.undo.trigger()
    case = cases.load(parts.app, case_id)
    assert case.treatments == () and len(case.treatment_words) == 2
    assert window.treating.undoable is None


def test_another_case_has_no_undo_of_this_one(window, parts, case_id):
    parts.session.open_case(case_id)
    choose(parts, case_id)
    window.treating._tell(COPD, "prednisolone")
    parts.session.open_case(cases.create(parts.app, LI_NA).case_id)
    assert window.treating.undoable is None


def test_a_window_that_went_hears_nothing_of_the_next_case(parts, case_id, qtbot):
    gone = MainWindow(parts)
    gone.retire()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    parts.session.open_case(case_id)
    parts.session.refresh(case_id)


def test_what_was_chosen_is_part_of_what_is_signed(parts, case_id, qtbot):
    parts.session.open_case(case_id)
    choose(parts, case_id)
    made = SignDialog(parts.session.case, "Dr Lin")
    qtbot.addWidget(made)
    assert "Dose that was shown" in words(made) and "40 mg, by mouth" in words(made)
    assert "Chosen by Dr Lin" in words(made)


def test_a_choice_that_was_overtaken_is_said_before_signing(window, parts, case_id, monkeypatch):
    parts.session.open_case(case_id)
    choose(parts, case_id)
    assessment_confirm.unconfirm(parts.app, case_id, COPD)
    parts.session.refresh(case_id)
    seen = []

    def look(self):
        seen.append(words(self))
        return 0

    monkeypatch.setattr(SignDialog, "exec", look)
    window.reviewing.take("sign")
    assert "Look at it again." in seen[0]


def test_blind_reading_shows_no_treatment(window, parts, case_id, monkeypatch):
    parts.session.open_case(case_id)
    monkeypatch.setattr(treating.Treating, "_may_open", property(lambda _self: False))
    window.treating.open()
    assert window.treating.dialog is None
