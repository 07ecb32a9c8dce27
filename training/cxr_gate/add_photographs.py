"""Add to the finished gate what tells photographs of films.

``python -m training.cxr_gate.add_photographs``; ``python -m training.cxr_gate`` ends with the same.
Photographs are made of training films alone: of seven tenths of their patients to fit, of two
tenths to report; one tenth was looked at meanwhile. Films count as they come: training films to
fit, validation films for the limit, test films to report.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cxr_gate import photograph_figures as figures
from training.cxr_gate.items import Films
from training.cxr_gate.photograph_figures import Told
from training.cxr_gate.photograph_head import (
    OUTPUT,
    READ,
    Branch,
    Floats32,
    attach,
    fit,
    reads,
    tapped,
)
from training.cxr_gate.photograph_items import (
    FIT,
    REPORT,
    at_the_edge,
    films_of,
    originals,
    photographs_of,
    plain_photographs_of,
    shot_of,
    strained_films,
)
from training.cxr_gate.photograph_scenes import SCENES
from training.cxr_gate.train import build, card_fields, parts_of
from training.lib.card import write_card
from training.lib.config import ROOT, Run, parse_run
from training.lib.items import Item, file_item
from training.lib.overview import write_overview
from training.lib.package import finish_package
from training.lib.score import Arrays
from training.lib.statistics import Metric, plain_metric

FOLDER = Path(__file__).parent
CHILDREN = "cxr-pneumonia-children"
THEIRS = "kermany_paediatric"
NAMES = ("added_refusal", "photograph_accepted", "score_on_other_side", "photograph_logit_apart")
SIXTH = 6
"""Which pictures are enough to see what a scene that was not taught does."""
RULE = "Photograph of a film"
SOME, MOST = 12, 400
"""The two files are compared on every so many-th photograph and film."""


@dataclass(frozen=True)
class Sets:
    """Every picture, by what it is for."""

    fit: list[Item]
    """Photographs of the patients to fit on."""
    fit_plain: list[Item]
    """The same without a fault of light or lens."""
    report: list[Item]
    report_plain: list[Item]
    films: dict[str, list[Item]]
    """Films by part: train, val, test."""
    strained: list[Item]
    full_size: list[Item]


def sets_of(run: Run, parts: Mapping[str, Films]) -> Sets:
    """Return them for the parts into which the films were divided."""
    train = parts["train"]
    return Sets(
        photographs_of(run, train, FIT),
        plain_photographs_of(run, train, FIT),
        photographs_of(run, train, REPORT),
        plain_photographs_of(run, train, REPORT),
        {part: films_of(run, own, part) for part, own in parts.items()},
        strained_films(run, parts["test"]),
        [file_item(path, "originals", kind="full size") for path in originals(run)],
    )


class _Reader:
    """What the network says and reads of each set, from the cache where it was asked before."""

    def __init__(self, run: Run, tap: Path, manifest: Mapping[str, Any]) -> None:
        self._run = run
        self._tap = tap
        self._manifest = manifest

    def __call__(self, items: Sequence[Item], name: str) -> Arrays:
        return reads(self._run, self._tap, items, name=name)

    def told(self, items: Sequence[Item], name: str, branch: Branch, limit: float) -> Told:
        """Say which pictures pass all the rest, and which are photographs to a branch."""
        if not items:
            nothing = np.zeros(0, dtype=bool)
            return Told(items, nothing, nothing)
        scores = self(items, name)
        passes = figures.passing(self._manifest, scores)
        return Told(items, passes, branch.logit(scores[READ]) >= limit)


@dataclass(frozen=True)
class _Lesson:
    """What a branch is fitted on and limited by."""

    read: Floats32
    target: NDArray[np.int64]
    scene: NDArray[np.str_]
    """Of each picture; empty where it is no photograph."""
    val: Arrays
    val_items: Sequence[Item]
    val_passes: NDArray[np.bool_]

    def branch(self, run: Run, *, without: str = "", every: int = 1) -> tuple[Branch, float]:
        """Fit, and choose the limit on the validation films alone."""
        settings = run.settings["film_photographs"]
        rows = np.flatnonzero((self.scene != without) | (self.target == 0))[::every]
        branch = fit(self.read[rows], self.target[rows], settings, seed=run.seed)
        share = settings["largest_false_refusal"]
        logit = branch.logit(self.val[READ])
        return branch, limit_of(logit, self.val_items, passes=self.val_passes, share=share)


def limit_of(
    logit: Floats32, items: Sequence[Item], *, passes: NDArray[np.bool_], share: float
) -> float:
    """Return the least logit that at most a share of the passing films of any source reach."""
    limits = []
    for source in sorted({i.source for i in items}):
        rows = passes & np.array([i.source == source and not at_the_edge(i.kind) for i in items])
        own = np.sort(logit[rows])[::-1]
        if len(own):
            limits.append(float(own[min(int(share * len(own)), len(own) - 1)]))
    return round(max(limits) + 1e-3, 3)


def add_photographs(run: Run, parts: Mapping[str, Films]) -> None:
    """Fit the output, add it to every file of the package, and write its figures."""
    manifest = json.loads((run.out / "manifest.json").read_text(encoding="utf-8"))
    main = run.out / manifest["variants"][0]["file"]
    reader = _Reader(run, tapped(main, run.work), manifest)
    sets = sets_of(run, parts)
    lesson = _lesson(run, reader, sets, manifest)
    branch, limit = lesson.branch(run)
    metrics = _figures(run, reader, sets, branch, limit)
    for scene in SCENES:
        blind, least = lesson.branch(run, without=scene, every=SIXTH)
        own = [i for i in sets.report if i.kind == scene]
        if own:
            told = reader.told(own, f"report, {scene}", blind, least)
            metrics.append(figures.unseen(told, scene))
    metrics += _apart(run, reader, sets, branch, manifest)
    for variant in manifest["variants"]:
        attach(run.out / variant["file"], branch)
    _write(run, manifest, limit=limit, metrics=metrics)


def _lesson(run: Run, reader: _Reader, sets: Sets, manifest: Mapping[str, Any]) -> _Lesson:
    films, taken = reader(sets.films["train"], "films"), reader(sets.fit, "photographs")
    plain = reader(sets.fit_plain, "plain photographs")
    val = reader(sets.films["val"], "validation films")
    count, photographs = len(sets.films["train"]), [*sets.fit, *sets.fit_plain]
    return _Lesson(
        np.concatenate([films[READ], taken[READ], plain[READ]]),
        np.repeat([0, 1], [count, len(photographs)]),
        np.array([""] * count + [shot_of(run, i.key).scene for i in photographs]),
        val,
        sets.films["val"],
        figures.passing(manifest, val),
    )


def _figures(run: Run, reader: _Reader, sets: Sets, branch: Branch, limit: float) -> list[Metric]:
    report = reader.told(sets.report, "report", branch, limit)
    plainly = reader.told(sets.report_plain, "report, plain", branch, limit)
    films = reader.told(sets.films["test"], "test films", branch, limit)
    strained = reader.told(sets.strained, "strained films", branch, limit)
    full = reader.told(sets.full_size, "full size", branch, limit)
    kinds = list(dict.fromkeys(i.kind for i in sets.films["test"]))
    plain = {i.key.partition("|")[0]: i for i in sets.films["train"] if i.key.endswith("|good|0")}
    children = run.out.parent / CHILDREN
    return [
        *figures.of_photographs(run, report),
        *figures.of_plain(plainly),
        *(
            figures.other_side(run, children, report, plain, source=THEIRS)
            if children.is_dir()
            else ()
        ),
        *figures.of_films(films, kinds),
        *figures.of_films(strained, list(dict.fromkeys(i.kind for i in sets.strained))),
        *figures.of_films(full, ["full size"]),
    ]


def _apart(
    run: Run, reader: _Reader, sets: Sets, branch: Branch, manifest: Mapping[str, Any]
) -> list[Metric]:
    """Return how far the other files' logits lie from those of the first, on the same pictures."""
    some = [*sets.report[::SOME], *sets.films["test"][::SOME]][:MOST]
    here = branch.logit(reader(some, "compared")[READ])
    metrics = []
    for variant in manifest["variants"][1:]:
        tap = tapped(run.out / variant["file"], run.work)
        there = branch.logit(reads(run, tap, some, name=variant["precision"])[READ])
        metrics.append(
            plain_metric(
                "photograph_logit_apart",
                float(np.abs(here - there).mean()),
                data="some photographs and films, mean distance from the int8 file",
                n=len(some),
                variant=variant["precision"],
            )
        )
    return metrics


