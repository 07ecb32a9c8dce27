"""``python -m training.lab_diabetes`` makes models/lab-diabetes."""

from pathlib import Path

from training.lab_diabetes.rows import read
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
