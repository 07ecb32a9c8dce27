"""Protects: what was sealed opens with its key in its place only, today and for ever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core import crypto
from tests.core.crypto.opened import KEY, refused


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
