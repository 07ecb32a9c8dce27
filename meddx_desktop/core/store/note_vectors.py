"""Vectors of signed notes, so that like cases can be found: one row a case, small integers.

A vector is as private as the note it was made of; it lies in the encrypted database alone and goes
with its case.
"""

import json
import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from meddx_desktop.core.store import codec
from meddx_desktop.core.store.database import Database

_SIGNED = "state = 'signed' AND demonstration = 0 AND removed_utc IS NULL"


@dataclass(frozen=True, slots=True)
class NoteVector:
    """What is kept of one signed note.

    `signed_at` names the signature it stands for, `encoder` the model and version that made it.
    """

    case_id: str
    encoder: str
    signed_at: str
    vector: bytes
    problems: tuple[str, ...] = ()


class NoteVectors:
    """Keeps one vector for each signed note that is in use."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reading = threading.Lock()
        self._loaded: tuple[object, list[int], bytes] | None = None

    def waiting(self, encoder: str) -> list[str]:
        """Signed cases with a note whose vector is missing, or of another signature or model."""
        found = self._database.rows(
            "SELECT case_id FROM cases JOIN notes ON notes.case_number = cases.number"  # noqa: S608
            f" WHERE {_SIGNED} AND NOT EXISTS (SELECT 1 FROM note_vectors"
            " WHERE case_number = cases.number AND encoder = ? AND signed_at ="
            " (SELECT at FROM signatures WHERE case_number = cases.number"
            "  ORDER BY place DESC LIMIT 1)) ORDER BY cases.number DESC",
            (encoder,),
        )
        return [case_id for (case_id,) in found]

    def keep(self, kept: NoteVector) -> None:
        """Keep the vector of a note in place of an older one; a case that is gone is no error."""
        self._database.execute(
            "INSERT OR REPLACE INTO note_vectors SELECT number, ?, ?, ?, ?, ? FROM cases"
            " WHERE case_id = ?",
            (
                kept.encoder,
                kept.signed_at,
                kept.vector,
                codec.to_json(list(kept.problems)),
                codec.microseconds(datetime.now(UTC)),
                kept.case_id,
            ),
        )

    def forget_all(self) -> int:
        """Delete every vector; returns how many there were."""
        return self._database.execute("DELETE FROM note_vectors")

    def stamp(self) -> tuple[int, int, int]:
        """Changes whenever a vector comes or goes; read from an index, so that it is quick."""
        row = self._database.row(
            "SELECT count(*), coalesce(max(made_us), 0), coalesce(sum(made_us % 1000003), 0)"
            " FROM note_vectors"
        )
        return (int(row[0]), int(row[1]), int(row[2])) if row else (0, 0, 0)

    def all(self, encoder: str) -> tuple[list[int], bytes]:
        """Numbers of the cases, and their vectors one after the other, of one encoder.

        Read once until a vector comes or goes; it stays in memory no longer than the store is open.
        """
        with self._reading:
            of = (encoder, self.stamp())
            if self._loaded is None or self._loaded[0] != of:
                rows = self._database.rows(
                    "SELECT case_number, vector FROM note_vectors WHERE encoder = ?", (encoder,)
                )
                numbers = [number for number, _ in rows]
                self._loaded = of, numbers, b"".join(vector for _, vector in rows)
            return self._loaded[1], self._loaded[2]

    def listed(self, numbers: list[int], *, beside: str) -> dict[int, tuple[str, tuple[str, ...]]]:
        """Case id and leading problems of those that are signed still, and of somebody else.

        Parameters
        ----------
        beside
            The case that is looked at; other visits of its person are left out.
        """
        marks = ", ".join("?" * len(numbers))
        found = self._database.rows(
            "SELECT number, case_id, problems FROM cases"  # noqa: S608
            " JOIN note_vectors ON case_number = number"
            f" WHERE {_SIGNED} AND number IN ({marks}) AND case_id != ?"
            " AND patient NOT IN (SELECT patient FROM cases WHERE case_id = ?)",
            (*numbers, beside, beside),
        )
        return {number: (case_id, tuple(json.loads(text))) for number, case_id, text in found}
