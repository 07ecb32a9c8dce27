"""A signed-in application for tests: a real store and real keys, without the wait of Argon2."""

import tempfile
from functools import cache
from pathlib import Path

from meddx_desktop.core.crypto import SecretBytes, derivation
from meddx_desktop.core.crypto.derivation import MINIMUM
from meddx_desktop.core.domain.people import Role
from meddx_desktop.core.operations import sign_in
from meddx_desktop.core.store import keys, keys_file, keys_users
from meddx_desktop.core.store.keys_unlocked import UnlockedKeys
from meddx_desktop.core.store.lock import StoreLock

PASSPHRASE = "a lamp beside the river"
PEOPLE = {
    Role.OWNER: "Wang Owner",
    Role.CLINICIAN: "Dr Lin",
    Role.SCREENING_OFFICER: "Nurse Zhao",
    Role.AUDITOR: "Auditor Qian",
}
SECOND_CLINICIAN = "Dr Bao"


def _made():
    """The key file of a store with everybody, its master and its recovery key."""
    return _stretched(derivation.hash_secret_raw)


@cache
def _stretched(_by):
    """Made once for all tests that stretch passphrases in the same way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened, recovery = keys.create(folder, PEOPLE[Role.OWNER], PASSPHRASE, MINIMUM)
        others = [(person, role) for role, person in PEOPLE.items() if role is not Role.OWNER]
        for person, role in [*others, (SECOND_CLINICIAN, Role.CLINICIAN)]:
            keys_users.add_user(folder, opened, person, role, passphrase=PASSPHRASE)
        written = (folder / keys_file.FILE).read_bytes()
        return written, bytes(opened.master().view()), recovery.lines()


def recovery_words():
    """The lines of the recovery key of every store made here."""
    return _made()[2]


def write_keys(folder):
    """Put the key file into a new store's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / keys_file.FILE).exists():
        (folder / keys_file.FILE).write_bytes(_made()[0])


def enter(app, role=Role.CLINICIAN, *, user=""):
    """Sign somebody in; the store is made where there is none. Returns the `Welcome`."""
    write_keys(app.folder)
    held = StoreLock(app.folder)
    file = keys_file.load(app.folder)
    opened = UnlockedKeys(
        file, user or PEOPLE[role], role=role, masters={1: SecretBytes(_made()[1])}
    )
    return sign_in.begin(app, opened, held, "signed_in")


def trail(app):
    """All entries of the audit trail so far."""
    with app.access.using(None) as desk:
        return list(desk.store.audit.rows())


def actions(app):
    """What the audit trail says was done, in order, the sign-in left out."""
    return [entry.action for entry in trail(app) if entry.action != "signed_in"]
