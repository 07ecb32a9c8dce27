"""What a person had done to a film before it was screened: turned upright, un-inverted.

The stored film stays as it came. Nothing here mirrors: which side is which is for the side marker
and the reader to say.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

Turn = Literal[0, 90, 180, 270]
TURNS: tuple[Turn, ...] = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Correction:
    """How the stored film has to be seen: turned clockwise by so many degrees, un-inverted or not.

    Raises
    ------
    ValueError
        An angle that is none of `TURNS`.
    """

    turned_clockwise: Turn = 0
    inverted: bool = False
    """Black and white were exchanged, for the film came inverted."""
    by: str = ""
    """Who stated it; empty where no store was open."""
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.turned_clockwise not in TURNS:
            raise ValueError(self.turned_clockwise)

    @property
    def is_nothing(self) -> bool:
        """Whether the film is seen as it is stored."""
        return self.turned_clockwise == 0 and not self.inverted

    @property
    def quarter_turns(self) -> int:
        """Clockwise, 0 to 3."""
        return self.turned_clockwise // 90

    @property
    def done(self) -> str:
        """What was done, for words and keys: ``90``, ``inverted``, ``270_inverted``; never who."""
        turned = str(self.turned_clockwise) if self.turned_clockwise else ""
        return "_".join(part for part in (turned, "inverted" if self.inverted else "") if part)

    def then(self, more: "Correction") -> "Correction":
        """Both, one after the other, as one that nobody has stated yet."""
        turned = TURNS[(self.quarter_turns + more.quarter_turns) % 4]
        return Correction(turned, self.inverted is not more.inverted)

    def stated(self, by: str, at: datetime) -> "Correction":
        """The same with who stated it and when."""
        return replace(self, by=by, at=at)


def done(correction: Correction | None) -> str:
    """What was done to a film; empty where it is seen as it is stored."""
    return correction.done if correction else ""
