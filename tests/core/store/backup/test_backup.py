"""Protects: a backup that says it is whole brings everything back, and harms no other."""

import shutil
import threading

import pytest

from meddx_desktop.core.errors import CannotWrite, StoreRefused
from meddx_desktop.core.store import copying, opened
from meddx_desktop.core.store.backup import back_up, last_backup
from meddx_desktop.core.store.backup_manifest import settle_keys
from meddx_desktop.core.store.opened import open_store
from meddx_desktop.core.store.reencrypt import reencrypt
from meddx_desktop.core.store.restore import look, restore
from tests.core.store.backup.films import FILMS, RESULT, check_whole
from tests.core.store.shelf import FakeKeys, case, film


def test_a_backup_in_use_is_restored_beside_the_store(filled, stick, tmp_path):
    with filled.database.reading():
        report = back_up(filled, stick)
    filled.cases.save(case("later"))
    assert (report.copied, report.damaged) == (2, [])
    assert last_backup(filled) is not None
    plan = look(report.folder, FakeKeys(), into=tmp_path / "new")
    assert (plan.films, plan.damaged) == (2, ())
    assert not (tmp_path / "new").exists()
    assert restore(report.folder, FakeKeys(), tmp_path / "new") == []
    check_whole(tmp_path / "new")
    assert (tmp_path / "new" / "outbox" / RESULT).read_bytes() == b"result"
    assert (tmp_path / "new" / "keys.json").exists()


def test_nothing_is_readable_on_the_stick(filled, stick):
    back_up(filled, stick)
    for path in stick.rglob("*"):
        assert path.is_dir() or (b"Wang" not in path.read_bytes())
        assert path.is_dir() or (b"first film" not in path.read_bytes())


def test_a_second_backup_copies_only_what_is_new_and_drops_what_was_erased(filled, stick):
    back_up(filled, stick)
    filled.cases.save(case("c2", films=(film("2.1"),)))
    filled.cases.attach("c2", "2.1", filled.objects.put(b"third"))
    second = back_up(filled, stick)
    assert (second.copied, second.kept) == (1, 2)
    filled.erase_patient(filled.patients.of_case("c2"))
    third = back_up(filled, stick)
    assert (third.copied, third.kept) == (0, 2)
    files = [path.name for path in third.folder.rglob("*") if path.is_file()]
    assert len(files) == 7  # manifest, database, two key files, outbox, two films
    assert look(third.folder, FakeKeys()).damaged == ()


def test_a_restore_goes_over_nothing(filled, stick, folder, tmp_path):
    report = back_up(filled, stick)
    for into in (folder, stick):
        with pytest.raises(StoreRefused) as caught:
            restore(report.folder, FakeKeys(), into)
        assert caught.value.code == "restore_not_empty"
    (tmp_path / "empty").mkdir()
    restore(report.folder, FakeKeys(), tmp_path / "empty")
    check_whole(tmp_path / "empty")


def test_a_backup_inside_the_store_or_into_nowhere_is_refused(filled, folder, tmp_path):
    (folder / "sub").mkdir()
    with pytest.raises(StoreRefused, match="backup_inside"):
        back_up(filled, folder / "sub")
    with pytest.raises(CannotWrite, match="folder_missing"):
        back_up(filled, tmp_path / "pulled out")


def test_a_cut_backup_leaves_the_older_one_whole(filled, stick, tmp_path):
    report = back_up(filled, stick)
    filled.cases.save(case("c2", films=(film("2.1"),)))
    filled.cases.attach("c2", "2.1", filled.objects.put(b"third"))

    def pulled(done, _all):
        if done == 2:
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="disk_full"):
        back_up(filled, stick, progress=pulled)
    restore(report.folder, FakeKeys(), tmp_path / "new")
    check_whole(tmp_path / "new")
    assert back_up(filled, stick).damaged == []
    assert len(list(report.folder.glob("cases-*.db"))) == 1


def test_a_film_erased_and_added_again_does_not_spoil_the_older_backup(filled, stick, tmp_path):
    report = back_up(filled, stick)
    name = filled.cases.object_of("c1", "1.1")
    filled.objects.erase(name)
    assert filled.objects.put(FILMS["1.1"]) == name

    def pulled(done, every):
        if done == every:
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite):
        back_up(filled, stick, progress=pulled)
    assert look(report.folder, FakeKeys()).damaged == ()
    restore(report.folder, FakeKeys(), tmp_path / "new")
    check_whole(tmp_path / "new")


