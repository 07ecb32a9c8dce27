"""What ships is free to ship: every package in the program has a licence that we accept."""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import sbom  # noqa: E402
from sbom import closure, licence  # noqa: E402

ACCEPTED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC"),
    *("MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib"),
}
# Separate files that a user may replace, as the LGPL asks.
ACCEPTED_AS_FILES = {"LGPL-3.0-only"}
AS_FILES = {"fpdf2", "pyside6-essentials", "shiboken6"}

# Only one of the two is installed, after the machine.
ALTERNATIVES = {"onnxruntime", "onnxruntime-gpu"}


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


def test_the_bill_names_every_package_model_and_font():
    bill = json.loads(json.dumps(sbom.bill()))
    named = {part["name"] for part in bill["components"]}
    models = {path.parent.name for path in ROOT.glob("models/*/manifest.json")}
    assert named >= {*closure(), *models, "Qt", "CPython"}
    assert all(part["version"] and part["licenses"] for part in bill["components"])
    references = [part["bom-ref"] for part in bill["components"]]
    assert len(set(references)) == len(references)
    assert bill["dependencies"][0]["dependsOn"] == references
    assert sbom.bill() == bill, "two bills of one state are equal"


def test_the_texts_hold_each_packages_licence():
    texts = sbom.texts()
    for name, package in closure().items():
        assert f"\n{name} {package.version}: {licence(package)}\n" in texts
    assert "Permission is hereby granted, free of charge" in texts
    assert "SIL OPEN FONT LICENSE" in texts


def test_the_lgpl_and_how_to_replace_its_parts_come_along():
    folder = ROOT / "resources" / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (folder / "GPL-3.0.txt").read_text("utf-8")
    notice = (folder / "LGPL_NOTICE.txt").read_text("utf-8")
    assert {"Qt", "PySide6", "fpdf2"} <= set(re.findall(r"^  (\w+)  ", notice, flags=re.MULTILINE))


def test_the_sums_are_those_of_the_installers(tmp_path):
    (tmp_path / "a.deb").write_bytes(b"a")
    (tmp_path / "notes.txt").write_bytes(b"b")
    of_a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert sbom.sums(tmp_path) == f"{of_a}  a.deb\n"
