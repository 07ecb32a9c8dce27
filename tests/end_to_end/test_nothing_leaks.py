"""Protects: nothing that tells of a patient lies readable on any disk the program writes to.

The user's home folder is one of them: libraries like to remember there what was opened.

A case is worked through as a clinic would, with a lock in the middle of a batch, a worker that
crashes, a backup and a hand-over; then every byte and every file name is searched.
"""

import base64
import logging
import os
import subprocess
import sys
import tempfile
from contextlib import suppress

import pytest

from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.case import LabRow, Vitals
from meddx_desktop.core.domain.finding import Decision
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext, JobRunner
from meddx_desktop.core.logs import start_logging
from meddx_desktop.core.operations import (
    backups,
    cases,
    drafts,
    exchange,
    intake,
    open_application,
    recent,
    screening,
    sign_in,
)
from meddx_desktop.core.paths import ROOT
from meddx_desktop.core.settings import Settings
from tests import clinic, desks

NAME, WRITTEN = "Quillifeather", "欧阳晓筱"
NUMBER = "440304201203054321"
NOTE, NOTE_WRITTEN = "haemoptysis for threeweeks", "痰中带血三周余"
LAB, COMMENT, DRAFT = "Xpert-MTB-Ultra", "cavity-left-apex", "draft-never-sent"
FILE = "Quillifeather-film-apical"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "latin-1")
WORDS = (NAME, WRITTEN, NUMBER, NOTE, NOTE_WRITTEN, LAB, COMMENT, DRAFT, FILE, desks.PASSPHRASE)


HOME = {
    "HOME": ".",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
}
_CHOOSING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from meddx_desktop.gui.app import make_qt

qt = make_qt()

def walk():
    dialog = QApplication.activeModalWidget()
    dialog.setDirectory(sys.argv[1])
    dialog.selectFile(str(Path(sys.argv[1]) / "film.dcm"))
    QTimer.singleShot(0, lambda: dialog.done(QFileDialog.DialogCode.Accepted))

for choose in (QFileDialog.getOpenFileNames, QFileDialog.getExistingDirectory):
    QTimer.singleShot(0, walk)
    choose(None, "Open")
"""


def needles(pixel_row):
    """Everything that may not be found, as bytes, with what it is called in a failure."""
    found = {pixel_row: "pixel row"}
    for word in WORDS:
        for spelled in (word.upper(), word.lower(), word):
            for encoding in reversed(ENCODINGS):
                with suppress(UnicodeEncodeError):
                    found[spelled.encode(encoding)] = f"{word} ({encoding})"
            found[base64.b64encode(spelled.encode())[:-4]] = f"{word} (base 64)"
            found[spelled.encode().hex().encode()] = f"{word} (hex)"
    return found


def search(folder, pixel_row):
    """Where a needle lies below `folder`: in a file's bytes or in its name."""
    wanted = needles(pixel_row)
    hits = []
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        hits += [(name, "name of file") for word in WORDS if word.lower() in name.lower()]
        if path.is_file():
            content = path.read_bytes()
            hits += [(name, what) for needle, what in wanted.items() if needle in content]
    return hits


@pytest.fixture
def places(tmp_path, own_data_folder, monkeypatch):
    """The data folder, a stick, an outbox for bundles, a temporary folder: all are searched."""
    found = {"data": own_data_folder}
    for name in ("stick", "out", "temporary", "home"):
        found[name] = tmp_path / name
        found[name].mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(found["temporary"]))
    monkeypatch.setenv("TMPDIR", str(found["temporary"]))
    for variable, below in HOME.items():
        monkeypatch.setenv(variable, str(found["home"] / below))
    return found


@pytest.fixture
def film(tmp_path):
    """A film with a telling name, on the console's own disk, which is not ours to clean."""

    def write(seed=0):
        folder = tmp_path / "console"
        folder.mkdir(exist_ok=True)
        path = folder / f"{FILE}-{seed}.dcm"
        spelled = f"{NAME}^Wren={WRITTEN[:2]}^{WRITTEN[2:]}"
        path.write_bytes(clinic.film_bytes(NUMBER, spelled, seed=seed))
        return path

    return write


@pytest.fixture
def app(places, tmp_path):
    (tmp_path / "models").mkdir()
    data = places["data"]
    made = open_application(
        models=tmp_path / "models", settings=Settings(data / "settings.json"), threads=1
    )
    before = list(logging.getLogger().handlers)
    start_logging(data)
    desks.enter(made, Role.CLINICIAN)
    yield made
    made.access.close()
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()


