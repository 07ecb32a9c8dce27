"""Keys without a key file, and plain cases; imports little, so that a torture child starts fast."""

import hmac
from datetime import UTC, date, datetime
from pathlib import Path

from meddx_desktop.core.domain.case import Case, FilmEntry
from meddx_desktop.core.domain.imaging import Instance, Source, Study
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex


class FakeKeys:
    """Derives as the real ones do, from fixed bytes."""

    def __init__(self, seed: bytes = b"a", current: int = 1, store_id: str = "5701e"):
        self.seed, self.current, self.store_id = seed, current, store_id

    @property
    def generations(self):
        return tuple(range(self.current, 0, -1))

    def derive(self, purpose, generation=None):
        number = self.current if generation is None else generation
        if not 1 <= number <= self.current:
            raise KeyError(number)
        return hmac.digest(self.seed, f"{purpose} {number}".encode(), "sha256")


def film(uid="1.1", *, study="1", patient=Patient(), sha256="", series=()):
    """One plain film."""
    instance = Instance(Source(Path(f"{uid}.dcm")), uid, "1.2", 1, 1, 8, 8, "MONOCHROME2", "", "DX",
                        sha256=sha256)  # fmt: skip
    return FilmEntry(Study(study, patient, date(2024, 5, 1), "", series), instance)


def case(
    case_id="c1", *, name="", ideographic="", patient_id="", born=None, sex=Sex.UNKNOWN, **more
):
    """One case of a named patient."""
    patient = Patient(patient_id, PersonName(name, ideographic), born, sex)
    more.setdefault("created", datetime(2024, 5, 1, 8, tzinfo=UTC))
    return Case(case_id, patient, **more)
