"""The tables of genes: places, alleles and phenotypes of resources/treatment/genes, checked.

They are made by ``packaging/gene_tables.py``; README.md beside them says from what. An allele
without an audited phenotype is kept all the same: who carries it is not "normal".
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "treatment" / "genes"
BUILDS = ("GRCh37", "GRCh38")
NORMAL = frozenset({"Normal Metabolizer", "Normal Function", "G6PD Normal"})
STRUCTURAL = "structural"
TYPED_ONLY: Mapping[str, tuple[str, ...]] = {
    "HLA-A": ("*31:01",),
    "HLA-B": ("*15:02", "*57:01", "*58:01"),
}
"""HLA types that a rule speaks of; each is positive or negative."""
_CLASSES = {
    "Class I (Deficient with CNSHA)": "I",
    "Class II (Deficient)": "II",
    "Class III (Deficient)": "III",
    "Class IV (Normal)": "IV",
}
_DPYD_LIMITS = ((1.0, "Poor Metabolizer"), (2.0, "Intermediate Metabolizer"))


@dataclass(frozen=True, slots=True)
class GenePlace:
    """A place in the genome where alleles of a gene differ.

    Attributes
    ----------
    gene, name, chromosome : str
    at, ref : Mapping[str, int], Mapping[str, str]
        Position from 1 and the genome's own bases there, by build.
    normal, variant : str
        The bases of the reference allele, and those of the variant.
    """

    gene: str
    name: str
    chromosome: str
    at: Mapping[str, int]
    ref: Mapping[str, str]
    normal: str
    variant: str

    @property
    def is_indel(self) -> bool:
        """Whether bases are lost or added."""
        return len(self.normal) != len(self.variant)


@dataclass(frozen=True, slots=True)
class Allele:
    """A named allele: the places where it carries the variant.

    Attributes
    ----------
    name, function : str
    activity : float | None
        CPIC's activity value, where the gene has one.
    places : frozenset[str]
    is_structural : bool
        Lost or rebuilt as a whole: no list of variants can show it.
    """

    name: str
    function: str
    activity: float | None
    places: frozenset[str]
    is_structural: bool


@dataclass(frozen=True, slots=True)
class GeneTable:
    """Everything that is known of one gene.

    Attributes
    ----------
    gene : str
    places : tuple[GenePlace, ...]
        Empty for a gene that is typed only.
    alleles : Mapping[str, Allele]
    phenotypes : Mapping[tuple[str, str], str]
        By pair of alleles in the order of text.
    reference : str
        The allele without any variant.
    """

    gene: str
    places: tuple[GenePlace, ...]
    alleles: Mapping[str, Allele]
    phenotypes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    reference: str = "*1"

    @property
    def has_phenotypes(self) -> bool:
        """Whether a pair of alleles has a phenotype; of VKORC1 the alleles alone are used."""
        return bool(self.phenotypes) or self.gene in ("DPYD", "G6PD")

    def phenotype(self, first: str, second: str | None) -> str:
        """In CPIC's words; empty: no audited table says it. `second` is None on a single X."""
        if self.gene == "G6PD":
            return self._g6pd(first, second)
        if second is None:
            return ""
        if self.gene == "DPYD":
            return self._dpyd(first, second)
        text = self.phenotypes.get((first, second) if first <= second else (second, first), "")
        return "" if text == "Indeterminate" else text

    def _dpyd(self, first: str, second: str) -> str:
        values = [self.alleles[name].activity for name in (first, second)]
        total = sum(one for one in values if one is not None)
        return "" if None in values else by_activity(total)

    def _g6pd(self, first: str, second: str | None) -> str:
        names = (first,) if second is None else (first, second)
        kinds = {_CLASSES.get(self.alleles[name].function, "") for name in names}
        if "" in kinds:
            return ""
        if kinds == {"IV"}:
            return "G6PD Normal"
        if "IV" in kinds:
            return "G6PD Variable"
        return "G6PD Deficient with CNSHA" if kinds == {"I"} else "G6PD Deficient"

    def is_altered(self, name: str) -> bool:
        """Whether an allele beside the reference is anything but known to be normal."""
        known = self.alleles.get(name)
        if known is None:
            return True
        return self.phenotype(self.reference, known.name) not in NORMAL

    def find(self, text: str) -> str | None:
        """The allele's name in the table for what was typed; None: not known."""
        wanted = " ".join(text.split()).casefold()
        for name in self.alleles:
            synonyms = {name, *name.replace(" (", ",").rstrip(")").split(",")}
            if wanted in {one.strip().casefold() for one in synonyms}:
                return name
        return None


