"""Pictures that are no chest film at all: photographs, other DICOM files, CT, drawings."""

import csv
import functools
import importlib.util
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.data import get_testdata_file

from training.cxr_gate.generated import GENERATED
from training.lib.config import Run
from training.lib.degrade import degrade
from training.lib.films import Picture, load_grey, squash
from training.lib.items import Item, file_item, stream

Generator = np.random.Generator
LARGEST = 1024


def package_file(name: str) -> Path:
    """Return a file that lies inside an installed package."""
    package, _, rest = name.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"package {package} is not installed")
    return Path(spec.submodule_search_locations[0]) / rest


@functools.lru_cache(maxsize=4)
def _photograph(path: Path) -> Picture:
    picture = load_grey(path)
    return squash(picture, LARGEST) if max(picture.shape) > LARGEST else picture


@functools.lru_cache(maxsize=4)
def _middle_frame(path: Path) -> tuple[NDArray[np.float32], bool]:
    """Read the middle frame in grey, and whether it is stored inverted."""
    dataset = pydicom.dcmread(path, force=True)
    array = dataset.pixel_array
    colour = int(dataset.get("SamplesPerPixel", 1)) > 1
    while array.ndim > (3 if colour else 2):
        array = array[len(array) // 2]
    grey = array.astype(np.float32).mean(axis=-1) if colour else array.astype(np.float32)
    return grey, dataset.get("PhotometricInterpretation") == "MONOCHROME1"


def render_dicom(path: Path, *, low: float = 1.0, high: float = 99.0) -> Picture:
    """Render the middle frame of a DICOM file between two percentiles, MONOCHROME2 sense."""
    grey, inverted = _middle_frame(path)
    bottom, top = np.percentile(grey, [low, high])
    shade = np.clip((grey - bottom) / max(top - bottom, 1e-6) * 255, 0, 255)
    return np.asarray(255 - shade if inverted else shade, dtype=np.uint8)


def pydicom_file(name: str) -> Path:
    """Find one of pydicom's own files on this disk; never downloads."""
    found = get_testdata_file(name, download=False)
    if found is None:
        raise FileNotFoundError(f"{name}: install pydicom-data")
    return Path(str(found))


def _vary(picture: Picture, rng: Generator, settings: Mapping[str, Any]) -> Picture:
    """Crop, turn, invert and degrade one original."""
    rows, columns = picture.shape
    if rng.random() < 0.75 and min(rows, columns) > 48:
        height, width = (int(rng.uniform(0.35, 1.0) * size) for size in (rows, columns))
        top, left = rng.integers(0, rows - height + 1), rng.integers(0, columns - width + 1)
        picture = picture[top : top + height, left : left + width]
    if rng.random() < 0.3:
        picture = np.rot90(picture, int(rng.integers(1, 4))).copy()
    if rng.random() < 0.2:
        picture = 255 - picture
    if rng.random() < 0.3:
        picture = np.asarray(cv2.equalizeHist(picture), dtype=np.uint8)
    return degrade(picture, rng, settings) if rng.random() < 0.5 else squash(picture)


def _original_items(run: Run, kind: str, part: str, originals: Mapping[str, Path]) -> list[Item]:
    """Vary each original; copy 0 is the original as it is."""
    target = run.settings["classes"].index("not_chest")
    items = []
    for name, path in originals.items():
        for copy in range(run.settings["copies"][kind][part]):
            key = f"{kind}|{name}|{copy}"

            def render(path: Path = path, copy: int = copy, key: str = key) -> Picture:
                rng = stream(run.seed, key)
                if kind in ("photograph", "stamp"):
                    picture = _photograph(path)
                elif copy == 0:
                    picture = render_dicom(path)
                else:
                    low, high = rng.uniform(0, 30), rng.uniform(80, 100)
                    picture = render_dicom(path, low=float(low), high=float(high))
                if copy == 0:
                    return squash(picture)
                return _vary(picture, rng, run.settings["degrade"])

            items.append(Item(key, name, kind, kind, target, render))
    return items


def photograph_items(run: Run, part: str) -> list[Item]:
    """Return crops of the photographs of a part."""
    names = run.settings["photographs"][part]
    return _original_items(run, "photograph", part, {n: package_file(n) for n in names})


def _stamps(run: Run, part: str) -> dict[str, Path]:
    """Return the photographed things of a part among Tux Paint's stamps."""
    settings = run.settings["stamps"]
    if not settings["folder"]:
        return {}
    found = [Path(settings["folder"]), run.work / "stamps"]
    root = next((folder for folder in found if folder.is_dir()), None)
    if root is None:
        raise FileNotFoundError(f"{found[0]}: install Debian's tuxpaint-stamps-default")
    chosen = {}
    for path in sorted(root.rglob("*.png")):
        name = path.relative_to(root).as_posix()
        drawn = any(word in name for word in settings["drawn"])
        mirror = path.stem.endswith("_mirror") or path.stem.endswith("_flip")
        if not (drawn or mirror) and zlib.crc32(name.encode()) % 10 in settings[part]:
            chosen[name] = path
    return chosen


def stamp_items(run: Run, part: str) -> list[Item]:
    """Return renderings of photographed things, each in one part only."""
    return _original_items(run, "stamp", part, _stamps(run, part))


def dicom_items(run: Run, part: str) -> list[Item]:
    """Return renderings of other DICOM pictures of a part."""
    names = run.settings["dicom"][part]
    return _original_items(run, "dicom", part, {n: pydicom_file(n) for n in names})


def volume_items(run: Run, part: str) -> list[Item]:
    """Return CT slices of the demonstration volumes of a part."""
    root = run.data / "dicom_demo"
    folders = [root / n for n in run.settings["volumes"][part]]
    paths = sorted(p for f in folders for p in f.rglob("*.dcm"))
    return _original_items(run, "volume", part, {str(p.relative_to(root)): p for p in paths})


def lung_ct_items(run: Run, part: str) -> list[Item]:
    """Return patches of lung CT, patient-wise by fold."""
    folder, settings = run.data / "lung_ct", run.settings["lung_ct"][part]
    if not (folder / "labels.csv").is_file():
        return []
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if int(r["fold"]) in settings["folds"]]
    step = max(1, len(rows) // settings["films"])
    target = run.settings["classes"].index("not_chest")
    items = []
    for row in rows[::step]:
        picture = file_item(
            folder / "images" / Path(row["file"]).name, "lung_ct", kind="lung_ct", target=target
        )
        items.append(replace(picture, key=f"lung_ct|{row['file']}", group=row["patient_id"]))
    return items


def _generated_item(kind: str, name: str, *, seed: int, target: int) -> Item:
    key = f"generated|{kind}|{name}"

    def render() -> Picture:
        return GENERATED[kind](stream(seed, key))

    return Item(key, f"{kind}|{name}", "generated", kind, target, render)


def generated_items(run: Run, part: str) -> list[Item]:
    """Return drawn pictures; each part draws its own."""
    target = run.settings["classes"].index("not_chest")
    return [
        _generated_item(kind, f"{part}|{copy}", seed=run.seed, target=target)
        for kind in GENERATED
        for copy in range(run.settings["copies"]["generated"][part])
    ]


def dicom_item(name: str, *, kind: str) -> Item:
    """Return one of pydicom's own files as it is."""

    def render() -> Picture:
        return squash(render_dicom(pydicom_file(name)))

    return Item(name, name, "dicom", kind, 0, render)
