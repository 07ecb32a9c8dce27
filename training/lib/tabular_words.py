"""The parts of a risk model's card that are made from its manifest."""

from collections.abc import Mapping
from typing import Any

from training.lib.card import table
from training.lib.tabular_fit import BOOSTING

MADE = """{kind} ({options}) for: {outcome}. Made with scikit-learn, converted with
skl2onnx; the file's probability agrees with scikit-learn's within 1e-5 on every row."""
LINEAR = """Contributions are exact: coefficient times the distance to the reference person, in
  log-odds of the score. They add up to the difference from the reference person's score."""
TREES = """Contributions are exact Shapley values of the trees with the reference person as the only
  background, in log-odds of the score; every leaf that a mixture of the two persons reaches is
  counted. They add up to the difference from the reference person's score."""
INTERVAL = """Interval of one patient's answer: the fit was repeated on {resamples} resamples of
  whole groups; the interval runs from the 2.5th to the 97.5th percentile of their answers. It
  covers the uncertainty of the coefficients, not that of a single person's fate or of another
  clinic."""
OPERATING = """Score = sigmoid({slope} x logit + {intercept}), shown from 0 to 100. Threshold
{threshold}: the highest that finds {sensitivity:.0%} of the rows with the outcome among unseen
rows. {prevalence:.1%} of the training rows have the outcome: the score is not the chance of disease
elsewhere. With the site's own share entered, the program corrects the odds for it. Below the
threshold does not rule out disease."""
VALIDATION = """{folds} folds by {groups}, the split repeated {repeats} times for the AUC. For every
fold, calibration and threshold came from its training folds alone (an inner cross-validation); no
row was ever scored by a model that had seen its group. Inputs and learner were fixed after a first
look at such figures on the same data, which flatters them a little."""
CURVE_MADE = """Discrete-time survival: one logistic regression (ridge, C {C}) over person-years for
{outcome}, with a level of its own for each of {years} years and coefficients that hold for all of
them. Made with scikit-learn, converted with skl2onnx; the file's probability agrees with
scikit-learn's within 1e-5 on every row. The share alive at the end of a year is the product of what
every year leaves."""
CURVE_CONTRIBUTIONS = """Contributions are exact: coefficient times the distance to the reference
  person, in log-odds of dying within a year; the same in every year."""
CURVE_READING = """The curve is the share of patients like this one in the study who were alive, in
its time and under its treatment: not a forecast of one person's life. It carries no threshold."""
CURVE_VALIDATION = """{folds} folds by patient; no patient was ever scored by a model that had seen
them. C is Harrell's: of all pairs whose order is known, the share that was foretold; Cox regression
(Breslow's ties, same inputs, same folds) stands beside it. "brier_weighted" is the mean squared
error of the share alive, weighted for those who left before. Whoever left within a year counts for
it if that was after its middle, as life tables do.
Inputs were fixed after a first look at such figures, which flatters them a little."""


def inputs_table(risk: Mapping[str, Any]) -> str:
    """Return one line for each input."""
    head = ("input", "unit", "LOINC", "seen in training", "if missing", "reference")
    rows = []
    for one in risk["inputs"]:
        if "codes" in one:
            seen, missing = ", ".join(one["codes"]), "required"
        else:
            seen = f"{one['low']:g} to {one['high']:g}"
            missing = "required" if one["required"] else f"{one['fill']:g}"
            if "top" in one:
                seen += f" ({one['top']} and over count as {one['top']})"
        reference = one["reference"]
        shown = reference if isinstance(reference, str) else f"{reference:g}"
        rows.append((f"`{one['name']}`", one["unit"], one["loinc"], seen, missing, shown))
    return table(head, rows)


def how_contributions(risk: Mapping[str, Any]) -> str:
    """Say how contributions are made."""
    return LINEAR if risk["explanation"] == "linear" else TREES


def how_interval(risk: Mapping[str, Any], settings: Mapping[str, Any]) -> str:
    """Say how the interval of one patient's answer is made."""
    if risk["explanation"] != "linear":
        return "There is no interval for one patient's score: the trees hold none."
    return INTERVAL.format(resamples=settings["resamples"])


def binary_words(content: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return the template's parts for a model with a threshold."""
    risk, proof = content["risk"], content["evidence"]
    how = settings[settings["learner"]]
    options = ", ".join(f"{name} {value}" for name, value in how.items())
    kind = "Gradient boosting" if settings["learner"] == BOOSTING else "Logistic regression, ridge"
    bins = [
        [b[key] for key in ("predicted", "seen", "low", "high", "n")] for b in risk["reliability"]
    ]
    return {
        "made": MADE.format(kind=kind, options=options, outcome=risk["outcome"]["en"]),
        "inputs": inputs_table(risk),
        "most_missing": str(risk["most_missing"]),
        "contributions": how_contributions(risk),
        "interval": how_interval(risk, settings),
        "operating": OPERATING.format(
            **risk["calibration"],
            threshold=risk["threshold"],
            sensitivity=risk["sensitivity"],
            prevalence=proof["training_prevalence"],
        ),
        "validation": VALIDATION.format(
            folds=settings["folds"],
            groups=proof["training_data"][0]["groups"],
            repeats=settings["repeats"],
        ),
        "calibration": "What was predicted and what was seen (calibration.svg):\n\n"
        + table(("score", "seen", "95 % low", "95 % high", "n"), bins),
    }


def curve_words(
    content: Mapping[str, Any], settings: Mapping[str, Any], fifths: str
) -> dict[str, str]:
    """Return the template's parts for a survival model."""
    risk = content["risk"]
    return {
        "made": CURVE_MADE.format(
            outcome=risk["outcome"]["en"], C=settings["logistic"]["C"], years=len(risk["years"])
        ),
        "inputs": inputs_table(risk),
        "most_missing": str(risk["most_missing"]),
        "contributions": CURVE_CONTRIBUTIONS,
        "interval": how_interval(risk, settings).replace("patient's answer", "patient's curve"),
        "operating": CURVE_READING,
        "validation": CURVE_VALIDATION.format(folds=settings["folds"]),
        "calibration": "Share alive, predicted and seen (Kaplan-Meier), in five groups by "
        "predicted risk (calibration.svg):\n\n" + fifths,
    }
