"""Protects: boxes lie within the picture and mean its own pixels, whatever its size."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.ocr import places
from meddx_desktop.core.ocr.places import tensor


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
        for one in places.places(np.zeros((rows, columns, 3), np.uint8), longest):
            assert 0 <= one.top < one.bottom <= rows
            assert 0 <= one.left < one.right <= columns


def test_a_scaled_picture_gives_boxes_of_the_whole(monkeypatch):
    monkeypatch.setattr(places, "network", lambda _file: _Blob())
    (one,) = places.places(np.zeros((640, 640, 3), np.uint8), 320)
    assert one.top < 160 < 320 < one.bottom and one.left < 160 < 320 < one.right
    assert one.share == pytest.approx(0.9, abs=0.05)


def test_the_tensor_is_filled_up_with_black():
    made = tensor(np.full((33, 10, 3), 255, np.uint8))
    assert made.shape == (1, 3, 64, 32)
    assert (made[:, :, :33, :10] == 1).all() and (made[:, :, 33:] == -1).all()
