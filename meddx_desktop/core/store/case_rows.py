"""One case as rows of its tables, and back: what `load` gives equals what `save` was given."""

import json
from dataclasses import dataclass, field

from meddx_desktop.core.domain.case import Case, CaseState, FilmEntry, Stated
from meddx_desktop.core.domain.imaging import Instance, Series, Study, View
from meddx_desktop.core.domain.patient import Patient, Sex
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.assessment_rows import assessment_parts, read_assessment
from meddx_desktop.core.store.clinical_rows import Parts, clinical_parts, read_clinical, read_rows
from meddx_desktop.core.store.critical_rows import critical_parts, read_critical_lines
from meddx_desktop.core.store.database import Database, Row, Value
from meddx_desktop.core.store.follow_up_rows import follow_up_parts, read_follow_ups
from meddx_desktop.core.store.gene_rows import gene_parts, read_genes
from meddx_desktop.core.store.image_rows import instance_row, read_instance
from meddx_desktop.core.store.lab_rows import lab_parts, read_labs
from meddx_desktop.core.store.late_rows import late_parts, read_late
from meddx_desktop.core.store.note_rows import note_parts, read_note_words
from meddx_desktop.core.store.patient_rows import patient_row, read_patient
from meddx_desktop.core.store.treatment_rows import read_treatment, treatment_parts

_KEYS: dict[str, tuple[str, ...]] = {
    "series": ("study", "place"),
    "told": ("critical", "place"),
    "lab_results": ("import_id", "number"),
    "lab_rejected": ("import_id", "number"),
    "notes": (),
    "vitals": (),
    "lab_facts": (),
}
"""What tells the rows of one case apart, where it is more or less than their place."""


@dataclass(slots=True)
class _Places:
    """Which number each distinct identity, study and instance of one case has."""

    patients: dict[Patient, int] = field(default_factory=dict)
    studies: dict[Study, int] = field(default_factory=dict)
    instances: dict[Instance, int] = field(default_factory=dict)
    _known: dict[int, int] = field(default_factory=dict)
    """Studies by identity: to compare two by value reads every film of both."""

    @classmethod
    def of(cls, case: Case) -> "_Places":
        places = cls({case.patient: 0})
        for film in case.films:
            places._add_study(film.study)
            places._add(film.instance)
            for screening in film.screenings or ():
                places._add(screening.instance)
        return places

    def study(self, study: Study) -> int:
        """The number of a study of this case."""
        return self._known[id(study)]

    def _add_study(self, study: Study) -> None:
        if id(study) in self._known:
            return
        self.patients.setdefault(study.patient, len(self.patients))
        self._known[id(study)] = self.studies.setdefault(study, len(self.studies))
        for instance in study.instances:
            self._add(instance)

    def _add(self, instance: Instance) -> None:
        self.instances.setdefault(instance, len(self.instances))


def write_parts(database: Database, number: int, case: Case, *, new: bool = False) -> None:
    """Replace what hangs on the case row `number` and changed. Call inside a transaction.

    Parameters
    ----------
    new
        Nothing hangs there yet, and so nothing is looked for.
    """
    places = _Places.of(case)
    instances = [(place, *instance_row(instance)) for instance, place in places.instances.items()]
    parts: Parts = {
        "identities": _identity_rows(places),
        "studies": _study_rows(places),
        "series": _series_rows(places),
        "instances": instances,
        "films": _film_rows(case, places),
        **clinical_parts(case),
        **lab_parts(case),
        **note_parts(case),
        **assessment_parts(case),
        **gene_parts(case),
        **treatment_parts(case),
        **follow_up_parts(case),
        **late_parts(case),
        **critical_parts(case),
    }
    for table, rows in parts.items():
        wanted = {(number, *row) for row in rows}
        if new:
            _insert(database, table, wanted)
        else:
            _replace(database, number, table, wanted)


def _replace(database: Database, number: int, table: str, wanted: set[tuple[Value, ...]]) -> None:
    """Bring the rows of one table to `rows`; those that stand there already are not touched.

    An answer for one film of a case with 200 changes one row, and to read is far cheaper than to
    write: every page written is sealed, logged and synced.
    """
    kept = set(
        database.rows(f"SELECT * FROM {table} WHERE case_number = ?", (number,))  # noqa: S608
    )
    keys = ("case_number", *_KEYS.get(table, ("place",)))
    gone = " AND ".join(f"{key} = ?" for key in keys)
    if kept - wanted:
        database.many(
            f"DELETE FROM {table} WHERE {gone}",  # noqa: S608 - our own names
            [row[: len(keys)] for row in kept - wanted],
        )
    _insert(database, table, wanted - kept)


