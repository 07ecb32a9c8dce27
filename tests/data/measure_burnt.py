"""How much burnt-in writing is covered, and how long that takes; written into the document.

    .venv/bin/python -m tests.data.measure_burnt

Synthetic: invented names and numbers in English and Chinese, six lines on the phantom of the tests,
and one line alone on the demonstration films, enlarged to the size of detectors: a short line on a
large film is what a console leaves. A line counts as covered when 99 of 100 of its points are.
"""

import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging.pixels import Frame, to_display8
from meddx_desktop.core.imaging.read import open_film
from meddx_desktop.core.ocr import find_text
from meddx_desktop.core.operations.deidentify_films import _writing
from meddx_desktop.core.paths import RESOURCES, ROOT
from meddx_desktop.core.privacy.dicom_pixels import Markers, cover, regions
from tests.data import burnt, films

FILE = ROOT / "docs" / "deidentification.md"
BEGIN, END = "<!-- burnt in: begin -->", "<!-- burnt in: end -->"
ENGLISH = (
    "ZHANG SAN",
    "Okafor, Priya F 45Y",
    "ID 20230145",
    "1968-03-12",
    "MRN:887766",
    "Dr Brown",
)
CHINESE = ("欧阳建国", "张三 男 45岁", "住院号 20230145", "李娜 女", "县人民医院", "王小明")
HEIGHTS = {
    (1024, 1024): (10, 14, 32),
    (2048, 1760): (14,),
    (3000, 3000): (14,),
}
"""Rows and columns, and how high the letters are."""
ALONE_SIDES = (1024, 2048, 2400, 2800, 3000)
ALONE_HEIGHTS = (12, 20, 28, 60)
ALONE = ("LI NA 1968-03-12", "李娜 女", "WU HAO")
"""One of them alone on a film: in white, grey, and black on white."""
ALONE_FILMS = ("1-child-cough", "2-child-check", "3-adult")
WAYS = ("white", "grey", "black on white")


@dataclass
class Tally:
    """Lines planted, covered, read without a mistake; seconds and films."""

    planted: int = 0
    covered: int = 0
    read: int = 0
    seconds: float = 0.0
    films: int = 0


def ground(shape: tuple[int, int], seed: int) -> np.ndarray:
    """A phantom of that size with noise, 12 bits."""
    small = films.phantom(256, 256, seed=seed).astype(np.float32) * 0.6
    large = cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip(large + np.random.default_rng(seed).normal(0, 25, shape), 0, 4095)


def enlarged(name: str, side: int, seed: int) -> np.ndarray:
    """A demonstration film whose longer side has so many pixels, 12 bits, with its own noise."""
    stored = (
        open_film(Source(RESOURCES / "demo" / f"{name}.dcm")).frame(0).stored.astype(np.float32)
    )
    scale = side / max(stored.shape)
    size = (round(stored.shape[1] * scale), round(stored.shape[0] * scale))
    large = cv2.resize(stored, size, interpolation=cv2.INTER_CUBIC)
    large = (large - large.min()) * (3600 / (large.max() - large.min()))
    return np.clip(large + np.random.default_rng(seed).normal(0, 15, large.shape), 0, 4095)


