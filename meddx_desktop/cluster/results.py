"""The file of results: one whole line for each file of the archive, and where to go on.

A line that a power cut tore is dropped, and what it was about is done again.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import filelock

from meddx_desktop.cluster.archive import Listed
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, MedDxError

_UNREACHED = frozenset({"file_missing", "file_unreadable"})
"""Not about the film but about the way to it: the next run tries again."""
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class Results:
    """Results on disk. One process at a time.

    Parameters
    ----------
    path
        The file; made if it is not there.
    run
        The fingerprint of the rules; a file that was begun under others is refused.

    Raises
    ------
    InvalidEntry
        ``cluster_results_other``, ``cluster_results_damaged``.
    CannotWrite
        ``cluster_results_in_use``, ``cluster_results_not_written``.
    """

    def __init__(self, path: Path, run: str) -> None:
        self._path, self._run = path, run
        self._answered: set[bytes] = set()
        self._failed: set[bytes] = set()
        self._lock = filelock.FileLock(path.with_name(f"{path.name}.lock"), mode=0o600)
        self._descriptor = -1
        if not path.parent.is_dir():  # the lock would make it
            raise self._not_written()
        try:
            self._lock.acquire(timeout=0)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(path, flags, 0o600)
            self._end = self._read()
            os.ftruncate(self._descriptor, self._end)
            os.lseek(self._descriptor, self._end, os.SEEK_SET)
        except filelock.Timeout as error:
            raise CannotWrite("cluster_results_in_use", file=path.name) from error
        except OSError as error:
            self.close()
            raise self._not_written() from error
        except MedDxError:
            self.close()
            raise

    def is_done(self, listed: Listed) -> bool:
        """Whether just this file, unchanged, has its line."""
        return _key(listed.path, listed.size, listed.mtime_ns) in self._answered

    def has_failed(self, listed: Listed) -> bool:
        """Whether the line of a file that is done holds a failure."""
        return _key(listed.path, listed.size, listed.mtime_ns) in self._failed

    def add(self, lines: Iterable[tuple[Listed, list[dict[str, Any]], int]]) -> None:
        """Write whole lines and wait for the disk: file, its records, how many were left out.

        Raises
        ------
        CannotWrite
            ``cluster_results_not_written``; no part of these lines stays.
        """
        text = "".join(self._line(*line) for line in lines)
        content = text.encode()
        try:
            written = 0
            while written < len(content):
                written += os.write(self._descriptor, content[written:])
            os.fsync(self._descriptor)
        except OSError as error:
            os.ftruncate(self._descriptor, self._end)
            raise self._not_written() from error
        self._end += len(content)

    def close(self) -> None:
        """Let others in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self._lock.release()

    def _not_written(self) -> CannotWrite:
        return CannotWrite("cluster_results_not_written", file=self._path.name)

    def _line(self, listed: Listed, results: list[dict[str, Any]], left_out: int) -> str:
        record = {
            "path": path_text(listed.path),
            "size": listed.size,
            "mtime_ns": listed.mtime_ns,
            "run": self._run,
            "left_out": left_out,
            "results": results,
        }
        text = json.dumps(record, ensure_ascii=False, allow_nan=False)
        return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"

    def _read(self) -> int:
        """Take in what is done; returns where the last whole line ends."""
        end = number = 0
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            for line in file:
                number += 1
                if not line.endswith(b"\n"):
                    break
                self._take(line, number)
                end += len(line)
        return end

    def _take(self, line: bytes, number: int) -> None:
        damaged = InvalidEntry("cluster_results_damaged", file=self._path.name, line=number)
        try:
            record = json.loads(line)
            run, results = record["run"], record["results"]
            key = _text_key(str(record["path"]), int(record["size"]), int(record["mtime_ns"]))
            codes = {one["error"]["code"] for one in results if "error" in one}
        except (ValueError, KeyError, TypeError) as error:
            raise damaged from error
        if run != self._run:
            raise InvalidEntry("cluster_results_other", file=self._path.name)
        if not codes & _UNREACHED:
            self._answered.add(key)
            if codes:
                self._failed.add(key)


def path_text(path: Path) -> str:
    """A path as valid Unicode; bytes that are none show as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _key(path: Path, size: int, mtime_ns: int) -> bytes:
    return _text_key(path_text(path), size, mtime_ns)


def _text_key(path: str, size: int, mtime_ns: int) -> bytes:
    """Sixteen bytes for a file: a million of them fit into 100 MB."""
    return hashlib.blake2b(f"{size}/{mtime_ns}/{path}".encode(), digest_size=16).digest()
