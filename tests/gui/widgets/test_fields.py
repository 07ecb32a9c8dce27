from meddx_desktop.gui import theme
from meddx_desktop.gui.widgets import fields


def test_a_line_that_is_too_long_shortens_and_keeps_all_of_it(qtbot):
    label = fields.ElidedLabel("a very long name of a very long patient")
    qtbot.addWidget(label)
    label.resize(theme.letters(8), 20)
    label.show()
    assert label.text() != label.whole
    assert label.toolTip() == label.whole == label.accessibleName()


def test_markup_in_a_name_stays_text(qtbot):
    label = fields.text("<b>Li</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>Li</b>"
    assert label.textFormat().name == "PlainText"


def test_a_wrong_field_says_why(qtbot):
    line = fields.LineEdit("x")
    qtbot.addWidget(line)
    line.set_invalid("no number")
    assert line.property("invalid") == "true" and line.toolTip() == "no number"
    line.set_invalid("")
    assert line.property("invalid") == "false"


def test_menu_words_lose_their_mnemonics():
    assert fields.plain_words("&Open films…") == "Open films…"
    assert fields.plain_words("打开胶片(&O)…") == "打开胶片…"
