"""Chosen cases as one file for another site: encrypted to a passphrase, signed by the sender.

Inside is a small store of its own, so that a bundle has no format that the store has not, packed
into an archive without compression. The passphrase travels another way than the file.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import Argon2Parameters, SecretBytes
from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.errors import InvalidEntry, StoreDamaged, StoreRefused
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.store.disk import writing
from meddx_desktop.core.store.handover_file import (
    MALFORMED,
    Head,
    check_kinds,
    fingerprint,
    pack,
    read_head,
    unpack,
)
from meddx_desktop.core.store.handover_names import marked
from meddx_desktop.core.store.opened import WORK_PREFIX, Store, open_store
from meddx_desktop.core.store.passwords import check_passphrase
from meddx_desktop.core.store.patients import Suggestion

Progress = Callable[[int, int], None]
_TAKEN = "taken_over:"
_MARK_LENGTH = 9
"""So much of a sender's fingerprint stands behind the names of its readers."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One imported case, under its id here, and persons it may already be known as."""

    case_id: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class _BundleKeys:
    """Keys of a bundle: all from its passphrase."""

    stretched: SecretBytes
    store_id: str
    current: int = 1
    generations: tuple[int, ...] = (1,)

    def derive(self, purpose: str, generation: int | None = None) -> bytes:
        """The key for one purpose."""
        if generation not in (None, 1):
            raise KeyError(generation)
        return crypto.derive(self.stretched.view(), f"handover {purpose}")


def hand_over(
    store: Store,
    case_ids: Sequence[str],
    target: Path,
    *,
    passphrase: str,
    parameters: Argon2Parameters | None = None,
    progress: Progress = lambda _done, _all: None,
) -> str:
    """Write the bundle `target`; returns the sender's fingerprint, to be told by telephone.

    Raises
    ------
    InvalidEntry
        ``case_gone``, or a passphrase that is not taken.
    CannotWrite
        ``disk_full`` and the like; no bundle is left.
    """
    check_passphrase(passphrase, "")
    cost, salt = parameters or crypto.tune(), crypto.random_bytes(crypto.SALT_BYTES)
    signing = store.keys.derive("handover signing")
    public = crypto.signing_public(signing)
    head = Head(secrets.token_hex(8), salt, cost, public, {})
    with _beside(store.folder) as folder, crypto.stretch(passphrase, salt, cost) as stretched:
        keys = _BundleKeys(stretched, head.bundle_id)
        _fill(store, case_ids, folder, keys=keys, progress=progress)
        pack(folder, target, head, signing)
    return fingerprint(public)


def sender(bundle: Path) -> str:
    """The fingerprint of who signed a bundle whose signature holds.

    Raises
    ------
    StoreDamaged, StoreRefused
        ``handover_damaged``, ``handover_newer``.
    """
    return read_head(bundle).fingerprint


