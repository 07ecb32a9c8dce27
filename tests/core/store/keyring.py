"""What the tests of the keys share: Argon2 parameters that take no time, one store's people."""

from meddx_desktop.core.crypto import Argon2Parameters

WEAK = Argon2Parameters(memory_kib=16, iterations=1, lanes=1)
PHRASE = "four grey herons over the dyke"
OTHER = "slate umbrella, seven gondolas"
THIRD = "我家门前有一条小河，流过三块石头桥"


def weaken(monkeypatch):
    """Lower the minimum for one test; the program itself has no switch for that."""
    monkeypatch.setattr("meddx_desktop.core.crypto.derivation.MINIMUM", WEAK)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now=1_800_000_000.0):
        self.now = now

    def __call__(self):
        return self.now
