"""Protects: what is not in the table stays only where it looks like what its kind is for."""

import pytest
from pydicom.datadict import tag_for_keyword

from meddx_desktop.core.privacy.dicom_known import Identity
from meddx_desktop.core.privacy.dicom_raw import Raw
from meddx_desktop.core.privacy.dicom_values import kept, tame_uid, text_kept

LI = Identity(("Zhangsanfeng",), ("19680312",))


def _kept(vr, value, *, claimed="", signed=False, tag=0x00181111):
    return kept(tag, vr, Raw(value, claimed, little=True), LI, signed=signed)


@pytest.mark.parametrize(
    ("vr", "value", "stays"),
    [
        ("CS", b"PORTRAIT_1 ", True),
        ("CS", b"lower", False),
        ("CS", b"ZHANGSANFENG", False),
        ("CS", b"ID_123456", False),
        ("CS", b"ONE\\TWO", True),
        ("CS", b"SEVENTEEN_LETTERS", False),
        ("DS", b"0.14\\0.14", True),
        ("DS", b"ZHANG", False),
        ("DS", b"19680312", False),
        ("DS", b"1e400000000000000000", False),
        ("IS", b"12", True),
        ("IS", b"1.5", False),
        ("US", b"\1\0", True),
        ("US", b"\1", False),
        ("FD", b"Zhangsanfeng\0\0\0\0", False),
        ("OB", b"anything", False),
        ("UN", b"anything", False),
        ("PN", b"anything", False),
    ],
)
def test_kinds(vr, value, stays):
    assert (_kept(vr, value) is not None) == stays


def test_the_kind_that_a_file_claims_decides_only_where_it_is_open():
    assert _kept("US", b"\1\0", claimed="LO") is None
    assert _kept("US", b"\1\0", claimed="UN") == ("US", 1)
    assert _kept("US or SS", b"\xff\xff", claimed="SS") == ("SS", -1)
    assert _kept("US or SS", b"\xff\xff", signed=True) == ("SS", -1)
    assert _kept("US or SS", b"\xff\xff") == ("US", 65535)
    assert _kept("OB or OW", b"\xff\xff", claimed="OW") is None


def test_tables_for_looking_up_stay_unless_too_long():
    tag = tag_for_keyword("LUTData")
    assert _kept("US or OW", b"\1\0\2\0", tag=tag) == ("OW", b"\1\0\2\0")
    assert _kept("US or OW", b"\0\0" * 140000, tag=tag) is None


def test_text_stays_in_named_places_and_not_when_it_tells():
    maker = tag_for_keyword("Manufacturer")
    assert text_kept(maker, "ACME", LI) == "ACME"
    for text in ("Zhangsanfeng", "tel 13812345678", "张三", "a\nb"):
        assert text_kept(maker, text, LI) is None
    assert text_kept(tag_for_keyword("PatientComments"), "ACME", LI) is None


def test_uids():
    assert tame_uid("1.2.3", LI) and not tame_uid("1.2.19680312", LI)
    assert not tame_uid("1..2", LI) and not tame_uid("Zhang", LI) and not tame_uid("1" * 65, LI)