def _insert(database: Database, table: str, rows: set[tuple[Value, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(next(iter(rows))))
        database.many(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own names


def _identity_rows(places: _Places) -> list[tuple[Value, ...]]:
    return [(place, *patient_row(patient)) for patient, place in places.patients.items()]


def _study_rows(places: _Places) -> list[tuple[Value, ...]]:
    return [
        (
            place,
            places.patients[study.patient],
            study.study_uid,
            codec.day_text(study.date),
            study.description,
            *codec.age_columns(study.stated_age),
        )
        for study, place in places.studies.items()
    ]


def _series_rows(places: _Places) -> list[tuple[Value, ...]]:
    return [
        (
            of_study,
            place,
            series.series_uid,
            series.number,
            series.modality,
            series.description,
            codec.to_json([places.instances[instance] for instance in series.instances]),
        )
        for study, of_study in places.studies.items()
        for place, series in enumerate(study.series)
    ]


def _film_rows(case: Case, places: _Places) -> list[tuple[Value, ...]]:
    return [
        (
            place,
            places.study(film.study),
            places.instances[film.instance],
            *codec.age_columns(film.stated.age),
            film.stated.sex,
            film.stated.view,
            codec.screenings_text(film.screenings, places.instances),
            codec.reasons_text(film.cautions),
            codec.reasons_text((film.error,)) if film.error else None,
            codec.correction_text(film.correction),
        )
        for place, film in enumerate(case.films)
    ]


def read_case(database: Database, case_id: str, *, removed: bool = False) -> Case | None:
    """The case of that id, unless it is unknown; a removed one only with `removed`."""
    found = database.row(
        "SELECT number, created, state, demonstration, first_reader FROM cases"
        " WHERE case_id = ? AND (removed_utc IS NULL OR ?)",
        (case_id, int(removed)),
    )
    if found is None:
        return None
    number, created, state, demonstration, first_reader = found
    patients = [read_patient(row[2:]) for row in read_rows(database, "identities", number)]
    case = Case(
        case_id=case_id,
        patient=patients[0],
        created=codec.known_moment(created),
        state=CaseState(state),
        films=_films(database, number, patients),
        demonstration=bool(demonstration),
        first_reader=first_reader,
    )
    case = read_labs(database, number, read_clinical(database, number, case))
    case = read_note_words(database, number, case)
    case = read_genes(database, number, read_assessment(database, number, case))
    case = read_follow_ups(database, number, read_treatment(database, number, case))
    case = read_critical_lines(database, number, case)
    return read_late(database, number, case)


def _films(database: Database, number: int, patients: list[Patient]) -> tuple[FilmEntry, ...]:
    rows = read_rows(database, "films", number)
    if not rows:
        return ()
    instances = [read_instance(row[2:]) for row in read_rows(database, "instances", number)]
    studies = _studies(database, number, patients, instances)
    return tuple(_film(row, studies, instances) for row in rows)


def _film(row: Row, studies: list[Study], instances: list[Instance]) -> FilmEntry:
    _, _, study, instance, *stated, screenings, cautions, error, correction = row
    days, given, sex, view = stated
    return FilmEntry(
        study=studies[study],
        instance=instances[instance],
        stated=Stated(codec.age(days, given), Sex(sex), View(view)),
        screenings=codec.screenings(screenings, instances),
        cautions=codec.reasons(cautions),
        error=codec.reasons(error)[0] if error else None,
        correction=codec.correction(correction),
    )


def _studies(
    database: Database, number: int, patients: list[Patient], instances: list[Instance]
) -> list[Study]:
    series: dict[int, list[Series]] = {}
    for row in read_rows(database, "series", number, order="study, place"):
        _, study, _, uid, order, modality, description, places = row
        members = tuple(instances[place] for place in json.loads(places))
        series.setdefault(study, []).append(Series(uid, order, modality, description, members))
    return [
        Study(
            study_uid=uid,
            patient=patients[identity],
            date=codec.day(day),
            description=description,
            series=tuple(series.get(place, ())),
            stated_age=codec.age(days, given),
        )
        for _, place, identity, uid, day, description, days, given in read_rows(
            database, "studies", number
        )
    ]
