"""Pictures for the cards of risk models, the same bytes from the same figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "meddx"
matplotlib.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt  # noqa: E402

INK, GREY = "#1f3a5f", "#8a94a0"


def draw_calibration(bins: Sequence[Mapping[str, Any]], path: Path, *, title: str) -> None:
    """Draw what was seen over what was predicted, with exact 95 % intervals."""
    figure, axes = plt.subplots(figsize=(4, 4))
    axes.plot([0, 1], [0, 1], color=GREY, linewidth=1, linestyle="--")
    predicted = [one["predicted"] for one in bins]
    seen = [one["seen"] for one in bins]
    below = [max(0.0, one["seen"] - one["low"]) for one in bins]
    above = [max(0.0, one["high"] - one["seen"]) for one in bins]
    axes.errorbar(
        predicted, seen, yerr=[below, above], fmt="o-", color=INK, markersize=4, linewidth=1
    )
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="score", ylabel="share with the outcome")
    axes.set_title(title, fontsize=9)
    save(figure, path)


def draw_curves(curves: Sequence[Mapping[str, Any]], path: Path, *, title: str) -> None:
    """Draw predicted mean survival and Kaplan-Meier of groups by predicted risk."""
    figure, axes = plt.subplots(figsize=(5, 4))
    for number, one in enumerate(curves):
        shade = 0.15 + 0.75 * number / max(1, len(curves) - 1)
        colour = plt.cm.viridis(shade)
        axes.plot(one["years"], one["seen"], "o", color=colour, markersize=3)
        axes.plot(one["years"], one["predicted"], color=colour, linewidth=1.5, label=one["name"])
    axes.set(ylim=(0, 1.02), xlabel="years", ylabel="share alive (line: predicted, dots: seen)")
    axes.set_title(title, fontsize=9)
    axes.legend(fontsize=7, frameon=False)
    save(figure, path)


def save(figure: Any, path: Path) -> None:
    """Write without date, so that the same figures give the same file."""
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)
