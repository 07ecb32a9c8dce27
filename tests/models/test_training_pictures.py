"""What fine-tuning shows the network, and how a map's evidence at the border is counted."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from training.lib.films import Film
from training.lib.surroundings import outer_evidence, tuning_item

OFF = {
    "crop": 0.0,
    "border": 0.0,
    "border_chance": 0.0,
    "rotation_degrees": 0.0,
    "log_gamma": 0.0,
    "log_gain": 0.0,
    "brightness": 0.0,
    "local_contrast_chance": 0.0,
    "marker_chance": 0.0,
    "resample_chance": 0.0,
    "blur_chance": 0.0,
    "blur_sigma": 1.0,
    "noise_sigma": 0.0,
    "jpeg_chance": 0.0,
    "jpeg_quality": 90,
    "swap_chance": 0.0,
    "strips_chance": 0.0,
    "patches_chance": 0.0,
    "window_chance": 0.0,
    "labels_chance": 0.0,
}


def _film(path: Path, *, seed: int) -> Film:
    grey = np.random.default_rng(seed).integers(30, 220, (224, 224)).astype(np.uint8)
    cv2.imwrite(str(path), grey)
    return Film(path, "kermany_paediatric", path.stem, 0, 1, 0, "", "drawn")


@pytest.fixture
def films(tmp_path):
    return _film(tmp_path / "one.png", seed=1), _film(tmp_path / "two.png", seed=2)


def _picture(films, *, epoch=0, **settings):
    one, two = films
    item = tuning_item(one, two, 1, epoch=epoch, seed=3, settings={**OFF, **settings})
    return item.render()


def test_nothing_is_flipped_or_moved_when_every_step_is_off(films):
    plain = cv2.imread(str(films[0].path), cv2.IMREAD_GRAYSCALE)
    assert np.abs(_picture(films).astype(int) - plain).max() <= 1


@pytest.mark.parametrize("step", ["swap_chance", "strips_chance", "patches_chance"])
@pytest.mark.parametrize("epoch", range(8))
def test_surroundings_change_and_the_middle_stays(films, step, epoch):
    plain, hidden = _picture(films, epoch=epoch), _picture(films, epoch=epoch, **{step: 1.0})
    inner = slice(64, 160)
    assert np.array_equal(hidden[inner, inner], plain[inner, inner])


def test_the_window_hides_the_corners_at_least(films):
    plain, hidden = _picture(films), _picture(films, window_chance=1.0)
    assert not np.array_equal(hidden[:8, :8], plain[:8, :8])
    assert np.array_equal(hidden[90:130, 90:130], plain[90:130, 90:130])


def test_an_epoch_is_drawn_again_alike_and_the_next_one_is_not(films):
    steps = {"strips_chance": 1.0, "patches_chance": 1.0, "labels_chance": 1.0}
    first = _picture(films, epoch=0, **steps)
    assert np.array_equal(first, _picture(films, epoch=0, **steps))
    assert not np.array_equal(first, _picture(films, epoch=1, **steps))


def test_evidence_in_the_outer_ring():
    cam = np.zeros((3, 1, 7, 7), np.float32)
    cam[0, 0, 3, 3], cam[0, 0, 0, 0], cam[0, 0, 6, 2] = 3.0, 1.0, -5.0
    cam[1] = 1.0
    share = outer_evidence(cam)[:, 0]
    assert share[0] == pytest.approx(0.25)
    assert share[1] == pytest.approx(24 / 49)
    assert np.isnan(share[2])
