"""Wrapping the master keys for each user and for the recovery key, and opening them again.

A user's entry holds, sealed under the stretched passphrase, the user's own X25519 private key and
the masters known when the entry was written. A newer master reaches a user who is not there to
type a passphrase through `Pending`: sealed first under the master before it, then to the user's
public key. So reading it takes the user's passphrase of today, and forging it an older master:
neither an old backup with an old passphrase nor somebody with write access alone is enough.
"""

from collections.abc import Mapping
from dataclasses import replace

from meddx_desktop.core.crypto import (
    KEY_BYTES,
    SALT_BYTES,
    Argon2Parameters,
    SecretBytes,
    box_public,
    derive,
    expand,
    open_box,
    open_secret,
    random_bytes,
    same,
    seal,
    seal_box,
    stretch,
)
from meddx_desktop.core.domain.people import Role, name_key
from meddx_desktop.core.errors import StoreDamaged, WrongPassphrase
from meddx_desktop.core.store.json_members import Json
from meddx_desktop.core.store.keys_file import (
    VERIFIER_BYTES,
    Pending,
    RecoveryEntry,
    UserEntry,
    canonical,
    now_text,
)
from meddx_desktop.core.store.recovery import RecoveryKey

Masters = Mapping[int, SecretBytes]
_NUMBER_BYTES = 4
_RECORD = _NUMBER_BYTES + KEY_BYTES


def make_entry(
    store_id: str,
    name: str,
    role: Role,
    *,
    passphrase: str,
    parameters: Argon2Parameters,
    masters: Masters,
    created: str | None = None,
) -> UserEntry:
    """A user's entry with a fresh salt and key pair."""
    bare = UserEntry(
        name=name,
        role=role,
        created=created or now_text(),
        salt=random_bytes(SALT_BYTES),
        parameters=parameters,
        verifier=b"",
        public=b"",
        wrapped=b"",
    )
    with stretch(passphrase, bare.salt, parameters) as key:
        return wrap(store_id, bare, key=key, masters=masters)


def wrap(store_id: str, entry: UserEntry, *, key: SecretBytes, masters: Masters) -> UserEntry:
    """`entry` with a new key pair and `masters` under the stretched passphrase `key`.

    The pair is new each time, so that a copy of an older file opens nothing sealed later.
    """
    with SecretBytes(random_bytes(KEY_BYTES)) as private:
        ready = replace(
            entry, verifier=_verifier(key), public=box_public(private.view()), pending=()
        )
        with _pack(private, masters) as packed:
            sealed = seal(_wrapping(key), packed.view(), _bound(store_id, ready))
    return replace(ready, wrapped=sealed)


def stretched(entry: UserEntry, passphrase: str) -> SecretBytes:
    """The key that opens `entry`.

    Raises
    ------
    WrongPassphrase
        ``passphrase_wrong``.
    StoreDamaged
        ``key_parameters_weakened``, before any work; ``keys_damaged``.
    """
    key = stretch(passphrase, entry.salt, entry.parameters)
    # Tells a wrong passphrase from a changed entry; an attacker learns no more from it than
    # from trying to open the entry itself.
    if not same(_verifier(key), entry.verifier):
        key.close()
        raise WrongPassphrase("passphrase_wrong")
    return key


def unwrap(store_id: str, entry: UserEntry, key: SecretBytes) -> dict[int, SecretBytes]:
    """The masters of `entry`, those that are pending included.

    Raises
    ------
    StoreDamaged
        ``keys_tampered``: the passphrase was right, but the entry is not as it was written.
    """
    try:
        with open_secret(_wrapping(key), entry.wrapped, _bound(store_id, entry)) as packed:
            private, masters = _unpack(packed)
        with private:
            for pending in entry.pending:
                masters[pending.generation] = _accept(
                    store_id, entry.name, pending, private=private, masters=masters
                )
    except StoreDamaged as error:
        raise StoreDamaged("keys_tampered") from error
    return masters


def pending(store_id: str, entry: UserEntry, masters: Masters, *, generation: int) -> Pending:
    """The master of `generation` for an absent user, sealed twice (see the module's head)."""
    bound = _pending_bound(store_id, entry.name, generation)
    inner = seal(_handing_on(masters[generation - 1]), masters[generation].view(), bound)
    return Pending(generation, seal_box(entry.public, inner, bound))


