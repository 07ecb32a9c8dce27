"""SecretBytes: a key in a page of its own that is kept out of swap and wiped on close."""

import ctypes
import mmap
import sys
from types import TracebackType
from typing import NoReturn

Bytes = bytes | bytearray | memoryview


class SecretBytes:
    """A few secret bytes in anonymous memory.

    What it does: one page per secret, locked against swapping and left out of core dumps where
    the system allows, zeroed by `close`. What no Python program can promise: that a copy never
    stood elsewhere. `str` and `bytes` objects (the typed passphrase, a derived key), the key
    schedules inside the crypto libraries, a hibernation image and a debugger of the same user
    are out of its reach. Locking fails quietly: with locked memory used up, a session that can't
    start would harm more than a page that could be swapped; `locked` tells.

    Parameters
    ----------
    content
        The bytes to keep, or their number (zeros, to be filled through `view`).
    """

    def __init__(self, content: Bytes | int) -> None:
        self._length = content if isinstance(content, int) else len(content)
        self._memory = _page(max(self._length, 1))
        self._open = True
        self.locked = _lock(self._memory, True)
        if not isinstance(content, int):
            self.view()[:] = content

    def view(self) -> memoryview:
        """The bytes themselves, not a copy; drop the view before `close`."""
        if not self._open:
            raise ValueError("this secret was wiped")
        return memoryview(self._memory)[: self._length]

    def copy(self) -> "SecretBytes":
        """A second holder of the same bytes, with its own life."""
        return SecretBytes(self.view())

    def close(self) -> None:
        """Zero the bytes and give the memory back; a second call does nothing."""
        if not self._open:
            return
        self._memory[:] = bytes(len(self._memory))
        self._open = False
        _lock(self._memory, False)
        try:
            self._memory.close()
        except BufferError:
            # Somebody still holds a view of the zeros; the memory goes when the view goes.
            return

    @property
    def closed(self) -> bool:
        """Whether the bytes were wiped."""
        return not self._open

    def __enter__(self) -> "SecretBytes":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_open", False):
            self.close()

    def __len__(self) -> int:
        return self._length

    def __repr__(self) -> str:
        return f"SecretBytes({'wiped' if self.closed else self._length})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled or copied")


def _page(size: int) -> mmap.mmap:
    """Anonymous memory of this process alone: a forked child does not share it."""
    if sys.platform == "win32":
        return mmap.mmap(-1, size)
    return mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


def _lock(memory: mmap.mmap, lock: bool) -> bool:
    """Pin or free the pages of `memory`; True where the system did so."""
    anchor = ctypes.c_char.from_buffer(memory)
    try:
        place, size = ctypes.c_void_p(ctypes.addressof(anchor)), ctypes.c_size_t(len(memory))
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            return bool((kernel.VirtualLock if lock else kernel.VirtualUnlock)(place, size))
        library = ctypes.CDLL(None)
        done = bool((library.mlock if lock else library.munlock)(place, size) == 0)
    except (OSError, AttributeError):
        return False
    finally:
        del anchor
    if lock and hasattr(mmap, "MADV_DONTDUMP"):
        memory.madvise(mmap.MADV_DONTDUMP)
    return done
