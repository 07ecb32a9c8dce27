"""Values that a living person can have; others are kept as written and not counted with."""

from meddx_desktop.core.domain.note import Measured

LIMITS = {
    "temperature": (25.0, 45.0),
    "temperature_highest": (25.0, 45.0),
    "heart_rate": (10.0, 350.0),
    "respiratory_rate": (2.0, 150.0),
    "spo2": (30.0, 100.0),
    "fio2": (20.0, 100.0),
    "oxygen_flow": (0.0, 80.0),
    "bp_systolic": (30.0, 350.0),
    "bp_diastolic": (5.0, 250.0),
    "bp_systolic_highest": (30.0, 350.0),
    "bp_diastolic_highest": (5.0, 250.0),
    "weight": (0.3, 400.0),
    "height": (20.0, 260.0),
    "bmi": (5.0, 120.0),
    "gcs": (3.0, 15.0),
    "pain": (0.0, 10.0),
}
"""A guard against slips of the pen, not a reference range."""


def is_plausible(measured: Measured) -> bool:
    """Say whether a living person can have the value; a range of values is not one either."""
    low, high = LIMITS.get(measured.name, (float("-inf"), float("inf")))
    return measured.comparator != "range" and low <= measured.value <= high
