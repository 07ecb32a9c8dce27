"""Protects: what is said of genes stands in the reader's language, phenotypes in it too."""

import re

import pytest

from meddx_desktop.words import label, sentence, translator
from meddx_desktop.words.genes import GENE_ERRORS, GENE_REASONS, PHENOTYPES

FIELD = re.compile(r"\{\w+\}")
CHINESE = translator("zh_CN")


@pytest.mark.parametrize(
    "text", [*GENE_ERRORS.values(), *GENE_REASONS.values(), *PHENOTYPES.values()]
)
def test_everything_is_translated_with_the_same_fields(text):
    translated = CHINESE(text)
    assert translated != text
    assert set(FIELD.findall(text)) == set(FIELD.findall(translated))


def test_phenotypes_in_a_sentence_are_words():
    said = sentence("gene_differs", {"gene": "TPMT", "earlier": "Poor Metabolizer"}, CHINESE)
    assert "慢代谢型" in said and "Metabolizer" not in said
    assert label("phenotype.Poor Metabolizer") == "Poor metaboliser"
    assert label("phenotype.gene_phenotype_open", CHINESE) == "表型未知"


def test_a_missing_place_is_called_unknown_and_not_normal():
    said = sentence("gene_not_covered", {"gene": "TPMT", "count": 3})
    assert "unknown, not normal" in said and "3" in said
