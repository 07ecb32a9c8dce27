"""Build resources/privacy/english_*.txt: ``python -m training.privacy_words FAKER``.

FAKER is the folder in which its wheel, as `pip download faker` gives it, was unpacked.

Names are those of Faker (MIT); words are those of the lexicon and of the notes of MTS-Dialog in
small letters. What is both is an eponym or an ordinary word, and is told by its neighbours.
"""

import csv
import importlib
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from training.lib.config import ROOT, default_data

OUT = ROOT / "resources" / "privacy"
LOCALES = [
    "en_US",
    "en_GB",
    "en_IN",
    "en_IE",
    "en_KE",
    "en_NG",
    "en_PK",
    "yo_NG",
    "zu_ZA",
    "sw",
    "ha_NG",
    "ig_NG",
    "tw_GH",
    "fr_FR",
    "de_DE",
    "es_ES",
    "pt_BR",
    "it_IT",
    "pl_PL",
    "tr_TR",
    "nl_NL",
    "sv_SE",
    "id_ID",
    "vi_VN",
]
_WORD = re.compile(r"[A-Za-z]{3,}")
_LEAST = 2
"""How often a word stands in the notes in small letters; once may be a slip of the pen."""


def _plain(name: str) -> str:
    """The name in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if "a" <= c <= "z")


def names() -> tuple[set[str], set[str]]:
    """Given names and surnames of all locales."""
    given: set[str] = set()
    last: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for part in dir(provider):
            values = getattr(provider, part)
            if part.startswith(("first_name", "last_name")) and not callable(values):
                found = {_plain(one) for one in values if isinstance(one, str) and " " not in one}
                (given if part.startswith("first") else last).update(found)
    return {n for n in given if len(n) > 2}, {n for n in last if len(n) > 2}


def words() -> set[str]:
    """Words of medicine and of everyday notes."""
    terms = ROOT / "resources" / "terms"
    found: set[str] = set()
    for line in (terms / "concepts.tsv").read_text("utf-8").splitlines():
        found.update(_WORD.findall(line.lower()))
    for name in ("common.tsv", "drugs.tsv"):
        found.update(_WORD.findall((terms / name).read_text("utf-8").lower()))
    counted: Counter[str] = Counter()
    for part in ("Training", "Validation"):
        path = default_data() / "text" / f"mts_dialog_{part}Set.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = " ".join(value or "" for value in row.values())
                counted.update(re.findall(r"(?<![A-Za-z'])[a-z]{3,}(?![A-Za-z])", text))
    return found | {word for word, count in counted.items() if count >= _LEAST}


def main() -> None:
    """Write the three lists."""
    sys.path.insert(0, str(Path(sys.argv[1])))
    given, last = names()
    for name, content in (("given", given), ("surnames", last), ("words", words())):
        (OUT / f"english_{name}.txt").write_text("\n".join(sorted(content)) + "\n", "utf-8")
        print(name, len(content))


if __name__ == "__main__":
    main()
