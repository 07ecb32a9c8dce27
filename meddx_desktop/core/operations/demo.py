"""The demonstration cases: real films from open collections, invented identities and results."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.assessment import Assessment
from meddx_desktop.core.domain.case import Case, LabRow, Vitals
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.operations import assessment, cases, filing, images, labs
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.batch import Outcome
from meddx_desktop.core.operations.throw_away import open_throw_away
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "demo"
_RESULTS = {"DEMO-001": "1-child-labs.hl7", "DEMO-003": "3-adult-labs.csv"}


def open_demonstration(_app: Application) -> list[Path]:
    """The films to open, in the order in which they are shown."""
    return sorted(FOLDER.glob("*.dcm"))


def lab_files() -> list[Path]:
    """Files of laboratory results, of the patients of the films."""
    return [FOLDER / name for name in _RESULTS.values()]


def fill(app: Application, case: Case, *, language: str = "en") -> Case:
    """Add note, vital signs, typed lines and results to a demonstration case that has some.

    The results come in as any file does; what somebody wrote or brought in is left alone.
    """
    identifier = case.patient.patient_id
    written: dict[str, Any] = json.loads((FOLDER / "cases.json").read_text("utf-8"))
    entry = written.get(identifier)
    if entry is not None and not case.note and not case.labs:
        spoken = "zh_CN" if language.startswith("zh") else "en"
        cases.write_note(app, case.case_id, entry["note"][spoken])
        rows = tuple(LabRow(**row) for row in entry["labs"])
        case = cases.write_labs(app, case.case_id, rows)
        if case.vitals == Vitals():
            # Weighed at the visit: of a weight without a day no dose is worked out.
            vitals = Vitals(**entry["vitals"], weight_on=case.day)
            case = cases.write_vitals(app, case.case_id, vitals)
    if identifier in _RESULTS and not case.lab_imports:
        looked = labs.preview(app, FOLDER / _RESULTS[identifier])
        case = labs.import_into(app, case.case_id, looked).case
    return case


def assessed(app: Application, outcomes: Iterable[Outcome]) -> list[tuple[str, Assessment]]:
    """Patient ID and assessment of every demonstration case that has a note.

    The cases are made in a store that goes at once, so that they are read as any other case is.

    Parameters
    ----------
    outcomes
        What the models said of the demonstration films.

    Raises
    ------
    CannotWrite
        There is no room for the store.
    KnowledgeRejected
        There is no assessment at all.
    """
    made = open_throw_away(app)
    try:
        found = []
        for outcome in outcomes:
            if outcome.error is None and outcome.results:
                case = fill(made.app, _filed(made.app, outcome.source, outcome))
                if case.note:
                    said = assessment.assess_case(made.app, case.case_id)
                    found.append((case.patient.patient_id, said))
        return found
    finally:
        made.close()


def _filed(app: Application, source: Source, outcome: Outcome) -> Case:
    """The case of one film with the answers that are there already."""
    film = images.open_film(source)
    case, waiting = cases.file_film(app, film, demonstration=True)
    answers = tuple(result.screening for result in outcome.results)
    with app.access.using(None) as desk:
        filing.keep_answer(desk, case.case_id, waiting.uid, answer=lambda _entry: answers)
    return cases.load(app, case.case_id) or case
