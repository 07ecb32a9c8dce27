"""From the places of a gene to its pair of alleles and phenotype, or to why that can't be said.

A pair is possible if it explains every place that is known; of an unknown place nothing is
assumed. Only what holds for all possible pairs is said. With a place unknown nobody is called
normal: the missing line may hold the variant.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from meddx_desktop.core.assessment.treatment.gene_places import Seen
from meddx_desktop.core.assessment.treatment.knowledge_genes import Allele, GeneTable, by_activity
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.genes import GeneResult
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import Genotype, Genotyped

WORST = frozenset(
    {"Poor Metabolizer", "Poor Function", "G6PD Deficient", "G6PD Deficient with CNSHA"}
)
"""What no unknown place can make better."""
_MOST_ORDERS = 10
"""Heterozygous altered places of DPYD whose orders are all tried."""
Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Masks:
    """Places as bits: known, carried by both haplotypes, by one, and by which where phased."""

    known: int
    both: int
    one: int
    sets: tuple[tuple[int, int], ...]
    """For each phase set the bits that the first and the second haplotype carry."""

    def allow(self, first: int, second: int) -> bool:
        """Whether two alleles explain what is known."""
        if (first & second) & self.known != self.both:
            return False
        if (first ^ second) & self.known != self.one:
            return False
        for left, right in self.sets:
            bits = left | right
            if (first & bits, second & bits) not in ((left, right), (right, left)):
                return False
        return True


def result_of(table: GeneTable, seen: Mapping[str, Seen], sex: Sex) -> GeneResult:
    """What a VCF says of one gene.

    Parameters
    ----------
    table
    seen
        Of every place of the gene.
    sex
        For a gene on the X chromosome: a man has one.
    """
    unknown = tuple(name for name, one in seen.items() if not one.carried)
    doubts = [
        Reason(f"gene_{code}", {"gene": table.gene, "count": count})
        for code, count in _counted(seen[name].doubt for name in unknown)
    ]
    known = {name: one for name, one in seen.items() if one.carried}
    if not known:
        return GeneResult(_genotype(table, (), "", unknown), tuple(doubts))
    contradiction = _ploidy(table, known, sex)
    if contradiction:
        doubts.append(Reason(contradiction, {"gene": table.gene}))
        return GeneResult(_genotype(table, _found(table, known), "", unknown), tuple(doubts))
    is_single = table.places[0].chromosome == "X" and sex is Sex.MALE
    if table.gene == "DPYD":
        pairs, word = _dpyd(table, known)
        words = {word} if word or not pairs else {"", "several"}
    else:
        pairs = _pairs(table, known, is_single=is_single)
        words = {_phenotype(table, one) for one in pairs}
    answer = _said(table, pairs, words, bool(unknown), doubts)
    alleles = answer[0] if answer[1] or answer[0] else _found(table, known)
    return GeneResult(_genotype(table, alleles, answer[1], unknown), tuple(doubts))


def _counted(codes: Iterator[str]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for code in codes:
        counts[code] = counts.get(code, 0) + 1
    return sorted(counts.items())


def _genotype(
    table: GeneTable, alleles: Pair, phenotype: str, unknown: tuple[str, ...]
) -> Genotype:
    return Genotype(table.gene, alleles, phenotype, Genotyped.VCF, unknown)


def _ploidy(table: GeneTable, known: Mapping[str, Seen], sex: Sex) -> str:
    """Why the number of haplotypes can't be: empty where it can."""
    is_x = table.places[0].chromosome == "X"
    single = [one for one in known.values() if len(one.carried) == 1]
    if not is_x:
        return "gene_ploidy" if single else ""
    if sex is Sex.MALE:
        mixed = any(len(set(one.carried)) > 1 for one in known.values())
        return "gene_sex_contradicts" if mixed else ""
    if sex is Sex.FEMALE:
        return "gene_sex_contradicts" if single else ""
    return "gene_sex_unknown"


def _said(
    table: GeneTable,
    pairs: Sequence[Pair],
    words: set[str],
    is_part: bool,
    doubts: list[Reason],
) -> tuple[Pair, str]:
    """The alleles that are certain and the phenotype, both empty where nothing is.

    `is_part`: some place is unknown.
    """
    if not pairs:
        doubts.append(Reason("gene_unnamed", {"gene": table.gene}))
        return (), ""
    said = next(iter(words)) if len(words) == 1 else ""
    if is_part:
        return _common(table, pairs), said if said in WORST else ""
    if len(words) > 1:
        doubts.append(Reason("gene_phase_ambiguous", {"gene": table.gene, "pairs": _shown(pairs)}))
    elif not said and table.has_phenotypes:
        doubts.append(Reason("gene_no_phenotype", {"gene": table.gene}))
    elif len(pairs) > 1:
        doubts.append(Reason("gene_pairs_alike", {"gene": table.gene, "pairs": _shown(pairs)}))
    return (pairs[0] if len(pairs) == 1 else _common(table, pairs)), said


