"""`meddx thresholds list|confirm|withdraw|share`: what a site made its own."""

import argparse
from typing import Any

from meddx_desktop.cli import at_store
from meddx_desktop.cli.language import translation
from meddx_desktop.cli.output import json_line, line, table
from meddx_desktop.core.errors import InvalidEntry, MedDxError
from meddx_desktop.core.operations import site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_thresholds import SiteThreshold, State
from meddx_desktop.words import label, terminal

_COLUMNS = ("model", "finding", "threshold", "state", "sensitivity", "chosen", "confirmed", "until")
_Share = tuple[str, str, float]


def run(options: argparse.Namespace) -> int:
    """Do one of the four, then show how the thresholds stand."""
    try:
        with at_store.signed_in(options) as app:
            _do(app, options)
            kept = site_thresholds.listed(app)
            shares = [(*place, share) for place, share in site_thresholds.shares(app).items()]
    except MedDxError as error:
        return at_store.failed(options, error)
    if options.format == "json":
        for one in kept:
            json_line(_record(one))
        for model, finding, share in shares:
            json_line({"model": model, "finding": finding, "prevalence": share})
    else:
        _show(kept, shares)
    return 0


def _do(app: Application, options: argparse.Namespace) -> None:
    if options.action == "confirm":
        site_thresholds.confirm(app, _waiting(app, options.model, options.finding))
    elif options.action == "withdraw":
        site_thresholds.withdraw(app, options.model, options.finding)
    elif options.action == "share":
        share = _share(options.percent)
        site_thresholds.set_share(app, options.model, options.finding, share)


def _waiting(app: Application, model: str, finding: str) -> SiteThreshold:
    for one in site_thresholds.listed(app):
        if one.place == (model, finding) and one.state is State.WAITING:
            return one
    raise InvalidEntry("threshold_none_waits", model=model[:60], finding=finding[:60])


def _share(percent: str) -> float | None:
    if percent.casefold() == "none":
        return None
    try:
        return float(percent.removesuffix("%")) / 100.0
    except ValueError as error:
        raise InvalidEntry("prevalence_invalid") from error


def _show(kept: tuple[SiteThreshold, ...], shares: list[_Share]) -> None:
    translate = translation()
    if not kept and not shares:
        line(terminal("thresholds_none", translate))
        return
    if kept:
        header = [terminal(f"thresholds_{column}", translate) for column in _COLUMNS]
        for text in table([_cells(one) for one in kept], header=header):
            line(text)
    for model, finding, share in shares:
        facts = {"model": model, "finding": label(f"finding.{finding}", translate)}
        line(terminal("thresholds_share", translate, share=f"{share * 100:g}", **facts))


def _cells(one: SiteThreshold) -> tuple[str, ...]:
    translate = translation()
    return (
        f"{one.model} {one.version}",
        label(f"finding.{one.finding}", translate),
        f"{one.threshold * 100:.1f} ({one.shipped * 100:.1f})",
        terminal(f"threshold_state_{one.state.value}", translate),
        f"{one.found}/{one.positives}, {one.low * 100:.1f} - {one.high * 100:.1f} %",
        f"{one.set_by} {one.set_on}",
        f"{one.confirmed_by} {one.confirmed_on}".strip() or "-",
        one.until or "-",
    )


def _record(one: SiteThreshold) -> dict[str, Any]:
    return {
        "model": one.model,
        "version": one.version,
        "sha256": one.sha256,
        "finding": one.finding,
        "threshold": one.threshold,
        "model_threshold": one.shipped,
        "state": one.state.value,
        "lapse": one.lapse or None,
        "target": one.target,
        "sensitivity": {
            "hits": one.found,
            "total": one.positives,
            "low": one.low,
            "high": one.high,
        },
        "chosen": {"by": one.set_by, "on": one.set_on},
        "confirmed": {"by": one.confirmed_by, "on": one.confirmed_on} if one.confirmed_by else None,
        "until": one.until or None,
    }
