"""One spelling for all, and the way back to the offsets of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.notes.folding import fold, fold_term


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Dyspnoea", "dyspnea"),
        ("oesophagitis", "esophagitis"),
        ("Haemoptysis", "hemoptysis"),
        ("paediatric", "pediatric"),
        ("tumour", "tumor"),
        ("Crohn’s disease", "crohn disease"),
        ("Ménière's", "meniere"),
        ("metastases", "metastasis"),
        ("allergies", "allergy"),
        ("abscesses", "abscess"),
        ("diabetes", "diabetes"),
        ("follow-up", "follow up"),
        ("ＣＯＰＤ", "copd"),
        ("维生素 C", "维生素c"),
        ("co\u200bugh", "cough"),
        ("chest\npain", "chest pain"),
        ("chest  pain", "chest pain"),
    ],
)
def test_one_spelling(written, folded):
    assert fold_term(written) == folded


@given(st.text(max_size=200))
def test_the_way_back_stays_in_the_text(text):
    folded = fold(text)
    for start in folded.starts.values():
        assert 0 <= start < len(text)
    for end in folded.ends.values():
        assert 0 < end <= len(text)
