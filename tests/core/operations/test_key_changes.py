"""Protects: an older key file is refused; a cut beside the key file loses no trail, no paper."""

import pytest

from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import CannotWrite, StoreRefused
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import backups, open_application, restoring, sign_in, users
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store import backup, keys_file
from tests import desks

OWNER, CLINICIAN = desks.PEOPLE[Role.OWNER], desks.PEOPLE[Role.CLINICIAN]
NEW = "four words nobody says"


class PowerCut(BaseException):
    """The program is gone: no handler of its own runs."""


@pytest.fixture
def app(tmp_path):
    made = application(tmp_path / "store", tmp_path)
    yield made
    made.access.close()


def application(folder, models):
    return open_application(models=models, settings=Settings(), threads=1, store=folder)


def key_file(app):
    return app.folder / keys_file.FILE


def actions_after_restart(app):
    """Sign in as after a restart and tell what the trail says."""
    sign_in.lock(app)
    welcome = sign_in.sign_in(app, OWNER, desks.PASSPHRASE)
    return welcome, desks.actions(app)


def refused(app, user=OWNER, passphrase=desks.PASSPHRASE):
    with pytest.raises(StoreRefused) as caught:
        sign_in.sign_in(app, user, passphrase)
    assert not app.access.is_open
    return caught.value.code


def cut(monkeypatch, where, *, before):
    """The power goes right before or right after the key file is replaced."""
    real = keys_file.write_replacing

    def dying(path, content):
        if path.name != where:
            return real(path, content)
        if not before:
            real(path, content)
        raise PowerCut

    monkeypatch.setattr(keys_file, "write_replacing", dying)


CHANGES = {
    "user_added": lambda app: users.add(app, "Eve", Role.OWNER, NEW),
    "passphrase_reset": lambda app: users.reset(app, CLINICIAN, NEW),
    "user_disabled": lambda app: users.disable(app, CLINICIAN),
    "user_removed": lambda app: users.remove(app, CLINICIAN),
    "recovery_reissued": users.reissue_recovery,
    "renewal_begun": lambda app: users.begin_renewal(app, desks.PASSPHRASE),
}


# --- an older key file put back


@pytest.mark.parametrize("change", CHANGES)
def test_a_key_file_from_before_any_change_is_refused_and_told(app, change):
    desks.enter(app, Role.OWNER)
    old = key_file(app).read_bytes()
    CHANGES[change](app)
    newest = key_file(app).read_bytes()
    sign_in.lock(app)
    key_file(app).write_bytes(old)
    assert refused(app) == "keys_rolled_back"
    key_file(app).write_bytes(newest)
    _, told = actions_after_restart(app)
    assert told[-1] == "keys_rolled_back"


def test_old_roles_do_not_come_back_by_a_change_during_the_session(app):
    """Put back while an owner is in: the next change would sign the old file anew."""
    desks.enter(app, Role.OWNER)
    old = key_file(app).read_bytes()
    users.remove(app, CLINICIAN)
    key_file(app).write_bytes(old)
    with pytest.raises(StoreRefused) as caught:
        users.add(app, "Eve", Role.AUDITOR, NEW)
    assert caught.value.code == "keys_rolled_back"
    assert "user_added" not in desks.actions(app) and key_file(app).read_bytes() == old


def test_an_old_paper_with_its_old_key_file_opens_nothing(app):
    desks.enter(app, Role.OWNER)
    old = key_file(app).read_bytes()
    users.reissue_recovery(app)
    users.confirm_recovery(app)
    sign_in.lock(app)
    key_file(app).write_bytes(old)
    with pytest.raises(StoreRefused) as caught:
        sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    assert caught.value.code == "keys_rolled_back"


def test_the_use_of_the_paper_can_not_be_hidden(app):
    desks.enter(app, Role.OWNER)
    old = key_file(app).read_bytes()
    sign_in.lock(app)
    sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    sign_in.lock(app)
    key_file(app).write_bytes(old)
    assert refused(app) == "keys_rolled_back"


def test_the_recovery_key_of_today_is_the_way_back_in(app):
    """Only an older copy of the key file is left: the tested paper proves an owner."""
    desks.enter(app, Role.OWNER)
    paper = users.reissue_recovery(app).lines()
    users.confirm_recovery(app)
    old = key_file(app).read_bytes()
    users.add(app, "Eve", Role.AUDITOR, NEW)
    sign_in.lock(app)
    key_file(app).write_bytes(old)
    assert refused(app) == "keys_rolled_back"
    assert sign_in.sign_in_with_recovery(app, "\n".join(paper)).recovery_due
    assert desks.actions(app).count("keys_rolled_back") == 2
    sign_in.lock(app)
    sign_in.sign_in(app, OWNER, desks.PASSPHRASE)


