"""Protects: the tensor is what the manifest's steps say, number for number."""

import numpy as np
import pytest

from meddx_desktop.core.inference.manifest import Preprocessing
from meddx_desktop.core.inference.preprocess import prepare


def _steps(resize="squash", interpolation="area"):
    return Preprocessing(4, 2, resize, interpolation, (100.0, 0.0, 50.0), (50.0, 1.0, 10.0))


def test_normalisation_channel_by_channel():
    tensor = prepare(np.full((8, 8), 200, np.uint8), _steps())
    assert tensor.shape == (1, 3, 2, 4)
    assert tensor.dtype == np.float32
    assert [float(tensor[0, c].mean()) for c in range(3)] == [2.0, 200.0, 15.0]


def test_squash_averages_areas():
    picture = np.zeros((2, 8), np.uint8)
    picture[:, ::2] = 200
    assert np.all(prepare(picture, _steps())[0, 1] == 100.0)


@pytest.mark.parametrize("interpolation", ["area", "linear", "cubic"])
def test_letterbox_keeps_the_shape_of_things(interpolation):
    tensor = prepare(np.full((30, 30), 255, np.uint8), _steps("letterbox", interpolation))
    assert tensor[0, 1].tolist() == [[0, 255, 255, 0], [0, 255, 255, 0]]
