"""Stretching passphrases at no cost, in tests only: Argon2id itself, with next to no memory.

The parameters that the program asks for go into the salt: files keep saying what the program
chose, every check of them runs as it is, and other parameters still give another key. What a
test shares with another process, or was written by a release, needs the fixture
``real_argon2id``.
"""

import hashlib

from argon2.low_level import Type, hash_secret_raw

from meddx_desktop.core.crypto import derivation

_PASSES, _KIB, _LANES = 1, 8, 1
"""The least that Argon2 accepts (RFC 9106 section 3.1)."""


def quick(secret, salt, *, time_cost, memory_cost, parallelism, hash_len, type):
    """As ``argon2.low_level.hash_secret_raw``, in microseconds."""
    asked = f"{time_cost},{memory_cost},{parallelism}".encode()
    bound = hashlib.sha256(salt + asked).digest()
    assert type is Type.ID
    return hash_secret_raw(secret, bound, _PASSES, _KIB, _LANES, hash_len, type)


def install():
    """Put it in the place of the real one, for this process."""
    derivation.hash_secret_raw = quick


def put_back(monkeypatch):
    """The real one again, for one test."""
    monkeypatch.setattr(derivation, "hash_secret_raw", hash_secret_raw)
