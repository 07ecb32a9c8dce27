import pytest


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
