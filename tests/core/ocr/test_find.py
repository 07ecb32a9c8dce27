"""Protects: writing in pictures is found where it stands and read, English and Chinese."""

import cv2
import numpy as np
import pytest

from meddx_desktop.core.ocr import find, find_text
from meddx_desktop.core.ocr.find import _joined
from meddx_desktop.core.ocr.places import Place
from tests.data import burnt, films

LINES = [("ZHANG SAN", 20, 40), ("欧阳建国", 20, 100), ("R", 260, 150), ("1968-03-12", 120, 210)]


@pytest.fixture(scope="module")
def found():
    return find_text((burnt.film(LINES) >> 4).astype(np.uint8))


def test_all_of_it_is_read(found):
    assert [one.text for one in found] == ["ZHANG SAN", "欧阳建国", "R", "1968-03-12"]
    assert all(one.score > 0.9 for one in found)


def test_boxes_hold_the_writing(found):
    drawn = burnt.write((224, 320), LINES)
    inside = np.zeros_like(drawn)
    for one in found:
        inside[one.top : one.bottom, one.left : one.right] = True
    assert (drawn & inside).sum() / drawn.sum() > 0.99
    assert inside.mean() < 0.3


def test_a_film_without_writing_has_none():
    assert find_text(films.phantom(96, 96, bits=8)) == ()


def test_small_and_odd_sizes_are_looked_at():
    for shape in ((1, 1), (3, 200), (33, 31, 3)):
        assert find_text(np.zeros(shape, np.uint8)) == ()


def test_a_large_film_is_looked_at_from_close_by_and_from_afar(monkeypatch):
    looked = []
    monkeypatch.setattr(
        find, "places", lambda _picture, longest, tile: looked.append((longest, tile)) or []
    )
    find_text(np.zeros((10, 1900), np.uint8))
    assert looked == [(longest, find.TILE) for longest in (1900, 950, 475, find.FAINT)]
    looked.clear()
    find_text(np.zeros((10, find.TILE), np.uint8))
    find_text(np.zeros((1, find.LONGEST + 1), np.uint8))
    assert [longest for longest, _ in looked[:3]] == [find.TILE, find.FAINT, find.LONGEST]


def test_one_short_line_alone_on_a_film_of_detector_size_is_found():
    text = [("LI NA 1968", 80, 120)]
    drawn = burnt.write((2000, 1700), text, height=20)
    picture = (burnt.film(text, (2000, 1700), height=20) >> 4).astype(np.uint8)
    inside = np.zeros_like(drawn)
    for one in find_text(picture):
        inside[one.top : one.bottom, one.left : one.right] = True
    assert (drawn & inside).sum() / drawn.sum() > 0.99
    assert inside.mean() < 0.01


@pytest.mark.parametrize("angle", [30, 45, 60, 135])
def test_writing_aslant_is_found(angle):
    drawn = burnt.write((500, 500), [("ZHANG SANFENG", 120, 260)], height=26).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((250, 250), angle, 1)
    drawn = cv2.warpAffine(drawn, turn, (500, 500)) > 0
    picture = (films.phantom(500, 500) * 0.6 / 16).astype(np.uint8)
    picture[drawn] = 255
    inside = np.zeros_like(drawn)
    for one in find_text(picture):
        inside[one.top : one.bottom, one.left : one.right] = True
    assert (drawn & inside).sum() / drawn.sum() > 0.99


def test_faint_writing_is_found():
    drawn = burnt.write((600, 500), [("ZHANG SANFENG", 60, 90)], height=32)
    picture = films.phantom(600, 500) * 0.6 + np.where(drawn, 120, 0)
    found = find_text((picture / 16).astype(np.uint8))
    assert any(drawn[one.top : one.bottom, one.left : one.right].any() for one in found)
    assert find_text((films.phantom(600, 500) * 0.6 / 16).astype(np.uint8)) == ()


def test_a_picture_takes_no_writing_within_it_along(monkeypatch):
    line, lung = Place(20, 20, 24, 60, 0.9), Place(10, 10, 90, 90, 0.8)
    looks = iter(([line], [lung], []))
    monkeypatch.setattr(find, "TILE", 80)
    monkeypatch.setattr(find, "places", lambda *_args, **_named: next(looks))
    monkeypatch.setattr(find, "read_side", lambda _line: ("", 0.0))
    monkeypatch.setattr(find, "read_line", lambda cut: ("ID 7", 0.9) if len(cut) < 9 else ("", 0.0))
    assert [one.text for one in find_text(np.zeros((100, 100), np.uint8))] == ["ID 7"]


@pytest.mark.parametrize(
    ("text", "score", "stays"), [("O", 0.2, 0), ("O", 0.99, 0), ("", 0.0, 0), ("ZHANG", 0.9, 1)]
)
def test_what_fills_the_film_is_its_subject_unless_it_is_read(monkeypatch, text, score, stays):
    monkeypatch.setattr(find, "places", lambda _picture, _longest, tile: [Place(0, 0, 30, 90, 0.9)])
    monkeypatch.setattr(find, "read_side", lambda _line: ("", 0.0))
    monkeypatch.setattr(find, "read_line", lambda _line: (text, score))
    assert len(find_text(np.zeros((100, 100), np.uint8))) == stays
    assert len(find_text(np.zeros((200, 200), np.uint8))) == 1


def test_a_square_spot_is_no_line_of_writing(monkeypatch):
    monkeypatch.setattr(find, "places", lambda _picture, _longest, tile: [Place(0, 0, 30, 32, 0.9)])
    monkeypatch.setattr(find, "read_side", lambda _line: ("", 0.0))
    monkeypatch.setattr(find, "read_line", lambda _line: ("f", 0.07))
    assert find_text(np.zeros((200, 200), np.uint8)) == ()
    assert len(find_text(np.zeros((400, 400), np.uint8))) == 1


def test_two_looks_at_one_line_are_one_box():
    near, same, far = (
        Place(10, 10, 30, 90, 0.9),
        Place(12, 14, 33, 80, 0.8),
        Place(60, 10, 80, 90, 1),
    )
    (one, other) = sorted(_joined([near, same, far]))
    assert (one.top, one.left, one.bottom, one.right) == (10, 10, 33, 90)
    assert other == far
