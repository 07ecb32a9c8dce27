"""Texts of the kinds that the encoder will see, to compare two encoders on."""

import csv
import gzip
import random
from pathlib import Path

LONGEST = 1200
"""Letters; the two encoders treat what is longer than 512 pieces differently."""


def some_texts(data: Path, count: int, seed: int) -> dict[str, list[str]]:
    """Return up to `count` texts of each kind."""
    draw = random.Random(seed)
    folder = data / "text"
    with (folder / "mts_dialog_TrainingSet.csv").open(encoding="utf-8", newline="") as file:
        notes = [row["section_text"] for row in csv.DictReader(file)]
    codes = folder / "terminology" / "icd10cm_2026-04_tabular.csv.gz"
    with gzip.open(codes, "rt", encoding="utf-8", newline="") as packed:
        names = [row["description"] for row in csv.DictReader(packed)]
    words = folder / "terminology" / "zh_huatuo_dict"
    chinese = [
        line.split()[0]
        for name in ("disease.txt", "symptom.txt")
        for line in (words / name).read_text("utf-8").splitlines()
        if line.strip()
    ]
    kinds = {
        "sections of notes, English (MTS-Dialog)": notes,
        "names of ICD-10-CM codes, English": names,
        "diseases and symptoms, Chinese (Huatuo lists)": chinese,
    }
    found = {}
    for name, texts in kinds.items():
        whole = [text for text in texts if len(text) <= LONGEST]
        found[name] = draw.sample(whole, min(count, len(whole)))
    return found
