"""The treatment plans that the program knows: resources/treatment/plans/*.toml, checked in full.

A broken file is refused by its name, and with it every plan: a plan that silently went missing
would look like a condition that needs no treatment.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.knowledge_looks import words_of
from meddx_desktop.core.assessment.treatment.drug_names import drug_names
from meddx_desktop.core.assessment.treatment.plan import ChoiceRule, DoseRule, Plan
from meddx_desktop.core.assessment.treatment.plan_doses import Limits, dose_of, limits
from meddx_desktop.core.assessment.treatment.plan_fields import (
    one_file,
    opened_source,
    refused,
    sources_of,
)
from meddx_desktop.core.assessment.treatment.plan_tree import check_tree, looks_of, node_of
from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.notes.red_flag_fields import Fields
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "treatment" / "plans"
_FIRST_YEAR, _LAST_YEAR = 1990, 2026
Plans = Mapping[str, Plan]


@cache
def plans() -> Plans:
    """The plans that come with the program.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FOLDER)


def load(folder: Path) -> Plans:
    """Read and check every file of a folder.

    Raises
    ------
    KnowledgeRejected
        ``treatment_unreadable``, ``treatment_invalid``, ``treatment_source_missing``,
        ``treatment_unknown_drug``, ``treatment_dose_invalid``, ``treatment_dangling``,
        ``treatment_cycle`` or ``treatment_key_twice``, with the file and the entry.
    """
    return {
        path.stem: read(path.name, _table(path), limits()) for path in sorted(folder.glob("*.toml"))
    }


def read(file: str, table: dict[str, Any], known: Limits) -> Plan:
    """One plan from its table.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    with one_file(file):
        return _plan(file, table, known)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise refused("treatment_unreadable", path.name, "", str(error)) from error


def _plan(file: str, table: dict[str, Any], known: Limits) -> Plan:
    fields = Fields(file, "plan", dict(table))
    key = fields.text("key")
    if f"{key}.toml" != file or key not in knowledge():
        raise fields.bad(f"{key} is not the name of the file and of a condition")
    fields.taken.add("findings")
    looks = looks_of(file, table.get("findings"))
    sources = sources_of(file, _rows(fields, "source", "id"))
    choices = _choices(file, _rows(fields, "choice", "key"), sources, known)
    nodes = {row.name: node_of(row, looks) for row in _once(file, _rows(fields, "node", "key"))}
    if not nodes:
        raise fields.bad("there is no box")
    check_tree(file, nodes, frozenset(choices))
    plan = Plan(
        key=key,
        file=file,
        title=words_of(fields, "title"),
        guideline=fields.text("guideline"),
        section=fields.text("section"),
        year=fields.number("year"),
        looks=looks,
        nodes=nodes,
        choices=choices,
        sources=sources,
        follow_up=_lines(file, _rows(fields, "follow_up", "en")),
        watch_at_home=_lines(file, _rows(fields, "watch_at_home", "en")),
    )
    fields.done()
    if not _FIRST_YEAR <= plan.year <= _LAST_YEAR:
        raise fields.bad(f"year: {plan.year}")
    return plan


def _rows(fields: Fields, part: str, name: str) -> list[Fields]:
    fields.taken.add(part)
    rows = fields.row.get(part, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise fields.bad(f"{part} is no list of tables")
    return [Fields(fields.file, str(row.get(name, "?")), dict(row)) for row in rows]


def _once(file: str, rows: list[Fields]) -> list[Fields]:
    seen: set[str] = set()
    for row in rows:
        if row.name in seen:
            raise refused("treatment_key_twice", file, row.name)
        seen.add(row.name)
    return rows


def _choices(
    file: str, rows: list[Fields], sources: dict[str, Source], known: Limits
) -> dict[str, ChoiceRule]:
    return {row.name: _choice(row, sources, known) for row in _once(file, rows)}


def _choice(fields: Fields, sources: dict[str, Source], known: Limits) -> ChoiceRule:
    drug = str(fields.row.get("drug", ""))
    fields.taken |= {"drug", "dose"}
    if not drug and {"dose", "kidney"} & set(fields.row):
        raise fields.bad("a dose needs a drug")
    if drug and drug not in drug_names().ingredients:
        raise refused("treatment_unknown_drug", fields.file, fields.name, drug)
    doses = tuple(
        dose_of(Fields(fields.file, fields.name, row.row), drug, known)
        for row in _rows(fields, "dose", "key")
    )
    choice = ChoiceRule(
        key=fields.text("key"),
        line=fields.number("line") or 1,
        title=words_of(fields, "title"),
        words=_words(fields, doses),
        source=opened_source(fields, sources),
        regimen=words_of(fields, "regimen") if doses else {},
        drug=drug,
        doses=doses,
        kidney=fields.flag("kidney"),
    )
    fields.done()
    return choice


def _words(fields: Fields, doses: tuple[DoseRule, ...]) -> Words:
    """What to know of a choice; beside doses it may be left out, and holds no number."""
    if doses and not {"words_en", "words_zh"} & set(fields.row):
        return {"en": "", "zh": ""}
    words = words_of(fields, "words")
    if doses and any(sign.isdigit() for text in words.values() for sign in text):
        raise fields.bad("words with a number beside a dose: they belong into regimen")
    return words


def _lines(file: str, rows: list[Fields]) -> tuple[Words, ...]:
    found = []
    for row in rows:
        found.append({"en": row.text("en"), "zh": row.text("zh")})
        row.done()
    return tuple(found)
