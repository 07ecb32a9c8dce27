"""The rows: breast masses with a fine-needle aspirate, measured on a digitized image."""

from pathlib import Path

import numpy as np

from training.lib.tabular import Table, numbers, read_csv, without_repeats

COLUMNS = {
    "nucleus_worst_area": "worst area",
    "nucleus_worst_smoothness": "worst smoothness",
    "nucleus_mean_texture": "mean texture",
}
MALIGNANT = "0"


def read(data: Path) -> Table:
    """Return the table of the training data."""
    columns = read_csv(data / "labs" / "wdbc.csv")
    kept = without_repeats(columns)
    return Table(
        {name: numbers(columns[column])[kept] for name, column in COLUMNS.items()},
        (columns["target"][kept] == MALIGNANT).astype(np.int64),
        np.array([str(number) for number in kept]),
        np.zeros(0),
        np.array([]),
        ("The data set holds neither age nor sex: there are no subgroups to show.",),
    )
