"""One network for each fold, trained on the other folds, and one trained on all of them."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from training.cxr_findings_adults.fit import (
    Learner,
    Lesson,
    Training,
    embed,
    even_view_weights,
    folded_head,
    write_weights,
)
from training.cxr_findings_adults.labels import (
    Films,
    Floats32,
    Mask,
    Rows,
    fold_numbers,
    training_truth,
)
from training.cxr_findings_adults.renditions import (
    PLAIN,
    EarlyMaps,
    Pictures,
    read_pictures,
    render,
    save,
)
from training.cxr_findings_adults.start import start_weights
from training.lib.backbone import LateBlocks, load_backbone
from training.lib.config import Run, changed_settings
from training.lib.degrade import degrade
from training.lib.ensemble import EnsembleNetwork, Probe
from training.lib.films import Picture
from training.lib.head import fit_typical_space
from training.lib.items import Item, stream
from training.lib.levels import LevelNetwork, last_means
from training.lib.network import Head, ScreeningNetwork, TypicalSpace
from training.lib.score import Arrays
from training.lib.variants import export_network, export_variants, score_variant

AS_IT_IS = "as it is"
ALL = -1
SPACE_DRAWS = (PLAIN, 0)


@dataclass(frozen=True)
class Material:
    """What every training of a run shares."""

    run: Run
    films: Films
    pictures: Pictures
    maps: EarlyMaps
    start: Path | None

    def levels(self, draw: int) -> Floats32:
        """Return the levels of the starting backbone for all films; kept beside the maps."""
        name = "imagenet" if self.start is None else self.start.parent.name
        path = self.maps.folder / f"levels-{name}-{draw}.npy"
        if not path.is_file():
            frozen = self.run.settings["network"]["frozen_blocks"]
            blocks = LateBlocks(load_backbone(self.start), frozen)
            every = np.arange(len(self.films))
            save(path, embed(blocks, frozen, self.maps.rendition(draw), every))
        return np.asarray(np.load(path))


def gather(run: Run, films: Films) -> Material:
    """Return films, pictures and stored maps."""
    pictures = read_pictures(run, films)
    return Material(run, films, pictures, EarlyMaps(run, films, pictures), start_weights(run))


@dataclass(frozen=True)
class Trained:
    """The members that learnt from the same films, and the folder of the last one."""

    members: tuple[Learner, ...]
    folder: Path


def learn(material: Material, rows: Rows, name: str) -> Trained:
    """Train on some films, or read finished trainings back."""
    films, truth = material.films, training_truth(material.films)
    weight = np.ones(len(films), np.float32)
    if material.run.settings["finetune"]["even_views"]:
        weight[rows] = even_view_weights(truth[rows], films.views[rows])
    lesson = Lesson(rows, truth, weight, material.maps.rendition, material.levels, material.start)
    count = material.run.settings["finetune"]["members"]
    trainings = [Training(material.run, lesson, name, member=m) for m in range(count)]
    return Trained(tuple(t.finish() for t in trainings), trainings[-1].checkpoint.parent)


def learn_probe(material: Material, rows: Rows, name: str) -> Probe | None:
    """Fit the member of another kind, or read it back; ``None`` where the settings want none."""
    wanted = material.run.settings["probe"]
    if not wanted["share"]:
        return None
    changes = {part: wanted[part] for part in ("network", "finetune")}
    run = replace(material.run, settings=changed_settings(material.run.settings, changes))
    own = replace(material, run=run, start=start_weights(run))
    [learner] = learn(own, rows, name).members
    return Probe(load_backbone(own.start), folded_head(learner), wanted["share"])


def rows_without(run: Run, films: Films, fold: int) -> Rows:
    """Return the films of all other folds; ``ALL`` leaves out the demonstration's patients only."""
    if fold == ALL:
        return np.flatnonzero(~np.isin(films.patients, run.settings["split"]["never_learnt"]))
    return np.flatnonzero(films.folds != fold)


