"""What was read about drugs: facts about one drug, pairs, allergies, classes and conditions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.treatment import CheckKind, Severity
from meddx_desktop.core.notes.red_flag_fields import Ages

READ_KINDS = (
    CheckKind.ALLERGY,
    CheckKind.INTERACTION,
    CheckKind.CONTRAINDICATION,
    CheckKind.KIDNEY,
    CheckKind.LIVER,
    CheckKind.PREGNANCY,
    CheckKind.LACTATION,
    CheckKind.QT,
    CheckKind.AGE,
)
"""Kinds that something must have been read for before silence says anything."""


@dataclass(frozen=True, slots=True)
class DrugClass:
    """Drugs that share an effect.

    Attributes
    ----------
    key : str
    title : Words
    members : frozenset[str]
    no_two : str
        Severity of two of it together; empty where that says nothing.
    source : Source | None
        Of `no_two`.
    reason : Words
        Of `no_two`.
    """

    key: str
    title: Words
    members: frozenset[str]
    no_two: str = ""
    source: Source | None = None
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Concepts and conditions that count as one for drugs, under the key of the first."""

    key: str
    title: Words
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about one drug that depends on who takes it.

    Attributes
    ----------
    drugs : frozenset[str]
    kind : CheckKind
    severity : Severity
    reason : Words
    source : Source
        Opened.
    conditions : tuple[str, ...]
        Groups, of a contraindication or of the liver.
    child_pugh : tuple[str, ...]
        Grades, of the liver.
    below : float | None
        Creatinine clearance in mL/min under which it holds, of the kidney.
    ages : Ages | None
        Days, of an age limit.
    """

    drugs: frozenset[str]
    kind: CheckKind
    severity: Severity
    reason: Words
    source: Source
    conditions: tuple[str, ...] = ()
    child_pugh: tuple[str, ...] = ()
    below: float | None = None
    ages: Ages | None = None


@dataclass(frozen=True, slots=True)
class ReadAndQuiet:
    """Read, and nothing against the drug was found there; keeps silence from being ignorance."""

    drugs: frozenset[str]
    kinds: tuple[CheckKind, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Pair:
    """Two drugs, or classes, that do not go well together; the order of the sides says nothing.

    Attributes
    ----------
    one, two : str
        As written: a drug, or ``class:`` and its key.
    first, second : frozenset[str]
        The drugs of each side.
    severity : Severity
    reason : Words
    source : Source
    """

    one: str
    two: str
    first: frozenset[str]
    second: frozenset[str]
    severity: Severity
    reason: Words
    source: Source

    def holds(self, drug: str, other: str) -> bool:
        """Whether it is about these two, whichever is asked first."""
        if drug == other:
            return False
        return (drug in self.first and other in self.second) or (
            other in self.first and drug in self.second
        )


@dataclass(frozen=True, slots=True)
class AllergyClass:
    """Drugs of which one that was not borne speaks against the others.

    Attributes
    ----------
    key : str
    title : Words
    members : frozenset[str]
    words : tuple[str, ...]
        Rows of the drug names that mean the whole class.
    severity : Severity
        Of a member, where another member was not borne.
    reason : Words
    source : Source
    """

    key: str
    title: Words
    members: frozenset[str]
    words: tuple[str, ...]
    severity: Severity
    reason: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Cross:
    """An allergy to a drug of `first` and what it means for one of `second`, one way only.

    `of_classes` are the allergy classes that `first` was written with.
    """

    first: frozenset[str]
    of_classes: frozenset[str]
    second: frozenset[str]
    severity: Severity
    reason: Words
    source: Source


@dataclass(frozen=True, slots=True)
class DrugKnowledge:
    """All that was read about drugs.

    Attributes
    ----------
    classes, allergies, groups : Mapping
        By key.
    facts, quiet, pairs, crosses : tuple
    sources : tuple[Source, ...]
        Every one of them, in the order of the files.
    again, twice : tuple[Severity, Words, Source]
        What an allergy to the very drug, and the same ingredient twice, mean.
    """

    classes: Mapping[str, DrugClass]
    groups: Mapping[str, ConditionGroup]
    facts: tuple[Fact, ...]
    quiet: tuple[ReadAndQuiet, ...]
    pairs: tuple[Pair, ...]
    allergies: Mapping[str, AllergyClass]
    crosses: tuple[Cross, ...]
    sources: tuple[Source, ...]
    again: tuple[Severity, Words, Source]
    twice: tuple[Severity, Words, Source]

    def facts_of(self, drug: str, kind: CheckKind) -> list[Fact]:
        """The facts of one kind about one drug."""
        return [one for one in self.facts if one.kind is kind and drug in one.drugs]

    def was_read(self, drug: str, kind: CheckKind) -> bool:
        """Whether anything of this kind was ever read for this drug."""
        if any(drug in one.drugs and kind in one.kinds for one in self.quiet):
            return True
        if kind is CheckKind.INTERACTION:
            return any(drug in one.first or drug in one.second for one in self.pairs)
        if kind is CheckKind.ALLERGY:
            return any(drug in one.members for one in self.allergies.values()) or any(
                drug in one.second for one in self.crosses
            )
        return bool(self.facts_of(drug, kind))
