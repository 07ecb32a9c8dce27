"""The dates of a text that are moved, each with what stands in its place; births never are."""

from collections.abc import Sequence
from datetime import date

from meddx_desktop.core.privacy.births import births
from meddx_desktop.core.privacy.dates import Written, day_first, moved


def moves(
    text: str,
    written: Sequence[Written],
    *,
    days: int,
    born: Sequence[date],
    first: bool | None,
    today: date,
) -> dict[tuple[int, int], str]:
    """Return the moved dates by their place; what is not among them can only be masked.

    Parameters
    ----------
    written
        All dates of the text.
    days
        By how many.
    born
        Birth dates that the case knows.
    first
        Whether 03/05/2024 begins with the day, where the text itself does not tell.
    today
        For dates that tell an age over 89.
    """
    never = births(text, written, known=born, today=today)
    order = first if first is not None else day_first(list(written))
    there = {(one.start, one.end): moved(one, days, first=order) for one in written}
    return {place: new for place, new in there.items() if new is not None and place not in never}
