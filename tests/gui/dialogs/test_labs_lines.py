"""Protects: lines copied for a table elsewhere are no formulas there."""

import pytest
from PySide6.QtGui import QGuiApplication

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import RejectedLine
from meddx_desktop.gui.dialogs import labs_lines


@pytest.fixture
def table(qtbot):
    made = labs_lines.RejectedTable([RejectedLine("line 3", "=1+1\t@x", Reason("paper_left_out"))])
    qtbot.addWidget(made)
    return made


def test_a_formula_in_a_file_is_copied_as_text(table):
    table.copy()
    assert QGuiApplication.clipboard().text().startswith("line 3\t'=1+1 @x\t")
