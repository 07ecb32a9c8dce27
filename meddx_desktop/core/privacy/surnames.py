"""Chinese surnames, and ordinary words that look like names and are none (resources/privacy)."""

import tomllib

from meddx_desktop.core.paths import RESOURCES

_TABLE: dict[str, str] = tomllib.loads((RESOURCES / "privacy" / "names.toml").read_text("utf-8"))

SURNAMES = frozenset("".join(_TABLE["surnames"].split()))
COMPOUND = tuple(_TABLE["compound"].split())
NOT_NAMES = frozenset(_TABLE["not_names"].split())
"""Words that begin with the sign of a surname."""
ORDINARY_WORDS = frozenset(_TABLE["ordinary"].split())
"""English words that are names too."""
