"""The rows: patients with primary biliary cholangitis at their first visit; time to death."""

from pathlib import Path

import numpy as np

from training.lab_pbc_year.rows import DEAD, oedema
from training.lib.tabular import Table, numbers, read_csv


def read(data: Path) -> Table:
    """Return the table of the training data; a transplant ends the observation."""
    columns = read_csv(data / "labs" / "r_survival_pbc.csv")
    return Table(
        {
            "age": numbers(columns["age"]),
            "sex not asked": np.where(columns["sex"] == "m", "M", "F"),
            "bilirubin": numbers(columns["bili"]),
            "albumin": numbers(columns["albumin"]),
            "prothrombin_time": numbers(columns["protime"]),
            "oedema": oedema(numbers(columns["edema"])),
        },
        (numbers(columns["status"]) == DEAD).astype(np.int64),
        columns["id"],
        numbers(columns["time"]) / 365.25,
        np.array([]),
        ("The five inputs of the Mayo score; a transplant ends the observation.",),
    )
