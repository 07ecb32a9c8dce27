"""Protects: one doubtful sign shows, wherever it stands in its line."""

import numpy as np
import pytest

from meddx_desktop.core.ocr import exponents, signs
from meddx_desktop.core.ocr.exponents import with_exponent
from meddx_desktop.core.ocr.page import _spaced
from meddx_desktop.core.ocr.signs import Signs, read_again, read_signs
from tests.data import burnt


def line(text, height=40):
    ink = burnt.write((60, 20 + 30 * len(text)), [(text, 10, 45)], height=height)
    return np.repeat(np.where(ink, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def test_each_sign_has_its_share_and_its_place():
    found = read_signs(line("11.24"))
    assert found.text == "11.24" == read_again(line("11.24")).text
    assert len(found.shares) == len(found.places) == 5
    assert list(found.places) == sorted(found.places)
    assert min(found.shares) > 0.9


def test_the_least_sure_sign_is_not_lost_in_the_mean():
    shares = np.zeros((5, 4), np.float32)
    for at, (best, share) in enumerate([(1, 0.99), (0, 0.9), (2, 0.4), (2, 0.5), (3, 0.98)]):
        shares[at, best] = share
    found = signs._decoded(shares, ("", "1", ".", "5"), 0.2)
    assert found.text == "1.5"
    assert found.shares == pytest.approx((0.99, 0.5, 0.98))


def test_white_paper_says_nothing():
    assert read_signs(np.full((30, 80, 3), 255, np.uint8)) == Signs("")


def test_the_room_that_the_paper_leaves_becomes_a_space():
    found = _spaced(Signs("女年", (1.0, 1.0), (0.1, 0.9)), 0.5)
    assert (found.text, len(found.shares), len(found.places)) == ("女 年", 3, 3)
    assert _spaced(Signs("女年", (1.0, 1.0), (0.4, 0.6)), 0.5).text == "女年"


UNIT = Signs("×10°/L", (1.0, 1.0, 1.0, 0.5, 1.0, 1.0), (0.1, 0.25, 0.4, 0.55, 0.7, 0.9))


def looks(monkeypatch, *answers):
    left = list(answers)
    monkeypatch.setattr(exponents, "read_signs", lambda _cut: left.pop(0))


def test_an_exponent_is_taken_where_two_close_looks_agree(monkeypatch):
    sure = Signs("12", (0.99, 0.97), (0.3, 0.6))
    looks(monkeypatch, sure, Signs("12/", (0.9,) * 3, (0.1,) * 3), sure)
    found = with_exponent(line("10"), UNIT)
    assert found.text == "×10¹²/L"
    assert len(found.shares) == len(found.places) == 7
    assert list(found.places) == sorted(found.places)


@pytest.mark.parametrize(
    "second", [Signs("6", (0.99,), (0.5,)), Signs("9", (0.6,), (0.5,)), Signs("")]
)
def test_an_exponent_in_doubt_is_left_as_it_was_read(monkeypatch, second):
    looks(monkeypatch, Signs("9", (0.99,), (0.5,)), second, Signs("7", (0.3,), (0.5,)))
    assert with_exponent(line("10"), UNIT) == UNIT


@pytest.mark.parametrize("text", ["10^9/L", "mmol/L", "10/L", "110/70"])
def test_what_has_no_small_exponent_is_not_looked_at(monkeypatch, text):
    looks(monkeypatch)
    whole = Signs(text, (1.0,) * len(text), tuple(at / len(text) for at in range(len(text))))
    assert with_exponent(line("10"), whole) is whole
