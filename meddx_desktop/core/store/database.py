"""The encrypted database: opening, pragmas, transactions, copies.

One connection, one lock: a transaction of one thread and a read of another never mix. The write
ahead log was chosen by measurement: a commit waits for one fsync instead of three or four (4 ms
against 13 to 20 ms on the machine it was measured on, more on a hard disk). Killing the process
at random moments lost no commit; only this mode was killed (``make torture``). Exclusive locking
keeps the log's index out of shared memory, so there is no third file and no second process.
"""

import hmac
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from meddx_desktop.core.crypto import Bytes, SecretBytes
from meddx_desktop.core.errors import StoreDamaged, StoreRefused
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.store.connection import PAGE, connect, connect_any, gone_on_failure, keyed
from meddx_desktop.core.store.disk import sync_folder, writing
from meddx_desktop.core.store.engine import sql
from meddx_desktop.core.store.failures import named
from meddx_desktop.core.store.migrations import migrate
from meddx_desktop.core.store.schema import STEPS, Step
from meddx_desktop.core.store.tags import read_tags, tag, write_tags

FILE = "cases.db"
CLOSING_PATIENCE_S = 2.0

Row = tuple[Any, ...]
Value = str | bytes | int | float | None
Values = Sequence[Value] | Mapping[str, Value]


