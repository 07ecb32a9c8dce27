"""``python -m training.lab_pbc_survival`` makes models/lab-pbc-survival."""

from pathlib import Path

from training.lab_pbc_survival.rows import read
from training.lib.tabular_curve_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
