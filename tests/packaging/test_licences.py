"""What ships is free to ship: every package in the program has a licence that we accept."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

ACCEPTED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC"),
    *("MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib"),
}
# Separate files that a user may replace, as the LGPL asks.
ACCEPTED_AS_FILES = {"LGPL-3.0-only"}
AS_FILES = {"fpdf2", "pyside6-essentials", "shiboken6"}

# What packages without an SPDX expression write instead.
SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    # fhir.resources and fhir-core; their repository has the text with three clauses.
    "BSD license": "BSD-3-Clause",
    "MIT License": "MIT",
    "License :: OSI Approved :: MIT License": "MIT",
}
# Packages whose metadata name no licence, or only its family; read from the file that they carry.
NO_ENDORSEMENT = "used to endorse or promote"
FROM_FILE = {
    "sqlcipher3": ("Zlib", "This software is provided 'as-is'"),
    "defusedxml": ("PSF-2.0", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
    **dict.fromkeys(("flexcache", "hl7", "pint"), ("BSD-3-Clause", NO_ENDORSEMENT)),
}
# Only one of the two is installed, after the machine.
ALTERNATIVES = {"onnxruntime", "onnxruntime-gpu"}


def closure() -> dict[str, Distribution]:
    """Return all that the program needs at run time on this machine, by canonical name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo = [Requirement(line) for line in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name not in found:
            found[name] = distribution(name)
            todo.extend(map(Requirement, found[name].requires or []))
    return found


def licence(package: Distribution) -> str:
    """Return the SPDX expression that a package declares."""
    known = FROM_FILE.get(canonicalize_name(package.name))
    if known is not None:
        expression, words = known
        files = ("licenses/LICENSE", "LICENSE")
        texts = [" ".join((package.read_text(file) or "").split()) for file in files]
        assert any(words in text for text in texts)
        return expression
    metadata = package.metadata
    classifiers = metadata.get_all("Classifier") or []
    declared = (
        metadata["License-Expression"]
        or metadata["License"]
        or next(line for line in classifiers if line.startswith("License :: "))
    )
    return SPDX.get(declared, declared)


def is_accepted(expression: str, accepted: set[str]) -> bool:
    """Tell whether one side of each OR holds accepted licences only."""
    inner = re.search(r"\(([^()]*)\)", expression)
    if inner:
        sides = inner[1].split(" OR ")
        return any(is_accepted(expression.replace(inner[0], one, 1), accepted) for one in sides)
    return any(
        all(part.strip() in accepted for part in side.split(" AND "))
        for side in expression.split(" OR ")
    )


def table() -> Iterator[tuple[str, str]]:
    """Yield name and licence of each row of the table in THIRD_PARTY.md."""
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    yield from re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("name", "package"), sorted(closure().items()))
def test_licence_is_accepted(name: str, package: Distribution) -> None:
    accepted = ACCEPTED | (ACCEPTED_AS_FILES if name in AS_FILES else set())
    assert is_accepted(licence(package), accepted), f"{name}: {licence(package)}"


def test_gpl_alone_is_refused() -> None:
    assert not is_accepted("GPL-3.0-only", ACCEPTED)
    assert not is_accepted("MIT AND GPL-3.0-only", ACCEPTED)
    assert is_accepted("GPL-3.0-only OR MIT", ACCEPTED)
    assert is_accepted("MIT AND (BSD-2-Clause OR LGPL-2.1-or-later)", ACCEPTED)
    assert not is_accepted("GPL-3.0-only AND (BSD-2-Clause OR MIT)", ACCEPTED)


def test_third_party_lists_what_is_installed() -> None:
    installed = {name: licence(package) for name, package in closure().items()}
    listed = dict(table())
    assert installed.items() <= listed.items()
    assert listed.keys() <= installed.keys() | ALTERNATIVES


def test_fonts_and_icons_come_with_their_licences() -> None:
    fonts = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in fonts
    icons = (ROOT / "resources" / "icons" / "LICENSE").read_text(encoding="utf-8")
    assert icons.startswith("ISC License")
