"""Single values, however they are written."""

import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from meddx_desktop.core.imaging import attributes


def holding(tag: int, vr: str | None, value: bytes, *, little: bool = True) -> Dataset:
    dataset = Dataset()
    key = Tag(tag)
    dataset._dict[key] = RawDataElement(key, vr, len(value), value, 0, vr is None, little, True)
    return dataset


ROWS, CENTER, FRAMES, BORN = 0x00280010, 0x00281050, 0x00280008, 0x00100030


@pytest.mark.parametrize(
    ("vr", "value", "little", "expected"),
    [
        ("US", b"\x01\x02", True, [0x201]),
        ("US", b"\x01\x02", False, [0x102]),
        (None, b"\x01\x02", True, [0x201]),
        ("UL", b"\x01\x02\x00\x00", True, [0x201]),
        ("SS", b"\xff\xff", True, [-1]),
        ("IS", b"512 ", True, [512]),
        ("US", b"\x01", True, []),
        ("US", b"", True, []),
    ],
)
def test_integers(vr, value, little, expected):
    assert attributes.integers(holding(ROWS, vr, value, little=little), "Rows") == expected


def test_signed_as_asked():
    dataset = holding(0x00280120, "US", b"\xfe\xff")
    assert attributes.integer(dataset, "PixelPaddingValue") == 0xFFFE
    assert attributes.integer(dataset, "PixelPaddingValue", signed=True) == -2


@pytest.mark.parametrize("vr", [None, "IS", "UN", "??"])
def test_frame_count_is_text_whatever_the_vr(vr):
    assert attributes.integer(holding(FRAMES, vr, b"15"), "NumberOfFrames") == 15


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"1\\2", [1, 2]),
        (b" 1.5e3 ", [1500]),
        (b"1,5", [1.5]),
        (b"x\\2", [None, 2]),
        (b"nan\\inf\\1e99", [None, None, None]),
        (b"", []),
        (b"\\\\", []),
    ],
)
def test_numbers(value, expected):
    assert attributes.numbers(holding(CENTER, "DS", value), "WindowCenter") == expected


def test_absent_attributes():
    empty = Dataset()
    assert attributes.raw(empty, "Rows") == b""
    assert attributes.text(empty, "Modality") == ""
    assert attributes.number(empty, "WindowCenter") is None
    assert attributes.integer(empty, "Rows") is None
    assert attributes.sequence(empty, "VOILUTSequence") == []
    assert attributes.day(empty, "StudyDate") is None


@pytest.mark.parametrize("value", [b"nonsense", b"\xfe\xff\x00\xe0\xff\xff", b"\0" * 7])
def test_sequence_that_is_none(value):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        items = attributes.sequence(holding(0x00283010, "SQ", value), "VOILUTSequence")
    assert all(len(item) == 0 or item.top() for item in items)


@given(
    st.binary(max_size=40), st.sampled_from(["US", "IS", "DS", "UL", "UN", "DA", "OW", None, "Z\0"])
)
def test_any_bytes_are_a_value_or_none(value, vr):
    for tag, keyword in ((ROWS, "Rows"), (CENTER, "WindowCenter"), (BORN, "PatientBirthDate")):
        dataset = holding(tag, vr, value)
        assert all(isinstance(n, int) for n in attributes.integers(dataset, keyword))
        assert all(n is None or abs(n) < 1e30 for n in attributes.numbers(dataset, keyword))
        day = attributes.day(dataset, keyword)
        assert day is None or isinstance(day, date)
