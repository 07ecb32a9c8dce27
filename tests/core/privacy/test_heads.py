"""Protects: names and numbers of printed heads go, labels without a colon, anywhere."""

from datetime import date

import pytest

from meddx_desktop.core.notes.read_text import read_bytes
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify
from meddx_desktop.core.reports import clinical, pdf
from meddx_desktop.words.paper import paper_words
from tests import made_reports


def _out(text):
    return deidentify(text, Known(), Options(today=date(2026, 11, 22))).text


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Name Brown Mary Patient ID DEMO-003", "Name [NAME 1] Patient ID [RECORD NUMBER]"),
        (
            "Brown Mary - DEMO-003\nName Brown Mary\nPatient ID DEMO-003",
            "[NAME 1] - [RECORD NUMBER]\nName [NAME 1]\nPatient ID [RECORD NUMBER]",
        ),
        ("姓名 李小雨 (Li Xiaoyu) 性别 女", "姓名 [姓名 1] 性别 女"),
        ("姓名 Brown Mary\n患者编号 DEMO-003", "姓名 [姓名 1]\n患者编号 [编号]"),
        ("Name Age Sex", None),
        ("Name Dose Frequency\nMetoprolol 25 mg bd", None),
        ("Name of the drug unknown. Age 58", None),
    ],
)
def test_a_head_without_colons(text, out):
    assert _out(text) == (out or text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_of_the_patient_is_left_in_our_own_report(language):
    sheet = clinical.compose(made_reports.report(), paper_words(language))
    out = _out(read_bytes(pdf.render(sheet)).text)
    for word in ("Xiaoyu", "小雨", "P-77", "2022-11-05"):
        assert word not in out
