"""Sealing large objects chunk by chunk, so that any cut, swap or splice is found.

The STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015): each chunk is
sealed with AES-256-GCM under a nonce that holds its number and whether it is the last one. Every
object has its own key, derived from the caller's key with a random salt, its header and its
associated data, so nonces never repeat and a chunk fits into no other object.

Layout: ``MDXS`` | version (1) | log2 of the chunk size (1) | zeros (2) | salt (32), then for each
chunk its ciphertext and a tag of 16 bytes. Only the last chunk may be short; an empty object has
one empty chunk.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from meddx_desktop.core.crypto.aead import TAG_BYTES
from meddx_desktop.core.crypto.derivation import expand
from meddx_desktop.core.crypto.secret import Bytes
from meddx_desktop.core.errors import StoreDamaged

CHUNK_BYTES = 1 << 20
SALT_BYTES = 32
_START = b"MDXS" + bytes((1, 20, 0, 0))
HEADER_BYTES = len(_START) + SALT_BYTES
_SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES


def seal_stream(key: Bytes, source: BinaryIO, target: BinaryIO, associated: Bytes = b"") -> int:
    """Encrypt everything `source` still holds into `target`; returns the bytes written."""
    header = _START + os.urandom(SALT_BYTES)
    cipher = _cipher(key, header, associated)
    sealed = memoryview(bytearray(_SEALED_CHUNK))
    written = target.write(header)
    for number, chunk, last in _numbered(source, CHUNK_BYTES):
        size = cipher.encrypt_into(
            _nonce(number, last), chunk, None, sealed[: len(chunk) + TAG_BYTES]
        )
        written += target.write(sealed[:size])
    return written


def open_stream(key: Bytes, source: BinaryIO, target: BinaryIO, associated: Bytes = b"") -> int:
    """Decrypt what `seal_stream` wrote; returns the bytes written to `target`.

    Each chunk is checked before it is written, but only the return of this function says that
    nothing is missing: on an exception throw away what `target` holds.

    Raises
    ------
    StoreDamaged
        ``ciphertext_damaged``: another key or purpose, or bytes changed, cut, swapped, added.
    """
    cipher = _cipher(key, _checked_header(_read(source, HEADER_BYTES)), associated)
    plain = memoryview(bytearray(CHUNK_BYTES))
    written = 0
    for number, chunk, last in _numbered(source, _SEALED_CHUNK):
        size = _decrypt(cipher, _nonce(number, last), chunk, plain)
        written += target.write(plain[:size])
    return written


def seal_object(key: Bytes, plaintext: Bytes, associated: Bytes = b"") -> bytearray:
    """As `seal_stream`, from memory to memory."""
    header = _START + os.urandom(SALT_BYTES)
    cipher = _cipher(key, header, associated)
    # One buffer, filled in place: joining pieces would cost as much as the encryption.
    sealed = bytearray(sealed_size(len(plaintext)))
    sealed[:HEADER_BYTES] = header
    room = memoryview(sealed)[HEADER_BYTES:]
    for number, chunk, last in _slices(memoryview(plaintext), CHUNK_BYTES):
        start = number * _SEALED_CHUNK
        place = room[start : start + len(chunk) + TAG_BYTES]
        cipher.encrypt_into(_nonce(number, last), chunk, None, place)
    return sealed


def open_object(key: Bytes, blob: Bytes, associated: Bytes = b"") -> bytearray:
    """As `open_stream`, from memory to memory.

    Raises
    ------
    StoreDamaged
        ``ciphertext_damaged``, as `open_stream`.
    """
    view = memoryview(blob)
    cipher = _cipher(key, _checked_header(bytes(view[:HEADER_BYTES])), associated)
    chunks = view[HEADER_BYTES:]
    count = max(1, -(-len(chunks) // _SEALED_CHUNK))
    plaintext = bytearray(max(0, len(chunks) - count * TAG_BYTES))
    room = memoryview(plaintext)
    for number, chunk, last in _slices(chunks, _SEALED_CHUNK):
        _decrypt(cipher, _nonce(number, last), chunk, room[number * CHUNK_BYTES :])
    return plaintext


def _decrypt(cipher: AESGCM, nonce: bytes, chunk: Bytes, room: memoryview) -> int:
    """Decrypt one chunk to the start of `room`; returns its plain size."""
    size = max(0, len(chunk) - TAG_BYTES)
    try:
        return cipher.decrypt_into(nonce, chunk, None, room[:size])
    except (InvalidTag, ValueError) as error:
        raise StoreDamaged("ciphertext_damaged") from error


def sealed_size(plain_size: int) -> int:
    """How many bytes `seal_stream` makes of `plain_size`."""
    chunks = max(1, -(-plain_size // CHUNK_BYTES))
    return HEADER_BYTES + plain_size + chunks * TAG_BYTES


def _cipher(key: Bytes, header: bytes, associated: Bytes) -> AESGCM:
    salt = header[len(_START) :]
    info = b"meddx stream\0" + header[: len(_START)] + bytes(associated)
    return AESGCM(expand(key, salt=salt, info=info))


def _nonce(number: int, last: bool) -> bytes:
    return bytes(7) + number.to_bytes(4, "big") + bytes((last,))


def _checked_header(header: bytes) -> bytes:
    if len(header) != HEADER_BYTES or not header.startswith(_START):
        raise StoreDamaged("ciphertext_damaged")
    return header


def _slices(view: memoryview, size: int) -> Iterator[tuple[int, memoryview, bool]]:
    """The chunks of `view` with number and "is the last"; one empty chunk of nothing."""
    count = max(1, -(-len(view) // size))
    for number in range(count):
        yield number, view[number * size : (number + 1) * size], number == count - 1


def _numbered(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """As `_slices` from a file, reading one chunk ahead to know the last."""
    number, chunk = 0, _read(source, size)
    while True:
        following = _read(source, size) if len(chunk) == size else b""
        yield number, chunk, not following
        if not following:
            return
        number, chunk = number + 1, following


def _read(source: BinaryIO, size: int) -> bytes:
    """Exactly `size` bytes unless the file ends; a pipe may hand over fewer at a time."""
    content = source.read(size)
    while len(content) < size:
        more = source.read(size - len(content))
        if not more:
            break
        content += more
    return content
