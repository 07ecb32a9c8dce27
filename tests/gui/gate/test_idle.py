"""Protects: the program locks when nobody is there, says so before, and stays open for who is."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.gate.conftest import told


def test_it_locks_when_nobody_is_there(opened, wait):
    session = opened.services.app.access.session
    now = session._monotonic
    session._monotonic = lambda: now() + 10 * 60 - 20
    opened.idle.look()
    assert any("half a minute" in words for words in told(opened))
    assert opened.window is not None
    session._monotonic = lambda: now() + 10 * 60 + 1
    opened.idle.look()
    assert opened.window is None
    wait(lambda: session.locked)


def test_a_key_or_a_mouse_move_keeps_it_open(opened):
    session = opened.services.app.access.session
    now, ahead = session._monotonic, 10 * 60 - 20
    session._monotonic = lambda: now() + ahead
    opened.idle.look()
    QTest.mouseMove(opened.window.windowHandle(), QPoint(40, 40))
    QCoreApplication.processEvents()
    assert session.remaining() > 9 * 60
    assert not any("half a minute" in words for words in told(opened))
    ahead += 10 * 60 - 20
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    assert session.remaining() > 9 * 60


def test_the_key_that_wakes_a_laptop_unlocks_nothing(opened, wait):
    """The steady clock slept with it; the key comes before the next look."""
    session = opened.services.app.access.session
    wall = session._wall
    session._wall = lambda: wall() + 8 * 3600
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    wait(lambda: opened.window is None and session.locked)


def test_another_idle_time_holds_at_once(opened):
    session = opened.services.app.access.session
    opened.services.app.settings.set("auto_lock_minutes", 1)
    assert session.remaining() <= 60
