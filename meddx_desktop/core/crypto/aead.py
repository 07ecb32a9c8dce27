"""Sealing small pieces: AES-256-GCM with a random nonce (NIST SP 800-38D)."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from meddx_desktop.core.crypto.secret import Bytes, SecretBytes
from meddx_desktop.core.errors import StoreDamaged

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


def random_bytes(count: int) -> bytes:
    """`count` bytes from the system's generator."""
    return os.urandom(count)


def seal(key: Bytes, plaintext: Bytes, associated: Bytes = b"") -> bytes:
    """Encrypt and authenticate `plaintext`, and authenticate `associated` with it.

    Returns
    -------
    bytes
        nonce (12) | ciphertext | tag (16). The nonce is random, so one key may seal 2**32
        pieces (SP 800-38D section 8.3); every purpose has its own key, and a store stays far
        below.
    """
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, associated)


def open_sealed(key: Bytes, blob: Bytes, associated: Bytes = b"") -> bytes:
    """The plaintext of `seal`.

    Raises
    ------
    StoreDamaged
        ``ciphertext_damaged``: another key, other associated data, or changed bytes.
    """
    try:
        return AESGCM(key).decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], associated)
    except (InvalidTag, ValueError) as error:
        raise StoreDamaged("ciphertext_damaged") from error


def open_secret(key: Bytes, blob: Bytes, associated: Bytes = b"") -> SecretBytes:
    """As `open_sealed`, but the plaintext is written straight into a `SecretBytes`."""
    secret = SecretBytes(max(len(blob) - NONCE_BYTES - TAG_BYTES, 0))
    try:
        AESGCM(key).decrypt_into(blob[:NONCE_BYTES], blob[NONCE_BYTES:], associated, secret.view())
    except (InvalidTag, ValueError) as error:
        secret.close()
        raise StoreDamaged("ciphertext_damaged") from error
    return secret
