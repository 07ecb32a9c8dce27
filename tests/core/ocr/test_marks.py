"""Protects: a number whose ink says more than its reading is marked; clean print is not."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from meddx_desktop.core.ocr.layout import Cell, PageLine
from meddx_desktop.core.ocr.marks import marks_of, with_marks
from meddx_desktop.core.paths import RESOURCES

LEFT, TOP = 40, 20
SIZES = (16, 22, 30)


def drawn(text, size, *, blur=0.0, line=None):
    """A number as printed, and its box; `line`: by how much a pen rises across it."""
    font = ImageFont.truetype(str(RESOURCES / "fonts" / "MedDxSans-Regular.otf"), size)
    sheet = Image.new("RGB", (260, 90), "white")
    ImageDraw.Draw(sheet).text((LEFT, TOP), text, font=font, fill=(10, 10, 10))
    left, top, right, bottom = (int(one) for one in font.getbbox(text))
    box = LEFT + left - 3, TOP + top - 4, LEFT + right + 3, TOP + bottom + 4
    picture = np.asarray(sheet).copy()
    if line is not None:
        middle = TOP + (top + bottom) // 2
        ends = (LEFT + left - size // 3, middle + line), (LEFT + right + size // 3, middle - line)
        cv2.line(picture, *ends, (10, 10, 10), max(1, size // 10))
    if blur:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), blur))
    return picture, box


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("digit", "23567890")
def test_a_point_before_a_digit_is_seen_where_none_was_read(digit, size):
    picture, box = drawn(f".{digit}", size, blur=size / 13)
    assert marks_of(picture, box, digit) == ("point",)


@pytest.mark.parametrize("text", ["6.8", "112.4", "0.53"])
@pytest.mark.parametrize(("size", "line"), [(16, 0), (22, 0), (22, 1), (30, 2), (30, -2)])
def test_a_line_through_a_number_is_seen(text, line, size):
    picture, box = drawn(text, size, line=line)
    assert marks_of(picture, box, text) == ("struck",)


def test_a_point_that_faded_leaves_its_room():
    picture, box = drawn("6.8", 30)
    columns = np.flatnonzero((picture[: box[3] - 10] < 128).any(axis=(0, 2)))
    (gap,) = np.flatnonzero(np.diff(columns) > 3)  # the point is lower than what is looked at
    picture[:, columns[gap] + 1 : columns[gap + 1]] = 255
    assert marks_of(picture, box, "68") == ("point",)


@pytest.mark.parametrize("blur", [0.0, 1.5])
@pytest.mark.parametrize(
    "text",
    [
        "8",
        "3",
        "1",
        "2",
        "5",
        "6",
        "9",
        "0",
        "7",
        "4",
        "68",
        "111",
        "139",
        "1024",
        "6.8",
        "<10",
        "-2.1",
        "44",
        "2.2",
    ],
)
@pytest.mark.parametrize("size", SIZES)
def test_clean_print_has_no_mark(text, size, blur):
    assert marks_of(*drawn(text, size, blur=blur), text) == ()


def test_a_range_is_no_number_struck_out():
    picture, box = drawn("3.5-5.3", 16, blur=1.5)
    assert marks_of(picture, box, "3.5-5.3") == ()


def test_words_and_white_are_not_looked_at():
    picture, box = drawn("mmol", 30, line=0)
    assert marks_of(picture, box, "mmol") == ()
    assert marks_of(np.full((40, 60, 3), 250, np.uint8), (10, 10, 50, 30), "8") == ()
    assert marks_of(np.full((40, 60, 3), 250, np.uint8), (10, 10, 10, 10), "8") == ()


def test_each_cell_of_a_line_has_its_own_marks():
    picture, box = drawn("6.8", 30, line=0)
    line = PageLine((Cell(*box, "6.8", 1.0, "6.8"), Cell(150, 60, 200, 80)))
    (marked,) = with_marks(picture, [line])
    assert [cell.marks for cell in marked.cells] == [("struck",), ()]
    assert marked.texts == line.texts
