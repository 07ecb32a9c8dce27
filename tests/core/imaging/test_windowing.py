"""Protects: a drag feels the same on every film, and no window becomes impossible."""

import numpy as np
import pytest

from meddx_desktop.core.imaging import windowing
from meddx_desktop.core.imaging.pixels import Frame, VoiLut, Window, full_range

WHOLE = Window(2048, 4096, "LINEAR_EXACT")
USUAL = Window(2000, 1536)


def drag(start=USUAL, usual=USUAL, **way):
    return windowing.dragged(start, WHOLE, usual=usual, **{"across": 0, "down": 0, **way})


def test_a_drag_moves_width_and_level_by_the_films_own_step():
    step = 2 * USUAL.width / 768
    assert drag(across=100).width == pytest.approx(USUAL.width + 100 * step)
    assert drag(across=100).center == USUAL.center
    assert drag(down=-50).center == pytest.approx(USUAL.center - 50 * step)
    assert drag(down=-50).width == USUAL.width


def test_the_step_never_exceeds_the_films_range():
    wide = Window(2048, 100_000)
    assert drag(wide, wide, across=-10).width == pytest.approx(4 * WHOLE.width)
    assert drag(usual=wide, across=768).width == pytest.approx(USUAL.width + WHOLE.width)


def test_a_window_stays_valid_however_far_one_drags():
    for function in ("LINEAR", "LINEAR_EXACT", "SIGMOID"):
        start = Window(100, 50, function)
        narrow = drag(start, across=-1e9, down=1e9)
        assert narrow.is_valid and narrow.function == function
        assert narrow.center <= WHOLE.center + WHOLE.width


def test_fine_keys_step_level_and_width_and_back():
    up = windowing.stepped(USUAL, WHOLE, usual=USUAL, level=1)
    assert up.center == pytest.approx(USUAL.center + USUAL.width / 64)
    back = windowing.stepped(up, WHOLE, usual=USUAL, level=-1)
    assert back.center == pytest.approx(USUAL.center)
    wider = windowing.stepped(USUAL, WHOLE, usual=USUAL, width=1)
    assert wider.width == pytest.approx(USUAL.width * 65 / 64)


def test_a_table_becomes_the_window_of_its_rise():
    data = np.concatenate([np.zeros(100), np.arange(1, 201), np.full(100, 201)]).astype(np.uint16)
    window = windowing.as_window(VoiLut(1000, 16, data))
    assert window.center == pytest.approx(1199.5)
    assert window.width == pytest.approx(199)
    flat = windowing.as_window(VoiLut(0, 8, np.zeros(10, np.uint16)))
    assert flat.is_valid


def frame(**how):
    return Frame(np.arange(10_000, dtype=np.uint16).reshape(100, 100), **how)


def named(made):
    return {preset.key: preset.voi for preset in windowing.presets_of(made)}


def test_presets_are_ranges_of_the_films_own_values():
    found = named(frame())
    assert list(found) == ["standard", "lung", "bone", "contrast"]
    assert found["standard"].center == pytest.approx(5000, abs=50)
    assert found["lung"].center < found["standard"].center < found["bone"].center
    assert found["contrast"].width < found["standard"].width


def test_presets_follow_what_is_seen_on_an_inverse_film():
    found = named(frame(inverse=True))
    assert found["lung"].center > found["standard"].center > found["bone"].center


def test_presets_are_in_modality_units_and_without_padding():
    plain, scaled = named(frame()), named(frame(slope=2.0, intercept=-1000.0))
    assert scaled["lung"].center == pytest.approx(2 * plain["lung"].center - 1000)
    padded = named(frame(padding=(5000.0, 9999.0)))
    whole = full_range(frame())
    assert padded["standard"].center < whole.center / 1.5


def test_the_files_own_windows_come_last_and_colour_has_none():
    own = Window(40, 400, label="SOFT")
    found = windowing.presets_of(frame(windows=(own, Window(1, 2))))
    assert [(p.key, p.label, p.number) for p in found[4:]] == [("file", "SOFT", 1), ("file", "", 2)]
    assert windowing.presets_of(Frame(np.zeros((4, 4, 3), np.uint8))) == ()


def test_a_film_of_one_value_still_has_valid_presets():
    flat = Frame(np.full((10, 10), 7, np.uint16))
    assert all(preset.voi.is_valid for preset in windowing.presets_of(flat))
