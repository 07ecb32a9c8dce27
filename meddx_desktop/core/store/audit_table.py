"""The audit trail's place in the database: an `AuditTable` that only ever grows."""

from collections.abc import Iterator

from meddx_desktop.core.store.audit import AuditEntry
from meddx_desktop.core.store.database import Database

_COLUMNS = "seq, at_utc, at_local, user, action, case_id, details, previous, hash"
_PAGE = 1000


class DatabaseAudit:
    """Entries in the table ``audit``. An insert joins the transaction that it is made in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def insert(self, entry: AuditEntry) -> None:
        """Keep one more entry."""
        self._database.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.seq,
                entry.at_utc,
                entry.at_local,
                entry.user,
                entry.action,
                entry.case_id,
                entry.details,
                entry.previous,
                entry.hash,
            ),
        )

    def rows(self) -> Iterator[AuditEntry]:
        """Every entry by rising `seq`; a page at a time is in memory."""
        after = -(2**63)
        while page := self._database.rows(
            f"SELECT {_COLUMNS} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?",  # noqa: S608
            (after, _PAGE),
        ):
            yield from (AuditEntry(*row) for row in page)
            after = page[-1][0]

    def last(self) -> AuditEntry | None:
        """The entry with the highest `seq`."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM audit ORDER BY seq DESC LIMIT 1")  # noqa: S608
        return None if row is None else AuditEntry(*row)
