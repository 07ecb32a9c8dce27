"""requirements.lock pins everything that pyproject.toml asks for, by hash and from nowhere else."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", flags=re.MULTILINE)


def pins() -> dict[str, set[str]]:
    """Return the pinned versions of each package; markers can choose between several."""
    found: dict[str, set[str]] = {}
    for name, version in PINNED.findall(LOCK):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def wishes() -> list[Requirement]:
    """Return what pyproject.toml asks for, for running and for developing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in lines]


def test_every_pin_has_a_hash() -> None:
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    without = [block.split()[0] for block in blocks if "--hash=sha256:" not in block]
    assert without == []
    assert len(blocks) == len(PINNED.findall(LOCK))


def test_names_no_place_to_download_from() -> None:
    assert not re.search(r"://|--(index|extra-index|find-links|trusted-host)", LOCK)


@pytest.mark.parametrize("wish", wishes(), ids=str)
def test_satisfies(wish: Requirement) -> None:
    versions = pins().get(canonicalize_name(wish.name), set())
    assert versions
    assert all(wish.specifier.contains(version, prereleases=True) for version in versions)


def test_folder_packaging_hides_no_package() -> None:
    """With an __init__.py our folder would be imported in place of the library `packaging`."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
