import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from meddx_desktop.core.domain.finding import Region
from meddx_desktop.gui.image_tab.heat_layer import HeatLayer
from meddx_desktop.gui.image_tab.view_state import ViewState


@pytest.fixture
def layer(qapp):
    """Red over the upper left quarter of the film, nothing elsewhere."""
    overlay = QImage(40, 30, QImage.Format.Format_RGBA8888)
    overlay.fill(QColor(0, 0, 0, 0))
    painter = QPainter(overlay)
    painter.fillRect(0, 0, 20, 15, QColor(255, 0, 0))
    painter.end()
    made = HeatLayer()
    made.opacity = 1.0
    made.show(overlay, None)
    return made


def painted(layer, state, ratio=1.0):
    canvas = QImage(state.width, state.height, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(QColor(0, 0, 0))
    painter = QPainter(canvas)
    layer.paint(painter, state, ratio)
    painter.end()
    return canvas


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s,
        lambda s: s.rotate(1),
        lambda s: s.rotate(2),
        lambda s: s.flip_horizontal(),
        lambda s: s.flip_vertical().rotate(1),
        lambda s: s.zoom_at((100, 80), 2.5).pan(-40, 10),
    ],
)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_overlay_lies_on_the_film_however_it_is_turned(layer, change, ratio):
    state = change(ViewState.fitting(400, 300, 320, 320))
    canvas = painted(layer, state, ratio)
    for point, red in (((100, 75), 255), ((300, 75), 0), ((100, 225), 0), ((300, 225), 0)):
        x, y = (round(value) for value in state.to_screen(point))
        if 0 <= x < 320 and 0 <= y < 320:
            assert canvas.pixelColor(x, y).red() == pytest.approx(red, abs=3), point


def test_opacity_scales_the_colour(layer):
    layer.opacity = 0.5
    state = ViewState.fitting(400, 300, 400, 300)
    assert painted(layer, state).pixelColor(100, 75).red() == pytest.approx(128, abs=2)


def test_cleared_draws_nothing(layer):
    layer.clear()
    state = ViewState.fitting(400, 300, 400, 300)
    assert not layer.is_shown
    assert painted(layer, state).pixelColor(100, 75).red() == 0


def test_the_region_is_outlined_where_it_lies(layer):
    layer.show(layer.overlay, Region(200, 100, 100, 100))
    state = ViewState.fitting(400, 300, 400, 300)
    canvas = painted(layer, state)
    edge = [canvas.pixelColor(x, 100).green() for x in range(210, 290)]
    assert max(edge) == 255
    assert canvas.pixelColor(250, 150).green() == 0
