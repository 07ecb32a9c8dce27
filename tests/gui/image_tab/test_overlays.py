import pytest
from PySide6.QtTest import QTest

from meddx_desktop.gui import fonts, theme
from meddx_desktop.gui.image_tab.corner_lines import Corners, Detail


@pytest.fixture
def overlays(tab, opened, file_film, screened, hot_corner, session, qtbot):
    case_id, uid = file_film(instance={"for_processing": True})
    screened(case_id, uid)
    viewer = opened(case_id)
    session.select_finding("pneumonia")
    qtbot.waitUntil(lambda: viewer.heat.is_shown)
    viewer.change_view(lambda state: state.flip_horizontal().invert())
    return tab.overlays


@pytest.mark.parametrize("size", [(1200, 900), (760, 600), (420, 640)])
def test_nothing_covers_anything(tab, overlays, size, qtbot):
    tab.resize(*size)
    qtbot.wait(30)
    overlays.place()
    parts = [overlays.processing, overlays.altered, overlays.legend]
    assert all(part.isVisible() for part in parts)
    for part in parts:
        assert tab.viewer.rect().contains(part.geometry())
        assert part.height() >= part.minimumSizeHint().height()
    for one in parts:
        for other in parts:
            assert one is other or not one.geometry().intersects(other.geometry())


def test_a_small_viewer_keeps_scale_and_warning(tab, overlays, qtbot):
    tab.resize(500, 380)
    qtbot.wait(30)
    assert overlays.legend.slider.isHidden()
    tab.resize(900, 800)
    qtbot.wait(30)
    assert not overlays.legend.slider.isHidden()


def test_hidden_corner_text_gives_its_room_back(tab, overlays, qtbot):
    tab.resize(420, 640)
    qtbot.wait(30)
    below = overlays.processing.y()
    tab.actions_["corner_text"].trigger()
    assert overlays.processing.y() < below


@pytest.mark.parametrize(("width", "height"), [(920, 402), (716, 250), (500, 300), (1200, 900)])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_on_the_film_covers_anything_else(
    tab, opened, file_film, screened, session, hot_corner, qapp, qtbot, width, height, scale
):
    theme.apply(qapp, appearance="dark", text_scale=scale, family=fonts.load())
    case_id, uid = file_film()
    screened(case_id, uid)
    viewer = opened(case_id)
    tab.resize(width, height + tab.height() - viewer.height())
    session.select_finding("pneumonia")
    overlays = tab.overlays
    qtbot.waitUntil(lambda: not overlays.legend.isHidden())
    QTest.keyClick(viewer, "r")
    qtbot.wait(30)
    overlays.place()
    areas = [overlays.legend.geometry(), overlays.altered.geometry()]
    areas += overlays.corners.areas(overlays.corners.shown)
    if viewer.height() >= 240:
        for place, area in enumerate(areas):
            assert not any(area.intersects(other) for other in areas[place + 1 :])
    assert overlays.legend.geometry().right() <= viewer.width()


def test_a_large_viewer_says_everything(tab, opened, file_film, qtbot):
    opened(file_film()[0])
    qtbot.wait(20)
    corners = tab.overlays.corners
    assert corners.shown == corners.corners != Corners()


def test_whose_film_it_is_goes_last(tab, opened, file_film):
    opened(file_film()[0])
    whole = tab.overlays.corners.corners
    assert whole.at(Detail.LEAST).top_left == whole.top_left[:2]
    assert whole.at(Detail.LEAST).bottom_left == ()
    assert whole.at(Detail.SHORT).bottom_left == whole.bottom_left[:1]
