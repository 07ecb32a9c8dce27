"""What the tests of backups share."""

from pathlib import Path

from meddx_desktop.core.store.backup_manifest import backup_folder
from meddx_desktop.core.store.opened import open_store
from tests.core.store.shelf import FakeKeys

RESULT = "000000000001-00112233445566aa.sealed"
FILMS = {"1.1": b"first film" * 1000, "1.2": b"second film" * 1000}


def stored_film(stick, uid, store):
    name = store.cases.object_of("c1", uid)
    (found,) = (stick / backup_folder(Path(), store.keys.store_id)).rglob(f"{name[2:]}.*")
    return found


def check_whole(target):
    restored = open_store(target, FakeKeys())
    assert restored.cases.load("c1").patient.name.alphabetic == "Wang^Xiaodong"
    for uid, content in FILMS.items():
        assert bytes(restored.objects.get(restored.cases.object_of("c1", uid))) == content
    assert restored.check() == ([], [])
    restored.close()
