"""Protects: every button without words has a name and a tip, and every field a name."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QSlider, QWidget

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui.dialogs.missing_data import MissingDataDialog, lacking_age
from meddx_desktop.gui.dialogs.patient import PatientDialog
from meddx_desktop.gui.dialogs.settings import SettingsDialog

_OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def nameless(root: QWidget):
    """Buttons and fields that a screen reader could only call by their kind."""
    found = []
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider):
        for part in root.findChildren(kind):
            of_qt = part.objectName().startswith(_OF_QT) or isinstance(part.parent(), QComboBox)
            of_field = isinstance(part.parent(), QLineEdit)
            words = part.text() if isinstance(part, QAbstractButton) else ""
            labelled = part.accessibleName() or words or buddies(root, part)
            if not (of_qt or of_field or labelled or not part.isVisibleTo(root)):
                found.append((kind.__name__, part.objectName(), type(part.parent()).__name__))
    return found


def buddies(root, part):
    from PySide6.QtWidgets import QLabel

    return any(label.buddy() is part for label in root.findChildren(QLabel))


def test_no_part_of_the_window_is_nameless(window, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm"), film("noage.dcm", patient_id="P-2", birth="")])
    wait_done()
    assert nameless(window) == []


def test_every_button_without_words_has_a_tip(window, parts, film, wait_done):
    parts.intake.open_paths([film("high.dcm")])
    wait_done()
    mute = [
        part.accessibleName()
        for part in window.findChildren(QAbstractButton)
        if not part.objectName().startswith(_OF_QT)
        and not isinstance(part.parent(), QLineEdit)
        and not part.text()
        and part.isVisibleTo(window)
        and not part.toolTip()
    ]
    assert mute == []


def test_tips_of_tools_end_with_their_key(window):
    for key, button in window.image.tool_bar.buttons.items():
        keys = window.image.actions_[key].shortcut().toString()
        assert f"({keys})" in button.toolTip()
    assert "(F9)" in window.worklist._unfold.toolTip()
    assert "(Ctrl+E)" in window.banner._edit_tool.toolTip()


@pytest.mark.parametrize("make", ["patient", "settings", "missing"])
def test_dialogs_are_named_and_close_with_escape(make, parts, film, wait_done, qtbot):
    if make == "missing":
        parts.intake.open_paths([film("noage.dcm", birth="")])
        wait_done()
    dialog: QDialog = {
        "patient": lambda: PatientDialog(Patient("1")),
        "settings": lambda: SettingsDialog(Settings()),
        "missing": lambda: MissingDataDialog(lacking_age(parts.app)),
    }[make]()
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    defaults = [b for b in dialog.findChildren(QAbstractButton) if getattr(b, "isDefault", bool)()]
    assert len(defaults) == 1 and defaults[0].property("kind") == "primary"
    from PySide6.QtCore import Qt

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_in_the_age_field_fills_and_does_not_close(parts, film, wait_done, qtbot):
    from PySide6.QtCore import Qt

    parts.intake.open_paths([film("noage.dcm", birth="")])
    wait_done()
    dialog = MissingDataDialog(lacking_age(parts.app))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.every.click()
    dialog.age.setText("3y")
    qtbot.keyClick(dialog.age, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.table.item(0, 2).text() == "3y"
