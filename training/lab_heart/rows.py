"""The rows: patients sent for coronary angiography in the 1980s, at three sites."""

from pathlib import Path

import numpy as np

from training.lib.tabular import Table, numbers, read_csv, without_repeats

PAIN = {1.0: "typical", 2.0: "atypical", 3.0: "non_anginal", 4.0: "none"}
MISSING = -9.0
_CODED = ("sex", "cp", "exang")


def read(data: Path) -> Table:
    """Return the table of the training data; 0 and -9 stand for missing in some columns."""
    columns = read_csv(data / "labs" / "uci_heart_3sites.csv")
    kept = without_repeats(columns)
    values = {n: numbers(c)[kept] for n, c in columns.items() if n not in ("site", "target")}
    for column in values.values():
        column[column == MISSING] = np.nan
    values["chol"][values["chol"] == 0] = np.nan
    whole = np.array([float(v).is_integer() for v in values["num"]])
    for name in _CODED:
        whole &= np.isin(values[name], (0, 1, 2, 3, 4))
    asked = {
        "age": values["age"],
        "sex": np.where(values["sex"] == 1, "M", "F"),
        "chest_pain": np.array([PAIN.get(float(v), "") for v in values["cp"]]),
        "total_cholesterol": values["chol"],
        "max_heart_rate": values["thalach"],
        "exercise_angina": np.where(values["exang"] == 1, "yes", "no"),
        "st_depression": values["oldpeak"],
    }
    return Table(
        {name: column[whole] for name, column in asked.items()},
        (values["num"][whole] > 0).astype(np.int64),
        np.array([str(number) for number in kept[whole]]),
        np.zeros(0),
        columns["site"][kept][whole],
        (
            f"{len(columns['age']) - len(kept)} row that repeats another is left out, and "
            f"{int((~whole).sum())} whose exercise angina or codes are missing or damaged.",
            "A cholesterol of 0 is a missing one: all of Switzerland, some of Hungary.",
            "Slope, vessels at fluoroscopy and thallium scan are left out: outside Cleveland they "
            "are mostly missing, so that their absence would tell the site.",
        ),
    )
