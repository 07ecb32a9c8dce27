"""Make `resources/privacy/dicom_actions.tsv`: what PS3.15 Table E.1-1 says to do with attributes.

    .venv/bin/python packaging/dicom_actions.py FOLDER

FOLDER is where the wheel of `dicom_anonymizer` 2.1.0 (PyPI, BSD 3-Clause, Kitware Europe) was
unpacked. Only its newest table is read; the package is no part of the program.
"""

import runpy
import sys
from pathlib import Path

from pydicom.datadict import keyword_for_tag

EDITION = "2026c"
_SOURCE = f"dicomanonymizer/dicom_anonymization_databases/dicomfields_{EDITION}.py"
_TARGET = Path(__file__).parents[1] / "resources" / "privacy" / "dicom_actions.tsv"
_LISTS = {
    "D_TAGS": "D",
    "Z_TAGS": "Z",
    "X_TAGS": "X",
    "U_TAGS": "U",
    "Z_D_TAGS": "Z/D",
    "X_Z_TAGS": "X/Z",
    "X_D_TAGS": "X/D",
    "X_Z_D_TAGS": "X/Z/D",
    "X_Z_U_STAR_TAGS": "X/Z/U*",
}
_HEAD = f"""\
# Table E.1-1 of DICOM PS3.15, edition {EDITION}, Basic Profile column: tag, action, keyword.
# Made by packaging/dicom_actions.py from dicom_anonymizer 2.1.0, Copyright 2020 Kitware Europe,
# BSD 3-Clause License (LICENSE-dicom-anonymizer.txt beside this file).
# Not listed, for they always go: repeating groups (50xx, 60xx), group lengths, private ones.
"""


def main(folder: Path) -> None:
    """Read the lists and write the table."""
    lists = runpy.run_path(str(folder / _SOURCE))
    lines = []
    for name, action in _LISTS.items():
        for tag in lists[name]:
            if len(tag) != 2:
                continue
            number = (tag[0] << 16) | tag[1]
            lines.append(f"{number:08X}\t{action}\t{keyword_for_tag(number)}")
    _TARGET.write_text(_HEAD + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} attributes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
