"""Protects: what is said of a drug for a gene is CPIC's, nothing unknown is called suited, and what
a person types is checked against the tables."""

import tomllib
from dataclasses import replace

import pytest

from meddx_desktop.core.assessment.treatment import genes, genes_guidance
from meddx_desktop.core.assessment.treatment.genes import gene_findings, typed
from meddx_desktop.core.assessment.treatment.knowledge_genes import FOLDER, gene_tables
from meddx_desktop.core.assessment.treatment.suggest import drug_patient
from meddx_desktop.core.domain.genes import GeneRecord, Genotype
from meddx_desktop.core.domain.patient import Sex
from meddx_desktop.core.domain.treatment import CheckKind, Severity
from meddx_desktop.core.errors import InvalidEntry, KnowledgeRejected
from tests.assessments import facts

HLA = {"HLA-B": "*15:02", "HLA-A": "*31:01"}


def severities(drug, **known):
    """By gene with underscores for hyphens: alleles, or a phenotype."""
    genotypes = {}
    for name, what in known.items():
        gene = name.replace("_", "-")
        made = typed(gene, what) if isinstance(what, tuple) else typed(gene, (), phenotype=what)
        genotypes[gene] = made.genotype
    return [one.severity.value for one in gene_findings(drug, genotypes)]


@pytest.mark.parametrize(
    ("drug", "known", "expected"),
    [
        ("clopidogrel", {"CYP2C19": ("*2", "*2")}, ["avoid"]),
        ("clopidogrel", {"CYP2C19": ("*1", "*1")}, ["suited"]),
        ("omeprazole", {"CYP2C19": ("*17", "*17")}, ["adjust"]),
        ("codeine", {"CYP2D6": ("*4", "*4")}, ["avoid"]),
        ("codeine", {"CYP2D6": ("*1", "*2xN")}, ["avoid"]),
        ("codeine", {"CYP2D6": ("*1", "*1")}, ["suited"]),
        ("tramadol", {"CYP2D6": ("*1", "*4")}, ["caution"]),
        ("simvastatin", {"SLCO1B1": ("*5", "*5")}, ["avoid"]),
        ("atorvastatin", {"SLCO1B1": ("*1", "*5")}, ["adjust"]),
        ("fluorouracil", {"DPYD": ("Reference", "*2A")}, ["adjust"]),
        ("capecitabine", {"DPYD": ("*2A", "*13")}, ["avoid"]),
        ("azathioprine", {"TPMT": ("*1", "*3A")}, ["adjust"]),
        ("azathioprine", {"TPMT": ("*1", "*1"), "NUDT15": ("*3", "*3")}, ["avoid"]),
        ("azathioprine", {"TPMT": ("*1", "*1"), "NUDT15": ("*1", "*1")}, ["suited"]),
        ("azathioprine", {"TPMT": ("*1", "*1")}, ["caution"]),
        ("phenytoin", {"CYP2C9": ("*1", "*3")}, ["adjust"]),
        ("phenytoin", {"CYP2C9": ("*1", "*2")}, []),
        ("warfarin", {"VKORC1": ("Reference", "rs9923231")}, ["adjust"]),
        ("warfarin", {"VKORC1": ("Reference", "Reference")}, []),
        ("carbamazepine", {"HLA_B": ("*15:02 positive",)}, ["avoid"]),
        ("carbamazepine", {"HLA_B": ("*15:02 negative",)}, []),
        (
            "carbamazepine",
            {"HLA_B": ("*15:02 negative",), "HLA_A": ("*31:01 negative",)},
            ["suited"],
        ),
        ("carbamazepine", {"HLA_A": ("*31:01 positive",)}, ["avoid"]),
        ("oxcarbazepine", {"HLA_B": ("*15:02 positive",)}, ["avoid"]),
        ("allopurinol", {"HLA_B": ("*58:01 positive",)}, ["avoid"]),
        ("abacavir", {"HLA_B": ("*57:01 positive", "*15:02 negative")}, ["avoid"]),
        ("abacavir", {"HLA_B": ("*57:01 negative",)}, ["suited"]),
        ("rasburicase", {"G6PD": "G6PD Deficient"}, ["avoid"]),
        ("primaquine", {"G6PD": "G6PD Variable"}, ["caution"]),
    ],
)
def test_what_cpic_says(drug, known, expected):
    assert severities(drug, **known) == expected


def test_nothing_known_says_nothing():
    assert gene_findings("clopidogrel", {}) == ()
    assert gene_findings("clopidogrel", {"CYP2C19": Genotype("CYP2C19")}) == ()
    assert gene_findings("a drug without a rule", {}) == ()


def test_a_found_variant_is_said_while_the_phenotype_is_open():
    (found,) = gene_findings("clopidogrel", {"CYP2C19": Genotype("CYP2C19", ("*2",))})
    assert (found.severity, found.other) == (Severity.CAUTION, "CYP2C19")
    assert all("*2" in text and "CYP2C19" in text for text in found.reason.values())


def test_suited_never_stands_beside_a_warning():
    both = Genotype("HLA-B", ("*57:01 negative", "*57:01 positive"))
    found = gene_findings("abacavir", {"HLA-B": both})
    assert [one.severity for one in found] == [Severity.AVOID]


def test_every_rule_names_its_source_and_speaks_both_languages():
    for drug, rules in genes_guidance.guidance().rules.items():
        for rule in rules:
            assert rule.source.is_verified and "CPIC" in rule.source.title, drug
            assert set(rule.reason) == {"en", "zh"} and rule.reason["zh"] != rule.reason["en"]
            assert any("一" <= letter <= "鿿" for letter in rule.reason["zh"])


