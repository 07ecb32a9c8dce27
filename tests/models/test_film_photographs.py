"""Drawn photographs of films: the camera sees a slanted plane, and the film's surroundings.

They stand in for real ones in training and test of the gate, so what they claim must hold.
"""

from dataclasses import replace

import numpy as np
import pytest

from training.cxr_gate.photograph_scenes import SCENES
from training.cxr_gate.photographs import Shot, corners, edges_seen, photograph

STRAIGHT = Shot("screen", 0.0, 0.8, 0.0, 0.0, 2.0, (0.0, 0.0), True, plain=True)


def _film():
    rows, columns = np.mgrid[0:1:200j, 0:1:160j]
    return (90 + 80 * np.sin(12 * rows) * np.cos(9 * columns)).astype(np.uint8)


def _sides(place):
    return np.linalg.norm(place - np.roll(place, -1, axis=0), axis=1)


def test_a_straight_film_stays_a_rectangle_in_the_middle():
    place = corners(STRAIGHT, 0.8)
    top, right, bottom, left = _sides(place)
    assert (top, left) == (pytest.approx(bottom, rel=1e-4), pytest.approx(right, rel=1e-4))
    assert top / left == pytest.approx(0.8, rel=1e-4)
    assert place.mean(0) == pytest.approx(np.array(STRAIGHT.size) / 2, abs=0.1)


@pytest.mark.parametrize("slant", [5.0, 15.0, 30.0])
def test_a_slant_makes_the_edges_converge_and_more_of_it_more(slant):
    top, _, bottom, _ = _sides(corners(replace(STRAIGHT, slant=slant), 0.8))
    more, _, than, _ = _sides(corners(replace(STRAIGHT, slant=slant + 2), 0.8))
    assert abs(np.log(top / bottom)) > 0.02
    assert abs(np.log(more / than)) > abs(np.log(top / bottom))


def test_a_nearer_camera_converges_more():
    far, near = (replace(STRAIGHT, slant=15.0, far=far) for far in (2.6, 1.3))
    ratios = [sides[0] / sides[2] for sides in (_sides(corners(s, 0.8)) for s in (far, near))]
    assert abs(np.log(ratios[1])) > abs(np.log(ratios[0]))


def test_edges_in_sight_are_counted():
    assert edges_seen(STRAIGHT, 0.75) == 4
    assert edges_seen(replace(STRAIGHT, fill=1.3), 0.75) == 0


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_drawn_again_alike(scene):
    shot = replace(STRAIGHT, scene=scene, slant=12.0, plain=False)
    room = [np.full((60, 80, 3), (40, 90, 160), np.uint8)]
    one, two, other = (
        photograph(_film(), shot, room, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    assert one.shape == (*shot.size[::-1], 3)
    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("scene", SCENES)
def test_the_film_can_be_known_again_in_a_plain_photograph(scene):
    shot = replace(STRAIGHT, scene=scene)
    room = [np.full((60, 80, 3), 90, np.uint8)]
    taken = photograph(_film(), shot, room, np.random.default_rng(3)).mean(axis=2)
    left, top = corners(shot, 0.8)[0].round().astype(int)
    right, bottom = corners(shot, 0.8)[2].round().astype(int)
    seen = taken[top:bottom, left:right]
    rows = np.linspace(0, 199, seen.shape[0]).astype(int)
    columns = np.linspace(0, 159, seen.shape[1]).astype(int)
    same = _film()[np.ix_(rows, columns)]
    assert np.corrcoef(seen[20:-20, 20:-20].ravel(), same[20:-20, 20:-20].ravel())[0, 1] > 0.9
