"""``python -m training.lab_breast_fna`` makes models/lab-breast-fna."""

from pathlib import Path

from training.lab_breast_fna.rows import read
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
