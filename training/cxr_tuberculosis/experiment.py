"""From the films to RESULTS.md. Makes no package: this decides whether one is worth making."""

from pathlib import Path

from training.cxr_tuberculosis.films import read_pictures, read_table
from training.cxr_tuberculosis.protocol import score_recipe
from training.cxr_tuberculosis.renditions import Material
from training.cxr_tuberculosis.report import Findings, write_results
from training.lib.config import Run


def run_experiment(run: Run, folder: Path) -> Findings:
    """Run every step and write the results into a folder."""
    films = read_table(run)
    material = Material(run, films, read_pictures(run, films))
    scored = {r["name"]: score_recipe(material, r) for r in run.settings["recipes"]}
    return write_results(material, scored, folder)
