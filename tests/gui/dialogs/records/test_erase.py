"""Protects: erasing and deleting ask first, obey the rule of the site, and are the owner's."""

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import cases, erasure, worklist
from meddx_desktop.gui.dialogs.erase import EraseDialog
from meddx_desktop.gui.dialogs.erase_removed import RemovedDialog
from meddx_desktop.gui.dialogs.erase_rule import RuleDialog
from tests import clinic


def test_erasing_asks_for_the_id(clinic_app, shown, qtbot):
    case = clinic.file(clinic_app)
    dialog = shown(EraseDialog(clinic_app, case.case_id))
    assert not dialog.begin.isEnabled()
    assert not dialog.begin.isDefault(), "Enter erases nobody"
    dialog.typed.setText("P-2")
    assert not dialog.begin.isEnabled()
    dialog.typed.setText(" p-1 ")
    with qtbot.waitSignal(dialog.erased):
        dialog.begin.click()
    shown.rest(dialog)
    assert worklist.count(clinic_app) == 0
    assert "Erased: 1 case, 1 film." in dialog.outcome.text()


def test_the_rule_of_the_site_stands_in_the_way(clinic_app, shown, qtbot):
    case = clinic.file(clinic_app)
    rule = RuleDialog(clinic_app)
    qtbot.addWidget(rule)
    assert not rule.on.isChecked()
    rule.on.setChecked(True)
    rule.accept()
    assert erasure.retention_years(clinic_app) == 15
    dialog = shown(EraseDialog(clinic_app, case.case_id))
    dialog.typed.setText("P-1")
    assert not dialog.begin.isEnabled()


def test_removed_cases_come_back_or_are_deleted_after_a_question(clinic_app, shown, qtbot):
    one, two = clinic.file(clinic_app), clinic.file(clinic_app, "P-2", "Wang^Wei", seed=7)
    for case in (one, two):
        cases.remove(clinic_app, case.case_id)
    dialog = shown(RemovedDialog(clinic_app))
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(0)
    with qtbot.waitSignal(dialog.brought_back):
        dialog.back.click()
    assert worklist.count(clinic_app) == 1
    dialog.list.setCurrentRow(0)
    dialog.purge.click()
    assert dialog.sure.isVisible()
    assert dialog.list.count() == 1, "not before the second click"
    dialog.sure.click()
    shown.rest(dialog)
    assert erasure.removed(clinic_app) == []
    assert dialog.empty.isVisible()


def test_only_the_owner_deletes_removed_cases(clinic_app, shown):
    cases.remove(clinic_app, clinic.file(clinic_app).case_id)
    clinic.become(clinic_app, Role.SCREENING_OFFICER)
    dialog = shown(RemovedDialog(clinic_app))
    dialog.list.selectAll()
    assert dialog.back.isEnabled()
    assert not dialog.purge.isEnabled()
