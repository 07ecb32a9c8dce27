"""A patient's genes: what is known of each, the doubts, who said it, when and from where."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from meddx_desktop.core.domain.finding import Reason


class Genotyped(StrEnum):
    """How a genotype came."""

    TYPED = "typed"
    VCF = "vcf"


@dataclass(frozen=True, slots=True)
class Genotype:
    """One gene of a patient.

    Attributes
    ----------
    gene : str
        HGNC symbol.
    alleles : tuple[str, ...]
        Star alleles or named variants as the table calls them; empty: unknown.
    phenotype : str
        In the table's words; empty: cannot be said.
    origin : Genotyped
    not_covered : tuple[str, ...]
        Positions that the file does not cover; then nothing is taken for the normal allele.
    """

    gene: str
    alleles: tuple[str, ...] = ()
    phenotype: str = ""
    origin: Genotyped = Genotyped.TYPED
    not_covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GeneResult:
    """A gene as it was typed or read.

    Attributes
    ----------
    genotype : Genotype
    doubts : tuple[Reason, ...]
        Why something can't be said, or what to know of it.
    """

    genotype: Genotype
    doubts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class GeneRecord:
    """A gene as it is kept with a case.

    Attributes
    ----------
    result : GeneResult
    build : str
        ``GRCh37`` or ``GRCh38``; empty for what was typed.
    sample : str
        The name that the file gives the person; empty for what was typed.
    by : str
    at : datetime | None
    """

    result: GeneResult
    build: str = ""
    sample: str = ""
    by: str = ""
    at: datetime | None = None
