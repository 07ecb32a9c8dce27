"""The conditions that the program knows: resources/conditions/*.toml, each checked in full.

A broken file is refused by its name, and with it the whole knowledge: a condition that silently
went missing would look like one that was excluded.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from meddx_desktop.core.assessment.condition import Action, Condition, Evidence, Look
from meddx_desktop.core.assessment.knowledge_evidence import (
    action_of,
    evidence_of,
    prior_of,
    refused,
    source_of,
)
from meddx_desktop.core.assessment.knowledge_looks import look_of, words_of
from meddx_desktop.core.domain.assessment import Source
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.notes.red_flag_fields import BadRules, Fields, ages_of
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "conditions"
URGENCIES = ("emergency", "urgent", "routine")
Knowledge = Mapping[str, Condition]


@cache
def knowledge() -> Knowledge:
    """The conditions that come with the program.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    return load(FOLDER)


def load(folder: Path) -> Knowledge:
    """Read and check every file of a folder.

    Raises
    ------
    KnowledgeRejected
        ``knowledge_unreadable``, ``knowledge_invalid``, ``knowledge_source_missing``,
        ``knowledge_unverified_weight``, ``knowledge_ratio_invalid``, ``knowledge_cycle`` or
        ``knowledge_key_twice``, with the name of the file and of the entry.
    """
    known: dict[str, Condition] = {}
    for path in sorted(folder.glob("*.toml")):
        one = read(path.name, _table(path))
        if one.key in known:
            raise refused("knowledge_key_twice", path.name, one.key)
        known[one.key] = one
    return known


def read(file: str, table: dict[str, Any]) -> Condition:
    """One condition from its table.

    Raises
    ------
    KnowledgeRejected
        As `load`.
    """
    try:
        return _condition(file, table)
    except BadRules as error:
        raise KnowledgeRejected("knowledge_invalid", file=file, entry="", why=str(error)) from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeRejected(
            "knowledge_unreadable", file=path.name, entry="", why=str(error)
        ) from error


def _condition(file: str, table: dict[str, Any]) -> Condition:
    fields = Fields(file, "condition", dict(table))
    key = fields.text("key")
    if f"{key}.toml" != file:
        raise fields.bad(f"key {key} is not the name of the file")
    rows = {part: _rows(fields, part) for part in ("source", "evidence", "action", "prior")}
    sources = _sources(file, rows["source"])
    looks = _looks(file, table.get("findings"))
    fields.taken.add("findings")
    evidence = _evidence(file, rows["evidence"], looks, sources)
    population = fields.choice("population", ("", *looks))
    steadfast = fields.flag("steadfast")
    condition = Condition(
        key=key,
        file=file,
        title=words_of(fields, "title"),
        icd10=fields.text("icd10"),
        urgency=fields.choice("urgency", URGENCIES),
        looks=looks,
        evidence=evidence,
        sources=sources,
        actions=_actions(file, rows["action"], looks, sources),
        priors=tuple(prior_of(Fields(file, "prior", row), sources) for row in rows["prior"]),
        population=population,
        known=fields.choice("known", ("", *looks)),
        steadfast=steadfast,
        ages=ages_of(fields),
        sex=Sex(fields.choice("sex", ("", "F", "M"))),
        pregnant=Answer(fields.choice("pregnant", ("", "yes", "no")) or "unknown"),
    )
    fields.done()
    if bool(condition.priors) != bool(population):
        raise fields.bad("a prior needs a population, and a population a prior")
    return condition


def _rows(fields: Fields, part: str) -> list[dict[str, Any]]:
    fields.taken.add(part)
    rows = fields.row.get(part, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise fields.bad(f"{part} is no list of tables")
    return rows


def _sources(file: str, rows: list[dict[str, Any]]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for row in rows:
        one = source_of(Fields(file, str(row.get("id", "?")), row))
        if one.key in sources:
            raise refused("knowledge_key_twice", file, one.key)
        sources[one.key] = one
    return sources


def _looks(file: str, table: object) -> dict[str, Look]:
    if not isinstance(table, dict) or not table:
        raise BadRules(file, "findings", "there are none")
    looks = {name: look_of(Fields(file, name, dict(row))) for name, row in table.items()}
    for look in looks.values():
        for part in look.parts:
            if part not in looks:
                raise BadRules(file, look.name, f"unknown finding {part}")
    for name in looks:
        _follow(file, name, looks, ())
    return looks


def _follow(file: str, name: str, looks: Mapping[str, Look], path: tuple[str, ...]) -> None:
    if name in path:
        raise refused("knowledge_cycle", file, " > ".join((*path, name)))
    for part in looks[name].parts:
        _follow(file, part, looks, (*path, name))


def _evidence(
    file: str,
    rows: list[dict[str, Any]],
    looks: Mapping[str, Look],
    sources: Mapping[str, Source],
) -> tuple[Evidence, ...]:
    found: dict[str, Evidence] = {}
    for row in rows:
        one = evidence_of(Fields(file, str(row.get("if", "?")), row), looks, sources)
        if one.key in found:
            raise refused("knowledge_key_twice", file, one.key)
        found[one.key] = one
    if not found:
        raise BadRules(file, "evidence", "there is none")
    return tuple(found.values())


def _actions(
    file: str,
    rows: list[dict[str, Any]],
    looks: Mapping[str, Look],
    sources: Mapping[str, Source],
) -> tuple[Action, ...]:
    return tuple(
        action_of(Fields(file, str(row.get("key", "?")), row), looks, sources) for row in rows
    )
