"""Protects: the treatment window shows this patient's way, keeps what a clinician answers and
chooses, asks why against a check, and always says what was not checked."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from meddx_desktop.core.domain.assessment import Place
from meddx_desktop.core.domain.case import Vitals
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.domain.treatment import CheckKind, Question, Severity
from meddx_desktop.core.operations import assessment_confirm, cases, review, treatment_records
from meddx_desktop.gui.treatment import dialog as window
from meddx_desktop.gui.treatment.against import AgainstDialog
from meddx_desktop.gui.treatment.choice_card import ChoiceCard
from tests import desks
from tests.gui.treatment.conftest import COPD, LI_NA

ALLERGIC = replace(LI_NA, allergies=("prednisolone",))


def words(widget):
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " | ".join(label.text() for label in shown)


def answer(made, settled, **given):
    for node, said in given.items():
        made.plan.tree.boxes[node].buttons[said].click()
        settled(made)


def at_home(made, settled):
    answer(made, settled, severe="no", purulent="no")


def card(made, key):
    return next(one for one in made.plan.cards if one.choice.key == key)


def test_the_way_waits_where_a_person_must_answer_and_goes_on(opened, case_id, settled):
    made = opened(case_id)
    tree = made.plan.tree
    assert tree.boxes["severe"].is_open and not made.plan.cards
    assert "Answer in the tree first" in words(made.plan)
    at_home(made, settled)
    tree = made.plan.tree
    assert not tree.boxes["severe"].is_open
    assert "answered by Dr Lin" in tree.boxes["severe"].state
    assert [one.choice.key for one in made.plan.cards] == ["prednisolone", "inhaler"]
    taken = [line for line in tree.lines if tree.is_taken(line)]
    assert {(line.start, line.answer) for line in taken} == {
        ("adult", "yes"),
        ("severe", "no"),
        ("purulent", "no"),
    }
    off = next(box for key, box in tree.boxes.items() if not box.node.on_path)
    assert not off.buttons and off.state == "Not this patient's way"


def test_the_keyboard_goes_on_from_what_was_pressed(opened, case_id, settled):
    made = opened(case_id)
    answer(made, settled, severe="no")
    assert made.focusWidget() in made.plan.tree.boxes["purulent"].buttons.values()
    answer(made, settled, purulent="no")
    assert made.focusWidget() is made.plan.tree.boxes["purulent"].buttons["no"]
    card(made, "prednisolone").pick.click()
    settled(made)
    assert made.focusWidget() is card(made, "prednisolone").pick


def test_an_answer_is_taken_back_by_the_same_button(opened, case_id, settled):
    made = opened(case_id)
    at_home(made, settled)
    answer(made, settled, severe="no")
    assert made.plan.tree.boxes["severe"].is_open


def test_a_card_tells_dose_source_and_what_was_not_checked(opened, case_id, settled):
    made = opened(case_id)
    at_home(made, settled)
    told = words(card(made, "prednisolone"))
    for part in ("40 mg, by mouth", "Check dose, weight, allergy.", "opened 2026-11-22", "20"):
        assert part in told
    assert "pairs of drugs. Not checked: " in told.replace("pair(s)", "pairs")
    assert "whatever the case does not name" in told


def test_a_dose_that_needs_adjusting_is_not_shown_in_large(opened, case_id, settled, parts):
    made = opened(case_id)
    at_home(made, settled)
    shown = card(made, "prednisolone").choice
    withheld = replace(shown, dose=None, regimen={}, to_adjust=(CheckKind.KIDNEY,))
    one = ChoiceCard(withheld, made.plan.view, parts.session.case, barred="")
    one.setParent(made)
    text = words(one)
    assert "Dose not shown: it needs adjusting (Kidneys)" in text
    assert " mg" not in text.split("Dose not shown")[0]


def test_nothing_is_chosen_until_it_is_pressed_and_then_it_can_be_taken_back(
    opened, case_id, settled, parts
):
    made = opened(case_id)
    at_home(made, settled)
    assert cases.load(parts.app, case_id).treatment_words == ()
    card(made, "prednisolone").pick.click()
    settled(made)
    assert [one.choice for one in cases.load(parts.app, case_id).treatments] == ["prednisolone"]
    assert "Chosen by Dr Lin" in words(card(made, "prednisolone"))
    card(made, "prednisolone").pick.click()
    settled(made)
    case = cases.load(parts.app, case_id)
    assert case.treatments == () and len(case.treatment_words) == 2


def test_against_a_check_a_reason_is_asked(opened, case_id, settled, parts, monkeypatch):
    cases.write_patient(parts.app, case_id, ALLERGIC)
    made = opened(case_id)
    at_home(made, settled)
    shown = card(made, "prednisolone")
    assert shown.choice.screen.worst is Severity.AVOID
    assert "No dose: a check says to avoid it." in words(shown)
    assert "Avoid · Allergy: prednisolone" in words(shown)
    monkeypatch.setattr(AgainstDialog, "exec", lambda _self: 0)
    shown.pick.click()
    settled(made)
    assert cases.load(parts.app, case_id).treatments == ()

    def write(self):
        self.accept()
        assert self.problem.isVisibleTo(self), "nobody goes on without a reason"
        self.page.setPlainText("only a rash in 1990")
        return 1

    monkeypatch.setattr(AgainstDialog, "exec", write)
    card(made, "prednisolone").pick.click()
    settled(made)
    (kept,) = cases.load(parts.app, case_id).treatments
    assert kept.overrides[0].reason == "only a rash in 1990"
    assert "because: only a rash in 1990" in words(card(made, "prednisolone"))


def test_an_open_question_leads_to_where_it_is_answered(opened, case_id, settled, parts):
    cases.write_patient(parts.app, case_id, replace(LI_NA, allergies=None))
    made = opened(case_id)
    at_home(made, settled)
    shown = card(made, "prednisolone")
    assert not shown.pick.isEnabled() and "No dose before the open questions" in words(shown)
    link = next(one for one in shown.findChildren(QPushButton) if one.text() == "Enter allergies")
    link.click()
    assert made.asked is Question.ALLERGIES and not made.isVisible()


def test_a_childs_dose_is_read_by_a_second_person(opened, parts, settled):
    child = replace(LI_NA, birth_date=LI_NA.birth_date.replace(year=2024), patient_id="4712")
    made = cases.create(parts.app, child)
    cases.write_note(parts.app, made.case_id, "Cough, fast breathing.")
    vitals = Vitals(weight_kg=11.0, weight_on=made.day)
    cases.write_vitals(parts.app, made.case_id, vitals)
    assessment_confirm.confirm(parts.app, made.case_id, "pneumonia_child")
    shown = opened(made.case_id)
    answer(shown, settled, severe="no", hiv="no")
    liquid = words(card(shown, "amoxicillin_liquid"))
    assert "mL of 250 mg/5 mL" in liquid and "per kg and dose, weight 11 kg" in liquid
    assert "A second person reads this dose again" in liquid


def test_drugs_of_the_note_are_checked_without_a_condition(opened, parts, case_id, settled):
    assessment_confirm.unconfirm(parts.app, case_id, COPD)
    made = opened(case_id)
    assert made.pages.currentIndex() == window.MEDICATION
    told = words(made.medication)
    assert "Interaction: ibuprofen" in told and "Interaction: warfarin" in told
    show = next(
        one
        for one in made.medication.findChildren(QPushButton)
        if one.text() == "Show where this stands"
    )
    show.click()
    assert isinstance(made.asked, Place)


def test_no_drug_named_is_not_no_drug_taken(opened, parts, case_id):
    cases.write_note(parts.app, case_id, "Wheeze.")
    made = opened(case_id, page=window.MEDICATION)
    assert "not the same as none taken" in words(made.medication)


def test_a_signed_case_and_another_role_only_look(opened, parts, case_id, settled):
    first = opened(case_id)
    at_home(first, settled)
    first.reject()
    review.sign(parts.app, case_id)
    made = opened(case_id)
    assert not any(one.pick.isEnabled() for one in made.plan.cards)
    boxes = made.plan.tree.boxes.values()
    assert not any(button.isEnabled() for box in boxes for button in box.buttons.values())
    assert not made.genes.entry.isEnabled() and not made.genes.read.isEnabled()
    made.reject()
    review.reopen(parts.app, case_id, "Wrong side")
    parts.app.access.close()
    desks.enter(parts.app, Role.SCREENING_OFFICER)
    officer = opened(case_id)
    assert not any(one.pick.isEnabled() for one in officer.plan.cards)


def test_another_case_closes_the_window(opened, parts, case_id):
    made = opened(case_id)
    parts.session.close_case()
    assert not made.isVisible()


@pytest.mark.parametrize("hostile", ["<b>x</b>\u202e", "x" * 400])
def test_hostile_names_stay_words(opened, parts, case_id, hostile):
    cases.write_patient(parts.app, case_id, replace(LI_NA, allergies=(hostile,)))
    made = opened(case_id, page=window.MEDICATION)
    told = words(made.medication)
    assert "Not understood, so not checked" in told and "\u202e" not in told


def test_what_is_out_of_date_when_chosen_is_refused_in_words(
    opened, parts, case_id, settled, qtbot
):
    made = opened(case_id)
    at_home(made, settled)
    shown = card(made, "prednisolone")
    cases.write_patient(parts.app, case_id, ALLERGIC)
    with qtbot.waitSignal(parts.session.problem) as told:
        shown.pick.click()
    assert told.args[0].code == "treatment_changed"
    assert treatment_records.view(parts.app, case_id, COPD).chosen == {}
    settled(made)
