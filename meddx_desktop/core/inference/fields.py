"""Strict reading of one JSON object of a manifest: every mismatch names its field."""

import json
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from meddx_desktop.core.errors import ModelRejected

LONGEST_TITLE = 200
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows: a text would read otherwise than it is."""


class KeyTwice(ValueError):
    """An object says one thing twice: which of them counts would depend on the reader."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = ascii(key)[1:-1][:60]


def strict_json(content: bytes) -> Any:  # noqa: ANN401
    """Read JSON in UTF-8 where every key stands once and every number is one.

    Raises
    ------
    ValueError
        It is none of that; `UnicodeDecodeError` and `KeyTwice` say more.
    RecursionError
        Nested too deep.
    """
    text = content.decode("utf-8")
    return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise KeyTwice(key)
        made[key] = value
    return made


def _no_constant(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


def is_plain(text: str) -> bool:
    """Whether a text can be shown as it is: no control characters, no halves of characters."""
    return not any(
        character in _TURNING or unicodedata.category(character) in ("Cc", "Cs")
        for character in text
    )


class Fields:
    """One JSON object whose fields are read with their type checked.

    Every reader raises ``ModelRejected("model_manifest_invalid")`` naming the field.
    """

    def __init__(self, content: Any, *, package: str, place: str = "") -> None:  # noqa: ANN401
        self._package = package
        self._place = place
        if not isinstance(content, Mapping):
            raise self.wrong("")
        self.content: Mapping[str, Any] = content

    def wrong(self, key: str) -> ModelRejected:
        """The refusal for one field, to be raised by the caller."""
        field = ".".join(part for part in (self._place, key) if part) or "the whole"
        return ModelRejected("model_manifest_invalid", name=self._package, field=field)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.content.get(key)
        if not isinstance(value, str) or not value or not is_plain(value):
            raise self.wrong(key)
        return value

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of a few texts."""
        value = self.text(key)
        if value not in choices:
            raise self.wrong(key)
        return value

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false; `default` where nothing is said, if there is one."""
        value = self.content.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def number(self, key: str) -> float:
        """A finite number."""
        return self._number(self.content.get(key), key)

    def optional_number(self, key: str) -> float | None:
        """A finite number, or None where the field is missing or null."""
        return None if self.content.get(key) is None else self.number(key)

    def integer(self, key: str) -> int:
        """A whole number."""
        value = self.content.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key)
        return value

    def probability(self, key: str) -> float:
        """A number from 0 to 1."""
        value = self.number(key)
        if not 0.0 <= value <= 1.0:
            raise self.wrong(key)
        return value

    def between(self, key: str, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        value = self.number(key)
        if not low <= value <= high:
            raise self.wrong(key)
        return value

    def numbers(self, key: str, *, count: int) -> tuple[float, ...]:
        """Exactly `count` finite numbers."""
        return tuple(self._number(item, key) for item in self._list(key, count=count))

    def strings(self, key: str, *, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; `default` where the field is missing."""
        if default is not None and key not in self.content:
            return default
        values = self._list(key)
        if not all(isinstance(value, str) and is_plain(value) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def texts(self, key: str) -> Mapping[str, str]:
        """An object that maps texts to texts."""
        inner = self.inner(key)
        for name, value in inner.content.items():
            if not isinstance(value, str) or not is_plain(name) or not is_plain(value):
                raise inner.wrong(ascii(name)[1:-1][:60])
        return dict(inner.content)

    def titles(self, key: str) -> Mapping[str, str]:
        """Texts that fit into a line or two, by language."""
        inner = self.inner(key)
        for name, value in self.texts(key).items():
            if len(value) > LONGEST_TITLE:
                raise inner.wrong(name)
        return dict(inner.content)

    def shape(self, key: str) -> tuple[int | str, ...]:
        """A tensor shape: whole numbers, with a name for a free dimension."""
        values = self._list(key)
        if not all(isinstance(value, (int, str)) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def inner(self, key: str) -> "Fields":
        """An object inside this one."""
        return Fields(self.content.get(key), package=self._package, place=self._inside(key))

    def optional(self, key: str) -> "Fields | None":
        """An object inside this one, or None where it is missing or null."""
        return None if self.content.get(key) is None else self.inner(key)

    def named(self, key: str) -> Iterator[tuple[str, "Fields"]]:
        """The objects inside an object, by name."""
        outer = self.inner(key)
        return ((name, outer.inner(name)) for name in outer.content)

    def items(self, key: str) -> Iterator["Fields"]:
        """The objects of a list."""
        return (
            Fields(item, package=self._package, place=f"{self._inside(key)}[{index}]")
            for index, item in enumerate(self._list(key))
        )

    def _inside(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def _list(self, key: str, *, count: int | None = None) -> list[Any]:
        value = self.content.get(key)
        if not isinstance(value, list) or (count is not None and len(value) != count):
            raise self.wrong(key)
        return value

    def _number(self, value: object, key: str) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.wrong(key)
        try:
            number = float(value)
        except OverflowError as error:
            raise self.wrong(key) from error
        if not math.isfinite(number):
            raise self.wrong(key)
        return number
