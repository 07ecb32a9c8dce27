"""Protects: a code string that may stay is a term of the standard and no room for a name."""

from meddx_desktop.core.privacy.dicom_terms import TERMS, is_term


def test_terms_are_code_strings():
    assert len(TERMS) > 200 and "" in TERMS
    assert all(len(one) <= 16 and one == one.strip().upper() and one.isascii() for one in TERMS)


def test_what_is_no_term():
    for text in ("LI NA", "WU HAO", "MA_YUN", "BORN 1935", "AGE 93", "HOSPITAL 3", "CHEST LI"):
        assert not is_term(text)
    assert is_term("FOR PRESENTATION") and is_term(" PA ")
