"""Whose results they are: what ranges and calculators need to know of a person."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.patient import Age, Sex

TRIMESTER_HOLDS = timedelta(days=28)
"""How far from the day it was stated a trimester is believed; the authors' choice."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a person; unknown stays unknown.

    Attributes
    ----------
    birth_date : date | None
    age : Age | None
        Where there is no birth date: as stated for `age_on`.
    sex : Sex
    pregnant : Answer
    trimester : int
        1, 2 or 3, as stated for `trimester_on`; 0 while unknown.
    altitude_m : float | None
        Where the person lives, in metres above the sea.
    age_on, trimester_on : date | None
        None: the day of the results, whichever that is.
    doubts : tuple[Reason, ...]
        ``lab_age_conflict``, ``lab_sex_conflict``, ``lab_trimester_conflict``: sources that
        contradict each other; what they are about counts as unknown.
    day : date | None
        Of the visit: it serves for results without a time.
    """

    birth_date: date | None = None
    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    trimester: int = 0
    altitude_m: float | None = None
    age_on: date | None = None
    trimester_on: date | None = None
    doubts: tuple[Reason, ...] = ()
    day: date | None = None

    def age_at(self, taken: datetime | None) -> Age | None:
        """Age when the specimen was taken, at the visit where no time is known; None: unknown."""
        if self.birth_date:
            day = taken.date() if taken else self.day
            return Age.between(self.birth_date, day) if day else None
        if self.age is None or self.age_on is None or taken is None:
            return self.age
        days = self.age.days + (taken.date() - self.age_on).days
        if days == self.age.days:
            return self.age
        return Age(days, "") if days >= 0 else None

    def trimester_at(self, taken: datetime | None) -> int:
        """Trimester when the specimen was taken; 0 where it was stated for another time."""
        if self.trimester_on is None or taken is None:
            return self.trimester
        apart = abs(taken.date() - self.trimester_on)
        return self.trimester if apart <= TRIMESTER_HOLDS else 0

    def doubt(self, about: str) -> Reason | None:
        """Why `about` (``age``, ``sex``, ``trimester``) counts as unknown although it was said."""
        return next((one for one in self.doubts if one.code == f"lab_{about}_conflict"), None)

    def person(
        self, taken: datetime | None, aki: Answer = Answer.UNKNOWN, *, changes: bool = False
    ) -> Person:
        """The same as calculators want it."""
        return Person(self.age_at(taken), self.sex, self.pregnant, aki, changes)
