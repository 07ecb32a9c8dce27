"""Protects: the map says where the model looked, on a scale that means the same everywhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.imaging import heatmap
from meddx_desktop.core.inference.manifest import Label

LABEL = Label(0, "pneumonia", {}, Code("1", "SCT", ""), 2.0, -1.0, 0.5, (0.4, 0.6), 10.0, True)


def _hot_corner():
    heat = np.zeros((7, 7), np.float32)
    heat[1, 5] = 1.0
    return heat


def test_heat_is_the_calibrated_logit_on_the_models_own_scale():
    cells = np.array([[0.5, -9.0], [3.0, 9.0]], np.float32)
    assert heatmap.heat(cells, LABEL) == pytest.approx(np.tanh([[0.0, 0.0], [0.5, 1.7]]))


def test_a_cold_film_stays_cold():
    overlay = heatmap.overlay(np.full((7, 7), 0.1, np.float32), rows=70, columns=70)
    assert overlay[..., 3].max() <= 26, "its hottest corner is not painted red"


def test_the_overlay_is_hot_where_the_map_is():
    overlay = heatmap.overlay(_hot_corner(), rows=140, columns=280)
    assert overlay.shape == (140, 280, 4)
    row, column = np.unravel_index(overlay[..., 3].argmax(), (140, 280))
    assert (row // 20, column // 40) == (1, 5)


def test_the_region_is_the_box_around_the_hottest_place_in_stored_pixels():
    box = heatmap.region(_hot_corner(), rows=700, columns=1400)
    assert box.x <= 1100 <= box.x + box.width
    assert box.y <= 150 <= box.y + box.height
    assert box.width < 600
    assert box.height < 300


def test_no_heat_no_region():
    assert heatmap.region(np.zeros((7, 7), np.float32), rows=10, columns=10) is None


@given(hnp.arrays(np.float32, (7, 7), elements=st.floats(-1e4, 1e4, width=32)))
def test_any_activation_gives_a_finite_map_and_a_box_inside(activation):
    heat = heatmap.heat(activation, LABEL)
    assert np.isfinite(heat).all()
    smooth = heatmap.smooth(heat, rows=33, columns=21)
    assert 0.0 <= smooth.min() <= smooth.max() <= 1.0
    box = heatmap.region(heat, rows=33, columns=21)
    if box is not None:
        assert 0 <= box.x < 21
        assert box.x + box.width <= 21
        assert box.y + box.height <= 33


def test_the_legend_runs_from_dark_to_bright():
    legend = heatmap.legend(width=64, height=3)
    assert legend.shape == (3, 64, 3)
    assert legend[0, 0].sum() < legend[0, -1].sum()
