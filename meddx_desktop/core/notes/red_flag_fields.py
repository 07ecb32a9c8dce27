"""Fields of one table in a file of red flags: taken one by one, checked, none left over."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR

_AGE = re.compile(r"(\d+)([dmy])-(?:(\d+)([dmy]))?")
_DAYS = {"d": 1.0, "m": DAYS_PER_MONTH, "y": DAYS_PER_YEAR}


class BadRules(ValueError):
    """A broken file of red flags."""

    def __init__(self, file: str, name: str, why: str) -> None:
        super().__init__(f"{file}: {name}: {why}" if name else f"{file}: {why}")
        self.file = file
        self.name = name


@dataclass(frozen=True, slots=True)
class Ages:
    """An age band in days, the end not included; `unknown`: whether nobody's age is within."""

    start: float = 0.0
    stop: float = float("inf")
    unknown: bool = True

    def hold(self, days: float | None) -> bool:
        """Whether somebody of this age is meant."""
        return self.unknown if days is None else self.start <= days < self.stop


EVERY_AGE = Ages()


@dataclass
class Fields:
    """The fields of one named table."""

    file: str
    name: str
    row: dict[str, Any]
    taken: set[str] = field(default_factory=set)

    def bad(self, why: str) -> BadRules:
        """The error for this table."""
        return BadRules(self.file, self.name, why)

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.bad(f"{key} is missing")
        return value

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of `choices`; the empty text where it is not there."""
        value = self._take(key)
        value = "" if value is None else value
        if value not in choices:
            raise self.bad(f"{key}: {value}")
        return str(value)

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(key)
        value = [] if value is None else value
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.bad(f"{key} is no list of texts")
        if needed and not value:
            raise self.bad(f"{key} is missing")
        return tuple(value)

    def tables(self, key: str) -> list[dict[str, Any]]:
        """A list of tables with at least one."""
        value = self._take(key)
        if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
            raise self.bad(f"{key} is missing")
        return value

    def number(self, key: str) -> int:
        """A whole number; 0 where it is not there."""
        value = self._take(key)
        value = 0 if value is None else value
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.bad(f"{key}: {value}")
        return value

    def decimal(self, key: str) -> float:
        """A number that must be there."""
        value = self._take(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.bad(f"{key} is no number")
        return float(value)

    def flag(self, key: str, *, otherwise: bool = False) -> bool:
        """True or false."""
        value = self._take(key)
        value = otherwise if value is None else value
        if not isinstance(value, bool):
            raise self.bad(f"{key} is neither true nor false")
        return value

    def day(self, key: str) -> date | None:
        """A date; None where it is not there."""
        value = self._take(key)
        if value is not None and type(value) is not date:
            raise self.bad(f"{key} is no date")
        return value

    def done(self) -> None:
        """Refuse what nobody asked for: a slip of the pen must not switch a condition off."""
        left = set(self.row) - self.taken
        if left:
            raise self.bad(f"unknown field {min(left)}")

    def _take(self, key: str) -> Any:  # noqa: ANN401 - as TOML has it
        self.taken.add(key)
        return self.row.get(key)


def ages_of(fields: Fields) -> Ages:
    """The fields `ages` (``2m-5y``, ``16y-``) and `unknown_age` of a table."""
    given = fields.row.get("ages", "")
    fields.taken.add("ages")
    unknown = fields.flag("unknown_age", otherwise=True)
    if not given:
        return Ages(unknown=unknown)
    match = _AGE.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        raise fields.bad(f"ages: {given}")
    stop = float(match[3]) * _DAYS[match[4]] if match[3] else float("inf")
    return Ages(float(match[1]) * _DAYS[match[2]], stop, unknown)
