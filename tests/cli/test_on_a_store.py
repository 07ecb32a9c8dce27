"""Protects: backup, restore and audit on a store, as the contract has them; no passphrase leaks."""

import json
import os
import subprocess
import sys

import pytest

from meddx_desktop.cli import main
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import sign_in
from tests import clinic, desks

OWNER = desks.PEOPLE[Role.OWNER]


@pytest.fixture
def store(tmp_path):
    """A store with one case, locked."""
    app = clinic.open_clinic(tmp_path / "store")
    clinic.file(app)
    app.access.close()
    return app.folder


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _fd(passphrase=desks.PASSPHRASE):
    """A file descriptor from which the passphrase can be read once."""
    reading, writing = os.pipe()
    os.write(writing, (passphrase + "\n").encode())
    os.close(writing)
    return str(reading)


def _run(capsys, *arguments, passphrase=desks.PASSPHRASE):
    code = main([*map(str, arguments), "--passphrase-fd", _fd(passphrase)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def _record(capsys, *arguments, **how):
    code, out, _ = _run(capsys, *arguments, "--format", "json", **how)
    (line,) = out.splitlines()
    return code, json.loads(line)


def test_backup_dry_run_restore_and_verify(capsys, store, stick, tmp_path):
    at = ("--store", store, "--user", OWNER)
    code, made = _record(capsys, "backup", stick, *at)
    assert (code, made["copied"], made["kept"], made["damaged"]) == (0, 1, 0, [])
    into = tmp_path / "new"
    code, seen = _record(capsys, "restore", stick, into, "--dry-run")
    assert (code, seen["films"], seen["dry_run"], into.exists()) == (0, 1, True, False)
    code, done = _record(capsys, "restore", stick, into, "--user", OWNER)
    assert (code, done["left_out"], done["into"]) == (0, [], str(into))
    code, proof = _record(capsys, "audit", "verify", "--store", into, "--user", OWNER)
    assert (code, proof["whole"], proof["problem"]) == (0, True, None)
    head = proof["head"]
    code, proof = _record(capsys, "audit", "verify", "--head", head, "--store", into,
                          "--user", OWNER)  # fmt: skip
    assert (code, proof["compared"]) == (0, 1)
    # The store it came from has not got that end.
    code, proof = _record(capsys, "audit", "verify", "--head", head, *at)
    assert code == 1
    assert proof["problem"]["code"] in ("audit_rolled_back", "audit_cut")
    assert proof["problem"]["message"].endswith(".")


@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "4096"])
def test_a_descriptor_that_is_none_is_told(capsys, store, stick, number):
    code = main(["backup", str(stick), "--store", str(store), "--user", OWNER,
                 "--passphrase-fd", number])  # fmt: skip
    assert code == 2
    assert "There is no terminal" in capsys.readouterr().err


def test_links_are_followed_and_a_circle_is_told(capsys, store, stick, tmp_path):
    at = ("--store", store, "--user", OWNER)
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    for arguments in (
        ("backup", circle, *at),
        ("restore", stick, circle),
        ("restore", circle, "x"),
    ):
        code, _, err = _run(capsys, *arguments)
        assert code == 1 and "[folder_not_writable]" in err
    link, target = tmp_path / "link", tmp_path / "target"
    target.mkdir()
    link.symlink_to(target)
    assert _run(capsys, "backup", stick, *at)[0] == 0
    assert _run(capsys, "restore", stick, link)[0] == 0
    assert (target / "cases.db").is_file() and link.is_symlink()


