"""Strict reading of one JSON object of a manifest: every mismatch names its field."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from meddx_desktop.core.errors import ModelRejected


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
        if not isinstance(value, str) or not value:
            raise self.wrong(key)
        return value

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of a few texts."""
        value = self.text(key)
        if value not in choices:
            raise self.wrong(key)
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.content.get(key)
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

    def numbers(self, key: str, *, count: int) -> tuple[float, ...]:
        """Exactly `count` finite numbers."""
        return tuple(self._number(item, key) for item in self._list(key, count=count))

    def strings(self, key: str, *, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; `default` where the field is missing."""
        if default is not None and key not in self.content:
            return default
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def texts(self, key: str) -> Mapping[str, str]:
        """An object that maps texts to texts."""
        inner = self.inner(key).content
        if not all(isinstance(value, str) for value in inner.values()):
            raise self.wrong(key)
        return dict(inner)

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
        if not math.isfinite(value):
            raise self.wrong(key)
        return float(value)
