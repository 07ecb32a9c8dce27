"""Where the network looks: its map's outermost ring, and what it says of the surroundings alone."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.lib.config import Run
from training.lib.films import Picture
from training.lib.items import Item
from training.lib.score import OUTER, Arrays
from training.lib.statistics import Metric, auc_metric, plain_metric
from training.lib.variants import score_variant

PLACES = 7
DATA = "kermany_paediatric test fold"


def surroundings_metrics(
    run: Run, model: Path, test: Sequence[Item], scores: Arrays, *, main: str
) -> list[Metric]:
    """Return the share of evidence in the outer ring, and the AUC from it alone."""
    films = [i for i in test if i.kind == "as it is"]
    sick = np.array([i.kind == "as it is" and i.target == 1 for i in test])
    shares = scores[OUTER][sick, 0]
    known = shares[np.isfinite(shares)]
    share = float(known.mean()) if len(known) else float("nan")
    data = f"{DATA}, pneumonia films: mean share of the map's positive evidence"
    metrics = [plain_metric("evidence_in_outer_ring", share, data=data, n=len(known), variant=main)]
    words = "outer seventh of the film alone"
    items = [_border_of(i) for i in films]
    logits = score_variant(run, model, items, name=words)["logits"][:, 0]
    alone = auc_metric(
        logits.astype(np.float64),
        np.array([i.target for i in items], dtype=np.int64),
        groups=[i.group for i in items],
        data=f"{DATA}, {words}",
        variant=main,
        seed=run.seed,
    )
    return [*metrics, alone]


def _border_of(item: Item) -> Item:
    """Return a film of which only the border under the outermost ring of places is left."""

    def render() -> Picture:
        picture = item.render().copy()
        edge = len(picture) // PLACES
        picture[edge:-edge, edge:-edge] = 0
        return picture

    key = f"{item.key}|border"
    return Item(key, item.group, item.source, item.kind, item.target, render)
