"""All items of one part: good films, wrong films and pictures that are no films."""

from collections.abc import Sequence

from training.cxr_gate.not_chest import (
    dicom_items,
    generated_items,
    lung_ct_items,
    photograph_items,
    volume_items,
)
from training.cxr_gate.wrong_films import MAKERS, wrong_film_items
from training.lib.config import Run
from training.lib.films import Film
from training.lib.items import Item, film_item


def good_items(run: Run, films: Sequence[Film], part: str) -> list[Item]:
    """Return each film as it is and degraded; scarce sources more often while training."""
    items = []
    for film in films:
        copies = run.settings["sources"][film.source]["copies"] if part == "train" else 2
        for copy in range(copies):
            items.append(
                film_item(film, 0, copy=copy, seed=run.seed, settings=run.settings["degrade"])
            )
    return items


def part_items(run: Run, films: Sequence[Film], part: str) -> list[Item]:
    """Return every item of a part."""
    items = good_items(run, films, part)
    for kind in MAKERS:
        items += wrong_film_items(films, kind, seed=run.seed, settings=run.settings, part=part)
    for make in (photograph_items, dicom_items, volume_items, lung_ct_items, generated_items):
        items += make(run, part)
    return items
