"""The rows: adults with a complete elastography; significant stiffness is 8 kPa or more."""

from pathlib import Path

from training.lib.nhanes import elastography
from training.lib.tabular import Table

STIFF_KPA = 8


def read(data: Path) -> Table:
    """Return the table of the training data."""
    return elastography(data, "liver_stiffness_kpa", STIFF_KPA)
