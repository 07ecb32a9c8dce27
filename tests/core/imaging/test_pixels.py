"""The pipeline from stored values to display levels."""

import numpy as np
import pytest

from meddx_desktop.core.imaging.pixels import (
    Frame,
    ModalityLut,
    VoiLut,
    Window,
    default_voi,
    full_range,
    lut,
    to_display8,
    to_rgb,
)
from meddx_desktop.core.imaging.voi import LINEAR_EXACT
from tests.data import films


def codes(frame: Frame) -> list[str]:
    return [note.code for note in frame.notes]


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16, np.int32, np.uint32])
def test_table_equals_the_window_value_by_value(dtype):
    values = np.arange(200, dtype=dtype).reshape(10, 20)
    if np.dtype(dtype).kind == "i":
        values = values - np.asarray(90, dtype)
    frame = Frame(values, slope=2.0, intercept=-50.0)
    window = Window(60, 220)
    expected = np.floor(window.apply(values * 2.0 - 50.0) + 0.5).astype(np.uint8)
    np.testing.assert_array_equal(to_display8(frame, window), expected)
    levels = lut(frame, window)
    np.testing.assert_array_equal(levels[values.astype(int) - int(values.min())], expected)


def test_wide_and_float_values_are_within_one_level():
    rng = np.random.default_rng(0)
    for values in (
        rng.normal(0, 1e5, (40, 50)),
        rng.normal(0, 1e-3, (40, 50)).astype(np.float32),
        rng.integers(-(2**31), 2**31 - 1, (40, 50), dtype=np.int32),
    ):
        frame = Frame(values)
        window = full_range(frame)
        expected = window.apply(values.astype(float))
        assert np.abs(to_display8(frame, window).astype(float) - expected).max() <= 1


def test_not_a_number_is_no_crash():
    values = np.full((8, 8), np.nan, np.float32)
    assert to_display8(Frame(values)).shape == (8, 8)
    values[0] = [1, 2, 3, 4, 5, np.inf, -np.inf, np.nan]
    shown = to_display8(Frame(values), Window(3, 4, LINEAR_EXACT))
    assert shown[0, 4] == 255
    assert shown[0, 0] == 0
    assert shown[0, 7] == 0


def test_inverse_and_padding():
    values = np.array([[0, 1, 50, 99, 100]], np.uint16)
    frame = Frame(values, inverse=True, padding=(0.0, 1.0))
    shown = to_display8(frame, Window(50, 100, LINEAR_EXACT))
    assert shown.tolist() == [[0, 0, 128, 3, 0]]


def test_modality_lut_goes_before_the_window():
    frame = Frame(
        np.array([[0, 1, 2, 3]], np.uint8),
        modality_lut=ModalityLut(1, np.array([0, 500, 1000], np.uint16)),
    )
    shown = to_display8(frame, Window(500, 1000, LINEAR_EXACT))
    assert shown.tolist() == [[0, 0, 128, 255]]
    assert full_range(frame).width == 1000


def test_default_is_the_voi_lut_then_the_first_window():
    values = films.phantom(100, 80)
    table = VoiLut(0, 8, np.linspace(0, 255, 4096).astype(np.uint16))
    window = Window(2048, 4096)
    assert default_voi(Frame(values, windows=(window,), voi_luts=(table,))) is table
    frame = Frame(values, windows=(window, Window(100, 50)))
    assert default_voi(frame) is window
    assert codes(frame) == []


@pytest.mark.parametrize("bad", [Window(40_000, 100), Window(-500, 100), Window(2048, 9e6)])
def test_window_that_blanks_the_film_is_replaced_and_noted(bad):
    frame = Frame(films.phantom(100, 80), windows=(bad,))
    assert default_voi(frame) != bad
    shown = to_display8(frame)
    assert np.percentile(shown, 95) - np.percentile(shown, 5) > 100
    assert codes(frame) == ["window_ignored"]


def test_second_window_is_taken_when_the_first_blanks():
    good = Window(2048, 4096)
    frame = Frame(films.phantom(100, 80), windows=(Window(50_000, 1), good))
    assert default_voi(frame) is good
    assert codes(frame) == ["window_ignored"]


def test_range_ignores_padding_and_collimated_border():
    values = films.phantom(200, 160).astype(np.uint16) // 4 + 1000
    values[:40] = 0  # collimator
    values[:, :30] = 65535  # outside the detector
    frame = Frame(values, padding=(65535.0, 65535.0))
    window = default_voi(frame)
    picture = values[40:, 30:]
    low, high = np.percentile(picture, (0.5, 99.5))
    assert window.center - window.width / 2 == pytest.approx(low, abs=40)
    assert window.center + window.width / 2 == pytest.approx(high, abs=40)
    assert to_display8(frame)[100, 10] == 0


def test_constant_film_is_shown_without_a_note():
    frame = Frame(np.full((20, 20), 7, np.uint16), windows=(Window(7, 10),))
    assert codes(frame) == []
    assert to_display8(frame).std() == 0


def test_eight_bit_pictures_are_shown_as_they_are():
    values = films.phantom(50, 40, bits=8) // 2
    np.testing.assert_array_equal(to_display8(Frame(values, identity=True)), values)


def test_binary_picture():
    values = (films.phantom(50, 40) > 2000).astype(np.uint8)
    assert set(np.unique(to_display8(Frame(values, windows=(Window(0.5, 1),))))) == {0, 255}


def test_colour_becomes_luminance_and_stays_colour_for_the_viewer():
    values = films.colour()
    frame = Frame(values)
    assert frame.is_color
    weights = values @ np.array([0.299, 0.587, 0.114])
    assert np.abs(to_display8(frame) - weights).max() <= 1
    np.testing.assert_array_equal(to_rgb(frame), values)
    grey = Frame(films.phantom())
    assert to_rgb(grey).shape == (64, 48, 3)


def test_reading_never_writes_to_the_stored_values():
    values = films.phantom()
    values.setflags(write=False)
    frame = Frame(values, windows=(Window(2048, 4096),), padding=(0.0, 0.0))
    to_display8(frame)
    default_voi(frame)
    full_range(frame)
