"""Protects: one row of tools, whatever the width, and no tool out of reach."""

from itertools import pairwise

import pytest

from meddx_desktop.gui.image_tab.actions import ImageActions
from meddx_desktop.gui.image_tab.tool_bar import ImageToolBar


@pytest.fixture
def bar(qtbot, qapp):
    actions = ImageActions(qapp)
    made = ImageToolBar(actions)
    qtbot.addWidget(made)
    made.show_preset("Default")
    made.show()
    made.resize(1000, made.height())
    return made


def shown(bar):
    return {key for key, button in bar.buttons.items() if not button.isHidden()}


def in_menu(bar):
    return {action.objectName() for action in bar.more_menu.actions()}


def test_a_wide_row_needs_no_menu(bar):
    assert bar.more.isHidden()
    assert {"tool_window", "reset", "heat"} <= shown(bar)
    assert "cine" not in shown(bar)


@pytest.mark.parametrize("width", [900, 600, 480, 400, 330])
@pytest.mark.parametrize("many", [False, True])
def test_what_leaves_the_row_is_in_the_menu(bar, width, many, qtbot):
    bar.show_frames(many=many)
    everything = shown(bar) | in_menu(bar)
    height = bar.height()
    bar.resize(width, height)
    qtbot.wait(10)
    assert bar.width() == width
    assert shown(bar) | in_menu(bar) == everything
    assert not shown(bar) & in_menu(bar)
    assert bar.more.isHidden() == (not in_menu(bar))
    assert bar.sizeHint().height() <= height
    right = [b.mapTo(bar, b.rect().topRight()).x() for k, b in bar.buttons.items() if b.isVisible()]
    assert max(right) <= width
    places = sorted(
        (b.mapTo(bar, b.rect().topLeft()).x(), b.width())
        for b in (*bar.buttons.values(), bar.presets, bar.more)
        if b.isVisible()
    )
    for (x, w), (following, _) in pairwise(places):
        assert x + w <= following, "two buttons lie over each other"


def test_the_first_tool_and_the_heat_map_stay(bar):
    bar.resize(bar.minimumSizeHint().width(), bar.height())
    assert {"tool_window", "heat"} <= shown(bar)


def test_width_regained_brings_the_tools_back(bar):
    before = shown(bar)
    bar.resize(330, bar.height())
    bar.resize(1000, bar.height())
    assert shown(bar) == before and bar.more.isHidden()
