"""Patient's Age as a film may keep it: a number and its unit, nobody older than 90 years."""

import re
from datetime import date

from meddx_desktop.core.domain.patient import Age
from meddx_desktop.core.privacy.ages import OLDEST_SHOWN

_STATED = re.compile(r"(\d{3})([DWMY])", re.ASCII)
_OLDEST = "090Y"
_MONTHS_A_YEAR = 12
_DAYS_UNTIL, _MONTHS_UNTIL = 28, 24
"""Newborns are counted in days, children under two years in months."""


def stated_age(text: str) -> str:
    """An age string (VR AS, PS3.5 6.2) as it may stay; empty where it is none."""
    match = _STATED.fullmatch(text)
    if match is None:
        return ""
    is_old = match[2] == "Y" and int(match[1]) > OLDEST_SHOWN
    return _OLDEST if is_old else text


def counted_age(birth: date | None, day: date | None) -> str:
    """The age string on the day of the film, in whole units; empty where it can't be told.

    For films that state when somebody was born and not how old that made the person.
    """
    if birth is None or day is None or Age.between(birth, day) is None:
        return ""
    days = (day - birth).days
    months = _MONTHS_A_YEAR * (day.year - birth.year) + day.month - birth.month
    months -= day.day < birth.day
    if days < _DAYS_UNTIL:
        return f"{days:03}D"
    if months < _MONTHS_UNTIL:
        return f"{months:03}M"
    return stated_age(f"{months // _MONTHS_A_YEAR:03}Y")
