"""Protects: a written film holds its pixels bit for bit and not a byte beside them."""

import io

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.privacy.dicom_write import Layout, film_parts
from tests.data import films


def _header(**values):
    header = Dataset()
    header.SOPClassUID, header.SOPInstanceUID = films.DX, "2.25.1"
    for keyword, value in values.items():
        setattr(header, keyword, value)
    return header


def _layout(**values):
    given = {
        "rows": 3,
        "columns": 5,
        "frames": 1,
        "samples": 1,
        "photometric": "MONOCHROME2",
        "allocated": 16,
        "stored": 12,
        "signed": False,
    }
    return Layout(**{**given, **values})


def _written(layout, frames, **values):
    data = b"".join(film_parts(_header(**values), layout, frames))
    return data, pydicom.dcmread(io.BytesIO(data))


@pytest.mark.parametrize(
    ("layout", "dtype"),
    [
        ({}, np.uint16),
        ({"signed": True, "stored": 16}, np.int16),
        ({"allocated": 8, "stored": 8}, np.uint8),
        ({"allocated": 32, "stored": 32}, np.uint32),
        ({"frames": 3}, np.uint16),
        ({"samples": 3, "photometric": "RGB", "allocated": 8, "stored": 8}, np.uint8),
    ],
)
def test_pixels_come_back_as_they_were(layout, dtype):
    made = _layout(**layout)
    shape = (made.rows, made.columns) + ((3,) if made.samples == 3 else ())
    frames = [
        (np.arange(np.prod(shape)).reshape(shape) - (20 if made.signed else 0) + n).astype(dtype)
        for n in range(made.frames)
    ]
    _, read = _written(made, frames, PlanarConfiguration=1)
    wanted = np.stack(frames) if made.frames > 1 else frames[0]
    assert np.array_equal(read.pixel_array, wanted)
    assert read.HighBit == read.BitsStored - 1
    assert ("PlanarConfiguration" in read) == (made.samples == 3)


def test_single_bits_follow_each_other_over_frames():
    frames = [np.eye(3, 5, dtype=np.uint8), np.ones((3, 5), np.uint8)]
    made = _layout(frames=2, allocated=1, stored=1)
    _, read = _written(made, frames)
    assert np.array_equal(read.pixel_array, np.stack(frames))


def test_floating_pixels_stay_floating():
    frame = np.linspace(-1, 1, 15).reshape(3, 5).astype(np.float32)
    _, read = _written(_layout(allocated=32, stored=32, kind="f4"), [frame], BitsStored=12)
    assert np.array_equal(read.pixel_array, frame)
    assert "PixelData" not in read and "BitsStored" not in read


def test_bits_above_those_stored_are_cleared():
    frame = np.full((3, 5), 0xF00F, np.uint16)
    _, read = _written(_layout(), [frame])
    assert (np.frombuffer(read.PixelData[:30], "<u2") == 0x00F).all()


def test_an_odd_length_is_filled_with_one_zero_and_the_file_ends_there():
    data, read = _written(_layout(allocated=8, stored=8), [np.full((3, 5), 7, np.uint8)])
    assert data.endswith(b"\x07" * 15 + b"\0") and len(read.PixelData) == 16
    assert data[:128] == b"\0" * 128
    assert read.file_meta.TransferSyntaxUID == films.EXPLICIT


def test_more_than_dicom_can_state_is_refused():
    layout = _layout(rows=16000, columns=16000, frames=10)
    with pytest.raises(InvalidEntry, match="film_too_large_to_write"):
        next(film_parts(_header(), layout, []))