def test_a_data_folder_that_can_not_be_made_prints_no_log(store, stick, tmp_path):
    """A process of its own: where no log can be written, none goes to the terminal."""
    (tmp_path / "file").write_text("in the way")
    environment = {**os.environ, "MEDDX_DATA": str(tmp_path / "file" / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "meddx_desktop", "backup", str(stick), "--passphrase-fd", "0"],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and "[store_not_made]" in done.stderr


def test_words_for_people(capsys, store, stick, tmp_path):
    at = ("--store", store, "--user", OWNER)
    code, out, err = _run(capsys, "backup", stick, *at)
    assert (code, err) == (0, "")
    assert "1 films copied, 0 kept, all proven" in out
    code, out, _ = _run(capsys, "restore", stick, tmp_path / "new")
    assert "Backup of 20" in out
    assert "Restored with 1 films" in out
    code, out, _ = _run(capsys, "audit", "verify", *at)
    assert "The audit trail is whole" in out


def test_failures_have_names_and_codes(capsys, store, stick, tmp_path):
    at = ("--store", store, "--user", OWNER)
    code, out, err = _run(capsys, "backup", stick, *at, passphrase="wrong, quite wrong")
    assert (code, out) == (1, "")
    assert "[passphrase_wrong]" in err
    code, failed = _record(capsys, "backup", tmp_path / "gone", *at)
    assert (code, failed["error"]["code"]) == (1, "folder_missing")
    code, failed = _record(capsys, "backup", stick, "--store", store)
    assert (code, failed["error"]["code"]) == (2, "user_needed")
    code, failed = _record(capsys, "audit", "verify", "--head", "nonsense", *at)
    assert (code, failed["error"]["code"]) == (2, "audit_head_invalid")
    code, failed = _record(capsys, "restore", stick, tmp_path / "new")
    assert (code, failed["error"]["code"]) == (1, "backup_missing")
    nothing = tmp_path / "nothing"
    code, failed = _record(capsys, "backup", stick, "--store", nothing, "--user", OWNER)
    assert (code, failed["error"]["code"]) == (1, "store_not_made")
    assert not nothing.exists(), "asking for a store that is not there makes none"


def test_roles_hold_at_the_command_line(capsys, store):
    doctor = ("--store", store, "--user", desks.PEOPLE[Role.CLINICIAN])
    code, failed = _record(capsys, "audit", "verify", *doctor)
    assert (code, failed["error"]["code"]) == (1, "not_permitted")


def test_a_store_that_is_open_in_the_window(capsys, store, stick):
    app = clinic.open_clinic(store)
    code, out, err = _run(capsys, "backup", stick, "--store", store, "--user", OWNER)
    app.access.close()
    assert (code, out) == (1, "")
    assert "[store_in_use]" in err
    assert "already open" in err


def test_damage_is_told_and_left_out_only_when_asked(capsys, store, stick, tmp_path):
    _run(capsys, "backup", stick, "--store", store, "--user", OWNER)
    (film,) = (path for path in stick.glob("*/objects/*/*") if path.is_file())
    film.write_bytes(film.read_bytes()[:-1] + b"\x00")
    into = tmp_path / "new"
    code, seen = _record(capsys, "restore", stick, into, "--dry-run")
    assert (code, len(seen["damaged"])) == (1, 1)
    code, failed = _record(capsys, "restore", stick, into)
    assert (code, failed["error"]["code"]) == (1, "backup_damaged")
    code, done = _record(capsys, "restore", stick, into, "--despite-damage")
    assert (code, len(done["left_out"])) == (1, 1)


def test_the_recovery_key_restores(capsys, store, stick, tmp_path):
    _run(capsys, "backup", stick, "--store", store, "--user", OWNER)
    words = " ".join(desks.recovery_words())
    code, done = _record(
        capsys, "restore", stick, tmp_path / "new", "--recovery-key", passphrase=words
    )
    assert code == 0, done
    assert sign_in.exists(tmp_path / "new")


def test_without_a_terminal_the_passphrase_has_to_be_handed_over(capsys, store, stick, monkeypatch):
    def no_terminal(*_args, **_kwargs):
        raise EOFError

    monkeypatch.setattr("getpass.getpass", no_terminal)
    code = main(["backup", str(stick), "--store", str(store), "--user", OWNER])
    assert code == 2
    assert "--passphrase-fd" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--passphrase", "--password"])
def test_no_argument_takes_a_passphrase(option, stick, capsys):
    """Arguments stand in the list of processes."""
    with pytest.raises(SystemExit) as ended:
        main(["backup", str(stick), option, desks.PASSPHRASE])
    assert ended.value.code == 2
    capsys.readouterr()


def test_the_user_is_asked_for_the_passphrase_and_nothing_echoes(capsys, store, stick, monkeypatch):
    asked = []

    def typed(prompt, stream):
        asked.append((prompt, stream is sys.stderr))
        return desks.PASSPHRASE

    monkeypatch.setattr("getpass.getpass", typed)
    assert main(["backup", str(stick), "--store", str(store), "--user", OWNER]) == 0
    ((prompt, on_stderr),) = asked
    assert OWNER in prompt
    assert on_stderr
    captured = capsys.readouterr()
    assert desks.PASSPHRASE not in captured.out + captured.err
