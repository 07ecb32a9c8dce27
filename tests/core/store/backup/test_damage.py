"""Protects: damage in a backup or a store has a name, and the rest can be had."""

import hashlib
import os
from dataclasses import replace

import pytest

from meddx_desktop.core.errors import StoreDamaged, StoreRefused
from meddx_desktop.core.store import backup_manifest, copying
from meddx_desktop.core.store.backup import back_up
from meddx_desktop.core.store.backup_manifest import FILE, Part, read
from meddx_desktop.core.store.opened import open_store
from meddx_desktop.core.store.restore import look, restore
from tests.core.store.backup.films import FILMS, stored_film
from tests.core.store.shelf import FakeKeys


def test_a_flipped_byte_in_a_film_is_named_and_the_rest_can_be_had(filled, stick, tmp_path):
    report = back_up(filled, stick)
    path = stored_film(stick, "1.1", filled)
    broken = bytearray(path.read_bytes())
    broken[500] ^= 1
    path.write_bytes(broken)
    part = path.relative_to(report.folder).as_posix()
    assert look(report.folder, FakeKeys()).damaged == (part,)
    with pytest.raises(StoreDamaged) as caught:
        restore(report.folder, FakeKeys(), tmp_path / "new")
    assert caught.value.parameters == {"part": part}
    assert not (tmp_path / "new").exists()
    assert restore(report.folder, FakeKeys(), tmp_path / "new", despite_damage=True) == [part]
    rest = open_store(tmp_path / "new", FakeKeys())
    assert bytes(rest.objects.get(rest.cases.object_of("c1", "1.2"))) == FILMS["1.2"]
    assert rest.check()[1] == [rest.cases.object_of("c1", "1.1")]
    rest.close()


def test_a_missing_film_is_named(filled, stick):
    report = back_up(filled, stick)
    stored_film(stick, "1.2", filled).unlink()
    assert len(look(report.folder, FakeKeys()).damaged) == 1


@pytest.mark.parametrize("place", [0, 40, 300, -3])
def test_a_changed_manifest_or_database_is_refused(filled, stick, tmp_path, place):
    report = back_up(filled, stick)
    for name in (FILE, read(report.folder, FakeKeys()).database):
        path = report.folder / name
        whole = path.read_bytes()
        broken = bytearray(whole)
        broken[place] ^= 1
        path.write_bytes(broken)
        for attempt in (look, lambda *a: restore(*a, tmp_path / "new", despite_damage=True)):
            with pytest.raises((StoreDamaged, StoreRefused)) as caught:
                attempt(report.folder, FakeKeys())
            assert caught.value.code.startswith("backup_")
        path.write_bytes(whole)
    assert not (tmp_path / "new").exists()


def test_foreign_missing_and_newer_backups_are_named(filled, stick):
    report = back_up(filled, stick)

    def code(folder, keys):
        with pytest.raises((StoreRefused, StoreDamaged)) as caught:
            look(folder, keys)
        return caught.value.code

    assert code(report.folder, FakeKeys(store_id="other")) == "backup_foreign"
    assert code(report.folder, FakeKeys(b"other")) == "backup_damaged"
    assert code(stick, FakeKeys()) == "backup_missing"
    manifest = report.folder / FILE
    manifest.write_bytes(manifest.read_bytes().replace(b'"format": 1', b'"format": 2'))
    assert code(report.folder, FakeKeys()) == "backup_newer"


@pytest.mark.parametrize("least", [0, 5000])  # the key file, the films
def test_a_stick_that_swallows_bytes_is_found_at_once(filled, stick, monkeypatch, least):
    """Cheap flash disks take writes beyond their size and give back zeros."""
    real = copying.forget_cached

    def swallow(descriptor):
        if os.fstat(descriptor).st_size >= least:
            os.pwrite(descriptor, b"\0" * 8, 100)
        real(descriptor)

    monkeypatch.setattr(copying, "forget_cached", swallow)
    with pytest.raises(StoreDamaged, match="backup_damaged"):
        back_up(filled, stick)


def test_a_film_damaged_in_the_store_does_not_spoil_the_backup(filled, stick):
    back_up(filled, stick)
    name = filled.cases.object_of("c1", "1.1")
    filled.objects.path(name).write_bytes(b"broken")
    report = back_up(filled, stick)
    assert report.damaged == [name]
    assert look(report.folder, FakeKeys()).films == 2
    assert look(report.folder, FakeKeys()).damaged == ()


@pytest.mark.parametrize(
    "name", ["../../evil", "/tmp/evil", "outbox/../../evil.sealed", "keys.json", "evil"]
)
@pytest.mark.parametrize("group", ["files", "objects"])
def test_a_manifest_that_leads_elsewhere_is_damaged_although_it_is_sealed(
    filled, stick, tmp_path, name, group
):
    folder = back_up(filled, stick).folder
    evil = b"#!/bin/sh"
    for place in (tmp_path / "evil", stick / "evil", folder / "evil"):
        place.write_bytes(evil)
    manifest = read(folder, FakeKeys())
    parts = {**getattr(manifest, group), name: Part(9, hashlib.sha256(evil).hexdigest())}
    backup_manifest.write(folder, replace(manifest, **{group: parts}), FakeKeys())
    into = tmp_path / "a" / "b" / "new"
    into.parent.mkdir(parents=True)
    with pytest.raises(StoreDamaged, match="backup_damaged"):
        restore(folder, FakeKeys(), into, despite_damage=True)
    assert not list((tmp_path / "a").rglob("*evil*")) and not into.exists()


def test_a_link_in_a_backup_brings_nothing_from_elsewhere(filled, stick, tmp_path):
    folder = back_up(filled, stick).folder
    path = stored_film(stick, "1.1", filled)
    path.rename(tmp_path / "film")
    path.symlink_to(tmp_path / "film")
    with pytest.raises(StoreDamaged, match="backup_damaged"):
        restore(folder, FakeKeys(), tmp_path / "new")
