"""Which site thresholds somebody has to see to: they wait, have lapsed, or lapse soon."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meddx_desktop.core.operations import site_rules, site_thresholds
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.site_records import SiteThreshold, State

SOON_DAYS = 30


class Matter(StrEnum):
    """What is to be seen to."""

    WAITING = "waiting"
    """A clinician has to confirm it, or nobody does."""
    LAPSED = "lapsed"
    SOON = "soon"
    """It lapses within `SOON_DAYS`."""


@dataclass(frozen=True, slots=True)
class Attention:
    """One threshold and what is the matter with it."""

    threshold: SiteThreshold
    matter: Matter
    days: int = 0
    """Until it lapses, where it lapses soon."""


def attention(app: Application) -> tuple[Attention, ...]:
    """What to tell at the sign-in, in the order of the list.

    Nothing lapses "in so many days" by a clock that is known to be wrong.
    """
    found = []
    for one in site_thresholds.listed(app):
        days = _days(one)
        if one.state is State.WAITING:
            found.append(Attention(one, Matter.WAITING))
        elif one.state is State.LAPSED and one.confirmed_on:
            found.append(Attention(one, Matter.LAPSED))
        elif days is not None and days <= SOON_DAYS and app.access.clock_behind is None:
            found.append(Attention(one, Matter.SOON, max(days, 0)))
    return tuple(found)


def _days(one: SiteThreshold) -> int | None:
    if one.state is not State.IN_FORCE:
        return None
    return (date.fromisoformat(one.until) - site_rules.today()).days
