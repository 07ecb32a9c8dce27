"""Protects: each role reaches its own records; the reminder of a backup goes with the backup."""

from datetime import UTC, datetime, timedelta

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import backups
from meddx_desktop.gui import main_window
from meddx_desktop.gui.dialogs.audit import AuditView
from tests import clinic, desks

OWNER = desks.PEOPLE[Role.OWNER]


def test_an_auditor_sees_the_trail_and_no_case(app, parts, qtbot):
    clinic.file(app, "SECRET-1", "Secret^Name")
    clinic.become(app, Role.AUDITOR)
    window = main_window.MainWindow(parts)
    window.show()
    qtbot.waitExposed(window)
    view = window.findChild(AuditView)
    qtbot.waitUntil(lambda: bool(view.model.entries), timeout=20000)
    assert view.isVisible()
    for part in (window.worklist, window.tabs, window.assessment, window.banner, window.vitals):
        assert not part.isVisible()
    assert not window.acceptDrops()
    assert not window.commands.open_files.isEnabled()
    assert not window.commands.back_up.isEnabled()
    assert window.commands.lock.isEnabled()
    window.retire()
    window.runner.close()


def test_the_reminder_has_a_button_and_goes_with_the_backup(app, window, monkeypatch):
    clinic.file(app)
    app.settings.set("backup_reminder_days", 1)
    late = datetime.now(UTC) + timedelta(days=3)
    monkeypatch.setattr(backups, "backup_days", lambda _app, _now, real=backups.backup_days: real(
        app, late))  # fmt: skip
    window.records.remind()
    (notice,) = [one for one in window._services.notices.waiting if one.group == "backup"]
    assert "No backup for 3 days" in notice.text
    assert notice.action
    assert notice.on_action is not None


def test_roles_grey_out_what_they_may_not_do(app, window):
    """The window's clinician exports and backs up; the rest is the owner's."""
    commands = window.commands
    assert commands.back_up.isEnabled()
    for action in (commands.erase, commands.keeping, commands.audit, commands.restore):
        assert not action.isEnabled()
    assert commands.restore.toolTip() == "Only: Owner"
    assert commands.audit.toolTip() == "Only: Owner, Auditor"
