"""Protects: the right passphrase opens, nothing else does, and every forgery has a name."""

import base64
import copy
import json
import logging
import pickle
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import Argon2Parameters, derivation
from meddx_desktop.core.domain.people import Action, Role
from meddx_desktop.core.errors import (
    CannotWrite,
    InvalidEntry,
    MedDxError,
    NotPermitted,
    StoreDamaged,
    StoreRefused,
    WrongPassphrase,
)
from meddx_desktop.core.store import keys, keys_entries, keys_rotation, keys_users
from meddx_desktop.core.store.keys_file import FILE, load
from tests.core.store.keyring import OTHER, PHRASE, THIRD, WEAK, Clock, weaken


@pytest.fixture(autouse=True)
def weak(monkeypatch):
    weaken(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "胸片 库"


@pytest.fixture
def owner(folder):
    opened, recovery = keys.create(folder, "王芳", PHRASE, WEAK)
    opened.written_down = recovery.lines()
    yield opened
    opened.close()


@pytest.fixture
def clinician(folder, owner):
    keys_users.add_user(folder, owner, "Dr Li", Role.CLINICIAN, passphrase=OTHER)


def code_of(function, *args, **kwargs):
    with pytest.raises(MedDxError) as caught:
        function(*args, **kwargs)
    return caught.value.code


def test_what_was_made_opens_again(folder, owner):
    with keys.unlock(folder, "王芳", PHRASE) as again:
        assert (again.user, again.role, again.store_id) == ("王芳", Role.OWNER, owner.store_id)
        assert again.derive("database") == owner.derive("database")
        assert again.derive("database") != again.derive("objects")
        assert again.audit_key == owner.audit_key
        assert crypto.box_public(again.outbox_private()) == keys.outbox_public(folder)
        assert not again.rotating
        assert not again.recovery_due
        with pytest.raises(KeyError):
            again.derive("database", 2)
    assert code_of(again.derive, "database") == "store_locked"
    with pytest.raises(StoreRefused):
        _ = again.audit_key


def test_the_file_is_for_its_owner_alone(folder, owner):
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_store_is_not_made_twice(folder, owner):
    before = (folder / FILE).read_bytes()
    assert code_of(keys.create, folder, "x", PHRASE, WEAK) == "keys_exist"
    assert (folder / FILE).read_bytes() == before


def test_no_store_is_made_with_weak_parameters_or_a_weak_passphrase(folder, monkeypatch):
    monkeypatch.setattr(derivation, "MINIMUM", Argon2Parameters(32, 1, 1))
    assert code_of(keys.create, folder, "x", PHRASE, WEAK) == "key_parameters_weakened"
    assert code_of(keys.create, folder, "x", "password12345678", WEAK) == "passphrase_common"
    assert code_of(keys.create, folder, "", PHRASE, WEAK) == "user_name_invalid"
    assert code_of(keys.create, folder, "Recovery", PHRASE, WEAK) == "user_name_taken"
    assert not (folder / FILE).exists()


def test_the_real_minimum_holds_for_a_real_store(folder, monkeypatch):
    monkeypatch.setattr(derivation, "MINIMUM", Argon2Parameters(64 * 1024, 3, 4))
    opened, _ = keys.create(folder, "o", PHRASE, derivation.MINIMUM)
    opened.close()
    assert change(folder, lambda c: c["users"][0]["parameters"].update(iterations=2)) is None
    assert code_of(keys.unlock, folder, "o", PHRASE) == "key_parameters_weakened"


def test_a_wrong_passphrase_a_hundred_times_and_then_the_right_one(folder, owner):
    clock = Clock()
    for number in range(100):
        clock.now += 301
        with pytest.raises(WrongPassphrase) as caught:
            keys.unlock(folder, "王芳", f"{PHRASE} {number}", clock=clock)
        assert caught.value.code == "passphrase_wrong"
        assert caught.value.parameters == {}
    clock.now += 301
    keys.unlock(folder, "王芳", PHRASE, clock=clock).close()


def test_guessing_fast_has_to_wait(folder, owner):
    clock = Clock()
    for _ in range(4):
        assert code_of(keys.unlock, folder, "王芳", OTHER, clock=clock) == "passphrase_wrong"
    assert code_of(keys.unlock, folder, "王芳", PHRASE, clock=clock) == "passphrase_wait"
    clock.now += 2
    keys.unlock(folder, "王芳", PHRASE, clock=clock).close()


def test_a_try_counts_even_when_the_program_is_killed_in_it(folder, owner, monkeypatch):
    clock = Clock()

    def killed(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "stretched", killed)
    for _ in range(4):
        with pytest.raises(KeyboardInterrupt):
            keys.unlock(folder, "王芳", PHRASE, clock=clock)
    assert code_of(keys.unlock, folder, "王芳", PHRASE, clock=clock) == "passphrase_wait"


def test_an_unknown_user_looks_like_a_wrong_passphrase(folder, owner, monkeypatch):
    worked = []
    real = derivation.hash_secret_raw
    monkeypatch.setattr(
        derivation, "hash_secret_raw", lambda *a, **k: worked.append(k) or real(*a, **k)
    )
    assert code_of(keys.unlock, folder, "王芳", OTHER) == "passphrase_wrong"
    assert code_of(keys.unlock, folder, "nobody", OTHER) == "passphrase_wrong"
    assert worked[0] == worked[1], "the same work"
    assert "nobody" not in "".join(p.read_text() for p in folder.iterdir())


def test_names_are_the_same_however_they_are_typed(folder, owner):
    keys_users.add_user(folder, owner, "  José\u00a0 Ruiz", Role.CLINICIAN, passphrase=OTHER)
    keys.unlock(folder, "jose\u0301 RUIZ ", OTHER).close()
    again = code_of(
        keys_users.add_user, folder, owner, "JOSÉ RUIZ", Role.CLINICIAN, passphrase=THIRD
    )
    assert again == "user_name_taken"
    assert [u.name for u in keys.users(folder)] == ["王芳", "José Ruiz"]


# --- a file that was changed -------------------------------------------------------------------


def change(folder, edit):
    content = json.loads((folder / FILE).read_text())
    edit(content)
    (folder / FILE).write_text(json.dumps(content))


def leaves(node, path=()):
    """Every value of a JSON document, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list) and node:
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path, node


def other_values(value):
    """What somebody could put in place of a value: a neighbour, another type, nothing."""
    if isinstance(value, str):
        yield "x" + value
        yield ""
        if len(value) > 4:
            swapped = "A" if value[2] != "A" else "B"
            yield value[:2] + swapped + value[3:]
        yield {"owner": "auditor", "clinician": "owner"}.get(value, "owner")
        yield value.swapcase()
    if isinstance(value, int):
        yield value + 1
        yield value - 1
        yield -1
        yield 2**70
        yield float(value)
        yield True
    yield from (None, [], {}, "\ud800", [value])


def place(document, path, value):
    node = document
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value


def test_every_field_of_the_file_is_guarded(folder, owner, clinician):
    """One field at a time, with many values: refused with a code, never opened, never a bug."""
    original = json.loads((folder / FILE).read_text())
    tried, codes = 0, set()
    for path, value in leaves(original):
        for other in other_values(value):
            if type(other) is type(value) and other == value:
                continue
            content = copy.deepcopy(original)
            place(content, path, other)
            (folder / FILE).write_text(json.dumps(content))
            (folder / "attempts.json").unlink(missing_ok=True)
            with pytest.raises(MedDxError) as caught:
                keys.unlock(folder, "王芳", PHRASE)
            assert caught.value.code != "passphrase_wait"
            codes.add(caught.value.code)
            tried += 1
    assert tried > 250
    assert codes == {
        "keys_damaged", "keys_tampered", "keys_newer", "key_parameters_weakened",
        "passphrase_wrong", "user_disabled",
    }  # fmt: skip


def test_every_field_is_needed_and_no_other_is_taken(folder, owner):
    original = json.loads((folder / FILE).read_text())
    spots = [(), ("recovery",), ("users", 0), ("users", 0, "parameters")]
    for spot in spots:
        node = original
        for key in spot:
            node = node[key]
        for name in [*node, None]:
            content = copy.deepcopy(original)
            inner = content
            for key in spot:
                inner = inner[key]
            if name is None:
                inner["comment"] = "x"
            else:
                del inner[name]
            (folder / FILE).write_text(json.dumps(content))
            assert code_of(keys.unlock, folder, "王芳", PHRASE) == "keys_damaged"


@given(st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_cut_file_and_any_changed_byte(folder, data):
    if not (folder / FILE).exists():
        keys.create(folder, "王芳", PHRASE, WEAK)[0].close()
        (folder / "kept").write_bytes((folder / FILE).read_bytes())
    raw = bytearray((folder / "kept").read_bytes())
    if data.draw(st.booleans()):
        del raw[data.draw(st.integers(0, len(raw) - 1)) :]
    else:
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    (folder / FILE).write_bytes(raw)
    (folder / "attempts.json").unlink(missing_ok=True)
    try:
        opened = keys.unlock(folder, "王芳", PHRASE)
    except MedDxError as error:
        assert error.code in {
            "keys_damaged", "keys_tampered", "keys_newer", "key_parameters_weakened",
            "passphrase_wrong",
        }  # fmt: skip
    else:
        # White space, and padding bits of base 64, change nothing that the file says.
        opened.close()
        assert load(folder) == keys_file_of(bytes((folder / "kept").read_bytes()), folder)


def keys_file_of(raw, folder):
    (folder / FILE).write_bytes(raw)
    return load(folder)


@pytest.mark.parametrize(
    "raw",
    [b"", b"null", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": 1, "format": 1}', b"1" * 9999,
     b'{"format": NaN}', b" " * 5_000_000],
)  # fmt: skip
def test_a_file_that_is_none(folder, raw):
    folder.mkdir()
    (folder / FILE).write_bytes(raw)
    assert code_of(keys.unlock, folder, "x", PHRASE) == "keys_damaged"
    assert code_of(keys.users, folder) == "keys_damaged"


def test_no_file_and_a_folder_in_its_place(folder):
    assert code_of(keys.unlock, folder, "x", PHRASE) == "keys_missing"
    (folder / FILE).mkdir(parents=True)
    assert code_of(keys.unlock, folder, "x", PHRASE) == "keys_unreadable"


def swap(content, *fields):
    one, other = content["users"]
    for field in fields:
        one[field], other[field] = other[field], one[field]


ENTRY = ("salt", "parameters", "verifier", "public", "wrapped", "created", "pending")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (("wrapped",), "keys_tampered"),
        (("role",), "keys_tampered"),
        (("public",), "keys_tampered"),
        (ENTRY, "keys_tampered"),  # the clinician's keys under the owner's name
        ((*ENTRY, "role"), "keys_tampered"),
    ],
)
def test_entries_do_not_change_places(folder, owner, clinician, fields, code):
    change(folder, lambda c: swap(c, *fields))
    for phrase in (PHRASE, OTHER):
        for name in ("王芳", "Dr Li"):
            assert code_of(keys.unlock, folder, name, phrase) in {code, "passphrase_wrong"}
    tried = [(n, p) for n in ("王芳", "Dr Li") for p in (PHRASE, OTHER)]
    (folder / "attempts.json").unlink()
    assert code in {code_of(keys.unlock, folder, n, p) for n, p in tried}


@pytest.mark.parametrize(
    "edit",
    [
        {"name": "王方"},
        {"role": Role.AUDITOR},
        {"created": "2020-01-01T00:00:00+00:00"},
        {"salt": bytes(16)},
        {"parameters": Argon2Parameters(17, 1, 1)},
        {"parameters": Argon2Parameters(16, 2, 1)},
        {"parameters": Argon2Parameters(16, 1, 2)},
        {"verifier": bytes(16)},
        {"public": bytes(32)},
        {"wrapped": b""},
    ],
)
def test_the_wrapping_itself_is_bound_to_its_entry(folder, owner, edit):
    """Without the help of the file's own authentication."""
    file = load(folder)
    entry = file.entry("王芳")
    with keys_entries.stretched(entry, PHRASE) as key:
        keys_entries.unwrap(file.store_id, entry, key)
        forged = replace(entry, **edit)
        assert code_of(keys_entries.unwrap, file.store_id, forged, key) == "keys_tampered"
        assert code_of(keys_entries.unwrap, "00" * 16, entry, key) == "keys_tampered"


def test_a_field_that_stands_twice_is_refused(folder, owner):
    text = (folder / FILE).read_text()
    (folder / FILE).write_text(text.replace('"current": 1,', '"current": 7, "current": 1,'))
    assert code_of(keys.unlock, folder, "王芳", PHRASE) == "keys_damaged"


def test_a_clinician_does_not_become_an_owner(folder, owner, clinician):
    change(folder, lambda c: c["users"][1].update(role="owner"))
    assert code_of(keys.unlock, folder, "Dr Li", OTHER) == "keys_tampered"


def test_an_entry_of_another_store_does_not_open_this_one(folder, owner, tmp_path):
    keys.create(tmp_path / "evil", "王芳", OTHER, WEAK)[0].close()
    evil = json.loads((tmp_path / "evil" / FILE).read_text())
    change(folder, lambda c: c["users"].__setitem__(0, evil["users"][0]))
    assert code_of(keys.unlock, folder, "王芳", OTHER) == "keys_tampered"


def test_a_changed_outbox_key_is_found_at_the_next_sign_in(folder, owner):
    evil = base64.b64encode(crypto.box_public(bytes(32))).decode()
    change(folder, lambda c: c.update(outbox_public=evil))
    assert code_of(keys.unlock, folder, "王芳", PHRASE) == "keys_tampered"
    added = code_of(keys_users.add_user, folder, owner, "New", Role.AUDITOR, passphrase=OTHER)
    assert added == "keys_tampered", "an open session does not sign the forgery"


# --- users -------------------------------------------------------------------------------------


def test_a_user_signs_in_with_the_own_role(folder, owner, clinician):
    with keys.unlock(folder, "Dr Li", OTHER) as theirs:
        assert theirs.role is Role.CLINICIAN
        assert theirs.derive("database") == owner.derive("database")
        theirs.require(Action.SIGN_CASE)
        refusal = code_of(theirs.require, Action.MANAGE_USERS)
        assert refusal == "not_permitted"
        for function, args in (
            (keys_users.add_user, ("New", Role.OWNER)),
            (keys_users.reset_user, ("王芳",)),
            (keys_users.disable_user, ("王芳",)),
            (keys_users.remove_user, ("王芳",)),
            (keys_rotation.rotate_master, ()),
            (keys_rotation.finish_rotation, ()),
            (keys_rotation.reissue_recovery, ()),
        ):
            given_phrase = {
                keys_users.add_user: {"passphrase": THIRD},
            }.get(function, {})
            extra = (
                (THIRD,) if function in (keys_users.reset_user, keys_rotation.rotate_master) else ()
            )
            with pytest.raises(NotPermitted):
                function(folder, theirs, *args, *extra, **given_phrase)


def test_changing_a_passphrase(folder, owner, clinician):
    with keys.unlock(folder, "Dr Li", OTHER) as theirs:
        wrong = code_of(keys_users.change_passphrase, folder, theirs, PHRASE, THIRD)
        assert wrong == "passphrase_wrong"
        same = code_of(keys_users.change_passphrase, folder, theirs, OTHER, OTHER)
        assert same == "passphrase_unchanged"
        weak = code_of(keys_users.change_passphrase, folder, theirs, OTHER, "short")
        assert weak == "passphrase_short"
        keys_users.change_passphrase(folder, theirs, OTHER, THIRD)
    assert code_of(keys.unlock, folder, "Dr Li", OTHER) == "passphrase_wrong"
    with keys.unlock(folder, "Dr Li", THIRD) as again:
        assert again.derive("database") == owner.derive("database")
    keys.unlock(folder, "王芳", PHRASE).close()


def test_resetting_gives_a_new_passphrase_and_role(folder, owner, clinician):
    keys_users.reset_user(folder, owner, "dr li", THIRD, role=Role.AUDITOR)
    assert code_of(keys.unlock, folder, "Dr Li", OTHER) == "passphrase_wrong"
    with keys.unlock(folder, "Dr Li", THIRD) as theirs:
        assert theirs.role is Role.AUDITOR
    unknown = code_of(keys_users.reset_user, folder, owner, "who", THIRD)
    assert unknown == "user_unknown"


def test_disabling_removing_and_letting_in_again(folder, owner, clinician):
    keys_users.disable_user(folder, owner, "Dr Li")
    assert code_of(keys.unlock, folder, "Dr Li", OTHER) == "user_disabled"
    assert [u.disabled for u in keys.users(folder)] == [False, True]
    keys_users.reset_user(folder, owner, "Dr Li", THIRD)
    keys.unlock(folder, "Dr Li", THIRD).close()
    keys_users.remove_user(folder, owner, "Dr Li")
    assert code_of(keys.unlock, folder, "Dr Li", THIRD) == "passphrase_wrong"
    keys.unlock(folder, "王芳", PHRASE).close()


def test_an_owner_stays(folder, owner):
    assert code_of(keys_users.remove_user, folder, owner, "王芳") == "own_account"
    demoted = code_of(keys_users.reset_user, folder, owner, "王芳", THIRD, role=Role.AUDITOR)
    assert demoted == "last_owner"
    with keys.unlock_with_recovery(folder, " ".join(owner.written_down)) as saved:
        assert code_of(keys_users.remove_user, folder, saved, "王芳") == "last_owner"
        assert code_of(keys_users.disable_user, folder, saved, "王芳") == "last_owner"
        keys_rotation.reissue_recovery(folder, saved)
    keys_users.add_user(folder, owner, "Second", Role.OWNER, passphrase=OTHER)
    with keys.unlock(folder, "Second", OTHER) as second:
        keys_users.disable_user(folder, second, "王芳")
        keys_users.add_user(folder, second, "Third", Role.AUDITOR, passphrase=THIRD)
    assert [u.name for u in keys.users(folder) if not u.disabled] == ["Second", "Third"]


def test_a_full_disk_leaves_the_old_file(folder, owner, monkeypatch):
    before = (folder / FILE).read_bytes()

    def full(*args, **kwargs):
        raise OSError(28, "no space")

    monkeypatch.setattr("meddx_desktop.core.store.keys_file.write_replacing", full)
    with pytest.raises(CannotWrite):
        keys_users.add_user(folder, owner, "New", Role.AUDITOR, passphrase=OTHER)
    with pytest.raises(CannotWrite):
        keys_rotation.rotate_master(folder, owner, PHRASE)
    assert (folder / FILE).read_bytes() == before
    assert owner.generations == (1,)
    assert owner.derive("x")


# --- recovery ----------------------------------------------------------------------------------


def test_the_recovery_key_opens_once_and_asks_for_a_new_one(folder, owner):
    typed = " ".join(owner.written_down).lower()
    with keys.unlock_with_recovery(folder, typed) as saved:
        assert saved.recovered
        assert saved.recovery_due
        assert saved.role is Role.OWNER
        assert saved.derive("database") == owner.derive("database")
        keys_users.reset_user(folder, saved, "王芳", OTHER)
    with keys.unlock(folder, "王芳", OTHER) as again:
        assert again.recovery_due, "every session shows the alarm"
        fresh = keys_rotation.reissue_recovery(folder, again)
        assert not again.recovery_due
    with keys.unlock(folder, "王芳", OTHER) as calm:
        assert not calm.recovery_due
    assert code_of(keys.unlock_with_recovery, folder, typed) == "recovery_wrong"
    keys.unlock_with_recovery(folder, " ".join(fresh.lines())).close()


def test_the_mark_of_its_use_can_not_be_taken_away(folder, owner):
    keys.unlock_with_recovery(folder, " ".join(owner.written_down)).close()
    change(folder, lambda c: c["recovery"].update(used=""))
    assert code_of(keys.unlock, folder, "王芳", PHRASE) == "keys_tampered"
    typed = " ".join(owner.written_down)
    assert code_of(keys.unlock_with_recovery, folder, typed) == "keys_tampered"


def test_another_recovery_key_opens_nothing(folder, owner, tmp_path):
    _, other = keys.create(tmp_path / "other", "x", PHRASE, WEAK)
    typed = " ".join(other.lines())
    assert code_of(keys.unlock_with_recovery, folder, typed) == "recovery_wrong"
    with pytest.raises(InvalidEntry):
        keys.unlock_with_recovery(folder, "what?")


# --- rotation ----------------------------------------------------------------------------------


def test_a_rotation_from_begin_to_end(folder, owner, clinician):
    old = owner.derive("database")
    recovery = keys_rotation.rotate_master(folder, owner, PHRASE)
    assert owner.generations == (2, 1)
    assert owner.derive("database", 1) == old
    assert owner.derive("database") != old
    again = code_of(keys_rotation.rotate_master, folder, owner, PHRASE)
    assert again == "rotation_running"
    with keys.unlock(folder, "王芳", PHRASE) as after_power_cut:
        assert after_power_cut.generations == (2, 1)
        assert after_power_cut.derive("database", 1) == old
    with keys.unlock(folder, "Dr Li", OTHER) as theirs:
        assert theirs.generations == (2, 1)
        assert theirs.derive("database") == owner.derive("database")
        assert theirs.audit_key == owner.audit_key
    keys_rotation.finish_rotation(folder, owner)
    assert owner.generations == (2,)
    for name, phrase in (("王芳", PHRASE), ("Dr Li", OTHER)):
        with keys.unlock(folder, name, phrase) as later:
            assert later.generations == (2,)
            assert later.derive("database") == owner.derive("database")
            public = crypto.box_public(later.outbox_private())
            assert public == keys.outbox_public(folder)
    keys.unlock_with_recovery(folder, " ".join(recovery.lines())).close()
    old_recovery = " ".join(owner.written_down)
    assert code_of(keys.unlock_with_recovery, folder, old_recovery) == "recovery_wrong"


def test_somebody_away_for_two_rotations_is_let_in(folder, owner, clinician):
    for _ in range(2):
        keys_rotation.rotate_master(folder, owner, PHRASE)
        keys_rotation.finish_rotation(folder, owner)
    with keys.unlock(folder, "Dr Li", OTHER) as theirs:
        assert theirs.generations == (3,)
        assert theirs.derive("database") == owner.derive("database")
    assert [entry.pending for entry in load(folder).users] == [(), ()]


def test_an_old_copy_with_an_old_passphrase_opens_nothing_of_today(folder, owner, clinician):
    """The thief has yesterday's key file, yesterday's passphrases and today's whole file."""
    yesterday = (folder / FILE).read_bytes()
    with keys.unlock(folder, "Dr Li", OTHER) as theirs:
        keys_users.change_passphrase(folder, theirs, OTHER, THIRD)
    keys_users.change_passphrase(folder, owner, PHRASE, "kettle herring mosaic rain")
    keys_rotation.rotate_master(folder, owner, "kettle herring mosaic rain")
    keys_rotation.finish_rotation(folder, owner)
    today = json.loads((folder / FILE).read_text())

    (folder / FILE).write_bytes(yesterday)
    with keys.unlock(folder, "王芳", PHRASE) as stolen:
        assert stolen.derive("database") != owner.derive("database")
    # Today's hand-over put into yesterday's entry: it needs the key pair of today's passphrase.
    content = json.loads(yesterday)
    content["users"][1]["pending"] = today["users"][1]["pending"]
    (folder / FILE).write_text(json.dumps(content))
    mixed = load(folder)
    with keys_entries.stretched(mixed.entry("Dr Li"), OTHER) as key:
        refusal = code_of(keys_entries.unwrap, mixed.store_id, mixed.entry("Dr Li"), key)
    assert refusal == "keys_tampered"
    (folder / FILE).write_text(json.dumps(today))
    keys.unlock(folder, "Dr Li", THIRD).close()
    assert today["users"][1]["pending"], "there was something to steal"


def test_a_forged_hand_over_is_refused(folder, owner, clinician):
    """Write access alone can't give an absent user a master that the thief knows."""
    keys_rotation.rotate_master(folder, owner, PHRASE)
    public = load(folder).entry("Dr Li").public
    forged = base64.b64encode(crypto.seal_box(public, crypto.seal(bytes(32), bytes(32)))).decode()
    change(folder, lambda c: c["users"][1]["pending"][0].update(box=forged))
    assert code_of(keys.unlock, folder, "Dr Li", OTHER) == "keys_tampered"


def test_removed_and_disabled_users_get_nothing_from_a_rotation(folder, owner, clinician):
    keys_users.add_user(folder, owner, "Gone", Role.AUDITOR, passphrase=THIRD)
    keys_users.disable_user(folder, owner, "Gone")
    keys_users.remove_user(folder, owner, "Dr Li")
    keys_rotation.rotate_master(folder, owner, PHRASE)
    entry = load(folder).entry("Gone")
    assert (entry.wrapped, entry.pending) == (b"", ())


def test_a_session_of_before_a_rotation_changes_nothing(folder, owner):
    with keys.unlock(folder, "王芳", PHRASE) as stale:
        keys_rotation.rotate_master(folder, owner, PHRASE)
        added = code_of(keys_users.add_user, folder, stale, "New", Role.AUDITOR, passphrase=OTHER)
    assert added == "keys_tampered"


# --- nothing shows -----------------------------------------------------------------------------


def test_no_secret_shows_anywhere(folder, owner, caplog):
    caplog.set_level(logging.DEBUG)
    master = bytes(owner.master().view())
    lines = vars(owner).pop("written_down")
    shown = [repr(owner), str(owner), repr(vars(owner)), repr(load(folder))]
    for phrase in (OTHER, PHRASE + "x"):
        with pytest.raises(MedDxError) as caught:
            keys.unlock(folder, "王芳", phrase)
        shown += [str(caught.value), repr(caught.value), repr(caught.value.__context__)]
    with pytest.raises(TypeError):
        pickle.dumps(owner)
    text = " ".join([*shown, caplog.text, (folder / FILE).read_text()])
    for secret in (PHRASE, OTHER, master.hex(), repr(master), *lines, owner.audit_key.hex(),
                   base64.b64encode(master).decode(), owner.derive("database").hex()):  # fmt: skip
        assert secret not in text


def test_closing_wipes(folder, owner):
    view = owner.master().view()
    owner.close()
    owner.close()
    assert bytes(view) == bytes(32)


def test_unlocking_stretches_once(folder, owner, monkeypatch):
    """Stretching is what takes the time; a second one would double the wait at sign-in."""
    real, count = keys_entries.stretch, []

    def counted(*args, **kwargs):
        count.append(1)
        return real(*args, **kwargs)

    monkeypatch.setattr(keys_entries, "stretch", counted)
    keys.unlock(folder, "王芳", PHRASE).close()
    assert len(count) == 1
    assert isinstance(load(folder).entry("王芳").parameters, Argon2Parameters)


def test_damaged_is_a_damage_and_wrong_is_wrong(folder, owner):
    change(folder, lambda c: c.update(mac=base64.b64encode(bytes(32)).decode()))
    with pytest.raises(StoreDamaged):
        keys.unlock(folder, "王芳", PHRASE)
