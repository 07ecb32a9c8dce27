"""Write RESULTS.md and comparison.json; the figures of held-out sources are read here alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_tuberculosis.figures import (
    TRIALS,
    Trial,
    chosen_recipes,
    models_of,
    quick_rates,
    trial_metrics,
)
from training.cxr_tuberculosis.films import PAKISTAN, SOURCES, STRATA, TB
from training.cxr_tuberculosis.held_out import fold_numbers
from training.cxr_tuberculosis.learners import KINDS
from training.cxr_tuberculosis.protocol import Scores, inner_merit
from training.cxr_tuberculosis.renditions import Material
from training.lib.card import table
from training.lib.package import write_json
from training.lib.statistics import Metric

FOLDER = Path(__file__).parent
TEMPLATE = FOLDER / "results.md.in"
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Findings:
    """What the experiment found: chosen recipes, their figures, and all recipes beside them."""

    chosen: Mapping[str, Mapping[int, str]]
    inner: Mapping[str, Mapping[str, float]]
    metrics: Mapping[Trial, Sequence[Metric]]
    hindsight: Rows
    seen: Rows


def investigate(material: Material, scored: Mapping[str, Scores]) -> Findings:
    """Choose on inner films, then read the figures of the held-out sources."""
    run, films = material.run, material.films
    share, recipes = run.settings["judge"]["sensitivity"], run.settings["recipes"]
    chosen = {s: chosen_recipes(films, scored, recipes, s, share) for s in SOURCES}
    metrics = {
        trial: [
            metric
            for kind in KINDS
            for metric in trial_metrics(
                films,
                models_of(scored, trial.taught, chosen[trial.held_out], kind),
                trial,
                kind,
                share=share,
                seed=run.seed,
            )
        ]
        for trial in TRIALS
    }
    return Findings(
        chosen,
        _inner_table(material, scored),
        metrics,
        _hindsight(material, scored),
        _seen(material, scored),
    )


def _names(material: Material) -> list[str]:
    return [str(r["name"]) for r in material.run.settings["recipes"]]


def _inner_table(material: Material, scored: Mapping[str, Scores]) -> dict[str, dict[str, float]]:
    """Return, by held-out source and recipe, the inner figure that chooses, its mean over folds."""
    films, share = material.films, material.run.settings["judge"]["sensitivity"]
    return {
        source: {
            name: round(
                float(
                    np.mean(
                        [
                            inner_merit(films, scored[name], source, f, share=share)[0]
                            for f in fold_numbers(films)
                        ]
                    )
                ),
                4,
            )
            for name in _names(material)
        }
        for source in SOURCES
    }


def _hindsight(material: Material, scored: Mapping[str, Scores]) -> Rows:
    """List, for every recipe, the rate among healthy films of each held-out source."""
    films, share = material.films, material.run.settings["judge"]["sensitivity"]
    rows: Rows = []
    for name in _names(material):
        recipes = dict.fromkeys(fold_numbers(films), name)
        for kind in KINDS:
            cells = [
                quick_rates(
                    films,
                    models_of(scored, trial.taught, recipes, kind),
                    films.healthy(trial.held_out),
                    share=share,
                )
                for trial in TRIALS
            ]
            rows.append((name, kind, *(f"{both[0]:.0%} / {both[1]:.0%}" for both in cells)))
    return rows


def _seen(material: Material, scored: Mapping[str, Scores]) -> Rows:
    """List the same rates where no source is held out: what such films seem to promise."""
    films, share = material.films, material.run.settings["judge"]["sensitivity"]
    rows: Rows = []
    for name in _names(material):
        recipes = dict.fromkeys(fold_numbers(films), name)
        scores = models_of(scored, SOURCES, recipes, KINDS[0])
        cells = [
            quick_rates(films, scores, films.healthy(source), share=share, seen=True)
            for source in SOURCES
        ]
        rows.append((name, *(f"{both[0]:.0%} / {both[1]:.0%}" for both in cells)))
    return rows


def works(findings: Findings, largest: float) -> bool:
    """Say whether healthy films of every held-out source are called rarely enough.

    It has to hold at both thresholds, for degraded films and for films as they are, and for one
    way of teaching throughout: with the Pakistani normals or without them.
    """
    return any(
        all(
            _worst(findings, trial).value <= largest
            for trial in TRIALS
            if trial.held_out == PAKISTAN or (PAKISTAN in trial.taught) == with_them
        )
        for with_them in (False, True)
    )


def _worst(findings: Findings, trial: Trial) -> Metric:
    """Return the highest rate of a trial among healthy films."""
    healthy = STRATA[trial.held_out][0]
    rates = [
        m
        for m in findings.metrics[trial]
        if m.name == "false_positive_rate" and m.data.endswith(healthy)
    ]
    return max(rates, key=lambda m: m.value)


def _outcome(findings: Findings, largest: float) -> list[str]:
    """Return the verdict and, for each trial, the figure it rests on."""
    verdict = (
        f"The aim, at most {largest:.0%} in every held-out source, is reached."
        if works(findings, largest)
        else f"The aim, at most {largest:.0%} in every held-out source, is not reached: no package"
        " is made, and the program says of every film that tuberculosis was not assessed."
    )
    lines = [verdict, ""]
    for trial in TRIALS:
        worst = _worst(findings, trial)
        lines.append(
            f"- {trial.words}: {worst.value:.0%} (95 % interval {worst.low:.0%} to"
            f" {worst.high:.0%}) of the held-out films without disease are called tuberculosis"
        )
    return lines


def _figures(metrics: Sequence[Metric]) -> str:
    head = ("figure", "value", "95 % low", "95 % high", "data", "n", "at")
    rows = [
        (m.name, f"{m.value:.3f}", f"{m.low:.3f}", f"{m.high:.3f}", m.data, m.n, m.variant)
        for m in metrics
    ]
    return table(head, rows)


def _choices(findings: Findings) -> str:
    rows = [
        (source, ", ".join(f"{name} ({n})" for name, n in Counter(by_fold.values()).most_common()))
        for source, by_fold in findings.chosen.items()
    ]
    return table(("held out", "chosen recipe (folds)"), rows)


def _counts(material: Material) -> str:
    films = material.films
    rows = []
    for stratum in (TB, *(s for source in SOURCES for s in STRATA[source])):
        own = films.strata == stratum
        rows.append((stratum, int(own.sum()), len(np.unique(films.patients[own]))))
    return table(("stratum", "films", "patients or near-duplicate groups"), rows)


def write_results(material: Material, scored: Mapping[str, Scores], folder: Path) -> Findings:
    """Write both files into a folder; return what they say."""
    findings, settings = investigate(material, scored), material.run.settings
    largest = settings["judge"]["largest_false_positive_rate"]
    recipes = [(r["name"], r["words"]) for r in settings["recipes"]]
    trials = [t.words for t in TRIALS]
    inner = [
        (name, *(f"{findings.inner[s][name]:.0%}" for s in SOURCES)) for name in _names(material)
    ]
    parts = {
        "$outcome": "\n".join(_outcome(findings, largest)),
        "$counts": _counts(material),
        "$recipes": table(("recipe", "what it is"), recipes),
        "$inner": table(("recipe", *(f"without {s}" for s in SOURCES)), inner),
        "$choices": _choices(findings),
        "$figures": _figures([m for t in TRIALS for m in findings.metrics[t]]),
        "$hindsight": table(("recipe", "films", *trials), findings.hindsight),
        "$seen": table(("recipe", *SOURCES), findings.seen),
        "$sensitivity": f"{settings['judge']['sensitivity']:.0%}",
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for mark, part in parts.items():
        text = text.replace(mark, part)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "RESULTS.md").write_text(text, encoding="utf-8")
    write_json(folder / "comparison.json", _as_json(findings, largest))
    return findings


def _as_json(findings: Findings, largest: float) -> dict[str, Any]:
    return {
        "works": works(findings, largest),
        "why": _outcome(findings, largest),
        "largest_false_positive_rate": largest,
        "inner": findings.inner,
        "chosen": {s: {str(f): n for f, n in c.items()} for s, c in findings.chosen.items()},
        "held_out": [
            {
                "held_out": t.held_out,
                "taught": list(t.taught),
                "worst": _worst(findings, t).as_json(),
            }
            for t in TRIALS
        ],
    }
