import pytest
from PySide6.QtCore import Qt

from meddx_desktop.gui.image_tab.pointer import Pointer, Tool
from meddx_desktop.gui.image_tab.view_state import ViewState

LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


class Hand:
    def __init__(self, ratio=1.0):
        self.state = ViewState.fitting(400, 300, 800, 600)
        self.drags = []
        self.pointer = Pointer(self.change, lambda x, y: self.drags.append((x, y)), lambda: ratio)

    def change(self, change):
        self.state = change(self.state)

    def drag(self, button, *way):
        self.pointer.press(button, way[0])
        for place in way[1:]:
            self.pointer.move(place)
        self.pointer.release()


def test_the_left_button_windows_from_where_the_drag_began():
    hand = Hand()
    hand.drag(LEFT, (10, 10), (15, 8), (30, 0))
    assert hand.drags == [(5, -2), (20, -10)]
    assert hand.state == ViewState.fitting(400, 300, 800, 600)


def test_middle_button_and_space_pan_in_device_pixels():
    for setup in (lambda hand: MIDDLE, lambda hand: setattr(hand.pointer, "space_held", True)):
        hand = Hand(ratio=2.0)
        button = setup(hand) or LEFT
        before = hand.state.to_screen((100, 100))
        hand.drag(button, (0, 0), (3, 4), (10, 5))
        after = hand.state.to_screen((100, 100))
        assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((20, 10))
        assert hand.drags == []


def test_right_drag_zooms_around_where_it_began():
    hand = Hand()
    before = hand.state.to_film((200, 150))
    hand.drag(RIGHT, (200, 150), (200, 100))
    assert hand.state.scale > 2.5
    assert hand.state.to_film((200, 150)) == pytest.approx(before)


def test_a_second_button_does_not_change_the_drag():
    hand = Hand()
    hand.pointer.press(LEFT, (0, 0))
    hand.pointer.press(RIGHT, (0, 0))
    hand.pointer.move((4, 0))
    assert hand.drags == [(4, 0)]


def test_the_tool_decides_what_the_left_button_does():
    hand = Hand()
    hand.pointer.tool = Tool.PAN
    hand.drag(LEFT, (0, 0), (7, 0))
    assert hand.drags == [] and not hand.state.fitted


def test_wheel_steps_are_whole_notches_even_from_a_touchpad():
    hand = Hand()
    assert [hand.pointer.wheel_steps(-40) for _ in range(6)] == [0, 0, 1, 0, 0, 1]
    assert hand.pointer.wheel_steps(240) == -2


def test_wheel_zoom_is_a_fifth_per_notch():
    hand = Hand()
    hand.pointer.wheel_zoom((1, 1), 120)
    assert hand.state.scale == pytest.approx(2.4)
