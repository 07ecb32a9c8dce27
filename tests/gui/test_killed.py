"""Protects: a program that is killed while somebody types loses no more than two seconds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import drafts, open_application, sign_in
from meddx_desktop.core.settings import Settings
from tests import desks

CHILD = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.operations import cases, open_application
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui import services, theme
from meddx_desktop.gui.notes_tab.tab import NotesTab
from tests import desks

qt = QApplication([])
theme.apply(qt, appearance="dark", text_scale=100, family="")
app = open_application(models=Path(sys.argv[1]), settings=Settings(), store=Path(sys.argv[2]))
desks.enter(app)
parts = services.build(app, qt)
tab = NotesTab(parts.session)
parts.session.open_case(cases.create(app, Patient("17", PersonName("Li^Na"))).case_id)
QTest.keyClicks(tab.editor, "cough for three days")
for beat in range(40):
    QTest.keyClick(tab.editor, ".")
    QTest.qWait(50)
print("two seconds", flush=True)
while True:
    QTest.keyClick(tab.editor, "!")
    QTest.qWait(10)
"""


@pytest.mark.usefixtures("real_argon2id")
def test_words_typed_two_seconds_ago_survive_the_kill(tmp_path):
    """Somebody types without a pause; the program is killed in the middle of it."""
    store = tmp_path / "store"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path), str(store)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline() == "two seconds\n"
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    app = open_application(models=tmp_path, settings=Settings(), store=store)
    sign_in.sign_in(app, desks.PEOPLE[Role.CLINICIAN], desks.PASSPHRASE)
    (back,) = drafts.recover(app)
    assert back.case.note.startswith("cough for three days")
    app.access.close()
