"""Stored films: each its own encrypted file whose name says nothing.

The name is a keyed hash of the content, so equal films are kept once and nobody without the key
can tell whether a known film is here. Each file has a random key of its own, wrapped under the
store's key and bound to the name: a file in another's place, a cut file or one flipped bit is
found at reading. Layout: ``MDXO`` | version (1) | zero (1) | generation of the store's key (2) |
wrapped key (60) | the sealed stream of `core.crypto`.
"""

import os
import re
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from io import BufferedWriter, BytesIO, FileIO
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import Bytes, SecretBytes
from meddx_desktop.core.errors import StoreDamaged
from meddx_desktop.core.paths import private_folder
from meddx_desktop.core.store.disk import sync_folder, writing

FOLDER = "objects"
_START = b"MDXO\1\0"
_WRAPPED = 60
HEADER_BYTES = len(_START) + 2 + _WRAPPED
PART = ".part-"
_NAME = re.compile(r"[0-9a-f]{64}")
_EARLY_BYTES = 4 << 20


class Keys(Protocol):
    """What the store needs of unlocked keys."""

    @property
    def store_id(self) -> str:
        """Random name of the store that the keys belong to."""

    @property
    def current(self) -> int:
        """Generation of the master key in use."""

    @property
    def generations(self) -> tuple[int, ...]:
        """The current generation first, then one that a rotation has not finished with."""

    def derive(self, purpose: str, generation: int | None = None) -> bytes:
        """The key of 32 bytes for one purpose, of the current or an older generation."""


