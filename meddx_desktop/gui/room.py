"""What gives way when the text is large and the window small; numbers only, no widgets."""

from dataclasses import dataclass
from enum import StrEnum

CENTRE = 60
"""Width that the film should keep, in steps of the grid."""
LOW = 72
"""Below this height, in steps of the grid, rows above the film are saved."""


class Wish(StrEnum):
    """What the user wants of a side panel; automatic until a key or click says otherwise."""

    AUTO = "auto"
    OPEN = "open"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Side:
    """One side panel: its width when open, and the wish."""

    width: int
    wish: Wish = Wish.AUTO


@dataclass(frozen=True, slots=True)
class Plan:
    """What is folded, and whether the rows above the film are drawn tightly."""

    worklist_folded: bool
    assessment_folded: bool
    compact: bool


def plan(
    width: int, height: int, *, step: int, rail: int, worklist: Side, assessment: Side
) -> Plan:
    """Fold the worklist first, then the assessment, until the film has its width.

    Parameters
    ----------
    width, height
        The window, in logical pixels.
    step
        One step of the grid at the present text size.
    rail
        The width of a folded side.
    """
    centre = CENTRE * step
    both = worklist.width + assessment.width
    worklist_folded = _folded(worklist.wish, auto=both + centre > width)
    beside = rail if worklist_folded else worklist.width
    assessment_folded = _folded(assessment.wish, auto=beside + assessment.width + centre > width)
    return Plan(worklist_folded, assessment_folded, height < LOW * step)


def _folded(wish: Wish, *, auto: bool) -> bool:
    return auto if wish is Wish.AUTO else wish is Wish.FOLDED
