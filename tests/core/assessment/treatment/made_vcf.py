"""Small VCFs made by hand for tests: every place of a gene, each with the genotype asked for."""

from meddx_desktop.core.assessment.treatment.knowledge_genes import gene_tables
from meddx_desktop.core.assessment.treatment.vcf_header import LENGTHS

COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT"
SCORES = {0: "0/0", 1: "0/1", 2: "1/1"}


def head(build="GRCh38", samples=("S1",), more=()):
    """The head of a file."""
    contigs = [f"##contig=<ID=chr{name},length={n}>" for name, n in LENGTHS[build].items()]
    return ["##fileformat=VCFv4.2", *contigs, *more, "\t".join([COLUMNS, *samples])]


def line(place, genotype, *, build="GRCh38", filters="PASS", quality="99", depth="30"):
    """The line of one place; `genotype` counts from the table's own reference allele."""
    ref = place.ref[build]
    is_turned = ref != place.normal
    other = place.normal if is_turned else place.variant
    if isinstance(genotype, int):
        genotype = SCORES[2 - genotype if is_turned else genotype]
    start = f"chr{place.chromosome}\t{place.at[build]}\t.\t{ref}\t{other}\t50\t{filters}\t."
    return f"{start}\tGT:GQ:DP\t{genotype}:{quality}:{depth}"


def gene_lines(gene, carried=(), *, build="GRCh38", without=(), single=False):
    """One line for each place of a gene; `carried`: place to 1, 2 or a genotype."""
    carried = dict(carried)
    table = gene_tables()[gene]
    assert set(carried) <= {place.name for place in table.places}, "a place that is not there"
    lines = []
    for place in table.places:
        if place.name not in without:
            genotype = carried.get(place.name, "0" if single else 0)
            lines.append(line(place, genotype, build=build))
    return lines


def block(chromosome, start, stop, base, *, depth="30"):
    """A block of a gVCF where the genome's own bases were seen."""
    place = f"chr{chromosome}\t{start}\t.\t{base}\t<NON_REF>\t.\t.\tEND={stop}"
    return f"{place}\tGT:GQ:MIN_DP\t0/0:60:{depth}"


def text(lines, build="GRCh38", **more):
    """The whole file."""
    return "\n".join([*head(build, **more), *lines]) + "\n"
