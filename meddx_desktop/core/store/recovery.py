"""The recovery key: 256 bits written by hand, for the day when every passphrase is forgotten.

Four lines of four groups of four characters in Crockford's base 32 (no I, L, O, U). Each line
carries 64 bits of the key and 16 check bits over them and the line's number, so that a slip of
the pen is found on its own line and lines can't change places.
"""

import hashlib
import unicodedata

from meddx_desktop.core.crypto import SecretBytes, random_bytes, same
from meddx_desktop.core.errors import InvalidEntry

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LINES = 4
GROUPS = 4
GROUP = 4
_LINE_CHARACTERS = GROUPS * GROUP
_LINE_BYTES = 8
_CHECK_BYTES = 2
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
# What people put between groups: dashes of all kinds, dots, and the line numbers' brackets.
_BETWEEN = frozenset("-–—‐‑_.,;:|/")


class RecoveryKey:
    """A recovery key in memory; `lines` is what the owner writes down."""

    def __init__(self, secret: SecretBytes) -> None:
        self._secret = secret

    @classmethod
    def make(cls) -> "RecoveryKey":
        """A new random one."""
        return cls(SecretBytes(random_bytes(LINES * _LINE_BYTES)))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryKey":
        """Read what somebody typed; capitals, spaces, dashes and O/0, I/L/1 do not matter.

        Raises
        ------
        InvalidEntry
            ``recovery_length`` (found, expected), or ``recovery_line_wrong`` with the line.
        """
        text = "".join(c for c in _plain(typed) if c not in _BETWEEN)
        if len(text) != LINES * _LINE_CHARACTERS:
            raise InvalidEntry(
                "recovery_length", found=len(text), expected=LINES * _LINE_CHARACTERS
            )
        secret = SecretBytes(LINES * _LINE_BYTES)
        for number in range(LINES):
            start = number * _LINE_CHARACTERS
            piece = _read_line(number, text[start : start + _LINE_CHARACTERS])
            secret.view()[number * _LINE_BYTES : (number + 1) * _LINE_BYTES] = piece
        return cls(secret)

    def lines(self) -> tuple[str, ...]:
        """Four lines such as ``7KQ2-M0ZD-9PBX-41TA``."""
        view = self._secret.view()
        pieces = (
            bytes(view[number * _LINE_BYTES : (number + 1) * _LINE_BYTES])
            for number in range(LINES)
        )
        return tuple(_write_line(number, piece) for number, piece in enumerate(pieces))

    def matches(self, typed: str) -> bool:
        """The test right after writing it down: was it copied without a mistake?

        Raises
        ------
        InvalidEntry
            As `parse`, naming the line that is wrong.
        """
        other = RecoveryKey.parse(typed)
        try:
            return same(self._secret.view(), other._secret.view())
        finally:
            other.close()

    def view(self) -> memoryview:
        """The 32 secret bytes."""
        return self._secret.view()

    def close(self) -> None:
        """Wipe it."""
        self._secret.close()

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"


def grouped(content: bytes) -> str:
    """Bytes as Crockford base 32 in groups of four, for anything that is copied by hand."""
    bits = int.from_bytes(content, "big")
    count = -(-len(content) * 8 // 5)
    text = "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(count)))
    return "-".join(text[start : start + GROUP] for start in range(0, count, GROUP))


def ungrouped(typed: str, size: int) -> bytes | None:
    """The `size` bytes that `grouped` wrote; None when that can't be read."""
    text = "".join(c for c in _plain(typed) if c not in _BETWEEN)
    if len(text) != -(-size * 8 // 5) or any(c not in _VALUES for c in text):
        return None
    bits = 0
    for character in text:
        bits = bits << 5 | _VALUES[character]
    return bits.to_bytes(size, "big") if bits < 1 << size * 8 else None


def _plain(typed: str) -> str:
    """Capitals without spaces; full-width forms of Chinese keyboards become plain ones."""
    return "".join(unicodedata.normalize("NFKC", typed).upper().split()).translate(_ALIKE)


def _check(number: int, piece: bytes) -> bytes:
    digest = hashlib.sha256(b"meddx recovery line" + bytes((number,)) + piece).digest()
    return digest[:_CHECK_BYTES]


def _write_line(number: int, piece: bytes) -> str:
    return grouped(piece + _check(number, piece))


def _read_line(number: int, text: str) -> bytes:
    content = ungrouped(text, _LINE_BYTES + _CHECK_BYTES)
    if content is None or content[_LINE_BYTES:] != _check(number, content[:_LINE_BYTES]):
        raise InvalidEntry("recovery_line_wrong", line=number + 1)
    return content[:_LINE_BYTES]
