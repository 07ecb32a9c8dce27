"""Palette colour, plain and segmented."""

import numpy as np
import pytest

from meddx_desktop.core.imaging.palette import _expand
from tests.data import films

INDICES = np.arange(240, dtype=np.uint8).reshape(12, 20)
COLOURS = ("Red", "Green", "Blue")


def palette(tables: list[np.ndarray], *, first: int = 0, bits: int = 16) -> bytes:
    raw = {}
    for colour, table in zip(COLOURS, tables, strict=True):
        descriptor = np.array([len(table), first, bits], "<u2").tobytes()
        raw[f"{colour}PaletteColorLookupTableDescriptor"] = ("US", descriptor)
        raw[f"{colour}PaletteColorLookupTableData"] = ("OW", table.tobytes())
    return films.film(INDICES, bits=8, PhotometricInterpretation="PALETTE COLOR", raw=raw)


def test_sixteen_bit_tables(opened):
    ramp = (np.arange(256) * 257).astype("<u2")
    frame = opened(palette([ramp, ramp[::-1].copy(), ramp])).frame()
    assert frame.is_color
    np.testing.assert_array_equal(frame.stored, np.dstack([INDICES, 255 - INDICES, INDICES]))


def test_eight_bit_tables(opened):
    ramp = np.arange(256, dtype=np.uint8)
    frame = opened(palette([ramp, ramp, ramp], bits=8)).frame()
    np.testing.assert_array_equal(frame.stored, np.dstack([INDICES] * 3))


def test_indices_outside_take_the_ends(opened):
    table = np.array([10, 20, 30], np.uint8)
    table = np.concatenate([table, table[-1:]])
    stored = opened(palette([table] * 3, first=100, bits=8)).frame().stored[..., 0]
    assert stored.ravel()[[0, 100, 101, 239]].tolist() == [10, 10, 20, 30]


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ([0, 3, 7, 8, 9], [7, 8, 9]),
        ([0, 1, 0, 1, 4, 8], [0, 2, 4, 6, 8]),
        ([0, 2, 5, 6, 2, 1, 0, 0], [5, 6, 5, 6]),
        ([1, 4, 8], []),  # a line needs a value to begin at
        ([2, 1, 0, 0], []),  # a segment that points at itself
        ([9, 9, 9], []),
    ],
)
def test_segments(words, levels):
    assert _expand(words, 100)[:50] == levels


def test_segmented_table(opened):
    words = np.array([0, 1, 0, 1, 255, 255 * 257], "<u2")
    raw = {}
    for colour in COLOURS:
        descriptor = np.array([256, 0, 16], "<u2").tobytes()
        raw[f"{colour}PaletteColorLookupTableDescriptor"] = ("US", descriptor)
        raw[f"Segmented{colour}PaletteColorLookupTableData"] = ("OW", words.tobytes())
    data = films.film(INDICES, bits=8, PhotometricInterpretation="PALETTE COLOR", raw=raw)
    np.testing.assert_array_equal(opened(data).frame().stored, np.dstack([INDICES] * 3))
