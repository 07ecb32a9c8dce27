"""The site's own thresholds: proven on its films, chosen by the owner, confirmed by a clinician.

The list lies in the store. It is read at the sign-in, and what no longer holds lapses there with
an entry in the audit trail; between two sign-ins `imaging.site` looks at every result.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.people import Action, same_name
from meddx_desktop.core.errors import InvalidEntry, NotPermitted
from meddx_desktop.core.operations import model_shelf, site_records, site_rules, validation
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_records import Lapse, Shares, SiteThreshold, State
from meddx_desktop.core.operations.validation import Proposal, Report

__all__ = ["Lapse", "SiteThreshold", "State"]

HOLDS_DAYS = 365
LONGEST_DAYS = 730


def listed(app: Application) -> tuple[SiteThreshold, ...]:
    """Every threshold: waiting, in force, lapsed."""
    with app.access.using(Action.SCREEN) as desk:
        return tuple(site_records.load(desk))


def lapsed(app: Application) -> tuple[SiteThreshold, ...]:
    """Those that were in force and no longer hold, until the owner takes them back or anew."""
    return tuple(one for one in listed(app) if one.state is State.LAPSED and one.confirmed_on)


def require_may_choose(app: Application, sensitivity: float, *, days: int = HOLDS_DAYS) -> None:
    """Refuse what `choose` would refuse whatever the films show, before they are looked at.

    Raises
    ------
    InvalidEntry
        ``threshold_target_invalid``, ``threshold_days_invalid``.
    NotPermitted, StoreRefused
        This person may not choose, or nobody is signed in.
    """
    validation.require_target(sensitivity)
    _require_days(days)
    with app.access.using(Action.SET_THRESHOLD):
        pass


def ended(app: Application, one: SiteThreshold) -> Reason:
    """What to tell of a threshold that has lapsed: which one holds now, if any model runs."""
    now = site_rules.holds_now(app, one)
    if now is None:
        return Reason("site_threshold_ended_none", one.told)
    version, threshold = now
    now_used = f"{one.model} {version}"
    facts = {**one.told, "in_use": now_used, "holds": round(threshold * 100)}
    return Reason("site_threshold_ended", facts)


def choose(
    app: Application,
    report: Report,
    sensitivity: float,
    *,
    days: int = HOLDS_DAYS,
    keep_shipped: bool = False,
) -> SiteThreshold:
    """Choose the threshold that `report` proves for a wanted sensitivity.

    It waits until a clinician confirms it; one that is in force goes on till then.

    Parameters
    ----------
    keep_shipped
        Prove the model's own threshold here instead of choosing another.

    Raises
    ------
    InvalidEntry
        ``threshold_too_few``, ``threshold_not_proven``, ``threshold_target_invalid``,
        ``threshold_days_invalid``, ``threshold_other_model``.
    """
    _require_days(days)
    with app.access.using(Action.SET_THRESHOLD) as desk:
        find = validation.at_shipped if keep_shipped else validation.propose
        proposal = find(report, sensitivity)
        refused = validation.refusal(proposal)
        if refused is not None:
            raise refused
        chosen = replace(
            _record(report, proposal),
            days=days,
            set_by=desk.user,
            set_on=site_rules.today().isoformat(),
        )
        if chosen.made_with != site_rules.made_with_now(app, chosen):
            raise InvalidEntry("threshold_other_model")
        before = site_records.load(desk)
        # What is in force goes on until the new one is confirmed; an older choice does not.
        kept = [one for one in before if one.place != chosen.place or one.state is State.IN_FORCE]
        with desk.changing():
            site_records.save(desk, [*kept, chosen])
            _tell(
                desk,
                "threshold_set",
                chosen,
                before=_in_force(kept, chosen),
                after=chosen.threshold,
            )
    return chosen


def confirm(app: Application, chosen: SiteThreshold) -> SiteThreshold:
    """A clinician puts the threshold into force under the own sign-in.

    It ends the trial of this finding, and with the last finding that of the model.

    Raises
    ------
    NotPermitted
        ``threshold_same_person``: whoever chose it can't confirm it.
    InvalidEntry
        ``threshold_gone``: it is not the one that was shown; ``threshold_other_model``.
    """
    with app.access.using(Action.CONFIRM_THRESHOLD) as desk:
        kept = site_records.load(desk)
        if chosen not in kept or chosen.state is not State.WAITING:
            raise InvalidEntry("threshold_gone")
        if same_name(desk.user, chosen.set_by):
            raise NotPermitted("threshold_same_person")
        if chosen.made_with != site_rules.made_with_now(app, chosen):
            raise InvalidEntry("threshold_other_model")
        today = site_rules.today()
        confirmed = replace(
            chosen,
            confirmed_by=desk.user,
            confirmed_on=today.isoformat(),
            until=(today + timedelta(days=chosen.days)).isoformat(),
            state=State.IN_FORCE,
        )
        with desk.changing():
            others = [one for one in kept if one.place != chosen.place]
            site_records.save(desk, [*others, confirmed])
            _tell(
                desk,
                "threshold_confirmed",
                confirmed,
                before=_in_force(kept, chosen),
                after=confirmed.threshold,
            )
            site_rules.settle_trial(app, desk, chosen.model, chosen.version)
    model_shelf.take_up(app)
    site_rules.take_up(app)
    return confirmed


def withdraw(app: Application, model: str, finding: str) -> None:
    """Go back to the model's own threshold; also takes a notice of a lapse away.

    Nothing here proves the model then: one that came on a stick is on trial again.
    """
    with app.access.using(Action.SET_THRESHOLD) as desk:
        kept = site_records.load(desk)
        gone = [one for one in kept if one.place == (model, finding)]
        if not gone:
            raise InvalidEntry("threshold_gone")
        with desk.changing():
            site_records.save(desk, [one for one in kept if one.place != (model, finding)])
            for one in gone:
                _tell(
                    desk,
                    "threshold_withdrawn",
                    one,
                    before=one.threshold,
                    after=one.shipped,
                )
                site_rules.settle_trial(app, desk, one.model, one.version)
    model_shelf.take_up(app)
    site_rules.take_up(app)


def shares(app: Application) -> Shares:
    """How common each finding is among the patients here, where the owner entered it."""
    with app.access.using(Action.SCREEN) as desk:
        return site_records.shares(desk)


def set_share(app: Application, model: str, finding: str, share: float | None) -> None:
    """Enter how common a finding is among the patients here; None takes it back.

    Raises
    ------
    InvalidEntry
        ``prevalence_invalid``; ``prevalence_untaught``: the model does not tell its own.
    """
    with app.access.using(Action.SET_THRESHOLD) as desk:
        if share is not None and not 0.0001 <= share <= 0.99:
            raise InvalidEntry("prevalence_invalid")
        if share is not None and site_rules.taught(app, model, finding) is None:
            raise InvalidEntry("prevalence_untaught", finding=finding)
        kept = site_records.shares(desk)
        before = kept.pop((model, finding), None)
        if share is not None:
            kept[model, finding] = share
        with desk.changing():
            site_records.save_shares(desk, kept)
            changed = f"{_number(before)} -> {_number(share)}"
            desk.tell("prevalence_set", model=model, finding=finding, changed=changed)
    site_rules.take_up(app)


def _require_days(days: int) -> None:
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidEntry("threshold_days_invalid", limit=LONGEST_DAYS)


def _record(report: Report, proposal: Proposal) -> SiteThreshold:
    at, model = proposal.at, report.model
    return SiteThreshold(
        model=model.name,
        version=model.version,
        variant=model.variant,
        sha256=model.sha256,
        made_with=report.made_with,
        finding=report.finding,
        threshold=at.threshold,
        shipped=report.figures.shipped.threshold,
        target=proposal.target,
        found=at.sensitivity.hits,
        positives=at.sensitivity.total,
        low=at.sensitivity.low,
        high=at.sensitivity.high,
        passed=at.specificity.hits,
        negatives=at.specificity.total,
        patients=report.figures.patients,
        days=HOLDS_DAYS,
        set_by="",
        set_on="",
        specificity_low=at.specificity.low,
    )


def _in_force(kept: Iterable[SiteThreshold], chosen: SiteThreshold) -> float:
    """The threshold that holds now."""
    for one in kept:
        if one.place == chosen.place and one.state is State.IN_FORCE:
            return one.threshold
    return chosen.shipped


def _tell(desk: Desk, action: str, one: SiteThreshold, *, before: float, after: float) -> None:
    desk.tell(
        action,
        model=one.model,
        version=one.version,
        variant=one.variant,
        finding=one.finding,
        threshold=one.threshold,
        changed=f"{before:.4f} -> {after:.4f}",
    )


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"
