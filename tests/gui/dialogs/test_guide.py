"""Protects: the guide is there in both languages, shows its pictures, and names real menus."""

import re

import pytest

from meddx_desktop.gui.commands import Commands
from meddx_desktop.gui.dialogs.guide import GUIDE, GuideDialog, pages, pictures
from meddx_desktop.gui.dialogs.licences import LicencesDialog
from meddx_desktop.gui.translation import Translation
from meddx_desktop.gui.widgets import fields

LANGUAGES = ("en", "zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_small(language):
    named = pictures(language)
    assert len(named) == 4
    for name in named:
        assert (GUIDE / name).stat().st_size < 150_000


def test_both_languages_tell_the_same():
    english, chinese = pages("en"), pages("zh_CN")
    assert len(english) == len(chinese) >= 10
    for (_, one), (_, other) in zip(english, chinese, strict=True):
        assert one.count("\n- ") == other.count("\n- ")
        assert re.findall(r"(?:Ctrl\+)[\w+]+|F\d+", one) == re.findall(
            r"(?:Ctrl\+)[\w+]+|F\d+", other
        )


def test_another_language_gets_the_english_one():
    assert pages("en_US") == pages("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menus_it_names_are_those_of_the_program(qapp, qtbot, language):
    speech = Translation(qapp)
    speech.use(language)
    try:
        from PySide6.QtWidgets import QWidget

        parent = QWidget()
        qtbot.addWidget(parent)
        groups = Commands(parent).groups()
    finally:
        speech.use("en")
    menus = {
        _plain(title): {_plain(action.text()) for action in actions if action is not None}
        for title, actions in groups.items()
    }
    text = "\n".join(body for _, body in pages(language))
    named = re.findall(r"\*([^*\n]+?) › ([^*\n]+?)\*", text)
    assert len(named) > 8
    for menu, entry in named:
        assert any(known.startswith(entry) for known in menus[menu]), (menu, entry)


def _plain(words: str) -> str:
    return fields.plain_words(words).removesuffix("…")


def test_a_chosen_title_shows_its_page(qtbot):
    guide = GuideDialog("en")
    qtbot.addWidget(guide)
    assert "supports screening and decision" in guide.page.toPlainText()
    guide.titles.setCurrentRow(3)
    assert guide.page.toPlainText().startswith("Reading a result")
    assert not guide.isModal()


def test_f1_opens_one_guide(window):
    window.commands.guide.trigger()
    window.commands.guide.trigger()
    (guide,) = window.findChildren(GuideDialog)
    assert guide.isVisible()
    assert window.commands.guide.shortcut().toString() == "F1"
    guide.close()


def test_the_licences_begin_with_how_to_replace_qt(qtbot):
    licences = LicencesDialog()
    qtbot.addWidget(licences)
    text = licences.text.toPlainText()
    assert text.startswith("Parts of this program under the GNU Lesser General Public License")
    assert "PySide6" in text
    assert "Apache License" in text
    assert licences.text.isReadOnly()


def test_pictures_fit_the_page_and_the_guide_opens_nothing_else(qtbot, tmp_path):
    guide = GuideDialog("en")
    qtbot.addWidget(guide)
    guide.titles.setCurrentRow(3)
    guide.resize(700, 500)
    guide.show()
    assert guide.page.horizontalScrollBar().maximum() == 0
    picture = guide.page.loadResource(2, "pictures/window_en.png")
    assert 0 < picture.width() <= guide.page.viewport().width()
    (tmp_path / "other.png").write_bytes((GUIDE / "pictures/window_en.png").read_bytes())
    assert guide.page.loadResource(2, str(tmp_path / "other.png")) is None
