"""The rows: patients with hepatitis C; the blood donors of the same data set are left out."""

from pathlib import Path

import numpy as np

from training.lib.tabular import Table, numbers, read_csv, without_repeats

BILIRUBIN_UMOL_L = 17.104
"""umol/L in 1 mg/dL of bilirubin (molar mass 584.66 g/mol)."""


def read(data: Path) -> Table:
    """Return the table of the training data, in the units of the inputs."""
    columns = read_csv(data / "labs" / "uci_hcv_labs.csv")
    kept = without_repeats(columns)
    group = np.array([text[0] for text in columns["Category"][kept]])
    suspect = np.char.startswith(columns["Category"][kept], "0")
    rows = kept[~suspect]
    columns = {name: column[rows] for name, column in columns.items()}
    values = {
        "age not asked": numbers(columns["Age"]),
        "sex not asked": np.where(columns["Sex"] == "m", "M", "F"),
        "albumin": numbers(columns["ALB"]) / 10,
        "bilirubin": numbers(columns["BIL"]) / BILIRUBIN_UMOL_L,
        "cholinesterase": numbers(columns["CHE"]) * 1000,
        "ast": numbers(columns["AST"]),
        "ggt": numbers(columns["GGT"]),
    }
    return Table(
        values,
        (group[~suspect] == "3").astype(np.int64),
        np.array([str(number) for number in range(len(rows))]),
        np.zeros(0),
        np.array([]),
        (
            "540 blood donors (7 of them suspect) are left out: telling patients from healthy "
            "donors is easy and of no use in a clinic.",
            "The others are hepatitis (24), fibrosis (21) and cirrhosis (30).",
            "Alkaline phosphatase is left out: it is missing mostly in patients.",
        ),
    )
