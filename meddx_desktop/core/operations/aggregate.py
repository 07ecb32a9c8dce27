"""Counts for public health leave the site: with noise, from a budget that is used up and told.

Privacy lost adds up over exports. What a year's exports may give away together is fixed here; the
store keeps what was spent, and an export that would go beyond it is refused.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from meddx_desktop.core.domain.case import Case
from meddx_desktop.core.domain.people import Action
from meddx_desktop.core.domain.site_numbers import Week
from meddx_desktop.core.errors import CannotWrite, InvalidEntry, StoreDamaged
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations.access import Desk
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.reports_out import check_writable, refuse_existing, write
from meddx_desktop.core.operations.site_numbers import cases_since, midnight, today
from meddx_desktop.core.privacy import release
from meddx_desktop.core.privacy.release import MOST_CELLS
from meddx_desktop.core.reports import aggregate

__all__ = [
    "EPSILONS",
    "MOST_CELLS",
    "WEEKS",
    "YEARLY",
    "Budget",
    "Quality",
    "Wish",
    "budget",
    "export",
    "quality",
]

YEARLY = Fraction(2)
"""Epsilon that the exports of one calendar year may use up together."""
EPSILONS = (Fraction(1, 4), Fraction(1, 2), Fraction(1))
"""What one export may use up: the least is the most private and the least exact."""
WEEKS = (4, 12, 26, 52)
"""How many full weeks an export may cover."""
_KEPT = "aggregate_exports"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to leave: so many full weeks, at so much of the budget.

    `notes` are the sentences below the table, in the language of who writes it.
    """

    weeks: int
    epsilon: Fraction
    notes: tuple[str, ...] = ()

    def check(self) -> None:
        """Return if this is one of the choices that there are.

        Raises
        ------
        InvalidEntry
            ``aggregate_choice_unknown``.
        """
        if self.weeks not in WEEKS or self.epsilon not in EPSILONS:
            raise InvalidEntry("aggregate_choice_unknown")


