"""Cases in the database: saved whole in one transaction, loaded as they were."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.store import codec, words
from meddx_desktop.core.store.case_rows import read_case, write_parts
from meddx_desktop.core.store.database import Database, Row


class DatabaseCases:
    """Keeps cases by their random id. A save is one transaction. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, case: Case) -> None:
        """Keep `case`, replacing the one of the same id; when this returns it is on the disk.

        A case that was taken off the list stays off it, see `bring_back`.

        Raises
        ------
        CannotWrite
            ``disk_full`` and the like; what was kept before is untouched.
        """
        with self._database.transaction():
            known = self._database.row(
                "SELECT patient, removed_utc FROM cases WHERE case_id = ?", (case.case_id,)
            )
            number = self._write_case(case, known)
            write_parts(self._database, number, case, new=known is None)
            if known is None or known[1] is None:
                self._write_line(number, case)
            if known is not None:
                self._drop_left_films(number)

    def _write_case(self, case: Case, known: Row | None) -> int:
        risk_rank, risk_value = case.risk
        patient = known[0] if known else self._new_person()
        number = self._database.value(
            "INSERT INTO cases (case_id, patient, created, state, demonstration, risk_rank,"
            " risk_value, first_reader) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (case_id) DO UPDATE SET"
            " created = excluded.created, state = excluded.state,"
            " demonstration = excluded.demonstration, risk_rank = excluded.risk_rank,"
            " risk_value = excluded.risk_value, first_reader = excluded.first_reader"
            " RETURNING number",
            (
                case.case_id,
                patient,
                case.created.isoformat(),
                case.state,
                int(case.demonstration),
                risk_rank,
                risk_value,
                case.first_reader,
            ),
        )
        return int(number)

    def _new_person(self) -> str:
        """A person of its own for a new case: only a human links two cases (SAFETY 8)."""
        token = secrets.token_hex(8)
        self._database.execute("INSERT INTO patients VALUES (?)", (token,))
        return token

    def _write_line(self, number: int, case: Case) -> None:
        sources = (film.instance.source for film in case.films)
        self._database.execute(
            "INSERT OR REPLACE INTO worklist VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                codec.microseconds(case.created),
                case.state,
                *case.risk,
                words.line(case.patient, sources),
                int(case.has_open_critical),
                int(not case.patient.is_identified),
                *codec.age_columns(case.age),
            ),
        )

    def _drop_left_films(self, number: int) -> None:
        """Forget the stored file of a film that the case no longer has."""
        for table in ("film_objects", "queue"):
            self._database.execute(
                f"DELETE FROM {table} WHERE case_number = ?1 AND sop_instance_uid NOT IN"  # noqa: S608
                " (SELECT sop_instance_uid FROM films JOIN instances ON"
                " instances.case_number = films.case_number AND"
                " instances.place = films.instance WHERE films.case_number = ?1)",
                (number,),
            )

    def load(self, case_id: str, *, removed: bool = False) -> Case | None:
        """The case of that id, or None; with `removed` also one that was taken off the list."""
        with self._database.reading():
            return read_case(self._database, case_id, removed=removed)

    def all(self) -> Iterator[Case]:
        """Every case, oldest first; one at a time is in memory."""
        for (case_id,) in self._database.rows(
            "SELECT case_id FROM cases WHERE removed_utc IS NULL ORDER BY number"
        ):
            case = self.load(case_id)
            if case is not None:
                yield case

    def remove(self, case_id: str) -> None:
        """Take a case off every list.

        Its rows stay until `purge`, so that a removal by mistake can be undone after a crash too.
        """
        with self._database.transaction():
            self._database.execute(
                "DELETE FROM worklist WHERE case_number ="
                " (SELECT number FROM cases WHERE case_id = ?)",
                (case_id,),
            )
            self._database.execute(
                "UPDATE cases SET removed_utc = ? WHERE case_id = ? AND removed_utc IS NULL",
                (datetime.now(UTC).isoformat(), case_id),
            )

    def bring_back(self, case_id: str) -> Case | None:
        """Put a removed case on the lists again, as it is stored; None where none is removed."""
        with self._database.transaction():
            number = self._database.value(
                "UPDATE cases SET removed_utc = NULL WHERE case_id = ?"
                " AND removed_utc IS NOT NULL RETURNING number",
                (case_id,),
            )
            case = None if number is None else self.load(case_id)
            if case is not None:
                self._write_line(int(number), case)
        return case

    def is_removed(self, case_id: str) -> bool:
        """Whether a case was taken off the list and can still be brought back."""
        found = self._database.value(
            "SELECT 1 FROM cases WHERE case_id = ? AND removed_utc IS NOT NULL", (case_id,)
        )
        return found is not None

    def purge(self, before: datetime) -> list[str]:
        """Delete for good what was removed before that moment (UTC); returns the case ids."""
        found = self._database.rows(
            "DELETE FROM cases WHERE removed_utc < ? RETURNING case_id",
            (before.astimezone(UTC).isoformat(),),
        )
        return [case_id for (case_id,) in found]

    def related(
        self, *, patient_id: str, study_uid: str, sha256: str, pixels_sha256: str = ""
    ) -> list[Case]:
        """Cases a new film may belong to or clash with: equal ID, equal study, equal bytes."""
        found = self._database.rows(
            "SELECT DISTINCT case_id FROM cases WHERE removed_utc IS NULL AND number IN ("
            " SELECT case_number FROM identities WHERE place = 0 AND patient_id = ?1"
            "   AND patient_id != ''"
            " UNION SELECT case_number FROM studies WHERE study_uid = ?2"
            " UNION SELECT case_number FROM instances WHERE sha256 = ?3 AND sha256 != ''"
            " UNION SELECT case_number FROM instances WHERE pixels_sha256 = ?4"
            "   AND pixels_sha256 != '')"
            " ORDER BY number",
            (patient_id, study_uid, sha256, pixels_sha256),
        )
        cases = (self.load(case_id) for (case_id,) in found)
        return [case for case in cases if case is not None]

    def with_lab_file(self, sha256: str, *, beside: str) -> list[str]:
        """Cases of other persons than that of the case `beside` that hold the same file."""
        found = self._database.rows(
            "SELECT DISTINCT case_id FROM cases JOIN lab_imports ON case_number = number"
            " WHERE sha256 = ?1 AND withdrawn_at IS NULL AND removed_utc IS NULL AND patient !="
            " (SELECT patient FROM cases WHERE case_id = ?2) ORDER BY number",
            (sha256, beside),
        )
        return [case_id for (case_id,) in found]

    def attach(self, case_id: str, sop_instance_uid: str, object_id: str) -> None:
        """Remember which stored object is the film; the object must be on the disk already."""
        self._database.execute(
            "INSERT OR REPLACE INTO film_objects SELECT number, ?, ? FROM cases WHERE case_id = ?",
            (sop_instance_uid, object_id, case_id),
        )

    def object_of(self, case_id: str, sop_instance_uid: str) -> str | None:
        """The stored object of a film, or None."""
        found = self._database.value(
            "SELECT object_id FROM film_objects JOIN cases ON number = case_number"
            " WHERE case_id = ? AND sop_instance_uid = ?",
            (case_id, sop_instance_uid),
        )
        return None if found is None else str(found)
