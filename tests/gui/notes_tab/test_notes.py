import pytest

from meddx_desktop.core.operations import cases
from meddx_desktop.gui.notes_tab.tab import NotesTab


@pytest.fixture
def tab(parts, qtbot):
    made = NotesTab(parts.session)
    qtbot.addWidget(made)
    parts.session.open_case(cases.create(parts.app).case_id)
    return made


def test_typing_is_kept_after_a_moment(tab, parts, qtbot):
    qtbot.keyClicks(tab.editor, "fever")
    qtbot.waitUntil(lambda: parts.session.case.note == "fever", timeout=3000)


def test_undo_works(tab, qtbot):
    qtbot.keyClicks(tab.editor, "fever")
    tab.editor.undo()
    assert tab.editor.toPlainText() == ""


def test_a_note_changed_elsewhere_shows_but_not_over_typing(tab, parts, qtbot):
    cases.write_note(parts.app, parts.session.case.case_id, "from elsewhere")
    parts.session.refresh(parts.session.case.case_id)
    assert tab.editor.toPlainText() == "from elsewhere"
    qtbot.keyClicks(tab.editor, "now ")
    parts.session.refresh(parts.session.case.case_id)
    assert "now " in tab.editor.toPlainText()
