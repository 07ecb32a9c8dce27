"""Protects: a danger sign is called the same in the window, at the terminal and in its rule."""

from meddx_desktop.core.notes.red_flag_rules import rule_book
from meddx_desktop.words import label, translator
from meddx_desktop.words.red_flags import RED_FLAGS

CHINESE = translator("zh_CN")


def test_every_rule_has_its_words_in_both_languages():
    for rule in rule_book().rules:
        for what, said in (("red_flag", rule.title), ("red_flag_do", rule.what_to_do)):
            key = f"{what}.{rule.key}"
            assert label(key) == said["en"], key
            assert label(key, CHINESE) == said["zh"], key


def test_no_words_are_left_of_a_rule_that_is_gone():
    keys = {rule.key for rule in rule_book().rules}
    assert {key.partition(".")[2] for key in RED_FLAGS if "." in key} == keys
