import pytest
from PySide6.QtCore import Qt

from meddx_desktop.gui import fonts, theme


@pytest.mark.parametrize("tokens", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("ink", "ground"), theme.PAIRS)
def test_every_ink_can_be_read_on_every_ground(tokens, ink, ground):
    assert theme.contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised"])
def test_edges_of_fields_stand_out(tokens, ground):
    assert theme.contrast(tokens.edge, getattr(tokens, ground)) >= 3.0


def test_contrast_of_black_on_white_is_21():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize(
    ("appearance", "scheme", "expected"),
    [
        ("auto", Qt.ColorScheme.Unknown, theme.DARK),
        ("auto", Qt.ColorScheme.Light, theme.LIGHT),
        ("dark", Qt.ColorScheme.Light, theme.DARK),
        ("light", Qt.ColorScheme.Dark, theme.LIGHT),
    ],
)
def test_dark_unless_system_or_setting_says_light(appearance, scheme, expected):
    assert theme.tokens_for(appearance, scheme) is expected


def test_text_scale_doubles_letters_and_grows_space_half_as_fast(qapp):
    letters, space = theme.letters(10), theme.unit()
    theme.apply(qapp, appearance="light", text_scale=200, family=fonts.load())
    assert theme.current() is theme.LIGHT
    assert theme.letters(10) == pytest.approx(2 * letters, rel=0.1)
    assert theme.unit() == pytest.approx(1.5 * space, abs=1)
