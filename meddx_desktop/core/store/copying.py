"""Copying files to another disk and proving that they arrived."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from meddx_desktop.core.store.backup_manifest import Part
from meddx_desktop.core.store.disk import lasting_folder, sync_folder, unlink_quietly

_CHUNK = 1 << 20


def write_proven(content: bytes | memoryview, target: Path) -> Part | None:
    """Write `content` to `target` and read it back; None when something else came back."""
    with _placed(target) as file:
        file.write(content)
    wanted = Part(len(content), hashlib.sha256(content).hexdigest())
    return wanted if hashed(target) == wanted else None


def copy_proven(source: Path, target: Path) -> Part | None:
    """As `write_proven`, from a file of any size; None also of one that can't be read."""
    digest, size = hashlib.sha256(), 0
    try:
        with _placed(target) as writer:
            for chunk in _chunks(source):
                digest.update(chunk)
                size += writer.write(chunk)
    except _UnreadableSource:
        return None
    wanted = Part(size, digest.hexdigest())
    return wanted if hashed(target) == wanted else None


class _UnreadableSource(Exception):
    """Told apart from a target that can't be written."""


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as reader:
            while chunk := reader.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise _UnreadableSource from error


@contextmanager
def _placed(target: Path) -> Iterator[BinaryIO]:
    """A file that takes its name once it is on the disk; nothing is left of one that fails."""
    lasting_folder(target.parent)
    part = target.with_name(f".{target.name}.part")
    with ExitStack() as undo:
        undo.callback(unlink_quietly, part)
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            forget_cached(file.fileno())
        part.replace(target)
        undo.pop_all()
    sync_folder(target.parent)


def hashed(path: Path) -> Part | None:
    """Size and hash of a file; None when it can't be read."""
    digest, size = hashlib.sha256(), 0
    try:
        for chunk in _chunks(path):
            digest.update(chunk)
            size += len(chunk)
    except _UnreadableSource:
        return None
    return Part(size, digest.hexdigest())


def forget_cached(descriptor: int) -> None:
    """Ask the system to read the file from the disk next time, so that reading back proves it."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
