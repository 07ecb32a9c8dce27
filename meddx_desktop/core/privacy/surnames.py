"""Chinese surnames, and ordinary words that look like names and are none (resources/privacy)."""

import tomllib

from meddx_desktop.core.paths import RESOURCES

_TABLE: dict[str, str] = tomllib.loads((RESOURCES / "privacy" / "names.toml").read_text("utf-8"))

SURNAMES = frozenset("".join(_TABLE["surnames"].split()))
COMPOUND = tuple(_TABLE["compound"].split())
GIVEN_SIGNS = frozenset("".join(_TABLE["given_signs"].split()))
"""Signs that given names are often made of."""
NO_GIVEN_SIGNS = frozenset("".join(_TABLE["no_given_signs"].split()))
"""Signs that no given name has: verbs, particles, words of a ward."""
NOT_NAMES = frozenset(_TABLE["not_names"].split())
"""Words that begin with the sign of a surname."""
TITLES = frozenset(_TABLE["titles"].split())
THINGS = frozenset(_TABLE["things"].split())
"""What is named after somebody, or is a place."""
EPONYMS = frozenset(_TABLE["eponyms"].split())
ORDINARY_WORDS = frozenset(_TABLE["ordinary"].split())
"""English words that are names too."""
