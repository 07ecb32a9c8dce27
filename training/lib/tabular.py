"""Tables of persons, and the columns that a risk model sees of them."""

import csv
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.lib.statistics import Floats, Ints

INPUTS = Path(__file__).with_name("tabular_inputs.toml")
Texts = NDArray[np.str_]
Values = Floats | Texts
NUMBERS = ("number", "age")
FORMS = {"value": lambda v: v, "log": np.log, "log1p": np.log1p}
BACK = {"value": lambda v: v, "log": math.exp, "log1p": math.expm1}


@dataclass(frozen=True)
class Table:
    """Persons (or visits) as rows.

    Attributes
    ----------
    values : Mapping[str, Values]
        By input name, in the unit of the input; NaN is missing. Choices, answers and sex are codes.
    truth : Ints
        1 where the outcome is there (for survival: whether the event was seen).
    groups : Texts
        Rows of one group never stand on both sides of a split.
    years : Floats
        Time under observation; empty where the outcome has none.
    sites : Texts
        Where the row comes from; empty where there is one site.
    notes : tuple[str, ...]
        What was left out and why, for the card.
    """

    values: Mapping[str, Values]
    truth: Ints
    groups: Texts
    years: Floats
    sites: Texts
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.truth)


@dataclass(frozen=True)
class Column:
    """One column of the network's input: a form of a number, or whether a code is there."""

    input: str
    form: str
    code: str = ""


def read_csv(path: Path) -> dict[str, Texts]:
    """Read a CSV file as columns of text."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


def numbers(column: Texts) -> Floats:
    """Return a text column as numbers; an empty cell is NaN."""
    return np.array([float(text) if text else np.nan for text in column])


def without_repeats(columns: Mapping[str, Values], *, besides: Sequence[str] = ()) -> Ints:
    """Return the row numbers without those that repeat an earlier row (`besides` left aside)."""
    kept: dict[tuple[str, ...], int] = {}
    used = [values for name, values in columns.items() if name not in besides]
    for number in range(len(used[0])):
        kept.setdefault(tuple(str(values[number]) for values in used), number)
    return np.array(sorted(kept.values()), dtype=np.int64)


def taken(table: Table, rows: Any) -> Table:
    """Return some rows of a table."""
    return Table(
        {name: values[rows] for name, values in table.values.items()},
        table.truth[rows],
        table.groups[rows],
        table.years[rows] if len(table.years) else table.years,
        table.sites[rows] if len(table.sites) else table.sites,
        table.notes,
    )


def described_inputs(settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what a model asks for: the shared description with the model's own settings."""
    with INPUTS.open("rb") as file:
        known = tomllib.load(file)
    made = []
    for name, own in settings["inputs"].items():
        made.append(
            {"name": name, "kind": "number", "unit": "1", "loinc": "", **known[name], **own}
        )
    return made


def columns_of(settings: Mapping[str, Any]) -> list[Column]:
    """Return the columns in the order of the network's input; the first choice is the zero."""
    columns = []
    for one in described_inputs(settings):
        if one["kind"] in NUMBERS:
            columns.append(Column(one["name"], one.get("form", "value")))
        else:
            columns += [Column(one["name"], "is", code) for code in codes_of(one)[1:]]
    return columns


def codes_of(one: Mapping[str, Any]) -> list[str]:
    """Return the codes of an input that is no number, the usual one first."""
    if one["kind"] == "sex":
        return ["F", "M"]
    if one["kind"] == "answer":
        return ["no", "yes"]
    return [choice["code"] for choice in one["choices"]]


def encode(table: Table, columns: Sequence[Column]) -> Floats:
    """Return the matrix that the network sees; NaN is missing."""
    made = [
        (np.asarray(table.values[c.input]) == c.code).astype(float)
        if c.form == "is"
        else FORMS[c.form](np.asarray(table.values[c.input], dtype=float))
        for c in columns
    ]
    # What the network gets is float32: the fit and its copy must see the same numbers.
    return np.column_stack(made).astype(np.float32).astype(float)
