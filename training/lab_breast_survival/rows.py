"""The rows: women after surgery for primary breast cancer; time to death from any cause."""

from pathlib import Path

import numpy as np

from training.lib.tabular import Table, numbers, read_csv, without_repeats

SIZES = {"<=20": "up_to_20_mm", "20-50": "20_to_50_mm", ">50": "above_50_mm"}


def read(data: Path) -> Table:
    """Return the table of the training data. Treatments are no inputs."""
    columns = read_csv(data / "labs" / "r_survival_rotterdam.csv")
    kept = without_repeats(columns, besides=("pid",))
    columns = {name: column[kept] for name, column in columns.items()}
    return Table(
        {
            "age": numbers(columns["age"]),
            "tumour_size": np.array([SIZES[text] for text in columns["size"]]),
            "tumour_grade": columns["grade"],
            "positive_nodes": numbers(columns["nodes"]),
            "progesterone_receptor": numbers(columns["pgr"]),
            "oestrogen_receptor": numbers(columns["er"]),
        },
        numbers(columns["death"]).astype(np.int64),
        columns["pid"],
        numbers(columns["dtime"]) / 365.25,
        np.array([]),
        (
            "Hormonal treatment and chemotherapy are left out: who was treated was chosen by risk, "
            "so that a coefficient would not tell what the treatment does.",
        ),
    )
