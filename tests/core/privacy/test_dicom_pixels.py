"""Protects: side markers stay, all other writing is covered in every frame, and nothing else is."""

from dataclasses import dataclass

import numpy as np
import pytest

from meddx_desktop.core.privacy.dicom_pixels import (
    Markers,
    Region,
    beside,
    changed_frames,
    cover,
    is_marker,
    may_hide_side,
    regions,
)


@dataclass(frozen=True)
class Found:
    left: int
    top: int
    right: int
    bottom: int
    text: str
    score: float = 0.9


@pytest.mark.parametrize("text", ["L", "R", " r ", "左", "右"])
def test_a_side_marker_always_stays(text):
    assert is_marker(text, Markers.SIDES) and is_marker(text, Markers.VIEWS)


@pytest.mark.parametrize("text", ["LI", "R KM", "L R Smith", "李", "LL", "", "I", "1"])
def test_what_may_be_a_name_is_no_side_marker(text):
    assert not is_marker(text, Markers.SIDES)


def test_how_a_film_was_taken_stays_only_when_chosen():
    for text in ("PA", "AP SUPINE", "PA ERECT R", "后前位"):
        assert not is_marker(text, Markers.SIDES)
        assert is_marker(text, Markers.VIEWS)
    assert not is_marker("PA ZHANG", Markers.VIEWS)


def test_a_sure_marker_is_kept():
    (one,) = regions([[Found(0, 0, 9, 9, "R")]])
    assert not one.covered and not may_hide_side(one)


def test_an_unsure_marker_is_covered_and_named():
    (one,) = regions([[Found(0, 0, 9, 9, "R", 0.3)]])
    assert one.covered and may_hide_side(one)
    (other,) = regions([[Found(0, 0, 9, 9, "R KM")]])
    assert other.covered and may_hide_side(other)
    (turned,) = regions([[Found(0, 0, 9, 9, "4F", 0.5)]])
    assert turned.covered and may_hide_side(turned)
    (name,) = regions([[Found(0, 0, 9, 9, "ZHANG SAN")]])
    assert name.covered and not may_hide_side(name)


def test_what_is_read_in_one_frame_is_covered_in_all():
    found = [[], [Found(10, 10, 40, 20, "ZHANG SAN")], [Found(60, 60, 70, 70, "", 0.1)]]
    name, speck = regions(found)
    assert name.frame == -1 and speck.frame == 2
    assert changed_frames((name, speck), 3) == (0, 1, 2)
    assert changed_frames((speck,), 3) == (2,)
    frame = np.full((80, 80), 500, np.uint16)
    first = cover(frame, 0, (name, speck), black=3)
    assert (first[10:20, 10:40] == 3).all() and (first[60:70, 60:70] == 500).all()
    assert (cover(frame, 2, (name, speck), black=3)[60:70, 60:70] == 3).all()
    assert (frame == 500).all()


def test_a_line_of_words_is_covered_beyond_its_ends():
    frame = np.full((90, 200), 9, np.uint8)
    line = Region(80, 40, 140, 60, "Xiaoyu DEMO-001")
    out = cover(frame, 0, [line], black=0)
    assert (out[36:64, 60:160] == 0).all()
    assert (out[:, :60] == 9).all() and (out[:, 160:] == 9).all() and (out[:36] == 9).all()
    upright = cover(frame.T.copy(), 0, [Region(40, 80, 60, 140, "Xiaoyu DEMO-001")], black=0)
    assert (upright[60:160, 36:64] == 0).all() and (upright[:60] == 9).all()
    beside_it = Region(62, 44, 72, 56, "R", covered=False)
    assert (cover(frame, 0, [line, beside_it], black=0)[44:56, 62:72] == 9).all()


def test_covered_reaches_a_little_beyond_and_stops_at_the_edge():
    frame = np.full((50, 50), 9, np.uint8)
    out = cover(frame, 0, [Region(0, 20, 50, 40)], black=0)
    assert (out[16:44] == 0).all() and (out[:16] == 9).all() and (out[44:] == 9).all()


def test_a_marker_beside_a_name_is_put_back():
    frame = np.arange(100 * 100, dtype=np.uint16).reshape(100, 100)
    name, marker = Region(10, 10, 40, 30), Region(42, 10, 50, 30, "R", covered=False)
    out = cover(frame, 0, [name, marker], black=0)
    assert np.array_equal(out[10:30, 42:50], frame[10:30, 42:50])
    assert (out[10:30, 10:40] == 0).all()


def test_nothing_covered_is_the_frame_itself():
    frame = np.zeros((5, 5), np.uint8)
    assert cover(frame, 0, [Region(0, 0, 2, 2, covered=False)], black=9) is frame
    assert cover(frame, 0, [Region(0, 0, 2, 2).turned()], black=9) is frame


def test_before_and_after_stand_side_by_side():
    before, after = np.zeros((6, 4, 3), np.uint8), np.full((6, 4, 3), 7, np.uint8)
    strip = beside(before, after)
    assert strip.shape == (6, 12, 3)
    assert not strip[:, :4].any() and (strip[:, 4:8] == 255).all() and (strip[:, 8:] == 7).all()
