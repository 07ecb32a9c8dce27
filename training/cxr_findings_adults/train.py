"""From the films to the package of the adults' model."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.cxr_findings_adults.card import card_fields
from training.cxr_findings_adults.evaluate import Tested, evaluate
from training.cxr_findings_adults.figures import (
    MACRO_POSITIVES,
    THE_REST,
    VIEWS,
    contrasts,
    logit_of,
    served,
    served_words,
    truth_of,
)
from training.cxr_findings_adults.folds import (
    ALL,
    Material,
    degraded_item,
    film_item,
    gather,
    network_files,
    out_of_fold,
)
from training.cxr_findings_adults.labels import (
    FINDINGS,
    LABELS,
    SOURCE,
    Films,
    fold_numbers,
    read_table,
)
from training.cxr_findings_adults.operating import Operating, choose_operating
from training.cxr_findings_adults.pointing import points_better_than_a_guess
from training.lib.card import write_card
from training.lib.config import Run
from training.lib.package import describe, finish_package, start_package, write_sample
from training.lib.score import Arrays
from training.lib.statistics import Floats, Metric, auc
from training.lib.variants import PRECISIONS

FOLDER = Path(__file__).parent
COMPARISON = FOLDER / "comparison.json"


def build(run: Run) -> None:
    """Run every step; finished steps are read back from the work folder."""
    films = read_table(run.data / "cxr", limit=run.limit)
    material = gather(run, films)
    networks = {fold: network_files(material, fold) for fold in fold_numbers(films)}
    shipped = network_files(material, ALL)
    plain = [film_item(material, row) for row in range(len(films))]
    worn = [degraded_item(material, row) for row in range(len(films))]
    scores = {p: out_of_fold(material, networks, plain, precision=p) for p in PRECISIONS}
    good = int8_is_good(films, scores, run.settings["quantize"]["largest_auc_loss"])
    main, *_ = precisions = start_package(run, shipped, int8_good=good)
    degraded = out_of_fold(material, networks, worn, precision=main)
    known, _ = served(films, run.settings["applies_to"]["views"])
    distance = np.concatenate([s["atypicality"][known] for s in (scores[main], degraded)])
    operating = choose_operating(
        run, films, scores[main], known=known, distance=distance.astype(np.float64)
    )
    tested = Tested(material, networks, shipped, scores, degraded, main)
    metrics = evaluate(tested, operating)
    _write(material, precisions, metrics, operating)


def int8_is_good(films: Films, scores: Mapping[str, Arrays], largest: float) -> bool:
    """Say whether int8 costs no more AUC than allowed in any contrast with enough films."""
    for contrast in contrasts(films, films.adults):
        truth = truth_of(films, contrast)
        if truth.sum() < MACRO_POSITIVES:
            continue
        exact, rounded = (
            auc(logit_of(scores[p], contrast.label)[contrast.rows], truth) for p in ("fp32", "int8")
        )
        if exact - rounded > largest:
            return False
    return True


def _label(run: Run, index: int, operating: Operating, metrics: Sequence[Metric]) -> dict[str, Any]:
    """Return a label with the evidence that decides whether users see it.

    A finding is judged against all other films, which is harder than against clean ones. Nothing
    is shown that is not proved to see more than image statistics do, in all views taken together
    and in each view that the model is offered for.
    """
    name = LABELS[index]
    against = THE_REST if name in FINDINGS else "against no finding"
    views = run.settings["applies_to"]["views"]
    own_words = f"{served_words(views)}, {name} {against}"
    wanted = {
        own_words,
        *(f"{served_words(v)}, {name} {against}" for v in (VIEWS, *zip(views, strict=True))),
    }
    own = [m for m in metrics if m.name == "auc" and m.data == own_words]
    lowest = run.settings["operating_point"]["shown_if_auc_low_at_least"]
    point = operating.points[name]
    proof = own[0].as_json() if own else None
    low = proof["low"] if proof else None
    leads = [m.low for m in metrics if m.name == "auc_above_statistics" and m.data in wanted]
    sees_more = bool(leads) and all(lead is not None and lead > 0 for lead in leads)
    return {
        "index": index,
        "name": name,
        **run.settings["labels"][name],
        "calibration": {"slope": point.platt.slope, "intercept": point.platt.intercept},
        "threshold": point.threshold,
        "not_sure": [point.band_low, point.band_high],
        "heat_scale": point.heat_scale,
        "shown": bool(low is not None and low >= lowest and sees_more),
        "heat_shown": points_better_than_a_guess(metrics, name),
        "auc": proof and {k: proof[k] for k in ("value", "low", "high", "n_positive")},
    }


def _write(
    material: Material, precisions: Sequence[str], metrics: Sequence[Metric], operating: Operating
) -> None:
    run, films = material.run, material.films

    def probabilities(logits: Floats) -> list[float]:
        return [round(float(operating.probability(n, logits)[0]), 5) for n in LABELS]

    wanted = run.settings["sample"]["film"]
    row = films.files.index(wanted) if wanted in films.files else 0
    sample = np.asarray(material.pictures[row])
    write_sample(run, precisions[0], sample, probabilities={"of": probabilities})
    shutil.copyfile(FOLDER / "LICENSE.txt", run.out / "LICENSE")
    manifest = _manifest(material, precisions, metrics, operating)
    write_card(FOLDER / "card.md", run.out / "MODEL_CARD.md", manifest, **card_fields(manifest))
    finish_package(run.out, manifest)


def _manifest(
    material: Material, precisions: Sequence[str], metrics: Sequence[Metric], operating: Operating
) -> dict[str, Any]:
    run, films = material.run, material.films
    adults = films.adults
    described = describe(run, precisions, labels=len(LABELS))
    percentile = run.settings["operating_point"]["atypicality_percentile"]
    refusal = run.settings["operating_point"]["refusal_percentile"]
    return {
        **described,
        "backbone": {**described["backbone"], "frozen": False},
        "labels": [_label(run, i, operating, metrics) for i in range(len(LABELS))],
        "not_assessed": run.settings["not_assessed"],
        "out_of_distribution": {
            "output": "atypicality",
            "limit": operating.atypicality_limit,
            "rule": f"{percentile}th percentile of adults' films, out of fold",
            "refuse_above": operating.refusal_limit,
            "refuse_rule": f"above the {refusal}th percentile of adults' films, out of fold",
        },
        "evidence": {
            "training_data": [
                {
                    "name": SOURCE,
                    **run.settings["sources"][SOURCE],
                    "n_films": len(films),
                    "n_patients": len(np.unique(films.patients)),
                }
            ],
            "metrics": [m.as_json() for m in metrics],
            "intended_use": run.settings["intended_use"],
            "out_of_scope": run.settings["out_of_scope"],
            "training_prevalence": _share(
                films, 0, served(films, run.settings["applies_to"]["views"])[0]
            ),
            "prevalence_by_label": {n: _share(films, i) for i, n in enumerate(LABELS)},
            "prevalence_by_view": {
                v: _share(films, 0, films.views == v) for v in sorted(set(films.views.tolist()))
            },
            "rules": operating.rules,
            "recipe": {
                **run.settings["network"],
                **run.settings["finetune"],
                "probe_share": run.settings["probe"]["share"],
            },
            "comparison": json.loads(COMPARISON.read_text("utf-8")),
            "split": {
                "films": len(films),
                "adults_films": int(adults.sum()),
                "folds": {str(f): int((films.folds == f).sum()) for f in fold_numbers(films)},
            },
        },
    }


def _share(films: Films, column: int, among: Any = slice(None)) -> float:
    return round(float(np.nanmean(films.truth[among, column])), 4)