@dataclass(frozen=True, slots=True)
class Spent:
    """One export as the store keeps it."""

    at: str
    epsilon: str
    weeks: int
    by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of this year's epsilon is used up, and how much was ever."""

    total: Fraction
    spent: Fraction
    ever: Fraction
    """Of all years: what was given away is never taken back."""
    exports: int
    """Of this year."""

    @property
    def left(self) -> Fraction:
        """What the rest of the year may still use up."""
        return self.total - self.spent

    def refusal(self, epsilon: Fraction) -> str:
        """Code of the sentence why an export at `epsilon` no longer fits; empty where it does."""
        if epsilon <= self.left:
            return ""
        return "aggregate_budget_spent" if min(EPSILONS) <= self.left else "aggregate_budget_gone"


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the counts of an export will be."""

    error: int
    """By so much at most a count is off, in 19 of 20 cells."""
    shown_from: int


def quality(epsilon: Fraction) -> Quality:
    """What an epsilon means for the counts, before it is spent."""
    return Quality(release.error(epsilon), release.shown_from(epsilon))


def budget(app: Application) -> Budget:
    """What is used up and what is left.

    Raises
    ------
    NotPermitted, StoreRefused, StoreDamaged
        ``not_permitted``, ``store_locked``, ``store_damaged``.
    """
    with app.access.using(Action.OPEN_CASE) as desk:
        return _budget(_load(desk))


def export(
    app: Application,
    target: Path,
    wish: Wish,
    *,
    force: bool = False,
    context: JobContext | None = None,
) -> str:
    """Write the table; returns its SHA-256. What it costs is kept before the file is written.

    Raises
    ------
    InvalidEntry
        ``aggregate_budget_spent``, ``aggregate_budget_gone``, ``aggregate_choice_unknown``,
        ``report_exists``, ``report_is_folder``, ``export_inside_records``;
        ``aggregate_clock``: by a clock that stands before the trail no week and no year is sure.
    CannotWrite
        ``disk_full`` or ``folder_not_writable``; nothing was written. Nothing is spent where the
        disk was full or nothing could be begun; a file that was whole and could not be named may
        have been read by somebody.
    NotPermitted, StoreRefused, JobCancelled
        ``not_permitted``; ``store_locked`` or ``stopped_by_lock``.
    """
    wish.check()
    refuse_existing(target, force=force)
    check_writable(target)
    with app.access.using(Action.EXPORT) as desk:
        if app.access.clock_behind is not None:
            raise InvalidEntry("aggregate_clock")
        _allowed(desk, wish)
        content = aggregate.as_csv(_released(app, desk, wish, context=context), wish.notes)
        digest = hashlib.sha256(content).hexdigest()
        spent = Spent(
            datetime.now(UTC).isoformat(), str(wish.epsilon), wish.weeks, desk.user, digest
        )
        with desk.changing():
            _allowed(desk, wish)  # another export may have come between
            _save(desk, [*_load(desk), spent])
            cost = f"epsilon {wish.epsilon}"
            desk.tell("aggregate_exported", code=cost, count=wish.weeks, sha256=digest)
        try:
            write(target, content)
        except CannotWrite as error:
            if error.code != "disk_full":
                raise
            # Nobody has seen this noise: what was not given away is not spent.
            with desk.changing():
                _save(desk, [one for one in _load(desk) if one != spent])
                desk.tell("aggregate_not_written", sha256=digest)
            raise
    return digest


def _allowed(desk: Desk, wish: Wish) -> None:
    left = _budget(_load(desk))
    code = left.refusal(wish.epsilon)
    if code:
        raise InvalidEntry(code, left=f"{float(left.left):g}")


def _released(
    app: Application, desk: Desk, wish: Wish, *, context: JobContext | None
) -> release.Release[aggregate.Cell]:
    weeks = aggregate.last_weeks(Week.of(today()), wish.weeks)
    since = midnight(weeks[0].monday)
    known: list[tuple[str, Case]] = []
    for case in cases_since(app, desk, since, context=context):
        person = desk.store.patients.of_case(case.case_id)
        known.append((person or case.case_id, case))
    return release.release(
        aggregate.cells(weeks, findings(app)), aggregate.people(known), wish.epsilon
    )


def findings(app: Application) -> tuple[str, ...]:
    """What the models in trusted use here look for: the rows, known without any patient."""
    return tuple(
        sorted(
            {
                label.name
                for package in app.registry.screening
                if not app.registry.is_on_trial(package.name, package.manifest.version)
                for label in package.manifest.labels
                if label.shown
            }
        )
    )


def _years(one: Spent) -> set[int]:
    """The year that it counts for, by the site's clock and by UTC: at New Year it is both.

    One clock alone would forget, for some hours, what was spent just before.
    """
    at = datetime.fromisoformat(one.at)
    return {at.year, at.astimezone().year}


def _budget(spent: list[Spent]) -> Budget:
    # What counts for a later year counts as well: a clock set back gives nothing back.
    year = [one for one in spent if max(_years(one)) >= today().year]
    return Budget(
        total=YEARLY,
        spent=sum((Fraction(one.epsilon) for one in year), Fraction(0)),
        ever=sum((Fraction(one.epsilon) for one in spent), Fraction(0)),
        exports=len(year),
    )


def _load(desk: Desk) -> list[Spent]:
    try:
        kept = [Spent(**one) for one in json.loads(desk.store.kept.get(_KEPT) or "[]")]
        if any(Fraction(one.epsilon) <= 0 or not isinstance(one.at, str) for one in kept):
            raise StoreDamaged("store_damaged")
    except (ValueError, TypeError, ZeroDivisionError) as error:
        # Counted as nothing spent, a damaged list would open the budget anew.
        raise StoreDamaged("store_damaged") from error
    return kept


def _save(desk: Desk, spent: list[Spent]) -> None:
    desk.store.kept.set(_KEPT, json.dumps([asdict(one) for one in spent]))
