"""Build resources/terms: `python -m training.notes_lexicon [--data FOLDER] [--out FOLDER]`."""

import argparse
from collections import Counter
from pathlib import Path

from training.lib.config import ROOT, default_data
from training.notes_lexicon.build import build
from training.notes_lexicon.write import write


def main() -> None:
    """Build the lexicon and print what is in it."""
    parser = argparse.ArgumentParser(prog="python -m training.notes_lexicon")
    parser.add_argument("--data", type=Path, default=default_data() / "text" / "terminology")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "terms")
    options = parser.parse_args()
    lexicon, versions = build(options.data, ROOT / "resources" / "terms")
    forms = lexicon.result()
    options.out.mkdir(parents=True, exist_ok=True)
    sizes = write(options.out, forms)
    print("versions", versions)
    print("forms", len(forms), dict(Counter(str(one.kind) for one in forms.values())))
    print("concepts", len({one.key for one in forms.values()}))
    print("bytes", sizes, sum(sizes.values()))


if __name__ == "__main__":
    main()
