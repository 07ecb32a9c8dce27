"""Protects: boxes lie within the picture and mean its own pixels, whatever its size."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.ocr import places
from meddx_desktop.core.ocr.places import tensor


def _some(rows, columns):
    """A picture that is not all alike: such a one is not looked at."""
    picture = np.zeros((rows, columns, 3), np.uint8)
    picture[0, 0] = 255
    return picture


class _Blob:
    """A network that says: text in the middle half."""

    def run(self, given):
        rows, columns = given.shape[2:]
        share = np.zeros((1, 1, rows, columns), np.float32)
        share[0, 0, rows // 4 : rows // 2, columns // 4 : columns // 2] = 0.9
        return share


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(32, 200))
def test_boxes_stay_inside(rows, columns, longest):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "network", lambda _file: _Blob())
        for one in places.places(_some(rows, columns), longest):
            assert 0 <= one.top < one.bottom <= rows
            assert 0 <= one.left < one.right <= columns


def test_a_scaled_picture_gives_boxes_of_the_whole(monkeypatch):
    monkeypatch.setattr(places, "network", lambda _file: _Blob())
    (one,) = places.places(_some(640, 640), 320)
    assert one.top < 160 < 320 < one.bottom and one.left < 160 < 320 < one.right
    assert one.share == pytest.approx(0.9, abs=0.05)


def test_squares_hold_every_point_and_overlap():
    for length in (1, 480, 481, 700, 2801):
        starts = places._starts(length, 480)
        assert starts[0] == 0 and starts[-1] + 480 >= length
        assert all(0 < later - one <= 384 for one, later in pairwise(starts))


def test_a_line_over_several_squares_is_one_place(monkeypatch):
    class Bright:
        def run(self, given):
            return (given[:, :1] > 0).astype(np.float32)

    monkeypatch.setattr(places, "network", lambda _file: Bright())
    picture = np.zeros((60, 300, 3), np.uint8)
    picture[20:30, 10:290] = 255
    (one,) = places.places(picture, 300, tile=64)
    assert one.left < 12 and one.right > 288


def test_the_tensor_is_filled_up_with_black():
    made = tensor(np.full((33, 10, 3), 255, np.uint8))
    assert made.shape == (1, 3, 64, 32)
    assert (made[:, :, :33, :10] == 1).all() and (made[:, :, 33:] == -1).all()
