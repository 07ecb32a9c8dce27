"""Protects: a number written by hand is not taken for print, and print not for handwriting."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from meddx_desktop.core.ocr.hand import is_by_hand
from meddx_desktop.core.ocr.signs import Signs
from meddx_desktop.core.paths import RESOURCES

SIZE = 32


def drawn(text, *, uneven=0.0, slope=0.0, blur=0.0):
    """A line and what is read of it; each other sign stands `uneven` heights lower."""
    font = ImageFont.truetype(str(RESOURCES / "fonts" / "MedDxSans-Regular.otf"), SIZE)
    wide = 20 + round(sum(font.getlength(sign) for sign in text))
    sheet = Image.new("RGB", (wide, 2 * SIZE), "white")
    pen = ImageDraw.Draw(sheet)
    left, places = 10.0, []
    for at, sign in enumerate(text):
        down = uneven * SIZE * 0.7 * (at % 2)
        pen.text((left, SIZE // 3 + down), sign, font=font, fill=(20, 20, 60))
        places.append((left + font.getlength(sign) / 2) / wide)
        left += font.getlength(sign)
    line = np.asarray(sheet)
    if slope:
        shear = np.array([(1, 0, 0), (slope, 1, 0)], float)
        line = cv2.warpAffine(line, shear, (wide, 2 * SIZE), borderMode=cv2.BORDER_REPLICATE)
    line = cv2.GaussianBlur(line, (0, 0), blur) if blur else line
    return line, Signs(text, (1.0,) * len(text), tuple(places))


@pytest.mark.parametrize("text", ["13.4", "<460.31", "44.7~84.7", "101"])
def test_digits_that_stand_unevenly_are_taken_for_handwriting(text):
    assert is_by_hand(*drawn(text, uneven=0.2))


@pytest.mark.parametrize("text", ["13.4", "<460.31", "44.7~84.7", "101"])
@pytest.mark.parametrize("how", [{}, {"blur": 1.0}, {"slope": 0.02}], ids=["", "blurred", "rising"])
def test_print_is_print(text, how):
    assert not is_by_hand(*drawn(text, **how))


@pytest.mark.parametrize("text", ["7", "10^9/L", "×10¹²/L", "C3", ""])
def test_what_is_no_number_of_several_digits_is_not_judged(text):
    assert not is_by_hand(*drawn(text, uneven=0.3))


def test_a_number_that_can_not_be_seen_is_not_judged():
    line, signs = drawn("13.4", uneven=0.3)
    assert not is_by_hand(np.full_like(line, 240), signs)
