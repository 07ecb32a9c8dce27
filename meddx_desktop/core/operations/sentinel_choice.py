"""The stored films among which the owner chooses those of the look after a change."""

from dataclasses import dataclass
from datetime import datetime

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import sentinel
from meddx_desktop.core.operations.application import Application

MOST_CASES = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A film that can take part: it has a score."""

    case_id: str
    uid: str
    patient: Patient
    at: datetime
    score: float
    """Of its highest finding, 0 to 1."""
    finding: str
    chosen: bool

    @property
    def film(self) -> tuple[str, str]:
        """As `sentinel.choose` takes it."""
        return self.case_id, self.uid


def choices(app: Application, *, context: JobContext | None = None) -> tuple[Choice, ...]:
    """The scored films of the newest cases, and every film that is chosen already.

    Raises
    ------
    NotPermitted, StoreRefused, JobCancelled
    """
    context = context or JobContext()
    chosen = set(sentinel.chosen(app))
    with app.access.using(Action.SET_THRESHOLD) as desk:
        lines = desk.store.worklist.page(limit=MOST_CASES)
        listed = [line.case_id for line in lines if not line.demonstration]
        further = [case_id for case_id, _ in sorted(chosen) if case_id not in listed]
        cases = dict.fromkeys([*listed, *further])
        found: list[Choice] = []
        for place, case_id in enumerate(cases):
            context.progress(place, len(cases))
            case = desk.store.cases.load(case_id)
            if case is not None:
                found += _of_case(case, chosen)
    return tuple(found)


def _of_case(case: Case, chosen: set[tuple[str, str]]) -> list[Choice]:
    found = []
    for entry in case.films:
        uid = entry.instance.sop_instance_uid
        best = _best(entry)
        if best is not None or (case.case_id, uid) in chosen:
            score, finding = best or (0.0, "")
            found.append(
                Choice(
                    case.case_id,
                    uid,
                    case.patient,
                    case.created,
                    score,
                    finding,
                    (case.case_id, uid) in chosen,
                )
            )
    return found


def _best(entry: FilmEntry) -> tuple[float, str] | None:
    said = [found for part in entry.screenings or () for found in part.findings]
    return max(((found.probability, found.name) for found in said), default=None)
