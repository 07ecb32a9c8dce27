"""List the manifests of all packages in models/SHA256SUMS, which the program holds them against.

Run after a package was made: ``python -m training.lib.sums``.
"""

import hashlib
from pathlib import Path

MODELS = Path(__file__).parents[2] / "models"


def write_sums(models: Path = MODELS) -> None:
    """Write one line for each manifest, in the form of the ``sha256sum`` tool."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.parent.name}/{path.name}\n"
        for path in sorted(models.glob("*/manifest.json"))
    ]
    (models / "SHA256SUMS").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    write_sums()
