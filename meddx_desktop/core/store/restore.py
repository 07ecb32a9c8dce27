"""Restoring a backup beside what is there: first looked through, never over anything."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meddx_desktop.core.errors import StoreDamaged, StoreRefused
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.store import backup_manifest
from meddx_desktop.core.store.backup_manifest import Manifest
from meddx_desktop.core.store.copying import copy_proven, hashed
from meddx_desktop.core.store.database import FILE, Database
from meddx_desktop.core.store.disk import sync_folder, writing
from meddx_desktop.core.store.keys_file import FILE as KEYS_FILE
from meddx_desktop.core.store.lock import FILE as LOCK_FILE
from meddx_desktop.core.store.objects import Keys
from meddx_desktop.core.store.opened import database_keys

Progress = Callable[[int, int], None]
"""Told the parts done and all parts; raising there stops, and nothing is left."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a restore would bring. `damaged` names parts that are missing or not as written."""

    folder: Path
    at: datetime
    films: int
    size: int
    damaged: tuple[str, ...]


def look(
    folder: Path,
    keys: Keys,
    *,
    into: Path | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Plan:
    """Read all of a backup and write nothing: the dry run of `restore`.

    Parameters
    ----------
    folder
        The backup folder itself (`backup_manifest.backup_folder`).
    keys
        Unlocked from the key file in that folder.
    into
        Where it would go; refused here already when it is not empty.

    Raises
    ------
    StoreRefused
        ``backup_missing``, ``backup_foreign``, ``backup_newer``, ``restore_not_empty``,
        ``restore_inside``.
    StoreDamaged
        ``backup_damaged``: the manifest itself, or the database.
    """
    manifest = backup_manifest.read(folder, keys)
    if into is not None:
        check_place(into)
    parts = {**manifest.files, **manifest.objects}
    damaged = []
    for done, (name, part) in enumerate(parts.items()):
        progress(done, len(parts))
        if hashed(folder / name) != part:
            damaged.append(name)
    if manifest.database in damaged:
        raise StoreDamaged("backup_damaged", part=manifest.database)
    return Plan(folder, manifest.at, len(manifest.objects), manifest.size, tuple(damaged))


def restore(
    folder: Path,
    keys: Keys,
    into: Path,
    *,
    despite_damage: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> list[str]:
    """Make a store in the new or empty folder `into` from a backup.

    Parameters
    ----------
    despite_damage
        Leave out damaged films instead of refusing; they are `object_missing` then.

    Returns
    -------
    list of str
        The parts left out.

    Raises
    ------
    StoreRefused, StoreDamaged
        As `look`; ``backup_damaged`` also for any damaged part unless `despite_damage`.
    CannotWrite
        ``disk_full`` and the like; `into` is as it was.
    """
    manifest = backup_manifest.read(folder, keys)
    check_place(into)
    beside = into.with_name(f"{into.name}.restoring")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        with writing(into.parent):
            private_folder(beside)
            left_out = _copy_all(
                folder, manifest, beside, despite_damage=despite_damage, progress=progress
            )
            _prove(beside, keys, manifest)
            if into.exists():
                (into / LOCK_FILE).unlink(missing_ok=True)
                into.rmdir()
            beside.replace(into)
            sync_folder(into.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return left_out


def check_place(into: Path) -> None:
    """Return if a store may be made in `into`.

    A lock file alone is left by a sign-in window that found no store. What lies inside a backup
    or a store goes with it.

    Raises
    ------
    StoreRefused
        ``restore_not_empty``, ``restore_inside``.
    """
    if any(holds_records(parent) for parent in into.resolve().parents):
        raise StoreRefused("restore_inside", folder=str(into))
    if not into.exists():
        return
    if not into.is_dir() or any(path.name != LOCK_FILE for path in into.iterdir()):
        raise StoreRefused("restore_not_empty", folder=str(into))


def holds_records(folder: Path) -> bool:
    """Whether `folder` is a backup or a store, whole or not."""
    if (folder / backup_manifest.FILE).is_file():
        return (folder / KEYS_FILE).is_file() or backup_manifest.is_backup(folder.name)
    return (folder / KEYS_FILE).is_file() and any(
        (folder / name).exists() for name in (FILE, LOCK_FILE)
    )


def _copy_all(
    folder: Path, manifest: Manifest, beside: Path, *, despite_damage: bool, progress: Progress
) -> list[str]:
    left_out = []
    parts = {**manifest.files, **manifest.objects}
    for done, (name, part) in enumerate(parts.items()):
        progress(done, len(parts))
        source, target = folder / name, beside / _home(name, manifest)
        _check_inside(source, folder)
        _check_inside(target, beside)
        if source.is_file() and copy_proven(source, target) == part:
            continue
        target.unlink(missing_ok=True)
        if not despite_damage or name in manifest.files:
            raise StoreDamaged("backup_damaged", part=name)
        left_out.append(name)
    return left_out


def _check_inside(path: Path, folder: Path) -> None:
    """Names were looked at before; this finds links that lead elsewhere."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise StoreDamaged("backup_damaged", part=path.name)


def _home(name: str, manifest: Manifest) -> str:
    """Where a part of a backup lies in a store."""
    if name in manifest.objects:
        return name.rpartition(".")[0]
    return {manifest.database: FILE, manifest.keys: KEYS_FILE}.get(name, name)


def _prove(beside: Path, keys: Keys, manifest: Manifest) -> None:
    """Open what was restored once before it takes its place."""
    database = Database(beside / FILE, database_keys(keys))
    try:
        if database.integrity():
            raise StoreDamaged("backup_damaged", part=manifest.database)
    finally:
        database.close()