def make_recovery(store_id: str, recovery: RecoveryKey, masters: Masters) -> RecoveryEntry:
    """What `recovery` opens. Its 256 random bits need no stretching."""
    entry = RecoveryEntry(salt=random_bytes(SALT_BYTES), wrapped=b"", issued=now_text())
    with SecretBytes(KEY_BYTES) as no_private, _pack(no_private, masters) as packed:
        sealed = seal(
            _recovery_key(recovery, entry), packed.view(), _recovery_bound(store_id, entry)
        )
    return replace(entry, wrapped=sealed)


def open_recovery(
    store_id: str, entry: RecoveryEntry, recovery: RecoveryKey
) -> dict[int, SecretBytes]:
    """The masters behind the recovery key.

    Raises
    ------
    WrongPassphrase
        ``recovery_wrong``: a key of another store, one that was replaced, or a changed entry.
    """
    key, bound = _recovery_key(recovery, entry), _recovery_bound(store_id, entry)
    try:
        with open_secret(key, entry.wrapped, bound) as packed:
            private, masters = _unpack(packed)
    except StoreDamaged as error:
        raise WrongPassphrase("recovery_wrong") from error
    private.close()
    return masters


def _accept(
    store_id: str, name: str, pending: Pending, *, private: SecretBytes, masters: Masters
) -> SecretBytes:
    before = masters.get(pending.generation - 1)
    if before is None:
        raise StoreDamaged("keys_tampered")
    bound = _pending_bound(store_id, name, pending.generation)
    inner = open_box(private.view(), pending.box, bound)
    return open_secret(_handing_on(before), inner, bound)


def _pack(private: SecretBytes, masters: Masters) -> SecretBytes:
    """Private key, then for each generation its number and master."""
    packed = SecretBytes(KEY_BYTES + _RECORD * len(masters))
    view = packed.view()
    view[:KEY_BYTES] = private.view()
    for index, (generation, master) in enumerate(sorted(masters.items())):
        start = KEY_BYTES + index * _RECORD
        view[start : start + _NUMBER_BYTES] = generation.to_bytes(_NUMBER_BYTES, "big")
        view[start + _NUMBER_BYTES : start + _RECORD] = master.view()
    return packed


def _unpack(packed: SecretBytes) -> tuple[SecretBytes, dict[int, SecretBytes]]:
    view = packed.view()
    if len(view) < KEY_BYTES + _RECORD or (len(view) - KEY_BYTES) % _RECORD:
        raise StoreDamaged("keys_tampered")
    masters = {}
    for start in range(KEY_BYTES, len(view), _RECORD):
        generation = int.from_bytes(view[start : start + _NUMBER_BYTES], "big")
        masters[generation] = SecretBytes(view[start + _NUMBER_BYTES : start + _RECORD])
    return SecretBytes(view[:KEY_BYTES]), masters


def _wrapping(key: SecretBytes) -> bytes:
    return derive(key.view(), "wrap masters")


def _verifier(key: SecretBytes) -> bytes:
    return derive(key.view(), "verify passphrase")[:VERIFIER_BYTES]


def _handing_on(master: SecretBytes) -> bytes:
    return derive(master.view(), "hand on the next master")


def _recovery_key(recovery: RecoveryKey, entry: RecoveryEntry) -> bytes:
    return expand(recovery.view(), salt=entry.salt, info=b"meddx recovery")


def _bound(store_id: str, entry: UserEntry) -> bytes:
    """What can't be changed around the wrapped masters: whose they are and how they open."""
    content: Json = {
        "purpose": "user",
        "store_id": store_id,
        "name": entry.name,
        "role": entry.role,
        "created": entry.created,
        "salt": entry.salt.hex(),
        "memory_kib": entry.parameters.memory_kib,
        "iterations": entry.parameters.iterations,
        "lanes": entry.parameters.lanes,
        "verifier": entry.verifier.hex(),
        "public": entry.public.hex(),
    }
    return canonical(content)


def _pending_bound(store_id: str, name: str, generation: int) -> bytes:
    return canonical(
        {
            "purpose": "pending",
            "store_id": store_id,
            "name": name_key(name),
            "generation": generation,
        }
    )


def _recovery_bound(store_id: str, entry: RecoveryEntry) -> bytes:
    return canonical(
        {
            "purpose": "recovery",
            "store_id": store_id,
            "salt": entry.salt.hex(),
            "issued": entry.issued,
        }
    )
