"""Protects: a page that lies askew is laid straight, and one that is straight is left alone."""

import numpy as np
import pytest

from meddx_desktop.core.ocr.straighten import slant, straightened
from tests.data import paper

SHEET = paper.page(paper.ENGLISH, paper.ENGLISH_HEADINGS, head="Name: A", title="Report", size=14)


@pytest.mark.parametrize("angle", [-6.0, -1.5, 3.0])
def test_the_slant_is_found_to_a_quarter_of_a_degree(angle):
    page = paper.worn(SHEET, paper.Wear(angle=angle, shadow=0.4))
    assert slant(page) == pytest.approx(-angle, abs=0.25)
    assert abs(slant(straightened(page))) < 0.3


def test_a_straight_page_stays_as_it_is():
    assert straightened(SHEET) is SHEET


def test_a_blank_page_has_no_slant():
    assert slant(np.full((200, 300, 3), 240, np.uint8)) == 0.0
