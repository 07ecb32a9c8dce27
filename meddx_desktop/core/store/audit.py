"""The audit trail: who did what, when, as a chain that can't be changed without leaving a trace.

Each entry's hash is an HMAC-SHA-256, under the store's audit key, over its own fields and the hash
before it. Without the key nobody can write an entry or mend the chain after a change. Two things
a chain can't show by itself, a cut tail and a trail set back to an older copy: against them the
newest hash is printed on reports and monthly sheets, and `verify` takes what stands on paper.
"""

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from meddx_desktop.core.crypto import keyed_hash, same
from meddx_desktop.core.domain.case import AuditEvent
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store.recovery import grouped, ungrouped

log = logging.getLogger(__name__)

Detail = str | int | float
GENESIS = bytes(32)
CLOCK_CONFIRMED = "clock_confirmed"
_PRINTED_BYTES = 10
_LONGEST_TEXT = 200
_TOLERANCE = timedelta(minutes=2)
"""Time servers and daylight rules move a clock by seconds; two minutes is nobody's mistake."""

DETAILS = frozenset(
    {
        "backup",
        "changed",
        "code",
        "condition",
        "correction",
        "count",
        "decision",
        "field",
        "finding",
        "format",
        "from_version",
        "generation",
        "kind",
        "late_by_s",
        "model",
        "other_case",
        "name_of_user",
        "printed_hash",
        "reason",
        "report",
        "role",
        "sender",
        "setting",
        "sha256",
        "signer",
        "state",
        "threshold",
        "to_version",
        "variant",
        "version",
    }
)
"""What an entry may tell beside the action: nothing here names or describes a patient."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail, as the table keeps it."""

    seq: int
    at_utc: str
    at_local: str
    user: str
    action: str
    case_id: str
    details: str
    previous: bytes
    hash: bytes = b""


class AuditTable(Protocol):
    """Where entries lie: the encrypted database, or memory in tests."""

    def insert(self, entry: AuditEntry) -> None:
        """Keep one more entry."""

    def rows(self) -> Iterator[AuditEntry]:
        """Every entry by rising `seq`, without holding all of them in memory."""

    def last(self) -> AuditEntry | None:
        """The entry with the highest `seq`."""

    def newest_moment(self) -> datetime | None:
        """The latest time that an entry carries, since the clock was last confirmed."""


