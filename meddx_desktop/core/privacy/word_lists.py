"""English given names, surnames, and words that are none (resources/privacy/english_*.txt)."""

from functools import cache

from meddx_desktop.core.paths import RESOURCES


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list, in small letters without accents: given, surnames or words."""
    path = RESOURCES / "privacy" / f"english_{name}.txt"
    return frozenset(path.read_text("ascii").split())
