"""Units as people write them, brought to UCUM: ``×10⁹/L``, ``K/uL``, ``mg/dl``, ``个/µL``, ``秒``.

The table is resources/units/units.toml. What is not in it stays unknown; nothing is guessed.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from typing import Any

from meddx_desktop.core.paths import RESOURCES

_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER = re.compile(r"^[x×*·.]?10(?:\^|\*{1,2}|e|x|~|\()\+?(\d{1,2})\)?[.*·]?(?=/)")
_SHORT_POWER = re.compile(r"^[x×*·]?\^?e(\d{1,2})(?=/)")


@cache
def table() -> dict[str, Any]:
    """units.toml: kind to unit to other writings; and ``ambiguous``."""
    return tomllib.loads((RESOURCES / "units" / "units.toml").read_text("utf-8"))


@cache
def kinds() -> dict[str, str]:
    """UCUM unit to the kind of quantity that it measures."""
    return {unit: kind for kind, units in table().items() if kind != "ambiguous" for unit in units}


def cleaned(text: str) -> str:
    """`text` in small letters without spaces, powers as ``10*9``, micro as ``u``."""
    raised = _SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(_DIGITS), text)
    plain = "".join(unicodedata.normalize("NFKC", raised).split())
    plain = plain.replace("\u03bc", "u").replace("\\", "/").replace("∕", "/").casefold()
    return _SHORT_POWER.sub(r"10*\1", _POWER.sub(r"10*\1", plain))


@cache
def _written() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, units in table().items():
        if kind == "ambiguous":
            continue
        for unit, others in units.items():
            for writing in (unit, *others):
                key = cleaned(writing)
                if found.setdefault(key, unit) != unit:
                    raise ValueError(f"{writing}: {unit} or {found[key]}")
    return found


@lru_cache(maxsize=4096)
def readings(text: str, *, is_ucum: bool = False) -> tuple[str, ...]:
    """The UCUM units that `text` may stand for; empty when it is unknown or there is none.

    Parameters
    ----------
    text : str
        As sent.
    is_ucum : bool
        The source says so: then capital letters mean what they say.

    Returns
    -------
    tuple[str, ...]
        Nearly always one. ``G/L`` has two: giga per litre, or grams per litre in capitals. A UCUM
        unit outside the table comes back as it is.
    """
    stripped = text.strip()
    if not stripped:
        return ()
    if stripped in kinds():
        return (stripped,)
    if not is_ucum and stripped in table()["ambiguous"]:
        return tuple(table()["ambiguous"][stripped])
    found = _written().get(cleaned(stripped))
    if found:
        return (found,)
    return (stripped,) if is_ucum else ()
