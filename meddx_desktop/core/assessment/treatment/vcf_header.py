"""The head of a VCF: which build of the genome it speaks of, and whose calls it holds.

Lengths of the chromosomes are those of the assemblies of the Genome Reference Consortium
(GRCh37, GRCh38); they tell the builds apart where a file says no more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from meddx_desktop.core.errors import UnreadableResults

LENGTHS = {
    "GRCh37": {
        "1": 249250621,
        "6": 171115067,
        "10": 135534747,
        "12": 133851895,
        "13": 115169878,
        "16": 90354753,
        "X": 155270560,
    },
    "GRCh38": {
        "1": 248956422,
        "6": 170805979,
        "10": 133797422,
        "12": 133275309,
        "13": 114364328,
        "16": 90338345,
        "X": 156040895,
    },
}
_NAMES = {
    "GRCh37": re.compile(r"grch37|hg19|b37|hs37|human_g1k_v37", re.I),
    "GRCh38": re.compile(r"grch38|hg38|hs38", re.I),
}
_CONTIG_ID = re.compile(r"[<,]ID=([^,>]+)")
_CONTIG_LENGTH = re.compile(r"[<,]length=(\d{1,12})[,>]")
_ASSEMBLY = re.compile(r"[<,]assembly=([^,>]+)")
_ACCESSION = re.compile(r"NC_0000(\d\d)\.\d+")
FIXED = ("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT")


@dataclass(frozen=True, slots=True)
class VcfHeader:
    """What the head of a file says.

    Attributes
    ----------
    build : str
        ``GRCh37`` or ``GRCh38``.
    samples : tuple[str, ...]
        Names of the columns with calls, at least one.
    """

    build: str
    samples: tuple[str, ...]


def chromosome(name: str) -> str:
    """``10`` for ``chr10``, ``10`` and ``NC_000010.11``; ``X`` for ``NC_000023.10``."""
    accession = _ACCESSION.fullmatch(name)
    if accession:
        number = int(accession[1])
        return "X" if number == 23 else str(number)
    return name[3:] if name[:3].lower() == "chr" else name


def header_of(lines: Iterable[str], columns: str) -> VcfHeader:
    """The head from its lines that begin with ``##``, and the one that begins with ``#CHROM``.

    Raises
    ------
    UnreadableResults
        ``vcf_no_calls``, ``vcf_header_invalid``, ``vcf_build_unknown``,
        ``vcf_build_contradicts``.
    """
    return VcfHeader(build_of(lines), _samples(columns))


def build_of(lines: Iterable[str]) -> str:
    """The build that a head speaks of.

    Raises
    ------
    UnreadableResults
        ``vcf_build_unknown``, ``vcf_build_contradicts``.
    """
    found: set[str] = set()
    for line in lines:
        if line.startswith("##contig="):
            found |= _of_contig(line)
        elif line.startswith("##reference=") or line.startswith("##assembly="):
            found |= _of_words(line.split("=", 1)[1])
    if len(found) > 1 and "" not in found:
        raise UnreadableResults("vcf_build_contradicts")
    if len(found) != 1 or "" in found:
        raise UnreadableResults("vcf_build_unknown")
    return found.pop()


def _of_contig(line: str) -> set[str]:
    """The build by length, or by the word of the assembly; empty text: of neither build."""
    name, length = _CONTIG_ID.search(line), _CONTIG_LENGTH.search(line)
    found: set[str] = set()
    if name and length and (key := chromosome(name[1])) in LENGTHS["GRCh38"]:
        sizes = {build: known[key] for build, known in LENGTHS.items()}
        found |= {build for build, size in sizes.items() if size == int(length[1])} or {""}
    assembly = _ASSEMBLY.search(line)
    return found | (_of_words(assembly[1]) if assembly else set())


def _of_words(text: str) -> set[str]:
    return {build for build, pattern in _NAMES.items() if pattern.search(text)}


def _samples(line: str) -> tuple[str, ...]:
    columns = line.rstrip("\r\n").split("\t")
    if tuple(columns[:8]) != FIXED[:8]:
        raise UnreadableResults("vcf_header_invalid")
    if len(columns) < 10 or columns[8] != "FORMAT":
        raise UnreadableResults("vcf_no_calls")
    samples = tuple(columns[9:])
    if len(set(samples)) != len(samples) or "" in samples:
        raise UnreadableResults("vcf_header_invalid")
    return samples
