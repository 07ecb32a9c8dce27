"""The key file ``keys.json``: its fields, reading it with suspicion, writing it in one step.

Nothing here is secret in the clear. Whoever copies the file can guess passphrases at the price of
Argon2id; whoever changes it is found by the wrapped entries' associated data or by `mac`.
"""

import base64
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from meddx_desktop.core.crypto import (
    KEY_BYTES,
    PUBLIC_BYTES,
    SALT_BYTES,
    Argon2Parameters,
    Bytes,
    derive,
    keyed_hash,
    same,
)
from meddx_desktop.core.domain.people import Role, User, name_key, same_name, tidy_name
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged, StoreRefused
from meddx_desktop.core.safe_files import write_replacing
from meddx_desktop.core.store.disk import sync_folder, writing
from meddx_desktop.core.store.json_members import Json, Members, no_twins

FILE = "keys.json"
FORMAT = 1
VERIFIER_BYTES = 16
_LARGEST_FILE = 4_000_000
_MAC_PURPOSE = "keys file"

Around = Callable[[bytes, bytes], AbstractContextManager[None]]
"""Stands around the writing of a new file, told the seal (`mac`) before it and the new one."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A newer master for somebody who has not signed in since; see `keys_entries.pending`."""

    generation: int
    box: bytes


@dataclass(frozen=True, slots=True)
class UserEntry:
    """One user: how the passphrase is stretched and what the result opens."""

    name: str
    role: Role
    created: str
    salt: bytes
    parameters: Argon2Parameters
    verifier: bytes
    public: bytes
    wrapped: bytes
    """Private key and masters; empty for a disabled user, whose passphrase then opens nothing."""
    pending: tuple[Pending, ...] = ()

    @property
    def disabled(self) -> bool:
        """Whether this user's keys were taken away."""
        return not self.wrapped

    def user(self) -> User:
        """As the domain knows the user."""
        return User(self.name, self.role, datetime.fromisoformat(self.created), self.disabled)


@dataclass(frozen=True, slots=True)
class RecoveryEntry:
    """What the recovery key opens; `used` is when it was last used, empty if never."""

    salt: bytes
    wrapped: bytes
    issued: str
    used: str = ""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole file. `generations` has two members while a rotation runs."""

    store_id: str
    current: int
    generations: tuple[int, ...]
    audit_key: bytes
    outbox_public: bytes
    recovery: RecoveryEntry
    users: tuple[UserEntry, ...]
    mac: bytes = b""

    def entry(self, name: str) -> UserEntry | None:
        """The user of that name, in any spelling of it."""
        return next((entry for entry in self.users if same_name(entry.name, name)), None)

    def with_entry(self, changed: UserEntry) -> "KeyFile":
        """A copy in which `changed` stands for the user of that name, or is added."""
        if self.entry(changed.name) is None:
            return replace(self, users=(*self.users, changed))
        users = tuple(changed if same_name(e.name, changed.name) else e for e in self.users)
        return replace(self, users=users)

    def without(self, name: str) -> "KeyFile":
        """A copy without that user."""
        return replace(self, users=tuple(e for e in self.users if not same_name(e.name, name)))

    def authentic(self, master: Bytes) -> bool:
        """Whether `mac` was made with this master over exactly these fields."""
        return same(self.mac, _mac(self, master))


def now_text() -> str:
    """The present, as the file keeps times."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def canonical(content: Json) -> bytes:
    """One spelling for one content: what is authenticated."""
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def unannounced(_before: bytes, _coming: bytes) -> AbstractContextManager[None]:
    """The `Around` of a store that has no records yet."""
    return nullcontext()


def save(folder: Path, file: KeyFile, master: Bytes, around: Around = unannounced) -> KeyFile:
    """Authenticate `file` with the current master and put it in place of the old one.

    Parameters
    ----------
    file
        The changed file, still with the `mac` of the one that it takes the place of.
    around
        Keeps track of which file is the newest, so that an older one put back is found.

    Raises
    ------
    CannotWrite
        The old file is untouched.
    """
    signed = replace(file, mac=_mac(file, master))
    with around(file.mac, signed.mac), writing(folder):
        write_replacing(folder / FILE, json.dumps(_fields(signed), indent=1).encode())
        # A rotation re-encrypts right after this; the name must not go back to the old file.
        sync_folder(folder)
    return signed


