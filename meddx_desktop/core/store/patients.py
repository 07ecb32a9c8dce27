"""Which cases are of one person: suggestions, merging that can be undone, erasure."""

import difflib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store import codec, words
from meddx_desktop.core.store.database import Database
from meddx_desktop.core.store.patient_rows import COLUMNS, read_patient

_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another person's case that may be of the same person; a human decides.

    `why` is ``same_id`` or ``near_name``; `differs` names what contradicts.
    """

    case_id: str
    patient: Patient
    why: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure removed: cases by their random ids, objects that nothing points to now."""

    case_ids: tuple[str, ...]
    object_ids: tuple[str, ...]


class Patients:
    """The persons behind the cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_case(self, case_id: str) -> str | None:
        """The random token of the person a case belongs to."""
        found = self._database.value("SELECT patient FROM cases WHERE case_id = ?", (case_id,))
        return None if found is None else str(found)

    def cases(self, token: str) -> list[str]:
        """Ids of all cases of a person, oldest first."""
        found = self._database.rows(
            "SELECT case_id FROM cases WHERE patient = ? AND removed_utc IS NULL ORDER BY number",
            (token,),
        )
        return [case_id for (case_id,) in found]

    def suggestions(self, case_id: str) -> list[Suggestion]:
        """Cases of other persons with the same ID, or with a near name and the same birth date."""
        own = self._database.row(
            f"SELECT patient, {COLUMNS} FROM cases JOIN identities ON case_number = number"  # noqa: S608
            " WHERE case_id = ? AND place = 0",
            (case_id,),
        )
        if own is None:
            return []
        token, patient = own[0], read_patient(own[1:])
        found = self._database.rows(
            f"SELECT case_id, {COLUMNS} FROM cases JOIN identities ON case_number = number"  # noqa: S608
            " WHERE place = 0 AND removed_utc IS NULL AND patient != ?1 AND number IN ("
            " SELECT case_number FROM identities WHERE place = 0 AND patient_id = ?2"
            "   AND patient_id != ''"
            " UNION SELECT case_number FROM identities WHERE place = 0 AND birth_date = ?3)"
            " ORDER BY number",
            (token, patient.patient_id, codec.day_text(patient.birth_date)),
        )
        others = ((row[0], read_patient(row[1:])) for row in found)
        return [s for other_id, other in others if (s := _suggest(patient, other_id, other))]

    def merge(self, kept: str, dropped: str) -> int:
        """Give all cases of `dropped` to `kept`; returns the number to undo it by.

        What each case states about its patient stays as it was stated.
        """
        with self._database.transaction():
            moved = self._database.rows(
                "UPDATE cases SET patient = ? WHERE patient = ? RETURNING case_id", (kept, dropped)
            )
            number = self._database.value(
                "INSERT INTO merges (kept, dropped, case_ids, at_utc) VALUES (?, ?, ?, ?)"
                " RETURNING number",
                (
                    kept,
                    dropped,
                    codec.to_json([case_id for (case_id,) in moved]),
                    datetime.now(UTC).isoformat(),
                ),
            )
            return int(number)

    def unmerge(self, number: int) -> None:
        """Give the cases of one merge back.

        Raises
        ------
        InvalidEntry
            ``merge_gone``: undone before, or the person was erased.
        """
        with self._database.transaction():
            found = self._database.row(
                "DELETE FROM merges WHERE number = ? RETURNING kept, dropped, case_ids", (number,)
            )
            if found is None:
                raise InvalidEntry("merge_gone")
            kept, dropped, case_ids = found
            self._database.many(
                "UPDATE cases SET patient = ? WHERE case_id = ? AND patient = ?",
                [(dropped, case_id, kept) for case_id in json.loads(case_ids)],
            )

    def erase(self, token: str) -> Erased:
        """Delete a person with all cases, removed ones too; the caller deletes the objects.

        The audit trail keeps the random case ids. Paths of recent files go as well, because
        file names name people.
        """
        with self._database.transaction():
            objects = self._own_objects(token)
            cases = self._database.rows(
                "DELETE FROM cases WHERE patient = ? RETURNING case_id", (token,)
            )
            self._database.execute(
                "DELETE FROM merges WHERE kept = ?1 OR dropped = ?1",
                (token,),
            )
            self._database.execute("DELETE FROM patients WHERE token = ?", (token,))
            self._database.execute("DELETE FROM recent_files")
        # Otherwise the old pages stay in the log until it is next overwritten.
        self._database.checkpoint()
        return Erased(tuple(case_id for (case_id,) in cases), objects)

    def _own_objects(self, token: str) -> tuple[str, ...]:
        """Stored objects of this person that no other person's case points to."""
        used = "SELECT object_id, patient FROM {0} JOIN cases ON cases.number = case_number"
        every = f"{used.format('film_objects')} UNION ALL {used.format('queue')}"
        found = self._database.rows(
            f"SELECT object_id FROM ({every}) GROUP BY object_id"  # noqa: S608
            " HAVING min(patient) = ?1 AND max(patient) = ?1",
            (token,),
        )
        return tuple(object_id for (object_id,) in found)


def _suggest(patient: Patient, other_id: str, other: Patient) -> Suggestion | None:
    differs = patient.contradicts(other)
    if patient.patient_id and patient.patient_id == other.patient_id:
        return Suggestion(other_id, other, "same_id", differs)
    if patient.birth_date == other.birth_date and near(patient.name, other.name):
        return Suggestion(other_id, other, "near_name", differs)
    return None


def near(one: PersonName, other: PersonName) -> bool:
    """Whether two names may be one: equal spellings in any writing, or nearly equal letters."""
    if set(words.names(one)) & set(words.names(other)):
        return True
    return any(_alike(a, b) for a in _spelled(one) for b in _spelled(other))


def _spelled(name: PersonName) -> list[str]:
    # Parts in alphabetical order: family name first is a habit, not a rule.
    writings = (name.alphabetic, name.ideographic, name.phonetic)
    return [" ".join(sorted(words.fold(writing).split())) for writing in writings if writing]


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR
