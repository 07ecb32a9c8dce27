"""Protects: a disk that is full, or a copy made at any moment, costs the change at hand alone."""

import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest

from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.store.opened import open_store
from tests.core.store.plain import FakeKeys, case
from tests.torture.content import case_of

resource = pytest.importorskip("resource", reason="file size limits are a matter of POSIX")


@contextmanager
def room(size):
    """No file of this process may grow beyond `size` bytes: as a full disk, without root."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_at_every_write_keeps_the_old_case(tmp_path):
    """The log may grow by one page more each time, until the change fits."""
    store = open_store(tmp_path / "库", FakeKeys())
    old = case_of(1, 1)
    store.cases.save(old)
    refused = 0
    for pages in range(200):
        store.database.checkpoint()
        try:
            with room(pages * 4096 + 100):
                store.cases.save(replace(case_of(1, 2), note="x" * 20_000))
        except CannotWrite as error:
            refused += 1
            assert error.code in ("disk_full", "store_disk_failed")
            assert store.cases.load("case-1") == old
            continue
        break
    assert refused > 5
    assert len(store.cases.load("case-1").note) == 20_000
    assert store.check() == ([], [])
    store.close()
    again = open_store(tmp_path / "库", FakeKeys())
    assert len(again.cases.load("case-1").note) == 20_000
    again.close()


def test_a_disk_that_is_full_when_the_log_is_brought_in_loses_nothing(tmp_path):
    store = open_store(tmp_path / "库", FakeKeys())
    store.database.checkpoint()
    size = (tmp_path / "库" / "cases.db").stat().st_size
    store.cases.save(replace(case(), note="x" * 200_000))
    with room(size), pytest.raises(CannotWrite):
        store.database.checkpoint()
    assert len(store.cases.load("c1").note) == 200_000
    store.close()
    again = open_store(tmp_path / "库", FakeKeys())
    assert len(again.cases.load("c1").note) == 200_000
    assert again.check() == ([], [])
    again.close()


@pytest.mark.parametrize("size", [0, 1, 68, 4096, 1_000_000, 1_300_000])
def test_a_full_disk_while_a_film_is_kept_leaves_nothing_of_it(tmp_path, size):
    store = open_store(tmp_path / "库", FakeKeys())
    film = bytes(1_300_000)
    with room(size), pytest.raises(CannotWrite) as caught:
        store.objects.put(film)
    assert caught.value.code == "disk_full"
    assert not [path for path in store.objects.folder.rglob("*") if path.is_file()]
    assert bytes(store.objects.get(store.objects.put(film))) == film
    store.close()


READ_ONLY = """
import os, sys
from pathlib import Path
from meddx_desktop.core.errors import CannotWrite
from meddx_desktop.core.store.opened import open_store
from tests.core.store.plain import FakeKeys
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_store(Path(sys.argv[1]), FakeKeys())
except CannotWrite as error:
    print(error.code)
"""


def test_a_read_only_folder_is_named(tmp_path):
    """In a child without root's rights, for whom no folder is read-only."""
    place = tmp_path / "locked"
    place.mkdir(mode=0o555)
    for parent in tmp_path.parents:
        if parent.owner() == place.owner() and parent.name.startswith("pytest"):
            parent.chmod(0o755)
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(place / "store")], capture_output=True, text=True
    )
    if "PermissionError" in done.stderr and "import" in done.stderr:
        pytest.skip("this interpreter can't be read by another user")
    assert done.stdout.strip() == "folder_not_writable", done.stderr


def test_a_copy_of_the_open_folder_opens(tmp_path):
    store = open_store(tmp_path / "库", FakeKeys())
    for version in range(1, 30):
        store.cases.save(case_of(version % 5, version))
    shutil.copytree(tmp_path / "库", tmp_path / "copy")
    copy = open_store(tmp_path / "copy", FakeKeys())
    assert list(copy.cases.all()) == list(store.cases.all())
    assert copy.check() == ([], [])
    copy.close()
    store.close()
