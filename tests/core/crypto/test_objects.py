"""Protects: no changed, cut or spliced object opens, and what was written once opens for ever."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core import crypto
from meddx_desktop.core.crypto import stream
from tests.core.crypto.opened import KEY, refused

CHUNK = crypto.CHUNK_BYTES
SEALED = CHUNK + 16


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