def test_a_finding_is_about_a_gene():
    (found,) = gene_findings("codeine", {"CYP2D6": typed("CYP2D6", ("*4", "*4")).genotype})
    assert found.kind is CheckKind.GENE and found.drug == "codeine" and found.other == "CYP2D6"


def test_pairs_of_which_the_tables_say_different_things_have_no_phenotype():
    left = (FOLDER / "left_out.tsv").read_text("utf-8").splitlines()[1:]
    assert left, "the list is there"
    for line in left:
        gene, first, second, _ = line.split("\t")
        assert gene_tables()[gene].phenotype(first, second) == ""


@pytest.mark.parametrize(
    ("gene", "alleles", "more", "code"),
    [
        ("BRCA1", ("*1",), {}, "gene_unknown"),
        ("TPMT", (), {}, "gene_nothing_typed"),
        ("TPMT", ("*1", "*999"), {}, "gene_allele_unknown"),
        ("TPMT", ("*1",), {}, "gene_allele_count"),
        ("G6PD", ("Canton", "Canton"), {"sex": Sex.MALE}, "gene_allele_count"),
        ("G6PD", ("B (reference)",), {"sex": Sex.FEMALE}, "gene_allele_count"),
        ("G6PD", ("B (reference)",), {}, "gene_sex_needed"),
        ("TPMT", (), {"phenotype": "Super"}, "gene_phenotype_unknown"),
        (
            "TPMT",
            ("*1", "*1"),
            {"phenotype": "Poor Metabolizer"},
            "gene_phenotype_contradicts",
        ),
        ("HLA-B", ("*15:02",), {}, "gene_allele_unknown"),
        ("HLA-B", ("*15:02 positive", "*15:02 negative"), {}, "gene_hla_twice"),
        ("HLA-B", ("*15:02 positive",), {"phenotype": "Normal Metabolizer"},
         "gene_phenotype_unknown"),
    ],
)  # fmt: skip
def test_what_is_typed_wrongly_is_refused(gene, alleles, more, code):
    with pytest.raises(InvalidEntry) as caught:
        typed(gene, alleles, **more)
    assert caught.value.code == code


def test_typed_alleles_are_found_by_their_short_names():
    assert typed("DPYD", ("*2A", "Reference")).genotype.phenotype == "Intermediate Metabolizer"
    canton = typed("G6PD", ("canton",), sex=Sex.MALE).genotype
    assert canton.phenotype == "G6PD Deficient" and canton.alleles[0].startswith("Canton")


def test_everything_on_the_lists_can_be_typed():
    for gene in genes.genes_known():
        for phenotype in genes.phenotypes_known(gene):
            assert typed(gene, (), phenotype=phenotype).genotype.phenotype == phenotype
        name = genes.alleles_known(gene)[0]
        alleles = (name,) if gene.startswith("HLA") else (name, name)
        assert typed(gene, alleles, sex=Sex.FEMALE).genotype.gene == gene


def test_hla_types_tested_one_after_the_other_stand_together():
    first = typed("HLA-B", ("*15:02 positive", "*58:01 negative"))
    second = typed("HLA-B", ("*58:01 positive",))
    both = genes.beside_earlier(first, second).genotype.alleles
    assert both == ("*15:02 positive", "*58:01 positive")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('severity = "avoid"', 'severity = "maybe"'), "knowledge_invalid"),
        (('gene = "CYP2C19"', 'gene = "CYP9Z9"'), "knowledge_invalid"),
        (("Poor Metabolizer", "Bad Metabolizer"), "knowledge_invalid"),
        (('source = "clopidogrel"', 'source = "nowhere"'), "knowledge_invalid"),
        (("opened = 2026-11-22", "unverified = true"), "knowledge_invalid"),
        (("[[rule]]", "[[rule"), "knowledge_unreadable"),
    ],
)
def test_a_broken_rule_is_refused_with_the_file(tmp_path, change, code):
    text = (FOLDER / genes_guidance.FILE).read_text("utf-8").replace(*change, 1)
    path = tmp_path / "guidance.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(KnowledgeRejected) as caught:
        genes_guidance.load(path, gene_tables())
    assert caught.value.code == code and caught.value.parameters["file"] == "guidance.toml"


def test_the_drugs_of_a_gene():
    assert "clopidogrel" in genes.drugs_of("CYP2C19")
    assert genes.drugs_of("HLA-A") == ("carbamazepine",)


def test_no_rule_is_of_a_level_below_b():
    """Pairs as in CPIC's table of levels; esomeprazole and rabeprazole are C."""
    drugs = {one for row in tomllib.loads((FOLDER / "guidance.toml").read_text("utf-8"))["rule"]
             for one in row["drugs"]}  # fmt: skip
    assert not drugs & {"esomeprazole", "rabeprazole", "fluoxetine"}


def test_a_genotype_keeps_what_was_not_covered():
    known = replace(Genotype("TPMT", ("*2",)), not_covered=("rs1800460",))
    assert gene_findings("azathioprine", {"TPMT": known})[0].severity is Severity.CAUTION


def test_the_genes_of_a_case_reach_the_checks_of_drugs():
    known = typed("CYP2C19", ("*2", "*2"))
    made = facts()
    made = replace(made, case=replace(made.case, genes=(GeneRecord(known),)))
    assert drug_patient(made).genotypes == {"CYP2C19": known.genotype}
