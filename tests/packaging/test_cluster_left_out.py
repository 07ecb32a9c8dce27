"""The installed program holds no part of the extra that opens network connections."""

import ast
import sys
import tomllib
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import sbom  # noqa: E402


def excluded() -> set[str]:
    """Return the modules that build.spec leaves out."""
    for node in ast.parse((ROOT / "build.spec").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDED_MODULES":
            return set(ast.literal_eval(node.value))
    raise AssertionError("build.spec has no EXCLUDED_MODULES")


def packages(extra: str) -> set[str]:
    """Return the packages that an extra brings and the program itself does not, by their name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo, found = [Requirement(line) for line in project["optional-dependencies"][extra]], set()
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            if name not in found:
                todo.extend(map(Requirement, distribution(name).requires or []))
            found.add(name)
    return found - set(sbom.closure())


def test_every_module_of_the_extra_is_left_out() -> None:
    brought = packages("cluster")
    assert {"dask", "distributed", "tornado"} <= brought
    modules = {
        module
        for module, owners in packages_distributions().items()
        if brought & set(map(canonicalize_name, owners)) and not module.startswith("_")
    }
    # What tools for developers bring as well, and what a program of ours never reaches.
    modules -= {"click", "sortedcontainers", "importlib_metadata", "zipp"}
    assert modules | {"meddx_desktop.cluster"} <= excluded()


def test_the_program_itself_needs_none_of_it() -> None:
    assert not {"dask", "distributed", "tornado"} & set(sbom.closure())
