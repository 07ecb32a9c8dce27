"""One case as rows of its tables, and back: what `load` gives equals what `save` was given."""

import json
from dataclasses import dataclass, field

from meddx_desktop.core.domain.case import (
    Answer,
    Case,
    CaseState,
    FilmEntry,
    FindingDecision,
    LabRow,
    Stated,
    Vitals,
)
from meddx_desktop.core.domain.finding import Decision, Reason
from meddx_desktop.core.domain.imaging import Instance, Series, Study, View
from meddx_desktop.core.domain.patient import Patient, Sex
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.database import Database, Row, Value
from meddx_desktop.core.store.image_rows import instance_row, read_instance
from meddx_desktop.core.store.patient_rows import patient_row, read_patient

_PARTS = (
    "identities",
    "studies",
    "series",
    "instances",
    "films",
    "notes",
    "vitals",
    "labs",
    "decisions",
    "alerts",
)


@dataclass(slots=True)
class _Places:
    """Which number each distinct identity, study and instance of one case has."""

    patients: dict[Patient, int] = field(default_factory=dict)
    studies: dict[Study, int] = field(default_factory=dict)
    instances: dict[Instance, int] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case) -> "_Places":
        places = cls({case.patient: 0})
        for film in case.films:
            places.patients.setdefault(film.study.patient, len(places.patients))
            places.studies.setdefault(film.study, len(places.studies))
            screened = [screening.instance for screening in film.screenings or ()]
            for instance in (*film.study.instances, film.instance, *screened):
                places.instances.setdefault(instance, len(places.instances))
        return places


def write_parts(database: Database, number: int, case: Case) -> None:
    """Replace everything that hangs on the case row `number`. Call inside a transaction."""
    places = _Places.of(case)
    for table in _PARTS:
        database.execute(f"DELETE FROM {table} WHERE case_number = ?", (number,))  # noqa: S608
    _insert(database, number, "identities", _identity_rows(places))
    _insert(database, number, "studies", _study_rows(places))
    _insert(database, number, "series", _series_rows(places))
    _insert(
        database,
        number,
        "instances",
        [(place, *instance_row(instance)) for instance, place in places.instances.items()],
    )
    _insert(database, number, "films", _film_rows(case, places))
    _write_clinical(database, number, case)


def _insert(database: Database, number: int, table: str, rows: list[tuple[Value, ...]]) -> None:
    if not rows:
        return
    marks = ", ".join("?" * (len(rows[0]) + 1))
    statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - our own names
    database.many(statement, [(number, *row) for row in rows])


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
            places.studies[film.study],
            places.instances[film.instance],
            *codec.age_columns(film.stated.age),
            film.stated.sex,
            film.stated.view,
            codec.screenings_text(film.screenings, places.instances),
            codec.reasons_text(film.cautions),
            codec.reasons_text((film.error,)) if film.error else None,
        )
        for place, film in enumerate(case.films)
    ]


def _write_clinical(database: Database, number: int, case: Case) -> None:
    if case.note:
        _insert(database, number, "notes", [(case.note,)])
    if case.vitals != Vitals():
        _insert(database, number, "vitals", [_vitals_row(case.vitals)])
    labs: list[tuple[Value, ...]] = [
        (place, lab.name, lab.value, lab.unit, lab.taken) for place, lab in enumerate(case.labs)
    ]
    _insert(database, number, "labs", labs)
    _insert(
        database,
        number,
        "decisions",
        [(place, *_decision_row(word)) for place, word in enumerate(case.decisions)],
    )
    alerts: list[tuple[Value, ...]] = [
        (place, alert.code, codec.to_json(alert.parameters))
        for place, alert in enumerate(case.alerts)
    ]
    _insert(database, number, "alerts", alerts)


