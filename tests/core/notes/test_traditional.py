"""Protects: a note in traditional signs is read as one in simplified ones, at its own places."""

import pytest

from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.traditional import simplified


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("無咯血，無黑便，發熱3天", {"咯血": "negated", "黑便": "negated", "發熱": "present"}),
        ("否認頭暈", {"頭暈": "negated"}),
        ("既往史：糖尿病，腦梗死。", {"糖尿病": "historical", "腦梗死": "historical"}),
    ],
)
def test_what_is_said(text, said):
    found = {one.text: one.assertion.value for one in analyze(text).mentions if one.concept}
    assert {word: found[word] for word in said} == said


def test_denied_danger_signs_fire_nothing():
    assert analyze("無咯血，無黑便").flags == ()
    assert [one.name for one in analyze("咯血兩天").flags] == ["tb_symptoms"]


def test_one_sign_for_one():
    assert simplified("發熱abc") == "发热abc"
    assert simplified("発熱なし") == "発热なし"
