"""An identity as the columns of the table of names."""

import json

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.store import codec
from meddx_desktop.core.store.database import Row, Value

COLUMNS = "patient_id, alphabetic, ideographic, phonetic, birth_date, sex, allergies"


def patient_row(patient: Patient) -> tuple[Value, ...]:
    """The values of `COLUMNS`."""
    name, allergies = patient.name, patient.allergies
    return (
        patient.patient_id,
        name.alphabetic,
        name.ideographic,
        name.phonetic,
        codec.day_text(patient.birth_date),
        patient.sex,
        None if allergies is None else codec.to_json(allergies),
    )


def read_patient(row: Row) -> Patient:
    """The identity of the values of `COLUMNS`."""
    patient_id, alphabetic, ideographic, phonetic, born, sex, allergies = row
    return Patient(
        patient_id=patient_id,
        name=PersonName(alphabetic, ideographic, phonetic),
        birth_date=codec.day(born),
        sex=Sex(sex),
        allergies=None if allergies is None else tuple(json.loads(allergies)),
    )
