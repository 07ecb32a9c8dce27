"""One data line of a VCF as a call of one sample, with the reason where it can't be used."""

import re
from dataclasses import dataclass

from meddx_desktop.core.assessment.treatment.vcf_header import chromosome
from meddx_desktop.core.errors import UnreadableResults

LEAST_QUALITY = 20
"""Phred-scaled GQ: below, one call in a hundred or more would be wrong."""
LEAST_DEPTH = 10
"""Reads; with fewer, one of two alleles is missed too easily."""
NON_REF = frozenset({"<NON_REF>", "<*>"})
_BASES = re.compile(r"[ACGTN]+", re.I)
_GENOTYPE = re.compile(r"[/|]?(?:\d{1,4}|\.)(?:[/|](?:\d{1,4}|\.))*")
_END = re.compile(r"(?:^|;)END=(\d{1,10})(?:;|$)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Call:
    """What one line says of one sample.

    Attributes
    ----------
    chromosome : str
        Without ``chr``.
    at, end : int
        First and last position that it speaks of, from 1.
    alleles : tuple[str, ...]
        The genome's own bases first; ``""`` for one that is not spelt out.
    haplotypes : tuple[int, ...]
        Which allele each haplotype carries; empty: not to be used.
    phase : str | None
        The set within which the order of `haplotypes` means something; None: unphased.
    doubt : str
        Why it is not used: ``filtered``, ``low_quality``, ``low_depth``, ``no_call``.
    """

    chromosome: str
    at: int
    end: int
    alleles: tuple[str, ...]
    haplotypes: tuple[int, ...]
    phase: str | None = None
    doubt: str = ""

    @property
    def has_variants(self) -> bool:
        """Whether the line spells a variant out, carried or not."""
        return any(self.alleles[1:])


def damaged(number: int) -> UnreadableResults:
    """The error for a line that is no VCF."""
    return UnreadableResults("vcf_damaged", line=number)


def call_of(line: bytes, column: int, number: int) -> Call:
    """The call in one line; `column` counts from 0.

    Raises
    ------
    UnreadableResults
        ``vcf_damaged``, ``vcf_no_calls``.
    """
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise damaged(number) from error
    if len(fields) <= column or not _BASES.fullmatch(fields[3]):
        raise damaged(number)
    at = int(fields[1])
    alternatives = [] if fields[4] == "." else fields[4].split(",")
    alleles = (fields[3].upper(), *(_spelt(one) for one in alternatives))
    end = at + len(fields[3]) - 1
    if block := _END.search(fields[7]):
        if int(block[1]) < at:
            raise damaged(number)
        end = max(end, int(block[1])) if _is_block(alternatives) else end
    keys, values = fields[8].split(":"), fields[column].split(":")
    if "GT" not in keys:
        raise UnreadableResults("vcf_no_calls")
    sample = dict(zip(keys, values, strict=False))
    haplotypes, phase = _genotype(sample, len(alleles), number)
    doubt = _doubt(fields[6], sample, haplotypes)
    place = chromosome(fields[0])
    return Call(place, at, end, alleles, () if doubt else haplotypes, phase, doubt)


def _is_block(alternatives: list[str]) -> bool:
    """Whether a line with an end is a block of the genome's own bases, not a lost piece."""
    return not alternatives or set(alternatives) <= NON_REF


def _spelt(text: str) -> str:
    return text.upper() if _BASES.fullmatch(text) else ""


def _genotype(
    sample: dict[str, str], alleles: int, number: int
) -> tuple[tuple[int, ...], str | None]:
    text = sample["GT"]
    if not _GENOTYPE.fullmatch(text):
        raise damaged(number)
    parts = re.split(r"[/|]", text.lstrip("/|"))
    if "." in parts or len(parts) > 2:
        return (), None
    haplotypes = tuple(int(one) for one in parts)
    if max(haplotypes) >= alleles:
        raise damaged(number)
    phase = sample.get("PS", "") if "|" in text[1:] else None
    return haplotypes, phase


def _doubt(filters: str, sample: dict[str, str], haplotypes: tuple[int, ...]) -> str:
    if not haplotypes:
        return "no_call"
    if filters not in ("PASS", "."):
        return "filtered"
    if _is_below(sample.get("GQ"), LEAST_QUALITY) or sample.get("FT", "PASS") not in ("PASS", "."):
        return "low_quality"
    depth = sample.get("MIN_DP", sample.get("DP"))
    return "low_depth" if _is_below(depth, LEAST_DEPTH) else ""


def _is_below(text: str | None, least: int) -> bool:
    """Whether a number is too low; nothing or a point says nothing, a text counts as too low."""
    if text is None or text in ("", "."):
        return False
    return not _NUMBER.fullmatch(text) or float(text) < least
