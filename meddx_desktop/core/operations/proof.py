"""Somebody who is signed in shows with the passphrase that it is still the same person."""

from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.errors import WrongPassphrase
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.store import keys


def prove(app: Application, passphrase: str) -> None:
    """Compare a passphrase with that of who is signed in; a wrong one stands in the trail.

    Raises
    ------
    WrongPassphrase, StoreRefused
        ``passphrase_wrong``; ``passphrase_wait``.
    """
    with app.access.using(Action.SIGN_IN) as desk:
        try:
            file = keys.verified(app.folder, desk.keys)
            _, key = keys.proven(app.folder, file, desk.user, passphrase=passphrase)
            key.close()
        except WrongPassphrase as error:
            desk.tell("sign_in_failed", name_of_user=desk.user, code=error.code)
            raise
