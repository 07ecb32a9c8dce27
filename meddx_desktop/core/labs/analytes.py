"""The table of analytes: what can be recognised, in which unit it is shown, what is impossible.

The data is resources/analytes/*.toml, one table per group; limits and delta checks with their
sources are in resources/analytes/limits/. Nothing here knows reference ranges.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from meddx_desktop.core.domain.laboratory import Specimen
from meddx_desktop.core.labs.molar_mass import SOURCE, molar_mass
from meddx_desktop.core.labs.unit_text import kinds
from meddx_desktop.core.labs.units import NOTHING_KNOWN, Rule, Substance, conversion
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "analytes"
_LOWER_BLOOD = (Specimen.SERUM, Specimen.BLOOD)


@dataclass(frozen=True, slots=True, eq=False)
class Analyte:
    """One thing that a laboratory measures, in one specimen.

    Attributes
    ----------
    id : str
        Stable name; stored in cases, never renamed.
    english, chinese : str
    names : tuple[str, ...]
        Synonyms and abbreviations in both languages; the two names above belong to them.
    specimen : Specimen
    unit : str
        UCUM unit that it is shown in.
    decimals : int
        Places worth showing in that unit.
    loinc : Mapping[str, str]
        LOINC code by kind of quantity (``mass/volume``); ``text`` for results in words.
    also_loinc : tuple[str, ...]
        Codes that are recognised but not given: the same with another method.
    accepts : tuple[str, ...]
        Further kinds that it may come in without a conversion.
    substance : Substance
    impossible_outside, ask_outside : tuple[float, float] | None
        In the shown unit. No living patient; and the values beyond which a slip of the unit is
        likelier. Chosen wide by the authors, not taken from a publication.
    panel : str
        The battery that it usually comes in (``cbc``), empty for single tests.
    never_assumed : bool
        The name alone stands for several things: specimen or panel must say which.
    told_apart_by_unit : tuple[str, ...]
        Units that are only written for this specimen, where the specimen is not stated.
    own_range_only : bool
        No range but the laboratory's own (troponin, hormones, drugs: methods differ).
    may_be_text, may_be_negative, unit_may_be_missing : bool
    index : str
        ``haemolysis``, ``lipaemia`` or ``icterus`` for rows that judge the specimen itself.
    """

    id: str
    english: str
    chinese: str
    names: tuple[str, ...]
    specimen: Specimen
    unit: str
    decimals: int
    loinc: Mapping[str, str]
    also_loinc: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    substance: Substance = NOTHING_KNOWN
    impossible_outside: tuple[float, float] | None = None
    ask_outside: tuple[float, float] | None = None
    panel: str = ""
    never_assumed: bool = False
    told_apart_by_unit: tuple[str, ...] = ()
    own_range_only: bool = False
    may_be_text: bool = False
    may_be_negative: bool = False
    unit_may_be_missing: bool = False
    index: str = ""

    @property
    def kind(self) -> str:
        """The kind of quantity of the shown unit."""
        return kinds()[self.unit]

    @property
    def group(self) -> str:
        """What it is usually printed beside: its panel, else chemistry of blood, else specimen."""
        if self.panel:
            return self.panel
        return "chemistry" if self.specimen in _LOWER_BLOOD else self.specimen.value

    def takes(self, unit: str) -> bool:
        """Whether a result in `unit` can be this analyte."""
        return kinds().get(unit, "") in self.accepts or bool(
            conversion(unit, self.unit, self.substance)
        )

    def code_for(self, unit: str) -> str:
        """LOINC code of a result in `unit` (``text`` for words); empty where none is known."""
        kind = unit if unit == "text" else kinds().get(unit, "")
        by_unit = self.loinc.get("unit", "") if kind == self.kind else ""
        return self.loinc.get(kind) or by_unit


@cache
def analytes() -> Mapping[str, Analyte]:
    """All analytes by id, in the order of the files."""
    rules = _rules()
    found: dict[str, Analyte] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["analyte"]:
            one = _analyte(row, rules)
            if one.id in found:
                raise ValueError(one.id)
            found[one.id] = one
    return found


@cache
def by_loinc() -> Mapping[str, Analyte]:
    """LOINC code to analyte."""
    found: dict[str, Analyte] = {}
    for one in analytes().values():
        for code in (*one.loinc.values(), *one.also_loinc):
            if found.setdefault(code, one) is not one:
                raise ValueError(f"{code}: {one.id} and {found[code].id}")
    return found


def _rules() -> dict[str, list[Rule]]:
    path = FOLDER / "limits" / "conversions.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return {
        name: [
            Rule(one["from"], one["to"], one["factor"], one.get("offset", 0.0), one["source"])
            for one in rules
        ]
        for name, rules in table.items()
    }


def _analyte(row: dict[str, Any], rules: dict[str, list[Rule]]) -> Analyte:
    fields = dict(row)
    substance = _substance(fields, rules)
    for name in ("names", "also_loinc", "accepts", "told_apart_by_unit"):
        fields[name] = tuple(fields.get(name, ()))
    for name in ("impossible_outside", "ask_outside"):
        if name in fields:
            low, high = fields[name]
            fields[name] = (float(low), float(high))
    fields["specimen"] = Specimen(fields["specimen"])
    fields.setdefault("loinc", {})
    return Analyte(substance=substance, **fields)


def _substance(fields: dict[str, Any], rules: dict[str, list[Rule]]) -> Substance:
    """Takes out of `fields` what concerns conversions."""
    formula, per = fields.pop("formula", ""), fields.pop("per_formula", "")
    named = formula or per
    return Substance(
        molar_mass(formula) if formula else None,
        SOURCE.format(formula=named) if named else "",
        fields.pop("valence", None),
        molar_mass(per) if per else None,
        tuple(rules[fields.pop("rule")]) if "rule" in fields else (),
    )
