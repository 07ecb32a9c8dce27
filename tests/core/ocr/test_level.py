"""Protects: lines that rise, fan out or bend become level; a level page is left alone."""

import numpy as np
import pytest

from meddx_desktop.core.ocr.level import bend_of, leveled
from meddx_desktop.core.ocr.places import Place

SIZE = (600, 800)
LINES = np.arange(60, 560, 40)
STARTS = (80, 240, 420, 600)
LONG, HIGH = 90, 12


def words(move, *, lines=LINES, starts=STARTS):
    """Words of a table; `move` says how much lower a point of the flat page stands."""
    found = []
    for line in lines:
        for start in starts:
            x = start + (np.arange(6) + 0.5) / 6 * LONG
            middles = [line + move(at / 400 - 1, (line - 300) / 400) * 400 for at in x]
            top, bottom = int(min(middles) - HIGH), int(max(middles) + HIGH)
            found.append(Place(top, start, bottom, start + LONG, 0.9, tuple(middles)))
    return found


def page(found):
    made = np.full((*SIZE, 3), 230, np.uint8)
    for one in found:
        across = np.arange(one.left, one.right)
        ends = np.linspace(one.left, one.right, len(one.middles) + 1)
        middles = np.interp(across, (ends[1:] + ends[:-1]) / 2, one.middles)
        for x, y in zip(across, middles.round().astype(int), strict=True):
            made[max(0, y - 4) : y + 4, x] = 20
    return made


@pytest.mark.parametrize(
    ("move", "heights"),
    [
        (lambda x, _y: 0.06 * x, (-0.06, 0, 0, 0, 0)),
        (lambda x, y: 0.05 * x * y, (0, -0.05, 0, 0, 0)),
        (lambda x, _y: 0.03 * x * x, (0, 0, -0.03, 0, 0)),
    ],
    ids=["rising", "fanning out", "bending"],
)
def test_how_lines_lie_is_read_off_their_words(move, heights):
    bend = bend_of(words(move), SIZE)
    assert bend.heights == pytest.approx(np.array(heights), abs=0.012)
    assert not bend.is_uneven


def test_lines_come_out_level():
    found = words(lambda x, y: 0.05 * x * y + 0.03 * x * x + 0.04 * x)
    made = leveled(page(found), bend_of(found, SIZE), found)
    dark = made[..., 0] < 120
    # Where a line is, it is from its first word to its last; between lines there is none.
    rows = dark.sum(axis=1)
    assert np.count_nonzero(np.diff((rows > len(STARTS) * LONG * 0.8).astype(int)) == 1) == len(
        LINES
    )
    assert np.count_nonzero(rows == 0) > made.shape[0] // 3


def test_columns_that_lean_come_out_upright():
    found = [
        Place(one.top, one.left + shift, one.bottom, one.right + shift, 0.9, one.middles)
        for one in words(lambda _x, _y: 0.0)
        for shift in [round(0.12 * (one.top - 300))]
    ]
    bend = bend_of(found, SIZE)
    assert bend.lean == pytest.approx((-0.12, 0.0), abs=0.02)
    made = leveled(page(found), bend, found)
    columns = (made[..., 0] < 120).sum(axis=0)
    assert np.count_nonzero(np.diff((columns > 4 * len(LINES)).astype(int)) == 1) == len(STARTS)


def test_a_level_page_stays_as_it_is():
    found = words(lambda _x, _y: 0.0)
    sheet = page(found)
    assert leveled(sheet, bend_of(found, SIZE), found) is sheet
    assert leveled(sheet, bend_of([], SIZE), []) is sheet


def test_lines_that_lie_anyhow_are_said_to():
    chance = np.random.default_rng(3)
    slopes = iter(chance.uniform(-0.3, 0.3, 1000))
    rough = []
    for one in words(lambda _x, _y: 0.0):
        rise = next(slopes) * LONG
        middles = tuple(np.linspace(-rise / 2, rise / 2, 6) + one.middles[0] + next(slopes) * 60)
        rough.append(Place(one.top, one.left, one.bottom, one.right, 0.9, middles))
    assert bend_of(rough, SIZE).is_uneven
