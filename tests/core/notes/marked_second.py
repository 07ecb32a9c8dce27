"""Sentences written after the rules were: half looked at while words were mended, half sealed.

python -m tests.core.notes.marked_second          figures of both halves
python -m tests.core.notes.marked_second --wrong  and what is read otherwise, of the open half
python -m tests.core.notes.marked_second --write  the figures of the sealed half, into docs/notes.md
"""

import re
import sys
from collections import Counter
from pathlib import Path

from meddx_desktop.core.domain.note import Assertion
from tests.core.notes.marked import DATA, read

FILES = {language: DATA / f"assertion_{language}_second.txt" for language in ("en", "zh")}
PAGE = Path(__file__).parents[3] / "docs" / "notes.md"
BEGIN, END = "<!-- assertion: begin -->", "<!-- assertion: end -->"
_MARK = re.compile(r"\{([npchfyNPCHFY]) (.*?)\}")
_LABELS = {
    "n": Assertion.NEGATED,
    "p": Assertion.POSSIBLE,
    "c": Assertion.CONDITIONAL,
    "h": Assertion.HISTORICAL,
    "f": Assertion.FAMILY,
    "y": Assertion.PRESENT,
}
_WORDS = {
    Assertion.PRESENT: "present",
    Assertion.NEGATED: "negated",
    Assertion.POSSIBLE: "possible",
    Assertion.CONDITIONAL: "only if",
    Assertion.HISTORICAL: "in the past",
    Assertion.FAMILY: "of somebody else",
}


def sentences(language, half):
    """Those of one half, "open" or "sealed", with the expected assertion of each mention."""
    lines = FILES[language].read_text("utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    return [
        (line, [_LABELS[mark[1].lower()] for mark in _MARK.finditer(line)])
        for line in lines[half == "sealed" :: 2]
    ]


def answers(language, half):
    """Sentence, expected assertion and mention as read."""
    for line, expected in sentences(language, half):
        marked = _MARK.sub(
            lambda mark: f"[[{mark[2]}|{'symptom' if mark[1].isupper() else 'problem'}]]", line
        )
        for wanted, mention in zip(expected, read(marked), strict=True):
            yield line, wanted, mention


def confusion(language, half):
    """How often each expected assertion was read as each."""
    return Counter((wanted, mention.assertion) for _, wanted, mention in answers(language, half))


def f1(counts, one):
    """F1 of one assertion."""
    there = sum(count for (wanted, _), count in counts.items() if wanted is one)
    said = sum(count for (_, read_as), count in counts.items() if read_as is one)
    return 2 * counts[one, one] / (there + said) if there + said else 0.0


def table():
    """F1 of the sealed half, and what was taken for something else."""
    by = {language: confusion(language, "sealed") for language in FILES}
    rows = ["| sealed half | English F1 (mentions) | Chinese F1 (mentions) |", "|---|---|---|"]
    for one, word in _WORDS.items():
        cells = [
            f"{f1(by[lang], one):.3f} ({sum(n for (w, _), n in by[lang].items() if w is one)})"
            for lang in FILES
        ]
        rows.append(f"| {word} | {' | '.join(cells)} |")
    for language, name in (("en", "English"), ("zh", "Chinese")):
        mixed = sorted((w, r, n) for (w, r), n in by[language].items() if w is not r)
        said = "; ".join(f"{_WORDS[w]} read as {_WORDS[r]} {n}" for w, r, n in mixed)
        rows += ["", f"Read otherwise, {name}: {said or 'nothing'}."]
    return "\n".join(rows)


def write():
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n{table()}\n{END}{tail}", "utf-8")


def main():
    for language in FILES:
        for half in ("open", "sealed"):
            counts = confusion(language, half)
            shown = "  ".join(f"{word} {f1(counts, one):.3f}" for one, word in _WORDS.items())
            print(language, half, len(sentences(language, half)), "sentences:", shown)
        if "--wrong" in sys.argv:
            for line, wanted, mention in answers(language, "open"):
                if wanted is not mention.assertion:
                    why = mention.trigger and (mention.trigger.text, mention.trigger.rule)
                    print(
                        f"  {mention.text!r} {wanted} read {mention.assertion} {why}\n      {line}"
                    )
    if "--write" in sys.argv:
        write()


if __name__ == "__main__":
    main()