def _work_through(app, film):
    """Everything that a user types or drops."""
    path = film()
    recent.opened(app, [path])
    waiting = intake.take(app, Source(path))
    case_id = waiting.case_id
    cases.write_note(app, case_id, f"{NOTE}. {NOTE_WRITTEN}.")
    cases.write_labs(app, case_id, (LabRow(LAB, "positive", "", "2026-03-01"),))
    cases.write_vitals(app, case_id, Vitals(weight_kg=14.2))
    cases.decide(
        app,
        case_id,
        uid=waiting.uid,
        frame=1,
        finding="pneumonia",
        decision=Decision.EDITED,
        comment=COMMENT,
    )
    drafts.keep(app, case_id, drafts.PATIENT, DRAFT)
    app.settings.set("language", "zh_CN")
    return waiting


def _crash(path):
    """A bug in a worker, whose words hold all they should not; it goes into the log."""
    runner = JobRunner(lambda work: work(), workers=1)

    def bug(_context):
        raise RuntimeError(f"{NAME} {WRITTEN} {NUMBER} {path}")

    runner.submit(f"Reading {path}", bug)
    runner.close()
    logging.getLogger("some.library").error("could not read %s of %s", path, NAME)
    with suppress(MedDxError):
        raise MedDxError("file_unreadable", path=str(path))


def _lock_within_a_batch(app, waiting, film):
    """What was screened and read while nobody is signed in is sealed."""
    sign_in.lock(app, [waiting.object_id])
    screening.work(app, waiting.nameless(), context=JobContext())
    assert intake.take(app, Source(film(seed=7))) is None


def _assert_clean(places, pixel_row):
    for place, folder in places.items():
        assert search(folder, pixel_row) == [], place


@pytest.mark.usefixtures("real_argon2id")
def test_nothing_that_tells_of_a_patient_lies_readable_anywhere(app, places, film):
    pixel_row = clinic.film_bytes(NUMBER)[-64 * 2 :]
    assert pixel_row in film().read_bytes()
    waiting = _work_through(app, film)
    _crash(film())
    _assert_clean(places, pixel_row)  # with the store open: its log is on the disk

    backups.back_up(app, places["stick"])
    target = places["out"] / "bundle.meddx"
    exchange.hand_over(
        app,
        [waiting.case_id],
        target,
        passphrase=desks.PASSPHRASE,
        parameters=MINIMUM,
    )
    _lock_within_a_batch(app, waiting, film)
    _assert_clean(places, pixel_row)

    # Everything was really kept: it comes back after the next sign-in.
    welcome = desks.enter(app, Role.CLINICIAN)
    assert welcome.arrived == 2
    case = cases.load(app, waiting.case_id)
    assert (case.note, case.patient.patient_id) == (f"{NOTE}. {NOTE_WRITTEN}.", NUMBER)
    assert any(target.read_bytes()) and any(places["stick"].iterdir())
    assert any(path.suffix == ".log" for path in places["data"].iterdir())
    _assert_clean(places, pixel_row)
    cases.remove(app, waiting.case_id)
    app.access.close()
    _assert_clean(places, pixel_row)


def test_the_folders_of_films_that_were_chosen_are_not_remembered(places, tmp_path):
    """Qt's file dialog keeps its history in the user's settings; a process of its own shows it."""
    folder = tmp_path / "console" / f"{NAME} {WRITTEN}"
    folder.mkdir(parents=True)
    (folder / "film.dcm").write_bytes(b"film")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _CHOOSING, str(folder)]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)
    assert search(places["home"], b"no pixels here") == []
    assert not list(places["home"].rglob("QtProject.conf"))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_would_find_it(tmp_path, encoding):
    """The control: plain files are found in every spelling the search knows."""
    row = bytes(range(128))
    for place, word in enumerate(WORDS):
        with suppress(UnicodeEncodeError):
            content = b"\0" * 5000 + word.encode(encoding) + b"\xff" * 5000
            (tmp_path / f"{place}.bin").write_bytes(content)
            found = {what for name, what in search(tmp_path, row) if name == f"{place}.bin"}
            assert any(what.startswith(word) for what in found), (word, encoding)
    (tmp_path / "film.bin").write_bytes(b"\1" * 77 + row)
    (tmp_path / f"{FILE}.png").write_bytes(b"")
    hits = search(tmp_path, row)
    assert ("film.bin", "pixel row") in hits
    assert (f"{FILE}.png", "name of file") in hits
