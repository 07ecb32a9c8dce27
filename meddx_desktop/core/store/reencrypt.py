"""Bringing everything under the newest master key; cut off anywhere, it goes on where it was."""

from collections.abc import Callable

from meddx_desktop.core.errors import StoreDamaged
from meddx_desktop.core.store.database import FILE
from meddx_desktop.core.store.opened import Store


def reencrypt(
    store: Store, *, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> list[str]:
    """Encrypt the database anew and wrap every film's key under the current generation.

    Copies from before an update of the schema are deleted: they stand under the old key.

    Returns
    -------
    list of str
        Damaged films that could not be wrapped anew. The caller forgets the old master only
        when this is empty, or when the owner gave these films up.
    """
    key = store.keys.derive("database")
    if not store.database.opened_with(key):
        store.database.rekey(key)
    for copy in store.folder.glob(f"{FILE}.before-*"):
        copy.unlink()
    names = sorted(store.used_objects())
    damaged = []
    for done, name in enumerate(names):
        progress(done, len(names))
        try:
            store.objects.rewrap(name)
        except StoreDamaged:
            damaged.append(name)
    progress(len(names), len(names))
    return damaged
