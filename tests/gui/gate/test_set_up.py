"""Protects: a store begins with an owner, a recovery key on paper, and somebody who reads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMessageBox, QTreeWidget

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import sign_in as door
from meddx_desktop.gui.gate.other_pages import RecoveryPage
from meddx_desktop.gui.gate.recovered import Recovered
from meddx_desktop.gui.gate.sign_in import SignInPage
from tests import desks

NEW = "four words nobody says"


def fill(step, name, passphrase=desks.PASSPHRASE):
    step.name.setText(name)
    step.passphrase.first.line.setText(passphrase)
    step.passphrase.second.line.setText(passphrase)


def type_key(test, lines):
    for field, line in zip(test.lines, lines, strict=True):
        field.setText(line.lower().replace("-", " "))


@pytest.fixture
def written(start, empty_app, wait):
    """A set-up whose recovery key is on the screen."""
    desktop = start(empty_app)
    page = desktop.gate.page
    page.go_on()
    fill(page.owner, "Wang Owner")
    page.go_on()
    wait(lambda: page.place == 2)
    return desktop, page


def test_from_the_set_up_to_the_window(written, wait):
    desktop, page = written
    app = desktop.services.app
    lines = page.write.sheet.lines
    assert all(len(line) == 19 for line in lines)
    page.go_on()
    assert not page.next.isEnabled()  # nothing typed yet
    type_key(page.repeat.test, lines)
    page.go_on()
    wait(lambda: page.place == 4)
    assert page.write.sheet.lines == ("",) * 4 and not page.repeat.test.is_filled
    fill(page.reader, "Dr Lin", NEW)
    page.go_on()
    wait(lambda: desktop.window is not None)
    assert app.access.role is Role.OWNER and desktop.window.isVisible()
    assert any("Dr Lin" in notice.text for notice in desktop.services.notices.waiting)
    assert desks.actions(app)[:3] == ["store_created", "recovery_tested", "user_added"]
    people = {user.name: user.role for user in door.people(app.folder)}
    assert people == {"Wang Owner": Role.OWNER, "Dr Lin": Role.CLINICIAN}


def test_the_clinician_can_wait(written, wait):
    desktop, page = written
    page.go_on()
    type_key(page.repeat.test, page.write.sheet.lines)
    page.go_on()
    wait(lambda: page.place == 4)
    page.skip.click()
    wait(lambda: desktop.window is not None)
    assert any("can't decide" in notice.text for notice in desktop.services.notices.waiting)


def test_the_line_with_a_slip_is_named(written):
    _desktop, page = written
    lines = list(page.write.sheet.lines)
    page.go_on()
    type_key(page.repeat.test, [lines[0], lines[1], lines[3], lines[2]])
    page.go_on()
    assert "Line 3" in page.repeat.test.problem.text()
    assert page.repeat.test.lines[2].property("invalid") == "true"
    type_key(page.repeat.test, [lines[0], lines[1][:-1], *lines[2:]])
    page.go_on()
    assert "Line 2" in page.repeat.test.problem.text() and page.place == 3
    page.go_back()
    assert page.write.sheet.lines == tuple(lines)  # still there to be compared


def test_there_is_no_way_back_behind_a_store_that_was_made(written):
    _desktop, page = written
    assert not page.back.isVisible()
    page.go_back()
    assert page.place == 2


def test_a_key_that_nobody_tested_is_asked_for_at_the_next_sign_in(written, start, wait):
    desktop, _page = written
    app = desktop.services.app
    desktop.close()
    again = start(app)
    page = again.gate.page
    assert isinstance(page, SignInPage)
    page.passphrase.line.setText(desks.PASSPHRASE)
    page.try_now()
    wait(lambda: again.window is not None)
    (notice,) = [n for n in again.services.notices.waiting if "recovery key" in n.text]
    assert notice.on_action is not None


def test_the_set_up_is_done_by_keyboard(start, empty_app, qtbot):
    desktop = start(empty_app)
    window, page = desktop.gate.window, desktop.gate.page
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.place == 1 and window.focusWidget() is page.owner.name
    QTest.keyClicks(page.owner.name, "Wang")
    QTest.keyClick(page.owner.name, Qt.Key.Key_Return)
    assert window.focusWidget() is page.owner.passphrase.first.line
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.place == 0


@pytest.mark.parametrize("leaves", [True, False])
def test_escape_asks(start, empty_app, monkeypatch, qtbot, leaves):
    desktop = start(empty_app)
    asked, closed = [], []
    desktop.gate.closed.disconnect()
    desktop.gate.closed.connect(lambda: closed.append(True))

    def answered(box):
        asked.append(box.informativeText())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answered)
    wanted = QMessageBox.ButtonRole.DestructiveRole if leaves else QMessageBox.ButtonRole.RejectRole
    monkeypatch.setattr(
        QMessageBox,
        "clickedButton",
        lambda box: next(b for b in box.buttons() if box.buttonRole(b) is wanted),
    )
    QTest.keyClick(desktop.gate.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(20)
    assert "Nothing was made" in asked[0]
    assert bool(closed) is leaves


def test_a_passphrase_is_judged_while_it_is_typed(start, empty_app):
    page = start(empty_app).gate.page
    page.go_on()
    fields = page.owner.passphrase
    page.owner.name.setText("Wang Owner")
    for typed, again, good, words in (
        ("short", "", False, "5 so far"),
        ("passwordpassword", "passwordpassword", False, "repeats itself"),
        ("Wang Owner 1234567", "Wang Owner 1234567", False, "your name"),
        ("a lamp beside the river", "a lamp beside the rivet", False, "not the same"),
        ("一盏灯在河边照着渔船慢慢漂走了", "一盏灯在河边照着渔船慢慢漂走了", True, "15 so far"),
    ):
        fields.first.line.setText(typed)
        fields.second.line.setText(again)
        assert page.next.isEnabled() is good
        assert words in " ".join(rule.words for rule in (fields.length, fields.guess, fields.same))


def test_the_recovery_key_makes_a_new_key_and_a_new_passphrase(start, locked_app, wait):
    desktop = start(locked_app)
    desktop.gate.page.recovery.click()
    page = desktop.gate.page
    assert isinstance(page, RecoveryPage)
    wrong = list(desks.recovery_words())
    type_key(page.lines, [wrong[0][:-1] + "?", *wrong[1:]])
    page.try_now()
    wait(lambda: "Line 1" in page.lines.problem.text())
    type_key(page.lines, desks.recovery_words())
    page.try_now()
    wait(lambda: isinstance(desktop.gate.page, Recovered))
    assert desktop.window is None  # nobody works as "the recovery key"
    page = desktop.gate.page
    wait(lambda: page.next.isEnabled())
    lines = page.write.sheet.lines
    assert lines != desks.recovery_words()
    page.go_on()
    type_key(page.repeat.test, lines)
    page.go_on()
    wait(lambda: page.place == 2)
    assert page.own.name == desks.PEOPLE[Role.OWNER]
    page.own.passphrase.first.line.setText(NEW)
    page.own.passphrase.second.line.setText(NEW)
    page.go_on()
    wait(lambda: desktop.window is not None)
    assert locked_app.access.user == desks.PEOPLE[Role.OWNER]
    actions = desks.actions(locked_app)
    for action in ("recovery_used", "recovery_reissued", "recovery_tested", "passphrase_reset"):
        assert action in actions


def test_nobody_walks_away_from_a_recovery_key_on_the_screen(written, wait):
    """The store is open behind the set-up: it locks as it does behind the window."""
    desktop, page = written
    session = desktop.services.app.access.session
    now = session._monotonic
    session._monotonic = lambda: now() + 10 * 60 + 1
    desktop.idle.look()
    assert isinstance(desktop.gate.page, SignInPage) and not page.isVisible()
    wait(lambda: session.locked and not desktop.services.door.running)
    desktop.gate.page.passphrase.line.setText(desks.PASSPHRASE)
    desktop.gate.page.try_now()
    wait(lambda: desktop.window is not None)


def test_escape_leads_back_from_the_recovery_key(start, locked_app):
    desktop = start(locked_app)
    desktop.gate.page.recovery.click()
    QTest.keyClick(desktop.gate.window, Qt.Key.Key_Escape)
    assert isinstance(desktop.gate.page, SignInPage)


def test_the_demonstration_fills_the_passphrase_in(start, locked_app, wait, models):
    from meddx_desktop.core.operations.throw_away import ThrowAway

    desktop = start(locked_app, thrown_away=ThrowAway(locked_app, desks.PASSPHRASE))
    page = desktop.gate.page
    words = " ".join(label.text() for label in page.findChildren(type(page.problem)))
    assert "Demonstration: nothing is kept" in words and not page.recovery.isVisible()
    for role in (Role.SCREENING_OFFICER, Role.CLINICIAN):
        page.people.choose(desks.PEOPLE[role])
        assert page.enter.isEnabled()
    page.enter.click()
    wait(lambda: desktop.window is not None)
    assert locked_app.access.role is Role.CLINICIAN


def test_every_control_of_the_gate_has_a_name(written, start, wait):
    """What a screen reader says, on every page that has one."""
    desktop, page = written
    pages = [
        page,
        RecoveryPage(),
        SignInPage(door.people(desktop.services.app.folder), lambda _: 0),
    ]
    for shown in pages:
        for kind in (QLineEdit, QAbstractButton, QTreeWidget, QComboBox):
            for control in shown.findChildren(kind):
                named = control.accessibleName() or getattr(control, "text", str)()
                assert named or control is page.skip, control


def test_enter_begins_and_the_first_field_has_the_focus(start, empty_app, qtbot):
    """Protects: nobody has to find the mouse on the very first page."""
    page = start(empty_app).gate.page
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.next)
    qtbot.keyClick(page.next, Qt.Key.Key_Return)
    assert page.step is page.owner
    assert page.window().focusWidget() is page.owner.name


def test_the_language_is_chosen_on_the_first_page(start, empty_app, qtbot):
    """Protects: who can't read the language that stands there finds the own one by its name."""
    desktop = start(empty_app)
    box = desktop.gate.page.welcome.language
    assert [box.itemText(place) for place in range(box.count())] == ["English", "简体中文"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert empty_app.settings.text("language") == "zh_CN"
    assert desktop.gate.page.welcome.title == "欢迎"
    assert desktop.gate.window.isVisible()
    desktop._translation.use("en")
