"""How much of what was planted is found, by kind and language, and what is taken by mistake.

``python -m tests.synthetic_notes.measure --write`` puts the figures into docs/privacy.md.
"""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify
from tests.synthetic_notes import chinese, english
from tests.synthetic_notes.people import World

NOTES = 600
SEED = 20261122
FILE = Path(__file__).parents[2] / "docs" / "privacy.md"
BEGIN, END = "<!-- deidentify: begin -->", "<!-- deidentify: end -->"
STRUCTURED = (
    "date",
    "age",
    "phone",
    "email",
    "url",
    "resident_id",
    "passport",
    "insurance",
    "record_number",
)


@dataclass
class Figures:
    """Counts by (language, kind)."""

    planted: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    replaced: int = 0
    right: int = 0
    stays: int = 0
    stayed: int = 0
    missed: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    def recall(self, *kinds, language=""):
        keys = [key for key in self.planted if key[1] in kinds and language in ("", key[0])]
        planted = sum(self.planted[key] for key in keys)
        return sum(self.found[key] for key in keys) / planted if planted else 1.0


def notes(count=NOTES, seed=SEED):
    world = World(random.Random(seed))
    return [(chinese if number % 2 else english).note(world) for number in range(count)]


def measure(made):
    """Count over notes; an identifier counts as found if no letter or digit of it is left."""
    figures = Figures()
    for note in made:
        known = Known(note.known_names, note.known_others, note.known_numbers)
        answer = deidentify(note.text, known, Options(today=date(2026, 11, 22)))
        gone = {place for one in answer.replacements for place in range(one.start, one.end)}
        for one in note.planted:
            kind = "name_known" if one.known else "name_unknown" if one.kind == "name" else one.kind
            key = (note.language, kind)
            figures.planted[key] += 1
            left = [
                p for p in range(one.start, one.end) if note.text[p].isalnum() and p not in gone
            ]
            words = note.text[one.start : one.end]
            if left and not _is_title(words, {note.text[p] for p in left}):
                figures.missed.append(
                    (*key, words, note.text[max(0, one.start - 25) : one.end + 15])
                )
            else:
                figures.found[key] += 1
        _count_wrong(figures, note, answer, gone)
    return figures


def _is_title(words, left):
    """Titles before and after a name may stay."""
    return any(words.startswith(t) and left <= set(t) for t in ("Dr ", "Dr. ")) or any(
        words.endswith(t) and left <= set(t) for t in ("先生", "女士")
    )


def _count_wrong(figures, note, answer, gone):
    for one in answer.replacements:
        figures.replaced += 1
        if any(one.start < planted.end and planted.start < one.end for planted in note.planted):
            figures.right += 1
        else:
            figures.wrong.append(
                (
                    one.rule,
                    note.text[one.start : one.end],
                    note.text[max(0, one.start - 15) : one.end + 10],
                )
            )
    for start, end in note.stays:
        figures.stays += 1
        figures.stayed += gone.isdisjoint(range(start, end))


def table(figures):
    """The figures as the document shows them."""
    kinds = ("name_known", "name_unknown", *STRUCTURED, "address", "organisation")
    rows = ["| planted | English | found | Chinese | found |", "|---|---|---|---|---|"]
    for kind in kinds:
        cells = []
        for language in ("en", "zh"):
            count = figures.planted[language, kind]
            cells += [str(count), f"{figures.found[language, kind] / count:.1%}" if count else "-"]
        rows.append(f"| {kind.replace('_', ' ')} | {' | '.join(cells)} |")
    rows += [
        "",
        "All with a form of their own (dates, ages, telephones, mail, numbers): "
        f"{figures.recall(*STRUCTURED):.1%}. Of {figures.replaced} replacements "
        f"{figures.right / figures.replaced:.1%} were identifiers; of {figures.stays} doses, "
        f"results, codes and the like that must stay {figures.stayed / figures.stays:.1%} stayed.",
    ]
    return "\n".join(rows)


def write(figures):
    text = FILE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    FILE.write_text(f"{head}{BEGIN}\n{table(figures)}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    counted = measure(notes())
    print(table(counted))
    if "--write" in sys.argv:
        write(counted)
    if "--why" in sys.argv:
        for one in counted.missed[:120]:
            print("MISSED", one)
        for one in counted.wrong[:80]:
            print("WRONG", one)