def by_activity(total: float) -> str:
    """DPYD phenotype of an activity score, 0 to 2."""
    return next((word for limit, word in _DPYD_LIMITS if total < limit), "Normal Metabolizer")


@cache
def gene_tables() -> Mapping[str, GeneTable]:
    """The tables that come with the program, by gene.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FOLDER)


def load(folder: Path) -> Mapping[str, GeneTable]:
    """Read and check the tables of a folder.

    Raises
    ------
    KnowledgeRejected
        ``knowledge_unreadable``; ``knowledge_invalid`` with the file and what is wrong in it.
    """
    places = _by_gene([_place(row) for row in _rows(folder / "places.tsv")])
    alleles: dict[str, dict[str, Allele]] = {}
    for row in _rows(folder / "alleles.tsv"):
        one = _allele(row, {place.name for place in places.get(row["gene"], ())})
        alleles.setdefault(row["gene"], {})[one.name] = one
    phenotypes: dict[str, dict[tuple[str, str], str]] = {}
    for row in _rows(folder / "diplotypes.tsv"):
        phenotypes.setdefault(row["gene"], {})[row["first"], row["second"]] = row["phenotype"]
    for gene, pairs in phenotypes.items():
        for name in {one for pair in pairs for one in pair}:
            typed = Allele(name, "", None, frozenset(), is_structural=True)
            alleles.setdefault(gene, {}).setdefault(name, typed)
    return {
        gene: GeneTable(
            gene, places.get(gene, ()), known, phenotypes.get(gene, {}), _reference(known)
        )
        for gene, known in alleles.items()
    }


def _reference(alleles: Mapping[str, Allele]) -> str:
    plain = [one.name for one in alleles.values() if not one.places and not one.is_structural]
    return plain[0] if plain else "*1"


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KnowledgeRejected(
            "knowledge_unreadable", file=path.name, entry="", why=str(error)
        ) from error


def _place(row: Mapping[str, str]) -> GenePlace:
    try:
        at = {"GRCh37": int(row["at37"]), "GRCh38": int(row["at38"])}
        ref = {"GRCh37": row["ref37"], "GRCh38": row["ref38"]}
        return GenePlace(
            *(row["gene"], row["id"], row["chromosome"], at, ref, row["ref38"], row["variant"])
        )
    except (KeyError, ValueError, TypeError) as error:
        raise _bad("places.tsv", row.get("id", ""), error) from error


def _allele(row: Mapping[str, str], known: set[str]) -> Allele:
    try:
        structural = row["made_of"] == STRUCTURAL
        made = frozenset(() if structural else filter(None, row["made_of"].split(";")))
        if not made <= known:
            raise ValueError(f"unknown place {sorted(made - known)[0]}")
        activity = float(row["activity"]) if row["activity"] else None
        return Allele(row["allele"], row["function"], activity, made, structural)
    except (KeyError, ValueError, AttributeError) as error:
        raise _bad("alleles.tsv", row.get("allele", ""), error) from error


def _bad(file: str, entry: str, error: Exception) -> KnowledgeRejected:
    return KnowledgeRejected("knowledge_invalid", file=file, entry=entry, why=str(error))


def _by_gene(places: list[GenePlace]) -> dict[str, tuple[GenePlace, ...]]:
    grouped: dict[str, list[GenePlace]] = {}
    for one in places:
        grouped.setdefault(one.gene, []).append(one)
    return {gene: tuple(rows) for gene, rows in grouped.items()}
