"""The version before on the same pictures: a new gate has to be better where it matters."""

import json
from collections.abc import Mapping

import numpy as np

from training.cxr_gate.evaluate import Scored
from training.cxr_gate.faults import FAULTS
from training.lib.calibrate import softmax
from training.lib.config import Run
from training.lib.score import Scorer
from training.lib.statistics import Metric, rate_metric
from training.lib.variants import recipe


def compared(run: Run, found: Mapping[str, Scored]) -> list[Metric]:
    """Return the old package's false refusals and wrong acceptances, if ``previous/`` holds it."""
    folder = run.work / "previous"
    if not (folder / "manifest.json").is_file():
        return []
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    path = folder / manifest["variants"][0]["file"]
    scorer = Scorer(path, run.work / "scores", recipe=recipe(run))
    [(_, threshold)] = manifest["accept_threshold"].items()
    limit, version = manifest["out_of_distribution"]["limit"], manifest["version"]
    metrics = []
    for name, said in found.items():
        if name not in ("test", "strains"):
            continue
        kinds = dict.fromkeys(i.kind for i in said.items)
        for kind in kinds:
            # Some of each kind are enough for a comparison.
            own = [i for i in said.items if i.kind == kind]
            own = own[:: max(1, len(own) // run.settings["before"]["films"])]
            scores = scorer.score(own, name=f"{version}: {kind}")
            passes = (
                softmax(scores["logits"].astype(np.float64) / manifest["temperature"])[:, 0]
                >= threshold
            ) & (scores["atypicality"] <= limit)
            wrong = kind in FAULTS or own[0].target != 0
            metrics.append(
                rate_metric(
                    "wrong_accepted" if wrong else "false_refusal",
                    passes if wrong else ~passes,
                    data=f"{kind}, some of the test part",
                    variant=f"{version} {manifest['variants'][0]['precision']}",
                )
            )
    return metrics
