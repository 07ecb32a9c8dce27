"""A store with two films, and a stick."""

import pytest

from tests.core.store.backup.films import FILMS, RESULT
from tests.core.store.shelf import case, film


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "U盘 1"
    place.mkdir()
    return place


@pytest.fixture
def filled(store):
    store.cases.save(case("c1", name="Wang^Xiaodong", films=tuple(film(uid) for uid in FILMS)))
    for uid, content in FILMS.items():
        store.cases.attach("c1", uid, store.objects.put(content))
    (store.folder / "keys.json").write_bytes(b"{}")
    (store.folder / "outbox").mkdir()
    (store.folder / "outbox" / RESULT).write_bytes(b"result")
    return store
