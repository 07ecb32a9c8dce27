"""Protects: only who may changes users and keys; a change is in the trail or did not happen."""

import json

import pytest

from meddx_desktop.core.domain.people import Action, Role, may
from meddx_desktop.core.errors import (
    CannotWrite,
    InvalidEntry,
    NotPermitted,
    StoreRefused,
    WrongPassphrase,
)
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import open_application, sign_in, users
from meddx_desktop.core.settings import Settings
from meddx_desktop.core.store import audit
from meddx_desktop.core.store.recovery import RecoveryKey
from tests import desks

NEW = "four words nobody says"
OWNER, CLINICIAN = desks.PEOPLE[Role.OWNER], desks.PEOPLE[Role.CLINICIAN]
OFFICER = desks.PEOPLE[Role.SCREENING_OFFICER]
OPERATIONS = {
    "listed": (Action.MANAGE_USERS, users.listed),
    "add": (Action.MANAGE_USERS, lambda app: users.add(app, "New", Role.OWNER, NEW)),
    "reset": (Action.MANAGE_USERS, lambda app: users.reset(app, CLINICIAN, NEW)),
    "disable": (Action.MANAGE_USERS, lambda app: users.disable(app, OFFICER)),
    "remove": (Action.MANAGE_USERS, lambda app: users.remove(app, OFFICER)),
    "reissue_recovery": (Action.MANAGE_USERS, users.reissue_recovery),
    "draft_recovery": (Action.MANAGE_USERS, users.draft_recovery),
    "adopt_recovery": (
        Action.MANAGE_USERS,
        lambda app: users.adopt_recovery(app, RecoveryKey.make()),
    ),
    "confirm_recovery": (Action.MANAGE_USERS, users.confirm_recovery),
    "renewing": (Action.ROTATE_KEYS, users.renewing),
    "begin_renewal": (Action.ROTATE_KEYS, lambda app: users.begin_renewal(app, desks.PASSPHRASE)),
    "renew": (Action.ROTATE_KEYS, lambda app: users.renew(app, JobContext())),
    "change_passphrase": (
        Action.SIGN_IN,
        lambda app: users.change_passphrase(app, desks.PASSPHRASE, NEW),
    ),
    "confirm_clock": (Action.CHANGE_SETTINGS, sign_in.confirm_clock),
    "settle_recovery": (
        Action.MANAGE_USERS,
        lambda app: sign_in.settle_recovery(app, OWNER, NEW),
    ),
}


@pytest.fixture
def app(tmp_path):
    made = open_application(models=tmp_path, settings=Settings(), threads=1, store=tmp_path / "s")
    yield made
    made.access.close()


def test_the_old_paper_opens_the_store_until_the_new_one_was_typed(app):
    """A power cut while the new key stands on the screen must not leave a store without any."""
    desks.enter(app, Role.OWNER)
    drafted = users.draft_recovery(app)
    sign_in.lock(app)  # as a cut would: the drafted key was never typed
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in_with_recovery(app, "\n".join(drafted.lines()))
    sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    users.adopt_recovery(app, drafted)
    sign_in.lock(app)
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in_with_recovery(app, "\n".join(desks.recovery_words()))
    assert not sign_in.sign_in_with_recovery(app, "\n".join(drafted.lines())).recovery_untested


def test_the_table_names_every_operation():
    own = {name for name in vars(users) if not name.startswith("_")}
    changing = {
        name for name in own if getattr(vars(users)[name], "__module__", "") == users.__name__
    }
    assert changing - {"wrong_with"} <= set(OPERATIONS)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", list(OPERATIONS))
def test_each_operation_asks_for_its_right(app, name, role, monkeypatch):
    """Whatever a widget greys out: the operation itself refuses."""
    action, operation = OPERATIONS[name]
    desks.enter(app, role)
    asked = []
    using = type(app.access).using

    def watched(self, wanted):
        asked.append(wanted)
        return using(self, wanted)

    monkeypatch.setattr(type(app.access), "using", watched)
    if may(role, action):
        if name == "settle_recovery":
            return  # test_sign_in walks through it
        operation(app)
    else:
        before = (
            (app.folder / "keys.json").read_bytes() if (app.folder / "keys.json").exists() else b""
        )
        with pytest.raises(NotPermitted) as refused:
            operation(app)
        assert refused.value.code == "not_permitted"
        assert before == ((app.folder / "keys.json").read_bytes() if before else b"")
        assert app.access.is_open
    assert asked[0] is action


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_nothing_is_done_past_the_lock(app, name):
    desks.enter(app, Role.OWNER)
    app.access.leave()
    with pytest.raises(StoreRefused) as refused:
        OPERATIONS[name][1](app)
    assert refused.value.code == "store_locked"


