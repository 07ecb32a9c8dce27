"""A case with the results of an invented patient, open in the tab."""

from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.operations import cases, labs
from meddx_desktop.gui.labs_tab.tab import LabsTab
from tests.gui.labs_tab import reports

LI = Patient("P-2207", PersonName("Li^Xiaoyu"), date(1961, 5, 2), Sex.FEMALE)


@pytest.fixture
def bring(app):
    """Bring a source into a case: ``bring(case_id, source)``."""

    def do(case_id, source):
        return labs.import_into(app, case_id, labs.preview(app, source))

    return do


@pytest.fixture
def case_id(app, bring):
    """A case with four visits' results."""
    made = cases.create(app, LI).case_id
    bring(made, reports.table())
    return made


@pytest.fixture
def tab(parts, qtbot):
    """The tab with no case open."""
    made = LabsTab(parts.session)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def opened(tab, parts, qtbot, case_id):
    """The tab with that case open and read."""
    with qtbot.waitSignal(tab.reader.read, timeout=20000):
        parts.session.open_case(case_id)
    return tab


def row_of(tab, analyte, *, newest=True):
    """The row of an analyte."""
    rows = tab.results.model.rows
    return next(row for row in rows if row.one.analyte == analyte and row.is_newest is newest)
