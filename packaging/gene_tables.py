"""Makes resources/treatment/genes/*.tsv from the tables of CPIC and from PharmVar's definitions.

Two sources, both read by hand before they were used (README.md beside the tables names them):

- the CPIC tables of anukriti-pgx-core (Apache-2.0, content CC0): which pair of alleles is which
  phenotype. A table that its makers flagged ``needs_audit`` is not read.
- the tables of pypgx (MIT): which bases at which places make an allele, on GRCh37 and GRCh38.

Where both say something of the same pair and differ, the row is left out and listed.

    .venv/bin/python packaging/gene_tables.py CPIC_TABLES PYPGX_DATA
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

OUT = Path(__file__).parents[1] / "resources" / "treatment" / "genes"
GENES = ("CYP2C19", "CYP2C9", "DPYD", "G6PD", "NUDT15", "SLCO1B1", "TPMT", "VKORC1")
SKIPPED_PLACES = {
    "rs3758581": "*1 and *38 differ here alone, and both work normally",
    "rs2230037": "changes no amino acid, and the builds differ in their own base",
}
SKIPPED_NAMES = ("10-94842866-A-G", "X-154532439-A-G")
SKIPPED_ALLELES = (
    ("G6PD", "MALE"),
    ("CYP2C19", "*38"),
    ("G6PD", "Mediterranean Haplotype"),
)
"""No allele, and those that differ from another at a skipped place alone."""
TABLES = {  # gene -> file of CPIC, audited; the others come from pypgx
    "CYP2C19": "CYP2C19_diplotypes_cpic_v2022.1",
    "CYP2C9": "CYP2C9_diplotypes_anukriti_v2024.01",
    "CYP2D6": "CYP2D6_diplotypes_cpic_v2019.10",
    "NUDT15": "NUDT15_diplotypes_anukriti_v2024.01",
    "TPMT": "TPMT_diplotypes_anukriti_v2024.01",
}
USABLE = ("authoritative", "verified")
Row = Mapping[str, str]


def rows_of(folder: Path, name: str) -> list[Row]:
    """One table of pypgx."""
    with (folder / f"{name}-table.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def places(variants: Iterable[Row]) -> dict[str, dict[str, str]]:
    """By name on GRCh38: gene, id, chromosome, place and base on both builds, normal, variant."""
    kept: dict[str, dict[str, str]] = {}
    wanted = [row for row in variants if row["Gene"] in GENES]
    ids = Counter(row["rsID"] for row in wanted)
    for row in wanted:
        if row["rsID"] in SKIPPED_PLACES:
            continue
        name = row["GRCh38Name"]
        shared = f"{row['rsID']}:{row['Variant']}"
        plain = row["rsID"] != "N/A" and ids[row["rsID"]] == 1
        kept[name] = {
            "gene": row["Gene"],
            "id": row["rsID"] if plain else name if row["rsID"] == "N/A" else shared,
            "chromosome": row["Chromosome"],
            "at37": row["GRCh37Position"],
            "ref37": row["GRCh37Allele"],
            "at38": row["GRCh38Position"],
            "ref38": row["GRCh38Allele"],
            "variant": row["Variant"],
        }
    _same_step(kept.values())
    return kept


def _same_step(rows: Iterable[Mapping[str, str]]) -> None:
    """The way from one build to the other is one number for each of these genes."""
    for gene in GENES:
        steps = Counter(int(row["at38"]) - int(row["at37"]) for row in rows if row["gene"] == gene)
        if len(steps) != 1:
            raise ValueError(f"{gene}: the builds are not apart by one number: {steps}")


def alleles(table: Iterable[Row], known: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
    """Gene, allele, function, activity, places that make it (``structural``: none can)."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in table:
        if row["Gene"] not in GENES or (row["Gene"], row["StarAllele"]) in SKIPPED_ALLELES:
            continue
        names = [] if row["GRCh38Core"] == "N/A" else row["GRCh38Core"].split(",")
        made = [known[name]["id"] for name in names if name not in SKIPPED_NAMES]
        where = "structural" if row["SV"] == "TRUE" else ";".join(sorted(made))
        if (row["Gene"], where) in found and where != "structural":
            raise ValueError(f"{row['Gene']} {row['StarAllele']}: made like another")
        key = (row["Gene"], where if where != "structural" else row["StarAllele"])
        found[key] = [
            *(row["Gene"], row["StarAllele"], row["Function"]),
            *("" if row["ActivityScore"] == "N/A" else row["ActivityScore"], where),
        ]
    return list(found.values())


def pair(text: str) -> tuple[str, str]:
    """The two alleles of ``*1/*2`` in one order."""
    first, second = text.split("/")
    return (first, second) if first <= second else (second, first)


