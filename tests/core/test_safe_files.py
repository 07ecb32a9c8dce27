"""Protects: a write that fails leaves the old file and no rubbish; only files are read."""

import os
import signal
import subprocess
import sys

import pytest

from meddx_desktop.core.safe_files import read_regular, write_plain, write_replacing

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from meddx_desktop.core.safe_files import write_plain
def killed(*_args, **_names):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "no-unnamed":
    del os.O_TMPFILE
if sys.argv[3] == "written":
    os.fsync = killed
else:
    os.replace = os.rename = Path.replace = killed
write_plain(Path(sys.argv[1]), b"all of a report")
"""


@pytest.mark.parametrize("write", [write_replacing, write_plain])
def test_new_content_replaces_old(tmp_path, write):
    path = tmp_path / "a"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("write", [write_replacing, write_plain])
def test_failure_while_writing_keeps_the_old_file(tmp_path, monkeypatch, write):
    path = tmp_path / "a"
    write(path, b"one")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def killed(path, kind, when):
    """A program killed while it writes `path`."""
    made = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(path), kind, when], check=False, timeout=60
    )
    assert made.returncode == -signal.SIGKILL


def test_a_killed_program_leaves_nothing_where_files_may_have_no_name(tmp_path):
    killed(tmp_path / "r.pdf", "unnamed", "written")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "when"), [("no-unnamed", "written"), ("unnamed", "replaced")])
def test_what_a_killed_program_left_goes_with_the_next_plain_copy(tmp_path, kind, when):
    path = tmp_path / "r.pdf"
    path.write_bytes(b"old")
    killed(path, kind, when)
    (left,) = set(tmp_path.iterdir()) - {path}
    assert left.name.endswith(".meddx-unfinished")
    assert path.read_bytes() == b"old"
    write_plain(tmp_path / "other.pdf", b"x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other.pdf", "r.pdf"]


def test_what_another_program_is_writing_stays(tmp_path, monkeypatch):
    path = tmp_path / "r.pdf"
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    sync = os.fsync

    def meanwhile(descriptor):
        monkeypatch.setattr(os, "fsync", sync)
        write_plain(tmp_path / "other.pdf", b"x")

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_plain(path, b"one")
    assert path.read_bytes() == b"one"


def test_without_files_that_have_no_name_nothing_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_args, **_names: os.open("/nowhere/x", os.O_RDONLY))
    write_plain(tmp_path / "a", b"one", mode=0o644)
    write_plain(tmp_path / "a", b"two")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"two"


def test_a_file_is_read_up_to_a_byte_beyond_the_limit(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    assert read_regular(path, 3) == b"1234"


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nothing"])
def test_what_is_no_file_is_neither_waited_for_nor_read(tmp_path, kind):
    path = tmp_path / "a"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(OSError, match=r"regular file|directory"):
        read_regular(path, 9)
