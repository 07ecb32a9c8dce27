"""Protects: a note that names another patient goes into no case by habit."""

from PySide6.QtWidgets import QLabel, QPushButton

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.gui.dialogs.note_of_another import NoteOfAnotherDialog


def test_who_is_asked_sees_both_names_and_enter_goes_back(qtbot):
    mary = Patient("P-1", PersonName("Brown^Mary"))
    dialog = NoteOfAnotherDialog(mary, Patient("", PersonName("Wong Siu Ming")), ("name", "sex"))
    qtbot.addWidget(dialog)
    told = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Wong Siu Ming" in told
    assert "Brown" in told
    assert "name" in told
    usual = [one.text() for one in dialog.findChildren(QPushButton) if one.isDefault()]
    assert usual == ["Back"]
