"""The program's own font shows all that the program says, whatever fonts the machine has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
STYLES = ["Regular", "Bold"]

NAMES = "Łukasz Żółć Şahin Čapek Nguyễn Văn Đức Αθήνα Київ 王喆 李镕 陈堃 欧阳玥"
SYMBOLS = "≥≤±µ×·…–—°²³▲▼●✓→←½‰√∞≈“”‘’•₂⁻"


def texts() -> Iterator[Path]:
    """Yield the files that hold what the program says."""
    yield from ROOT.glob("resources/translations/*.ts")
    yield from ROOT.glob("resources/guide/*.md")
    yield from ROOT.glob("meddx_desktop/words/*.py")


@pytest.fixture(params=STYLES)
def font(request: pytest.FixtureRequest, qapp: QApplication) -> QRawFont:
    return QRawFont(str(ROOT / f"resources/fonts/MedDxSans-{request.param}.otf"), 100)


@pytest.mark.parametrize("path", sorted(texts()), ids=lambda path: path.name)
def test_shows_every_character_of(path: Path, font: QRawFont) -> None:
    characters = set(path.read_text(encoding="utf-8")) - {"\n", "\t", "\r"}
    assert [one for one in sorted(characters) if not font.supportsCharacter(ord(one))] == []


@pytest.mark.parametrize("text", [NAMES, SYMBOLS])
def test_shows_names_and_symbols(text: str, font: QRawFont) -> None:
    assert [one for one in text if not font.supportsCharacter(ord(one))] == []


def test_digits_are_equally_wide(font: QRawFont) -> None:
    advances = font.advancesForGlyphIndexes(font.glyphIndexesForString("0123456789"))
    assert len({advance.x() for advance in advances}) == 1


def test_family_is_our_own(font: QRawFont) -> None:
    assert font.familyName() == "MedDx Sans"
