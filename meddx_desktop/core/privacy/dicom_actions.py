"""What DICOM PS3.15 Table E.1-1 (edition 2026c) says to do with each attribute.

Read from `resources/privacy/dicom_actions.tsv`, which names its source and licence.
"""

from enum import StrEnum
from functools import lru_cache

from meddx_desktop.core.paths import RESOURCES

EDITION = "2026c"
_FILE = RESOURCES / "privacy" / "dicom_actions.tsv"


class ActionCode(StrEnum):
    """What happens to an attribute (PS3.15 Table E.1-1a), brought down to one way each."""

    REMOVE = "X"
    EMPTY = "Z"
    """A value of length nothing. Pseudonyms stand in Patient's Name and Patient ID instead."""
    DUMMY = "D"
    UID = "U"
    UNLISTED = "K"
    """Not in the table: kept if what it holds is of a kind that can't tell whose it is."""


_ONE_WAY = {
    "X": ActionCode.REMOVE,
    "Z": ActionCode.EMPTY,
    "D": ActionCode.DUMMY,
    "U": ActionCode.UID,
    # Which of them an object needs depends on its kind; the one that suits every kind is taken.
    "Z/D": ActionCode.DUMMY,
    "X/Z": ActionCode.EMPTY,
    "X/D": ActionCode.DUMMY,
    "X/Z/D": ActionCode.DUMMY,
    "X/Z/U*": ActionCode.UID,
}


def action(tag: int) -> ActionCode:
    """The action of the Basic Profile for an attribute."""
    return _table().get(tag, ActionCode.UNLISTED)


@lru_cache(maxsize=1)
def _table() -> dict[int, ActionCode]:
    lines = _FILE.read_text("utf-8").splitlines()
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {int(tag, 16): _ONE_WAY[code] for tag, code, _ in parts}
