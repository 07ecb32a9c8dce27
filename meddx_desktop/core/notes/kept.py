"""Answers of a network that stay for a while, under keys that tell no word of a note."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Kept(Generic[Answer]):
    """So many answers at most; what was not asked for longest goes first. Thread-safe."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._known)

    def those_of(self, keys: Iterable[bytes]) -> dict[bytes, Answer]:
        """The answers that are known of these."""
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
            for key in found:
                self._known.move_to_end(key)
        return found

    def keep(self, answers: Mapping[bytes, Answer]) -> None:
        """Remember some answers."""
        with self._lock:
            self._known.update(answers)
            while len(self._known) > self._most:
                self._known.popitem(last=False)

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._known.clear()


def phrase_key(text: str) -> bytes:
    """What stands for a phrase in memory, so that words of notes do not stay there."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
