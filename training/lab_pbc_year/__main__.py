"""``python -m training.lab_pbc_year`` makes models/lab-pbc-year."""

from pathlib import Path

from training.lab_pbc_year.rows import read
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
