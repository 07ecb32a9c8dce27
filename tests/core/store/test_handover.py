"""Protects: cases reach another site whole, unread and unchanged, and join nobody by themselves."""

import zipfile

import pytest

from meddx_desktop.core.crypto import Argon2Parameters
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged, StoreRefused
from meddx_desktop.core.store.handover import hand_over, sender, take_over
from meddx_desktop.core.store.opened import open_store
from tests.core.store.shelf import FakeKeys, case, film

WORDS = "blue kettle on the northern hill"
QUICK = Argon2Parameters(64 * 1024, 3, 4)


@pytest.fixture
def sent(store, tmp_path):
    store.cases.save(case("c1", name="Wang^Xiaodong", patient_id="7", films=(film("1.1"),)))
    store.cases.save(case("c2", name="Li^Na"))
    store.cases.attach("c1", "1.1", store.objects.put(b"pixels" * 1000))
    bundle = tmp_path / "转诊.meddx"
    mark = hand_over(store, ["c1"], bundle, passphrase=WORDS, parameters=QUICK)
    return bundle, mark


@pytest.fixture
def other(tmp_path):
    opened = open_store(tmp_path / "other site", FakeKeys(b"other", store_id="other"))
    yield opened
    opened.close()


def test_a_chosen_case_arrives_with_its_film_and_the_other_does_not(sent, other, store):
    bundle, mark = sent
    assert sender(bundle) == mark
    other.cases.save(case("here", name="Zhou^Min", patient_id="7"))
    (arrived,) = take_over(other, bundle, WORDS)
    assert arrived.case_id != "c1"
    kept = other.cases.load(arrived.case_id)
    assert kept.films == store.cases.load("c1").films
    name = other.cases.object_of(arrived.case_id, "1.1")
    assert bytes(other.objects.get(name)) == b"pixels" * 1000
    assert [(s.case_id, s.why) for s in arrived.suggestions] == [("here", "same_id")]
    assert other.worklist.count() == 2
    assert not list(other.folder.glob("handover-*"))


def test_a_working_folder_left_by_a_crash_is_removed(store, folder):
    store.close()
    (folder / "handover-0001").mkdir()
    open_store(folder, FakeKeys()).close()
    assert not (folder / "handover-0001").exists()


def test_nothing_is_readable(sent):
    content = sent[0].read_bytes()
    assert b"Wang" not in content
    assert b"pixels" not in content


def test_a_wrong_passphrase_imports_nothing(sent, other):
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, sent[0], WORDS + "!")
    assert other.worklist.count() == 0


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_changed_or_cut_bundle_imports_nothing(sent, other, share):
    whole = sent[0].read_bytes()
    place = int(len(whole) * share)
    sent[0].write_bytes(whole[:place])
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        take_over(other, sent[0], WORDS)
    assert other.worklist.count() == 0


def test_a_file_exchanged_inside_is_found(sent, other, tmp_path):
    forged = tmp_path / "forged"
    with zipfile.ZipFile(sent[0]) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[::-1] if name == "cases.db" else old.read(name))
    with pytest.raises(StoreDamaged, match="handover_damaged"):
        sender(forged)


def test_a_newer_bundle_and_a_weak_passphrase_are_named(sent, store, tmp_path):
    newer = tmp_path / "newer"
    with zipfile.ZipFile(sent[0]) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(StoreRefused, match="handover_newer"):
        sender(newer)
    with pytest.raises(InvalidEntry):
        hand_over(store, ["c1"], tmp_path / "x", passphrase="short", parameters=QUICK)
    with pytest.raises(InvalidEntry, match="case_gone"):
        hand_over(store, ["nobody"], tmp_path / "x", passphrase=WORDS, parameters=QUICK)
    assert not (tmp_path / "x").exists()
