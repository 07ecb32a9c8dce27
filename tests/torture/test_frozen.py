"""Protects: what was committed before a copy of the running store began is in the copy.

The writer is stopped while it is copied, as a power cut stops it. In half of the copies the end
of the log that no commit had waited for is torn: some sectors there, some not, some of them junk.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from meddx_desktop.core.store.opened import open_store
from tests.core.store.plain import FakeKeys
from tests.torture.content import case_of

pytest.importorskip("resource", reason="a process is stopped by means of POSIX")
ROOT = Path(__file__).parents[2]
LOG, SECTOR = "cases.db-wal", 512
FRAME = 24 + 4096  # its head and one page (SQLite file format, 4.1)


@pytest.fixture
def writer(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.writer", str(tmp_path / "胸片 库")],
        stdout=subprocess.PIPE, cwd=ROOT, bufsize=0,
    )  # fmt: skip
    yield child
    child.kill()
    child.communicate()


def _told(child, wanted):
    """The last of `wanted` lines, or of more where more are there."""
    return [json.loads(child.stdout.readline()) for _ in range(wanted)][-1]


def _told_by_now(child, last):
    """What the stopped child had said before it was stopped."""
    os.set_blocking(child.stdout.fileno(), False)
    rest = child.stdout.read() or b""
    os.set_blocking(child.stdout.fileno(), True)
    whole = rest[: rest.rfind(b"\n") + 1].splitlines()
    assert len(whole) == rest.count(b"\n")
    return (json.loads(whole[-1]) if whole else last), rest[rest.rfind(b"\n") + 1 :]


def _tear(copy, end, chance):
    """Give each sector of the log after `end` its bytes, zeros or junk.

    Where no write was under way, the last frame stands for one that had begun.
    """
    content = bytearray((copy / LOG).read_bytes())
    if len(content) == end:
        content += content[-FRAME:]
    for start in range(end, len(content), SECTOR):
        size = len(content[start : start + SECTOR])
        kept = bytes(content[start : start + size])
        content[start : start + size] = chance.choice((kept, bytes(size), chance.randbytes(size)))
    (copy / LOG).write_bytes(content)


def test_copies_of_a_store_that_is_written_to(writer, tmp_path):
    chance, folder = random.Random(7), tmp_path / "胸片 库"
    for number in range(10):
        last = _told(writer, chance.randrange(1, 6))
        for _ in range(chance.randrange(40_000)):  # some way into the next commit
            pass
        writer.send_signal(signal.SIGSTOP)
        (newest, end), half = _told_by_now(writer, last)
        assert not half, "a line is written in one piece"
        copy = tmp_path / f"copy {number}"
        shutil.copytree(folder, copy)
        writer.send_signal(signal.SIGCONT)
        if number % 2:
            _tear(copy, end, chance)
        store = open_store(copy, FakeKeys())
        assert store.check() == ([], [])
        for committed in range(newest + 1):
            assert store.cases.load(f"case-{committed}") == case_of(committed, 1)
        assert len(list(store.cases.all())) in (newest + 1, newest + 2)
        store.close()
        shutil.rmtree(copy)
    assert writer.poll() is None
