"""Words of which no disease and no chemical is made: ``python -m training.notes_ner.plain DATA``.

A word is on the list where it stands three times or more in the training parts of the corpora and
of MTS-Dialog, and is hardly ever the word that makes a marked run what it is: the one that stands
in marked runs more often than the others of it ("of" in "cancer of the lung" is not). The corpora
are marked by people; MTS-Dialog is marked by the tagger itself, so the list says where asking it
adds nothing. What is printed at the end is measured on parts that gave no word to the list; the
two limits below were chosen with an eye on them.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.note import Language, MentionKind, Span
from meddx_desktop.core.notes.mentions import find_mentions
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.plain_words import FILE, PlainWords
from meddx_desktop.core.notes.sections import find_sections
from meddx_desktop.core.notes.sentences import sentences
from meddx_desktop.core.notes.tagger import WORD, Tagger
from meddx_desktop.core.operations import open_application
from training.notes_ner.sentences import CORPORA, entities, read

LEAST_SEEN = 3
MOST_OFTEN_MAKES = 0.05
"""Share of its places at which a word may be the one that makes the run."""
DIALOGUES = "mts_dialog_{part}Set.csv"


@dataclass(frozen=True)
class Marked:
    """A sentence: all its words outside of what the lexicon knows, and the marked runs of it."""

    words: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Tagged:
    """A sentence of a note, what the lexicon knows of it, and what the tagger adds."""

    text: str
    known: tuple[Span, ...]
    added: tuple[Span, ...]


def corpus(data: Path, part: str) -> Iterator[Marked]:
    """The sentences that people marked."""
    for name in CORPORA:
        for one in read(data, name, part):
            runs = tuple(_low(one.words[first:end]) for first, end, _ in entities(one.marks))
            yield Marked(_low(one.words), runs)


def notes(data: Path, part: str, tagger: Tagger) -> list[Tagged]:
    """The sentences of MTS-Dialog, as the tagger marks them."""
    said = list(_said(data / "text" / DIALOGUES.format(part=part)))
    found = []
    for start in range(0, len(said), 256):
        group = said[start : start + 256]
        marked = tagger.tag_all([(text, Span(0, len(text))) for text, _ in group])
        for (text, known), tags in zip(group, marked, strict=True):
            new = [one for one in tags if one.kind is MentionKind.PROBLEM]
            added = [one.span for one in new if not any(one.span.touches(span) for span in known)]
            found.append(Tagged(text, known, tuple(added)))
    return found


def _said(path: Path) -> Iterator[tuple[str, tuple[Span, ...]]]:
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["section_text"] for row in csv.DictReader(file)]
    for text in texts:
        cut = paragraphs(text)
        known = [one.span for one in find_mentions(text, cut, find_sections(text, cut))]
        for place in sentences(text, [one for one in cut if one.language is Language.ENGLISH]):
            own = (span for span in known if span.touches(place))
            spans = tuple(
                Span(
                    max(one.start, place.start) - place.start, min(one.end, place.end) - place.start
                )
                for one in own
            )
            yield text[place.start : place.end], spans


def as_marked(one: Tagged) -> Marked:
    """A sentence of a note as those of the corpora are."""
    words = [found[0] for found in _outside(one)]
    runs = tuple(_low([one.text[span.start : span.end]]) for span in one.added)
    return Marked(_low(words), runs)


def _outside(one: Tagged) -> Iterator[re.Match[str]]:
    for found in WORD.finditer(one.text):
        if not any(span.touches(Span(*found.span())) for span in one.known):
            yield found


def _low(words: Iterable[str]) -> tuple[str, ...]:
    """Words of letters alone, small."""
    divided = (part for word in words for part in WORD.findall(word.lower()))
    return tuple(part for part in divided if part.isalpha())


def choose(marked: Sequence[Marked]) -> list[str]:
    """The words of the list, in order."""
    seen = Counter(word for one in marked for word in one.words)
    inside = Counter(word for one in marked for run in one.runs for word in run)
    makes = Counter(
        max(run, key=lambda word: inside[word] / max(seen[word], 1))
        for one in marked
        for run in one.runs
        if run
    )
    return sorted(
        word
        for word, count in seen.items()
        if count >= LEAST_SEEN and makes[word] <= MOST_OFTEN_MAKES * count
    )


def _tell_corpora(data: Path, plain: PlainWords) -> None:
    runs = lost = skipped = count = 0
    for name in CORPORA:
        for one in read(data, name, "devel"):
            text = " ".join(one.words)
            is_plain = plain.are_all(text, Span(0, len(text)), ())
            own = len(entities(one.marks))
            runs, count = runs + own, count + 1
            skipped, lost = skipped + is_plain, lost + own * is_plain
    print(
        f"corpora, development: {skipped} of {count} sentences not asked, "
        f"{lost} of {runs} runs lost"
    )


def _tell_notes(found: Sequence[Tagged], plain: PlainWords) -> None:
    left = [one for one in found if plain.are_all(one.text, Span(0, len(one.text)), one.known)]
    letters = sum(len(one.text) for one in left) / max(sum(len(one.text) for one in found), 1)
    lost = sum(len(one.added) for one in left)
    added = sum(len(one.added) for one in found)
    print(
        f"MTS-Dialog, validation: {len(left)} of {len(found)} sentences ({letters:.0%} of the "
        f"letters) not asked, {lost} of {added} additions of the tagger lost"
    )


def main() -> None:
    """Write the list and print what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    tagger = open_application().note_models.tagger
    if tagger is None:
        raise SystemExit("no tagger under models/")
    marked = [*corpus(data, "train"), *map(as_marked, notes(data, "Training", tagger))]
    FILE.write_text("".join(f"{word}\n" for word in choose(marked)), "utf-8")
    plain = PlainWords(FILE)
    _tell_corpora(data, plain)
    _tell_notes(notes(data, "Validation", tagger), plain)


if __name__ == "__main__":
    main()
