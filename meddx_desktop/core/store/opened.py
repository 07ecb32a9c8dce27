"""An opened store: the lock, the database, the objects and what works on them, built once."""

import json
import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from meddx_desktop.core.crypto import SecretBytes, taken_over
from meddx_desktop.core.errors import MedDxError, StoreDamaged, StoreRefused
from meddx_desktop.core.store import mark, unused
from meddx_desktop.core.store.audit_table import DatabaseAudit
from meddx_desktop.core.store.case_store import DatabaseCases
from meddx_desktop.core.store.database import FILE, Database
from meddx_desktop.core.store.disk import writing
from meddx_desktop.core.store.drafts import Drafts
from meddx_desktop.core.store.kept import Kept
from meddx_desktop.core.store.leftovers import drop_copies, drop_halves
from meddx_desktop.core.store.lock import StoreLock
from meddx_desktop.core.store.mark import Mark
from meddx_desktop.core.store.note_vectors import NoteVectors
from meddx_desktop.core.store.objects import FOLDER, Keys, Objects
from meddx_desktop.core.store.patients import Erased, Patients
from meddx_desktop.core.store.queue import Queue
from meddx_desktop.core.store.removed import delete_removed
from meddx_desktop.core.store.search import Worklist
from meddx_desktop.core.store.tags import tag_file

WORK_PREFIX = "handover-"
"""Working folders of a handover that a crash leaves behind are removed at the next start."""

