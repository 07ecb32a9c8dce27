"""Train the topics of notes on drawn texts: proves that the pipeline works, no more.

The encoder, the tagger and the codes are left out: the encoder is another project's network, cut
and written anew, and the other two read corpora and tables whose forms nobody can draw.
"""

import csv
import random
from pathlib import Path

from meddx_desktop.core.inference.package import open_package
from meddx_desktop.core.notes.topics import Topics
from training import notes_sections
from training.lib.config import Run, read_settings
from training.lib.encoder import Sessions, open_encoder
from training.notes_sections.__main__ import build

TEXTS = 4
SMALL = {
    "folds": 2,
    "strengths": [0.1],
    "tfidf_strengths": [3.0],
    "resamples": 400,
    "sure_share": 0.5,
}
WORDS = (
    *("cough", "insulin", "knee", "rash", "mother", "alcohol", "surgery", "fever", "penicillin"),
    *("x-ray", "vision", "sleep", "diabetes", "pregnancy", "wheeze", "warfarin", "gait", "refill"),
)


def check(root: Path) -> None:
    """Build the package from texts whose words decide their kind; open it as the program does."""
    folder = Path(str(notes_sections.__file__)).parent
    settings = {**read_settings(folder), **SMALL}
    data, out, work = root / "data", root / "notes-sections", root / "work"
    _draw(data, sorted(settings["names"]))
    work.mkdir(parents=True)
    build(Run(str(settings["name"]), data, out, work, None, settings))
    topics = Topics(open_package(out), Sessions(), open_encoder())
    guesses = topics.guess_all(["The patient reports cough again, and cough at night."] * 2)
    assert guesses[0] == guesses[1]
    card = (out / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "{" not in card, "the card has a place that nobody filled"


def _draw(data: Path, kinds: list[str]) -> None:
    """Write the tables of MTS-Dialog with a few texts of each kind."""
    draw = random.Random(3)
    (data / "text").mkdir(parents=True)
    for part in ("Training", "Validation"):
        path = data / "text" / f"mts_dialog_{part}Set.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, ["section_text", "dialogue", "section_header"])
            table.writeheader()
            for number, kind in enumerate(kinds * TEXTS):
                words = " ".join(draw.sample(WORDS, 3))
                said = f"{kind.lower()} {WORDS[kinds.index(kind) % len(WORDS)]} {words} {number}."
                row = {"section_text": said, "dialogue": f"Doctor: {said}", "section_header": kind}
                table.writerow(row)


def main() -> None:
    """Run this part alone; it needs no torch."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        check(Path(name))


if __name__ == "__main__":
    main()
