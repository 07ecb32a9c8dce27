"""Coded concepts, the triplet of PS3.3 8.8: value, scheme designator, meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One concept of a coding scheme, for example ``Code("233604007", "SCT", "Pneumonia")``."""

    value: str
    scheme: str
    meaning: str
