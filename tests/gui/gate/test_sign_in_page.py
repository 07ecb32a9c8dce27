"""Protects: who signs in types at once, and the page proposes who is likely and nobody else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_the_eye_shows_and_caps_lock_is_told(start, locked_app):
    page = start(locked_app).gate.page
    line = page.passphrase.line
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not page.passphrase._capitals.isVisible()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, line, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert page.passphrase._capitals.isVisible()
    assert line.displayText() != line.text()
    page.passphrase.eye.click()
    assert line.displayText() == line.text()
    page.passphrase.clear()
    line.setText("x")
    assert line.displayText() != "x"  # the next one is hidden again


def test_who_was_in_last_types_at_once_after_a_start(start, locked_app, sign_in, qtbot):
    """Protects: the passphrase is asked of who was in last, and the field has the focus."""
    locked_app.settings.set("last_user", "Nurse Zhao")
    page = start(locked_app).gate.page
    assert page.people.name == "Nurse Zhao"
    assert page.window().focusWidget() is page.passphrase.line


def test_who_came_in_is_remembered_and_a_switch_proposes_nobody(start, locked_app, sign_in):
    desktop = start(locked_app)
    sign_in(desktop)
    assert locked_app.settings.text("last_user") == locked_app.access.user
    desktop.lock(switching=True)
    assert desktop.gate.page.focusProxy() is desktop.gate.page.people


def test_somebody_unknown_is_not_who_was_in_last(start, locked_app):
    locked_app.settings.set("last_user", "Gone Away")
    page = start(locked_app).gate.page
    assert page.focusProxy() is page.people
