"""Fields of the files about drugs: sources, drugs, classes; each broken one is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from meddx_desktop.core.assessment.knowledge_looks import words_of
from meddx_desktop.core.assessment.treatment.drug_facts import ConditionGroup, DrugClass
from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.treatment import Severity
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.core.notes.red_flag_fields import Fields

CLASS = "class:"
"""Before the key of a class of drugs, where a drug could stand."""
_SEVERITIES = tuple(one for one in Severity if one is not Severity.SUITED)


def refused(code: str, file: str, entry: str, why: str = "") -> KnowledgeRejected:
    """The error for one entry of one file."""
    return KnowledgeRejected(code, file=file, entry=entry, why=why)


@dataclass
class Page:
    """One file while it is read, with what the files before it defined.

    Attributes
    ----------
    file : str
    table : dict
    drugs : frozenset[str]
        Every substance that has a name.
    classes, groups : Mapping
    sources : dict[str, Source]
        Of this file.
    """

    file: str
    table: dict[str, Any]
    drugs: frozenset[str] = frozenset()
    classes: Mapping[str, DrugClass] = field(default_factory=dict)
    groups: Mapping[str, ConditionGroup] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the sources, which everything else names."""
        for fields in self.rows("source", naming="id"):
            source = _source_of(fields)
            if source.key in self.sources:
                raise refused("drug_facts_twice", self.file, source.key)
            self.sources[source.key] = source

    def only(self, *parts: str) -> None:
        """Refuse a part that nobody reads: a slip of the pen must not drop a fact.

        Raises
        ------
        KnowledgeRejected
            ``drug_facts_invalid``.
        """
        strange = set(self.table) - {*parts, "source"}
        if strange:
            raise refused("drug_facts_invalid", self.file, min(strange), "unknown part")

    def rows(self, part: str, *, naming: str = "") -> list[Fields]:
        """The tables of one part, named by one of their fields or by their number."""
        rows = self.table.get(part, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise refused("drug_facts_invalid", self.file, part, "no list of tables")
        return [
            Fields(self.file, str(row.get(naming, f"{part} {number}")), row)
            for number, row in enumerate(rows, 1)
        ]

    def source(self, fields: Fields) -> Source:
        """The named source, which must have been opened.

        Raises
        ------
        KnowledgeRejected
            ``drug_facts_source_missing`` or ``drug_facts_unverified``.
        """
        fields.taken.add("source")
        named = str(fields.row.get("source", ""))
        if named not in self.sources:
            raise refused("drug_facts_source_missing", self.file, fields.name, named)
        if not self.sources[named].is_verified:
            raise refused("drug_facts_unverified", self.file, fields.name, named)
        return self.sources[named]

    def said(self, fields: Fields) -> tuple[Severity, Words, Source]:
        """Severity, reason and source of a row."""
        severity = Severity(fields.choice("severity", _SEVERITIES))
        return severity, words_of(fields, "reason"), self.source(fields)

    def members(self, fields: Fields, key: str, *, needed: bool = True) -> frozenset[str]:
        """Drugs, named one by one or by their class."""
        return frozenset(
            drug
            for name in fields.texts(key, needed=needed)
            for drug in self.drugs_of(fields, name)
        )

    def drugs_of(self, fields: Fields, name: str) -> frozenset[str]:
        """The drugs that a name stands for."""
        if name.startswith(CLASS):
            key = name.removeprefix(CLASS)
            if key not in self.classes:
                raise fields.bad(f"unknown class {key}")
            return self.classes[key].members
        if name not in self.drugs:
            raise fields.bad(f"unknown drug {name}")
        return frozenset({name})

    def conditions(self, fields: Fields) -> tuple[str, ...]:
        """Groups of conditions."""
        keys = fields.texts("conditions")
        strange = [key for key in keys if key not in self.groups]
        if strange:
            raise fields.bad(f"unknown condition {strange[0]}")
        return keys


def _source_of(fields: Fields) -> Source:
    for name in ("id", "title", "locator"):
        if not str(fields.row.get(name, "")).strip():
            raise refused("drug_facts_source_missing", fields.file, fields.name, name)
    opened, unverified = fields.day("opened"), fields.flag("unverified")
    if unverified == (opened is not None):
        raise refused("drug_facts_source_missing", fields.file, fields.name, "opened")
    source = Source(fields.text("id"), fields.text("title"), fields.text("locator"), opened)
    fields.done()
    return source
