"""Protects: keys are the standards' own, and weak or absurd parameters do no work."""

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import derivation
from meddx_desktop.core.errors import StoreRefused
from tests.core.crypto.opened import KEY, refused


def test_purposes_and_masters_give_other_keys():
    keys = {crypto.derive(m, p) for m in (KEY, bytes(32)) for p in ("a", "b", "a b")}
    assert len(keys) == 6
    assert crypto.derive(KEY, "a") == crypto.derive(bytearray(KEY), "a")


def test_hkdf_is_the_standard_one():
    """RFC 5869 appendix A.1, first 32 of 42 bytes."""
    found = crypto.expand(b"\x0b" * 22, salt=bytes(range(13)), info=bytes(range(0xF0, 0xFA)))
    assert found.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


def test_the_keyed_hash_is_the_standard_one():
    """RFC 4231 test case 2."""
    found = crypto.keyed_hash(b"Jefe", b"what do ya want for nothing?").hex()
    assert found == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


def test_weak_or_absurd_parameters_do_no_work(monkeypatch):
    monkeypatch.setattr(derivation, "hash_secret_raw", lambda *a, **k: pytest.fail("worked"))
    least, most = derivation.MINIMUM, derivation.MAXIMUM
    for memory, passes, lanes in (
        (least.memory_kib - 1, least.iterations, least.lanes),
        (least.memory_kib, least.iterations - 1, least.lanes),
        (least.memory_kib, least.iterations, least.lanes - 1),
        (0, 0, 0),
    ):
        weak = crypto.Argon2Parameters(memory, passes, lanes)
        assert refused(crypto.stretch, "p", bytes(16), weak) == "key_parameters_weakened"
    for memory, passes, lanes in (
        (most.memory_kib + 1, 3, 4),
        (least.memory_kib, most.iterations + 1, 4),
        (least.memory_kib, 3, most.lanes + 1),
    ):
        absurd = crypto.Argon2Parameters(memory, passes, lanes)
        assert refused(crypto.stretch, "p", bytes(16), absurd) == "keys_damaged"
    assert refused(crypto.stretch, "p", bytes(15), least) == "keys_damaged"


def test_the_minimum_is_the_one_of_rfc_9106():
    assert crypto.Argon2Parameters(65536, 3, 4) == derivation.MINIMUM


@pytest.mark.usefixtures("real_argon2id")
def test_a_passphrase_gives_the_same_key_from_any_keyboard():
    one = crypto.stretch("café ｐａｓｓ", bytes(16), derivation.MINIMUM)
    other = crypto.stretch("cafe\u0301 pass", bytes(16), derivation.MINIMUM)
    assert one.view() == other.view()
    assert len(one) == 32


@pytest.mark.usefixtures("real_argon2id")
def test_the_stretching_is_argon2id():
    """Against the other implementation at hand, that of OpenSSL."""
    least = derivation.MINIMUM
    other = Argon2id(
        salt=bytes(range(16)),
        length=32,
        iterations=least.iterations,
        lanes=least.lanes,
        memory_cost=least.memory_kib,
    ).derive(b"four grey herons")
    with crypto.stretch("four grey herons", bytes(range(16)), least) as key:
        assert key.view() == other


def test_a_machine_without_memory_is_told_so(monkeypatch):
    def full(*args, **kwargs):
        raise derivation.HashingError("Memory allocation error")

    monkeypatch.setattr(derivation, "hash_secret_raw", full)
    with pytest.raises(StoreRefused) as caught:
        crypto.stretch("p", bytes(16), derivation.MINIMUM)
    assert caught.value.code == "memory_short"


@pytest.mark.parametrize(
    ("per_mib_pass", "memory", "passes"),
    [(1.0, 64, 3), (0.0005, 256, 3), (0.0001, 256, 19), (0.0025, 64, 3), (1e-9, 256, 64)],
)
def test_tuning_raises_memory_first_and_never_goes_under_the_minimum(per_mib_pass, memory, passes):
    chosen = crypto.tune(0.5, seconds=lambda p: per_mib_pass * p.memory_kib / 1024 * p.iterations)
    assert (chosen.memory_kib // 1024, chosen.iterations, chosen.lanes) == (memory, passes, 4)
    assert not chosen.weakened
    assert not chosen.absurd


def test_equal_is_equal():
    assert crypto.same(b"ab", bytearray(b"ab"))
    assert not crypto.same(b"ab", b"abc")
