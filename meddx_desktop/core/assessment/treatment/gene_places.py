"""What the calls of a VCF say at each place where alleles differ: carried, not carried, unknown.

A place without a line, and without a block of the genome's own bases over it, is unknown: a plain
VCF lists variants only, and nobody can see whether the rest was looked at.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meddx_desktop.core.assessment.treatment.knowledge_genes import BUILDS, GenePlace, GeneTable
from meddx_desktop.core.assessment.treatment.vcf_line import Call
from meddx_desktop.core.errors import UnreadableResults

NEAR = 25
"""Bases around a lost or added piece within which another one may be the same, written elsewhere:
moving it to one place needs the genome, which does not come with the program."""

Windows = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one place in one person.

    Attributes
    ----------
    carried : tuple[bool, ...]
        For each haplotype whether it carries the variant; empty: unknown.
    phase : str | None
        Places of one set say which haplotype is which; None: unphased.
    doubt : str
        Why it is unknown: ``not_covered``, ``no_call``, ``filtered``, ``low_quality``,
        ``low_depth``, ``unlisted_base``, ``indel_unclear``, ``lines_disagree``.
    """

    carried: tuple[bool, ...] = ()
    phase: str | None = None
    doubt: str = ""


NOT_COVERED = Seen(doubt="not_covered")
Change = tuple[int, str, str]
"""Position, bases lost, bases added, without those that both share."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the tables know of a gene: bases by position, and pieces lost or added."""

    bases: Mapping[int, frozenset[str]]
    changes: frozenset[Change]


def windows(tables: Iterable[GeneTable]) -> Mapping[str, Windows]:
    """The stretches to read, by build and chromosome."""
    spans: dict[str, Windows] = {build: {} for build in BUILDS}
    for place in (one for table in tables for one in table.places):
        for build in BUILDS:
            start, stop = _span(place, build)
            around = NEAR if place.is_indel else 0
            spans[build].setdefault(place.chromosome, []).append((start - around, stop + around))
    return spans


def look(table: GeneTable, calls: Sequence[Call], build: str) -> dict[str, Seen]:
    """What is known of each place of a gene.

    Raises
    ------
    UnreadableResults
        ``vcf_reference_mismatch``: the file's own bases are not those of its build.
    """
    here = [one for one in calls if one.chromosome == table.places[0].chromosome]
    listed = _listed(table, build)
    return {place.name: _seen(place, here, build, listed) for place in table.places}


def _listed(table: GeneTable, build: str) -> _Listed:
    bases: dict[int, frozenset[str]] = {}
    for place in table.places:
        if not place.is_indel:
            at = place.at[build]
            bases[at] = bases.get(at, frozenset()) | {place.normal, place.variant}
    changes = (_change(p.at[build], p.normal, p.variant) for p in table.places if p.is_indel)
    return _Listed(bases, frozenset(changes))


def _change(at: int, own: str, other: str) -> Change:
    cut, lost, added = trimmed(own, other)
    return at + cut, lost, added


def _span(place: GenePlace, build: str) -> tuple[int, int]:
    start = place.at[build]
    return start, start + len(place.ref[build]) - 1


def _seen(place: GenePlace, calls: Sequence[Call], build: str, listed: _Listed) -> Seen:
    start, stop = _span(place, build)
    around = NEAR if place.is_indel else 0
    covered: set[int] = set()
    found: list[tuple[Seen, bool]] = []
    for call in calls:
        if call.at > stop + around or call.end < start - around:
            continue
        touches = call.at <= stop and call.end >= start
        if touches:
            _check_reference(place, call, build)
        read = _indel if place.is_indel else _base
        seen = read(place, call, build, listed)
        if touches and not seen.doubt:
            covered |= set(range(max(start, call.at), min(stop, call.end) + 1))
        if touches or seen.doubt == "indel_unclear":
            found.append((seen, not call.has_variants))
    return _together(found, is_covered=len(covered) == stop - start + 1)


def _together(found: list[tuple[Seen, bool]], *, is_covered: bool) -> Seen:
    """One answer from all lines that touch a place.

    Of several lines each may hold another variant, and say nothing of the others; a line that
    holds none says that there is none.
    """
    seen = [one for one, _ in found]
    doubted = [one for one in seen if one.doubt]
    if doubted:
        return doubted[0]
    carrying = [one for one in seen if any(one.carried)]
    denied = any(is_plain for one, is_plain in found if not any(one.carried))
    ploidy = {len(one.carried) for one in seen}
    if len({one.carried for one in carrying}) > 1 or len(ploidy) > 1 or (carrying and denied):
        return Seen(doubt="lines_disagree")
    if carrying:
        return carrying[0]
    return seen[0] if seen and is_covered else NOT_COVERED


def _check_reference(place: GenePlace, call: Call, build: str) -> None:
    """The genome's own bases in the line must be those that the table knows."""
    start, _ = _span(place, build)
    for offset, base in enumerate(place.ref[build]):
        at = start + offset - call.at
        if 0 <= at < len(call.alleles[0]) and call.alleles[0][at] not in (base, "N"):
            raise UnreadableResults("vcf_reference_mismatch", build=build)


def _base(place: GenePlace, call: Call, build: str, listed: _Listed) -> Seen:
    """One base: what stands there on each haplotype."""
    if call.doubt:
        return Seen(doubt=call.doubt)
    carried: list[bool] = []
    for index in call.haplotypes:
        base = _base_of(call, index, place.at[build] - call.at, place.ref[build])
        if not base and _change(call.at, call.alleles[0], call.alleles[index]) in listed.changes:
            base = place.normal  # lost with a piece that has a place, and so a name, of its own
        if base not in listed.bases[place.at[build]]:
            return Seen(doubt="unlisted_base" if base else "indel_unclear")
        carried.append(base == place.variant)
    return Seen(tuple(carried), call.phase)


def _base_of(call: Call, index: int, offset: int, ref: str) -> str:
    """The base at an offset in one allele; empty where the allele has none or is not spelt."""
    if index == 0:
        return ref
    own, other = call.alleles[0], call.alleles[index]
    if not other:
        return ""
    if len(own) == len(other):
        return other[offset]
    cut, own, other = trimmed(own, other)
    if cut <= offset < cut + len(own):
        return ""
    return ref


def trimmed(own: str, other: str) -> tuple[int, str, str]:
    """A change without the bases that both share: first at the end, then at the start.

    Returns
    -------
    tuple[int, str, str]
        How many bases were cut at the start, and what is left of both.
    """
    while own and other and own[-1] == other[-1]:
        own, other = own[:-1], other[:-1]
    cut = 0
    while own and other and own[0] == other[0]:
        own, other, cut = own[1:], other[1:], cut + 1
    return cut, own, other


def _indel(place: GenePlace, call: Call, build: str, listed: _Listed) -> Seen:
    """A lost or added piece: the same one, none, or one that may be the same written elsewhere."""
    wanted = _change(place.at[build], place.normal, place.variant)
    start, stop = _span(place, build)
    touches = call.at <= stop and call.end >= start
    if call.doubt:
        return Seen(doubt=call.doubt) if touches else Seen()
    carried: list[bool] = []
    for index in call.haplotypes:
        own, other = call.alleles[0], call.alleles[index]
        if index and not other:
            return Seen(doubt="indel_unclear") if touches else Seen()
        change = _change(call.at, own, other)
        if change == wanted:
            carried.append(True)
        elif len(own) != len(other) and change not in listed.changes:
            return Seen(doubt="indel_unclear")
        else:
            carried.append(False)
    return Seen(tuple(carried), call.phase)
