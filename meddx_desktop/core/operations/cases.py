"""What a user does to cases: file a film, record a screening, decide, write, measure."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from meddx_desktop.core.domain.case import (
    VITAL_LIMITS,
    AuditEvent,
    Case,
    CaseState,
    FilmEntry,
    FindingDecision,
    LabRow,
    Stated,
    Vitals,
)
from meddx_desktop.core.domain.finding import Decision, Reason, Screening
from meddx_desktop.core.domain.imaging import Instance, Study
from meddx_desktop.core.domain.patient import Age, Patient
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.operations.application import Application


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the worklist."""

    case_id: str
    patient: Patient
    age: Age | None
    state: CaseState
    created: datetime
    risk: tuple[int, float]
    films: int
    alerts: tuple[Reason, ...]
    demonstration: bool


def create(
    app: Application, patient: Patient | None = None, *, demonstration: bool = False
) -> Case:
    """Open an empty case."""
    case = Case(
        case_id=secrets.token_hex(8),
        patient=patient or Patient(),
        created=datetime.now(UTC),
        demonstration=demonstration,
    )
    app.cases.save(case)
    _audit(app, "case_created", case)
    return case


def file_film(
    app: Application,
    study: Study,
    instance: Instance,
    *,
    stated: Stated = Stated(),
    cautions: tuple[Reason, ...] = (),
    demonstration: bool = False,
) -> Case:
    """Put a film into the case it belongs to and return that case.

    A film joins an existing case only if its study is already there or its patient ID is known
    and name, sex and birth date agree. Equal ID with another identity, and equal pixels under
    another patient, open a case of their own that carries an alert (SAFETY 8).
    """
    entry = FilmEntry(study, instance, stated, cautions=cautions)
    home, alerts = _home(app.cases.all(), study, instance)
    case = home or create(app, study.patient, demonstration=demonstration)
    case = replace(
        _in_order(case.with_film(entry)),
        state=CaseState.SCREENING,
        alerts=tuple({alert.code: alert for alert in (*case.alerts, *alerts)}.values()),
    )
    app.cases.save(case)
    _audit(app, "film_added", case)
    return case


def _in_order(case: Case) -> Case:
    """Films as they are looked through: studies as they came, in each by series and number."""
    arrivals: dict[str, int] = {}
    for film in case.films:
        arrivals.setdefault(film.study.study_uid, len(arrivals))

    def place(film: FilmEntry) -> tuple[int, int, int]:
        study = film.study
        return arrivals[study.study_uid], study.series[0].number, film.instance.number

    return replace(case, films=tuple(sorted(case.films, key=place)))


def _home(
    cases: Iterable[Case], study: Study, instance: Instance
) -> tuple[Case | None, tuple[Reason, ...]]:
    """The case a film belongs to, and the alarms its identity raises."""
    alerts: dict[str, Reason] = {}
    home: Case | None = None
    for case in cases:
        conflict = case.patient.contradicts(study.patient)
        same_id = bool(study.patient.patient_id) and (
            case.patient.patient_id == study.patient.patient_id
        )
        same_study = any(film.study.study_uid == study.study_uid for film in case.films)
        if same_id and conflict:
            alerts["identity_conflict"] = Reason(
                "identity_conflict", {"fields": ", ".join(conflict)}
            )
        elif not conflict and (same_study or (same_id and study.patient.name.shown)):
            known = case.film(instance.sop_instance_uid)
            if known is None or known.instance.sha256 == instance.sha256:
                home = case
            else:  # never let one film silently take another's place
                alerts["uid_conflict"] = Reason("uid_conflict")
        elif any(film.instance.sha256 == instance.sha256 for film in case.films):
            alerts["same_film_elsewhere"] = Reason("same_film_elsewhere")
    if home is None and not study.patient.is_identified:
        alerts["unidentified"] = Reason("unidentified")
    return home, tuple(alerts.values())


def record_screening(
    app: Application, case_id: str, uid: str, screenings: tuple[Screening, ...]
) -> Case | None:
    """Keep what the models said about one film; None when the case is gone."""
    return _change_film(app, case_id, uid, screenings=screenings, error=None)


def record_failure(app: Application, case_id: str, uid: str, reason: Reason) -> Case | None:
    """Keep why one film could not be screened."""
    return _change_film(app, case_id, uid, screenings=(), error=reason)


def state_missing(app: Application, case_id: str, uid: str, stated: Stated) -> Case | None:
    """Keep the age, sex or view typed for a silent film; it waits for a new screening."""
    return _change_film(app, case_id, uid, stated=stated, screenings=None, error=None)


