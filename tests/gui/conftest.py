"""A window on films made here; only the models' answer is invented, by the film's file name."""

import threading
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ComputedRadiographyImageStorage, ExplicitVRLittleEndian, generate_uid
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from meddx_desktop.core import operations
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.correction import done
from meddx_desktop.core.domain.finding import Finding, Gate, ModelIdentity, Reason, Screening
from meddx_desktop.core.operations import images
from meddx_desktop.core.settings import Settings
from meddx_desktop.gui import fonts, services, theme
from meddx_desktop.gui.garbage import CollectsHere
from meddx_desktop.gui.main_window import MainWindow
from tests import desks

MODEL = ModelIdentity("cxr-pneumonia-children", "1.0.0", "int8", "CPUExecutionProvider", "ab" * 32)


def pytest_collection_modifyitems(items):
    """The offscreen screen has no window manager to tell size hints to, and says so each time."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)"))


@pytest.fixture(scope="session")
def garbage(qapp):
    """As in the program: no worker collects what the window left behind."""
    collector = CollectsHere()
    yield collector
    collector.close()


@pytest.fixture(autouse=True)
def collected(garbage):
    """What a test left behind goes on this thread, whether or not its event loop ran."""
    yield
    garbage.collect_due()


@pytest.fixture(autouse=True)
def dressed(qapp):
    """English, dark, normal text; put back after every test."""
    QLocale.setDefault(QLocale("en"))
    theme.apply(qapp, appearance="dark", text_scale=100, family=fonts.load())
    yield


def write_film(path, *, patient_id="P-1", name="Li^Xiaoyu", birth="20200102", study="", seed=0):
    """A small chest film as a console would write it."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = ComputedRadiographyImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    data.SOPClassUID, data.SOPInstanceUID = (
        meta.MediaStorageSOPClassUID,
        meta.MediaStorageSOPInstanceUID,
    )
    data.StudyInstanceUID, data.SeriesInstanceUID = study or generate_uid(), generate_uid()
    data.PatientID, data.PatientName = patient_id, name
    data.PatientBirthDate, data.PatientSex, data.StudyDate = birth, "F", "20240302"
    data.Modality, data.ViewPosition, data.BodyPartExamined = "CR", "PA", "CHEST"
    data.Rows, data.Columns, data.SamplesPerPixel = 64, 64, 1
    data.PhotometricInterpretation = "MONOCHROME2"
    data.BitsAllocated = data.BitsStored = 16
    data.HighBit, data.PixelRepresentation = 15, 0
    ramp = np.linspace(100 + seed, 4000 + seed, 64 * 64).astype(np.uint16)
    data.PixelData = ramp.tobytes()
    pydicom.dcmwrite(path, data, enforce_file_format=True)
    return path


@pytest.fixture
def film(tmp_path):
    """Write films: ``film("high.dcm", patient_id=...)``."""
    made = []

    def write(file_name="high.dcm", **how):
        made.append(file_name)
        how.setdefault("seed", len(made))
        path = tmp_path / "films" / file_name
        path.parent.mkdir(exist_ok=True)
        return write_film(path, **how)

    return write


def finding(probability, threshold=0.55):
    return Finding(
        "pneumonia", Code("233604007", "SCT", "Pneumonia"), probability, threshold, (0.5, 0.6)
    )


def answer(film, probability=None, reasons=()):
    """What the models say: a score, or a refusal."""
    scored = probability is not None
    return (
        images.ImageResult(
            Screening(
                film.instance,
                film.study.study_uid,
                film.study.patient.patient_id,
                1,
                MODEL,
                Gate(scored, reasons),
                (finding(probability),) if scored else (),
                ("tuberculosis",),
                correction=film.correction,
            )
        ),
    )


class Models:
    """Stands for the models: the file's name says what they answer; `gate` holds them back."""

    def __init__(self):
        self.gate = threading.Event()
        self.gate.set()
        self.seen = []

    def screen(self, _app, film, *, stated=None, model=None, context=None, read_ms=0.0):
        while not self.gate.wait(0.01):
            if context is not None:
                context.checkpoint()
        name = film.instance.source.name
        self.seen.append(name)
        if name.startswith("low"):
            return answer(film, 0.1)
        if name.startswith("unsure"):
            return answer(film, 0.55)
        if name.startswith("noage") and (stated is None or stated.age is None):
            return answer(film, None, (Reason("age_missing"),))
        if name.startswith("turned"):
            return answer(film, None, (Reason("rotated"),))
        if name.startswith("lying") and done(film.correction) != "270":
            return answer(film, None, (Reason("rotated", {"degrees": 90}),))
        if name.startswith("negative") and done(film.correction) != "inverted":
            return answer(film, None, (Reason("inverted"),))
        if name.startswith("bug"):
            raise RuntimeError("a bug, on purpose")
        return answer(film, 0.9)


@pytest.fixture
def models(monkeypatch):
    made = Models()
    monkeypatch.setattr(images, "screen", made.screen)
    return made


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    made = operations.open_application(models=folder, settings=Settings())
    desks.enter(made)
    yield made
    made.access.close()


@pytest.fixture
def parts(app, models, qapp):
    """The services behind the window, stopped after the test."""
    made = services.build(app, qapp)
    yield made
    models.gate.set()
    made.close()
    QCoreApplication.processEvents()


@pytest.fixture
def laptop(qtbot):
    """Show a window at a laptop's size: ``laptop(window)``.

    A window that starts maximized is told so by the screen some time after it was shown; a size
    asked for before that is taken away again.
    """

    def size(window, width=1366, height=768):
        with qtbot.waitExposed(window):
            window.show()
        qtbot.wait(20)
        window.showNormal()
        qtbot.waitUntil(lambda: not window.isMaximized())
        window.resize(width, height)
        qtbot.wait(20)
        qtbot.waitUntil(lambda: (window.width(), window.height()) == (width, height))

    return size


@pytest.fixture
def window(parts, qtbot):
    made = MainWindow(parts)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.retire()
    made.runner.close()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def idle(parts):
    """Whether nothing runs, nothing waits, and everybody has heard of it."""
    busy = any(runner.running for runner in parts.runners)
    return not (busy or parts.activity.running or parts.queue.waiting)


@pytest.fixture
def wait_done(parts, qtbot):
    """Wait until every film has its answer."""

    def wait():
        qtbot.waitUntil(lambda: idle(parts), timeout=10000)
        qtbot.wait(100)
        qtbot.waitUntil(lambda: idle(parts), timeout=10000)

    return wait
