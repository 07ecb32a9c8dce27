"""Protects: genes on paper say where they came from, never "normal" of what nobody looked at."""

from dataclasses import replace
from datetime import date

import pytest

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.genes import Genotyped
from meddx_desktop.core.domain.treatment_record import Severity
from meddx_desktop.core.reports import clinical, referral, slip
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")
DOUBT = Reason("gene_not_covered", {"gene": "TPMT", "count": 3})


def said(report, words=EN, of=clinical):
    return made.words_of(of.compose(report, words))


def test_a_typed_gene_stands_with_who_typed_it_and_what_it_says_of_a_drug():
    text = said(made.report(genes=(made.gene(),)))
    assert "Gene: CYP2C19; Alleles: *2/*2; Phenotype: Poor metaboliser" in text
    assert "typed from a report, Dr Lin, " in text
    assert "Avoid: Clopidogrel. Does not work well enough. [1]" in text
    assert "[1] CPIC clopidogrel 2022; Table 2; opened 2026-11-22" in text


def test_drugs_of_which_the_same_is_said_stand_together():
    part = made.gene()
    other = replace(part.advice[0], drug={"en": "Voriconazole"})
    text = said(made.report(genes=(replace(part, advice=(*part.advice, other)),)))
    assert "Avoid: Clopidogrel, Voriconazole. Does not" in text
    assert text.count("Does not work well enough.") == 1


def test_types_of_hla_are_a_list_without_a_phenotype():
    part = made.gene("HLA-B", ("*15:02 negative", "*57:01 positive"), "")
    text = said(made.report(genes=(replace(part, has_phenotype=False),)))
    assert "Alleles: *15:02 negative, *57:01 positive; Phenotype: –" in text


def test_of_a_file_build_and_name_stand_beside():
    part = made.gene(origin=Genotyped.VCF, build="GRCh38", sample="NA12878")
    text = said(made.report(genes=(part,)))
    assert "from a VCF file GRCh38, the file calls the person NA12878, Dr Lin" in text


def test_what_is_not_covered_is_unknown_and_says_so():
    part = made.gene("TPMT", (), "", doubts=(DOUBT,), not_covered=("rs1", "rs2", "rs3"))
    text = said(made.report(genes=(replace(part, advice=()),), genes_unknown=("DPYD", "HLA-B")))
    assert "Alleles: –; Phenotype: Phenotype not known" in text
    assert "so they are unknown, not normal." in text
    assert "that is not “suited”" in text
    assert "Nothing is known of: DPYD, HLA-B." in text
    assert "unknown, never normal" in text


def test_without_a_gene_there_is_no_section():
    assert "Genes and drugs" not in said(made.report())


def test_a_source_that_was_not_opened_says_so():
    part = made.gene()
    unread = replace(part.advice[0], source=replace(part.advice[0].source, opened=None))
    text = said(made.report(genes=(replace(part, advice=(unread,)),)))
    assert "not opened, unverified" in text and "opened 20" not in text


@pytest.mark.parametrize("of", [clinical, referral], ids=["report", "letter"])
def test_tables_that_cannot_be_read_are_not_silence(of):
    text = said(made.report(genes=(replace(made.gene(), advice=None),)), of=of)
    assert "Poor metaboliser" in text
    assert "can't be read, so no drug was looked at" in text and "No rule speaks" not in text


@pytest.mark.parametrize(
    ("severity", "doubts", "stands"),
    [
        (Severity.AVOID, (), True),
        (Severity.CAUTION, (), True),
        (Severity.SUITED, (), False),
        (Severity.SUITED, (DOUBT,), True),
    ],
)
def test_a_letter_names_what_the_next_doctor_must_know(severity, doubts, stands):
    part = made.gene(doubts=doubts)
    part = replace(part, advice=(replace(part.advice[0], severity=severity),))
    text = said(made.report(genes=(part,)), of=referral)
    assert ("Clopidogrel" in text) is stands


def test_a_slip_names_no_gene():
    text = said(made.signed(genes=(made.gene(),)), of=slip)
    assert "CYP2C19" not in text and "Clopidogrel" not in text


def test_in_chinese_no_english_is_left():
    text = said(made.report(genes=(made.gene(),)), ZH)
    assert "氯吡格雷" in text
    for word in ("Gene", "Phenotype", "typed", "unknown", "Avoid", "metaboli"):
        assert word not in text
    assert date(2026, 11, 22).isoformat() in text