def test_a_restored_backup_opens_also_when_a_user_came_during_the_backup(
    app, tmp_path, monkeypatch
):
    desks.enter(app, Role.OWNER)
    real = backup._copied

    def copied(source, target):
        if source.name == keys_file.FILE and '"Eve"' not in source.read_text():
            users.add(app, "Eve", Role.AUDITOR, NEW)
        return real(source, target)

    monkeypatch.setattr(backup, "_copied", copied)
    (tmp_path / "stick").mkdir()
    report = backups.back_up(app, tmp_path / "stick")
    restoring.restore(report.folder, OWNER, desks.PASSPHRASE, into=tmp_path / "again")
    again = application(tmp_path / "again", tmp_path)
    try:
        sign_in.sign_in(again, "Eve", NEW)
        assert again.access.is_open
    finally:
        again.access.close()


def test_a_new_master_reaches_everybody_and_no_older_file_after_it(app):
    """Signing in after a renewal rewrites the own entry; that file is the newest then."""
    desks.enter(app, Role.OWNER)
    users.begin_renewal(app, desks.PASSPHRASE)
    users.renew(app, JobContext())
    sign_in.lock(app)
    sign_in.sign_in(app, CLINICIAN, desks.PASSPHRASE)
    sign_in.lock(app)
    assert keys_file.load(app.folder).entry(CLINICIAN).pending == ()
    sign_in.sign_in(app, CLINICIAN, desks.PASSPHRASE)
    assert "keys_rolled_back" not in desks.actions(app)


# --- cuts beside the key file


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_the_key_file_stands_in_the_trail_whenever_the_power_goes(
    app, change, monkeypatch
):
    desks.enter(app, Role.OWNER)
    with monkeypatch.context() as patched:
        cut(patched, keys_file.FILE, before=False)
        with pytest.raises(PowerCut):
            CHANGES[change](app)
    _, told = actions_after_restart(app)
    assert change in told
    assert "keys_unchanged" not in told and "keys_rolled_back" not in told


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_cut_before_the_key_file_is_told_as_undone(app, change, monkeypatch):
    desks.enter(app, Role.OWNER)
    before = key_file(app).read_bytes()
    with monkeypatch.context() as patched:
        cut(patched, keys_file.FILE, before=True)
        with pytest.raises(PowerCut):
            CHANGES[change](app)
    assert key_file(app).read_bytes() == before
    _, told = actions_after_restart(app)
    assert change in told and told[-1] == "keys_unchanged"


def test_a_full_disk_is_told_at_once(app, monkeypatch):
    desks.enter(app, Role.OWNER)

    def full(_path, _content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(keys_file, "write_replacing", full)
        with pytest.raises(CannotWrite):
            users.disable(app, CLINICIAN)
    assert desks.actions(app)[-2:] == ["user_disabled", "keys_unchanged"]
    users.disable(app, CLINICIAN)
    assert desks.actions(app)[-1] == "user_disabled"


def test_after_a_cut_only_the_file_that_lies_there_is_taken(app, monkeypatch):
    """The file from before the cut is old as soon as somebody signed in with the new one."""
    desks.enter(app, Role.OWNER)
    old = key_file(app).read_bytes()
    with monkeypatch.context() as patched:
        cut(patched, keys_file.FILE, before=False)
        with pytest.raises(PowerCut):
            users.remove(app, CLINICIAN)
    actions_after_restart(app)
    sign_in.lock(app)
    key_file(app).write_bytes(old)
    assert refused(app) == "keys_rolled_back"


# --- the recovery key


@pytest.mark.parametrize("change", ["recovery_reissued", "renewal_begun"])
def test_a_recovery_key_that_nobody_saw_is_untested(app, change, monkeypatch):
    desks.enter(app, Role.OWNER)
    users.reissue_recovery(app)
    users.confirm_recovery(app)
    welcome, _ = actions_after_restart(app)
    assert not welcome.recovery_untested
    with monkeypatch.context() as patched:
        cut(patched, keys_file.FILE, before=False)
        with pytest.raises(PowerCut):
            CHANGES[change](app)
    welcome, _ = actions_after_restart(app)
    assert welcome.recovery_untested


def test_a_recovery_key_that_was_not_replaced_stays_tested(app, monkeypatch):
    desks.enter(app, Role.OWNER)
    paper = users.reissue_recovery(app).lines()
    users.confirm_recovery(app)
    with monkeypatch.context() as patched:
        cut(patched, keys_file.FILE, before=True)
        with pytest.raises(PowerCut):
            users.reissue_recovery(app)
    welcome, _ = actions_after_restart(app)
    assert not welcome.recovery_untested
    sign_in.lock(app)
    sign_in.sign_in_with_recovery(app, "\n".join(paper))


@pytest.mark.parametrize("begun", [False, True])
def test_a_set_up_that_was_cut_off_asks_for_a_new_recovery_key(app, begun, monkeypatch):
    real = sign_in.begin

    def dying(*args):
        if begun:
            real(*args)
            app.access.close()
        else:
            args[1].close()
            args[2].release()
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(sign_in, "begin", dying)
        with pytest.raises(PowerCut):
            sign_in.set_up(app, "Wang", desks.PASSPHRASE, parameters=MINIMUM)
    assert sign_in.sign_in(app, "Wang", desks.PASSPHRASE).recovery_untested
