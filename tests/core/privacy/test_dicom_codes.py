"""Protects: no hospital's own code and no free meaning passes for a code of the standard."""

import pytest
from pydicom.dataset import Dataset

from meddx_desktop.core.privacy.dicom_codes import clean_code, is_coded


def _code(value, scheme, meaning="Zhang San"):
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    item.PatientComments = "Zhang San"
    return item


@pytest.mark.parametrize(("value", "scheme"), [("110500", "DCM"), ("R-10206", "SNM3")])
def test_known_codes_stay_in_their_own_words(value, scheme):
    new = clean_code(_code(value, scheme))
    assert new is not None and (new.CodeValue, new.CodingSchemeDesignator) == (value, scheme)
    assert "Zhang" not in str(new) and len(new) == 3


@pytest.mark.parametrize(("value", "scheme"), [("ZS", "99X"), ("ZS", "DCM"), ("", ""), ("", "SRT")])
def test_others_go(value, scheme):
    assert clean_code(_code(value, scheme)) is None


def test_what_is_coded():
    assert is_coded(_code("1", "DCM")) and not is_coded(Dataset())
