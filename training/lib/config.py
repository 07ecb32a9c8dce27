"""Where a training run reads and writes, and the settings of its TOML file."""

import argparse
import copy
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DATA_VARIABLE = "MEDDX_TRAINING_DATA"


@dataclass(frozen=True)
class Run:
    """One training run: its folders, its settings and how many films it may use."""

    name: str
    data: Path
    out: Path
    work: Path
    limit: int | None
    settings: Mapping[str, Any]

    @property
    def seed(self) -> int:
        """Seed from which every random choice of the run is derived."""
        return int(self.settings["seed"])


def read_settings(folder: Path) -> dict[str, Any]:
    """Read ``config.toml`` of one model's training folder."""
    with (folder / "config.toml").open("rb") as file:
        return tomllib.load(file)


def changed_settings(settings: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with a few changed, table by table.

    Raises
    ------
    ValueError
        A setting that does not exist.
    """
    changed = copy.deepcopy(dict(settings))
    for part, values in changes.items():
        unknown = set(values) - set(changed[part])
        if unknown:
            raise ValueError(f"no such setting in {part}: {', '.join(sorted(unknown))}")
        changed[part] |= values
    return changed


def default_data() -> Path:
    """Return the data folder of the environment, else the one beside the repository."""
    return Path(os.environ.get(DATA_VARIABLE, str(ROOT.parent / "shared" / "data")))


def parse_run(folder: Path, arguments: Sequence[str] | None = None) -> Run:
    """Build the run of a model from its folder and the command line."""
    settings = read_settings(folder)
    name = str(settings["name"])
    parser = argparse.ArgumentParser(prog=f"python -m training.{folder.name}")
    parser.add_argument("--data", type=Path, default=default_data(), help="folder that holds cxr/")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / name)
    parser.add_argument("--work", type=Path, default=folder / "runs", help="cache to resume from")
    parser.add_argument("--limit", type=int, help="films per source, for a trial run")
    options = parser.parse_args(arguments)
    if not (options.data / "cxr" / "labels.csv").is_file():
        parser.error(f"no cxr/labels.csv under {options.data}; give --data or set {DATA_VARIABLE}")
    return Run(name, options.data, options.out, options.work, options.limit, settings)
