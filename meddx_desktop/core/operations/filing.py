"""Where a film belongs and what becomes of it: filing, waiting, answers. Works at an open desk."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from meddx_desktop.core.domain.case import Case, CaseState, FilmEntry, Stated
from meddx_desktop.core.domain.correction import done
from meddx_desktop.core.domain.finding import Reason, Screening
from meddx_desktop.core.domain.imaging import Instance, Study
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Action, may
from meddx_desktop.core.errors import NotPermitted
from meddx_desktop.core.imaging.read import Film
from meddx_desktop.core.operations.access import PROGRAM, Desk

Answer = Callable[[FilmEntry], tuple[Screening, ...]]


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a film lies; `new` is False where it lay there before and nothing was changed."""

    case: Case
    new: bool


def new_case(patient: Patient, *, demonstration: bool = False) -> Case:
    """An empty case that is not kept yet."""
    return Case(
        case_id=secrets.token_hex(8),
        patient=patient,
        created=datetime.now(UTC),
        demonstration=demonstration,
    )


def file_film(
    desk: Desk,
    film: Film,
    *,
    stated: Stated = Stated(),
    demonstration: bool = False,
    by: str = "",
    dropped_by: str = "",
) -> Filed:
    """Store a film, put it into the case it belongs to, let it wait for its screening.

    A film joins a case by itself only where its study lies already and nobody else is named. A
    known patient ID is told, not acted on (SAFETY 8): equal ID with the same identity, with
    another identity, and equal pixels under another patient each open a case of their own that
    carries an alert. A film that lies there already changes nothing. `dropped_by` is noted in the
    audit trail where the program files (`by`) what a user left to it.

    Raises
    ------
    CannotWrite
        Nothing was kept.
    """
    film = film.with_picture_hash()
    study, instance = film.study, film.instance
    there = _already_there(_related(desk, study, instance), instance)
    if there is not None:
        return Filed(there, new=False)
    # The object first: a row points only to what is on the disk.
    object_id = desk.store.objects.put(film.data)
    with desk.changing():
        desk.store.objects.keep(object_id, film.data)  # its patient may have been erased meanwhile
        # Nobody but a clinician adds to what was signed once, and the program does not either.
        trusted = not by and may(desk.role, Action.REOPEN_CASE)
        related = _related(desk, study, instance)
        home, alerts = find_home(related, study, instance, trusted=trusted)
        case = home or new_case(study.patient, demonstration=demonstration)
        entry = FilmEntry(study, instance, stated, cautions=tuple(film.notes))
        case = replace(
            _in_order(case.with_film(entry)),
            state=CaseState.SCREENING,
            alerts=tuple({alert.code: alert for alert in (*case.alerts, *alerts)}.values()),
        )
        uid = instance.sop_instance_uid
        desk.store.cases.save(case)
        desk.store.cases.attach(case.case_id, uid, object_id)
        desk.store.queue.add(case.case_id, uid, object_id, stated)
        if home is None:
            desk.tell("case_created", case.case_id, by=by)
        note: dict[str, str] = {"name_of_user": dropped_by} if dropped_by else {}
        desk.tell("film_added", case.case_id, by=by, **note)
    return Filed(case, new=True)


def _related(desk: Desk, study: Study, instance: Instance) -> list[Case]:
    return desk.store.cases.related(
        patient_id=study.patient.patient_id,
        study_uid=study.study_uid,
        sha256=instance.sha256,
        pixels_sha256=instance.pixels_sha256,
    )


def _already_there(related: Iterable[Case], instance: Instance) -> Case | None:
    """The case that holds this very film, signed or not, whatever its patient is called now.

    A picture without an identifier of its own may be taken for two patients by mistake: there
    the question is asked, see `find_home`.
    """
    for case in related:
        known = case.film(instance.sop_instance_uid)
        if known is not None and instance.sha256 and known.instance.sha256 == instance.sha256:
            return case
    return None


def find_home(
    related: Iterable[Case], study: Study, instance: Instance, *, trusted: bool = False
) -> tuple[Case | None, tuple[Reason, ...]]:
    """The case a film belongs to, and the alarms its identity raises.

    Parameters
    ----------
    related
        Cases with the same patient ID, the same study, or a film of the same bytes.
    trusted
        A case that was signed once and reopened may take the film.
    """
    found = tuple(related)
    homes = [
        case
        for case in found
        if (trusted or not case.signatures) and _is_home(case, study, instance)
    ]
    # Two cases that both fit are a question, never a choice.
    home = homes[0] if len(homes) == 1 else None
    alerts: dict[str, Reason] = {}
    for case in found:
        if case is not home:
            alerts |= {alert.code: alert for alert in _alarms(case, study, instance)}
    if home is not None:
        alerts.pop("known_patient", None)
    elif not study.patient.is_identified:
        alerts["unidentified"] = Reason("unidentified")
    return home, tuple(alerts.values())


