"""``python -m training.lab_stiffness`` makes models/lab-stiffness."""

from pathlib import Path

from training.lab_stiffness.rows import read
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