def network_files(material: Material, fold: int) -> dict[str, Path]:
    """Train without one fold and write fp32, int8 and fp16; finished files are read back."""
    run, films = material.run, material.films
    rows = rows_without(run, films, fold)
    name = "all folds" if fold == ALL else f"without fold {fold}"
    trained, probe = learn(material, rows, name), learn_probe(material, rows, name)
    weights = [trained.folder / f"backbone-{n}.pt" for n in range(len(trained.members))]
    heads = [
        write_weights(run, learner, material.start, path)
        for learner, path in zip(trained.members, weights, strict=True)
    ]
    features = np.concatenate([_features(material, trained, d, rows) for d in SPACE_DRAWS])
    space = fit_typical_space(features, axes=run.settings["head"]["axes"], seed=run.seed)
    step = max(1, len(rows) // run.settings["quantize"]["films"])
    rounding = _rounding(material, rows[::step])
    if len(weights) > 1 or probe:
        return _export_ensemble(run, _Parts(weights, heads, probe, space), rounding)
    kind = ScreeningNetwork if trained.members[0].last_only else LevelNetwork
    return export_variants(run, heads[0], space, rounding, weights=weights[0], kind=kind)


@dataclass(frozen=True)
class _Parts:
    """What an ensemble is put together from."""

    weights: Sequence[Path]
    heads: Sequence[Head]
    probe: Probe | None
    space: TypicalSpace


def _export_ensemble(run: Run, parts: _Parts, rounding: Sequence[Item]) -> dict[str, Path]:
    frozen = run.settings["network"]["frozen_blocks"]

    heads, probe, space = parts.heads, parts.probe, parts.space

    def build(half: bool) -> EnsembleNetwork:
        # A network in half precision is made from its own copies: halving works in place.
        own = [load_backbone(w) for w in parts.weights]
        return EnsembleNetwork(
            own, heads, space, frozen=frozen, half=half, probe=copy.deepcopy(probe)
        )

    every = [*heads, *([probe.head] if probe else [])]
    made_of = [v.tobytes() for h in every for v in (h.weight, h.bias)]
    made_of += [v.tobytes() for v in (space.mean, space.axes, space.basis)]
    made_of += [repr(probe.share if probe else 0).encode(), *(i.key.encode() for i in rounding)]
    first = [w.read_bytes() for w in parts.weights]
    return export_network(run, build, rounding, first=first, made_of=made_of)


def _features(material: Material, trained: Trained, draw: int, rows: Rows) -> Floats32:
    """Return the means of the last maps, averaged over the members."""
    stored = material.maps.rendition(draw)
    if not material.run.settings["finetune"]["epochs"]:
        return last_means(material.levels(draw)[rows])
    found = [last_means(embed(m.blocks, m.frozen, stored, rows)) for m in trained.members]
    return np.asarray(np.mean(found, axis=0), dtype=np.float32)


def _rounding(material: Material, rows: Rows) -> list[Item]:
    """Return the pictures that set the ranges of int8: every second one degraded."""
    plain = [film_item(material, int(r)) for r in rows[::2]]
    return plain + [tuning_item(material, int(r)) for r in rows[1::2]]


def film_item(material: Material, row: int) -> Item:
    """Return a film as it is."""
    films = material.films

    def show() -> Picture:
        return np.asarray(material.pictures[row])

    key = f"{films.files[row]}|adult|{AS_IT_IS}"
    return Item(key, str(films.patients[row]), "nih", AS_IT_IS, 0, show)


def tuning_item(material: Material, row: int) -> Item:
    """Return a film degraded and masked as in training."""
    run, films = material.run, material.films
    key = f"{films.files[row]}|adult|rounding"

    def show() -> Picture:
        picture = np.asarray(material.pictures[row])
        return render(picture, picture, key, seed=run.seed, settings=run.settings["degrade"])

    return Item(key, str(films.patients[row]), "nih", "rounding", 0, show)


def degraded_item(material: Material, row: int) -> Item:
    """Return a film degraded, but with nothing hidden or swapped."""
    run, films = material.run, material.films
    key = f"{films.files[row]}|adult|degraded"

    def show() -> Picture:
        picture = np.asarray(material.pictures[row])
        return degrade(picture, stream(run.seed, key), run.settings["degrade"])

    return Item(key, str(films.patients[row]), "nih", "degraded", 0, show)


def out_of_fold(
    material: Material,
    networks: dict[int, dict[str, Path]],
    items: Sequence[Item],
    *,
    precision: str,
    rows: Mask | None = None,
) -> Arrays:
    """Score one item for each film by the network that never saw the film's fold.

    ``rows`` says which films the items are of; without it there is one for every film.
    """
    films = material.films
    folds = films.folds if rows is None else films.folds[rows]
    found: Arrays = {}
    for fold in fold_numbers(films):
        own = np.flatnonzero(folds == fold)
        chosen = [items[i] for i in own]
        name = f"fold {fold} {precision} {chosen[0].kind if chosen else ''}"
        part = score_variant(material.run, networks[fold][precision], chosen, name=name)
        for output, values in part.items():
            if output not in found:
                found[output] = np.full((len(folds), *values.shape[1:]), np.nan, np.float32)
            if len(own):
                found[output][own] = values
    return found
