import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from meddx_desktop.core.operations.images import VoiLut, Window
from meddx_desktop.gui.image_tab.film_loader import FilmKey
from meddx_desktop.gui.image_tab.pointer import Tool
from meddx_desktop.gui.image_tab.view_state import ViewState
from meddx_desktop.gui.image_tab.viewer import FilmViewer

LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


@pytest.fixture
def viewer(qtbot, picture):
    made = FilmViewer()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_picture(picture())
    return made


def drag(viewer, button, start, end):
    QTest.mousePress(viewer, button, pos=QPoint(*start))
    QTest.mouseMove(viewer, QPoint(*end))
    QTest.mouseRelease(viewer, button, pos=QPoint(*end))


def wheel(viewer, at, angle, modifiers=Qt.KeyboardModifier.NoModifier):
    place = QPointF(*at)
    event = QWheelEvent(
        place,
        viewer.mapToGlobal(place),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    viewer.wheelEvent(event)


def grey(viewer, x, y):
    return viewer.grab().toImage().pixelColor(x, y).red()


def test_it_opens_fitted_through_the_usual_window(viewer):
    assert viewer.state == ViewState.fitting(400, 300, 800, 600)
    assert viewer.voi == viewer.picture.usual


def test_dragging_changes_width_across_and_level_down(viewer):
    usual, whole = viewer.picture.usual, viewer.picture.whole
    step = min(whole.width, 2 * usual.width) / 768
    drag(viewer, LEFT, (100, 100), (160, 70))
    assert viewer.voi.width == pytest.approx(usual.width + 60 * step)
    assert viewer.voi.center == pytest.approx(usual.center - 30 * step)


def test_a_higher_level_is_a_darker_picture(viewer):
    before = grey(viewer, 400, 500)
    drag(viewer, LEFT, (100, 100), (100, 200))
    assert grey(viewer, 400, 500) < before


def test_wheel_zoom_keeps_the_film_point_under_the_cursor(viewer):
    at = QPointF(250, 170)
    before = viewer.film_point(at)
    wheel(viewer, (250, 170), 360)
    assert viewer.state.scale == pytest.approx(2 * 1.2**3)
    assert viewer.film_point(at) == pytest.approx(before)


def test_right_drag_zooms_and_middle_drag_pans(viewer):
    drag(viewer, RIGHT, (300, 300), (300, 250))
    assert viewer.state.scale > 2
    place = viewer.state.to_screen((200, 150))
    drag(viewer, MIDDLE, (300, 300), (320, 290))
    moved = viewer.state.to_screen((200, 150))
    assert (moved[0] - place[0], moved[1] - place[1]) == pytest.approx((20, -10))


def test_space_turns_the_left_button_into_a_hand(viewer):
    viewer.setFocus()
    QTest.keyPress(viewer, Qt.Key.Key_Space)
    assert viewer.cursor().shape() == Qt.CursorShape.OpenHandCursor
    drag(viewer, LEFT, (300, 300), (340, 300))
    assert viewer.voi == viewer.picture.usual and not viewer.state.fitted
    QTest.keyRelease(viewer, Qt.Key.Key_Space)
    drag(viewer, LEFT, (300, 300), (340, 300))
    assert viewer.voi != viewer.picture.usual


def test_double_click_fits(viewer):
    viewer.change_view(lambda state: state.zoom(3))
    QTest.mouseDClick(viewer, LEFT, pos=QPoint(10, 10))
    assert viewer.state == ViewState.fitting(400, 300, 800, 600)


def test_the_wheel_goes_through_frames_and_zooms_with_ctrl(viewer, qtbot):
    viewer.many_frames = True
    with qtbot.waitSignal(viewer.frame_stepped) as stepped:
        wheel(viewer, (100, 100), -120)
    assert stepped.args == [1]
    assert viewer.state.fitted
    wheel(viewer, (100, 100), 120, Qt.KeyboardModifier.ControlModifier)
    assert not viewer.state.fitted


def test_a_fitted_film_stays_fitted_when_the_window_grows(viewer):
    viewer.resize(400, 600)
    assert viewer.state.scale == pytest.approx(1.0)


def test_a_frame_of_the_same_film_keeps_view_and_window(viewer, picture):
    viewer.change_view(lambda state: state.zoom(3).rotate(1))
    viewer.set_voi(Window(100, 50))
    state = viewer.state
    viewer.show_picture(picture(key=FilmKey("case", "1.2.3", "hash", 2)))
    assert viewer.state == state and viewer.voi == Window(100, 50)


def test_another_film_starts_fresh(viewer, picture):
    viewer.change_view(lambda state: state.flip_horizontal().invert())
    viewer.set_voi(Window(100, 50))
    viewer.show_picture(picture(key=FilmKey("case", "other", "hash", 1)))
    assert not viewer.state.is_altered
    assert viewer.voi == viewer.picture.usual


def test_cleared_means_black_at_once(viewer):
    assert grey(viewer, 100, 100) > 0
    viewer.clear("Opening film…")
    assert viewer.picture is None
    assert grey(viewer, 100, 100) == 0
    assert viewer.accessibleDescription() == "Opening film…"
    viewer.change_view(lambda state: state.zoom(2))
    viewer.set_voi(Window(1, 2))
    assert viewer.voi is None


def test_colour_pictures_have_no_window(viewer, picture):
    red = np.zeros((30, 40, 3), np.uint8)
    red[..., 0] = 200
    viewer.show_picture(picture(red, key=FilmKey("case", "red", "hash", 1)))
    drag(viewer, LEFT, (100, 100), (200, 200))
    assert viewer.voi == viewer.picture.usual
    color = viewer.grab().toImage().pixelColor(400, 300)
    assert (color.red(), color.green(), color.blue()) == (200, 0, 0)


def test_a_grey_table_of_the_file_can_be_dragged(viewer, picture):
    table = VoiLut(0, 8, np.linspace(0, 255, 60000).astype(np.uint16))
    viewer.show_picture(picture(key=FilmKey("c", "t", "h", 1), voi_luts=(table,)))
    assert viewer.voi == table
    drag(viewer, LEFT, (100, 100), (130, 100))
    assert isinstance(viewer.voi, Window)


def test_slow_renders_wait_for_the_next_frame_and_end_with_the_last_state(viewer, qtbot):
    viewer.render_ms = 50.0
    for _ in range(20):
        viewer.change_view(lambda state: state.zoom(1.05))
    qtbot.waitUntil(lambda: viewer._image is not None)
    assert viewer.state.scale == pytest.approx(2 * 1.05**20)


def test_tools_change_the_cursor(viewer):
    viewer.set_tool(Tool.PAN)
    assert viewer.cursor().shape() == Qt.CursorShape.OpenHandCursor
    viewer.set_tool(Tool.WINDOW)
    assert viewer.cursor().shape() == Qt.CursorShape.ArrowCursor