def _write(run: Run, manifest: dict[str, Any], *, limit: float, metrics: list[Metric]) -> None:
    """Write the output, the limit and the figures into manifest and card."""
    settings, proof = run.settings, manifest["evidence"]
    manifest |= {k: settings[k] for k in ("version", "changelog")}
    manifest["outputs"][OUTPUT] = {"shape": ["N"]}
    manifest[OUTPUT] = {"output": OUTPUT, "refused_from": limit}
    kept = [m for m in proof["metrics"] if m["name"] not in NAMES]
    proof["metrics"] = kept + [m.as_json() for m in metrics]
    proof |= {k: settings[k] for k in ("intended_use", "out_of_scope")}
    share = settings["film_photographs"]["largest_false_refusal"]
    rules = [r for r in proof["rules"] if not r.startswith(RULE)]
    how = f"the logit that at most {share:.1%} of the passing films of any source reach"
    proof["rules"] = [*rules, f"{RULE}: {how}, as they are, varied and framed."]
    write_card(FOLDER / "card.md", run.out / "MODEL_CARD.md", manifest, **card_fields(manifest))
    finish_package(run.out, manifest)


def build_whole(run: Run) -> None:
    """Train, export, evaluate and package the gate, and add what tells photographs."""
    build(run)
    add_photographs(run, parts_of(run))


def main() -> None:
    """Run from the command line; see ``--help``."""
    run = parse_run(FOLDER)
    add_photographs(run, parts_of(run))
    if run.out.parent == ROOT / "models":
        write_overview(run.out.parent, ROOT / "docs" / "models.md")


if __name__ == "__main__":
    main()