class Objects:
    """The encrypted files below `folder`. Thread-safe: no two calls share a file half written."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.folder = folder
        self._keys = keys

    def put(self, content: Bytes) -> str:
        """Keep `content` and return its name; it is on the disk for good when this returns.

        Raises
        ------
        CannotWrite
            ``disk_full`` and the like; nothing is left of the attempt.
        """
        name = crypto.keyed_hash(self._keys.derive("object-names"), content).hex()
        # A damaged file is written anew: adding the film again is how a user repairs it.
        if self.path(name).exists() and self.is_whole(name):
            return name
        key = crypto.random_bytes(crypto.KEY_BYTES)

        def sealed(file: BinaryIO) -> None:
            file.write(self._header(name, key))
            crypto.seal_stream(key, BytesIO(content), file, name.encode())

        with writing(self.folder):
            self._write(self.path(name), sealed)
        return name

    def get(self, name: str) -> Bytes:
        """The content of an object.

        Raises
        ------
        StoreDamaged
            ``object_missing``, ``object_damaged``: cut, changed, or another object's file.
        """
        blob = memoryview(_read(self.path(name), name))
        try:
            return crypto.open_object(
                self._unwrap(name, bytes(blob[:HEADER_BYTES])), blob[HEADER_BYTES:], name.encode()
            )
        except StoreDamaged as error:
            raise StoreDamaged("object_damaged", object=name[:8]) from error

    def key_of(self, name: str) -> SecretBytes:
        """The key of one object alone, for `open_file` after the store was locked.

        Raises
        ------
        StoreDamaged
            As `get`.
        """
        header = _read(self.path(name), name, HEADER_BYTES)
        try:
            return SecretBytes(self._unwrap(name, header))
        except StoreDamaged as error:
            raise StoreDamaged("object_damaged", object=name[:8]) from error

    def is_whole(self, name: str) -> bool:
        """Whether an object is there and as it was written."""
        try:
            self.get(name)
        except StoreDamaged:
            return False
        return True

    def path(self, name: str) -> Path:
        """Where the file of an object lies."""
        return path_of(self.folder, name)

    def names(self) -> Iterator[str]:
        """Names of all objects that are there."""
        for path in self.folder.glob("??/*"):
            name = path.parent.name + path.name
            if is_name(name):
                yield name

    def erase(self, name: str) -> None:
        """Delete an object for good, also where it was set aside (`store.unused`)."""
        with writing(self.folder):
            for path in (self.path(name), *self.folder.glob(f".*/{name}")):
                destroy(path)

    def keep(self, name: str, content: Bytes) -> None:
        """Put an object again that was erased since it was put.

        Call it in the transaction that writes the row: nothing is erased meanwhile.
        """
        if not self.path(name).exists():
            self.put(content)

    def rewrap(self, name: str, path: Path | None = None) -> bool:
        """Wrap an object's key under the current generation; False where that was done before.

        Parameters
        ----------
        path
            Where it lies, if not in its place.

        Raises
        ------
        StoreDamaged
            As `get`; the old file is kept.
        """
        path = path or self.path(name)
        blob = memoryview(_read(path, name))
        header = bytes(blob[:HEADER_BYTES])
        if _generation(header) == self._keys.current:
            return False
        try:
            key = self._unwrap(name, header)
        except StoreDamaged as error:
            raise StoreDamaged("object_damaged", object=name[:8]) from error

        def wrapped(file: BinaryIO) -> None:
            file.write(self._header(name, key))
            file.write(blob[HEADER_BYTES:])

        with writing(self.folder):
            self._write(path, wrapped)
        return True

    def _header(self, name: str, key: bytes) -> bytes:
        generation = self._keys.current
        wrapped = crypto.seal(self._keys.derive("objects"), key, name.encode())
        return _START + generation.to_bytes(2, "big") + wrapped

    def _unwrap(self, name: str, header: bytes) -> bytes:
        if len(header) != HEADER_BYTES or not header.startswith(_START):
            raise StoreDamaged("ciphertext_damaged")
        try:
            wrapping = self._keys.derive("objects", _generation(header))
        except (KeyError, ValueError) as error:  # a generation that never was: a changed byte
            raise StoreDamaged("ciphertext_damaged") from error
        return crypto.open_sealed(wrapping, header[-_WRAPPED:], name.encode())

    def _write(self, target: Path, fill: Callable[[BinaryIO], None]) -> None:
        if not target.parent.exists():
            self._make_folders()
        part = target.with_name(f"{PART}{secrets.token_hex(8)}")
        with ExitStack() as undo:
            undo.callback(part.unlink, missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with BufferedWriter(_Early(descriptor, "wb")) as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
            undo.pop_all()
        sync_folder(target.parent)

    def _make_folders(self) -> None:
        """All at once: one wait for the disk, not one with each of the first films."""
        for number in range(256):
            private_folder(self.folder / f"{number:02x}")
        sync_folder(self.folder)
        sync_folder(self.folder.parent)


class _Early(FileIO):
    """A file whose bytes set out for the disk while the next ones are being sealed."""

    _sent = 0

    def write(self, piece: Any, /) -> int:  # noqa: ANN401 - any buffer, as the parent
        """Write, and every few megabytes ask the system to begin."""
        size = super().write(piece)
        if sys.platform == "linux" and self.tell() - self._sent >= _EARLY_BYTES:
            start, self._sent = self._sent, self.tell()
            with suppress(OSError):  # advice that a file system may not take
                os.posix_fadvise(self.fileno(), start, self._sent - start, os.POSIX_FADV_DONTNEED)
        return size


def path_of(folder: Path, name: str) -> Path:
    """Where the file of an object lies below the folder of objects."""
    return folder / name[:2] / name[2:]


def is_name(text: str) -> bool:
    """Whether `text` can be the name of an object."""
    return _NAME.fullmatch(text) is not None


def destroy(path: Path) -> None:
    """Delete the file of an object, its key first, so that no copy of the rest helps.

    (A flash disk may keep the old sector; the wrapped key in it opens only with the store's.)
    """
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(crypto.random_bytes(HEADER_BYTES))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def open_file(folder: Path, name: str, key: bytes) -> Bytes:
    """The content of one object by its own key (`Objects.key_of`), without the store's.

    Raises
    ------
    StoreDamaged
        ``object_missing``, ``object_damaged``.
    """
    blob = memoryview(_read(path_of(folder, name), name))
    try:
        return crypto.open_object(key, blob[HEADER_BYTES:], name.encode())
    except StoreDamaged as error:
        raise StoreDamaged("object_damaged", object=name[:8]) from error


def _read(path: Path, name: str, size: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except FileNotFoundError as error:
        raise StoreDamaged("object_missing", object=name[:8]) from error
    except OSError as error:
        raise StoreDamaged("object_damaged", object=name[:8]) from error


def _generation(header: bytes) -> int:
    return int.from_bytes(header[len(_START) : len(_START) + 2], "big")
