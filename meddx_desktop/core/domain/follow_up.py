"""What is to be measured again after a visit, by when, and what became of it: FollowUp."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

LONGEST_WORDS = 200
"""Characters of the free words of a follow-up."""
FURTHEST_DAYS = 366 * 5
"""No follow-up is set later than this after the day it is set on: a slip of the keyboard."""


class FollowUpKind(StrEnum):
    """What is to be looked at again."""

    FILM = "film"
    BLOOD_COUNT = "blood_count"
    KIDNEY = "kidney"
    LIVER = "liver"
    GLUCOSE = "glucose"
    BLOOD_PRESSURE = "blood_pressure"
    WEIGHT = "weight"
    SPUTUM = "sputum"
    VISIT = "visit"
    OTHER = "other"
    """Only the words say what."""


class FollowUpStep(StrEnum):
    """What was done with a follow-up; every step stays in the record."""

    SET = "set"
    MOVED = "moved"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    """Set by mistake, or no longer needed."""


_OPEN = (FollowUpStep.SET, FollowUpStep.MOVED)


@dataclass(frozen=True, slots=True)
class FollowUpWord:
    """One step of one follow-up; a case keeps them in the order in which they were said.

    Attributes
    ----------
    follow_up_id : str
        Random; tells the follow-ups of a case apart.
    kind : FollowUpKind
    step : FollowUpStep
    due : date
        The day that it is due from then on.
    words : str
        What exactly when it is set; why, or what came of it, afterwards.
    by : str
    at : datetime | None
    """

    follow_up_id: str
    kind: FollowUpKind
    step: FollowUpStep
    due: date
    words: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to measure again, with everything that was ever done to it, oldest first."""

    trace: tuple[FollowUpWord, ...]

    @property
    def follow_up_id(self) -> str:
        """What tells it from the others of its case."""
        return self.trace[0].follow_up_id

    @property
    def kind(self) -> FollowUpKind:
        """What is to be looked at again."""
        return self.trace[0].kind

    @property
    def words(self) -> str:
        """What the clinician wrote when it was set."""
        return self.trace[0].words

    @property
    def due(self) -> date:
        """The day that holds now."""
        return self.trace[-1].due

    @property
    def is_open(self) -> bool:
        """Neither done nor withdrawn."""
        return self.trace[-1].step in _OPEN

    def days_over(self, today: date) -> int:
        """By how many days it is overdue; negative while it lies ahead."""
        return (today - self.due).days


def follow_ups(words: Iterable[FollowUpWord]) -> tuple[FollowUp, ...]:
    """The follow-ups that these words are about, in the order in which they were set."""
    traces: dict[str, list[FollowUpWord]] = {}
    for word in words:
        traces.setdefault(word.follow_up_id, []).append(word)
    return tuple(FollowUp(tuple(trace)) for trace in traces.values())


@dataclass(frozen=True, slots=True)
class Preset:
    """A shortcut for what is often asked for; it recommends nothing."""

    kind: FollowUpKind
    weeks: int


PRESETS: tuple[Preset, ...] = (
    Preset(FollowUpKind.FILM, 6),
    Preset(FollowUpKind.BLOOD_COUNT, 4),
)
