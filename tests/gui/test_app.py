import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from meddx_desktop.core.errors import CannotWrite, StoreRefused
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.gui import app as start
from meddx_desktop.gui.desktop import Desktop
from meddx_desktop.gui.translation import language_for


@pytest.fixture
def desktop(app, models, qapp, qtbot):
    made = Desktop(qapp, app)
    yield made
    models.gate.set()
    made.close()
    if made.window is not None:
        made.window.retire()
    qtbot.wait(120)


def compiled(tmp_path, monkeypatch):
    """Compile the Chinese texts into a folder of their own."""
    from meddx_desktop.gui import translation

    tool = Path(sys.executable).parent / "pyside6-lrelease"
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    for source in (RESOURCES / "translations").glob("*.ts"):
        target = folder / source.with_suffix(".qm").name
        subprocess.run([tool, "-silent", source, "-qm", target], check=True)
    monkeypatch.setattr(translation, "RESOURCES", folder.parent)


@pytest.mark.parametrize(
    ("setting", "system", "language"),
    [
        ("auto", "zh_CN", "zh_CN"),
        ("auto", "de_DE", "en"),
        ("en", "zh_CN", "en"),
        ("zh_CN", "en_US", "zh_CN"),
    ],
)
def test_which_language(setting, system, language):
    assert language_for(setting, QLocale(system)) == language


def test_language_changes_at_run_time_and_cases_stay(
    desktop, film, qtbot, tmp_path, monkeypatch, models
):
    compiled(tmp_path, monkeypatch)
    desktop.show()
    desktop.receive([film("high.dcm")])
    qtbot.waitUntil(lambda: bool(desktop.services.session.case))
    qtbot.waitUntil(lambda: not desktop.services.queue.waiting)
    desktop.window.notes.editor.setPlainText("cough")
    desktop.services.app.settings.set("language", "zh_CN")
    window = desktop.show()
    qtbot.wait(50)
    assert window.tabs.tabText(0) == "图像"
    assert desktop.services.session.case.note == "cough"
    assert window.notes.editor.toPlainText() == "cough"
    desktop.services.app.settings.set("language", "en")
    assert desktop.show().tabs.tabText(0) == "Image"


def test_a_missing_language_is_told_and_english_stays(desktop, tmp_path, monkeypatch):
    from meddx_desktop.gui import translation

    monkeypatch.setattr(translation, "RESOURCES", tmp_path)
    desktop.services.app.settings.set("language", "zh_CN")
    window = desktop.show()
    assert window.tabs.tabText(0) == "Image"
    assert "language" in desktop.services.notices.waiting[0].text


def test_a_bug_is_told_and_the_program_goes_on(desktop, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    import threading

    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desktop.show()
    start.catch_bugs(desktop)
    bug = ValueError("Li Xiaoyu")
    sys.excepthook(ValueError, bug, None)
    qtbot.waitUntil(lambda: bool(desktop.services.notices.waiting))
    (notice,) = desktop.services.notices.waiting
    assert "Li Xiaoyu" not in notice.text and "Traceback" not in notice.text
    assert desktop.window.isVisible()


def test_a_refusal_that_nobody_met_is_told_by_its_sentence(desktop, qtbot, monkeypatch):
    """A dialog that the lock ended may still try; that is no bug, and a locked store no news."""
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desktop.show()
    start.catch_bugs(desktop)
    sys.excepthook(CannotWrite, CannotWrite("disk_full"), None)
    qtbot.waitUntil(lambda: bool(desktop.services.notices.waiting))
    assert "disk is full" in desktop.services.notices.waiting[0].text
    desktop.services.notices.clear()
    desktop.lock()
    sys.excepthook(StoreRefused, StoreRefused("store_locked"), None)
    qtbot.waitUntil(lambda: not desktop.services.door.running)
    qtbot.wait(20)
    assert not desktop.services.notices.waiting


class Stretching(QTranslator):
    """Every text half as long again, as the wordiest language would have it."""

    def translate(self, _context, text, _hint=None, _n=-1):
        return text + "~" * (len(text) // 2)

    def isEmpty(self):
        return False


def test_longer_words_are_not_cut_in_the_main_places(
    desktop, qapp, film, qtbot, wait_stretched, laptop
):
    stretching = Stretching()
    window = desktop.show()
    qapp.installTranslator(stretching)
    try:
        window = desktop.show()
        qapp.installTranslator(stretching)
        window.rebuild_wanted.disconnect()
        laptop(window)
        desktop.receive([film("low.dcm")])
        wait_stretched(desktop)
        qtbot.waitUntil(lambda: cut_words(window) == [])
        boxes = window.worklist.findChildren(QComboBox)
        qtbot.waitUntil(lambda: all(b.width() >= b.minimumSizeHint().width() - 1 for b in boxes))
        assert not window.folding.is_folded("worklist")
    finally:
        qapp.removeTranslator(stretching)
        QApplication.processEvents()


def cut_words(window):
    """What stands in the main places and has less room than it wants."""
    return [
        part.text()
        for kind in (QLabel, QPushButton)
        for place in (window.footer, window.assessment, window.banner)
        for part in place.findChildren(kind)
        if part.isVisible() and not fits(part)
    ]


def fits(part):
    """Whether a label or button has the room its words want."""
    from meddx_desktop.gui.widgets.fields import ElidedLabel

    if isinstance(part, ElidedLabel):
        return part.text() == part.whole or part.fixed_tip
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() >= part.heightForWidth(part.width()) - 1
    return part.width() >= part.minimumSizeHint().width() - 1


@pytest.fixture
def wait_stretched(qtbot):
    def wait(desktop):
        qtbot.waitUntil(lambda: bool(desktop.services.session.case))
        qtbot.waitUntil(lambda: not desktop.services.queue.waiting)
        qtbot.wait(150)

    return wait


def test_qts_own_words_are_translated_too(qapp):
    from PySide6.QtCore import QCoreApplication

    from meddx_desktop.gui.translation import Translation

    translation = Translation(qapp)
    translation.use("zh_CN")
    try:
        said = QCoreApplication.translate("QWidgetTextControl", "&Paste")
    finally:
        translation.use("en")
        for translator in translation._loaded:
            qapp.removeTranslator(translator)
    assert "粘贴" in said


def test_a_package_of_a_model_is_looked_at_and_no_film(desktop, film, monkeypatch, tmp_path):
    window = desktop.show()
    looked, opened = [], []
    monkeypatch.setattr(window.records, "install_model", looked.append)
    monkeypatch.setattr(
        desktop.services.intake, "open_paths", lambda paths, **_how: opened.extend(paths)
    )
    pack, high = tmp_path / "new.MEDDXPACK", film("high.dcm")
    desktop.receive([pack, high])
    assert looked == [pack]
    assert opened == [high]
