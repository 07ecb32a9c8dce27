"""Protects: one process at a time, whatever became of the process before."""

import subprocess
import sys

import pytest

from meddx_desktop.core.errors import CannotWrite, StoreRefused
from meddx_desktop.core.store.lock import FILE, StoreLock
from meddx_desktop.core.store.opened import open_store
from tests.core.store.shelf import FakeKeys

HOLD = """
import sys, time
from pathlib import Path
from meddx_desktop.core.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_opening_is_refused_and_the_first_goes_on(store, folder):
    with pytest.raises(StoreRefused) as caught:
        open_store(folder, FakeKeys())
    assert caught.value.code == "store_in_use"
    store.kept.set("still", "here")


def test_another_process_holds_until_it_is_killed(folder):
    folder.mkdir()
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"held\n"
    with pytest.raises(StoreRefused):
        StoreLock(folder)
    child.kill()
    child.communicate()
    StoreLock(folder).release()


def test_a_file_left_behind_is_no_lock(folder):
    folder.mkdir()
    (folder / FILE).write_bytes(b"4711")
    lock = StoreLock(folder)
    lock.release()
    lock.release()


def test_a_refused_key_frees_the_lock(store, folder):
    store.close()
    with pytest.raises(StoreRefused, match="store_key_wrong"):
        open_store(folder, FakeKeys(b"other"))
    open_store(folder, FakeKeys()).close()


def test_a_place_that_is_no_folder_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        StoreLock(tmp_path / "file")
