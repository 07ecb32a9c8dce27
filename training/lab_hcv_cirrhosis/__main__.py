"""``python -m training.lab_hcv_cirrhosis`` makes models/lab-hcv-cirrhosis."""

from pathlib import Path

from training.lab_hcv_cirrhosis.rows import read
from training.lib.tabular_run import main

if __name__ == "__main__":
    main(Path(__file__).parent, read)
