"""The rules of a site that laboratory results are judged by; window and command line read both."""

from meddx_desktop.core.labs.reference import SETS
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.settings import Settings

RANGES = "published_ranges"
ALTITUDE = "site_altitude_m"
RULES = (RANGES, ALTITUDE)


def published_sets(settings: Settings, chosen: str = "") -> tuple[str, ...]:
    """The published ranges in the order in which they are looked for: the site's choice first.

    Parameters
    ----------
    chosen
        In place of the setting; empty: the setting.
    """
    first = chosen or settings.text(RANGES)
    return (first, *(name for name in SETS if name != first))


def site_altitude(settings: Settings) -> float | None:
    """Metres above the sea; None where the site did not say, which is the default of 0."""
    return settings.number(ALTITUDE) or None


def rules(app: Application) -> tuple[object, ...]:
    """All that the meaning of results depends on beside the case itself."""
    settings = app.settings
    behind = app.access.clock_behind is not None
    return (published_sets(settings), site_altitude(settings), behind)
