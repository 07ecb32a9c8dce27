"""What tells photographs of films from films: photographs made of films, and films as they come."""

import functools
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from training.cxr_gate import geometry
from training.cxr_gate.good_films import AT_THE_EDGE, good_item, strained_item
from training.cxr_gate.items import Films
from training.cxr_gate.lungs import Lungs
from training.cxr_gate.not_chest import package_file
from training.cxr_gate.photograph_scenes import SCENES
from training.cxr_gate.photographs import Color, Shot, draw_shot, photograph
from training.lib.config import Run
from training.lib.degrade import MARKERS, degrade
from training.lib.films import Film, Picture, load_grey, squash
from training.lib.items import Item, stream

Generator = np.random.Generator
COLLIMATED = "collimated or scanned"
PLAIN = "evenly lit and sharp"
FIT, CHOOSE, REPORT = "fit", "choose", "report"


def piece_of(film: Film) -> str:
    """Say what the photographs of a training film are for, by patient."""
    tenth = zlib.crc32(f"photograph|{film.patient}".encode()) % 10
    return FIT if tenth < 7 else CHOOSE if tenth < 8 else REPORT


@functools.cache
def _background(name: str) -> Color:
    data = np.fromfile(package_file(name), dtype=np.uint8)
    found = cv2.imdecode(data, cv2.IMREAD_COLOR)
    if found is None:
        raise ValueError(f"not a picture: {name}")
    larger = max(found.shape) / 512
    size = (int(found.shape[1] / larger), int(found.shape[0] / larger))
    return np.asarray(cv2.resize(found, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def backgrounds(run: Run, piece: str) -> list[Color]:
    """Return what may stand behind the films; photographs to report have pictures of their own."""
    part = "test" if piece == REPORT else "train"
    return [_background(name) for name in run.settings["photographs"][part]]


def grey_square(taken: Color) -> Picture:
    """Return a photograph as the program shows it to the network."""
    return squash(np.asarray(cv2.cvtColor(taken, cv2.COLOR_BGR2GRAY), dtype=np.uint8))


def shot_of(run: Run, name: str, *, scenes: Sequence[str] = tuple(SCENES)) -> Shot:
    """Return how the photograph of that name is taken."""
    return draw_shot(stream(run.seed, f"{name}|shot"), scenes)


def take(run: Run, film: Film, name: str, shot: Shot, piece: str) -> Color:
    """Return the photograph of that name."""
    rng = stream(run.seed, f"{name}|taken")
    return photograph(load_grey(film.path), shot, backgrounds(run, piece), rng)


def photograph_item(run: Run, film: Film, copy: int, *, shot: Shot | None = None) -> Item:
    """Return one photograph of a film; the kind is the scene."""
    piece = piece_of(film)
    name = f"{film.path.name}|photographed|{copy}" + (f"|{shot}" if shot else "")
    drawn = shot or shot_of(run, name)

    def render() -> Picture:
        return grey_square(take(run, film, name, drawn, piece))

    return Item(name, film.patient, film.source, drawn.scene, 1, render)


def plain_photographs_of(run: Run, own: Films, piece: str) -> list[Item]:
    """Return photographs of one piece without a fault of light or lens; their kind is `PLAIN`."""
    copies = run.settings["film_photographs"]["plain"]
    items = []
    for film in own.films:
        name = f"{film.path.name}|photographed plainly|0"
        if piece_of(film) != piece or stream(run.seed, name).random() >= copies[film.source]:
            continue
        shot = replace(shot_of(run, name), plain=True)
        items.append(replace(photograph_item(run, film, 0, shot=shot), key=name, kind=PLAIN))
    return items


def photographs_of(run: Run, own: Films, piece: str) -> list[Item]:
    """Return the photographs of one piece, more of the scarce sources."""
    copies = run.settings["film_photographs"]["copies"]
    return [
        photograph_item(run, film, copy)
        for film in own.films
        if piece_of(film) == piece
        for copy in range(copies[film.source])
    ]


def collimated(picture: Picture, lungs: Lungs, rng: Generator) -> Picture:
    """Frame a film as collimators and scanners do: up to 3 degrees askew, edges nearly parallel."""
    rows, columns = picture.shape
    if rng.random() < 0.5:
        shares = {side: float(rng.uniform(0, 0.1)) for side in geometry.SIDES}
        picture = geometry.pad(picture, shares, int(picture.mean()))
        spare = {side: 0.8 * shares[side] for side in geometry.SIDES}
        rows, columns = picture.shape
    else:
        spare = {s: 0.8 * max(v, 0.0) for s, v in geometry.margins(lungs).items()}
    inner = {side: float(rng.uniform(0, share)) for side, share in spare.items()}
    left, top = inner["left"] * columns, inner["top"] * rows
    right, bottom = (1 - inner["right"]) * columns, (1 - inner["bottom"]) * rows
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    angle = np.deg2rad(rng.uniform(-3, 3))
    about = corners.mean(0)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    corners = (corners - about) @ turn + about + rng.normal(0, 0.006 * columns, (4, 2))
    kept = np.zeros(picture.shape, np.uint8)
    cv2.fillConvexPoly(kept, corners.round().astype(np.int32), 255)
    soft = cv2.GaussianBlur(kept, (0, 0), float(rng.uniform(0.3, 2.5))).astype(np.float64) / 255
    grey = float(rng.choice((0, 0, 8, 25, 60, 235, 255)))
    framed = picture * soft + (grey + rng.normal(0, 2, picture.shape)) * (1 - soft)
    done = np.clip(framed, 0, 255).astype(np.uint8)
    for _ in range(int(rng.integers(0, 4))):
        place = (int(rng.uniform(0, 0.85) * columns), int(rng.choice((0.06, 0.97)) * rows))
        shade = int(rng.choice((255, 255, 200, 0)))
        size = float(rng.uniform(0.3, 0.6)) * columns / 224
        cv2.putText(done, str(rng.choice(MARKERS)), place, cv2.FONT_HERSHEY_SIMPLEX, size, shade, 1)
    return done


def collimated_item(run: Run, film: Film, lungs: Lungs, copy: int) -> Item:
    """Return a film framed by a collimator or a scanner, half of them degraded besides."""
    key = f"{film.path.name}|{COLLIMATED}|{copy}"

    def render() -> Picture:
        rng = stream(run.seed, key)
        framed = collimated(load_grey(film.path), lungs, rng)
        return (
            degrade(framed, rng, run.settings["degrade"]) if rng.random() < 0.5 else squash(framed)
        )

    return Item(key, film.patient, film.source, COLLIMATED, 0, render)


def films_of(run: Run, own: Films, part: str) -> list[Item]:
    """Return the films of a part as they are, varied, and framed by collimator or scanner."""
    items = []
    for film in own.films:
        whole = own.whole(film, run.settings["lungs"]["past_the_edge"])
        lungs = own.frame(film)
        copies = run.settings["film_photographs"]["films"][film.source] if part == "train" else 2
        items += [
            good_item(film, lungs, 0, copy=c, run_seed=run.seed, settings=run.settings, whole=whole)
            for c in range(copies)
        ]
        if whole:
            framed = range(max(copies - 1, 1))
            items += [collimated_item(run, film, lungs, c) for c in framed]
    return items


def strained_films(run: Run, own: Films) -> list[Item]:
    """Return some whole films under every strain alone."""
    limit = run.settings["lungs"]["past_the_edge"]
    chosen = [
        f
        for f in own.films
        if own.whole(f, limit)
        and stream(run.seed, f"{f.path.name}|strain").random()
        < run.settings["sources"][f.source]["tested"]
    ]
    strains = run.settings["film_photographs"]["strains"]
    return [strained_item(f, strain, 0, seed=run.seed) for strain in strains for f in chosen]


def at_the_edge(kind: str) -> bool:
    """Whether films of that kind may be cut off as they came."""
    return kind.endswith(AT_THE_EDGE)


def originals(run: Run) -> list[Path]:
    """Return the films at full size."""
    paths = sorted((run.data / "cxr" / "originals").glob("*"))
    return [p for p in paths if p.suffix in (".png", ".jpeg")]
