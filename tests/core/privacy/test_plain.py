"""Protects: hidden and disguised letters are read, and every find has its place as written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.privacy.identifiers import Found, IdentifierKind
from meddx_desktop.core.privacy.plain import plain


def test_letters_are_read_as_they_look():
    assert plain("Ｊ\u0430ne\u200b Sm\u0456\u00adth").text == "Jane Smith"
    assert plain("Trần Łukasz Øst \U0001d409o a\u0301").text == "Tran Lukasz Ost Jo a"
    assert plain("β-blocker µg 3 × 10 ℃ 患者").text == "β-blocker µg 3 × 10 ℃ 患者"


@given(st.text(st.sampled_from("ab 张\u200b\u0301\u00e9\uff21\u0430\n\ufeff"), max_size=40))
@settings(max_examples=150, deadline=None)
def test_places_are_those_of_the_text_as_written(text):
    read = plain(text)
    last = 0
    for place in range(len(read.text)):
        one = read.written(Found(place, place + 1, IdentifierKind.NAME, "x"))
        assert last <= one.start < one.end <= len(text)
        assert plain(text[one.start : one.end]).text == read.text[place]
        last = one.end
