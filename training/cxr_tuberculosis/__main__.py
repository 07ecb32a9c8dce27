"""Run the experiment and write what came of it; finished steps are read back."""

from pathlib import Path

from training.cxr_tuberculosis.experiment import run_experiment
from training.lib.config import parse_run

FOLDER = Path(__file__).parent

if __name__ == "__main__":
    run_experiment(parse_run(FOLDER), FOLDER)
