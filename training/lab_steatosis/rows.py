"""The rows: adults with a complete elastography; steatosis is a CAP of 274 dB/m or more."""

from pathlib import Path

from training.lib.nhanes import elastography
from training.lib.tabular import Table

CAP_DB_M = 274


def read(data: Path) -> Table:
    """Return the table of the training data."""
    return elastography(data, "cap_db_m", CAP_DB_M)
