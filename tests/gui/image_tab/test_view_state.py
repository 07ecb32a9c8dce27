import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.operations.images import Frame, Renderer
from meddx_desktop.gui.image_tab.view_state import ViewState

calm = settings(deadline=None)
sizes = st.integers(1, 5000)
turns = st.lists(st.sampled_from(["right", "left", "flip_h", "flip_v", "invert"]), max_size=8)


@st.composite
def states(draw):
    state = ViewState.fitting(draw(sizes), draw(sizes), draw(sizes), draw(sizes))
    for step in draw(turns):
        state = turned(state, step)
    state = state.zoom(draw(st.floats(0.2, 8)))
    return state.pan(draw(st.floats(-500, 500)), draw(st.floats(-500, 500)))


def turned(state, step):
    return {
        "right": lambda: state.rotate(1),
        "left": lambda: state.rotate(-1),
        "flip_h": state.flip_horizontal,
        "flip_v": state.flip_vertical,
        "invert": state.invert,
    }[step]()


def lying(state):
    return (state.quarter_turns, state.mirrored, state.inverted)


@calm
@given(states(), st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_screen_and_film_are_inverse(state, x, y):
    back = state.to_screen(state.to_film((x, y)))
    assert back == pytest.approx((x, y), abs=1e-3)


@calm
@given(states(), st.floats(0, 3000), st.floats(0, 3000), st.floats(0.1, 10))
def test_zoom_keeps_the_point_under_the_cursor(state, x, y, factor):
    before = state.to_film((x, y))
    assert state.zoom_at((x, y), factor).to_film((x, y)) == pytest.approx(before, abs=1e-6)


@calm
@given(states())
def test_turns_and_flips_close_on_themselves(state):
    assert lying(state.rotate(1).rotate(1).rotate(1).rotate(1)) == lying(state)
    assert lying(state.rotate(1).rotate(-1)) == lying(state)
    assert lying(state.flip_horizontal().flip_horizontal()) == lying(state)
    assert lying(state.flip_vertical().flip_vertical()) == lying(state)
    assert lying(state.flip_horizontal().flip_vertical()) == lying(state.rotate(2))
    assert lying(state.invert().invert()) == lying(state)


@calm
@given(states(), st.floats(0, 1), st.floats(0, 1))
def test_flip_mirrors_what_is_seen(state, across, down):
    x, y = state.to_screen((across * state.columns, down * state.rows))
    film = state.to_film((x, y))
    assert state.flip_horizontal().to_screen(film) == pytest.approx(
        (state.width - x, y), rel=1e-6, abs=1e-3
    )
    assert state.flip_vertical().to_screen(film) == pytest.approx(
        (x, state.height - y), rel=1e-6, abs=1e-3
    )


@calm
@given(sizes, sizes, sizes, sizes, turns)
def test_fit_shows_the_whole_film_as_large_as_it_goes(columns, rows, width, height, steps):
    state = ViewState.fitting(columns, rows, width, height)
    for step in steps:
        state = turned(state, step)
    corners = [state.to_screen((x, y)) for x in (0, columns) for y in (0, rows)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    assert left + right == pytest.approx(width, abs=1e-3)
    assert top + bottom == pytest.approx(height, abs=1e-3)
    if 1 / 64 < state.scale < 32:
        assert min(width - (right - left), height - (bottom - top)) == pytest.approx(0, abs=1e-3)


@calm
@given(states(), st.floats(-200, 200), st.floats(-200, 200))
def test_pan_moves_with_the_hand_until_the_edge(state, across, down):
    moved = state.pan(across, down)
    x, y = moved.centre
    assert 0 <= x <= state.columns and 0 <= y <= state.rows
    if 0 < x < state.columns and 0 < y < state.rows:
        point = (state.columns / 3, state.rows / 3)
        before, after = state.to_screen(point), moved.to_screen(point)
        assert after == pytest.approx((before[0] + across, before[1] + down), abs=1e-3)


def test_one_to_one_and_resize():
    state = ViewState.fitting(4000, 3000, 800, 600)
    assert state.scale == pytest.approx(0.2)
    assert state.resized(400, 600).scale == pytest.approx(0.1)
    full = state.one_to_one()
    assert full.scale == 1.0 and full.centre == (2000, 1500)
    assert full.resized(400, 600).scale == 1.0
    assert full.reset() == state


def test_alterations_have_one_short_name_each():
    state = ViewState.fitting(10, 10, 10, 10)
    assert not state.is_altered
    assert state.flip_horizontal().flips == (True, False, 0)
    assert state.flip_vertical().flips == (False, True, 0)
    assert state.flip_vertical().flip_horizontal().flips == (False, False, 180)
    assert state.rotate(1).flip_horizontal().flips == (True, False, 270)
    assert state.rotate(-1).flips == (False, False, 270)
    assert not state.rotate(1).invert().flip_vertical().upright().is_altered


@calm
@given(states(), st.floats(0, 1), st.floats(0, 1))
def test_the_renderers_viewport_is_the_same_view(state, across, down):
    point = (across * state.columns, down * state.rows)
    told = state.viewport.to_screen(*point, rows=state.rows, columns=state.columns)
    assert told == pytest.approx(state.to_screen(point), rel=1e-6, abs=1e-2)


@pytest.mark.parametrize(
    ("steps", "corner"),
    [
        ([], "top left"),
        (["right"], "top right"),
        (["right", "right"], "bottom right"),
        (["left"], "bottom left"),
        (["flip_h"], "top right"),
        (["flip_v"], "bottom left"),
        (["right", "flip_h"], "top left"),
        (["flip_h", "right"], "bottom right"),
    ],
)
def test_the_renderer_paints_the_corner_where_the_state_says(steps, corner):
    stored = np.zeros((60, 80), np.uint8)
    stored[:20, :20] = 255
    state = ViewState.fitting(80, 60, 200, 200)
    for step in steps:
        state = turned(state, step)
    shown = Renderer(Frame(stored, identity=True)).render(state.viewport)
    ys, xs = np.nonzero(shown > 128)
    found = f"{'top' if ys.mean() < 100 else 'bottom'} {'left' if xs.mean() < 100 else 'right'}"
    assert found == corner
    x, y = state.to_screen((10, 10))
    assert shown[round(y), round(x)] > 200


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("inverted", [False, True])
def test_a_film_that_stands_corrected_is_not_altered_and_upright_comes_back_to_it(turns, inverted):
    state = ViewState.fitting(40, 30, 400, 300, upright=(turns, inverted))
    assert not state.is_altered and state.flips == (False, False, 0)
    changed = state.rotate(1).flip_horizontal().invert().zoom(2)
    assert changed.is_altered and changed.is_inverted
    for back in (changed.reset(), changed.upright()):
        assert not back.is_altered
        assert (back.quarter_turns, back.inverted) == (turns, inverted)
    assert state.reset() == state


@pytest.mark.parametrize("turns", range(4))
def test_what_is_told_of_a_corrected_film_is_how_it_was_altered_since(turns):
    """The same hand movements, the same words, however the stored film lies."""
    plain = ViewState.fitting(40, 30, 400, 300)
    stands = ViewState.fitting(40, 30, 400, 300, upright=(turns, False))
    moves = (
        lambda s: s.rotate(1),
        lambda s: s.rotate(2),
        lambda s: s.flip_horizontal(),
        lambda s: s.flip_vertical(),
        lambda s: s.flip_horizontal().rotate(1),
        lambda s: s.rotate(-1).flip_vertical(),
    )
    for move in moves:
        assert move(stands).flips == move(plain).flips


def test_another_standing_starts_the_view_anew_and_the_same_one_does_not():
    state = ViewState.fitting(40, 30, 400, 300).zoom(3)
    assert state.standing((0, False)) is state
    stood = state.standing((1, True))
    assert stood == ViewState.fitting(40, 30, 400, 300, upright=(1, True))
