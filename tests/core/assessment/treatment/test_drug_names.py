"""Protects: a drug is known by every name of the table, and a product by its ingredients."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment.drug_names import drug_names, fold_name, load
from meddx_desktop.core.errors import KnowledgeRejected


def _keys(text):
    return [row.key for _, _, row in drug_names().find(fold_name(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Penicillin", "benzylpenicillin"),
        ("青霉素", "benzylpenicillin"),
        ("青霉素V钾", "phenoxymethylpenicillin"),
        ("ｐａｎａｄｏｌ", "paracetamol"),
        ("sulfa", "sulfonamides"),
        ("NSAIDs", "nsaids"),
        ("PTU", "propylthiouracil"),
        ("cephalosporins", "cephalosporins"),
        ("厄贝沙坦氢氯噻嗪片", "irbesartan/hydrochlorothiazide"),
    ],
)
def test_a_name_is_found(text, key):
    assert _keys(text) == [key]


@pytest.mark.parametrize("text", ["aspirins", "unaspirin", "ptu", "", " ", "İ", "ß"])
def test_words_are_not_cut_and_short_forms_count_as_written(text):
    assert _keys(text) == (["acetylsalicylic acid"] if text == "aspirins" else [])


def test_a_product_is_made_of_keys():
    names = drug_names()
    assert names.ingredients_of("weic yinqiao") == (
        "paracetamol",
        "chlorphenamine",
        "ascorbic acid",
    )
    assert names.ingredients_of("ferrous sulfate") == ("ferrous sulfate",)
    assert names.ingredients_of("nobody") == ()
    assert "clavulanic acid" in names.ingredients


@pytest.mark.parametrize("text", ["Vitamin C Yinqiao", "vit C Yin Qiao", "VC Yinqiao"])
def test_a_cold_remedy_in_english_letters_is_not_the_vitamin_alone(text):
    """It holds paracetamol, which a dose beside it has to count."""
    assert _keys(text) == ["weic yinqiao"]


def test_a_class_is_no_drug():
    assert drug_names().by_key["antibiotics"].is_class
    assert drug_names().by_key["antibiotics"].ingredients == ()


@given(st.text(max_size=60))
def test_any_text_is_read_without_falling_over(text):
    folded = fold_name(text)
    places = [(start, end) for start, end, _ in drug_names().find(folded)]
    assert all(0 <= start < end <= len(folded) for start, end in places)
    assert places == sorted(places)


def test_a_broken_table_is_refused_by_its_name(tmp_path):
    path = tmp_path / "drugs.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeRejected) as caught:
        load(path)
    assert (caught.value.code, caught.value.parameters["file"]) == (
        "drug_facts_unreadable",
        "drugs.tsv",
    )
    path.write_text("\tno key\n", "utf-8")
    with pytest.raises(KnowledgeRejected) as caught:
        load(path)
    assert caught.value.code == "drug_facts_invalid"
