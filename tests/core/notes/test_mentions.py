"""All mentions together: the offsets give back the text, none overlap, and no text breaks it."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.note import Language, MentionKind, Paragraph, Span
from meddx_desktop.core.notes.mentions import find_mentions

NOTE = """CHIEF COMPLAINT: Shortness of breath.
45 yo F with 3-day history of fever, productive cough and right-sided chest pain. PMH: HTN, DM2.
Meds: metformin 500 mg po bid, lisinopril 10 mg daily. Allergies: penicillin (rash).
Former smoker, 20 pack-years. T 38.5 P 110 R 24 BP 98/60 SpO2 91% RA. WBC 15.2 K/uL, CRP 120 mg/L.
主诉：咳嗽、咳痰3天，发热1天。患者，男，65岁。否认药物过敏史。体温38.9℃ 血压 120/80mmHg。
左下肺实变，右侧胸腔积液。阿莫西林胶囊 0.5g 口服 每日三次 7天。白细胞 15.6×10^9/L。
"""
_PIECES = st.sampled_from(
    [
        "T ",
        "38.5",
        "°C",
        "BP 120/80",
        "mg",
        "500 mg ",
        "bid",
        "3天",
        "发热",
        "无",
        "青霉素",
        "过敏",
        "(rash)",
        "allergic to ",
        "PE",
        "CP",
        "\n",
        " ",
        "，",
        "left ",
        "左",
        "45 yo",
        "岁",
        "WBC ",
        "10^9/L",
        "\u200b",
        "🙂",
        "\u202e",
        "<b>",
        "1/2",
        "--",
        "每日",
        "x",
        "7/7",
        "smokes ",
        "1,000",
        "２",
        "μ",
        "İ",
        "ß",
        "a\u0301",
    ]
)


def _check(text: str) -> None:
    found = find_mentions(text, (), ())
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert one.text.strip()
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map("".join)))
@example("İstanbul ß 10^9/L")
@example("T" * 500 + " 38.5")
def test_offsets_and_overlaps_on_any_text(text):
    _check(text)


def test_a_whole_note():
    kinds = {one.kind for one in find_mentions(NOTE, (), ())}
    assert kinds == set(MentionKind) - {
        MentionKind.ALCOHOL,
        MentionKind.DATE,
        MentionKind.PROCEDURE,
    }
    _check(NOTE)


@pytest.mark.timeout(100)
def test_long_runs_of_one_sign_do_not_run_away():
    for piece in (
        "1",
        "a",
        " ",
        "1 ",
        "1/",
        "no ",
        "无",
        "x 3 ",
        "(",
        "，",
        "1-",
        "mg ",
        "left ",
        "allergies: ",
    ):
        text = piece * (20_000 // len(piece))
        _check(text)


def test_the_language_is_that_of_the_paragraph():
    text = "fever\n发热"
    paragraphs = [
        Paragraph(Span(0, 5), Language.ENGLISH),
        Paragraph(Span(6, 8), Language.CHINESE),
    ]
    found = find_mentions(text, paragraphs, ())
    assert [one.language for one in found] == [Language.ENGLISH, Language.CHINESE]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("无尿频、尿急、尿痛。", ["尿频", "尿急", "尿痛"]),
        ("无尿1天。", ["无尿"]),
        ("两肺未见实质性病变。", []),
        ("性病史", ["性病"]),
    ],
)
def test_a_word_that_goes_on_is_not_cut_in_two(text, words):
    kinds = (MentionKind.PROBLEM, MentionKind.SYMPTOM)
    assert [one.text for one in find_mentions(text, (), ()) if one.kind in kinds] == words
