"""What the viewer draws: place, orientation, scale, window, speed."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.imaging.pixels import Frame, Window, to_display8
from meddx_desktop.core.imaging.render import Renderer, Viewport
from meddx_desktop.core.imaging.voi import LINEAR_EXACT
from tests.data import films

WINDOW = Window(127.5, 255, LINEAR_EXACT)


@pytest.fixture
def frame() -> Frame:
    return Frame(films.phantom(60, 40, bits=8), identity=True)


@pytest.mark.parametrize("rotation", range(4))
@pytest.mark.parametrize("flip_h", [False, True])
@pytest.mark.parametrize("flip_v", [False, True])
def test_one_to_one_is_the_film_turned_then_flipped(frame, rotation, flip_h, flip_v):
    expected = np.rot90(to_display8(frame), -rotation)
    expected = expected[:, ::-1] if flip_h else expected
    expected = expected[::-1] if flip_v else expected
    height, width = expected.shape
    view = Viewport(0, 0, 1, width, height, rotation, flip_h, flip_v)
    np.testing.assert_array_equal(Renderer(frame).render(view), expected)


@pytest.mark.parametrize("rotation", range(4))
@pytest.mark.parametrize("flip_h", [False, True])
def test_a_marked_pixel_lands_where_to_screen_says(rotation, flip_h):
    values = np.zeros((50, 70), np.uint8)
    values[11, 23] = 255
    frame = Frame(values, identity=True)
    view = Viewport(0, 0, 8, 640, 560, rotation, flip_h).fitted(50, 70)
    renderer = Renderer(frame)
    x, y = renderer.to_screen(view, 23.5, 11.5)
    shown = renderer.render(view)
    assert shown[round(y - 0.5), round(x - 0.5)] == 255
    lit = np.argwhere(shown > 127).mean(axis=0)
    assert np.abs(lit + 0.5 - (y, x)).max() <= 1


@given(
    st.floats(-50, 50),
    st.floats(-50, 50),
    st.floats(0.01, 40),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
    st.floats(-100, 200),
    st.floats(-100, 200),
)
def test_to_film_undoes_to_screen(left, top, scale, rotation, flip_h, flip_v, x, y):
    view = Viewport(left, top, scale, 300, 200, rotation, flip_h, flip_v)
    there = view.to_screen(x, y, rows=90, columns=130)
    assert view.to_film(*there, rows=90, columns=130) == pytest.approx((x, y), abs=1e-6)


@given(
    st.floats(-500, 500),
    st.floats(-500, 500),
    st.floats(0.001, 60),
    st.integers(1, 90),
    st.integers(1, 90),
    st.integers(0, 3),
    st.booleans(),
)
def test_any_viewport_gives_a_picture_of_its_size(left, top, scale, width, height, turn, flip):
    frame = Frame(films.phantom(37, 23, bits=8), identity=True)
    view = Viewport(left, top, scale, width, height, turn, flip, flip)
    renderer = Renderer(frame)
    assert renderer.render(view).shape == (height, width)
    x, y, across, down = renderer.covered(view)
    assert 0 <= x <= x + across <= width
    assert 0 <= y <= y + down <= height


def test_shrinking_averages_areas():
    frame = Frame(films.phantom(600, 400, bits=12), windows=(Window(2048, 4096),))
    view = Viewport.fit(600, 400, width=100, height=150)
    exact = cv2.resize(to_display8(frame), (100, 150), interpolation=cv2.INTER_AREA)
    shown = Renderer(frame).render(view)
    assert np.abs(shown.astype(int) - exact).max() <= 1


def test_single_pixels_are_squares_when_enlarged():
    values = np.array([[0, 255], [255, 0]], np.uint8)
    shown = Renderer(Frame(values, identity=True)).render(Viewport(0, 0, 10, 20, 20))
    np.testing.assert_array_equal(shown, np.kron(values, np.ones((10, 10), np.uint8)))


def test_bars_and_padding_stay_black_when_inverted():
    values = films.phantom(20, 20, bits=8) | 1
    values[:4] = 0
    frame = Frame(values, padding=(0.0, 0.0), identity=True)
    view = Viewport(-10, 0, 1, 40, 20, invert=True)
    renderer = Renderer(frame)
    shown = renderer.render(view, WINDOW)
    assert renderer.covered(view) == (10, 0, 20, 20)
    assert shown[:, :10].max() == 0
    assert shown[:4].max() == 0
    np.testing.assert_array_equal(shown[4:, 10:30], 255 - values[4:])


def test_a_window_step_does_not_scale_again(frame, monkeypatch):
    renderer = Renderer(frame)
    view = Viewport.fit(60, 40, width=30, height=30)
    first = renderer.render(view, WINDOW)
    monkeypatch.setattr(renderer, "_cut", None)
    assert not np.array_equal(renderer.render(view, Window(60, 40)), first)
    renderer.render(replace(view, invert=True), WINDOW)


def test_colour_is_drawn_in_colour():
    values = films.colour(32, 24)
    shown = Renderer(Frame(values)).render(Viewport(0, 0, 1, 24, 32))
    np.testing.assert_array_equal(shown, values)


@pytest.mark.parametrize("dtype", [np.int16, np.int32, np.float32, np.uint16])
def test_every_kind_of_value_is_drawn(dtype):
    values = films.phantom(64, 48).astype(dtype)
    frame = Frame(values)
    shown = Renderer(frame).render(Viewport(0, 0, 1, 48, 64))
    np.testing.assert_array_equal(shown, to_display8(frame))


def test_a_window_step_resamples_nothing(monkeypatch):
    """The hot path of the viewer: only grey levels are looked up while the window is dragged."""
    values = np.tile(films.phantom(300, 300, bits=14), (4, 4))
    renderer = Renderer(Frame(values))
    view = Viewport.fit(1200, 1200, width=600, height=500)
    before = renderer.render(view, Window(8000, 9000))

    def resampled(*args, **kwargs):
        raise AssertionError("the film was resampled for a window step")

    monkeypatch.setattr(cv2, "resize", resampled)
    monkeypatch.setattr(cv2, "warpAffine", resampled)
    after = renderer.render(view, Window(8200, 7000))
    assert (before != after).any()
    with pytest.raises(AssertionError, match="resampled"):
        renderer.render(Viewport.fit(1200, 1200, width=300, height=250), Window(8000, 9000))
