"""Protects: no text, however hostile, keeps the program busy for ever, and none is read wrongly."""

import re
from itertools import pairwise

import pytest

from meddx_desktop.core import notes, privacy
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.core.privacy.text import deidentify
from tests.core.patterns import patterns, runs_away

HOSTILE = (
    "Aa ",
    "Dr. A",
    "A. ",
    "Patient ",
    "name: ",
    "lives at ",
    "www.",
    "a@a.",
    "1-",
    "+1 ",
    "0 0",
    "120/",
    "5 mg/",
    "no, ",
    "no fever; ",
    "(-) ",
    "May 1 ",
    "2024-",
    "P: 1",
    "Bed ",
    "\u200b",
    "患者张",
    "姓名：",
    "住址：",
    "县人民",
    "路1号",
    "一月",
    "张·",
    "王某",
    "无、",
    "咳嗽，",
    "否认",
    "【",
    "？",
)

PARTED = {
    "notes.find.drugs._AFTER",
    "notes.folding._TOKEN",
    "notes.lexicon._SHORT",
    "privacy.dicom_values._UID",
}
"""Each round of these begins or ends with a sign that the rest of the round can't be."""


@pytest.mark.parametrize("package", [notes, privacy])
def test_no_pattern_can_run_away(package):
    found = list(patterns(package))
    assert len(found) >= 40
    ran = {place.rpartition("core.")[2] for place, one in found if runs_away(one)}
    assert ran <= PARTED


def test_no_phrase_of_a_red_flag_can_run_away():
    phrases = [
        phrase
        for sign in rule_book().signs.values()
        for phrase in (*sign.phrases, *sign.negative, *sign.excepted)
    ]
    assert len(phrases) > 500
    assert [one.source for one in phrases if runs_away(one.pattern)] == []


@pytest.mark.parametrize("text", ["(a+)+b", "(?:a|b*)*c", "(?:x{2,}y?){3,}", "(?=(?:a+b?)+)"])
def test_what_could_run_away_is_known(text):
    assert runs_away(re.compile(text))


@pytest.mark.parametrize("text", ["a+b+c*", "(?:a{1,4}b?){0,9}", "[^\\n]+(?:x|y)+"])
def test_what_can_not_is_known(text):
    assert not runs_away(re.compile(text))


def test_hostile_texts_are_read_and_given_back():
    for number, one in enumerate(HOSTILE):
        other = HOSTILE[(7 * number + 3) % len(HOSTILE)]
        text = (one + other) * (240 // len(one + other)) + one * 40 + "!"
        answer = deidentify(text)
        reading = analyze(text)
        assert all(0 <= m.span.start < m.span.end <= len(text) for m in reading.mentions)
        spans = [(r.start, r.end) for r in answer.replacements]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
