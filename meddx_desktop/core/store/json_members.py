"""Reading JSON with suspicion: each member once, of its type, and nothing beside what is known.

What fails raises ``KeyError``, ``TypeError`` or ``ValueError``; the reader of a file turns these
into its own error.
"""

import base64
import binascii

Json = dict[str, object]


def no_twins(pairs: list[tuple[str, object]]) -> Json:
    """A key that stands twice could mean one thing here and another elsewhere."""
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a key stands twice")
    return content


class Members:
    """Takes the members of a JSON object one by one, each of the type that it must have."""

    def __init__(self, content: object) -> None:
        if not isinstance(content, dict):
            raise TypeError("an object is expected")
        self._left: Json = dict(content)

    def take(self, key: str) -> object:
        """The member as it stands; it must be there."""
        return self._left.pop(key)

    def text(self, key: str) -> str:
        """A member that is text which can be written."""
        value = self.take(key)
        if not isinstance(value, str):
            raise TypeError(key)
        value.encode()  # a lone surrogate is no text
        return value

    def number(self, key: str, *, least: int = 0) -> int:
        """A whole number from `least` on; no truth value passes for one."""
        value = self.take(key)
        if type(value) is not int or not least <= value < 1 << 31:
            raise ValueError(key)
        return value

    def data(self, key: str, *, size: int | None = None) -> bytes:
        """Bytes in base 64, of exactly `size` where that is given."""
        try:
            value = base64.b64decode(self.text(key), validate=True)
        except binascii.Error as error:
            raise ValueError(key) from error
        if size is not None and len(value) != size:
            raise ValueError(key)
        return value

    def members(self, key: str) -> list[object]:
        """A list."""
        value = self.take(key)
        if not isinstance(value, list):
            raise TypeError(key)
        return value

    def done(self) -> None:
        """Nothing unknown may be left over: it would not be authenticated."""
        if self._left:
            raise ValueError("unknown fields")
