"""Public-key work: sealed boxes that anyone may fill and one key opens, and signatures."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from meddx_desktop.core.crypto.aead import open_sealed, seal
from meddx_desktop.core.crypto.derivation import expand
from meddx_desktop.core.crypto.secret import Bytes
from meddx_desktop.core.errors import StoreDamaged

PUBLIC_BYTES = 32
_BOX_START = b"MDXB\1"


def box_public(private: Bytes) -> bytes:
    """The public key that belongs to 32 private bytes (X25519, RFC 7748)."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_box(public: bytes, plaintext: Bytes, associated: Bytes = b"") -> bytes:
    """Encrypt for whoever holds the private key; the sealer itself can't open it again.

    An ephemeral X25519 key, HKDF-SHA-256 over the shared secret with both public keys, and
    AES-256-GCM: the shape of HPKE's base mode (RFC 9180), not its wire format. It hides, it does
    not prove who sealed.

    Raises
    ------
    StoreDamaged
        ``ciphertext_damaged`` when `public` can't be a key (a point of small order).
    """
    ephemeral = X25519PrivateKey.generate()
    own = ephemeral.public_key().public_bytes_raw()
    key = _shared(ephemeral, own, public, peer=public)
    return _BOX_START + own + seal(key, plaintext, associated)


def open_box(private: Bytes, blob: Bytes, associated: Bytes = b"") -> bytes:
    """The plaintext of `seal_box`.

    Raises
    ------
    StoreDamaged
        ``ciphertext_damaged``: for another key, or changed.
    """
    start = len(_BOX_START)
    content = bytes(blob)
    if not content.startswith(_BOX_START) or len(content) < start + PUBLIC_BYTES:
        raise StoreDamaged("ciphertext_damaged")
    ephemeral, sealed = content[start : start + PUBLIC_BYTES], content[start + PUBLIC_BYTES :]
    own = X25519PrivateKey.from_private_bytes(private)
    key = _shared(own, ephemeral, own.public_key().public_bytes_raw(), peer=ephemeral)
    return open_sealed(key, sealed, associated)


def _shared(own: X25519PrivateKey, ephemeral: bytes, receiver: bytes, *, peer: bytes) -> bytes:
    try:
        secret = own.exchange(X25519PublicKey.from_public_bytes(peer))
    except ValueError as error:
        raise StoreDamaged("ciphertext_damaged") from error
    return expand(secret, salt=ephemeral + receiver, info=b"meddx box")


def signing_public(private: Bytes) -> bytes:
    """The public key that belongs to 32 private bytes (Ed25519, RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: Bytes, message: bytes) -> bytes:
    """A signature of 64 bytes over `message`."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` was made over `message` by the holder of the private key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
