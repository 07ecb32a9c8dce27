"""Protects: what is not in the table stays only where it looks like what its kind is for."""

import struct

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
        ("CS", b"PORTRAIT ", True),
        ("CS", b"LI NA", False),
        ("CS", b"BORN 1935", False),
        ("CS", b"MRN 54321", False),
        ("CS", b"lower", False),
        ("CS", b"ZHANGSANFENG", False),
        ("CS", b"ID_123456", False),
        ("CS", b"DERIVED\\PRIMARY", True),
        ("CS", b"HOUSE\\PRIMARY", False),
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


def test_what_follows_the_terms_of_the_standard_goes():
    assert _kept("CS", b"DERIVED\\PRIMARY\\\\WU HAO") == ("CS", ["DERIVED", "PRIMARY", ""])


BORN = Identity(("Li^Na",), ("P-7654321", "19350517", "54321"))


@pytest.mark.parametrize(
    ("vr", "value"),
    [
        ("IS", b"7654321"),
        ("DS", b"7654321"),
        ("IS", b"17051935"),
        ("IS", b"05171935"),
        ("IS", b"350517"),
        ("DS", b"35.0517"),
        ("DS", b"1.9350517e7"),
        ("IS", b"54321"),
        ("UL", struct.pack("<I", 7654321)),
        ("UL", struct.pack("<I", 19350517)),
        ("FD", struct.pack("<d", 19350517)),
        ("FL", struct.pack("<f", 19350517)),
    ],
)
def test_numbers_of_the_person_go_however_they_are_written(vr, value):
    tag = tag_for_keyword("ExposureInuAs")
    assert kept(tag, vr, Raw(value, "", little=True), BORN) is None


@pytest.mark.parametrize(("vr", "value"), [("IS", b"1935"), ("DS", b"0.14"), ("IS", b"154321")])
def test_sizes_and_exposures_stay_beside_them(vr, value):
    assert kept(0x00181111, vr, Raw(value, "", little=True), BORN) is not None


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
    spelt = ("zhang san feng", "gnefnasgnahz", "12345 Elm", "1968 0312")
    for text in ("Zhangsanfeng", "tel 13812345678", "张三", "a\nb", *spelt):
        assert text_kept(maker, text, LI) is None
    assert text_kept(tag_for_keyword("PatientComments"), "ACME", LI) is None


def test_uids():
    assert tame_uid("1.2.3", LI) and not tame_uid("1.2.19680312", LI)
    born = Identity(("Li^Na",), ("HN 765-43-21",))
    assert not tame_uid("1.2.7654321.1", born) and not tame_uid("1.2.20240302101112.5", born)
    assert tame_uid("2.25.120240302101112", born)
    assert not tame_uid("1..2", LI) and not tame_uid("Zhang", LI) and not tame_uid("1" * 65, LI)