def test_the_key_file_that_the_manifest_means_is_the_one_that_is_unlocked(filled, stick, tmp_path):
    folder = back_up(filled, stick).folder
    (folder / "keys.json").write_bytes(b"of an older backup")
    settle_keys(folder)
    assert (folder / "keys.json").read_bytes() == b"{}"
    restore(folder, FakeKeys(), tmp_path / "new")
    assert (tmp_path / "new" / "keys.json").read_bytes() == b"{}"


def test_after_a_rotation_the_next_backup_opens_with_the_new_key_alone(filled, stick, tmp_path):
    back_up(filled, stick)
    filled.keys.current = 2
    assert reencrypt(filled) == []
    report = back_up(filled, stick)
    assert report.copied == 2

    class Newest(FakeKeys):
        generations = (2,)

        def derive(self, purpose, generation=None):
            if generation not in (None, 2):
                raise KeyError(generation)
            return super().derive(purpose, 2)

    restore(report.folder, Newest(current=2), tmp_path / "new")
    restored = open_store(tmp_path / "new", Newest(current=2))
    assert restored.check() == ([], [])
    restored.close()


def test_a_rotation_cut_in_the_middle_goes_on(filled, folder):
    filled.keys.current = 2

    def cut(done, _all):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reencrypt(filled, progress=cut)
    filled.close()
    again = open_store(folder, FakeKeys(current=2))
    assert reencrypt(again) == []
    assert again.check() == ([], [])
    again.close()


def test_a_copy_of_the_closed_folder_is_a_store(filled, folder, tmp_path):
    filled.close()
    shutil.copytree(folder, tmp_path / "copy")
    check_whole(tmp_path / "copy")


def test_a_store_or_a_photo_inside_a_backup_survives_the_next_one(filled, stick):
    folder = back_up(filled, stick).folder
    mine = [folder / "holiday photo.jpg", folder / "mystore" / "cases.db", folder / "objects.txt"]
    mine.append(folder / "mystore" / "objects" / "ab" / ("c" * 62))
    for path in mine:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    halves = [folder / ".cases-20240102T030405000006.db.part"]
    halves.append(folder / "objects" / "ab" / f"{'c' * 62}.{'d' * 16}")
    for path in halves:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    back_up(filled, stick)
    assert all(path.exists() for path in mine)
    assert not any(path.exists() for path in halves)


def test_nothing_is_restored_inside_a_backup_or_a_store(filled, stick, folder):
    backup = back_up(filled, stick).folder
    for into in (backup / "mystore", backup / "a" / "b", folder / "new"):
        for attempt in (
            lambda into=into: look(backup, FakeKeys(), into=into),
            lambda into=into: restore(backup, FakeKeys(), into),
        ):
            with pytest.raises(StoreRefused, match="restore_inside"):
                attempt()
        assert not into.exists()


def test_a_slow_stick_keeps_nobody_from_the_database(filled, stick, monkeypatch):
    """The copy goes to the stick once the database is free again; nothing of it stays here."""
    free, real = [], copying.forget_cached

    def written(descriptor):
        def work():
            with filled.database.held(0) as got:
                free.append(got)

        other = threading.Thread(target=work)
        other.start()
        other.join()
        real(descriptor)

    monkeypatch.setattr(copying, "forget_cached", written)
    back_up(filled, stick)
    assert free and all(free)
    assert not list(filled.folder.glob("cases.copied*"))


def test_no_patient_is_erased_while_a_backup_is_made(filled, stick, monkeypatch):
    monkeypatch.setattr(opened, "BUSY_PATIENCE_S", 0.01)
    refused = []

    def erase():
        try:
            filled.erase_patient(filled.patients.of_case("c1"))
        except StoreRefused as error:
            refused.append(error.code)

    def progress(_done, _all):
        other = threading.Thread(target=erase)
        other.start()
        other.join()

    assert back_up(filled, stick, progress=progress).copied == 2
    assert set(refused) == {"store_busy"}
