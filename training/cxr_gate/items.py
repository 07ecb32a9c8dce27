"""All items of one part: good films, faulty films and pictures that are no films."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from training.cxr_gate.faults import FAULTS
from training.cxr_gate.good_films import STRAINS, good_item, mirrored_item, strained_item
from training.cxr_gate.lungs import Lungs
from training.cxr_gate.not_chest import (
    dicom_items,
    generated_items,
    lung_ct_items,
    photograph_items,
    stamp_items,
    volume_items,
)
from training.lib.config import Run
from training.lib.degrade import degrade
from training.lib.films import Film, Picture, load_grey, squash
from training.lib.items import Item, stream

NEEDS_LUNGS = frozenset(
    {"cut_left", "cut_top", "cut_right", "cut_bottom", "covered", "lateral_like"}
)
"""Faults that mean something only where the lungs' place is known."""


@dataclass(frozen=True)
class Films:
    """The films of one part and where the lungs lie in each."""

    films: Sequence[Film]
    lungs: Mapping[str, Lungs]

    def frame(self, film: Film) -> Lungs:
        """Return the lungs' frame of a film."""
        return self.lungs[film.path.name]

    def whole(self, film: Film, allowed: float) -> bool:
        """Whether the lungs are known to lie inside the film, but for a share of their extent."""
        return self.frame(film).sure and self.frame(film).outside <= allowed


def good_items(run: Run, own: Films, part: str) -> list[Item]:
    """Return each film as it is and varied; scarce sources more often while training.

    Films whose own lungs reach past the edge teach nothing, but are counted in the test.
    """
    items = []
    for film in own.films:
        whole = own.whole(film, run.settings["lungs"]["past_the_edge"])
        if part == "train" and not whole:
            continue
        copies = run.settings["sources"][film.source]["copies"] if part == "train" else 2
        items += [
            good_item(
                film,
                own.frame(film),
                0,
                copy=c,
                run_seed=run.seed,
                settings=run.settings,
                whole=whole,
            )
            for c in range(copies)
        ]
    return items


def mirrored_items(run: Run, own: Films, part: str) -> list[Item]:
    """Return mirrored films: to the gate's classes they are good ones."""
    items = []
    for film in own.films:
        whole = own.whole(film, run.settings["lungs"]["past_the_edge"])
        if part == "train" and not whole:
            continue
        source = run.settings["sources"][film.source]
        wanted = {"train": source["mirrored"], "val": 1, "test": source["tested"]}[part]
        draw = stream(run.seed, f"{film.path.name}|mirrored|choice").random()
        copies = int(wanted) + (draw < wanted % 1)
        items += [
            mirrored_item(
                film,
                own.frame(film),
                0,
                copy=c,
                run_seed=run.seed,
                settings=run.settings,
                whole=whole,
            )
            for c in range(copies)
        ]
    return items


def fault_item(run: Run, film: Film, lungs: Lungs, kind: str, *, part: str, copy: int) -> Item:
    """Return a film with one fault of a strength drawn at random."""
    fault = FAULTS[kind]
    weakest, strongest = fault.range_of(part)
    name = f"{film.path.name}|{kind}|{copy}"
    settings = {**run.settings["degrade"], **run.settings["degrade_faulty"]}

    def render() -> Picture:
        rng = stream(run.seed, name)
        strength = float(rng.uniform(weakest, strongest))
        picture = fault.make(load_grey(film.path), lungs, strength, rng)
        # Half stay undegraded: a turned film is a good film, turned.
        return degrade(picture, rng, settings) if rng.random() < 0.5 else squash(picture)

    target = run.settings["classes"].index(fault.label)
    key = f"{name}|{weakest:g} to {strongest:g}"
    return Item(key, film.patient, film.source, kind, target, render)


def dose_item(run: Run, film: Film, lungs: Lungs, kind: str, strength: float) -> Item:
    """Return a film with a fault of a fixed strength and nothing else."""
    fault, label = FAULTS[kind], f"{kind} at {strength:g}"
    key = f"{film.path.name}|{label}"

    def render() -> Picture:
        return squash(fault.make(load_grey(film.path), lungs, strength, stream(run.seed, key)))

    target = run.settings["classes"].index(fault.label)
    return Item(key, film.patient, film.source, label, target, render)


def fault_items(run: Run, own: Films, kind: str, part: str) -> list[Item]:
    """Return one kind of faulty film; while training more of the scarce sources."""
    items = []
    for film in own.films:
        if kind in NEEDS_LUNGS and not own.whole(film, run.settings["lungs"]["past_the_edge"]):
            continue
        wanted = run.settings["faults"][part].get(kind, 1.0)
        source = run.settings["sources"][film.source]
        wanted *= {"train": source["faults"], "val": 1.0, "test": source["tested"]}[part]
        draw = stream(run.seed, f"{film.path.name}|{kind}|choice").random()
        count = int(wanted) + (draw < wanted % 1)
        items += [
            fault_item(run, film, own.frame(film), kind, part=part, copy=c) for c in range(count)
        ]
    return items


def part_items(run: Run, own: Films, part: str) -> list[Item]:
    """Return every item of a part."""
    items = good_items(run, own, part) + mirrored_items(run, own, part)
    for kind in FAULTS:
        items += fault_items(run, own, kind, part)
    for make in (
        photograph_items,
        stamp_items,
        dicom_items,
        volume_items,
        lung_ct_items,
        generated_items,
    ):
        items += make(run, part)
    return items


def strain_items(run: Run, own: Films) -> list[Item]:
    """Return the good films of the test part under every strain; of the largest source some."""
    chosen = [
        f
        for f in own.films
        if own.whole(f, run.settings["lungs"]["past_the_edge"])
        and stream(run.seed, f"{f.path.name}|strain").random()
        < run.settings["sources"][f.source]["tested"]
    ]
    return [strained_item(f, strain, 0, seed=run.seed) for strain in STRAINS for f in chosen]


def dose_items(run: Run, own: Films) -> list[Item]:
    """Return some films with faults of fixed strengths: how much is needed to be refused."""
    items, settings = [], run.settings["doses"]
    for kind, strengths in settings["strengths"].items():
        films = [f for f in own.films if kind not in NEEDS_LUNGS or own.whole(f, 0.0)]
        step = max(1, len(films) // settings["films"])
        items += [
            dose_item(run, f, own.frame(f), kind, float(s))
            for s in strengths
            for f in films[::step][: settings["films"]]
        ]
    return items
