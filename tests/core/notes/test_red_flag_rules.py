"""Protects: a broken file of red flags is refused by name; those that come with us are whole."""

import re

import pytest

from meddx_desktop.core.notes.red_flag_fields import BadRules
from meddx_desktop.core.notes.red_flag_phrases import BadPhrase, Phrase, Prepared, folded
from meddx_desktop.core.notes.red_flag_rules import FOLDER, load, rule_book

GOOD = """
[signs.ache]
en = ["headache"]
zh = ["头痛"]
[vitals.hot]
names = ["temperature"]
at_least = 38
ages = "0d-3m"
[[source]]
id = "book"
title = "Book"
locator = "page 1"
opened = 2026-11-22
[[rule]]
key = "bad_head"
title_en = "Bad head"
title_zh = "头"
do_en = "Look."
do_zh = "看。"
sources = ["book"]
[[rule.when]]
all = ["ache", "hot"]
"""


def _load(folder, content, name="one.toml"):
    (folder / name).write_text(content, "utf-8")
    return load(folder)


def test_a_good_file_is_read(tmp_path):
    book = _load(tmp_path, GOOD)
    assert book.rule("bad_head").whens[0].count == 2
    assert book.rule("other") is None
    assert not book.rule("bad_head").unverified
    assert book.rule("bad_head").source == "Book; page 1; opened 2026-11-22"


def test_a_source_that_was_not_opened_makes_a_rule_unverified(tmp_path):
    book = _load(tmp_path, GOOD.replace("opened = 2026-11-22", "unverified = true"))
    assert book.rule("bad_head").unverified
    assert book.rule("bad_head").source.endswith("not opened")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('en = ["headache"]', 'en = ["head(ache"]', "phrase"),
        ('en = ["headache"]', 'en = ["(head)+"]', "phrase"),
        ('en = ["headache"]', 'en = ["head|ache"]', "phrase"),
        ('en = ["headache"]', 'en = ["<nothing> ache"]', "phrase"),
        ('zh = ["头痛"]', "", "one language"),
        ('zh = ["头痛"]', 'zh = "头痛"', "no list"),
        ("at_least = 38", "", "one limit"),
        ("at_least = 38", "at_least = 38\nat_most = 40", "one limit"),
        ("at_least = 38", 'at_least = "warm"', "no number"),
        ('ages = "0d-3m"', 'ages = "young"', "ages"),
        ("opened = 2026-11-22", "", "opened"),
        ("opened = 2026-11-22", "opened = 2026-11-22\nunverified = true", "opened"),
        ('title_zh = "头"', "", "title_zh"),
        ('do_en = "Look."', 'do_en = " "', "do_en"),
        ('sources = ["book"]', 'sources = ["other"]', "unknown source"),
        ('all = ["ache", "hot"]', 'all = ["ache", "cold"]', "unknown sign"),
        ('all = ["ache", "hot"]', 'all = ["ache"]\nany = ["hot"]', "any, all, of"),
        ('all = ["ache", "hot"]', 'of = ["ache", "hot"]\ncount = 3', "count"),
        ('all = ["ache", "hot"]', 'all = ["ache"]\nwithin = "page"', "within"),
        ('sources = ["book"]', 'sources = ["book"]\nsexx = "F"', "unknown field"),
        ("[signs.ache]", "[strange]\n[signs.ache]", "unknown part"),
        ("[vitals.hot]", "[vitals.hot", "one.toml"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path, old, new, why):
    assert old in GOOD
    with pytest.raises(BadRules) as caught:
        _load(tmp_path, GOOD.replace(old, new))
    assert caught.value.file == "one.toml"
    assert why in str(caught.value)


def test_a_name_twice_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    with pytest.raises(BadRules, match=r"b\.toml: ache: is there twice"):
        _load(tmp_path, GOOD, "b.toml")


def test_what_comes_with_the_program_is_whole():
    book = rule_book()
    assert len(book.rules) >= 15
    used = {name for rule in book.rules for when in rule.whens for name in when.names}
    used |= {rule.although for rule in book.rules if rule.although}
    used |= {rule.unless for rule in book.rules if rule.unless}
    assert used == set(book.signs) | set(book.vitals)
    for rule in book.rules:
        for said in (rule.title, rule.what_to_do):
            assert re.search("[\u4e00-\u9fff]", said["zh"]) and said["en"].isascii(), rule.key
        doses = re.search(r"\d\s?(mg|ml|mcg|g|毫克|毫升|微克)", "".join(rule.what_to_do.values()))
        assert doses is None, f"{rule.key}: what to do names no dose"


def test_each_danger_of_the_list_has_its_rule():
    wanted = {"stroke", "acute_coronary", "sepsis", "meningitis", "pulmonary_embolism"}
    wanted |= {"ectopic_pregnancy", "suicidal_intent", "tb_symptoms", "child_danger_signs"}
    assert wanted <= {rule.key for rule in rule_book().rules}


def test_signs_that_are_denials_are_kept_apart_from_the_others():
    names = ("unable_to_drink", "unconscious", "no_pulse", "no_urine_words", "suicidal")
    for name in names:
        negative = rule_book().signs[name].negative
        assert {phrase.is_chinese for phrase in negative} == {True, False}, name


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("chest pain", "Chest-pain and CHEST\npain", ["Chest-pain", "CHEST\npain"]),
        ("pain", "painful spain", []),
        ("chest pain", "chest pains", []),
        ("fac(e|ial)..droop", "face seems to droop", ["face seems to droop"]),
        ("fac(e|ial)..droop", "face does not droop", []),
        ("fac(e|ial)..droop", "face is fine. Lids droop", []),
        ("面部..歪斜", "面部向左歪斜", ["面部向左歪斜"]),
        ("面部..歪斜", "面部未见歪斜", []),
        ("面部..歪斜", "面部如常。口角歪斜", []),
        ("(突发|突然)头痛", "突然头痛", ["突然头痛"]),
        ("colou?r", "color colour", ["color", "colour"]),
        ("self ?harm", "selfharm self-harm", ["selfharm", "self-harm"]),
    ],
)
def test_a_phrase_finds_what_it_says(phrase, text, found):
    spans = Phrase.parse(phrase, {}).find(Prepared(folded(text)))
    assert [text[span.start : span.end] for span in spans] == found


def test_folding_keeps_every_character_in_its_place():
    text = "İstanbul ＡＢＣ　１２ Don’t 胸痛，"
    assert len(folded(text)) == len(text)
    assert "abc 12 don't" in folded(text)


def test_a_phrase_that_could_run_away_is_refused():
    for phrase in ("(a*)*", "a+", "a{2,}", "[ab]", "a\\b", "(?=a)", "a??"):
        with pytest.raises(BadPhrase):
            Phrase.parse(phrase, {})


def test_the_folder_holds_only_rules():
    assert {path.suffix for path in FOLDER.iterdir()} == {".toml"}