def _vitals_row(vitals: Vitals) -> tuple[Value, ...]:
    return (
        vitals.weight_kg,
        codec.day_text(vitals.weight_on),
        vitals.height_cm,
        vitals.temperature_c,
        vitals.respiratory_rate,
        vitals.spo2_percent,
        vitals.on_oxygen,
        vitals.pulse,
        vitals.systolic,
        vitals.diastolic,
        codec.day_text(vitals.last_period),
        vitals.pregnant,
        vitals.lactating,
    )


def _decision_row(word: FindingDecision) -> tuple[Value, ...]:
    at = None if word.at is None else word.at.isoformat()
    return (word.sop_instance_uid, word.frame, word.finding, word.decision, word.comment, at)


def read_case(database: Database, case_id: str) -> Case | None:
    """The case of that id, unless it is unknown or removed."""
    found = database.row(
        "SELECT number, created, state, demonstration FROM cases"
        " WHERE case_id = ? AND removed_utc IS NULL",
        (case_id,),
    )
    if found is None:
        return None
    number, created, state, demonstration = found
    patients = [read_patient(row[2:]) for row in _rows(database, "identities", number)]
    moment = codec.moment(created)
    if moment is None:
        raise ValueError("a case row without a moment")
    return Case(
        case_id=case_id,
        patient=patients[0],
        created=moment,
        state=CaseState(state),
        vitals=_vitals(_rows(database, "vitals", number, order="case_number")),
        films=_films(database, number, patients),
        note="".join(row[1] for row in _rows(database, "notes", number, order="case_number")),
        labs=tuple(LabRow(*row[2:]) for row in _rows(database, "labs", number)),
        decisions=tuple(_decision(row) for row in _rows(database, "decisions", number)),
        alerts=tuple(
            Reason(row[2], json.loads(row[3])) for row in _rows(database, "alerts", number)
        ),
        demonstration=bool(demonstration),
    )


def _rows(database: Database, table: str, number: int, *, order: str = "place") -> list[Row]:
    return database.rows(
        f"SELECT * FROM {table} WHERE case_number = ? ORDER BY {order}",  # noqa: S608
        (number,),
    )


def _films(database: Database, number: int, patients: list[Patient]) -> tuple[FilmEntry, ...]:
    rows = _rows(database, "films", number)
    if not rows:
        return ()
    instances = [read_instance(row[2:]) for row in _rows(database, "instances", number)]
    studies = _studies(database, number, patients, instances)
    return tuple(_film(row, studies, instances) for row in rows)


def _film(row: Row, studies: list[Study], instances: list[Instance]) -> FilmEntry:
    _, _, study, instance, days, given, sex, view, screenings, cautions, error = row
    return FilmEntry(
        study=studies[study],
        instance=instances[instance],
        stated=Stated(codec.age(days, given), Sex(sex), View(view)),
        screenings=codec.screenings(screenings, instances),
        cautions=codec.reasons(cautions),
        error=codec.reasons(error)[0] if error else None,
    )


def _studies(
    database: Database, number: int, patients: list[Patient], instances: list[Instance]
) -> list[Study]:
    series: dict[int, list[Series]] = {}
    for row in _rows(database, "series", number, order="study, place"):
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
        for _, place, identity, uid, day, description, days, given in _rows(
            database, "studies", number
        )
    ]


def _vitals(rows: list[Row]) -> Vitals:
    if not rows:
        return Vitals()
    row = rows[0]
    return Vitals(
        weight_kg=row[1],
        weight_on=codec.day(row[2]),
        height_cm=row[3],
        temperature_c=row[4],
        respiratory_rate=row[5],
        spo2_percent=row[6],
        on_oxygen=Answer(row[7]),
        pulse=row[8],
        systolic=row[9],
        diastolic=row[10],
        last_period=codec.day(row[11]),
        pregnant=Answer(row[12]),
        lactating=Answer(row[13]),
    )


def _decision(row: Row) -> FindingDecision:
    uid, frame, finding, decision, comment, at = row[2:]
    return FindingDecision(uid, frame, finding, Decision(decision), comment, codec.moment(at))