BUSY_PATIENCE_S = 5.0
_ERASING = "erasing"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that lies in one store folder, unlocked."""

    folder: Path
    keys: Keys
    lock: StoreLock
    database: Database
    cases: DatabaseCases
    worklist: Worklist
    patients: Patients
    objects: Objects
    queue: Queue
    drafts: Drafts
    kept: Kept
    note_vectors: NoteVectors
    audit: DatabaseAudit
    mark: Mark
    behind: int | None = None
    """How many entries of the audit trail the database lacks that it once had: an older copy was
    put in its place. None where it is as it was left. The sign-in tells of it."""
    _busy: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """One at a time: backing up, erasing, encrypting anew. Not from inside a transaction.

        Raises
        ------
        StoreRefused
            ``store_busy``: another of them goes on.
        """
        if not self._busy.acquire(timeout=BUSY_PATIENCE_S):
            raise StoreRefused("store_busy")
        try:
            yield
        finally:
            self._busy.release()

    def used_objects(self) -> frozenset[str]:
        """Names of the objects that a film or the queue points to."""
        found = self.database.rows(
            "SELECT object_id FROM film_objects UNION SELECT object_id FROM queue"
        )
        return frozenset(name for (name,) in found)

    def check(self) -> tuple[list[str], list[str]]:
        """What is damaged: words on the database, names of objects missing or changed."""
        words = self.database.integrity()
        try:
            names = self.used_objects()
        except StoreDamaged:  # the words say so; every object that lies here is read instead
            names = frozenset(self.objects.names())
        return words, [name for name in sorted(names) if not self.objects.is_whole(name)]

    def erase_patient(
        self, token: str, told: Callable[[Erased], None] = lambda _erased: None
    ) -> Erased:
        """Delete a person: rows, stored films with their keys, copies from before an update.

        A cut in the middle is gone on with at the next start. Backups made earlier still hold the
        person.

        Parameters
        ----------
        told
            Called in the transaction that deletes the rows, for the audit trail.

        Raises
        ------
        StoreRefused
            ``store_busy``; nothing was deleted.
        """
        with self.undisturbed():
            with self.database.transaction():
                erased = self.patients.erase(token)
                self._note_erasing(erased.object_ids)
                told(erased)
            self.finish_erasing()
        return erased

    def erase_removed(
        self, case_ids: Sequence[str], told: Callable[[], None] = lambda: None
    ) -> None:
        """Delete cases that were taken off the list, as `erase_patient` deletes a person."""
        with self.undisturbed():
            with self.database.transaction():
                self._note_erasing(delete_removed(self.database, case_ids))
                told()
            self.finish_erasing()

    def _note_erasing(self, names: Sequence[str]) -> None:
        before = json.loads(self.kept.get(_ERASING) or "[]")
        self.kept.set(_ERASING, json.dumps(sorted({*before, *names})))

    def finish_erasing(self) -> None:
        """Destroy the films of rows that were erased, and every older copy of the rows."""
        kept = self.kept.get(_ERASING)
        if kept is None:
            return
        # Otherwise the old pages stay in the log until it is next overwritten.
        self.database.checkpoint()
        drop_copies(self.folder)
        for name in json.loads(kept):
            # Whoever files the same film meanwhile writes the row before this or puts it anew.
            with self.database.reading():
                if not self.is_used(name):
                    self.objects.erase(name)
        self.kept.forget(_ERASING)

    def is_used(self, name: str) -> bool:
        """Whether a film or the queue points to an object."""
        found = self.database.value(
            "SELECT EXISTS (SELECT 1 FROM film_objects WHERE object_id = ?1)"
            " OR EXISTS (SELECT 1 FROM queue WHERE object_id = ?1)",
            (name,),
        )
        return bool(found)

    def close(self) -> None:
        """Close the database and let other processes in, at once or when a hung user is out."""
        self.database.close(last=self.mark.write, then=self.lock.release)


def open_store(folder: Path, keys: Keys, *, lock: StoreLock | None = None) -> Store:
    """Open or make the store in `folder`.

    Parameters
    ----------
    folder
        Where it lies.
    keys
        Unlocked keys.
    lock
        The store's lock, when the caller took it before it read the key file.

    Raises
    ------
    StoreRefused, StoreDamaged, CannotWrite
        As `Database` and `StoreLock`.
    """
    started = time.time()
    held = lock or StoreLock(folder)
    with ExitStack() as undo:
        undo.callback(held.release)
        _not_lost(folder)
        database = Database(folder / FILE, database_keys(keys))
        undo.callback(database.close)
        audit = DatabaseAudit(database)
        noted = Mark(folder, keys, audit)
        try:
            behind = noted.behind()
        except (
            StoreDamaged
        ):  # a damaged page; the trail is looked through by the check of the store
            behind = None
        database.committed = noted.committed
        store = Store(
            folder=folder,
            keys=keys,
            lock=held,
            database=database,
            cases=DatabaseCases(database),
            worklist=Worklist(database),
            patients=Patients(database),
            objects=Objects(folder / FOLDER, keys),
            queue=Queue(database),
            drafts=Drafts(database),
            kept=Kept(database),
            note_vectors=NoteVectors(database),
            audit=audit,
            mark=noted,
            behind=behind,
        )
        undo.pop_all()
        undo.callback(store.close)
        try:
            _tidy(store, started)
        except MedDxError as error:
            # A damaged page or a folder that can't be written costs the tidying, not the start.
            log.warning("the store was not tidied", extra={"code": error.code})
        undo.pop_all()
    return store


def database_keys(keys: Keys) -> list[SecretBytes]:
    """The database key of this generation and, for a cut re-encryption, of the one before."""
    return [taken_over(keys.derive("database", number)) for number in keys.generations]


def _not_lost(folder: Path) -> None:
    """Return unless there was a database here; a new one in its place would hide the loss.

    Raises
    ------
    StoreDamaged
        ``store_damaged``.
    """
    database = folder / FILE
    if database.exists() and database.stat().st_size > 0:
        return
    signs = (tag_file(database), folder / mark.FILE)
    films = (folder / FOLDER).glob("*/*")
    copies = folder.glob(f"{FILE}.before-*")
    if any(path.exists() for path in signs) or any(films) or any(copies):
        raise StoreDamaged("store_damaged")


def _tidy(store: Store, started: float) -> None:
    for left in store.folder.glob(f"{WORK_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    drop_halves(store.folder)
    with writing(store.folder):
        back = unused.bring_back(store.objects, store.is_used)
        if back:
            log.warning("objects that were set aside are used again", extra={"count": back})
        if store.behind is not None:
            log.warning("the database is older than the store", extra={"count": store.behind})
            return  # nothing goes by the word of a database that was set back
        store.finish_erasing()
        drop_copies(store.folder, before=started)
        moved = unused.set_aside(store.objects, store.used_objects(), before=started)
        newest = store.audit.last()
        gone = unused.empty(store.objects, store.kept, newest_entry=newest.seq if newest else 0)
    if moved or gone:
        log.info(
            "objects that nothing points to were set aside", extra={"count": moved, "gone": gone}
        )
