"""Protects: the tables of genes are whole and agree with one another; a broken one is refused."""

import shutil

import pytest

from meddx_desktop.core.assessment.treatment.genes_guidance import phenotypes_of
from meddx_desktop.core.assessment.treatment.knowledge_genes import (
    BUILDS,
    FOLDER,
    gene_tables,
    load,
)
from meddx_desktop.core.assessment.treatment.vcf_header import LENGTHS
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.words.genes import PHENOTYPES

CALLED = [table for table in gene_tables().values() if table.places]


def test_the_genes_that_are_read_and_those_that_are_typed_only():
    assert {one.gene for one in CALLED} == {
        *("CYP2C19", "CYP2C9", "DPYD", "G6PD", "NUDT15", "SLCO1B1", "TPMT", "VKORC1")
    }
    assert set(gene_tables()) - {one.gene for one in CALLED} == {"CYP2D6"}


def test_each_place_lies_in_its_chromosome_and_is_used_by_an_allele():
    for table in CALLED:
        used = set().union(*(one.places for one in table.alleles.values()))
        for place in table.places:
            assert place.name in used
            assert place.normal != place.variant
            for build in BUILDS:
                assert 0 < place.at[build] <= LENGTHS[build][place.chromosome]
                assert place.ref[build] in (place.normal, place.variant)


def test_no_two_alleles_are_made_of_the_same_places():
    for table in CALLED:
        made = [one.places for one in table.alleles.values() if not one.is_structural]
        assert len(set(made)) == len(made) and made.count(frozenset()) == 1
        assert table.alleles[table.reference].places == frozenset()


def test_pairs_of_cyp2c9_are_what_cpics_activity_scores_give():
    """Two tables from two makers: below 1 poor, below 2 intermediate."""
    table = gene_tables()["CYP2C9"]
    seen = 0
    for first, second in table.phenotypes:
        values = [table.alleles[name].activity for name in (first, second)]
        if None in values:
            assert table.phenotype(first, second) == ""
            continue
        word = "Poor" if sum(values) < 1 else "Intermediate" if sum(values) < 2 else "Normal"
        assert table.phenotype(first, second) == f"{word} Metabolizer"
        seen += 1
    assert seen == 120


def test_every_phenotype_has_words():
    for table in gene_tables().values():
        assert phenotypes_of(table) <= set(PHENOTYPES)


def test_an_allele_without_a_checked_phenotype_is_no_normal_one():
    table = gene_tables()["CYP2C19"]
    assert table.phenotype("*1", "*9") == "" and table.is_altered("*9")
    assert not table.is_altered("*1") and not table.is_altered("*11")
    assert table.is_altered("*17") and table.is_altered("rs4244285")


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("B (reference)", None, "G6PD Normal"),
        ("Mahidol", None, "G6PD Deficient"),
        ("Mahidol", "B (reference)", "G6PD Variable"),
        ("Mahidol", "Chatham", "G6PD Deficient"),
        ("Tomah", "Tomah", "G6PD Deficient with CNSHA"),
        ("Tomah", "Mahidol", "G6PD Deficient"),
    ],
)
def test_classes_of_g6pd(first, second, word):
    assert gene_tables()["G6PD"].phenotype(first, second) == word


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        ("places.tsv", ("94781859", "somewhere"), "knowledge_invalid"),
        ("alleles.tsv", ("rs4244285", "rs0"), "knowledge_invalid"),
        ("alleles.tsv", ("\t0.5\t", "\thalf\t"), "knowledge_invalid"),
        ("alleles.tsv", ("made_of", "made"), "knowledge_invalid"),
        ("diplotypes.tsv", None, "knowledge_unreadable"),
    ],
)
def test_a_broken_table_is_refused_by_its_name(tmp_path, file, change, code):
    folder = tmp_path / "genes"
    shutil.copytree(FOLDER, folder)
    path = folder / file
    if change is None:
        path.unlink()
    else:
        path.write_text(path.read_text("utf-8").replace(*change, 1), "utf-8")
    with pytest.raises(KnowledgeRejected) as caught:
        load(folder)
    assert (caught.value.code, caught.value.parameters["file"]) == (code, file)
