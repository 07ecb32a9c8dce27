"""Parts of a report that are no films: results, conditions, genes, first readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from meddx_desktop.core.domain.assessment import Source, Words
from meddx_desktop.core.domain.assessment_record import FirstImpression
from meddx_desktop.core.domain.genes import GeneRecord, Genotyped
from meddx_desktop.core.domain.laboratory import (
    Interpretation,
    Observation,
    Quantity,
    ReferenceRange,
)
from meddx_desktop.core.domain.late_entry import LateEntry
from meddx_desktop.core.domain.treatment_record import Severity

_PAIR = 2


@dataclass(frozen=True, slots=True)
class LabPart:
    """One laboratory result.

    Attributes
    ----------
    name : Mapping[str, str]
        By language.
    observation : Observation
    decimals : int | None
        Places worth showing of the shown unit.
    excluded, replaced : bool
        Kept for the record: it does not count.
    """

    name: Mapping[str, str]
    observation: Observation
    decimals: int | None = None
    excluded: bool = False
    replaced: bool = False

    @property
    def quantity(self) -> Quantity | None:
        """The value in the shown unit."""
        return self.observation.quantity

    @property
    def range(self) -> ReferenceRange | None:
        """What is usual."""
        return self.observation.range

    @property
    def flag(self) -> Interpretation | None:
        """None: nothing can be said, which is not the same as normal."""
        return self.observation.interpretation


@dataclass(frozen=True, slots=True)
class CalculatedPart:
    """A published formula's value, in its unit and with its bands."""

    name: str
    value: float
    unit: str
    decimals: int
    bands: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmedPart:
    """A condition that a clinician confirmed."""

    key: str
    title: Mapping[str, str]
    icd10: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FlagPart:
    """A danger sign of the note, by language."""

    title: Mapping[str, str]
    what_to_do: Mapping[str, str]
    possible: bool = False


@dataclass(frozen=True, slots=True)
class LateWord:
    """Something that was on paper first, and whether its part was changed after it was typed."""

    said: LateEntry
    changed: bool = False


@dataclass(frozen=True, slots=True)
class DrugWord:
    """What a guideline says of a drug for a gene, with where that was read."""

    drug: Words
    severity: Severity
    reason: Words
    source: Source


@dataclass(frozen=True, slots=True)
class GenePart:
    """The record that holds of one gene.

    Attributes
    ----------
    record : GeneRecord
    advice : tuple[DrugWord, ...] | None
        Gravest first; empty: nothing is said of a drug, which is not "suited"; None: the tables
        could not be read.
    has_phenotype : bool
        Of an HLA type or a single variant nobody states one.
    """

    record: GeneRecord
    advice: tuple[DrugWord, ...] | None = ()
    has_phenotype: bool = True

    @property
    def is_pair(self) -> bool:
        """Two named alleles that nothing is open about; HLA types are a list of what was tested."""
        known = self.record.result.genotype
        is_whole = known.origin is Genotyped.TYPED or (
            bool(known.phenotype) and not known.not_covered
        )
        return len(known.alleles) == _PAIR and is_whole and not known.gene.startswith("HLA")


@dataclass(frozen=True, slots=True)
class FirstPart:
    """One reader's own first reading, or the word that there was none.

    Attributes
    ----------
    said : FirstImpression
    titles : Mapping[str, Words]
        Of the conditions that are named; one that is no longer known stands under its key.
    """

    said: FirstImpression
    titles: Mapping[str, Words]
