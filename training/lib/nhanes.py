"""Adults of NHANES 2017-2018 with a biochemistry profile, as the risk models take them."""

from pathlib import Path

import numpy as np

from training.lib.statistics import Floats
from training.lib.tabular import Table, Texts, Values, numbers, read_csv, without_repeats

COLUMNS = {
    "age": "age_y",
    "bmi": "bmi",
    "waist": "waist_cm",
    "alt": "alt_u_l",
    "ast": "ast_u_l",
    "ggt": "ggt_iu_l",
    "alp": "alp_iu_l",
    "albumin": "albumin_g_dl",
    "globulin": "globulin_g_dl",
    "bilirubin": "bilirubin_total_mg_dl",
    "creatinine": "creatinine_mg_dl",
    "urea_nitrogen": "bun_mg_dl",
    "uric_acid": "uric_acid_mg_dl",
    "total_cholesterol": "cholesterol_mg_dl",
    "hdl_cholesterol": "hdl_mg_dl",
    "triglycerides": "triglycerides_mg_dl",
    "glucose": "glucose_serum_mg_dl",
    "sodium": "sodium_mmol_l",
    "potassium": "potassium_mmol_l",
    "chloride": "chloride_mmol_l",
    "calcium": "calcium_mg_dl",
}
"""Osmolality is left out everywhere: the survey computes it from glucose, sodium and urea."""


def adults(data: Path) -> dict[str, Texts]:
    """Return the rows of adults who gave blood and were not known to be pregnant."""
    columns = read_csv(data / "labs" / "nhanes_2017_2018_labs.csv")
    kept = without_repeats(columns, besides=("seqn",))
    columns = {name: values[kept] for name, values in columns.items()}
    blood = ~np.isnan(numbers(columns["alt_u_l"])) | ~np.isnan(numbers(columns["albumin_g_dl"]))
    rows = (
        (numbers(columns["age_y"]) >= 18)
        & (numbers(columns["pregnant_1y"]) != 1)
        & (numbers(columns["w_mec2yr"]) > 0)
        & blood
    )
    return {name: values[rows] for name, values in columns.items()}


def table_of(
    columns: dict[str, Texts], outcome: Floats, at_least: float, notes: tuple[str, ...]
) -> Table:
    """Return the rows whose outcome is known; a group is a sampling unit of the survey."""
    known = ~np.isnan(outcome)
    values: dict[str, Values] = {
        name: numbers(columns[column])[known] for name, column in COLUMNS.items()
    }
    values["sex"] = np.where(numbers(columns["sex_1m_2f"])[known] == 1, "M", "F")
    units = [f"{s}-{u}" for s, u in zip(columns["strata"], columns["psu"], strict=True)]
    return Table(
        values,
        (outcome[known] >= at_least).astype(np.int64),
        np.array(units)[known],
        np.zeros(0),
        np.array([]),
        (
            "Left out: under 18 years, known pregnancy, no examination or no biochemistry, rows "
            "that repeat another row.",
            *notes,
        ),
    )


def elastography(data: Path, outcome: str, at_least: float) -> Table:
    """Return the adults whose liver elastography was complete."""
    columns = adults(data)
    complete = numbers(columns["elasto_status"]) == 1
    columns = {name: values[complete] for name, values in columns.items()}
    return table_of(
        columns,
        numbers(columns[outcome]),
        at_least,
        ("Only complete elastography examinations (status 1); its own values are no inputs.",),
    )
