"""Bringing a database to the version of this program, one step at a time, each with a copy."""

from contextlib import ExitStack
from pathlib import Path

from meddx_desktop.core.errors import StoreRefused
from meddx_desktop.core.store import codec, words
from meddx_desktop.core.store.disk import sync_file, sync_folder, writing
from meddx_desktop.core.store.engine import sql
from meddx_desktop.core.store.schema import Step


def migrate(connection: sql.Connection, path: Path, steps: tuple[Step, ...]) -> None:
    """Run the steps that `connection` has not seen; a cut between or inside them harms nothing.

    Before each step on a database with content the encrypted file is copied to
    ``<name>.before-<version>``, so that an older program can go on with it.

    Raises
    ------
    StoreRefused
        ``store_newer``: made by a later program; nothing was changed.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        raise StoreRefused("store_newer", version=version, known=len(steps))
    connection.create_function("folded_name", 2, _folded_name)
    for number in range(version, len(steps)):
        if version:  # a new database has nothing to go back to
            _copy(connection, path, number + 1)
        _run(connection, steps[number], number + 1)


def _folded_name(path: bytes, member: bytes | None) -> str:
    """What finds a film by its file, for steps that fill a column."""
    return words.file_name(
        Path(codec.path_text(path)), None if member is None else codec.path_text(member)
    )


def copy_name(path: Path, version: int) -> Path:
    """Where the copy from before step `version` lies."""
    return path.with_name(f"{path.name}.before-{version}")


def _copy(connection: sql.Connection, path: Path, version: int) -> None:
    target = copy_name(path, version)
    partial = target.with_name(f"{target.name}.part")
    with writing(path.parent):
        partial.unlink(missing_ok=True)
        with ExitStack() as undo:
            undo.callback(partial.unlink, missing_ok=True)
            # Keeps the key and the encryption of the database it is run on, but syncs nothing.
            connection.execute("VACUUM INTO ?", (str(partial),))
            partial.chmod(0o600)
            sync_file(partial)
            partial.replace(target)
            undo.pop_all()
        sync_folder(path.parent)


def _run(connection: sql.Connection, step: Step, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    with ExitStack() as undo:
        undo.callback(_roll_back, connection)
        for statement in step:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
        undo.pop_all()


def _roll_back(connection: sql.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
