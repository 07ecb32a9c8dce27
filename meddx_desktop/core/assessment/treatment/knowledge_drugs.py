"""What the program knows about drugs: resources/treatment, each file checked in full.

A broken file is refused by its name, and with it everything about drugs: a warning that silently
went missing would look like a drug without one.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from meddx_desktop.core.assessment.knowledge import FOLDER as CONDITIONS
from meddx_desktop.core.assessment.treatment import drug_entries as entries
from meddx_desktop.core.assessment.treatment.drug_facts import DrugKnowledge
from meddx_desktop.core.assessment.treatment.drug_fields import Page, refused
from meddx_desktop.core.assessment.treatment.drug_names import DrugNames, drug_names
from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.treatment import Severity
from meddx_desktop.core.notes.red_flag_fields import BadRules, Fields
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "treatment"
CLASSES, GROUPS = "drug_classes.toml", "condition_groups.toml"
ALLERGIES, PAIRS, DRUGS = "allergy_classes.toml", "interactions.toml", "drugs"
_CONCEPTS = RESOURCES / "terms" / "common.tsv"


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=_Keyed)


@cache
def drug_knowledge() -> DrugKnowledge:
    """What comes with the program.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FOLDER)


def load(folder: Path) -> DrugKnowledge:
    """Read and check every file of a folder.

    Raises
    ------
    KnowledgeRejected
        ``drug_facts_unreadable``, ``drug_facts_invalid``, ``drug_facts_source_missing``,
        ``drug_facts_unverified`` or ``drug_facts_twice``, with the file and the entry.
    """
    files = [folder / CLASSES, folder / GROUPS, folder / ALLERGIES, folder / PAIRS]
    files += sorted((folder / DRUGS).glob("*.toml"))
    return read({path.name: _table(path) for path in files}, drug_names(), condition_keys())


def read(
    tables: dict[str, dict[str, Any]], names: DrugNames, conditions: frozenset[str]
) -> DrugKnowledge:
    """All of it from the tables of the files, those of single drugs last.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    try:
        return _knowledge(tables, names, conditions)
    except BadRules as error:
        entry, _, why = str(error).removeprefix(f"{error.file}: ").partition(": ")
        raise refused("drug_facts_invalid", error.file, entry, why) from error


@cache
def condition_keys() -> frozenset[str]:
    """Everything that a patient may be said to have: everyday concepts, and the conditions."""
    try:
        lines = _CONCEPTS.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise refused("drug_facts_unreadable", _CONCEPTS.name, "", str(error)) from error
    concepts = {line.split("\t")[0] for line in lines if line and not line.startswith("#")}
    return frozenset(concepts | {path.stem for path in CONDITIONS.glob("*.toml")})


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise refused("drug_facts_unreadable", path.name, "", str(error)) from error


def _knowledge(
    tables: dict[str, dict[str, Any]], names: DrugNames, conditions: frozenset[str]
) -> DrugKnowledge:
    classes_page = Page(CLASSES, tables[CLASSES], names.ingredients)
    classes = _unique(CLASSES, entries.classes_of(classes_page))
    groups_page = Page(GROUPS, tables[GROUPS], names.ingredients)
    groups = _unique(GROUPS, entries.groups_of(groups_page, conditions))
    pages = {
        file: Page(file, table, names.ingredients, classes, groups)
        for file, table in tables.items()
        if file not in (CLASSES, GROUPS)
    }
    words = frozenset(row.key for row in names.by_key.values() if row.is_class)
    allergies = _unique(ALLERGIES, entries.allergies_of(pages[ALLERGIES], words))
    drugs = [page for file, page in pages.items() if file not in (ALLERGIES, PAIRS)]
    _no_strange_parts(classes_page, groups_page, pages, drugs)
    every = [classes_page, *pages.values()]
    return DrugKnowledge(
        classes,
        groups,
        tuple(fact for page in drugs for fact in entries.facts_of(page)),
        tuple(one for page in drugs for one in entries.quiet_of(page)),
        tuple(entries.pairs_of(pages[PAIRS])),
        allergies,
        tuple(entries.crosses_of(pages[ALLERGIES], allergies)),
        tuple(source for page in every for source in page.sources.values()),
        _general(pages[ALLERGIES], "again"),
        _general(classes_page, "twice"),
    )


def _no_strange_parts(
    classes: Page, groups: Page, pages: dict[str, Page], drugs: Iterable[Page]
) -> None:
    classes.only("class", "twice")
    groups.only("group")
    pages[ALLERGIES].only("class", "cross", "again")
    pages[PAIRS].only("pair")
    for page in drugs:
        page.only("fact", "read")


def _unique(file: str, rows: Iterable[_K]) -> dict[str, _K]:
    known: dict[str, _K] = {}
    for one in rows:
        if one.key in known:
            raise refused("drug_facts_twice", file, one.key)
        known[one.key] = one
    return known


def _general(page: Page, part: str) -> tuple[Severity, Words, Source]:
    row = page.table.get(part)
    if not isinstance(row, dict):
        raise refused("drug_facts_invalid", page.file, part, "is missing")
    fields = Fields(page.file, part, row)
    said = page.said(fields)
    fields.done()
    return said
