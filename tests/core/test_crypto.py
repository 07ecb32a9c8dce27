"""Protects: what is sealed opens only whole, only in place, only with its key."""

import io
import logging
import pickle

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import derivation, stream
from meddx_desktop.core.errors import StoreDamaged, StoreRefused

KEY = bytes(range(32))
CHUNK = crypto.CHUNK_BYTES
SEALED = CHUNK + 16


def refused(function, *args):
    with pytest.raises(StoreDamaged) as caught:
        function(*args)
    return caught.value.code


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_a_piece_comes_back(plain, associated):
    sealed = crypto.seal(KEY, plain, associated)
    assert crypto.open_sealed(KEY, sealed, associated) == plain
    with crypto.open_secret(KEY, sealed, associated) as secret:
        assert secret.view() == plain


@given(st.data())
def test_any_changed_byte_of_a_piece_is_found(data):
    sealed = bytearray(crypto.seal(KEY, b"a name", b"where"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    assert refused(crypto.open_sealed, KEY, bytes(sealed), b"where") == "ciphertext_damaged"
    assert refused(crypto.open_secret, KEY, bytes(sealed), b"where") == "ciphertext_damaged"


@given(st.binary(max_size=60))
def test_anything_else_does_not_open(rubbish):
    for function in (crypto.open_sealed, crypto.open_secret, crypto.open_object, crypto.open_box):
        assert refused(function, KEY, rubbish) == "ciphertext_damaged"


def test_another_key_and_another_place_do_not_open():
    sealed = crypto.seal(KEY, b"x", b"here")
    assert refused(crypto.open_sealed, bytes(32), sealed, b"here")
    assert refused(crypto.open_sealed, KEY, sealed, b"there")


def test_the_same_words_never_look_the_same():
    assert len({crypto.seal(KEY, b"x") for _ in range(100)}) == 100


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7])
def test_objects_of_every_size_come_back_both_ways(size):
    plain = bytes(size // 2) + b"\xa5" * (size - size // 2)
    sealed = crypto.seal_object(KEY, plain, b"name")
    assert len(sealed) == crypto.sealed_size(size)
    assert crypto.open_object(KEY, sealed, b"name") == plain
    target, again = io.BytesIO(), io.BytesIO()
    assert crypto.seal_stream(KEY, io.BytesIO(plain), target, b"name") == len(sealed)
    assert crypto.open_object(KEY, target.getvalue(), b"name") == plain
    assert crypto.open_stream(KEY, io.BytesIO(sealed), again, b"name") == size
    assert again.getvalue() == plain


class Dribble(io.BytesIO):
    """Hands over a few bytes at a time, as a pipe does."""

    def read(self, size=-1):
        return super().read(min(size, 300_001))


def test_a_slow_source_gives_the_same():
    plain = bytes(CHUNK + 5)
    sealed, out = io.BytesIO(), io.BytesIO()
    crypto.seal_stream(KEY, Dribble(plain), sealed)
    crypto.open_stream(KEY, Dribble(sealed.getvalue()), out)
    assert out.getvalue() == plain


PLAIN = b"a" * CHUNK + b"b" * CHUNK + b"c" * 100
OBJECT = bytes(crypto.seal_object(KEY, PLAIN, b"name"))
HEAD = stream.HEADER_BYTES
CHUNKS = [OBJECT[HEAD : HEAD + SEALED], OBJECT[HEAD + SEALED : HEAD + 2 * SEALED],
          OBJECT[HEAD + 2 * SEALED :]]  # fmt: skip
TWIN = bytes(crypto.seal_object(KEY, PLAIN, b"name"))

SPLICED = {
    "cut at a chunk": OBJECT[: HEAD + 2 * SEALED],
    "cut after the first chunk": OBJECT[: HEAD + SEALED],
    "cut in a chunk": OBJECT[:-1],
    "header alone": OBJECT[:HEAD],
    "half a header": OBJECT[: HEAD - 1],
    "nothing": b"",
    "first two swapped": OBJECT[:HEAD] + CHUNKS[1] + CHUNKS[0] + CHUNKS[2],
    "one missing": OBJECT[:HEAD] + CHUNKS[0] + CHUNKS[2],
    "one twice": OBJECT[:HEAD] + CHUNKS[0] + CHUNKS[0] + CHUNKS[1] + CHUNKS[2],
    "a byte more": OBJECT + b"\0",
    "a chunk more": OBJECT + CHUNKS[0],
    "a chunk of a twin": OBJECT[:HEAD] + TWIN[HEAD : HEAD + SEALED] + CHUNKS[1] + CHUNKS[2],
    "another version": OBJECT[:4] + b"\2" + OBJECT[5:],
    "another chunk size": OBJECT[:5] + b"\1" + OBJECT[6:],
}


@pytest.mark.parametrize("how", SPLICED)
def test_a_spliced_object_is_found(how):
    blob = SPLICED[how]
    assert refused(crypto.open_object, KEY, blob, b"name") == "ciphertext_damaged"
    assert (
        refused(crypto.open_stream, KEY, io.BytesIO(blob), io.BytesIO(), b"name")
        == "ciphertext_damaged"
    )


def test_an_object_opens_under_its_own_name_only():
    assert refused(crypto.open_object, KEY, OBJECT, b"other")
    assert refused(crypto.open_object, bytes(32), OBJECT, b"name")


SMALL = bytes(crypto.seal_object(KEY, b"a film's bytes", b"name"))


@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_any_changed_byte_of_an_object_is_found(place, change):
    blob = bytearray(SMALL)
    blob[place] ^= change
    assert refused(crypto.open_object, KEY, blob, b"name") == "ciphertext_damaged"


@pytest.mark.parametrize("place", [HEAD, HEAD + SEALED - 1, HEAD + SEALED, len(OBJECT) - 1])
def test_a_changed_byte_at_a_seam_is_found(place):
    blob = bytearray(OBJECT)
    blob[place] ^= 1
    assert refused(crypto.open_object, KEY, blob, b"name")


@given(st.integers(0, len(SMALL) - 1))
def test_any_cut_is_found(length):
    assert refused(crypto.open_object, KEY, SMALL[:length], b"name")


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


def test_a_passphrase_gives_the_same_key_from_any_keyboard():
    one = crypto.stretch("café ｐａｓｓ", bytes(16), derivation.MINIMUM)
    other = crypto.stretch("cafe\u0301 pass", bytes(16), derivation.MINIMUM)
    assert one.view() == other.view()
    assert len(one) == 32


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


@given(st.binary(max_size=100), st.binary(max_size=20))
@settings(max_examples=25)
def test_a_box_opens_with_the_private_key_alone(plain, associated):
    private = crypto.random_bytes(32)
    box = crypto.seal_box(crypto.box_public(private), plain, associated)
    assert crypto.open_box(private, box, associated) == plain
    assert refused(crypto.open_box, crypto.random_bytes(32), box, associated)
    assert refused(crypto.open_box, private, box, associated + b"x")


@given(st.data())
@settings(max_examples=50)
def test_any_changed_byte_of_a_box_is_found(data):
    box = bytearray(crypto.seal_box(crypto.box_public(KEY), b"result"))
    box[data.draw(st.integers(0, len(box) - 1))] ^= data.draw(st.integers(1, 255))
    assert refused(crypto.open_box, KEY, bytes(box)) == "ciphertext_damaged"


def test_a_point_of_small_order_is_no_public_key():
    assert refused(crypto.seal_box, bytes(32), b"x") == "ciphertext_damaged"


def test_signatures():
    public = crypto.signing_public(KEY)
    signature = crypto.sign(KEY, b"report")
    assert crypto.verify(public, b"report", signature)
    assert not crypto.verify(public, b"Report", signature)
    assert not crypto.verify(public, b"report", signature[:-1])
    assert not crypto.verify(crypto.signing_public(bytes(32)), b"report", signature)
    assert not crypto.verify(b"short", b"report", signature)


def test_equal_is_equal():
    assert crypto.same(b"ab", bytearray(b"ab"))
    assert not crypto.same(b"ab", b"abc")


def test_a_secret_is_wiped_hidden_and_not_pickled(caplog):
    caplog.set_level(logging.DEBUG)
    secret = crypto.SecretBytes(b"hunter2-hunter2-")
    view = secret.view()
    assert bytes(view) == b"hunter2-hunter2-"
    assert "hunter2" not in repr(secret) + str(secret) + f"{secret}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    secret.close()
    secret.close()
    assert bytes(view) == bytes(16), "a view that was kept shows zeros"
    assert secret.closed
    with pytest.raises(ValueError, match="wiped"):
        secret.view()
    assert caplog.text == ""


def test_a_secret_lives_where_memory_can_not_be_locked(monkeypatch):
    monkeypatch.setattr("meddx_desktop.core.crypto.secret._lock", lambda memory, lock: False)
    with crypto.SecretBytes(4) as secret:
        assert not secret.locked
        assert bytes(secret.view()) == bytes(4)
    assert secret.closed


def test_a_copy_outlives_its_original():
    with crypto.SecretBytes(b"abcd") as first:
        second = first.copy()
    assert bytes(second.view()) == b"abcd"
    second.close()


WRITTEN_ONCE = {
    "open_sealed": "88c844885cd6b1a1928d14491cac7c03ed85c4948802a064c32055c34d7438acb761",
    "open_object": "4d44585301140000fa260a131825c1a4e14bec203469f785a9e85737719e94c0c093847cb2dd"
    "ae11edbafc1337b6bee65adbf6464fe3642de2786f7988c8",
    "open_box": "4d445842010974759858659f5eb019d125d2d2c7a2ffe1781f1221473b65f142c4359dec306083ff65"
    "75e547879e2f5d027592cf98dd7106c72988afe3000996653868de08bf30",
}


@pytest.mark.parametrize("how", WRITTEN_ONCE)
def test_what_was_written_once_opens_for_ever(how):
    found = getattr(crypto, how)(KEY, bytes.fromhex(WRITTEN_ONCE[how]), b"place")
    assert found == b"a film"


def test_keys_that_were_derived_once_stay():
    found = crypto.derive(KEY, "database").hex()
    assert found == "ee8f7da9f7d87cb731297444350dbe074a08b032676ae6a5b0774693eee2c13d"
