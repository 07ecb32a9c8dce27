"""Protects: the network is spared only sentences in which nothing is left for it to find."""

import pytest

from meddx_desktop.core.domain.note import Span
from meddx_desktop.core.notes.plain_words import FILE, PlainWords, plain_words


@pytest.fixture
def are_all(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text("the\npatient\nhas\nat\nof\n", "utf-8")
    plain = PlainWords(file)

    def ask(text, *known):
        return plain.are_all(text, Span(0, len(text)), [Span(*one) for one in known])

    return ask


@pytest.mark.parametrize("text", ["", "...", "The patient has.", "the patient has 38.5 of 40%"])
def test_plain_words_numbers_and_signs_leave_nothing(are_all, text):
    assert are_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "the patient has ozena",
        "the patient has an AT",
        "HAS",
        "the patient has B12",
        "the patient has ²",
        "the patient has é",
        "the_ozena patient",
        "the patient has 发热",
    ],
)
def test_any_other_word_an_abbreviation_and_a_code_are_left_for_the_network(are_all, text):
    assert not are_all(text)


def test_what_is_known_already_is_not_looked_at_and_what_stands_beside_it_is(are_all):
    text = "the patient has ozena of ozena"
    assert are_all(text, (16, 21), (25, 30))
    assert not are_all(text, (16, 21))
    assert not are_all(text, (25, 30))


def test_the_list_that_comes_with_the_program_holds_no_disease():
    words = set(FILE.read_text("utf-8").split())
    assert len(words) > 3000 and all(word.isalpha() and word == word.lower() for word in words)
    assert words.isdisjoint({"cancer", "pneumonia", "diabetes", "pain", "aspirin", "fever", "rash"})
    assert plain_words().are_all("He was seen with his wife.", Span(0, 26), ())
