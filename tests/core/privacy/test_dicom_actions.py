"""Protects: the table of PS3.15 is read whole and says what the standard says."""

import pytest
from pydicom.datadict import tag_for_keyword

from meddx_desktop.core.privacy.dicom_actions import ActionCode, _table, action


@pytest.mark.parametrize(
    ("keyword", "wanted"),
    [
        ("PatientName", ActionCode.EMPTY),
        ("PatientAddress", ActionCode.REMOVE),
        ("SOPInstanceUID", ActionCode.UID),
        ("PatientBirthDate", ActionCode.EMPTY),
        ("OtherPatientIDs", ActionCode.REMOVE),
        ("InstitutionName", ActionCode.DUMMY),
        ("Rows", ActionCode.UNLISTED),
    ],
)
def test_single_attributes(keyword, wanted):
    assert action(tag_for_keyword(keyword)) is wanted


def test_the_table_is_whole():
    counted = {code: list(_table().values()).count(code) for code in ActionCode}
    assert len(_table()) == 652
    assert counted[ActionCode.REMOVE] == 412 and counted[ActionCode.UID] == 57
