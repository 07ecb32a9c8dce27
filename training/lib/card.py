"""Write MODEL_CARD.md from a template and the manifest alone, so that their figures agree."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

Manifest = Mapping[str, Any]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    return "\n".join(lines)


def metrics_table(manifest: Manifest) -> str:
    """Return every figure with its interval, data, counts and variant."""
    rows = [
        (
            m["name"],
            _figure(m["value"]),
            _figure(m["low"]),
            _figure(m["high"]),
            m["data"],
            m["n"],
            "" if m["n_positive"] is None else m["n_positive"],
            m["variant"],
        )
        for m in manifest["evidence"]["metrics"]
    ]
    head = ("figure", "value", "95 % low", "95 % high", "data", "n", "of them", "variant")
    return table(head, rows)


def data_table(manifest: Manifest) -> str:
    """Return the sources with their licences and counts."""
    head = ("source", "films", "patients", "licence", "credit")
    return table(
        head,
        [
            (d["name"], d["n_films"], d["n_patients"], d["licence"], d["credit"])
            for d in manifest["evidence"]["training_data"]
        ],
    )


def write_card(template: Path, target: Path, manifest: Manifest, **extra: str) -> None:
    """Fill a template; an unknown placeholder is an error, not an empty space."""
    fields = {
        "title": manifest["title"]["en"],
        "name": manifest["name"],
        "version": manifest["version"],
        "licence": manifest["licence"],
        "intended_use": manifest["evidence"]["intended_use"]["en"],
        "out_of_scope": manifest["evidence"]["out_of_scope"]["en"],
        "metrics": metrics_table(manifest),
        "data": data_table(manifest),
        "changelog": "\n".join(
            f"- {c['version']} ({c['date']}): {c['text']}" for c in manifest["changelog"]
        ),
        **extra,
    }
    text = Template(template.read_text(encoding="utf-8")).substitute(fields)
    target.write_text(text, encoding="utf-8")
