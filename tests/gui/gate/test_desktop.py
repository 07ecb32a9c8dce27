"""Protects: who sees the window, and what the lock takes away."""

import gc
import weakref
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.operations import cases, intake
from meddx_desktop.core.store import delays, keys_file
from meddx_desktop.core.store.delays import Delays
from meddx_desktop.core.store.lock import StoreLock
from meddx_desktop.gui.dialogs.patient import PatientDialog
from meddx_desktop.gui.gate.other_pages import ProblemPage
from meddx_desktop.gui.gate.set_up import SetUp
from meddx_desktop.gui.gate.sign_in import SignInPage
from meddx_desktop.gui.notices import Notice
from tests import desks
from tests.gui.gate.conftest import told

pytestmark = pytest.mark.usefixtures("models")


def visible_windows():
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]


def test_without_a_store_the_set_up_stands_there(start, empty_app):
    desktop = start(empty_app)
    assert desktop.window is None and isinstance(desktop.gate.page, SetUp)


def test_with_a_store_the_sign_in_stands_there(start, locked_app):
    desktop = start(locked_app)
    page = desktop.gate.page
    assert desktop.window is None and isinstance(page, SignInPage)
    assert page.people.topLevelItemCount() == len(desks.PEOPLE) + 1
    assert not page.enter.isEnabled()  # no passphrase yet


def test_somebody_who_is_in_sees_the_window_at_once(start, app):
    assert start(app).window.isVisible()


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_a_damaged_store_is_told_and_never_set_up_anew(start, locked_app, wait, harm):
    file = locked_app.folder / keys_file.FILE
    whole = file.read_bytes()
    if harm == "cut":
        file.write_bytes(whole[:200])
    else:
        file.unlink()
        (locked_app.folder / "objects").mkdir()
    desktop = start(locked_app)
    assert isinstance(desktop.gate.page, ProblemPage)
    assert desktop.gate.page.code in ("keys_damaged", "keys_missing")
    file.write_bytes(whole)
    desktop.gate.page.retry.click()
    assert isinstance(desktop.gate.page, SignInPage)


def test_a_second_program_is_told_plainly(start, locked_app, wait):
    held = StoreLock(locked_app.folder)
    desktop = start(locked_app)
    page = desktop.gate.page
    page.people.choose(desks.PEOPLE[Role.CLINICIAN])
    page.passphrase.line.setText(desks.PASSPHRASE)
    page.try_now()
    wait(lambda: bool(page.problem.text()))
    assert "already open" in page.problem.text() and desktop.window is None
    held.release()
    page.try_now()  # the passphrase still stands there
    wait(lambda: desktop.window is not None)


def test_a_wrong_passphrase_lets_nobody_in_and_makes_one_wait(start, locked_app, wait, monkeypatch):
    wait_s = [1000.0]  # so long that it can't run out while a busy machine looks
    monkeypatch.setattr(delays, "wait_after", lambda tries: wait_s[0] if tries > 3 else 0.0)
    desktop = start(locked_app)
    page = desktop.gate.page
    page.people.choose(desks.PEOPLE[Role.CLINICIAN])
    for tries in range(1, 5):
        page.passphrase.line.setText("not the passphrase")
        page.try_now()
        assert not page.enter.isEnabled()  # one try at a time
        wait(lambda: not page.passphrase.text)
        assert "wrong" in page.problem.text() and desktop.window is None
        assert page.countdown.isVisible() == (tries == 4)
    page.passphrase.line.setText(desks.PASSPHRASE)
    assert not page.enter.isEnabled()
    wait_s[0] = 0.0
    wait(page.enter.isEnabled)  # the wait runs out by itself
    page.try_now()
    wait(lambda: desktop.window is not None)
    assert any("4 failed sign-ins" in words for words in told(desktop))


def test_the_wait_is_there_after_a_restart_and_only_for_one(start, locked_app, monkeypatch):
    counted = Delays(locked_app.folder)
    for _ in range(9):
        counted.failed(desks.PEOPLE[Role.CLINICIAN])
    page = start(locked_app).gate.page
    page.people.choose(desks.PEOPLE[Role.CLINICIAN])
    assert page.countdown.isVisible() and "64" in page.countdown.text()
    page.people.choose(desks.PEOPLE[Role.OWNER])
    assert not page.countdown.isVisible()


def test_the_lock_hides_every_window_before_anything_else(opened, monkeypatch):
    """What takes time, the last words among it, is done behind the sign-in page."""
    window = opened.window
    seen = []
    monkeypatch.setattr(window, "flush", lambda: seen.extend(visible_windows()))
    dialog = PatientDialog(opened.services.session.case.patient, window)
    dialog.show()
    opened.lock()
    assert seen and set(seen) == {opened.gate.window}
    assert not dialog.isVisible() and not window.isVisible()


