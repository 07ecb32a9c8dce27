"""Train, export, evaluate and package the gate."""

from pathlib import Path

from training.cxr_gate.add_photographs import build_whole
from training.lib.config import ROOT, parse_run
from training.lib.overview import write_overview


def main() -> None:
    """Run from the command line; see ``--help``."""
    run = parse_run(Path(__file__).parent)
    build_whole(run)
    if run.out.parent == ROOT / "models":
        write_overview(run.out.parent, ROOT / "docs" / "models.md")


if __name__ == "__main__":
    main()
