import pytest

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.operations import cases
from meddx_desktop.gui.notes_tab.tab import NotesTab

NOTE = "Cough for 3 days. Denies fever.\nFamily history: mother had diabetes."


@pytest.fixture
def tab(parts, qtbot):
    """The tab with an open case that has no note yet."""
    made = NotesTab(parts.session, notices=parts.notices)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    parts.session.open_case(cases.create(parts.app, Patient("P-1")).case_id)
    yield made
    made.reader.close()


@pytest.fixture
def settled(qtbot):
    """Wait until what stands in the editor is what was read."""

    def wait(tab):
        text = tab.editor.toPlainText
        qtbot.waitUntil(
            lambda: (
                tab.reader.is_settled
                and tab.page.found is not None
                and tab.page.found.text == text()
            ),
            timeout=20000,
        )
        return tab.page.found

    return wait


@pytest.fixture
def read(tab, settled):
    """The tab with a note that was read."""
    tab.editor.setPlainText(NOTE)
    settled(tab)
    return tab


def row_of(tab, words):
    """The line of the list that shows these words."""
    return next(row for row in tab.page.list.lines.rows if row.title.startswith(words))


def choose(tab, words):
    """Choose a line by its words."""
    row = row_of(tab, words)
    tab.page.list.setCurrentIndex(tab.page.list.lines.index(tab.page.list.lines.rows.index(row), 0))
    return row
