"""A film of the adults' set with one kind of wear."""

import numpy as np

from training.cxr_findings_adults.folds import Material
from training.lib.films import Picture
from training.lib.items import Item, stream
from training.lib.wear import WEARS


def worn_item(material: Material, row: int, name: str) -> Item:
    """Return a film with one kind of wear."""
    films = material.films
    key = f"{films.files[row]}|adult|{name}"

    def show() -> Picture:
        picture = np.asarray(material.pictures[row])
        return WEARS[name](picture, stream(material.run.seed, key))

    return Item(key, str(films.patients[row]), "nih", name, 0, show)
