"""Protects: a line is read once per sign, sideways too, and nothing is read out of nothing."""

import numpy as np

from meddx_desktop.core.ocr.reading import _decode, read_line, read_side
from tests.data import burnt


def _line(text):
    drawn = burnt.write((40, 200), [(text, 8, 30)], height=26)
    return np.repeat(drawn[:, :, None], 3, 2).astype(np.uint8) * 255


def test_upright_and_sideways():
    line = _line("LI NA 1968")
    assert read_line(line)[0] == "LI NA 1968"
    for quarter in (1, 3):
        assert read_line(np.ascontiguousarray(np.rot90(line, quarter)))[0] == "LI NA 1968"


def test_nothing_is_nothing():
    text, score = read_line(np.zeros((40, 80, 3), np.uint8))
    assert (text, score) == ("", 0.0) or score < 0.6


def test_repeated_signs_need_a_blank_between():
    signs = ("", "A", "B")
    best = np.array([1, 1, 0, 1, 2, 2, 0])
    text, score = _decode(best, np.array([0.5, 1, 1, 1, 0.9, 1, 1], np.float32), signs)
    assert text == "AAB" and abs(score - 0.8) < 1e-6
    assert _decode(np.zeros(4, np.int64), np.ones(4, np.float32), signs) == ("", 0.0)


def test_side_markers_are_read_however_the_film_lies():
    for side in ("L", "R"):
        drawn = burnt.write((60, 56), [(side, 14, 46)], height=44)
        sign = np.repeat(drawn[:, :, None], 3, 2).astype(np.uint8) * 255
        for seen in (sign, sign[:, ::-1]):
            for quarter in range(4):
                assert read_side(np.ascontiguousarray(np.rot90(seen, quarter)))[0] == side


def test_other_signs_are_no_side_markers():
    for text in ("K", "O", "8", "王"):
        drawn = burnt.write((60, 60), [(text, 8, 46)], height=44)
        sign = np.repeat(drawn[:, :, None], 3, 2).astype(np.uint8) * 255
        assert read_side(sign) == ("", 0.0)