class Database:
    """An open, decrypted, migrated database. Thread-safe.

    Parameters
    ----------
    path
        The file; its folder is made when missing.
    keys
        Raw keys of 32 bytes, the current one first. Older ones serve a store whose re-encryption
        was cut off.
    steps
        The schema, for tests.

    Raises
    ------
    StoreRefused
        ``store_key_wrong``, ``store_newer``, ``store_in_use``.
    StoreDamaged
        ``store_damaged``.
    CannotWrite
        The disk is full or the folder read-only.
    """

    committed: Callable[[], None] | None = None
    """Called after each transaction that is on the disk; must not fail."""
    _ended = False

    def __init__(
        self, path: Path, keys: Sequence[Bytes | SecretBytes], *, steps: tuple[Step, ...] = STEPS
    ) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._depth = 0
        with writing(path.parent):
            private_folder(path.parent)
        views = [key.view() if isinstance(key, SecretBytes) else key for key in keys]
        self._connection, self._key = connect_any(path, views)
        with ExitStack() as undo:
            undo.callback(self._connection.close)
            with named(path):
                migrate(self._connection, path, steps)
                self._mark()
            undo.pop_all()

    def _mark(self) -> None:
        """Write the tag once the tables are there: from now on an empty file is a loss."""
        if tag(self._key.view()) not in read_tags(self.path):
            self.checkpoint()
            write_tags(self.path, (self._key.view(),))

    @contextmanager
    def _using(self) -> Iterator[None]:
        """One use of the connection: its failures get names, and damage costs this use alone."""
        with self._lock:
            if self._ended:
                raise StoreRefused("store_locked")
            try:
                with named(self.path):
                    yield
            except StoreDamaged as error:
                # After one damaged page SQLCipher refuses all others, until it is opened anew.
                if error.code == "store_damaged" and self._depth == 0 and not self._ended:
                    with suppress(sql.DatabaseError):
                        self._connection.close()
                    self._connection = connect(self.path, self._key.view())
                raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what happens inside is on the disk at the end, or never was.

        A transaction inside another joins it.
        """
        with self._using():
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            with ExitStack() as undo:
                undo.callback(self._give_up)
                yield
                undo.pop_all()
            self._depth -= 1
            if self._depth == 0:
                self._commit()
                if self.committed is not None:
                    self.committed()

    def _give_up(self) -> None:
        self._depth -= 1
        self._roll_back()

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except sql.DatabaseError:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        # The outermost transaction rolls back; SQLite may have done so itself (disk full).
        if self._depth == 0 and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads of one state: no other thread writes in between."""
        with self._lock:
            yield

    def execute(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run one change; the number of rows it touched."""
        with self._using():
            return int(self._connection.execute(statement, values).rowcount)

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one change for each of `rows`."""
        with self._using():
            self._connection.executemany(statement, rows)

    def rows(self, query: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        with self._using():
            found: list[Row] = self._connection.execute(query, values).fetchall()
            return found

    def row(self, query: str, values: Values = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._using():
            found: Row | None = self._connection.execute(query, values).fetchone()
            return found

    def value(self, query: str, values: Values = ()) -> Any:  # noqa: ANN401 - a column of any type
        """The first column of the first row, or None."""
        found = self.row(query, values)
        return None if found is None else found[0]

    @property
    def version(self) -> int:
        """Version of the schema."""
        return int(self.value("PRAGMA user_version"))

    def integrity(self) -> list[str]:
        """What is wrong with the file: pages whose seal is broken, tables that do not add up."""
        with self._using():
            if seals := self._broken_seals():
                return seals
            words = [str(row[0]) for row in self.rows("PRAGMA integrity_check(20)")]
            broken = [f"reference {row[0]}" for row in self.rows("PRAGMA foreign_key_check")]
        return [word for word in words if word != "ok"] + broken

    def _broken_seals(self) -> list[str]:
        self.checkpoint()
        return [str(row[0]) for row in self.rows("PRAGMA cipher_integrity_check")]

    def checkpoint(self) -> None:
        """Bring the log into the database and empty it, so that what was erased is gone."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, path: Path, *, key: Bytes | None = None) -> None:
        """Write a consistent encrypted copy to the new file `path`, under `key` or the same key.

        Other threads wait meanwhile; a copy runs at the speed of the disk. Nothing is left of one
        that fails, as every one of a damaged database does (``store_damaged``).
        """
        with self._using(), named(path), gone_on_failure(path):
            # SQLCipher stops at a damaged page and says nothing; half a copy would then take the
            # place of a good one.
            if self._broken_seals():
                raise StoreDamaged("store_damaged")
            copy = keyed(path, key or self._key.view())
            try:
                copy.execute("PRAGMA synchronous = FULL")
                self._connection.backup(copy)
            finally:
                copy.close()
            if path.stat().st_size != PAGE * int(self.value("PRAGMA page_count")):
                raise StoreDamaged("store_damaged")

    def rekey(self, key: Bytes) -> None:
        """Encrypt everything anew; a cut leaves the old file or the new one, whole."""
        with self._lock, writing(self.path.parent):
            fresh = self.path.with_suffix(".rekeyed")
            fresh.unlink(missing_ok=True)
            # A log that stayed behind would be taken for one of the new file.
            self.checkpoint()
            self.copy_to(fresh, key=key)
            older = self._key
            write_tags(self.path, (key, older.view()))
            self._connection.close()
            try:
                with gone_on_failure(fresh):
                    fresh.replace(self.path)
                    sync_folder(self.path.parent)
            finally:
                self._connection, self._key = connect_any(self.path, (key, older.view()))
                older.close()
            write_tags(self.path, (self._key.view(),))

    def opened_with(self, key: Bytes) -> bool:
        """Whether `key` is the one in use."""
        return hmac.compare_digest(self._key.view(), key)

    @contextmanager
    def held(self, patience_s: float) -> Iterator[bool]:
        """As `reading`, but gives up after some seconds: whether the database was free."""
        free = self._lock.acquire(timeout=patience_s)
        try:
            yield free
        finally:
            if free:
                self._lock.release()

    def close(
        self,
        *,
        last: Callable[[], None] = lambda: None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Close; nothing waits to be written.

        Whoever is inside a call that hangs (a stick that does not answer) can't be waited for:
        the rest is refused from now on, and the database closes when that call comes back.

        Parameters
        ----------
        last
            Called before, if the database is free.
        then
            Called when it is closed.
        """
        with self.held(CLOSING_PATIENCE_S) as free:
            if free:
                try:
                    if not self._ended:
                        last()
                finally:
                    self._end(then)
                return
        self._ended = True
        self._key.close()
        threading.Thread(target=self._end, args=(then,), daemon=True, name="store-closing").start()

    def _end(self, then: Callable[[], None]) -> None:
        try:
            with self._lock, named(self.path):
                self._ended = True
                self._connection.close()
        finally:
            self._key.close()
            then()
