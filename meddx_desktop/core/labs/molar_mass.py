"""Molar mass from a formula, so that each of them can be checked by anybody."""

import re

SOURCE = (
    "molar mass of {formula} from the IUPAC standard atomic weights 1995, "
    "Pure Appl. Chem. 68:2339 (1996), table 2; "
    "old.iupac.org/reports/1996/6812coplen/atwt1995_t2.html"
)
_WEIGHTS = {
    "H": 1.00794,
    "C": 12.0107,
    "N": 14.00674,
    "O": 15.9994,
    "Na": 22.98977,
    "Mg": 24.3050,
    "P": 30.973762,
    "S": 32.066,
    "Cl": 35.4527,
    "K": 39.0983,
    "Ca": 40.078,
    "Fe": 55.845,
    "Co": 58.9332,
    "Cu": 63.546,
    "Zn": 65.39,
    "I": 126.90447,
    "Pb": 207.2,
    "Li": 6.941,
}
"""g/mol; the more recent tables differ in the fifth digit."""
_PART = re.compile(r"([A-Z][a-z]?)(\d*)")


def molar_mass(formula: str) -> float:
    """g/mol of `formula` (``C6H12O6``).

    Raises
    ------
    KeyError
        For an element that no analyte needs.
    """
    parts = _PART.findall(formula)
    if "".join(symbol + count for symbol, count in parts) != formula:
        raise ValueError(formula)
    return sum(_WEIGHTS[symbol] * int(count or 1) for symbol, count in parts)
