"""The films of the experiment: strata of one class and one source, folds, near-duplicate groups."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.lib.config import Run
from training.lib.films import load_grey, squash

TB = "tuberculosis"
ADULTS, CHILDREN, PAKISTAN = "NIH adults", "Kermany children", "Pakistani normals"
SOURCES = (ADULTS, CHILDREN, PAKISTAN)
STRATA: Mapping[str, tuple[str, ...]] = {
    ADULTS: ("NIH no finding", "NIH pneumonia", "NIH other findings"),
    CHILDREN: ("Kermany normal", "Kermany pneumonia"),
    PAKISTAN: ("Pakistani normal",),
}
"""Of each source of negatives the films without disease first, then the hard ones."""

Mask = NDArray[np.bool_]
Pictures = NDArray[np.uint8]


@dataclass(frozen=True)
class Films:
    """All films in one order; a patient is a near-duplicate group where none is known."""

    files: tuple[str, ...]
    patients: NDArray[np.str_]
    folds: NDArray[np.int64]
    strata: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.files)

    @property
    def tb(self) -> Mask:
        """Films with tuberculosis."""
        return np.asarray(self.strata == TB)

    def of(self, source: str) -> Mask:
        """Films of one source of negatives, all its strata."""
        return np.asarray(np.isin(self.strata, STRATA[source]))

    def healthy(self, source: str) -> Mask:
        """Films of one source of negatives that show no disease."""
        return np.asarray(self.strata == STRATA[source][0])


def _stratum(row: Mapping[str, str]) -> str | None:
    """Return what a film counts as; ``None`` where its class is unknown."""
    source, normal = row["source"], row["normal"] == "1"
    if source == "mendeley_tb_pakistan":
        if row["tuberculosis"] == "1":
            return TB
        return STRATA[PAKISTAN][0] if normal else None
    if source == "kermany_paediatric":
        return STRATA[CHILDREN][0 if normal else 1]
    if source == "nih_chestxray14":
        return STRATA[ADULTS][0 if normal else 1 if row["pneumonia"] == "1" else 2]
    return None


def _thinned(rows: list[tuple[str, Any]], most: int | None) -> Iterator[tuple[str, Any]]:
    places = np.arange(len(rows))
    if most is not None and len(rows) > most:
        places = np.linspace(0, len(rows) - 1, most).astype(int)
    return (rows[i] for i in places)


def read_table(run: Run) -> Films:
    """Read the three sources; strata of the children, or all with a limit, are thinned evenly."""
    with (run.data / "cxr" / "labels.csv").open(newline="", encoding="utf-8") as file:
        marked = [(s, r) for r in csv.DictReader(file) if (s := _stratum(r)) is not None]
    kept: list[tuple[str, Any]] = []
    for stratum in (TB, *(s for source in SOURCES for s in STRATA[source])):
        most = run.settings["films"]["most_per_stratum"] if stratum in STRATA[CHILDREN] else None
        if run.limit is not None:
            most = run.limit
        kept += _thinned([m for m in marked if m[0] == stratum], most)
    films = Films(
        tuple(r["file"] for _, r in kept),
        np.array([r["patient_id"] for _, r in kept]),
        np.array([int(r["fold"]) for _, r in kept], dtype=np.int64),
        np.array([s for s, _ in kept]),
    )
    pairs = set(zip(films.patients.tolist(), films.folds.tolist(), strict=True))
    if len(pairs) > len({patient for patient, _ in pairs}):
        raise ValueError("a patient, or a group of near-duplicate films, lies in two folds")
    return films


def read_pictures(run: Run, films: Films) -> Pictures:
    """Return every film as 8-bit grey, (films, side, side); kept in the work folder."""
    side = run.settings["films"]["side"]
    names = hashlib.sha256("\n".join(films.files).encode()).hexdigest()[:12]
    path = run.work / f"pictures-{side}-{names}.npy"
    if not path.is_file():
        folder = run.data / "cxr" / "images"
        save(path, np.stack([squash(load_grey(folder / f), side) for f in films.files]))
    return np.asarray(np.load(path, mmap_mode="r"))


def save(path: Path, array: NDArray[Any]) -> None:
    """Write an array so that a file with its full name is always whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.npy")
    np.save(partial, array)
    partial.replace(path)
