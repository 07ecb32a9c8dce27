"""The rows: visits of patients with primary biliary cholangitis; death within 365 days after."""

from pathlib import Path

import numpy as np

from training.lib.statistics import Floats
from training.lib.tabular import Table, numbers, read_csv

DAYS = 365
OEDEMA = {0.0: "none", 0.5: "mild", 1.0: "despite_diuretics"}
DEAD = 2
PLAUSIBLE_ALBUMIN = 6.0
"""g/dL. One visit has 8.01, taken for a slip of the pen and counted as missing."""


def oedema(column: Floats) -> np.ndarray:
    """Return the codes of the input for those of the data set."""
    return np.array([OEDEMA[float(value)] for value in column])


def read(data: Path) -> Table:
    """Return the table of the training data."""
    columns = read_csv(data / "labs" / "r_survival_pbcseq.csv")
    day, left = numbers(columns["day"]), numbers(columns["futime"]) - numbers(columns["day"])
    dead = numbers(columns["status"]) == DEAD
    # Whoever left the study or got a transplant within the year: nobody knows.
    known = (left > DAYS) | dead
    albumin = numbers(columns["albumin"])
    albumin[albumin > PLAUSIBLE_ALBUMIN] = np.nan
    values = {
        "age": numbers(columns["age"]) + day / 365.25,
        "sex": np.where(columns["sex"] == "m", "M", "F"),
        "bilirubin": numbers(columns["bili"]),
        "albumin": albumin,
        "prothrombin_time": numbers(columns["protime"]),
        "oedema": oedema(numbers(columns["edema"])),
    }
    return Table(
        {name: column[known] for name, column in values.items()},
        (dead & (left <= DAYS))[known].astype(np.int64),
        columns["id"][known],
        np.zeros(0),
        np.array([]),
        (
            f"{len(known)} visits; {int((~known).sum())} left out whose year was not seen to its "
            "end (transplant or end of observation).",
            "Visits of one patient never stand on both sides of a split.",
            "One albumin of 8.01 g/dL counts as missing.",
        ),
    )
