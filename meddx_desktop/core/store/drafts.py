"""What is being typed, kept within seconds in quick transactions, and found after a crash.

A draft stands beside the case until the text is saved for good; a draft that is there at the
start is work that a crash would have lost.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from meddx_desktop.core.store.database import Database


@dataclass(frozen=True, slots=True)
class Draft:
    """Text of one field (``note``, ``labs`` ...) of one case that was never saved."""

    case_id: str
    field: str
    text: str
    at: datetime


class Drafts:
    """Keeps one draft for each field of each case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, case_id: str, field: str, text: str) -> None:
        """Keep what stands in the field now; a case that is gone is no error."""
        self._database.execute(
            "INSERT OR REPLACE INTO drafts SELECT number, ?, ?, ? FROM cases WHERE case_id = ?",
            (field, text, datetime.now(UTC).isoformat(), case_id),
        )

    def settle(self, case_id: str, field: str) -> None:
        """Forget the draft: its text was saved, or thrown away on purpose."""
        self._database.execute(
            "DELETE FROM drafts WHERE field = ?"
            " AND case_number = (SELECT number FROM cases WHERE case_id = ?)",
            (field, case_id),
        )

    def left(self) -> list[Draft]:
        """Drafts that were never settled, oldest first."""
        found = self._database.rows(
            "SELECT case_id, field, text, at_utc FROM drafts JOIN cases ON number = case_number"
            " WHERE removed_utc IS NULL ORDER BY at_utc"
        )
        return [
            Draft(case_id, field, text, datetime.fromisoformat(at))
            for case_id, field, text, at in found
        ]
