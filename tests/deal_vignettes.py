"""Lay vignettes into their halves: `python -m tests.deal_vignettes NEW.toml ...`.

Files named on the command line are added to `open/` and `sealed/` under their own names, each
vignette where the hash of its key says; what lies there already is dealt again, so that a renamed
key moves too. The text of a vignette is moved as it was written.
"""

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from tests.vignettes import HALVES, HERE, half_of

MARK = "[[vignette]]\n"


def blocks(text: str) -> dict[str, str]:
    """Return the text of each vignette by its key."""
    found: dict[str, str] = {}
    for part in re.split(r"(?m)^\[\[vignette\]\]\n", text)[1:]:
        key = tomllib.loads(part)["key"]
        if key in found:
            raise SystemExit(f"{key}: twice in one file")
        found[key] = part.strip() + "\n"
    return found


def deal(new: list[Path], folder: Path = HERE) -> dict[str, int]:
    """Write both halves anew, and return how many vignettes lie in each."""
    lying = [path for half in HALVES for path in sorted((folder / half).glob("*.toml"))]
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for path in (*lying, *new):
        groups[path.name] |= blocks(path.read_text(encoding="utf-8"))
    counts = dict.fromkeys(HALVES, 0)
    for half in HALVES:
        (folder / half).mkdir(parents=True, exist_ok=True)
        for name, group in groups.items():
            mine = [text for key, text in group.items() if half_of(key) == half]
            counts[half] += len(mine)
            path = folder / half / name
            if mine:
                path.write_text("\n".join(MARK + text for text in mine), encoding="utf-8")
            else:
                path.unlink(missing_ok=True)
    return counts


if __name__ == "__main__":
    for half, count in deal([Path(name) for name in sys.argv[1:]]).items():
        print(f"{half}: {count}")
