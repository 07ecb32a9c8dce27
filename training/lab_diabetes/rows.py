"""The rows: adults with an HbA1c; diabetes is 6.5 % or more, treated people among them."""

from pathlib import Path

from training.lib.nhanes import adults, table_of
from training.lib.tabular import Table, numbers

HBA1C_PERCENT = 6.5


def read(data: Path) -> Table:
    """Return the table of the training data."""
    columns = adults(data)
    notes = (
        "Drugs are not in this copy of the survey: people treated below 6.5 % count as without.",
    )
    return table_of(columns, numbers(columns["hba1c_pct"]), HBA1C_PERCENT, notes)
