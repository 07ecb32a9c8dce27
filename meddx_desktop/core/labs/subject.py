"""Whose results they are: what ranges and calculators need to know of a person."""

from dataclasses import dataclass
from datetime import date, datetime

from meddx_desktop.core.calculators.model import Person
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Age, Sex


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a person; unknown stays unknown.

    Attributes
    ----------
    birth_date : date | None
    age : Age | None
        Where there is no birth date: as stated for the day of the results.
    sex : Sex
    pregnant : Answer
    trimester : int
        1, 2 or 3; 0 while unknown.
    altitude_m : float | None
        Where the person lives, in metres above the sea.
    """

    birth_date: date | None = None
    age: Age | None = None
    sex: Sex = Sex.UNKNOWN
    pregnant: Answer = Answer.UNKNOWN
    trimester: int = 0
    altitude_m: float | None = None

    def age_at(self, taken: datetime | None) -> Age | None:
        """Age when the specimen was taken; None where that is not known."""
        if self.birth_date and taken:
            return Age.between(self.birth_date, taken.date())
        return None if self.birth_date else self.age

    def person(self, taken: datetime | None, aki: Answer = Answer.UNKNOWN) -> Person:
        """The same as calculators want it."""
        return Person(self.age_at(taken), self.sex, self.pregnant, aki)
