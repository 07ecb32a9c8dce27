"""What the program consists of: its run-time packages, a bill of materials, their licences' texts.

    .venv/bin/python packaging/sbom.py --out dist    sbom.cdx.json, LICENCES.txt, SHA256SUMS

The bill is CycloneDX 1.6, JSON (https://cyclonedx.org/docs/1.6/json/).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from meddx_desktop import __version__  # noqa: E402

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
_NO_ENDORSEMENT = "used to endorse or promote"
FROM_FILE = {
    "sqlcipher3": ("Zlib", "This software is provided 'as-is'"),
    "defusedxml": ("PSF-2.0", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"),
    **dict.fromkeys(("flexcache", "hl7", "pint"), ("BSD-3-Clause", _NO_ENDORSEMENT)),
}
_TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "THIRDPARTY")
_SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
_RULE = "=" * 80
_INSTALLERS = (".deb", ".run", "-setup.exe", ".dmg", "sbom.cdx.json")


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
            found[name] = _installed(name)
            todo.extend(map(Requirement, found[name].requires or []))
    return found


def _installed(name: str) -> Distribution:
    """Return a package; a build for the processor may hold ONNX Runtime without its GPU part."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return distribution(name.removesuffix("-gpu"))


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
        metadata.get("License-Expression")
        or metadata.get("License")
        or next(line for line in classifiers if line.startswith("License :: "))
    )
    return SPDX.get(declared, declared)


def committed() -> int:
    """Return the time of the last commit, that two bills of one state are equal; 0 without git."""
    if shutil.which("git") is None:
        return 0
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    return int(said.stdout.strip() or 0) if said.returncode == 0 else 0


def bill() -> dict[str, Any]:
    """Return the bill of materials: packages, Python itself, Qt, models, fonts and icons."""
    parts = [*_packages(), *_around(), *_models()]
    name = f"meddx-desktop {__version__} " + json.dumps(parts, sort_keys=True)
    return {
        "$schema": _SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(committed(), UTC).isoformat(),
            "component": {
                "type": "application",
                "bom-ref": "meddx-desktop",
                "name": "MedDx Desktop",
                "version": __version__,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": parts,
        "dependencies": [
            {"ref": "meddx-desktop", "dependsOn": [part["bom-ref"] for part in parts]}
        ],
    }


def _part(kind: str, name: str, version: str, terms: str, **more: object) -> dict[str, Any]:
    return {
        "type": kind,
        "bom-ref": more.get("purl", f"{name}@{version}"),
        "name": name,
        "version": version,
        "licenses": [{"expression": terms}],
        **more,
    }


def _packages() -> list[dict[str, Any]]:
    return [
        _part("library", name, one.version, licence(one), purl=f"pkg:pypi/{name}@{one.version}")
        for name, one in sorted(closure().items())
    ]


def _around() -> list[dict[str, Any]]:
    python = ".".join(map(str, sys.version_info[:3]))
    qt = distribution("pyside6-essentials").version
    icons = "ISC AND MIT"
    return [
        _part("platform", "CPython", python, "Python-2.0", purl=f"pkg:generic/python@{python}"),
        _part("framework", "Qt", qt, "LGPL-3.0-only", purl=f"pkg:generic/qt@{qt}"),
        _part("file", "MedDx Sans (Noto Sans CJK SC, Noto Sans)", "1", "OFL-1.1"),
        _part("file", "Lucide icons", "1.62.0", icons, purl="pkg:npm/lucide-static@1.62.0"),
    ]


def _models() -> list[dict[str, Any]]:
    found = []
    for path in sorted(ROOT.glob("models/*/manifest.json")):
        content = path.read_bytes()
        manifest = json.loads(content)
        sha256 = hashlib.sha256(content).hexdigest()
        name, version = manifest["name"], manifest["version"]
        hashes = [{"alg": "SHA-256", "content": sha256}]
        terms = manifest["licence"]
        found.append(_part("machine-learning-model", name, version, terms, hashes=hashes))
    return found


def texts() -> str:
    """Return the licence texts of everything in the program, one below the other."""
    parts = [
        ("The licence of MedDx Desktop", [(ROOT / "LICENSE").read_text("utf-8")]),
        ("What it is built on", [(ROOT / "THIRD_PARTY.md").read_text("utf-8")]),
    ]
    for name, one in sorted(closure().items()):
        parts.append((f"{name} {one.version}: {licence(one)}", _texts_of(one)))
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.is_file() and path.name in ("LICENSE", "OFL.txt", "SOURCE.md"):
            parts.append((path.relative_to(ROOT).as_posix(), [path.read_text("utf-8")]))
    return "\n\n".join(
        f"{_RULE}\n{title}\n{_RULE}\n\n" + "\n\n".join(text.strip() for text in found)
        for title, found in parts
    )


def _texts_of(package: Distribution) -> list[str]:
    """The texts that a package carries, each once."""
    found: dict[str, None] = {}
    for file in package.files or []:
        told = any(word in file.name.upper() for word in _TEXTS)
        if told and file.suffix not in (".py", ".pyc"):
            path = Path(str(package.locate_file(file)))
            found[path.read_text("utf-8", "replace")] = None
    lgpl = "The package carries no text of its own; see resources/licences and the line above."
    return list(found) or [lgpl]


def sums(folder: Path) -> str:
    """Return the SHA-256 of each installer and of the bill in `folder`, for `sha256sum -c`."""
    named = (path for path in sorted(folder.iterdir()) if path.name.endswith(_INSTALLERS))
    lines = []
    for path in named:
        with path.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {path.name}\n")
    return "".join(lines)


def main() -> None:
    """Write the bill, the texts, and the sums of what lies there."""
    parser = argparse.ArgumentParser(description="Write the bill of materials and the licences.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    (out / "sbom.cdx.json").write_text(json.dumps(bill(), indent=1) + "\n", encoding="utf-8")
    (out / "LICENCES.txt").write_text(texts() + "\n", encoding="utf-8")
    (out / "SHA256SUMS").write_text(sums(out), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
