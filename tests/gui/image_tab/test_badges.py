import pytest

from meddx_desktop import words
from meddx_desktop.gui.image_tab.badges import AlteredBadge, SignBadge
from meddx_desktop.gui.image_tab.view_state import ViewState

STATE = ViewState.fitting(40, 30, 400, 300)


@pytest.fixture
def badge(qtbot):
    made = AlteredBadge()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (STATE.flip_horizontal(), "Flipped"),
        (STATE.flip_vertical(), "Flipped top to bottom"),
        (STATE.rotate(1), "Rotated 90° right"),
        (STATE.rotate(2), "Rotated 180°"),
        (STATE.rotate(-1).invert(), "Rotated 90° left · Inverted"),
        (STATE.flip_horizontal().rotate(1).invert(), "Flipped · Rotated 90° right · Inverted"),
    ],
)
def test_it_names_what_was_altered(badge, state, said):
    badge.show_state(state)
    assert badge.button.text() == said
    assert said in badge.button.accessibleName()
    assert badge.marker.isHidden() is not state.mirrored
    assert badge.marker.text() == words.safety("marker")


def test_it_goes_only_when_nothing_is_altered(badge):
    badge.show_state(STATE.invert())
    assert not badge.isHidden()
    badge.show_state(STATE.zoom(3))
    assert badge.isHidden()


def test_a_click_asks_to_undo(badge, qtbot):
    badge.show_state(STATE.invert())
    with qtbot.waitSignal(badge.undo):
        badge.button.click()


def test_a_sign_is_named(qtbot):
    made = SignBadge("clock", "Screening…", "accent", tip="tip")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Screening…"
    assert made.toolTip() == "tip"
