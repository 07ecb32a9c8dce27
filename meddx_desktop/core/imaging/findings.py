"""From a network's outputs to findings: scores, calls under the threshold in force, heat maps."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from meddx_desktop.core.domain.finding import Call, Finding, Reason, Screening
from meddx_desktop.core.imaging import correct, heatmap
from meddx_desktop.core.imaging.site import Site
from meddx_desktop.core.inference.cache import Outputs
from meddx_desktop.core.inference.manifest import Label
from meddx_desktop.core.inference.package import Package


@dataclass(frozen=True, slots=True)
class ImageResult:
    """A screening with the maps that the stdlib-only domain can't hold.

    `heat_maps` is keyed by finding name; each is float32 (rows, columns) of the model's own
    grid, 0..1, over the film as it is stored, also where the film was corrected.
    """

    screening: Screening
    heat_maps: dict[str, NDArray[np.float32]] = field(default_factory=dict)


def with_findings(
    result: ImageResult,
    package: Package,
    outputs: Outputs,
    *,
    site: Site,
    display: NDArray[np.uint8],
) -> ImageResult:
    """`result` with what the network's outputs mean here, and what to beware of."""
    model = result.screening.model
    assert model is not None
    findings: list[Finding] = []
    told: list[Reason] = []
    maps: dict[str, NDArray[np.float32]] = {}
    for label in package.manifest.labels:
        if not label.shown:
            continue
        logit = float(outputs["logits"][0, label.index])
        finding = Finding(
            label.name,
            label.code,
            _probability(logit, label),
            label.threshold,
            label.not_sure,
        )
        finding, reasons = site.judged(finding, model)
        told += (*reasons, *site.watch(model, label.name, _log_odds(logit, label), display))
        if "cam" in outputs and label.heat_shown:
            seen = heatmap.heat(outputs["cam"][0, label.index], label)
            maps[label.name] = correct.stored_map(seen, result.screening.correction)
            finding = _with_region(finding, seen, result)
        findings.append(finding)
    cautions = {reason.code: reason for reason in (*result.screening.gate.reasons, *told)}
    gate = replace(result.screening.gate, reasons=tuple(cautions.values()))
    return ImageResult(replace(result.screening, findings=tuple(findings), gate=gate), maps)


def _with_region(finding: Finding, heat: NDArray[np.float32], result: ImageResult) -> Finding:
    """A place is named only for what is not below the threshold, in the film as it is stored."""
    if finding.call is Call.NEGATIVE:
        return finding
    instance, correction = result.screening.instance, result.screening.correction
    stored = {"rows": instance.rows, "columns": instance.columns}
    rows, columns = correct.seen_size(correction, **stored)
    place = heatmap.region(heat, rows=rows, columns=columns)
    if place is not None:
        place = correct.stored_region(place, correction, **stored)
    return replace(finding, region=place)


def _log_odds(logit: float, label: Label) -> float:
    return label.slope * logit + label.intercept


def _probability(logit: float, label: Label) -> float:
    return float(1.0 / (1.0 + np.exp(-np.clip(_log_odds(logit, label), -60, 60))))
