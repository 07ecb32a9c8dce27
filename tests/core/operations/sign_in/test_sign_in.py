"""Protects: who gets in and who does not, and that the trail knows."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.errors import (
    CannotWrite,
    InvalidEntry,
    NotPermitted,
    StoreDamaged,
    StoreRefused,
    WrongPassphrase,
)
from meddx_desktop.core.operations import sign_in, worklist
from meddx_desktop.core.store import audit, delays, keys, keys_file
from meddx_desktop.core.store.lock import StoreLock
from tests import desks
from tests.core.operations.sign_in.door import CLINICIAN, application, told


def test_a_new_store_is_made_once_and_its_owner_is_in(app):
    assert not sign_in.exists(app.folder)
    recovery = sign_in.set_up(app, "Wang", desks.PASSPHRASE, parameters=MINIMUM)
    assert len(recovery.lines()) == 4
    assert app.access.role is Role.OWNER and sign_in.exists(app.folder)
    assert [user.name for user in sign_in.people(app.folder)] == ["Wang"]
    assert [entry.action for entry in desks.trail(app)] == ["store_created"]
    sign_in.lock(app)
    with pytest.raises(StoreRefused) as refused:
        sign_in.set_up(app, "Li", desks.PASSPHRASE, parameters=MINIMUM)
    assert told(refused) == "keys_exist"
    welcome = sign_in.sign_in(app, "Wang", desks.PASSPHRASE)
    assert welcome.recovery_untested and not welcome.recovery_due


def test_a_refused_set_up_leaves_nothing_behind(app):
    with pytest.raises(InvalidEntry):
        sign_in.set_up(app, "Wang", "short")
    with pytest.raises(InvalidEntry) as taken:
        sign_in.set_up(app, "Program", desks.PASSPHRASE)  # the trail would not tell them apart
    assert told(taken) == "user_name_taken"
    assert not sign_in.exists(app.folder) and not app.access.is_open
    StoreLock(app.folder).release()  # nobody holds it


@pytest.mark.parametrize("left", ["cases.db", "objects"])
def test_a_store_that_lost_its_keys_is_never_taken_for_none(app, left):
    """A new store over the old one would bury it."""
    from meddx_desktop.core.store import database, objects

    app.folder.mkdir()
    (app.folder / (database.FILE if left == "cases.db" else objects.FOLDER)).mkdir()
    assert sign_in.exists(app.folder)
    with pytest.raises(StoreRefused) as refused:
        sign_in.set_up(app, "Wang", desks.PASSPHRASE)
    assert told(refused) == "keys_missing"
    with pytest.raises(StoreRefused):
        sign_in.people(app.folder)


def test_a_wrong_passphrase_reaches_the_trail_of_the_next_sign_in(app):
    desks.write_keys(app.folder)
    for name in (CLINICIAN, "somebody's passphrase, typed into the wrong field"):
        with pytest.raises(WrongPassphrase):
            sign_in.sign_in(app, name, "not the passphrase")
    welcome = sign_in.sign_in(app, CLINICIAN, desks.PASSPHRASE)
    assert (welcome.failed_tries, welcome.arrived, welcome.damaged) == (2, 0, 0)
    failed = [e for e in desks.trail(app) if e.action == "sign_in_failed"]
    assert [json.loads(e.details)["name_of_user"] for e in failed] == [CLINICIAN, ""]
    assert {e.user for e in failed} == {"program"}


def test_waits_grow_and_outlive_the_program(app, tmp_path, monkeypatch):
    # The clock stands still: a slow machine must not sit the wait out.
    for asks in (delays.Delays.__init__, keys.unlock):
        monkeypatch.setitem(asks.__kwdefaults__, "clock", lambda: 1.8e9)
    desks.write_keys(app.folder)
    assert sign_in.wait_left(app.folder, CLINICIAN) == 0
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            sign_in.sign_in(app, CLINICIAN, "not the passphrase")
    with pytest.raises(StoreRefused) as refused:
        sign_in.sign_in(application(app.folder, tmp_path), CLINICIAN, desks.PASSPHRASE)
    assert told(refused) == "passphrase_wait"
    assert sign_in.wait_left(app.folder, CLINICIAN) == delays.wait_after(4) > 0
    assert sign_in.wait_left(app.folder, desks.SECOND_CLINICIAN) == 0


def test_a_second_program_is_told_and_the_first_goes_on(app, tmp_path):
    desks.enter(app)
    other = application(app.folder, tmp_path)
    with pytest.raises(StoreRefused) as refused:
        sign_in.sign_in(other, CLINICIAN, desks.PASSPHRASE)
    assert told(refused) == "store_in_use" and not other.access.is_open
    assert worklist.count(app) == 0


def test_a_damaged_key_file_opens_nothing_and_is_kept(app):
    desks.write_keys(app.folder)
    file = app.folder / keys_file.FILE
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(StoreDamaged):
        sign_in.people(app.folder)
    with pytest.raises(StoreDamaged):
        sign_in.sign_in(app, CLINICIAN, desks.PASSPHRASE)
    assert len(file.read_bytes()) == 100 and not app.access.is_open


def test_a_sign_in_that_fails_late_lets_go_of_the_store(app, monkeypatch):
    """A full disk at the first entry of the trail must not lock everybody out until a restart."""
    desks.write_keys(app.folder)

    def full(*_args, **_how):
        raise CannotWrite("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(audit.AuditTrail, "append", full)
        with pytest.raises(CannotWrite) as refused:  # and keeps hold of what was left open
            desks.enter(app)
    assert not app.access.is_open and told(refused) == "disk_full"
    desks.enter(app)
    assert app.access.is_open


def test_the_recovery_key_leads_to_a_new_key_and_a_new_passphrase(app):
    desks.write_keys(app.folder)
    from meddx_desktop.core.operations import users

    with pytest.raises(WrongPassphrase):
        sign_in.sign_in_with_recovery(app, "\n".join(keys.RecoveryKey.make().lines()))
    welcome = sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    assert welcome.recovery_due and app.access.role is Role.OWNER and welcome.failed_tries == 1
    assert "recovery_used" in desks.actions(app)
    fresh = users.reissue_recovery(app)
    users.confirm_recovery(app)
    new = "four words nobody says"
    after = sign_in.settle_recovery(app, desks.PEOPLE[Role.OWNER], new)
    assert app.access.user == desks.PEOPLE[Role.OWNER]
    assert not after.recovery_due and not after.recovery_untested
    sign_in.lock(app)
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    sign_in.sign_in_with_recovery(app, "\n".join(fresh.lines()))
    assert app.access.is_open


def test_a_clock_behind_is_told_until_an_owner_confirms_it(app):
    desks.enter(app, Role.OWNER)
    with app.access.using(None) as desk:
        ahead = datetime.now(UTC) + timedelta(days=3)
        desk.trail.append("Wang", "case_opened", at=ahead)
    sign_in.lock(app)
    welcome = desks.enter(app, Role.CLINICIAN)
    assert welcome.clock_behind > timedelta(days=2)
    assert app.access.clock_behind == welcome.clock_behind
    with pytest.raises(NotPermitted):
        sign_in.confirm_clock(app)
    assert app.access.clock_behind is not None
    sign_in.lock(app)
    desks.enter(app, Role.OWNER)
    sign_in.confirm_clock(app)
    assert app.access.clock_behind is None and desks.actions(app)[-1] == "clock_confirmed"
    sign_in.lock(app)
    assert desks.enter(app).clock_behind is None
