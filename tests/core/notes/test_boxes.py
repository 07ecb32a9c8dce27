"""Protects: what stands beside a box that nobody ticked is not said, and every place stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.note import Assertion
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.boxes import without_unticked

ROWS = [
    ("☐ hemoptysis ☑ cough ☐ fever", {"cough": "present"}),
    ("[ ] seizures [x] headache", {"headache": "present"}),
    ("[] chest pain\n[X] cough\n( ) fever (x) rash", {"cough": "present", "rash": "present"}),
    ("发热☑ 咳嗽□ 咯血□", {"发热": "present"}),
    ("症状：□发热 ☑咳嗽 □咯血", {"咳嗽": "present"}),
    ("高血压 □有 ☑无 糖尿病 ☑有 □无", {"高血压": "negated", "糖尿病": "present"}),
    ("[ ] CXR ordered. Patient has hemoptysis.", {"hemoptysis": "present"}),
    ("no fever (no cough)", {"fever": "negated", "cough": "negated"}),
]


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_only_ticked_boxes_speak(text, said):
    assert {one.text: one.assertion.value for one in analyze(text).mentions} == said


def test_an_unticked_danger_sign_fires_nothing():
    assert analyze("☐ hemoptysis ☐ night sweats").flags == ()
    assert analyze("☑ hemoptysis ☐ night sweats").flags != ()


def test_mentions_keep_their_places():
    text = "☐ fever ☑ cough"
    (one,) = analyze(text).mentions
    assert text[one.span.start : one.span.end] == one.text == "cough"
    assert one.assertion is Assertion.PRESENT


@given(st.text(alphabet="☐☑[]xX() ab.\n:：有无，□√", max_size=60))
@settings(max_examples=150, deadline=None)
def test_length_and_lines_stay(text):
    told = without_unticked(text)
    assert len(told) == len(text)
    assert [len(one) for one in told.split("\n")] == [len(one) for one in text.split("\n")]
