"""Which fragments make up a frame."""

import numpy as np
import pytest
from pydicom.encaps import encapsulate

from tests.data import films

FRAMES = np.stack([films.phantom(seed=seed) for seed in range(3)])
STREAMS = [films.ENCODERS[films.JPEG_LS](frame) for frame in FRAMES]


@pytest.mark.parametrize("per_frame", [1, 2, 3])
@pytest.mark.parametrize("has_bot", [True, False])
def test_fragments_with_and_without_offset_table(opened, per_frame, has_bot):
    value = encapsulate(STREAMS, fragments_per_frame=per_frame, has_bot=has_bot)
    film = opened(films.film(FRAMES, frames=3, syntax=films.JPEG_LS, pixel_bytes=value))
    for index, frame in enumerate(FRAMES):
        np.testing.assert_array_equal(film.frame(index).stored, frame)


def test_one_frame_in_many_fragments(opened):
    value = encapsulate(STREAMS[:1], fragments_per_frame=4)
    frame = opened(films.film(FRAMES[0], syntax=films.JPEG_LS, pixel_bytes=value)).frame()
    np.testing.assert_array_equal(frame.stored, FRAMES[0])
    assert frame.notes == ()


def test_wrong_offset_table_falls_back_to_the_count(opened):
    value = bytearray(encapsulate(STREAMS, has_bot=True))
    value[8:20] = b"\xff" * 12
    film = opened(films.film(FRAMES, frames=3, syntax=films.JPEG_LS, pixel_bytes=bytes(value)))
    np.testing.assert_array_equal(film.frame(2).stored, FRAMES[2])
