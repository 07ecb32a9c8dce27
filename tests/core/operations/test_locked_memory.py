"""Protects: a dump of the locked program's memory does not hold the key of the database."""

import subprocess
import sys
from pathlib import Path

import pytest

from meddx_desktop import __main__
from meddx_desktop.core.store import keys
from tests import desks

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/self/mem")


def dumped(folder, *options):
    """What a child's memory held at its end, and the keys of its store."""
    dump = folder / "dump"
    command = [sys.executable, "-m", "tests.core.operations.locked_child", folder, dump, *options]
    subprocess.run(command, cwd=ROOT, check=True, timeout=300)
    content = dump.read_bytes()
    dump.unlink()
    return content, keys.unlock(folder / "store", "Wang", desks.PASSPHRASE)


def spellings(key):
    return key, key.hex().encode(), key.hex().upper().encode(), key.hex().encode("utf-16-le")


@pytest.mark.usefixtures("real_argon2id")
def test_the_locked_program_does_not_know_the_keys_that_open_the_store(tmp_path):
    content, opened = dumped(tmp_path)
    with opened:
        assert len(content) > 1_000_000, "the dump is a real one"
        assert desks.PASSPHRASE.encode() in content, "a word that stands in its code is found"
        for name in (bytes(opened.master().view()), opened.derive("database")):
            assert not [word for word in spellings(name) if word in content]


@pytest.mark.usefixtures("real_argon2id")
def test_the_search_finds_the_key_while_somebody_is_in(tmp_path):
    """Otherwise the test above would prove nothing."""
    content, opened = dumped(tmp_path, "--open")
    with opened:
        assert opened.derive("database") in content


def test_the_real_program_is_closed_to_others_of_the_same_user():
    """No crash dump, and no reading of its memory from another program."""
    code = (
        "from meddx_desktop.core import memory; memory.close_off();"
        "import ctypes, resource; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),"
        " resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split(maxsplit=1) == ["0", "(0, 0)\n"]


def test_the_program_closes_itself_off_before_anything_else(monkeypatch):
    seen = []
    monkeypatch.setattr(__main__, "close_off", lambda: seen.append("closed"))
    monkeypatch.setattr(__main__, "_start", lambda arguments: seen.append(arguments) or 0)
    monkeypatch.setattr(sys, "argv", ["meddx", "doctor"])
    assert __main__.main() == 0 and seen == ["closed", ["doctor"]]
