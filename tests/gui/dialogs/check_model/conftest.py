"""A dialog that checks a model, on a cohort of films made here."""

import pytest
from PySide6.QtWidgets import QMessageBox

from meddx_desktop.gui.dialogs.check_model import CheckDialog
from tests.data import packs
from tests.data.labelled import write_cohort


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    return write_cohort(tmp_path_factory.mktemp("c"), positives=40, negatives=32, missed=1)


@pytest.fixture
def shop(tmp_path):
    with packs.shop(tmp_path) as made:
        yield made


@pytest.fixture
def idle(qtbot):
    def wait(dialog):
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=60000)

    return wait


@pytest.fixture
def opened(shop, qtbot, idle):
    made = []

    def make(**how):
        dialog = CheckDialog(shop, **how)
        made.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        idle(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()


@pytest.fixture
def asked(opened, cohort, idle):
    """A dialog that knows what to look at."""
    dialog = opened()
    dialog.receive([*cohort])
    idle(dialog)
    dialog.setup.age.setText("3y")
    dialog.setup.view.setCurrentIndex(dialog.setup.view.findData("AP"))
    idle(dialog)
    return dialog


@pytest.fixture
def answered(asked, idle):
    asked.begin.click()
    idle(asked)
    assert asked.answer is not None
    return asked


@pytest.fixture
def sure(monkeypatch):
    """Every question is answered with its first button; what was asked is kept."""
    told = []

    def answer(box):
        told.append(f"{box.text()} {box.informativeText()}")
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    return told