def of_cpic(folder: Path, gene: str) -> dict[tuple[str, str], str]:
    """Phenotype by pair from the audited table of a gene."""
    audit = json.loads((folder / "CPIC_PROVENANCE.json").read_text("utf-8"))
    entries = audit.get("tables", audit)
    if entries[TABLES[gene]]["audit_status"] not in USABLE:
        raise ValueError(f"{TABLES[gene]} is not audited")
    content = json.loads((folder / f"{TABLES[gene]}.json").read_text("utf-8"))
    listed = content.get("diplotype_phenotypes", content)
    return {pair(key): text for key, text in listed.items() if "/" in key and key[0] != "_"}


def diplotypes(cpic: Path, pypgx: Sequence[Row]) -> tuple[list[list[str]], list[list[str]]]:
    """Rows to use, and rows that are left out with the reason."""
    used: list[list[str]] = []
    left: list[list[str]] = []
    other: dict[str, dict[tuple[str, str], str]] = {"CYP2C19": {}, "SLCO1B1": {}}
    for row in pypgx:
        if row["Gene"] in other:
            other[row["Gene"]][pair(row["Diplotype"])] = row["Phenotype"]
    for gene in ("CYP2C9", "NUDT15", "TPMT"):
        used += [[gene, *key, text, "cpic"] for key, text in of_cpic(cpic, gene).items()]
    used += [["SLCO1B1", *key, text, "pypgx"] for key, text in other["SLCO1B1"].items()]
    _cyp2c19(of_cpic(cpic, "CYP2C19"), other["CYP2C19"], used, left)
    _cyp2d6(cpic, used, left)
    return sorted(used), sorted(left)


def _cyp2c19(
    ours: Mapping[tuple[str, str], str],
    other: Mapping[tuple[str, str], str],
    used: list[list[str]],
    left: list[list[str]],
) -> None:
    """Both tables: an allele of which they say different things is used in no pair."""
    doubted: set[str] = set()
    for key, text in ours.items():
        if other.get(key) != text:
            left.append(["CYP2C19", *key, f"{text} against {other.get(key, 'nothing')}"])
            doubted |= {name for name in key if name not in ("*1", "*2", "*17")}
    for key, text in other.items():
        if doubted & set(key):
            left.append(["CYP2C19", *key, "an allele of which the tables say different things"])
        else:
            used.append(["CYP2C19", *key, text, "both" if key in ours else "pypgx"])


def _cyp2d6(cpic: Path, used: list[list[str]], left: list[list[str]]) -> None:
    """The audited pairs, each held against its activity score."""
    table = json.loads((cpic / "CYP2D6_activity_v2019.10.json").read_text("utf-8"))
    scores = table["allele_activity_scores"]
    for key, text in of_cpic(cpic, "CYP2D6").items():
        total = sum(scores[name] for name in key)
        limits = ((0.25, "Poor"), (1.25, "Intermediate"), (2.5, "Normal"), (99.0, "Ultrarapid"))
        kind = next(word for limit, word in limits if total < limit)
        if text == f"{kind} Metabolizer":
            used.append(["CYP2D6", *key, text, "cpic"])
        else:
            left.append(["CYP2D6", *key, f"{text} against activity score {total}"])


def check_dpyd(cpic: Path, functions: Mapping[str, float]) -> None:
    """The audited table says of every pair what the activity score of pypgx says."""
    content = json.loads((cpic / "DPYD_diplotypes_anukriti_v2024.01.json").read_text("utf-8"))
    names = {"*1": "Reference", "HapB3": "c.1129-5923C>G, c.1236G>A (HapB3)", "M166V": "c.496A>G"}
    for name in functions:
        if name.endswith(")") and "(*" in name:
            names[name.split("(")[1][:-1]] = name
    half = {"c.1129-5923C>G": 0.5, "c.1236G>A": 0.5}
    for key, text in content.items():
        if "/" not in key:
            continue
        total = sum(half.get(one, functions.get(names.get(one, one), -9)) for one in key.split("/"))
        kind = "Poor" if total < 1 else "Intermediate" if total < 2 else "Normal"
        if total < 0 or text != f"{kind} Metabolizer":
            raise ValueError(f"DPYD {key}: {text} against {total}")


def write(name: str, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """One table, tab between the columns."""
    lines = ["\t".join(heading), *("\t".join(row) for row in rows)]
    (OUT / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main(cpic: Path, pypgx: Path) -> None:
    """Write all tables."""
    known = places(rows_of(pypgx, "variant"))
    made = alleles(rows_of(pypgx, "allele"), known)
    lost = {row["id"] for row in known.values()} - {
        name for row in made for name in row[4].split(";")
    }
    if lost:
        raise ValueError(f"places of no allele: {sorted(lost)}")
    used, left = diplotypes(cpic, rows_of(pypgx, "diplotype"))
    check_dpyd(cpic, {row[1]: float(row[3]) for row in made if row[0] == "DPYD"})
    heading = ("gene", "id", "chromosome", "at37", "ref37", "at38", "ref38", "variant")
    write("places", heading, ([row[key] for key in heading] for row in known.values()))
    write("alleles", ("gene", "allele", "function", "activity", "made_of"), made)
    write("diplotypes", ("gene", "first", "second", "phenotype", "source"), used)
    write("left_out", ("gene", "first", "second", "why"), left)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
