"""Protects: at large text on a small screen the film keeps its width, and no wish is overruled."""

import pytest

from meddx_desktop.gui.room import Plan, Side, Wish, plan


def planned(width=1366, height=768, *, scale=1.0, worklist=Wish.AUTO, assessment=Wish.AUTO):
    step = round(8 * (1 + (scale - 1) / 2))
    return plan(
        width,
        height,
        step=step,
        rail=7 * step,
        worklist=Side(33 * step, worklist),
        assessment=Side(36 * step, assessment),
    )


@pytest.mark.parametrize(
    ("width", "height", "scale", "expected"),
    [
        (1366, 768, 1.0, Plan(False, False, False)),
        (1366, 768, 1.5, Plan(False, False, False)),
        (1366, 768, 2.0, Plan(True, False, True)),
        (1024, 768, 2.0, Plan(True, True, True)),
        (1920, 1080, 2.0, Plan(False, False, False)),
        (1024, 768, 1.0, Plan(True, False, False)),
    ],
)
def test_what_folds_by_itself(width, height, scale, expected):
    assert planned(width, height, scale=scale) == expected


def test_a_wish_is_never_overruled():
    assert planned(scale=2.0, worklist=Wish.OPEN).worklist_folded is False
    assert planned(worklist=Wish.FOLDED).worklist_folded is True
    assert planned(1024, scale=2.0, assessment=Wish.OPEN).assessment_folded is False


def test_a_worklist_held_open_costs_the_assessment():
    assert planned(scale=2.0, worklist=Wish.OPEN).assessment_folded is True