def one(pixels: np.ndarray, height: int, way: str, words: tuple[str, ...], seed: int) -> Tally:
    """Plant each line at a random place of its own band, and look."""
    chance = np.random.default_rng(seed)
    shape = (pixels.shape[0], pixels.shape[1])
    written = []
    band = shape[0] // len(words)
    for number, text in enumerate(words):
        most = max(11, shape[1] - int(len(text) * height * 1.1) - 10)
        line = (text, int(chance.integers(10, most)), number * band + band // 2)
        drawn = burnt.write(shape, [line], height=height)
        rows, columns = np.nonzero(drawn)
        if way == "black on white":
            by = height // 3
            pixels[rows.min() - by : rows.max() + by, columns.min() - by : columns.max() + by] = (
                4095
            )
        pixels[drawn] = {"white": 4095, "grey": 3300, "black on white": 0}[way]
        written.append((text, drawn))
    frame = Frame(pixels.astype(np.uint16))
    begun = time.process_time()
    found = _writing(frame)
    seconds = time.process_time() - begun
    boxes = regions([found], Markers.SIDES)
    hidden = cover(np.ones(shape, np.uint8), 0, boxes, black=0) == 0
    texts = {"".join(box.text.split()) for box in boxes}
    return Tally(
        len(words),
        sum((hidden & drawn).sum() >= 0.99 * drawn.sum() for _, drawn in written),
        sum("".join(text.split()) in texts for text, _ in written),
        seconds,
        1,
    )


def markers() -> tuple[int, int, int]:
    """Side markers planted, left in sight, and covered by mistake."""
    planted = stays = lost = 0
    for seed in range(10):
        for side in ("L", "R"):
            shape = (1024, 1024)
            pixels = ground(shape, seed)
            drawn = burnt.write(shape, [(side, 100 + seed * 20, 200 + seed * 60)], height=60)
            pixels[drawn] = 4095
            boxes = regions([_writing(Frame(pixels.astype(np.uint16)))], Markers.SIDES)
            hidden = cover(np.ones(shape, np.uint8), 0, boxes, black=0) == 0
            planted += 1
            lost += bool((hidden & drawn).any())
            stays += not (hidden & drawn).any()
    return planted, stays, lost


def clean() -> tuple[int, int, list[str]]:
    """Places covered in films that are looked at as they came: what was read there."""
    paths = sorted(path for path in (RESOURCES / "demo").iterdir() if path.suffix == ".dcm")
    paths += sorted(path for path in (RESOURCES / "demo").iterdir() if path.suffix == ".png")
    texts = []
    for path in paths:
        film = open_film(Source(Path(path)))
        texts += [box.text for box in find_text(to_display8(film.frame(0)))]
    return len(paths), len(texts), texts


def alone() -> tuple[list[str], Tally]:
    """One line on a film of detector size: rows of the table, and all together."""
    lines = [
        "",
        "| one line alone on | letters high | films | covered | processor seconds a film |",
        "|---|---|---|---|---|",
    ]
    whole = Tally()
    for side in ALONE_SIDES:
        for height in ALONE_HEIGHTS:
            tally = Tally()
            for seed, (way, text, name) in enumerate(zip(WAYS, ALONE, ALONE_FILMS, strict=True)):
                pixels = enlarged(name, side, seed)
                made = one(pixels, height, way, (text,), side + height + seed)
                if made.covered < made.planted:
                    print("missed", name, side, height, way, flush=True)
                for field in vars(tally):
                    setattr(tally, field, getattr(tally, field) + getattr(made, field))
                    setattr(whole, field, getattr(whole, field) + getattr(made, field))
            lines.append(
                f"| {side} px | {height} px | {tally.films} | {tally.covered} of {tally.planted} | "
                f"{tally.seconds / tally.films:.1f} |"
            )
            print(lines[-1], flush=True)
    return lines, whole


def table() -> str:
    """The figures as the document shows them."""
    lines = [
        "| film | letters high | lines | covered | read right | processor seconds a film |",
        "|---|---|---|---|---|---|",
    ]
    whole = Tally()
    for shape, heights in HEIGHTS.items():
        for height in heights:
            tally = Tally()
            for seed, way in enumerate(WAYS):
                for words in (ENGLISH, CHINESE):
                    made = one(ground(shape, seed + height), height, way, words, seed + height)
                    for name in vars(tally):
                        setattr(tally, name, getattr(tally, name) + getattr(made, name))
                        setattr(whole, name, getattr(whole, name) + getattr(made, name))
            lines.append(
                f"| {shape[1]} x {shape[0]} | {height} px | {tally.planted} | "
                f"{tally.covered / tally.planted:.1%} | {tally.read / tally.planted:.1%} | "
                f"{tally.seconds / tally.films:.1f} |"
            )
            print(lines[-1], flush=True)
    single, only = alone()
    lines += single
    planted, stays, lost = markers()
    number, covered, texts = clean()
    print(texts)
    lines += [
        "",
        f"All together {whole.covered} of {whole.planted} lines of films with six were covered, and"
        f" {only.covered} of {only.planted} that stood alone. Of {planted} side markers"
        f" standing alone {stays} stayed and {lost} were covered. On the {number} demonstration"
        f" films as they came, {covered} places were taken for writing.",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, and write the figures between the marks."""
    figures = table()
    text = FILE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    FILE.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
