"""An owner in a small clinic, a stick, and dialogs that are shown until they rest."""

import pytest
from PySide6.QtWidgets import QApplication

from meddx_desktop.gui.translation import Translation
from tests import clinic


@pytest.fixture(autouse=True)
def english(qapp):
    """Plurals stand in the file of English."""
    spoken = Translation(qapp)
    spoken.use("en")
    yield
    for translator in spoken._loaded:
        qapp.removeTranslator(translator)


@pytest.fixture
def clinic_app(tmp_path):
    made = clinic.open_clinic(tmp_path / "store")
    yield made
    made.access.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def shown(qtbot):
    """Show a dialog and wait until it rests: ``shown(dialog)``."""

    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        rest(dialog)
        return dialog

    def rest(dialog):
        view = getattr(dialog, "view", dialog)
        qtbot.waitUntil(lambda: not view.work.busy, timeout=20000)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not view.work.busy, timeout=20000)

    show.rest = rest
    return show