def test_the_lock_ends_a_dialog_that_somebody_left_open(opened, wait):
    """Its own event loop must not keep the window, nor bring it back."""
    ended = []

    def left_open():
        dialog = PatientDialog(opened.services.session.case.patient, opened.window)
        QTimer.singleShot(50, opened.lock)
        ended.append(dialog.exec())

    left_open()
    assert ended == [QDialog.DialogCode.Rejected]
    assert visible_windows() == [opened.gate.window]
    wait(lambda: not opened.services.app.access.is_open)


def test_the_lock_drops_everything_that_tells_of_a_patient(opened, lock, monkeypatch):
    # The offscreen screen has a clipboard without an owner.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    services = opened.services
    services.notices.tell(Notice("The case of Li Xiaoyu was taken off the list."))
    QGuiApplication.clipboard().setText("Li Xiaoyu")
    window = weakref.ref(opened.window)
    lock(opened)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert window() is None
    assert services.session.case is None and not services.session.film_uid
    assert not services.notices.waiting and not services.intake.recent
    assert QGuiApplication.clipboard().text() == ""
    assert services.app.access.session is None
    assert "Li" not in opened.gate.window.windowTitle()


def test_what_others_copied_stays(opened, lock):
    QGuiApplication.clipboard().setText("a shopping list")
    lock(opened)
    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_what_is_typed_is_kept_by_the_lock(opened, lock, sign_in):
    case_id = opened.services.session.case.case_id
    opened.window.notes.editor.setPlainText("cough for 3 weeks")
    lock(opened)
    sign_in(opened)
    assert cases.load(opened.services.app, case_id).note == "cough for 3 weeks"


def test_somebody_else_comes_in(opened, lock, sign_in):
    lock(opened, switching=True)
    page = opened.gate.page
    assert opened.gate.window.focusWidget() is page.people  # choose first, then type
    window = sign_in(opened, Role.OWNER)
    assert opened.services.app.access.user == desks.PEOPLE[Role.OWNER]
    assert opened.services.session.case is None and window.isVisible()
    assert not opened.gate.is_open
    locked = [e for e in desks.trail(opened.services.app) if e.action == "locked"]
    assert [e.user for e in locked] == [desks.PEOPLE[Role.CLINICIAN]]


def test_who_locked_is_expected_back(opened, lock):
    lock(opened)
    page = opened.gate.page
    assert page.people.name == desks.PEOPLE[Role.CLINICIAN]
    assert opened.gate.window.focusWidget() is page.passphrase.line


@pytest.mark.parametrize(("key", "shift"), [("lock", False), ("switch", True)])
def test_both_commands_lock(opened, wait, key, shift):
    getattr(opened.window.commands, key).trigger()
    wait(lambda: not opened.services.app.access.is_open)
    assert isinstance(opened.gate.page, SignInPage)


def test_an_auditor_sees_no_film_and_keeps_none_away(
    start, locked_app, sign_in, film, models, wait, tmp_path
):
    """What the console writes is filed and screened whoever is signed in."""
    desktop = start(locked_app)
    window = sign_in(desktop, Role.AUDITOR)
    wait(lambda: not desktop.services.door.running)
    assert not told(desktop) and window.isVisible()
    waiting = intake.take(locked_app, Source(film("high.dcm")), dropped=intake.NOBODYS)
    desktop.services.intake.announce(waiting, first=True)
    wait(lambda: not desktop.services.queue.waiting and not desktop.services.activity.running)
    assert desktop.services.session.case is None and not told(desktop)
    with pytest.raises(NotPermitted):
        intake.take(locked_app, Source(film("low.dcm")))
    added = [entry for entry in desks.trail(locked_app) if entry.action == "film_added"]
    assert [entry.user for entry in added] == ["program"]
    with locked_app.access.using(None) as desk:
        (line,) = desk.store.worklist.page()
        assert desk.store.cases.load(line.case_id).films[0].screenings


def test_a_clock_in_doubt_stands_on_the_window_until_an_owner_speaks(
    start, locked_app, sign_in, lock
):
    desktop = start(locked_app)
    window = sign_in(desktop, Role.CLINICIAN)
    assert not window.clock_banner.isVisible()
    locked_app.access.clock_behind = timedelta(days=3)
    window.clock_banner.refresh()
    assert "3 days" in window.clock_banner.words.text()
    assert not window.clock_banner.confirm.isEnabled()
    lock(desktop)
    window = sign_in(desktop, Role.OWNER)
    locked_app.access.clock_behind = timedelta(days=3)
    window.clock_banner.refresh()
    window.clock_banner.confirm.click()
    assert not window.clock_banner.isVisible()
    assert desks.actions(locked_app)[-1] == "clock_confirmed"
