"""Protects: the windows of backup and restore do what they say, and say what they did."""

import threading

from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import backups, sign_in, worklist
from meddx_desktop.gui.dialogs.backup import BackupDialog
from meddx_desktop.gui.dialogs.backup_check import CheckDialog
from meddx_desktop.gui.dialogs.restore import RestoreDialog
from tests import clinic, desks


def test_a_backup_is_made_and_told(clinic_app, shown, stick):
    clinic.file(clinic_app)
    dialog = shown(BackupDialog(clinic_app))
    assert "1 case" in dialog.extent.text()
    assert "no backup yet" in dialog.extent.text()
    assert not dialog.begin.isEnabled()
    dialog.place.setText(str(stick))
    dialog.begin.click()
    shown.rest(dialog)
    assert dialog.report.copied == 1
    assert dialog.outcome.text().startswith("1 film copied, none was there before; all proven")
    dialog.place.setText(str(stick / "gone"))
    dialog.begin.click()
    shown.rest(dialog)
    assert "is not there" in dialog.work._text.text()


def test_escape_stops_the_work_and_then_closes(clinic_app, shown, stick, monkeypatch, qtbot):
    clinic.file(clinic_app)
    dialog = shown(BackupDialog(clinic_app))
    stopped, begun = [], threading.Event()

    def slow(_app, _place, *, context):
        begun.set()
        while True:
            try:
                context.checkpoint()
            except BaseException:
                stopped.append(True)
                raise

    monkeypatch.setattr(backups, "back_up", slow)
    dialog.place.setText(str(stick))
    dialog.begin.click()
    assert begun.wait(10)
    dialog.reject()
    assert dialog.isVisible(), "nothing is left alone while it writes"
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert stopped


def test_the_check_lists_damage(clinic_app, shown):
    case = clinic.file(clinic_app)
    dialog = shown(CheckDialog(clinic_app))
    dialog.begin.click()
    shown.rest(dialog)
    assert dialog.outcome.text() == "Everything is whole: 1 film, 3 audit entries."
    with clinic_app.access.using(None) as desk:
        (name,) = desk.store.objects.names()
        desk.store.objects.path(name).write_bytes(b"x")
    dialog.begin.click()
    shown.rest(dialog)
    assert dialog.list.item(0).text() == f"A film of case {case.case_id[:8]}"


def test_restoring_beside(clinic_app, shown, stick, tmp_path):
    clinic.file(clinic_app)
    backups.back_up(clinic_app, stick)
    dialog = shown(RestoreDialog(None, clinic_app))
    assert not dialog.first
    dialog.source.setText(str(stick))
    names = [dialog.user.itemText(place) for place in range(dialog.user.count())]
    assert names == [desks.PEOPLE[Role.OWNER], "With the recovery key"], (
        "only who may restore is offered"
    )
    dialog.into.setText(str(tmp_path / "new"))
    dialog.passphrase.setText("not this passphrase")
    assert not dialog.restore_button.isEnabled(), "looked through first"
    dialog.look_button.click()
    shown.rest(dialog)
    assert "passphrase is wrong" in dialog.work._text.text()
    dialog.passphrase.setText(desks.PASSPHRASE)
    dialog.look_button.click()
    shown.rest(dialog)
    assert "1 film" in dialog.outcome.text()
    assert "Everything is whole." in dialog.outcome.text()
    dialog.restore_button.click()
    shown.rest(dialog)
    assert sign_in.exists(tmp_path / "new")
    assert dialog.passphrase.text() == ""


def test_restoring_on_a_new_machine_needs_nobody_signed_in(
    clinic_app, shown, stick, tmp_path, qtbot
):
    clinic.file(clinic_app)
    backups.back_up(clinic_app, stick)
    clinic_app.access.leave()
    new = clinic.elsewhere(clinic_app, tmp_path / "new machine" / "store")
    new.folder.parent.mkdir()
    dialog = shown(RestoreDialog(None, new))
    assert dialog.first
    dialog.source.setText(str(stick))
    dialog.passphrase.setText(desks.PASSPHRASE)
    dialog.look_button.click()
    shown.rest(dialog)
    with qtbot.waitSignal(dialog.restored) as told:
        dialog.restore_button.click()
    assert told.args == [new.folder]
    shown.rest(dialog)
    sign_in.sign_in(new, desks.PEOPLE[Role.OWNER], desks.PASSPHRASE)
    assert worklist.count(new) == 1
    new.access.close()


def test_damaged_films_are_left_out_only_when_ticked(clinic_app, shown, stick, tmp_path):
    clinic.file(clinic_app)
    folder = backups.back_up(clinic_app, stick).folder
    (film,) = (path for path in (folder / "objects").rglob("*") if path.is_file())
    film.write_bytes(b"x")
    dialog = shown(RestoreDialog(None, clinic_app))
    dialog.source.setText(str(stick))
    dialog.passphrase.setText(desks.PASSPHRASE)
    dialog.into.setText(str(tmp_path / "new"))
    dialog.look_button.click()
    shown.rest(dialog)
    assert "stored film" in dialog.outcome.text()
    assert not dialog.restore_button.isEnabled()
    dialog.despite.setChecked(True)
    dialog.restore_button.click()
    shown.rest(dialog)
    assert "1 film was left out" in dialog.outcome.text()
