"""Bringing what a site decided to its results, and letting lapse what no longer holds."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.imaging.site import SiteRule
from meddx_desktop.core.operations import model_list, model_shelf, site_records
from meddx_desktop.core.operations.access import PROGRAM, Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_records import Lapse, Shares, SiteThreshold, State

log = logging.getLogger(__name__)


def take_up(app: Application) -> None:
    """Bring the thresholds in force to the results; let lapse what no longer holds.

    Raises
    ------
    StoreRefused, StoreDamaged
        The list can't be read; no site threshold holds then.
    """
    app.site.use(())
    with app.access.using(None) as desk:
        kept = [_lapsed(app, desk, one) for one in site_records.load(desk)]
        app.site.use(_rules(app, kept, site_records.shares(desk)))


def take_up_calmly(app: Application) -> None:
    """As `take_up`, at the sign-in: a damaged list keeps nobody out."""
    try:
        take_up(app)
    except MedDxError as error:
        log.warning("site thresholds were not read", extra={"code": error.code})


def _lapsed(app: Application, desk: Desk, one: SiteThreshold) -> SiteThreshold:
    """The threshold as it stands today; a lapse is kept and told once."""
    if one.state is State.LAPSED:
        return one
    why = _why_lapsed(app, one)
    if why is None:
        return one
    lapsed = replace(one, state=State.LAPSED, lapse=why.value)
    with desk.changing():
        site_records.save(
            desk, [lapsed if kept == one else kept for kept in site_records.load(desk)]
        )
        desk.tell(
            "threshold_lapsed",
            by=PROGRAM,
            model=one.model,
            version=one.version,
            finding=one.finding,
            reason=why.value,
            **_change(app, one),
        )
        settle_trial(app, desk, one.model, one.version)
    model_shelf.take_up(app)
    return lapsed


def _change(app: Application, one: SiteThreshold) -> dict[str, str]:
    """What changes for results; nothing where it was never in force."""
    if one.state is not State.IN_FORCE:
        return {}
    now = holds_now(app, one)
    return {"changed": f"{one.threshold:.4f} -> {f'{now[1]:.4f}' if now else 'none'}"}


def _why_lapsed(app: Application, one: SiteThreshold) -> Lapse | None:
    if one.made_with != made_with_now(app, one):
        return Lapse.MODEL
    if one.state is State.IN_FORCE and today() > date.fromisoformat(one.until):
        return Lapse.TIME
    return None


def _rules(app: Application, kept: Iterable[SiteThreshold], common: Shares) -> list[SiteRule]:
    rules = {
        place: SiteRule(*place, prevalence=share, taught=taught(app, *place))
        for place, share in common.items()
    }
    for one in kept:
        if one.state is State.IN_FORCE:
            rules[one.place] = replace(
                rules.get(one.place, SiteRule(*one.place)),
                version=one.version,
                sha256=one.sha256,
                variant=one.variant,
                threshold=one.threshold,
                since=date.fromisoformat(one.confirmed_on),
                until=date.fromisoformat(one.until),
                sensitivity=one.sensitivity,
                specificity=one.specificity,
            )
    return list(rules.values())


def made_with_now(app: Application, one: SiteThreshold) -> str:
    """The mark of the model as it is now; empty where it is not in use here any more."""
    for package in app.registry.screening:
        if package.name == one.model:
            return site_records.made_with(package, one.finding, one.sha256)
    return ""


def holds_now(app: Application, one: SiteThreshold) -> tuple[str, float] | None:
    """Version and own threshold of the model of that name in use here; None where none runs."""
    for package in app.registry.screening:
        for label in package.manifest.labels:
            if (package.name, label.name, label.shown) == (*one.place, True):
                return package.manifest.version, label.threshold
    return None


def settle_trial(app: Application, desk: Desk, model: str, version: str) -> None:
    """A model that came on a stick is on trial until every finding of it was proven here.

    Belongs into the transaction of what changed; `model_shelf.take_up` has to follow it. While
    some findings are proven and others not, `images.screen` tells them apart.
    """
    for record in model_shelf.load(desk).records:
        if (record.name, record.version) != (model, version):
            continue
        on_trial = bool(unproven(app, desk, model, version))
        if on_trial is not record.on_trial:
            model_list.set_trial(desk, model, version, on_trial=on_trial)


def unproven(app: Application, desk: Desk, model: str, version: str) -> tuple[str, ...]:
    """Findings of a model that no threshold in force proves here; a model not in use proves none.

    The empty name stands for a model that shows nothing.
    """
    proven = {
        one.finding
        for one in site_records.load(desk)
        if (one.model, one.version, one.state) == (model, version, State.IN_FORCE)
    }
    for package in app.registry.screening:
        if (package.name, package.manifest.version) == (model, version):
            shown = [label.name for label in package.manifest.labels if label.shown]
            return tuple(name for name in shown or [""] if name not in proven)
    return ("",)


def taught(app: Application, model: str, finding: str) -> float | None:
    """How common the finding was among the films the model learnt from.

    A manifest states one share, so it is known of models with one finding.
    """
    for package in app.registry.screening:
        if package.name == model and [one.name for one in package.manifest.labels] == [finding]:
            return package.manifest.training_prevalence
    return None


def today() -> date:
    """The day; tests have their own."""
    return date.today()
