"""One command on a store, without a window: signed in, done, locked again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from meddx_desktop.core.errors import InvalidEntry, StoreRefused
from meddx_desktop.core.operations import sign_in
from meddx_desktop.core.operations.application import Application


def at(app: Application, folder: Path | None) -> Application:
    """`app` on the store in `folder`; on the user's own where that is None."""
    return app if folder is None else replace(app, folder=folder)


def only_user(folder: Path) -> str:
    """The name of the store's only user.

    Raises
    ------
    StoreRefused
        ``store_not_made``: there is no store.
    InvalidEntry
        ``user_needed``: there are several.
    """
    if not sign_in.exists(folder):
        raise StoreRefused("store_not_made")
    users = sign_in.people(folder)
    if len(users) != 1:
        raise InvalidEntry("user_needed")
    return users[0].name


@contextmanager
def signed_in(app: Application, user: str, passphrase: str) -> Iterator[sign_in.Welcome]:
    """Open the store for the body of the ``with``.

    Raises
    ------
    WrongPassphrase, NotPermitted, StoreRefused, StoreDamaged
        As `sign_in.sign_in`; ``store_not_made`` before a folder is made.
    """
    if not sign_in.exists(app.folder):
        raise StoreRefused("store_not_made")
    try:
        yield sign_in.sign_in(app, user, passphrase)
    finally:
        if app.access.is_open:
            sign_in.lock(app, reason="closed")
        app.access.close()
