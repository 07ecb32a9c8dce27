"""Protects: bytes and numbers of an attribute are read in the file's own order, damage is none."""

from pydicom.dataset import Dataset

from meddx_desktop.core.imaging.dataset import parse
from meddx_desktop.core.privacy.dicom_raw import Raw, ascii_values, items, numbers, raw
from tests.data import films


def test_raw_bytes_with_their_order():
    for syntax, little in ((films.EXPLICIT, True), (films.BIG_ENDIAN, False)):
        header = parse(films.film(syntax=syntax)).dataset
        found = raw(header, 0x00280010)
        assert found is not None and found.little is little
        assert numbers(found, "US") == [64]


def test_numbers():
    assert numbers(Raw(b"\x01\0\x02\0", "AT", little=True), "AT") == [0x00010002]
    assert numbers(Raw(b"\xff\xff", "SS", little=True), "SS") == [-1]
    assert numbers(Raw(b"\xff", "US", little=True), "US") is None
    assert numbers(Raw(b"\x01\0", "AT", little=True), "AT") is None


def test_ascii_values():
    assert ascii_values(b"A \\B\0") == ["A", "B"]
    assert ascii_values("张".encode()) is None


def test_what_is_no_sequence_has_no_items():
    header = Dataset()
    header.PatientID = "1"
    assert items(header, 0x00100020) == [] and items(header, 0x00081140) == []