def _shown(pairs: Sequence[Pair]) -> str:
    shown = [" / ".join(one) for one in pairs[:4]]
    return "; ".join(shown) + ("; ..." if len(pairs) > 4 else "")


def _phenotype(table: GeneTable, pair: Pair) -> str:
    return table.phenotype(pair[0], pair[1] if len(pair) > 1 else None)


def _common(table: GeneTable, pairs: Sequence[Pair]) -> Pair:
    """Alleles that every possible pair holds; the reference is never among them."""
    common = Counter(pairs[0])
    for one in pairs[1:]:
        common &= Counter(one)
    return tuple(name for name in common.elements() if name != table.reference)


def _found(table: GeneTable, known: Mapping[str, Seen]) -> Pair:
    """Variants that the person carries and that belong to an altered allele: never hidden."""
    altered = {
        place
        for one in table.alleles.values()
        if table.is_altered(one.name)
        for place in one.places
    }
    return tuple(name for name, one in known.items() if any(one.carried) and name in altered)


def _pairs(table: GeneTable, known: Mapping[str, Seen], *, is_single: bool) -> list[Pair]:
    """All pairs of named alleles that explain the known places."""
    bits = {place.name: 1 << number for number, place in enumerate(table.places)}
    masks = _masks(known, bits)
    usable = [one for one in table.alleles.values() if not one.is_structural]
    plain = [(one.name, sum(bits[name] for name in one.places)) for one in usable]
    if is_single:
        return [(name,) for name, mask in plain if mask & masks.known == masks.both]
    return [
        (first, second)
        for number, (first, left) in enumerate(plain)
        for second, right in plain[number:]
        if masks.allow(left, right)
    ]


def _masks(known: Mapping[str, Seen], bits: Mapping[str, int]) -> _Masks:
    both = sum(bits[name] for name, one in known.items() if all(one.carried))
    mixed = {name: one for name, one in known.items() if len(set(one.carried)) > 1}
    sets: dict[str, tuple[int, int]] = {}
    for name, one in mixed.items():
        if one.phase is not None:
            left, right = sets.get(one.phase, (0, 0))
            if one.carried[0]:
                left |= bits[name]
            else:
                right |= bits[name]
            sets[one.phase] = (left, right)
    known_bits = sum(bits[name] for name in known)
    return _Masks(known_bits, both, sum(bits[name] for name in mixed), tuple(sets.values()))


def _dpyd(table: GeneTable, known: Mapping[str, Seen]) -> tuple[list[Pair], str]:
    """DPYD has no named combinations: each haplotype counts as its least active variant (CPIC).

    Returns
    -------
    tuple[list[Pair], str]
        Pairs of least active variants that are possible, and the phenotype if it is one.
    """
    by_place = {place: one for one in table.alleles.values() for place in one.places}
    carried = {name: one for name, one in known.items() if any(one.carried)}
    mixed = [name for name, one in carried.items() if len(set(one.carried)) > 1]
    mixed = [name for name in mixed if (by_place[name].activity or 0.0) < 1]
    if len(mixed) > _MOST_ORDERS:
        return [], ""
    pairs: dict[Pair, float] = {}
    for order in product((False, True), repeat=len(mixed)):
        turned = dict(zip(mixed, order, strict=True))
        if not _one_order(carried, turned):
            continue
        chosen = [
            _least(table, [by_place[n] for n in carried if _on(carried[n], turned.get(n), side)])
            for side in (0, 1)
        ]
        names = tuple(sorted(one.name for one in chosen))
        pairs[names] = sum(one.activity or 0.0 for one in chosen)
    words = {by_activity(total) for total in pairs.values()}
    return list(pairs), words.pop() if len(words) == 1 else ""


def _on(one: Seen, turned: bool | None, side: int) -> bool:
    return one.carried[1 - side if turned else side]


def _one_order(carried: Mapping[str, Seen], turned: Mapping[str, bool]) -> bool:
    """Whether places of one phase set are all turned, or none."""
    sets: dict[str, set[bool]] = {}
    for name, is_turned in turned.items():
        phase = carried[name].phase
        if phase is not None:
            sets.setdefault(phase, set()).add(is_turned)
    return all(len(one) == 1 for one in sets.values())


def _least(table: GeneTable, variants: Sequence[Allele]) -> Allele:
    own = table.alleles[table.reference]
    return min((own, *variants), key=lambda one: 0.0 if one.activity is None else one.activity)