def take_over(
    store: Store,
    bundle: Path,
    passphrase: str,
    *,
    again: bool = False,
    arrived: Callable[[str, str], None] = lambda _case_id, _sender: None,
    progress: Progress = lambda _done, _all: None,
) -> list[Arrived]:
    """Import a bundle, all of it or nothing; no case is merged with one that is here.

    Names of readers get the sender's mark, so that nobody here is taken for one of them.

    Parameters
    ----------
    again
        Somebody wants this bundle although it was imported before.
    arrived
        Called with the id of each case and the sender's fingerprint, in the transaction that
        brings them in.
    progress
        Told the cases done and all cases; raising there stops, and nothing was imported.

    Raises
    ------
    StoreDamaged, StoreRefused
        ``handover_damaged`` (or the passphrase is wrong), ``handover_newer``;
        ``handover_known`` since a day.
    """
    _refuse_known(store, read_head(bundle, thorough=False), again=again)
    with _beside(store.folder) as folder:
        head = unpack(bundle, folder)
        _refuse_known(store, head, again=again)
        with crypto.stretch(passphrase, head.salt, head.cost) as stretched:
            keys = _BundleKeys(stretched, head.bundle_id)
            # No film is erased between its arrival and the row that points to it.
            with _opened(folder, keys) as source, store.undisturbed():
                found = _read(store, source)
                case_ids = _import(
                    store, source, found, head=head, arrived=arrived, progress=progress
                )
    return [Arrived(one, tuple(store.patients.suggestions(one))) for one in case_ids]


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A working folder inside the store's, gone afterwards; all in it is encrypted."""
    work = folder / f"{WORK_PREFIX}{secrets.token_hex(4)}"
    try:
        with writing(folder):
            yield private_folder(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _fill(
    store: Store, case_ids: Sequence[str], folder: Path, *, keys: _BundleKeys, progress: Progress
) -> None:
    bundle = open_store(folder, keys)
    try:
        for done, case_id in enumerate(case_ids):
            progress(done, len(case_ids))
            films = _copy_films(store, bundle, case_id)
            _copy_rows(store, bundle, case_id, new_id=case_id, films=films)
    finally:
        bundle.close()


def _copy_films(source: Store, target: Store, case_id: str) -> dict[str, str]:
    """Bring the stored films of a case over; film UID -> name of the object there."""
    case = source.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    uids = {film.instance.sop_instance_uid for film in case.films}
    objects = {uid: name for uid in uids if (name := source.cases.object_of(case_id, uid))}
    return {uid: target.objects.put(source.objects.get(name)) for uid, name in objects.items()}


def _copy_rows(
    source: Store, target: Store, case_id: str, *, new_id: str, films: dict[str, str]
) -> None:
    case = source.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    _write(target, replace(case, case_id=new_id), films)


def _write(target: Store, case: Case, films: dict[str, str]) -> None:
    with target.database.transaction():
        target.cases.save(case)
        for uid, name in films.items():
            target.cases.attach(case.case_id, uid, name)


def _refuse_known(store: Store, head: Head, *, again: bool) -> None:
    day = store.kept.get(_TAKEN + head.bundle_id)
    if day is not None and not again:
        raise StoreRefused("handover_known", day=day)


@contextmanager
def _opened(folder: Path, keys: _BundleKeys) -> Iterator[Store]:
    """The small store of a bundle; one that does not open has one name."""
    try:
        bundle = open_store(folder, keys)
    except (StoreDamaged, StoreRefused) as error:
        if error.code == "store_newer":
            raise StoreRefused("handover_newer") from error
        raise StoreDamaged("handover_damaged") from error
    try:
        yield bundle
    finally:
        bundle.close()


@contextmanager
def _content() -> Iterator[None]:
    """Reading what somebody else wrote: whatever is wrong with it has one name."""
    try:
        yield
    except (*MALFORMED, StoreDamaged, InvalidEntry) as error:
        raise StoreDamaged("handover_damaged") from error


def _read(store: Store, bundle: Store) -> list[Case]:
    """All cases of a bundle, looked through before the first is kept; a row too few is damage."""
    with _content():
        check_kinds(store.database, bundle.database)
        cases = list(bundle.cases.all())
        rows = bundle.database.value("SELECT count(*) FROM cases")
        if not cases or len(cases) != rows:
            raise ValueError("cases without what belongs to them")
    return cases


def _import(
    store: Store,
    bundle: Store,
    cases: Sequence[Case],
    *,
    head: Head,
    arrived: Callable[[str, str], None],
    progress: Progress,
) -> list[str]:
    mark = head.fingerprint[:_MARK_LENGTH]
    # Films first: nobody waits for the database while they are written.
    films = {}
    for done, case in enumerate(cases):
        progress(done, len(cases))
        with _content():
            films[case.case_id] = _copy_films(bundle, store, case.case_id)
    new_ids = []
    with store.database.transaction():
        store.kept.set(_TAKEN + head.bundle_id, datetime.now(UTC).astimezone().date().isoformat())
        for case in cases:
            new_id = secrets.token_hex(8)
            with _content():
                _write(store, replace(marked(case, mark), case_id=new_id), films[case.case_id])
                store.cases.load(new_id)  # a value of a wrong kind shows when it is read again
            arrived(new_id, head.fingerprint)
            new_ids.append(new_id)
    return new_ids
