"""Protects: nothing is kept before it was looked at, and nothing of another patient by habit."""

import pytest

from meddx_desktop.core.operations import cases, labs
from meddx_desktop.core.operations.labs import Role
from meddx_desktop.gui.dialogs.labs_import import ImportDialog
from meddx_desktop.gui.dialogs.labs_imports import ImportsDialog
from meddx_desktop.gui.dialogs.labs_mapping import MappingDialog
from tests.data.result_files import obx, oru
from tests.gui.labs_tab import reports
from tests.gui.labs_tab.conftest import LI

ODD = (
    '编号,项目,值,单位,名称,日期\n1,钾,"4,1",mmol/L,张三,03/04/2024\n'
    "2,钠,139,mmol/L,张三,05/06/2024\n"
)


@pytest.fixture
def session(parts):
    parts.session.open_case(cases.create(parts.app, LI).case_id)
    return parts.session


@pytest.fixture
def ask(session, qtbot):
    """Open the dialog on a source and wait until it was read."""

    def do(source):
        dialog = ImportDialog(session, source)
        qtbot.addWidget(dialog)
        wait(dialog, qtbot)
        return dialog

    return do


def wait(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=20000)


def bring(dialog, qtbot):
    dialog.go.click()
    wait(dialog, qtbot)


def test_a_file_is_looked_at_brought_in_and_taken_back(ask, session, qtbot, tmp_path):
    path = tmp_path / "labs.csv"
    path.write_text(reports.table(), "utf-8")
    dialog = ask(path)
    assert session.case.lab_imports == ()
    assert dialog.go.text() == "Bring into the case of Li Xiaoyu"
    bring(dialog, qtbot)
    (came,) = session.case.lab_imports
    assert dialog.imported.said[0].startswith(f"{len(came.results)} result")
    assert any("not understood" in words for words in dialog.imported.said)
    assert dialog.imported.rejected.rowCount() == len(came.rejected)
    dialog.imported.undo.click()
    assert session.case.lab_imports == ()


def test_another_patients_results_wait_for_somebody_who_compared(ask, session, qtbot):
    dialog = ask(oru(obx("9.1")))
    assert dialog.identity is not None
    assert not dialog.go.isEnabled()
    dialog.bring_in()
    wait(dialog, qtbot)
    assert session.case.lab_imports == ()
    dialog.identity.same.setChecked(True)
    assert dialog.go.isEnabled()
    bring(dialog, qtbot)
    assert len(session.case.lab_imports) == 1


def test_open_questions_hold_the_button_and_answers_free_it(ask, qtbot):
    dialog = ask(ODD)
    codes = {one.code for one in dialog.preview.questions}
    assert {"columns_unsure", "date_order_unclear", "number_style_unclear"} <= codes
    assert not dialog.go.isEnabled()
    for code, option in (("date_order_unclear", "day_first"), ("number_style_unclear", "comma")):
        box = dialog.questions.boxes[code]
        box.setCurrentIndex(box.findData(option))
        wait(dialog, qtbot)
    assert {one.code for one in dialog.preview.questions} <= {"columns_unsure"}


def test_columns_are_chosen_above_the_first_lines_and_read_at_once(ask, qtbot, parts):
    dialog = ask(ODD)
    view = dialog.preview.sheets[0]
    made = MappingDialog(
        view, dialog.choices, lambda choices, context: look_with(parts, choices, context)
    )
    qtbot.addWidget(made)
    wait(made, qtbot)
    before = made.count.text()
    value = [one.role for one in view.guess.mapping.columns].index(Role.VALUE)
    made.boxes[value].setCurrentIndex(made.boxes[value].findData(Role.IGNORED))
    wait(made, qtbot)
    assert made.mapping.columns[value].role is Role.IGNORED
    assert made.count.text() != before
    assert made.answered.mappings == (made.mapping,)


def look_with(parts, choices, context):
    return labs.preview(parts.app, ODD, choices, context=context)


def test_typed_text_is_read_and_what_is_no_result_is_listed(ask, session, qtbot):
    dialog = ask("Na 138 mmol/L, K 4.1 mmol/L\nPatient looks well")
    assert dialog.results.rowCount() == 2
    assert dialog.lost_lines.rowCount() == 1
    bring(dialog, qtbot)
    assert len(session.case.lab_imports[0].results) == 2


def test_the_same_file_twice_is_asked_about(ask, session, qtbot):
    bring(ask("K 4.1 mmol/L"), qtbot)
    dialog = ask("K 4.1 mmol/L")
    assert dialog.again is not None
    assert not dialog.go.isEnabled()


def test_a_file_that_is_none_says_what_to_do(ask):
    dialog = ask("")
    assert not dialog.go.isEnabled()
    assert dialog.preview is None


def test_imports_are_listed_and_can_be_taken_back_later(ask, session, qtbot):
    bring(ask("K 4.1 mmol/L"), qtbot)
    dialog = ImportsDialog(session)
    qtbot.addWidget(dialog)
    dialog.take_back(session.case.lab_imports[0].import_id)
    assert session.case.lab_imports == ()
