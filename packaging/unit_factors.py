"""Makes resources/units/factors.json from units.toml: each unit in the base unit of its kind.

The factors come from ucumvert (pint), which takes seconds to load; the program reads the file.

    .venv/bin/python packaging/unit_factors.py
"""

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import Quantity
    from ucumvert import PintUcumRegistry

UNITS = Path(__file__).parents[1] / "resources" / "units"
_PLAIN = re.compile(r"\{[^}]*\}|\[pH\]")
"""Annotations, and the pH unit, which the library does not know: pure numbers."""


def factors() -> dict[str, dict[str, float]]:
    """Unit to factor, by kind."""
    import ucumvert

    registry = ucumvert.PintUcumRegistry()
    table = tomllib.loads((UNITS / "units.toml").read_text("utf-8"))
    table.pop("ambiguous")
    return {kind: _of_kind(registry, kind, list(units)) for kind, units in table.items()}


def _of_kind(registry: "PintUcumRegistry", kind: str, units: list[str]) -> dict[str, float]:
    sizes = {unit: _size(registry, unit) for unit in units}
    dimensions = {size.dimensionality for size in sizes.values()}
    if len(dimensions) != 1:
        raise ValueError(f"{kind}: {dimensions}")
    # Sixteen digits of a product of powers of ten carry rounding noise; fifteen do not.
    return {unit: float(f"{size.magnitude:.15g}") for unit, size in sizes.items()}


def _size(registry: "PintUcumRegistry", unit: str) -> "Quantity":
    plain = _PLAIN.sub("", unit).rstrip("/")
    return registry.from_ucum(plain or "1").to_base_units()


if __name__ == "__main__":
    text = json.dumps(factors(), indent=1, ensure_ascii=False)
    (UNITS / "factors.json").write_text(text + "\n", "utf-8")
