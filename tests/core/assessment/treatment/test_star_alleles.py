"""Protects: a place without a line is unknown and nobody is called normal for want of one; pairs,
phases and the X chromosome are read as CPIC's tables say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment import gene_places, star_alleles, vcf
from meddx_desktop.core.assessment.treatment.knowledge_genes import NORMAL, gene_tables
from meddx_desktop.core.assessment.treatment.vcf_line import call_of
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.errors import UnreadableResults
from tests.core.assessment.treatment import made_vcf

CALLED = [table for table in gene_tables().values() if table.places]
SQUIRM = {"rs4244285": 1, "rs12769205": 1}
"""CYP2C19*2 on one chromosome."""


def result(gene, lines, *, sex=Sex.FEMALE, build="GRCh38"):
    calls = [call_of(one.encode(), 9, 1) for one in lines]
    table = gene_tables()[gene]
    return star_alleles.result_of(table, gene_places.look(table, calls, build), sex)


def said(gene, carried=(), *, sex=Sex.FEMALE, **more):
    found = result(gene, made_vcf.gene_lines(gene, carried, **more), sex=sex)
    return found.genotype.alleles, found.genotype.phenotype


def codes(found):
    return [one.code for one in found.doubts]


@pytest.mark.parametrize("build", ["GRCh37", "GRCh38"])
@pytest.mark.parametrize("gene", [one.gene for one in CALLED if one.has_phenotypes])
def test_every_place_seen_without_a_variant_is_the_reference(gene, build):
    found = result(gene, made_vcf.gene_lines(gene, build=build), build=build)
    assert found.genotype.phenotype in NORMAL and not found.doubts
    assert set(found.genotype.alleles) == {gene_tables()[gene].reference}


@pytest.mark.parametrize(
    ("gene", "carried", "alleles", "phenotype"),
    [
        ("CYP2C19", SQUIRM, ("*1", "*2"), "Intermediate Metabolizer"),
        ("CYP2C19", {"rs4986893": 2}, ("*3", "*3"), "Poor Metabolizer"),
        ("CYP2C19", {"rs12248560": 2}, ("*17", "*17"), "Ultrarapid Metabolizer"),
        ("CYP2C19", {"rs12248560": 1}, ("*1", "*17"), "Rapid Metabolizer"),
        ("CYP2C19", {**SQUIRM, "rs12248560": 1}, ("*2", "*17"), "Intermediate Metabolizer"),
        ("CYP2C9", {"rs1799853": 1, "rs1057910": 1}, ("*2", "*3"), "Poor Metabolizer"),
        ("CYP2C9", {"rs1799853": 2}, ("*2", "*2"), "Intermediate Metabolizer"),
        ("SLCO1B1", {"rs4149056": 1}, ("*1", "*5"), "Decreased Function"),
        ("SLCO1B1", {"rs4149056": 2}, ("*5", "*5"), "Poor Function"),
        ("TPMT", {"rs1800462": 1}, ("*1", "*2"), "Intermediate Metabolizer"),
        ("NUDT15", {"rs116855232": 2}, ("*3", "*3"), "Poor Metabolizer"),
        ("DPYD", {"rs55886062": 1}, ("Reference", "c.1679T>G (*13)"), "Intermediate Metabolizer"),
        ("DPYD", {"rs67376798": 2}, ("c.2846A>T", "c.2846A>T"), "Intermediate Metabolizer"),
        ("DPYD", {"rs3918290": 2}, ("c.1905+1G>A (*2A)",) * 2, "Poor Metabolizer"),
    ],
)
def test_published_pairs(gene, carried, alleles, phenotype):
    found, word = said(gene, carried)
    assert (sorted(found), word) == (sorted(alleles), phenotype)


def test_a_normal_variant_of_dpyd_is_told_on_both_builds():
    """rs1801265: the two builds hold different bases there; *9A works normally."""
    for build in ("GRCh37", "GRCh38"):
        lines = made_vcf.gene_lines("DPYD", {"rs1801265": 1}, build=build)
        assert result("DPYD", lines, build=build).genotype.phenotype == "Normal Metabolizer"


def test_a_place_without_a_line_is_unknown_and_named():
    lines = made_vcf.gene_lines("CYP2C19", without=("rs4986893",))
    found = result("CYP2C19", lines)
    assert found.genotype.phenotype == "" and found.genotype.alleles == ()
    assert found.genotype.not_covered == ("rs4986893",)
    assert codes(found) == ["gene_not_covered"]


def test_a_file_of_variants_alone_tells_what_it_found_and_no_more():
    table = gene_tables()["CYP2C19"]
    lines = [made_vcf.line(one, 1) for one in table.places if one.name in SQUIRM]
    found = result("CYP2C19", lines)
    assert found.genotype.alleles == ("*2",) and found.genotype.phenotype == ""


def test_the_worst_holds_whatever_the_missing_place_is():
    twice = dict.fromkeys(SQUIRM, 2)
    found, word = said("CYP2C19", twice, without=("rs12248560",))
    assert (found, word) == (("*2", "*2"), "Poor Metabolizer")


def test_two_gain_variants_beside_a_missing_place_are_not_called_fast():
    """The missing place may hold a variant without function on the same chromosome."""
    assert said("CYP2C19", {"rs12248560": 2}, without=("rs28399504",))[1] == ""


def test_without_phase_the_two_readings_of_tpmt_are_told_and_none_chosen():
    both = {"rs1800460": 1, "rs1142345:C": 1}
    lines = made_vcf.gene_lines("TPMT", both, without=("rs1142345:G",))
    found = result("TPMT", lines)
    assert "gene_phase_ambiguous" in codes(found) and found.genotype.phenotype == ""
    assert set(found.genotype.alleles) == set(both)


@pytest.mark.parametrize(
    ("second", "pair", "phenotype"),
    [
        ("0|1", ("*1", "*3A"), "Intermediate Metabolizer"),
        ("1|0", ("*3B", "*3C"), "Poor Metabolizer"),
    ],
)
def test_phase_decides_between_one_and_two_altered_chromosomes(second, pair, phenotype):
    both = {"rs1800460": "0|1", "rs1142345:C": second}
    lines = made_vcf.gene_lines("TPMT", both, without=("rs1142345:G",))
    found = result("TPMT", lines).genotype
    assert (found.alleles, found.phenotype) == (pair, phenotype)


def test_phase_of_two_sets_says_nothing_between_them():
    lines = made_vcf.gene_lines(
        "TPMT", {"rs1800460": "0|1", "rs1142345:C": "0|1"}, without=("rs1142345:G",)
    )
    with_sets = []
    for number, one in enumerate(lines):
        if "0|1" in one:
            one = one.replace("GT:GQ:DP", "GT:GQ:DP:PS") + f":{number}"
        with_sets.append(one)
    assert "gene_phase_ambiguous" in codes(result("TPMT", with_sets))


@pytest.mark.parametrize(
    ("phase", "phenotype"), [("0|1", "Intermediate Metabolizer"), ("1|0", "Poor Metabolizer")]
)
def test_two_variants_of_dpyd_on_one_or_on_two_chromosomes(phase, phenotype):
    assert said("DPYD", {"rs3918290": "0|1", "rs67376798": phase})[1] == phenotype


def test_two_variants_of_dpyd_without_phase_are_not_decided():
    found, word = said("DPYD", {"rs3918290": 1, "rs67376798": 1})
    assert word == "" and found == ("c.1905+1G>A (*2A)",)


def test_a_man_has_one_x():
    (name,), word = said("G6PD", {"rs5030868": "1"}, sex=Sex.MALE, single=True)
    assert name.startswith("Mediterranean") and word == "G6PD Deficient"
    assert said("G6PD", {"rs5030868": 2}, sex=Sex.MALE)[1] == "G6PD Deficient"


def test_a_woman_with_one_altered_x_is_variable_and_with_two_deficient():
    assert said("G6PD", {"rs5030868": 1})[1] == "G6PD Variable"
    assert said("G6PD", {"rs5030868": 2})[1] == "G6PD Deficient"


@pytest.mark.parametrize(
    ("sex", "lines", "code"),
    [
        (Sex.MALE, {"carried": {"rs5030868": 1}}, "gene_sex_contradicts"),
        (Sex.FEMALE, {"carried": {"rs5030868": "1"}, "single": True}, "gene_sex_contradicts"),
        (Sex.UNKNOWN, {"carried": {"rs5030868": 2}}, "gene_sex_unknown"),
    ],
)
def test_a_file_that_does_not_fit_the_sex_gives_no_phenotype_and_keeps_the_variant(
    sex, lines, code
):
    found = result("G6PD", made_vcf.gene_lines("G6PD", **lines), sex=sex)
    assert codes(found) == [code]
    assert found.genotype.phenotype == "" and found.genotype.alleles == ("rs5030868",)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"filters": "LowQual"}, "gene_filtered"),
        ({"quality": "19"}, "gene_low_quality"),
        ({"depth": "9"}, "gene_low_depth"),
        ({"genotype": "./."}, "gene_no_call"),
        ({"genotype": "0/."}, "gene_no_call"),
    ],
)
def test_a_line_that_is_not_sure_is_unknown_with_its_reason(change, code):
    table = gene_tables()["VKORC1"]
    genotype = change.pop("genotype", 1)
    found = result("VKORC1", [made_vcf.line(table.places[0], genotype, **change)])
    assert codes(found) == [code] and found.genotype.alleles == ()


def test_a_block_of_the_genomes_own_bases_covers():
    table = gene_tables()["VKORC1"]
    at = table.places[0].at["GRCh38"]
    seen = result("VKORC1", [made_vcf.block("16", at - 50, at + 50, "A")])
    assert seen.genotype.alleles == ("Reference", "Reference")
    thin = result("VKORC1", [made_vcf.block("16", at - 50, at + 50, "A", depth="3")])
    assert thin.genotype.alleles == () and codes(thin) == ["gene_low_depth"]


def test_a_variant_within_a_block_is_a_contradiction():
    place = gene_tables()["VKORC1"].places[0]
    at = place.at["GRCh38"]
    lines = [made_vcf.block("16", at - 5, at + 5, "A"), made_vcf.line(place, 1)]
    assert codes(result("VKORC1", lines)) == ["gene_lines_disagree"]


def test_several_alternatives_in_one_line_are_told_apart():
    places = {one.name: one for one in gene_tables()["TPMT"].places}
    twin = places["rs1142345:C"]
    line = made_vcf.line(twin, "1/2").replace("\tT\tC\t", "\tT\tC,G\t")
    lines = made_vcf.gene_lines("TPMT", without=("rs1142345:C", "rs1142345:G"))
    found = result("TPMT", [*lines, line]).genotype
    assert found.alleles == ("*3C", "*41") and found.phenotype == "Poor Metabolizer"


def test_several_bases_in_one_line_are_read_base_by_base():
    place = gene_tables()["VKORC1"].places[0]
    at = place.at["GRCh38"]
    line = f"chr16\t{at - 1}\t.\tGC\tGT\t50\tPASS\t.\tGT\t0/1"
    assert result("VKORC1", [line]).genotype.alleles == ("Reference", "rs9923231")


def test_an_unknown_base_is_unknown():
    place = gene_tables()["VKORC1"].places[0]
    line = made_vcf.line(place, 1).replace("\tC\tT\t", "\tC\tG\t")
    assert codes(result("VKORC1", [line])) == ["gene_unlisted_base"]


def test_a_lost_piece_is_known_however_it_is_written():
    """DPYD c.295_298delTCAT, with two bases more on either side."""
    place = next(one for one in gene_tables()["DPYD"].places if one.name == "rs72549309")
    rest = made_vcf.gene_lines("DPYD", without=("rs72549309",))
    plain = result("DPYD", [*rest, made_vcf.line(place, 1)]).genotype
    line = made_vcf.line(place, 1).replace("\tGATGA\tG\t", "\tGATGACC\tGCC\t")
    assert result("DPYD", [*rest, line]).genotype == plain
    assert plain.phenotype == "Intermediate Metabolizer"


@pytest.mark.parametrize("step", [2, 8])
def test_a_lost_piece_close_by_may_be_the_same_and_is_unknown(step):
    place = next(one for one in gene_tables()["DPYD"].places if one.name == "rs72549309")
    moved = f"chr1\t{place.at['GRCh38'] + step}\t.\tTGATG\tT\t50\tPASS\t.\tGT\t0/1"
    found = result("DPYD", [*made_vcf.gene_lines("DPYD"), moved])
    assert "gene_indel_unclear" in codes(found) and found.genotype.phenotype == ""


@pytest.mark.parametrize(
    ("alternatives", "genotype", "pair"),
    [
        ("AGGAGTCGGAGTC", "0/1", ("*1", "*6")),
        ("A", "0/1", ("*1", "*9")),
        ("A,AGGAGTCGGAGTC", "1/2", ("*6", "*9")),
    ],
)
def test_two_known_pieces_at_one_place_are_told_apart(alternatives, genotype, pair):
    """The repeat of NUDT15: a copy more is *6, a copy less *9."""
    names = ("13-48037782-A-AGGAGTC", "13-48037782-AGGAGTC-A")
    shared = {one for one in PLACES["NUDT15"] if one.startswith("rs746071566")}
    lines = made_vcf.gene_lines("NUDT15", without=shared or names)
    piece = f"chr13\t48037782\t.\tAGGAGTC\t{alternatives}\t50\tPASS\t.\tGT\t{genotype}"
    assert result("NUDT15", [*lines, piece]).genotype.alleles == pair


def test_a_base_within_a_lost_piece_that_is_known_is_no_doubt():
    """G6PD: rs5030868 lies within the piece that Tsukui lacks."""
    lines = made_vcf.gene_lines(
        "G6PD", {"X-154534418-GGAG-G": 1}, without=unseen("G6PD", {"rs5030868"}) - {
            "X-154534418-GGAG-G"}
    )  # fmt: skip
    found = result("G6PD", lines).genotype
    assert "Tsukui" in found.alleles and found.phenotype == "G6PD Variable"


def test_the_wrong_build_shows_in_its_own_bases():
    place = gene_tables()["VKORC1"].places[0]
    line = made_vcf.line(place, 1).replace("\tC\tT\t", "\tA\tT\t")
    with pytest.raises(UnreadableResults, match="vcf_reference_mismatch"):
        result("VKORC1", [line])


PLACES = {one.gene: [p.name for p in one.places] for one in CALLED if one.has_phenotypes}
GENE_AND_SEEN = st.sampled_from(sorted(PLACES)).flatmap(
    lambda gene: st.tuples(
        st.just(gene),
        st.dictionaries(st.sampled_from(PLACES[gene]), st.sampled_from([1, 2]), max_size=3),
        st.sets(st.sampled_from(PLACES[gene]), min_size=1, max_size=4),
    )
)


def unseen(gene, without):
    """These places and all whose line would show the same bases."""
    spans = {one.name: {one.at["GRCh38"] + n for n in range(len(one.normal))} for one in
             gene_tables()[gene].places}  # fmt: skip
    gone = set().union(*(spans[name] for name in without))
    return {name for name, span in spans.items() if span & gone}


@settings(max_examples=60, deadline=None)
@given(GENE_AND_SEEN)
def test_a_line_left_out_never_makes_a_gene_normal(drawn):
    gene, carried, without = drawn
    without = unseen(gene, without)
    found = result(gene, made_vcf.gene_lines(gene, carried, without=without))
    assert found.genotype.phenotype not in NORMAL
    assert gene_tables()[gene].reference not in found.genotype.alleles


@settings(max_examples=60, deadline=None)
@given(GENE_AND_SEEN)
def test_a_line_left_out_never_changes_what_is_said(drawn):
    gene, carried, without = drawn
    full = result(gene, made_vcf.gene_lines(gene, carried)).genotype
    part = result(gene, made_vcf.gene_lines(gene, carried, without=without)).genotype
    if full.phenotype and not set(carried) & without:
        assert part.phenotype in ("", full.phenotype)


def test_windows_hold_every_place():
    spans = gene_places.windows(CALLED)
    for place in (one for table in CALLED for one in table.places):
        for build, by_chromosome in spans.items():
            at = place.at[build]
            assert any(a <= at <= b for a, b in by_chromosome[place.chromosome])


def test_the_reader_and_the_places_work_together(tmp_path):
    path = tmp_path / "a.vcf"
    path.write_text(made_vcf.text(made_vcf.gene_lines("CYP2C19", SQUIRM)))
    read = vcf.read_calls(path, gene_places.windows(CALLED))
    table = gene_tables()["CYP2C19"]
    found = star_alleles.result_of(
        table, gene_places.look(table, read.calls, read.build), Sex.FEMALE
    )
    assert found.genotype.phenotype == "Intermediate Metabolizer"