def test_a_new_user_gets_in_with_the_role(app):
    desks.enter(app, Role.OWNER)
    users.add(app, " Dr  Chen ", Role.CLINICIAN, NEW)
    assert "user_added" in desks.actions(app)
    sign_in.lock(app)
    sign_in.sign_in(app, "Dr Chen", NEW)
    assert app.access.role is Role.CLINICIAN


@pytest.mark.parametrize("name", ["program", "PROGRAM", "recovery", CLINICIAN.upper()])
def test_names_that_stand_for_others_are_taken(app, name):
    desks.enter(app, Role.OWNER)
    with pytest.raises(InvalidEntry) as refused:
        users.add(app, name, Role.CLINICIAN, NEW)
    assert refused.value.code == "user_name_taken"
    assert "user_added" not in desks.actions(app)


def test_who_was_disabled_or_removed_stays_out(app):
    desks.enter(app, Role.OWNER)
    users.disable(app, OFFICER)
    users.remove(app, desks.SECOND_CLINICIAN)
    known = {user.name: user.disabled for user in users.listed(app)}
    assert known[OFFICER] and desks.SECOND_CLINICIAN not in known
    for protected, code in ((OWNER, "own_account"), ("nobody", "user_unknown")):
        with pytest.raises((NotPermitted, InvalidEntry)) as refused:
            users.remove(app, protected)
        assert refused.value.code == code
    sign_in.lock(app)
    assert OFFICER not in [user.name for user in sign_in.people(app.folder)]
    with pytest.raises(NotPermitted):
        sign_in.sign_in(app, OFFICER, desks.PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in(app, desks.SECOND_CLINICIAN, desks.PASSPHRASE)


def test_the_last_owner_stays_one(app):
    desks.enter(app, Role.OWNER)
    with pytest.raises(NotPermitted) as refused:
        users.reset(app, OWNER, NEW, Role.CLINICIAN)
    assert refused.value.code == "last_owner"
    assert {user.name: user.role for user in users.listed(app)}[OWNER] is Role.OWNER


def test_a_change_that_the_trail_can_not_take_does_not_happen(app, monkeypatch):
    desks.enter(app, Role.OWNER)

    def full(*_args, **_how):
        raise CannotWrite("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(audit.AuditTrail, "append", full)
        for change in (
            lambda: users.add(app, "New", Role.OWNER, NEW),
            lambda: users.remove(app, OFFICER),
        ):
            with pytest.raises(CannotWrite):
                change()
    names = [user.name for user in users.listed(app)]
    assert "New" not in names and OFFICER in names


def test_one_s_own_passphrase(app):
    desks.enter(app, Role.SCREENING_OFFICER)
    with pytest.raises(WrongPassphrase):
        users.change_passphrase(app, "not the passphrase", NEW)
    failed = [entry for entry in desks.trail(app) if entry.action == "sign_in_failed"]
    assert json.loads(failed[0].details)["name_of_user"] == OFFICER
    users.change_passphrase(app, desks.PASSPHRASE, NEW)
    assert desks.actions(app)[-1] == "passphrase_changed"
    sign_in.lock(app)
    with pytest.raises(WrongPassphrase):
        sign_in.sign_in(app, OFFICER, desks.PASSPHRASE)
    sign_in.sign_in(app, OFFICER, NEW)
    assert app.access.is_open


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("short", "passphrase_short"),
        ("passwordpassword", "passphrase_pattern"),
        ("iloveyousunshine", "passphrase_common"),
        ("一盏灯在河边照着渔船慢慢漂走了", ""),
        ("a lamp beside the river", ""),
    ],
)
def test_what_is_said_while_a_passphrase_is_typed(passphrase, code):
    error = users.wrong_with(passphrase, "Dr Lin")
    assert (error.code if error else "") == code