class MemoryTable:
    """An audit table that is gone with the process."""

    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []

    def insert(self, entry: AuditEntry) -> None:
        """Keep one more entry."""
        self.entries.append(entry)

    def rows(self) -> Iterator[AuditEntry]:
        """Every entry in the order it lies in."""
        return iter(list(self.entries))

    def last(self) -> AuditEntry | None:
        """The newest entry."""
        return self.entries[-1] if self.entries else None

    def newest_moment(self) -> datetime | None:
        """The latest time that an entry carries, since the clock was last confirmed."""
        return newest_moment(iter(self.entries))


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the trail at one moment, as far as it fits on paper (80 bits of the hash)."""

    seq: int
    start: bytes

    def __str__(self) -> str:
        return f"{self.seq}/{grouped(self.start)}"

    @classmethod
    def of(cls, entry: AuditEntry) -> "Head":
        """The trail as it ends with `entry`."""
        return cls(entry.seq, entry.hash[:_PRINTED_BYTES])

    @classmethod
    def parse(cls, typed: str) -> "Head":
        """Read what stands on a report, such as ``1204/7KQ2-M0ZD-9PBX-41TA``.

        Raises
        ------
        InvalidEntry
            ``audit_head_invalid``.
        """
        number, _, text = typed.partition("/")
        start = ungrouped(text, _PRINTED_BYTES)
        digits = number.strip()
        if start is None or not (digits.isascii() and digits.isdigit()) or len(digits) > 12:
            raise InvalidEntry("audit_head_invalid")
        return cls(int(digits), start)


class AuditTrail:
    """Appends to a table and looks back at it.

    Parameters
    ----------
    table
        Where the entries lie. `append` belongs into the transaction of what it tells about.
    key
        `UnlockedKeys.audit_key`.
    clock
        Seconds since 1970.
    """

    def __init__(
        self, table: AuditTable, key: bytes, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._table = table
        self._key = key
        self._clock = clock
        self._newest: datetime | None = None

    def append(
        self,
        user: str,
        action: str,
        *,
        case_id: str = "",
        details: Mapping[str, Detail] | None = None,
        at: datetime | None = None,
    ) -> AuditEntry:
        """Add one entry at the end. Details outside `DETAILS` are left out and logged."""
        moment = (at or datetime.fromtimestamp(self._clock(), UTC)).astimezone(UTC)
        last = self._table.last()
        entry = AuditEntry(
            seq=last.seq + 1 if last else 1,
            at_utc=_text(moment),
            at_local=_text(moment.astimezone()),
            user=user,
            action=action,
            case_id=case_id,
            details=_details(details or {}),
            previous=last.hash if last else GENESIS,
        )
        entry = replace(entry, hash=entry_hash(entry, self._key))
        self._table.insert(entry)
        if self._newest is not None:
            self._newest = moment if action == CLOCK_CONFIRMED else max(self._newest, moment)
        return entry

    def for_user(self, user: str) -> "UserAudit":
        """The trail as one session sees it: everything it tells is told of `user`."""
        return UserAudit(self, user)

    def head(self) -> Head | None:
        """What to print; None of an empty trail."""
        last = self._table.last()
        return Head.of(last) if last else None

    def clock_behind(self, now: datetime | None = None) -> timedelta | None:
        """How far the clock stands before the newest entry; None where it is right.

        The newest moment counts, not the last entry, so that work under a wrong clock does not
        make it right; an owner's `CLOCK_CONFIRMED` entry ends the alarm that an entry from a
        future by mistake would otherwise raise for years.
        """
        if self._newest is None:
            self._newest = self._table.newest_moment()
        moment = now or datetime.fromtimestamp(self._clock(), UTC)
        if self._newest is None or moment >= self._newest - _TOLERANCE:
            return None
        return self._newest - moment


class UserAudit:
    """Signs every event with the session's user."""

    def __init__(self, trail: AuditTrail, user: str) -> None:
        self._trail = trail
        self._user = user

    def append(self, event: AuditEvent) -> None:
        """Keep one event at the end of the trail."""
        self._trail.append(
            self._user, event.action, case_id=event.case_id, details=event.details, at=event.at
        )


def entry_hash(entry: AuditEntry, key: bytes) -> bytes:
    """The hash of `entry` over all its fields and the hash before it."""
    content = [
        "meddx audit 1",
        entry.seq,
        entry.at_utc,
        entry.at_local,
        entry.user,
        entry.action,
        entry.case_id,
        entry.details,
        entry.previous.hex(),
    ]
    return keyed_hash(key, json.dumps(content, separators=(",", ":")).encode())


def hash_fits(entry: AuditEntry, key: bytes) -> bool:
    """Whether `entry` is as it was written, under the number it carries."""
    return same(entry.hash, entry_hash(entry, key))


def newest_moment(entries: Iterator[AuditEntry]) -> datetime | None:
    """The latest time that an entry carries, since the clock was last confirmed."""
    newest: datetime | None = None
    for entry in entries:
        try:
            moment = datetime.fromisoformat(entry.at_utc)
        except ValueError:
            continue  # a changed entry; `verify` names it
        if moment.tzinfo is None:
            continue
        confirmed = entry.action == CLOCK_CONFIRMED
        newest = moment if newest is None or confirmed else max(newest, moment)
    return newest


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _details(details: Mapping[str, Detail]) -> str:
    kept = {key: _short(value) for key, value in details.items() if key in DETAILS}
    if len(kept) < len(details):
        log.warning(
            "details were left out of the audit trail",
            extra={"count": len(details) - len(kept)},
        )
    return json.dumps(kept, sort_keys=True, separators=(",", ":"))


def _short(value: object) -> Detail:
    """A detail as it is kept: whatever is neither a number nor text is cut as text."""
    if isinstance(value, int | float):
        return value
    return str(value)[:_LONGEST_TEXT]
