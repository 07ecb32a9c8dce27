"""Protects: one person is one number in a de-identified text, and two are never one."""

from datetime import date

import pytest

from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify


def _out(text):
    return deidentify(text, Known(), Options(today=date(2026, 11, 22))).text


@pytest.mark.parametrize(
    ("text", "out"),
    [
        (
            "Patient: Margaret O'Neill-Young. Mrs Young came, Margaret said.",
            "Patient: [NAME 1]. Mrs [NAME 1] came, [NAME 1] said.",
        ),
        ("Mrs Okafor came. Seen: Priya Okafor.", "Mrs [NAME 1] came. Seen: [NAME 1]."),
        (
            "Patient: Margaret O'Neill-Young. Mrs Young came. Mr Young drove. Dr Young saw her.",
            "Patient: [NAME 1]. Mrs [NAME 1] came. Mr [NAME 2] drove. Dr [NAME 3] saw her.",
        ),
        (
            "Patient: Mary Okafor. Her husband Okafor waits.",
            "Patient: [NAME 1]. Her husband [NAME 2] waits.",
        ),
        (
            "Mary Okafor and John Okafor came. Mr Okafor stayed.",
            "[NAME 1] and [NAME 2] came. Mr [NAME 3] stayed.",
        ),
        ("姓名：欧阳小燕。小燕自述头痛。", "姓名：[姓名 1]。[姓名 1]自述头痛。"),
        ("姓名：王小明，小明诉咳嗽。", "姓名：[姓名 1]，[姓名 1]诉咳嗽。"),
    ],
)
def test_a_short_form_has_the_number_of_its_name(text, out):
    assert _out(text) == out


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Husband Pat died in 2019.", "Husband [NAME 1] died in 2019."),
        ("Neighbour Sharkey drove her.", "Neighbour [NAME 1] drove her."),
        ("She is from the village of Ballyteige.", "She is from the village of [ADDRESS 1]."),
        ("自述丈夫老王去年病故。", "自述丈夫[姓名 1]去年病故。"),
        ("A village of 300 people; town of the region.", None),
        ("儿子小于3岁，母亲老年痴呆，父亲小便困难。", None),
        ("Father will come, mother may call, MOTHER WILL CALL.", None),
    ],
)
def test_relatives_and_villages_go_and_the_words_for_them_stay(text, out):
    assert _out(text) == (out or text)
