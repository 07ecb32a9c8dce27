"""Whether a weight can be that of somebody of this age.

Expected weights are those of the Advanced Paediatric Life Support course as quoted by Marikar,
BMJ Innovations 2015, doi 10.1136/bmjinnov-2015-000059 (opened 2026-11-22 at
deploy.abcdocz.com/doc/1327151): months / 2 + 4 kg up to 12 months, 2 x years + 8 up to 5 years,
3 x years + 7 from 6 to 12 years. Children differ from such an estimate by a third and more
(PubMed 20659877), so that only what is under half or over twice of it is called implausible; that
factor, the limits from 13 years on, and how old a weight may be are the authors' choice. It finds
pounds, grams and a slipped decimal point; it does not replace a growth chart.
"""

from datetime import date, timedelta

from meddx_desktop.core.domain.patient import DAYS_PER_MONTH, DAYS_PER_YEAR, Age

CHILD_UNTIL = 18
BIRTHDAY = 0.75
"""Days: on a birthday the age in days may be so much short of whole years of 365.2425 days."""
_FACTOR = 2.0
_OLDER = (25.0, 250.0)
"""From 13 years on, kg."""
_OLDEST = ((2.0, timedelta(days=30)), (float(CHILD_UNTIL), timedelta(days=90)))
_OLDEST_OF_ADULTS = timedelta(days=365)


def completed_years(age: Age) -> int:
    """Whole years, the birthday included."""
    return int((age.days + BIRTHDAY) / DAYS_PER_YEAR)


def expected_kg(age: Age) -> float | None:
    """What a child of this age weighs about, kg; None from 13 years on."""
    years = completed_years(age)
    if years < 1:
        return age.days / DAYS_PER_MONTH / 2 + 4
    if years < 6:
        return 2.0 * years + 8
    if years < 13:
        return 3.0 * years + 7
    return None


def is_plausible(age: Age | None, weight_kg: float) -> bool:
    """Whether somebody of this age may weigh so much; True where the age is not known."""
    if age is None:
        return True
    expected = expected_kg(age)
    low, high = _OLDER if expected is None else (expected / _FACTOR, expected * _FACTOR)
    return low <= weight_kg <= high


def is_recent(age: Age | None, weighed: date | None, day: date) -> bool:
    """Whether a weight is dated, not in the future, and young enough to dose by."""
    if weighed is None or age is None or weighed > day:
        return False
    oldest = next((span for years, span in _OLDEST if age.years < years), _OLDEST_OF_ADULTS)
    return day - weighed <= oldest
