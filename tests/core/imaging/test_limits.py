"""Sizes beyond which nothing is opened."""

import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.limits import FRAME_PIXELS, SIDE, check_size


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (SIDE, FRAME_PIXELS // SIDE), (4300, 3500)])
def test_allowed(rows, columns):
    check_size(rows, columns)


@pytest.mark.parametrize(
    ("rows", "columns", "code"),
    [
        (0, 10, "zero_size"),
        (10, -1, "zero_size"),
        (SIDE + 1, 1, "image_too_large"),
        (1, SIDE + 1, "image_too_large"),
        (SIDE, FRAME_PIXELS // SIDE + 1, "image_too_large"),
    ],
)
def test_refused(rows, columns, code):
    with pytest.raises(UnreadableImage) as caught:
        check_size(rows, columns)
    assert caught.value.code == code