def _is_home(case: Case, study: Study, instance: Instance) -> bool:
    """The same study, nobody else named, not signed, and no other film under the same UID.

    A film with a name joins no case without one: a second name would fit there just as well.
    """
    named = study.patient.is_identified
    return (
        any(film.study.study_uid == study.study_uid for film in case.films)
        and not _contradictions(case, study.patient)
        and (case.patient.is_identified or not named)
        and not case.is_signed
        and not _is_taken(case, instance)
    )


def _contradictions(case: Case, patient: Patient) -> tuple[str, ...]:
    """In which fields the case, or what one of its films says itself, names somebody else."""
    stated = dict.fromkeys((case.patient, *(film.study.patient for film in case.films)))
    return tuple(dict.fromkeys(field for one in stated for field in one.contradicts(patient)))


def _is_taken(case: Case, instance: Instance) -> bool:
    """Whether the case has another film under the same identifier."""
    known = case.film(instance.sop_instance_uid)
    return known is not None and known.instance.sha256 != instance.sha256


def _alarms(case: Case, study: Study, instance: Instance) -> Iterator[Reason]:
    """Why a film that may seem to belong to a case is not put into it."""
    conflict = _contradictions(case, study.patient)
    same_id = bool(study.patient.patient_id) and (
        case.patient.patient_id == study.patient.patient_id
    )
    same_study = any(film.study.study_uid == study.study_uid for film in case.films)
    if same_id and conflict:
        yield Reason("identity_conflict", {"fields": ", ".join(conflict)})
    elif same_study and conflict:
        yield Reason("study_conflict", {"fields": ", ".join(conflict)})
    elif same_study and _is_taken(case, instance) and not case.is_signed:
        yield Reason("uid_conflict")  # never let one film silently take another's place
    elif same_id:
        yield Reason("known_patient")
    elif same_study:
        yield Reason("same_study")
    if not same_id and any(film.instance.same_picture(instance) for film in case.films):
        yield Reason("same_film_elsewhere")


def refuse_signed(desk: Desk, case: Case) -> None:
    """Return if what the case says may be changed by who is signed in.

    Raises
    ------
    NotPermitted
        ``case_signed``: only an addendum is possible; ``case_was_signed``: a clinician reopened
        it, and what was signed is changed by nobody else.
    """
    if case.is_signed:
        raise NotPermitted("case_signed")
    if case.signatures and not may(desk.role, Action.REOPEN_CASE):
        raise NotPermitted("case_was_signed")


def keep_answer(desk: Desk, case_id: str, uid: str, *, answer: Answer) -> None:
    """Keep what the models said about a film; a case or film that is gone is no error.

    A case that was taken off the list keeps it too, for whoever brings it back; one that is
    signed stays as it was signed. What was said of the film before it was corrected, or before
    that was undone, is no answer: it goes on waiting for its own.
    """
    with desk.changing():
        case = desk.store.cases.load(case_id, removed=True)
        entry = case.film(uid) if case else None
        if case is not None and entry is not None and not case.is_signed:
            told = answer(entry)
            if any(done(part.correction) != done(entry.correction) for part in told):
                return
            said = tuple(
                replace(part, instance=entry.instance, correction=entry.correction) for part in told
            )
            desk.store.cases.save(changed(case, uid, screenings=said, error=None))
            for model in dict.fromkeys(part.model for part in said if part.model):
                desk.tell(
                    "film_screened",
                    case_id,
                    by=PROGRAM,
                    model=model.name,
                    version=model.version,
                    variant=model.variant,
                )
        desk.store.queue.done(case_id, uid)


def keep_failure(desk: Desk, case_id: str, uid: str, reason: Reason) -> None:
    """Keep why a film could not be screened; it stays in its case, unscored."""
    with desk.changing():
        case = desk.store.cases.load(case_id, removed=True)
        if case is not None and case.film(uid) is not None and not case.is_signed:
            desk.store.cases.save(changed(case, uid, screenings=(), error=reason))
            desk.tell("film_not_screened", case_id, by=PROGRAM, code=reason.code)
        desk.store.queue.done(case_id, uid)


def changed(case: Case, uid: str, **changes: object) -> Case:
    """The case with another state of one film, and the state that follows for itself."""
    entry = case.film(uid)
    if entry is None:
        raise KeyError(uid)
    case = case.with_film(replace(entry, **changes))  # type: ignore[arg-type]
    if any(film.screenings is None for film in case.films):
        return replace(case, state=CaseState.SCREENING)
    if case.is_signed:
        return case
    second = CaseState.AWAITING_SECOND_READER
    return replace(case, state=second if case.first_reader else CaseState.TO_REVIEW)


def _in_order(case: Case) -> Case:
    """Films as they are looked through: studies as they came, in each by series and number."""
    arrivals: dict[str, int] = {}
    for film in case.films:
        arrivals.setdefault(film.study.study_uid, len(arrivals))

    def place(film: FilmEntry) -> tuple[int, int, int]:
        study = film.study
        return arrivals[study.study_uid], study.series[0].number, film.instance.number

    return replace(case, films=tuple(sorted(case.films, key=place)))
