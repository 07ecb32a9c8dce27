"""What the manifest of a risk model says about its inputs, columns and answer, and its own check.

A risk model sees a row of numbers, no picture: `Input` is what people know, `Column` what the
network gets of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from meddx_desktop.core.inference.fields import Fields

BINARY = "binary"
SURVIVAL = "survival"
EXPLANATION = "explanation.json"
OUTPUT = "logits"
INTERVAL = "interval"
"""Form of the columns of a survival model that say which year is asked about."""

KINDS = ("number", "age", "sex", "answer", "choice")
FORMS = ("value", "log", "log1p", "is", INTERVAL)
Text = Mapping[str, str]
SLOPES = (0.01, 100.0)
INTERCEPTS = (-100.0, 100.0)
"""What a calibration may be; beyond it every score is the same, or turned round."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that a risk model asks for.

    Attributes
    ----------
    name : str
        As in the calculators, where both know it.
    title : Mapping[str, str]
        By language.
    kind : str
        ``number``, ``age``, ``sex``, ``answer`` or ``choice``.
    unit, loinc : str
        UCUM unit of the number; LOINC code, empty where none fits exactly.
    low, high : float
        Seen in the training; beyond it there is no answer.
    top : float | None
        The training wrote every value from there on as this one.
    fill : float | None
        What stands for a missing number; None where the input is required.
    reference : float | str
        Of the person that contributions are counted from.
    codes : tuple[str, ...]
        Of what is no number.
    code_titles : Mapping[str, Mapping[str, str]]
    required : bool
    """

    name: str
    title: Text
    kind: str
    unit: str
    loinc: str
    low: float
    high: float
    top: float | None
    fill: float | None
    reference: float | str
    codes: tuple[str, ...]
    code_titles: Mapping[str, Text]
    required: bool

    @property
    def is_number(self) -> bool:
        """Whether its value is a number."""
        return self.kind in ("number", "age")


@dataclass(frozen=True, slots=True)
class Column:
    """One number of the network's row: a form of an input, whether a code is there, or a year."""

    input: str
    form: str
    code: str
    fill: float


@dataclass(frozen=True, slots=True)
class Bin:
    """What was predicted and what was seen, in one group of persons of the training data."""

    predicted: float
    seen: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Risk:
    """The whole of it.

    Attributes
    ----------
    kind : str
        ``binary`` (a score with a threshold) or ``survival`` (a curve over `years`).
    explanation : str
        ``linear`` or ``trees``.
    slope, intercept, threshold, sensitivity
        Of a binary model: calibration of the log-odds, threshold, and the share it was chosen for.
    limits : Mapping[str, tuple[str, ...]]
        What must be known before reading an answer, by language; the first lines of the card.
    twin : str
        File with the decision tree that asks the same question; empty where there is none.
    """

    kind: str
    outcome: Text
    limits: Mapping[str, tuple[str, ...]]
    explanation: str
    inputs: tuple[Input, ...]
    columns: tuple[Column, ...]
    most_missing: int
    refuses_pregnancy: bool
    slope: float
    intercept: float
    threshold: float
    sensitivity: float
    years: tuple[float, ...]
    reliability: tuple[Bin, ...]
    twin: str

    def input(self, name: str) -> Input:
        """The input of that name."""
        return next(one for one in self.inputs if one.name == name)


def read_risk(fields: Fields) -> Risk:
    """Read the ``risk`` object of a manifest.

    Raises
    ------
    ModelRejected
        ``model_manifest_invalid`` with the field that is wrong.
    """
    kind = fields.choice("kind", (BINARY, SURVIVAL))
    line = fields.optional("calibration") if kind == BINARY else None
    twin = fields.optional("twin")
    limits = fields.inner("limits")
    risk = Risk(
        kind=kind,
        outcome=fields.titles("outcome"),
        limits={language: limits.strings(language) for language in limits.content},
        explanation=fields.choice("explanation", ("linear", "trees")),
        inputs=tuple(_input(item) for item in fields.items("inputs")),
        columns=tuple(_column(item) for item in fields.items("columns")),
        most_missing=fields.integer("most_missing"),
        refuses_pregnancy=fields.flag("refuses_pregnancy"),
        slope=line.between("slope", *SLOPES) if line else 1.0,
        intercept=line.between("intercept", *INTERCEPTS) if line else 0.0,
        threshold=fields.probability("threshold") if kind == BINARY else 0.0,
        sensitivity=fields.probability("sensitivity") if kind == BINARY else 0.0,
        years=_years(fields) if kind == SURVIVAL else (),
        reliability=tuple(_bin(item) for item in fields.items("reliability")),
        twin=twin.text("file") if twin else "",
    )
    _check(fields, risk)
    return risk


def _input(fields: Fields) -> Input:
    kind = fields.choice("kind", KINDS)
    is_number = kind in ("number", "age")
    required = fields.flag("required")
    low, high = (fields.number("low"), fields.number("high")) if is_number else (0.0, 0.0)
    if low > high:
        raise fields.wrong("high")
    codes = () if is_number else fields.strings("codes")
    if not is_number and not required:
        raise fields.wrong("required")
    titles = {} if kind != "choice" else _titles(fields)
    if kind == "choice" and tuple(titles) != codes:
        raise fields.wrong("choices")
    return Input(
        name=fields.text("name"),
        title=fields.titles("title"),
        kind=kind,
        unit=fields.text("unit"),
        loinc=str(fields.content.get("loinc", "")),
        low=low,
        high=high,
        top=fields.optional_number("top"),
        fill=None if required else fields.number("fill"),
        reference=fields.number("reference") if is_number else fields.choice("reference", codes),
        codes=codes,
        code_titles=titles,
        required=required,
    )


def _titles(fields: Fields) -> dict[str, Text]:
    return {item.text("code"): item.titles("title") for item in fields.items("choices")}


def _column(fields: Fields) -> Column:
    code = fields.content.get("code")
    return Column(
        input=fields.text("input"),
        form=fields.choice("form", FORMS),
        code=code if isinstance(code, str) else "",
        fill=fields.number("fill"),
    )


def _bin(fields: Fields) -> Bin:
    return Bin(
        predicted=fields.probability("predicted"),
        seen=fields.probability("seen"),
        low=fields.probability("low"),
        high=fields.probability("high"),
        n=fields.integer("n"),
    )


def _years(fields: Fields) -> tuple[float, ...]:
    years = fields.content.get("years")
    found = fields.numbers("years", count=len(years) if isinstance(years, list) else 0)
    if not found or list(found) != sorted(set(found)) or found[0] <= 0:
        raise fields.wrong("years")
    return found


def _check(fields: Fields, risk: Risk) -> None:
    """Every column is of an input; codes are those of it; a survival model ends with its years."""
    by_name = {one.name: one for one in risk.inputs}
    if len(by_name) < len(risk.inputs) or not risk.columns:
        raise fields.wrong("inputs")
    own = len(risk.columns) - len(risk.years)
    if [column.form == INTERVAL for column in risk.columns] != [False] * own + [True] * len(
        risk.years
    ):
        raise fields.wrong("columns")
    for column in risk.columns[:own]:
        one = by_name.get(column.input)
        fits = one is not None and one.is_number is (column.form != "is")
        if not fits or (column.form == "is" and one is not None and column.code not in one.codes):
            raise fields.wrong("columns")
