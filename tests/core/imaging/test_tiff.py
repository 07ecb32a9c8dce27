"""Tags of TIFF files and EXIF blocks."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.imaging import tiff
from tests.data import films


@pytest.mark.parametrize("order", ["<", ">"])
def test_directory_in_both_byte_orders(order):
    magic = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(f"{order}HHIHH", 274, 3, 1, 6, 0) + struct.pack(
        f"{order}HHII", 256, 4, 1, 70_000
    )
    data = magic + struct.pack(f"{order}IH", 8, 2) + entries + struct.pack(f"{order}I", 8)
    assert tiff.orientation(data) == 6
    assert tiff.first_directory(data)[tiff.COLUMNS] == 70_000
    assert tiff.first_directory(data)[tiff.MORE_PAGES] == 1


def test_a_file_as_it_is_written():
    tags = tiff.first_directory(films.tiff(films.phantom()))
    assert (tags[tiff.ROWS], tags[tiff.COLUMNS], tags[tiff.MORE_PAGES]) == (64, 48, 0)


@given(st.binary(max_size=120))
def test_any_bytes(data):
    for head in (b"", b"II*\0", b"MM\0*"):
        assert 1 <= tiff.orientation(head + data) <= 8


@pytest.mark.parametrize(("stated", "used"), [(0, 1), (1, 1), (8, 8), (9, 1), (65535, 1)])
def test_orientation_out_of_range_is_upright(stated, used):
    data = b"II*\0" + struct.pack("<IHHHIHH", 8, 1, 274, 3, 1, stated, 0) + b"\0" * 4
    assert tiff.orientation(data) == used
