"""The demonstration cases: real films from open collections, invented identities and results."""

import json
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.case import Case, LabRow
from meddx_desktop.core.operations import cases, labs
from meddx_desktop.core.operations.application import Application
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
    """Add note, typed lines and results to a demonstration case whose patient has some.

    The results come in as any file does; what somebody wrote or brought in is left alone.
    """
    identifier = case.patient.patient_id
    written: dict[str, Any] = json.loads((FOLDER / "cases.json").read_text("utf-8"))
    entry = written.get(identifier)
    if entry is not None and not case.note and not case.labs:
        cases.write_note(app, case.case_id, entry["note"].get(language, entry["note"]["en"]))
        rows = tuple(LabRow(**row) for row in entry["labs"])
        case = cases.write_labs(app, case.case_id, rows)
    if identifier in _RESULTS and not case.lab_imports:
        looked = labs.preview(app, FOLDER / _RESULTS[identifier])
        case = labs.import_into(app, case.case_id, looked).case
    return case
