"""VOI functions against the formulas of PS3.3 C.11.2.1.2 and C.11.2.1.3, written out by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.imaging.voi import LINEAR, LINEAR_EXACT, SIGMOID, VoiLut, Window


def linear(x: float, c: float, w: float) -> float:
    if x <= c - 0.5 - (w - 1) / 2:
        return 0.0
    if x > c - 0.5 + (w - 1) / 2:
        return 255.0
    return ((x - (c - 0.5)) / (w - 1) + 0.5) * 255.0


def linear_exact(x: float, c: float, w: float) -> float:
    if x <= c - w / 2:
        return 0.0
    if x > c + w / 2:
        return 255.0
    return ((x - c) / w + 0.5) * 255.0


def sigmoid(x: float, c: float, w: float) -> float:
    exponent = -4 * (x - c) / w
    return 0.0 if exponent > 700 else 255.0 / (1 + math.exp(exponent))


FORMULAS = {LINEAR: linear, LINEAR_EXACT: linear_exact, SIGMOID: sigmoid}


@pytest.mark.parametrize("function", FORMULAS)
@pytest.mark.parametrize(("center", "width"), [(2048, 4096), (2047.5, 1), (0, 2), (-600, 1500)])
def test_against_the_formula(function, center, width):
    values = np.arange(-3000.0, 6000.0, 0.5)
    expected = [FORMULAS[function](x, center, width) for x in values]
    np.testing.assert_allclose(Window(center, width, function).apply(values), expected, atol=1e-9)


@given(
    st.sampled_from(list(FORMULAS)),
    st.floats(-1e5, 1e5),
    st.floats(1, 1e5),
    st.floats(-2e5, 2e5),
)
def test_any_window_stays_in_range_and_rises(function, center, width, value):
    shown = Window(center, width, function).apply(np.array([value, value + 1]))
    assert 0 <= shown[0] <= shown[1] <= 255


@pytest.mark.parametrize(
    ("function", "width", "valid"),
    [(LINEAR, 1, True), (LINEAR, 0.5, False), (LINEAR_EXACT, 0.5, True), (SIGMOID, 0, False)],
)
def test_widths_that_the_standard_allows(function, width, valid):
    assert Window(0, width, function).is_valid is valid


def test_voi_lut_holds_its_ends():
    table = VoiLut(100, 12, np.array([0, 2047, 4095], np.uint16))
    shown = table.apply(np.array([-5.0, 100, 101, 102, 4000]))
    np.testing.assert_allclose(shown, [0, 0, 2047 * 255 / 4095, 255, 255])
