"""Protects: every word that a report asks for is there, in both languages, with its fields."""

import re

import pytest

from meddx_desktop.core.paths import ROOT
from meddx_desktop.words.at_terminal import TERMINAL
from meddx_desktop.words.paper import PAPER, paper_words

REPORTS = ROOT / "meddx_desktop" / "core" / "reports"
FIELD = re.compile(r"\{\w+\}")
ASKED = re.compile(r'say\(\s*"([a-z_A-Z]+)"')


def asked():
    return {key for path in REPORTS.glob("*.py") for key in ASKED.findall(path.read_text("utf-8"))}


def test_every_key_that_is_asked_for_has_words():
    assert asked() - PAPER.keys() - TERMINAL.keys() == set()
    assert len(asked()) > 60


@pytest.mark.parametrize("key", sorted(PAPER))
def test_chinese_keeps_the_fields(key):
    translated, english = paper_words("zh").say(key), PAPER[key]
    assert sorted(FIELD.findall(translated)) == sorted(FIELD.findall(english))
    if re.search(r"[A-Za-z]{4}", FIELD.sub("", english).replace("MedDx Desktop", "")):
        assert re.search(r"[\u4e00-\u9fff]", translated)


def test_fields_not_known_yet_stay():
    assert paper_words("en").say("paper_page") == "Page {number} of {count}"


def test_codes_among_the_fields_become_words():
    told = paper_words("en").sentence("identity_conflict", {"fields": "birth_date, sex"})
    assert "birth date, sex" in told


@pytest.mark.parametrize(("asked_for", "language"), [("zh", "zh"), ("zh_CN", "zh"), ("en", "en")])
def test_languages(asked_for, language):
    assert paper_words(asked_for).language == language
