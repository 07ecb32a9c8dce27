"""The words of the card that depend on the manifest."""

from typing import Any

from training.lib.card import table

Manifest = dict[str, Any]


def card_fields(manifest: Manifest) -> dict[str, str]:
    """Return what fills the placeholders of ``card.md``."""
    proof = manifest["evidence"]
    return {
        "prevalence": f"{proof['training_prevalence']:.1%}",
        "by_view": ", ".join(f"{v} {s:.1%}" for v, s in proof["prevalence_by_view"].items()),
        "side": str(manifest["preprocessing"]["size"][0]),
        "places": str(manifest["outputs"]["cam"]["shape"][-1]),
        "members": str(proof["recipe"]["members"]),
        "share": f"{proof['recipe']['probe_share']:.0%}",
        "views": ", ".join(manifest["applies_to"]["views"]),
        "recipe": ", ".join(f"{k} {v}" for k, v in proof["recipe"].items()),
        "limit": str(manifest["out_of_distribution"]["limit"]),
        "refusal": str(manifest["out_of_distribution"]["refuse_above"]),
        "rules": "\n".join(f"- {text}" for text in proof["rules"]),
        "labels": _labels(manifest),
        "label_count": str(len(manifest["labels"])),
        "shown": ", ".join(x["name"] for x in manifest["labels"] if x["shown"]) or "none",
        "held_back": ", ".join(x["name"] for x in manifest["labels"] if not x["shown"]) or "none",
        "mapped": ", ".join(x["name"] for x in manifest["labels"] if x["shown"] and x["heat_shown"])
        or "none",
        "comparison": _comparison(proof["comparison"]),
        "chosen": proof["comparison"]["chosen"],
        "recipes": str(len(proof["comparison"]["recipes"])),
        "folds": ", ".join(f"{f}: {n}" for f, n in proof["split"]["folds"].items()),
        "films": str(proof["split"]["films"]),
        "adults": str(proof["split"]["adults_films"]),
    }


def _labels(manifest: Manifest) -> str:
    rows = []
    for label in manifest["labels"]:
        known = label["auc"]
        figure = f"{known['value']} ({known['low']} to {known['high']})" if known else ""
        rows.append(
            (
                label["name"],
                f"{manifest['evidence']['prevalence_by_label'][label['name']]:.1%}",
                figure,
                known["n_positive"] if known else "",
                "yes" if label["shown"] else "held back",
                label["threshold"],
                f"{label['not_sure'][0]} to {label['not_sure'][1]}",
                f"{label['calibration']['slope']}, {label['calibration']['intercept']}",
            )
        )
    head = (
        "label",
        "share of films",
        "AUC (95 % interval)",
        "films with it",
        "shown",
        "threshold",
        "not sure",
        "slope, intercept",
    )
    return table(head, [[f"`{row[0]}`", *row[1:]] for row in rows])


def _comparison(comparison: Manifest) -> str:
    names: list[str] = next(list(r["figures"]) for r in comparison["recipes"] if "figures" in r)
    rows = [
        (
            f"{r['name']}: {r['words']}",
            *(r["figures"][n] if "figures" in r else "" for n in names),
            r.get("stopped", ""),
        )
        for r in comparison["recipes"]
    ]
    return table(("recipe", *names, "stopped"), rows)
