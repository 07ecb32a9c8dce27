"""Opening one connection to an encrypted database: its key, its pragmas, what a failure means."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from meddx_desktop.core.crypto import Bytes, SecretBytes
from meddx_desktop.core.errors import StoreDamaged, StoreRefused
from meddx_desktop.core.store.disk import unlink_quietly, writing
from meddx_desktop.core.store.engine import set_key, sql
from meddx_desktop.core.store.failures import named
from meddx_desktop.core.store.tags import read_tags, tag

PAGE = 4096
_CACHE_KIB = 32 * 1024
PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    # A commit returns when it is on the disk, not when the system promises to write it.
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    f"cache_size = -{_CACHE_KIB}",
)


def connect_any(path: Path, keys: Sequence[Bytes]) -> tuple[sql.Connection, SecretBytes]:
    """Open with the first key that fits, of which a copy is given back.

    Tells a wrong key from a damaged file.
    """
    tags = read_tags(path)
    fitting = [key for key in keys if tag(key) in tags]
    size = path.stat().st_size if path.exists() else 0
    # A store that was complete once and is empty now was cut; never begin a new one in its place.
    if size % PAGE == 0 and not (tags and size == 0):
        # Where no tag fits the tag file itself may be damaged: the database has the last word.
        for key in fitting or keys:
            with suppress(StoreDamaged):
                return connect(path, key), SecretBytes(key)
    if tags and not fitting:
        raise StoreRefused("store_key_wrong")
    # Without the tag file a wrong key can't be told from damage; damage is the safer word,
    # because it asks for a backup and not for another try of the passphrase.
    raise StoreDamaged("store_damaged")


def connect(path: Path, key: Bytes) -> sql.Connection:
    """Open the database at `path` as this program uses it, and read a page of it."""
    with named(path):
        connection = keyed(path, key)
        with ExitStack() as undo:
            undo.callback(_close, connection)
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            undo.pop_all()
        return connection


def _close(connection: sql.Connection) -> None:
    """Close what could not be used; that it fails again says nothing new."""
    with suppress(sql.DatabaseError):
        connection.close()


def keyed(path: Path, key: Bytes) -> sql.Connection:
    """A connection with its key, made where there is no file; nothing is read yet."""
    if len(key) != 32:
        raise ValueError("a raw key has 32 bytes")
    with writing(path.parent):
        # The log gets the permissions of the file it belongs to.
        path.touch(mode=0o600)
    connection = sql.connect(str(path), isolation_level=None, check_same_thread=False, timeout=0.5)
    # SQLCipher writes to the standard error otherwise, even for a key that is merely wrong.
    connection.execute("PRAGMA cipher_log_level = NONE")
    _set_key(connection, key)
    connection.execute("PRAGMA cipher_compatibility = 4")
    # ON wipes and locks every piece of memory that SQLite touches: a save took four times as long
    # (5.1 ms against 1.3). Keys are wiped by SQLCipher either way; swap is `meddx doctor`'s.
    connection.execute("PRAGMA cipher_memory_security = OFF")
    return connection


def _set_key(connection: sql.Connection, key: Bytes) -> None:
    """Hand over a raw key in memory that can be wiped; ``PRAGMA key`` would leave it in strings."""
    with SecretBytes(len(b"x''") + 2 * len(key)) as words:
        view = words.view()
        view[:2], view[-1:] = b"x'", b"'"
        for place, byte in enumerate(key):
            view[2 + 2 * place : 4 + 2 * place] = b"%02x" % byte
        set_key(connection, view)


@contextmanager
def gone_on_failure(path: Path) -> Iterator[None]:
    """Delete a copy that was not finished; half of one would fill the disk that was full."""
    with ExitStack() as undo:
        for left in (path, path.with_name(f"{path.name}-journal")):
            undo.callback(unlink_quietly, left)
        yield
        undo.pop_all()
