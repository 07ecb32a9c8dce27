"""Read the terminologies as they were published; nothing is cleaned or joined here."""

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SYNONYM = re.compile(r'synonym: "(.*)" (\w+)')


@dataclass
class Term:
    """One concept of a source: its code (where the source has one), name and synonyms."""

    code: str
    name: str
    synonyms: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)


def hpo(folder: Path) -> tuple[str, dict[str, Term]]:
    """Read hp.obo: its version, and its terms that are in force with their exact synonyms."""
    version, terms = "", {}
    term: Term | None = None
    with gzip.open(folder / "hp.obo.gz", "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("data-version:"):
                version = line.partition(":")[2].strip()
            elif line.startswith("["):
                term = Term("", "") if line == "[Term]" else None
            elif term is not None:
                _hpo_line(term, line, terms)
    return version, terms


def _hpo_line(term: Term, line: str, terms: dict[str, Term]) -> None:
    name, _, value = line.partition(": ")
    if name == "id":
        term.code = value
        terms[value] = term
    elif name == "name":
        term.name = value
    elif name == "is_a":
        term.parents.append(value.split(" ")[0])
    elif name == "is_obsolete":
        terms.pop(term.code, None)
    elif name == "synonym" and (match := _SYNONYM.match(line)) and match[2] == "EXACT":
        term.synonyms.append(match[1])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def mesh(folder: Path) -> list[Term]:
    """Read the synonyms of MeSH diseases.

    The ids of this source are not read: they contradict its names (fever carries D011749, which
    another heading has), so a MeSH id from here would be wrong without a sign of it.
    """
    terms: dict[str, Term] = {}
    for row in _rows(folder / "mesh_disease_synonyms.csv.gz"):
        term = terms.setdefault(row["canonical"], Term("", row["canonical"]))
        term.synonyms.append(row["variant"])
    return list(terms.values())


def icd10cm(folder: Path) -> dict[str, Term]:
    """Read ICD-10-CM: descriptions and inclusion terms; chapters and blocks are left out."""
    terms = {
        row["code"]: Term(row["code"], row["description"], [], [row["parent"]])
        for row in _rows(folder / "icd10cm_2026-04_codes.csv.gz")
        if re.fullmatch(r"[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?", row["code"])
    }
    for row in _rows(folder / "icd10cm_2026-04_tabular.csv.gz"):
        if row["code"] in terms and row["inclusion_terms"]:
            terms[row["code"]].synonyms += re.split(r"\s*\|\s*", row["inclusion_terms"])
    return terms


def drugbank(folder: Path) -> list[Term]:
    """Read the open vocabulary of DrugBank: id, common name, synonyms."""
    return [
        Term(row["DrugBank ID"], row["Common name"], row["Synonyms"].split(" | "))
        for row in _rows(folder / "drugbank_open_vocabulary.csv.gz")
    ]


def huatuo(folder: Path, name: str) -> list[str]:
    """Read one of the Chinese lists, one word a line."""
    text = (folder / "zh_huatuo_dict" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


@dataclass(frozen=True)
class Written:
    """One line of a file written here: `common.tsv` or `drugs.tsv`."""

    key: str
    fields: tuple[str, ...]
    english: tuple[str, ...]
    chinese: tuple[str, ...]


def written(path: Path, *, width: int, english: int) -> list[Written]:
    """Read a file written here; the Chinese forms stand in the column after the English."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        fields = (line.split("\t") + [""] * width)[:width]
        forms = [tuple(f for f in fields[at].split(";") if f) for at in (english, english + 1)]
        found.append(Written(fields[0], tuple(fields), forms[0], forms[1]))
    return found