def load(folder: Path) -> KeyFile:
    """Read the file of a store; nothing in it is proven until a master checked `authentic`.

    Raises
    ------
    StoreDamaged
        ``keys_damaged``: cut, not JSON, a field missing, unknown or impossible.
    StoreRefused
        ``keys_missing``, ``keys_unreadable``, ``keys_newer``.
    """
    try:
        with (folder / FILE).open("rb") as source:
            raw = source.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise StoreRefused("keys_missing") from error
    except OSError as error:
        raise StoreRefused("keys_unreadable") from error
    try:
        content = json.loads(raw, object_pairs_hook=no_twins)
        return _parse(content)
    except (ValueError, TypeError, KeyError, RecursionError, InvalidEntry) as error:
        raise StoreDamaged("keys_damaged") from error


def _mac(file: KeyFile, master: Bytes) -> bytes:
    content = _fields(replace(file, mac=b""))
    return keyed_hash(derive(master, _MAC_PURPOSE), canonical(content))


def _fields(file: KeyFile) -> Json:
    return {"format": FORMAT, **_texts(asdict(file))}


def _texts(content: Json) -> Json:
    """Bytes become base 64, tuples lists; everything else is JSON as it stands."""
    return {key: _text(value) for key, value in content.items()}


def _text(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, tuple):
        return [_text(member) for member in value]
    return _texts(value) if isinstance(value, dict) else value


def _parse(content: object) -> KeyFile:
    fields = Members(content)
    version = fields.number("format", least=1)
    if version > FORMAT:
        raise StoreRefused("keys_newer")
    file = KeyFile(
        store_id=fields.text("store_id"),
        current=fields.number("current", least=1),
        generations=tuple(_generations(fields.members("generations"))),
        audit_key=fields.data("audit_key"),
        outbox_public=fields.data("outbox_public", size=PUBLIC_BYTES),
        recovery=_recovery(Members(fields.take("recovery"))),
        users=tuple(_user(Members(member)) for member in fields.members("users")),
        mac=fields.data("mac", size=KEY_BYTES),
    )
    fields.done()
    names = {name_key(entry.name) for entry in file.users}
    if not file.users or len(names) != len(file.users) or file.current not in file.generations:
        raise ValueError("users or generations can't be")
    return file


def _generations(members: list[object]) -> list[int]:
    numbers = [member for member in members if type(member) is int and 0 < member < 1 << 31]
    if len(numbers) != len(members) or sorted(set(numbers)) != numbers:
        raise ValueError("generations can't be")
    return numbers


def _user(fields: Members) -> UserEntry:
    cost = Members(fields.take("parameters"))
    entry = UserEntry(
        name=fields.text("name"),
        role=Role(fields.text("role")),
        created=fields.text("created"),
        salt=fields.data("salt", size=SALT_BYTES),
        parameters=Argon2Parameters(
            cost.number("memory_kib"), cost.number("iterations"), cost.number("lanes")
        ),
        verifier=fields.data("verifier", size=VERIFIER_BYTES),
        public=fields.data("public", size=PUBLIC_BYTES),
        wrapped=fields.data("wrapped"),
        pending=tuple(_pending(Members(member)) for member in fields.members("pending")),
    )
    cost.done()
    fields.done()
    if tidy_name(entry.name) != entry.name or entry.user().created.tzinfo is None:
        raise ValueError("a user can't be")
    return entry


def _pending(fields: Members) -> Pending:
    pending = Pending(fields.number("generation", least=1), fields.data("box"))
    fields.done()
    return pending


def _recovery(fields: Members) -> RecoveryEntry:
    entry = RecoveryEntry(
        salt=fields.data("salt", size=SALT_BYTES),
        wrapped=fields.data("wrapped"),
        issued=fields.text("issued"),
        used=fields.text("used"),
    )
    fields.done()
    return entry
