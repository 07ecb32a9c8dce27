"""The demonstration case: real films from open collections, invented identities."""

import json
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.case import Case, LabRow
from meddx_desktop.core.operations import cases
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "demo"


def open_demonstration(_app: Application) -> list[Path]:
    """The films to open, in the order in which they are shown."""
    return sorted(FOLDER.glob("*.dcm"))


def fill(app: Application, case: Case, *, language: str = "en") -> Case:
    """Add note and laboratory lines to a demonstration case whose patient has some."""
    written: dict[str, Any] = json.loads((FOLDER / "cases.json").read_text("utf-8"))
    entry = written.get(case.patient.patient_id)
    if entry is None or case.note or case.labs:
        return case
    cases.write_note(app, case.case_id, entry["note"].get(language, entry["note"]["en"]))
    rows = tuple(LabRow(**row) for row in entry["labs"])
    return cases.write_labs(app, case.case_id, rows)
