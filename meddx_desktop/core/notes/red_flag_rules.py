"""The rules of the red flags: resources/red_flags/*.toml, read once and checked in full.

A sign is a way to say something, a vital a measured limit; a rule fires where one of its
`when` is met by signs and vitals. Names are known across all files of the folder.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.notes.red_flag_fields import (
    EVERY_AGE,
    Ages,
    BadRules,
    Fields,
    ages_of,
)
from meddx_desktop.core.notes.red_flag_phrases import BadPhrase, Phrase
from meddx_desktop.core.paths import RESOURCES

FOLDER = RESOURCES / "red_flags"
WITHIN = ("sentence", "note")
FACTS = ("", "pregnant", "child")
_LIMITS = ("at_most", "at_least", "below", "above")
_PREGNANCIES = ("", "not_excluded")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read; `unverified` where it could not be opened."""

    title: str
    locator: str
    opened: date | None
    unverified: bool = False

    def __str__(self) -> str:
        seen = f"opened {self.opened}" if self.opened else "not opened"
        return f"{self.title}; {self.locator}; {seen}"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words for one danger sign.

    `negative` phrases are danger signs that are themselves denials ("unable to drink", 无尿): they
    are never taken for denied. `excepted` phrases hold words of the sign and mean something else.
    `lasting_days`: only where the same sentence says that it lasted so long. `also_historical`:
    what was so counts too (an infection with HIV). `fact`: true as well where it is known of the
    patient.
    """

    phrases: tuple[Phrase, ...]
    negative: tuple[Phrase, ...] = ()
    excepted: tuple[Phrase, ...] = ()
    lasting_days: int = 0
    also_historical: bool = False
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Vital:
    """A limit of something measured, and at which ages it holds.

    `names` are the names that `Measured.name` may have. Where the age is not known it holds if
    `ages.unknown`.
    """

    names: tuple[str, ...]
    comparison: str
    limit: float
    ages: Ages = EVERY_AGE

    def met_by(self, value: float, comparator: str | None) -> bool:
        """Whether a value lies beyond the limit; "> 90" says nothing about being below 90."""
        if self.comparison in ("at_most", "below"):
            if comparator in (">", ">="):
                return False
            return value <= self.limit if self.comparison == "at_most" else value < self.limit
        if comparator in ("<", "<="):
            return False
        return value >= self.limit if self.comparison == "at_least" else value > self.limit


@dataclass(frozen=True, slots=True)
class When:
    """One way to meet a rule: at least `count` of `names`, within a sentence or the note."""

    names: tuple[str, ...]
    count: int
    within: str = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A red flag: what it is called, what to do, whom it is for and when it fires."""

    key: str
    title: Mapping[str, str]
    """By language, ``en`` and ``zh``."""
    what_to_do: Mapping[str, str]
    whens: tuple[When, ...]
    sources: tuple[Source, ...]
    ages: Ages = EVERY_AGE
    sex: Sex = Sex.UNKNOWN
    pregnancy: str = ""
    although: str = ""
    """A sign that keeps the rule where pregnancy is excluded: after birth she is not pregnant."""
    unless: str = ""
    """A sign that takes the rule away where it is surely there: no late pregnancy is ectopic."""

    @property
    def unverified(self) -> bool:
        """Whether none of its sources could be opened; whoever shows the rule says so."""
        return all(source.unverified for source in self.sources)

    @property
    def source(self) -> str:
        """All sources in one line."""
        return " | ".join(str(source) for source in self.sources)

    def is_for(self, *, sex: Sex | None, pregnant: bool | None) -> bool:
        """Whether nothing known speaks against it (`although` aside); ages are asked apart."""
        if self.sex is not Sex.UNKNOWN and sex in (Sex.FEMALE, Sex.MALE) and sex is not self.sex:
            return False
        return not (self.pregnancy == "not_excluded" and pregnant is False)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules with the signs and vitals that they name."""

    rules: tuple[Rule, ...]
    signs: Mapping[str, Sign]
    vitals: Mapping[str, Vital]

    def rule(self, key: str) -> Rule | None:
        """The rule that a `RedFlag.name` stands for."""
        return next((rule for rule in self.rules if rule.key == key), None)


@cache
def rule_book() -> RuleBook:
    """The rules that come with the program.

    Raises
    ------
    BadRules
        A broken file, by its name: a mistake in the program, not in a note.
    """
    return load(FOLDER)


def load(folder: Path) -> RuleBook:
    """Read and check every file of a folder.

    Raises
    ------
    BadRules
        Which file is broken, and why.
    """
    tables = {path.name: _table(path) for path in sorted(folder.glob("*.toml"))}
    macros = {k: v for one in tables.values() for k, v in one.get("macros", {}).items()}
    signs: dict[str, Sign] = {}
    vitals: dict[str, Vital] = {}
    sources: dict[str, Source] = {}
    for file, table in tables.items():
        for name, row in table.get("signs", {}).items():
            _new(signs, name, file)
            signs[name] = _sign(Fields(file, name, row), macros)
        for name, row in table.get("vitals", {}).items():
            _new(vitals, name, file)
            vitals[name] = _vital(Fields(file, name, row))
        for row in table.get("source", []):
            _new(sources, row.get("id", ""), file)
            sources[row.get("id", "")] = _source(Fields(file, row.get("id", "?"), row))
    known = set(signs) | set(vitals)
    if len(known) < len(signs) + len(vitals):
        raise BadRules("red_flags", ", ".join(set(signs) & set(vitals)), "a sign and a vital")
    rules: dict[str, Rule] = {}
    for file, table in tables.items():
        for row in table.get("rule", []):
            _new(rules, row.get("key", ""), file)
            rules[row["key"]] = _rule(Fields(file, row["key"], row), sources, known)
    return RuleBook(tuple(rules.values()), signs, vitals)


def _table(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRules(path.name, "", str(error)) from error
    strange = set(table) - {"macros", "signs", "vitals", "source", "rule"}
    if strange:
        raise BadRules(path.name, "", f"unknown part {min(strange)}")
    return table


def _new(known: Mapping[str, object], name: object, file: str) -> None:
    if not isinstance(name, str) or not name:
        raise BadRules(file, "", "something without a name")
    if name in known:
        raise BadRules(file, name, "is there twice")


def _sign(fields: Fields, macros: Mapping[str, str]) -> Sign:
    def phrases(*keys: str) -> tuple[Phrase, ...]:
        texts = [text for key in keys for text in fields.texts(key)]
        try:
            return tuple(Phrase.parse(text, macros) for text in texts)
        except BadPhrase as error:
            raise fields.bad(f"phrase {error}") from error

    sign = Sign(
        phrases("en", "zh"),
        phrases("negative_en", "negative_zh"),
        phrases("except_en", "except_zh"),
        fields.number("lasting_days"),
        fields.flag("also_historical"),
        fields.choice("fact", FACTS),
    )
    both = {p.is_chinese for p in sign.phrases + sign.negative}
    if len(both) < 2:
        raise fields.bad("words in one language only")
    fields.done()
    return sign


def _vital(fields: Fields) -> Vital:
    limits = [key for key in _LIMITS if key in fields.row]
    if len(limits) != 1:
        raise fields.bad("needs one limit")
    vital = Vital(
        fields.texts("names", needed=True),
        limits[0],
        fields.decimal(limits[0]),
        ages_of(fields),
    )
    fields.done()
    return vital


def _source(fields: Fields) -> Source:
    fields.text("id")
    opened = fields.day("opened")
    source = Source(fields.text("title"), fields.text("locator"), opened, fields.flag("unverified"))
    if source.unverified == (opened is not None):
        raise fields.bad("either a day on which it was opened, or unverified")
    fields.done()
    return source


def _rule(fields: Fields, sources: Mapping[str, Source], known: set[str]) -> Rule:
    named = fields.texts("sources", needed=True)
    strange = [name for name in named if name not in sources]
    if strange:
        raise fields.bad(f"unknown source {strange[0]}")
    rule = Rule(
        fields.text("key"),
        {"en": fields.text("title_en"), "zh": fields.text("title_zh")},
        {"en": fields.text("do_en"), "zh": fields.text("do_zh")},
        tuple(_when(Fields(fields.file, fields.name, one), known) for one in fields.tables("when")),
        tuple(sources[name] for name in named),
        ages_of(fields),
        Sex(fields.choice("sex", ("", "F", "M"))),
        fields.choice("pregnancy", _PREGNANCIES),
        fields.choice("although", ("", *sorted(known))),
        fields.choice("unless", ("", *sorted(known))),
    )
    fields.done()
    return rule


def _when(fields: Fields, known: set[str]) -> When:
    kinds = [key for key in ("any", "all", "of") if key in fields.row]
    if len(kinds) != 1:
        raise fields.bad("when needs one of any, all, of")
    names = fields.texts(kinds[0], needed=True)
    strange = [name for name in names if name not in known]
    if strange:
        raise fields.bad(f"unknown sign {strange[0]}")
    counts = {"any": 1, "all": len(names), "of": fields.number("count")}
    count = counts[kinds[0]]
    if not 1 <= count <= len(names):
        raise fields.bad(f"count {count}")
    when = When(names, count, fields.choice("within", ("", *WITHIN)) or "note")
    fields.done()
    return when
