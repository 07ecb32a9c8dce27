"""``python -m training.lab_steatosis`` makes models/lab-steatosis."""

from pathlib import Path

from training.lab_steatosis.rows import read
from training.lab_steatosis.twin import twin
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read, extra=twin)