def decide(
    app: Application,
    case_id: str,
    *,
    uid: str,
    frame: int,
    finding: str,
    decision: Decision,
    comment: str = "",
) -> Case:
    """Keep the clinician's word beside the machine's; earlier words stay in the record."""
    case = _load(app, case_id)
    word = FindingDecision(uid, frame, finding, decision, comment, datetime.now(UTC))
    case = replace(case, decisions=(*case.decisions, word))
    app.cases.save(case)
    _audit(app, "finding_decided", case, decision=decision.value, finding=finding)
    return case


def write_note(app: Application, case_id: str, text: str) -> Case:
    """Replace the note."""
    return _save(app, replace(_load(app, case_id), note=text))


def write_labs(app: Application, case_id: str, rows: tuple[LabRow, ...]) -> Case:
    """Replace the laboratory lines."""
    return _save(app, replace(_load(app, case_id), labs=rows))


def write_patient(app: Application, case_id: str, patient: Patient) -> Case:
    """Replace the identity a user typed or corrected; it settles an "unidentified" alert."""
    case = _load(app, case_id)
    alerts = tuple(
        alert for alert in case.alerts if alert.code != "unidentified" or not patient.is_identified
    )
    _audit(app, "patient_changed", case)
    return _save(app, replace(case, patient=patient, alerts=alerts))


def write_vitals(app: Application, case_id: str, vitals: Vitals) -> Case:
    """Replace the vital signs.

    Raises
    ------
    InvalidEntry
        ``vital_impossible``: a value that no living person shows; ``pressure_reversed``.
    """
    for name, (low, high) in VITAL_LIMITS.items():
        value = getattr(vitals, name)
        if value is not None and not low <= value <= high:
            raise InvalidEntry("vital_impossible", name=name, low=low, high=high)
    systolic, diastolic = vitals.systolic, vitals.diastolic
    if systolic is not None and diastolic is not None and diastolic >= systolic:
        raise InvalidEntry("pressure_reversed", name="diastolic")
    return _save(app, replace(_load(app, case_id), vitals=vitals))


def load(app: Application, case_id: str) -> Case | None:
    """The case of that id, or None."""
    return app.cases.load(case_id)


def remove(app: Application, case_id: str) -> Case | None:
    """Take a case off the list and return it, so that `restore` can undo it."""
    case = app.cases.load(case_id)
    if case is not None:
        app.cases.remove(case_id)
        _audit(app, "case_removed", case)
    return case


def restore(app: Application, case: Case) -> Case:
    """Put a removed case back."""
    _audit(app, "case_restored", case)
    return _save(app, case)


def worklist(app: Application, *, order: str = "newest", search: str = "") -> list[Summary]:
    """Summaries of all cases, ``newest`` or ``riskiest`` first, narrowed to `search`."""
    wanted = search.casefold().strip()
    lines = [_summary(case) for case in app.cases.all() if _matches(case, wanted)]
    lines.sort(key=lambda line: line.created, reverse=True)
    if order == "riskiest":
        lines.sort(key=lambda line: line.risk)
    return lines


def _matches(case: Case, wanted: str) -> bool:
    patient = case.patient
    born = patient.birth_date.isoformat() if patient.birth_date else ""
    files = (film.instance.source.name for film in case.films)
    fields = (patient.name.shown, patient.name.phonetic, patient.patient_id, born, *files)
    return not wanted or any(wanted in field.casefold() for field in fields)


def _summary(case: Case) -> Summary:
    return Summary(
        case.case_id,
        case.patient,
        case.age,
        case.state,
        case.created,
        case.risk,
        len(case.films),
        case.alerts,
        case.demonstration,
    )


def _change_film(app: Application, case_id: str, uid: str, **changes: object) -> Case | None:
    case = app.cases.load(case_id)
    entry = case.film(uid) if case else None
    if case is None or entry is None:
        return None
    case = case.with_film(replace(entry, **changes))  # type: ignore[arg-type]
    waiting = any(film.screenings is None for film in case.films)
    return _save(app, replace(case, state=CaseState.SCREENING if waiting else CaseState.TO_REVIEW))


def _load(app: Application, case_id: str) -> Case:
    case = app.cases.load(case_id)
    if case is None:
        raise InvalidEntry("case_gone")
    return case


def _save(app: Application, case: Case) -> Case:
    app.cases.save(case)
    return case


def _audit(app: Application, action: str, case: Case, **details: str) -> None:
    app.audit.append(AuditEvent(datetime.now(UTC), action, case.case_id, dict(details)))


def today() -> date:
    """The local date, in one place so that tests can stand still."""
    return datetime.now().astimezone().date()
