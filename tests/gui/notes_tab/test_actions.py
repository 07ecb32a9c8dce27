"""Protects: what a note offers to the other parts of the case waits until somebody says so."""

from meddx_desktop.gui.dialogs.notes_vitals import NoteVitalsDialog


def test_vital_signs_of_the_note_reach_the_strip_when_they_are_taken_over_and_not_before(
    tab, settled, parts, monkeypatch
):
    tab.editor.setPlainText("Cough, no fever.")
    settled(tab)
    assert tab.actions_.vitals_button.isHidden()
    tab.editor.setPlainText("Vital signs: HR 104, RR 22.")
    settled(tab)
    assert not tab.actions_.vitals_button.isHidden()
    for answer, pulse in ((False, None), (True, 104.0)):
        monkeypatch.setattr(NoteVitalsDialog, "exec", lambda _self, answer=answer: answer)
        tab.actions_.vitals_button.click()
        assert parts.session.case.vitals.pulse == pulse
