"""Protects: a sheet on a table is found and laid flat; writing beside it is never cut off."""

import cv2
import numpy as np
import pytest

from meddx_desktop.core.ocr.sheet import corners_of, homography, is_square, laid_flat
from tests.data import paper
from tests.data.photograph import View, corners_in, photographed

SHEET = paper.page(paper.ENGLISH, paper.ENGLISH_HEADINGS, head="Name: A", title="Report", size=14)
SHEET_SOFT = cv2.blur(SHEET, (5, 5))
NO_WRITING = np.zeros((0, 2))


def seen(view):
    picture = photographed(SHEET, view)
    return picture, corners_in(SHEET, view, picture.shape[1::-1])


@pytest.mark.parametrize(
    "view",
    [
        View(pitch=25, yaw=-10, roll=5),
        View(yaw=30, table=(60, 60, 66)),
        View(pitch=14, hand=0.5, lens=0.3),
    ],
    ids=["from below", "dark table", "in the shadow of a hand"],
)
def test_the_corners_of_a_sheet_on_a_table_are_found(view):
    picture, corners = seen(view)
    assert np.abs(corners_of(picture) - corners).max() < 0.01 * max(picture.shape)


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((1, 1, 3), np.uint8),
        np.full((200, 300, 3), 240, np.uint8),
        SHEET,
        photographed(SHEET, View(pitch=12, fill=1.3)),
    ],
    ids=["one point", "blank", "scanned", "edges cut off"],
)
def test_where_no_whole_sheet_stands_out_none_is_made_up(picture):
    assert corners_of(picture) is None


def test_a_sheet_laid_flat_is_the_sheet():
    picture, corners = seen(View(pitch=20, yaw=20, roll=-8, quality=95))
    flat = laid_flat(picture, corners, NO_WRITING)
    again = cv2.resize(flat, SHEET.shape[1::-1], interpolation=cv2.INTER_AREA)
    inner = np.s_[8:-8, 8:-8, 0]
    same = np.corrcoef(cv2.blur(again, (5, 5))[inner].ravel(), SHEET_SOFT[inner].ravel())[0, 1]
    crooked = cv2.resize(picture, SHEET.shape[1::-1], interpolation=cv2.INTER_AREA)
    before = np.corrcoef(crooked[inner].ravel(), SHEET_SOFT[inner].ravel())[0, 1]
    assert same > 0.5 > before


def test_writing_beside_the_sheet_stays_in_the_picture():
    picture, corners = seen(View(pitch=10, fill=0.6))
    alone = laid_flat(picture, corners, NO_WRITING)
    right, middle = corners[:, 0].max(), corners[:, 1].mean()
    beside = laid_flat(picture, corners, np.array([(right + 60.0, middle)]))
    assert beside.shape[1] > alone.shape[1] + 30


def test_with_writing_far_from_the_sheet_the_picture_is_left_alone():
    picture, corners = seen(View(pitch=10, fill=0.3))
    assert laid_flat(picture, corners, np.array([(5.0, 5.0)])) is None


def test_four_points_go_where_they_are_sent():
    source = np.array([(10, 12), (90, 20), (80, 70), (15, 60)], float)
    target = np.array([(0, 0), (100, 0), (100, 50), (0, 50)], float)
    sent = np.column_stack((source, np.ones(4))) @ homography(source, target).T
    assert sent[:, :2] / sent[:, 2:] == pytest.approx(target)


def test_only_a_sheet_that_fills_its_picture_squarely_is_taken_for_scanned():
    whole = np.array([(5, 5), (295, 6), (295, 195), (5, 194)], float)
    assert is_square(whole, (200, 300))
    assert not is_square(whole * (1, 0.7), (200, 300)), "a part of the picture"
    assert not is_square(whole + np.array([(0, 0), (0, 9), (0, 0), (0, 0)]), (200, 300)), "askew"


def test_the_lit_part_of_a_sheet_is_not_taken_for_the_sheet():
    picture = np.full((400, 400, 3), 30, np.uint8)
    corners = np.array([(60, 40), (342, 70), (320, 350), (80, 330)], float)
    cv2.fillPoly(picture, [corners.astype(np.int32)], (110, 110, 110))
    lit = np.array([(60, 40), (210, 56), (210, 341), (80, 330)], np.int32)
    cv2.fillPoly(picture, [lit], (220, 220, 220))
    assert np.abs(corners_of(picture) - corners).max() < 6


@pytest.mark.parametrize(
    "view",
    [View(pitch=40), View(yaw=30), View(pitch=30, yaw=20, roll=8)],
    ids=["from below", "from the side", "from the corner"],
)
def test_a_sheet_that_a_slanting_look_squeezed_has_its_own_proportions_again(view):
    size = (700, 700)
    corners = corners_in(SHEET, view, size)
    high, wide = laid_flat(np.zeros((*size, 3), np.uint8), corners, NO_WRITING).shape[:2]
    assert wide / high == pytest.approx(SHEET.shape[1] / SHEET.shape[0], rel=0.08)
