"""Sentences with marked mentions, and how well their assertions are read.

python -m tests.core.notes.marked            precision, recall and F1 of each class
python -m tests.core.notes.marked --wrong    and each mention that is read otherwise
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from meddx_desktop.core.domain.note import Assertion, Mention, MentionKind, Span
from meddx_desktop.core.notes.assertion import assert_mentions
from meddx_desktop.core.notes.paragraphs import paragraphs
from meddx_desktop.core.notes.sections import find_sections
from meddx_desktop.core.notes.sentences import sentences

DATA = Path(__file__).parents[2] / "data" / "notes"
FILES = {"en": DATA / "assertion_en.tsv", "zh": DATA / "assertion_zh.tsv"}
_MARK = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True)
class Row:
    """One sentence of a file; `expected` has one for each marked mention."""

    number: int
    expected: tuple[Assertion, ...]
    sentence: str
    reason: str


def rows(language):
    found = []
    for number, line in enumerate(FILES[language].read_text("utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            *_, expected, sentence, reason = line.split("\t")
            wanted = tuple(Assertion(one) for one in expected.split(","))
            found.append(Row(number, wanted, sentence, reason))
    return found


def read(marked):
    """The mentions of a sentence, read within a text that is nothing but this sentence."""
    text, mentions = "", []
    for number, part in enumerate(_MARK.split(marked)):
        if number % 2:
            part, _, kind = part.partition("|")
            span = Span(len(text), len(text) + len(part))
            mentions.append(Mention(span, part, MentionKind(kind or "problem")))
        text += part
    cut = paragraphs(text)
    return assert_mentions(text, sentences(text, cut), find_sections(text, cut), mentions)


def pairs(language):
    """Row, expected and read assertion of every marked mention."""
    for row in rows(language):
        answers = read(row.sentence)
        assert len(answers) == len(row.expected), (row.number, row.sentence)
        for wanted, mention in zip(row.expected, answers, strict=True):
            yield row, wanted, mention


def figures(language):
    """Precision, recall, F1 and count of each class."""
    right, said, there = Counter(), Counter(), Counter()
    for _, wanted, mention in pairs(language):
        there[wanted] += 1
        said[mention.assertion] += 1
        right[wanted] += wanted == mention.assertion
    return {
        one: (
            right[one] / said[one] if said[one] else 0.0,
            right[one] / there[one] if there[one] else 0.0,
            2 * right[one] / (said[one] + there[one]) if said[one] + there[one] else 0.0,
            there[one],
        )
        for one in Assertion
    }


def main():
    for language in ("en", "zh"):
        print(language, len(rows(language)), "sentences")
        for one, (precision, recall, f1, count) in figures(language).items():
            print(f"  {one:12} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n {count}")
        if "--wrong" in sys.argv:
            for row, wanted, mention in pairs(language):
                if wanted != mention.assertion:
                    why = mention.trigger and (mention.trigger.text, mention.trigger.rule)
                    print(
                        f"  {row.number}: {mention.text!r} {wanted} read {mention.assertion} {why}"
                    )
                    print(f"      {row.sentence}")


if __name__ == "__main__":
    main()
