"""Write forms and concepts as the four files that `core.notes.lexicon` maps."""

from array import array
from collections.abc import Mapping
from pathlib import Path

import marisa_trie

from meddx_desktop.core.notes.lexicon import (
    CONCEPTS,
    FORMS,
    INDEX,
    PLACES,
    Concept,
    concept_line,
)


def write(folder: Path, forms: Mapping[str, Concept]) -> dict[str, int]:
    """Write the files; equal concepts are written once. Returns their sizes in bytes."""
    lines = sorted({concept_line(concept) for concept in forms.values()})
    number = {line: place for place, line in enumerate(lines)}
    trie = marisa_trie.Trie(sorted(forms))
    index = array("I", bytes(4 * len(forms)))
    for form, concept in forms.items():
        index[trie[form]] = number[concept_line(concept)]
    places, body = array("I", [0]), bytearray()
    for line in lines:
        body += line.encode() + b"\n"
        places.append(len(body))
    made = {INDEX: index.tobytes(), CONCEPTS: bytes(body), PLACES: places.tobytes()}
    for name, data in made.items():
        (folder / f"{name}.new").write_bytes(data)
    trie.save(str(folder / f"{FORMS}.new"))
    for name in (FORMS, *made):
        # Whoever has the old file mapped keeps it; one written over would break under its hands.
        (folder / f"{name}.new").replace(folder / name)
    return {name: (folder / name).stat().st_size for name in (FORMS, INDEX, CONCEPTS, PLACES)}
