from datetime import date

import shiboken6
from PySide6.QtWidgets import QLabel

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.settings import SETTINGS, Settings
from meddx_desktop.gui import fonts, theme
from meddx_desktop.gui.dialogs.about import AboutDialog
from meddx_desktop.gui.dialogs.details import DetailsDialog
from meddx_desktop.gui.dialogs.missing_data import MissingDataDialog, lacking_age
from meddx_desktop.gui.dialogs.patient import PatientDialog
from meddx_desktop.gui.dialogs.settings import SettingsDialog
from meddx_desktop.gui.dialogs.shortcuts import ShortcutsDialog
from meddx_desktop.gui.dialogs.work import WorkDialog
from meddx_desktop.gui.notices import Detail, Notice

PATIENT = Patient("P-1", PersonName("Li^Xiaoyu", "李^小雨"), date(2020, 1, 2), Sex.FEMALE)


def test_keeping_a_patient_untouched_changes_nothing(qtbot):
    dialog = PatientDialog(PATIENT)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.patient == PATIENT


def test_allergies_asked_and_none(qtbot):
    dialog = PatientDialog(PATIENT)
    qtbot.addWidget(dialog)
    dialog.asked.setCurrentIndex(1)
    dialog.accept()
    assert dialog.patient.allergies == ()


def test_an_empty_allergy_list_is_not_none_known(qtbot):
    dialog = PatientDialog(PATIENT)
    qtbot.addWidget(dialog)
    dialog.asked.setCurrentIndex(2)
    dialog.accept()
    assert dialog.patient.allergies is None


def test_a_date_that_is_none_keeps_the_dialog_open(qtbot):
    dialog = PatientDialog(PATIENT)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.birth.setText("2020-13-01")
    dialog.accept()
    assert dialog.isVisible() and dialog.patient == PATIENT


def test_settings_are_drawn_from_the_table(qtbot):
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    assert set(dialog.chosen) == {key for key, s in SETTINGS.items() if s.shown}
    dialog.boxes["text_scale"].setCurrentIndex(dialog.boxes["text_scale"].findData(150))
    assert dialog.chosen["text_scale"] == 150


def test_the_altitude_of_the_site_is_a_number_of_metres_or_not_stated(qtbot):
    settings = Settings()
    settings.set("site_altitude_m", 2300.0)
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.altitude.text() == "2300"
    for wrong in ("a hill", "nan", "9000"):
        dialog.altitude.setText(wrong)
        dialog.accept()
        assert dialog.isVisible() and dialog.told.isVisible() and dialog.told.text(), wrong
    dialog.altitude.setText("")
    dialog.accept()
    assert not dialog.isVisible() and dialog.chosen["site_altitude_m"] == 0.0


def test_large_text_on_a_small_screen_leaves_the_buttons_in_sight(qtbot, qapp):
    theme.apply(qapp, appearance="dark", text_scale=200, family=fonts.load())
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.altitude.setText("9000")
    dialog.accept()
    qtbot.wait(50)
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_only_who_may_change_the_rules_writes_an_altitude(qtbot):
    dialog = SettingsDialog(Settings(), site_rules=False)
    qtbot.addWidget(dialog)
    assert not dialog.altitude.isEnabled() and dialog.altitude.toolTip()


def test_the_grid_fills_many_films_at_once(parts, film, wait_done, qtbot):
    paths = [film(f"noage{n}.dcm", patient_id=f"P-{n}", birth="") for n in range(3)]
    parts.intake.open_paths(paths)
    wait_done()
    films = lacking_age(parts.app)
    assert len(films) == 3
    dialog = MissingDataDialog(films)
    qtbot.addWidget(dialog)
    dialog.age.setText("3y")
    assert not dialog.fill.isEnabled(), "nothing is selected until somebody selects it"
    dialog.every.click()
    assert dialog.fill.text() == "Fill 3 selected"
    dialog.fill.click()
    dialog.accept()
    assert [answer.stated.age.given for answer in dialog.answers] == ["3y"] * 3
    for answer in dialog.answers:
        parts.intake.screen_again(answer.case_id, answer.uid, answer.stated)
    wait_done()
    assert lacking_age(parts.app) == []


def test_the_grid_says_which_age_is_none(parts, film, wait_done, qtbot):
    parts.intake.open_paths([film("noage.dcm", birth="")])
    wait_done()
    dialog = MissingDataDialog(lacking_age(parts.app))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.every.click()
    dialog.age.setText("three")
    dialog.fill.click()
    dialog.accept()
    assert dialog.isVisible() and "three" in dialog._problem.text()


def test_the_list_of_a_notice(qtbot):
    dialog = DetailsDialog(Notice("2 files", details=(Detail("a", "x"), Detail("b", "y"))))
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == 2
    assert dialog.table.item(1, 1).text() == "y"


def test_all_keys_are_listed(window, qtbot):
    groups = {t: [a for a in acts if a] for t, acts in window.commands.groups().items()}
    dialog = ShortcutsDialog({**groups, **window.image.actions_by_group()})
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+O" in words


def test_about_says_what_it_is_not(qtbot):
    dialog = AboutDialog([])
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "not a diagnosis" in words and "No model is installed." in words


def test_a_window_of_work_that_is_gone_meets_a_late_signal_quietly(qapp):
    """The lock deletes it while the end of its case is still on its way to it."""
    made = WorkDialog("Treatment")
    shiboken6.delete(made)
    made.reject()
    assert not shiboken6.isValid(made)
