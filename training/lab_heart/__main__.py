"""``python -m training.lab_heart`` makes models/lab-heart."""

from pathlib import Path

from training.lab_heart.rows import read
from training.lab_heart.sites import by_site
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read, more=by_site)
