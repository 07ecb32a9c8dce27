"""Whose results they are, on one line: for pictures, prints and comparisons."""

from meddx_desktop.core.domain.patient import Patient
from meddx_desktop.gui import labels


def line(patient: Patient) -> str:
    """Name, number, birth date and sex, as far as they are known."""
    parts = [
        labels.name(patient),
        labels.plain(patient.patient_id),
        patient.birth_date.isoformat() if patient.birth_date else "",
        labels.label(f"sex.{patient.sex.value}") if patient.sex else "",
    ]
    return labels.listed(part for part in parts if part)
