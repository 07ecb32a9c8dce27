"""Protects: marks are read so that they fit together, and finds never share a word."""

from types import SimpleNamespace

import numpy as np
import pytest

from meddx_desktop.core.domain.note import MentionKind, Span
from meddx_desktop.core.errors import ModelRejected
from meddx_desktop.core.notes.kept import Kept
from meddx_desktop.core.notes.tagger import (
    MOST_WORDS,
    SIGNS,
    WORD,
    Tagged,
    Tagger,
    decode,
    read_answer,
    whole_rows,
    without_overlap,
)
from meddx_desktop.core.notes.tagger_terms import COLUMNS, Terms, key

PROBLEM, DRUG = MentionKind.PROBLEM, MentionKind.DRUG
OUTSIDE, FIRST, FURTHER = [5, 0, 0], [0, 5, 0], [0, 0, 5]


def _logits(*rows):
    return np.array(rows, np.float32)


def _runs(*rows):
    return [(first, end) for first, end, _ in decode(_logits(*rows))]


def test_words_of_one_find_are_joined_and_neighbours_are_not():
    assert _runs(OUTSIDE, FIRST, FURTHER, OUTSIDE, FIRST, FIRST, FURTHER) == [
        (1, 3),
        (4, 5),
        (5, 7),
    ]


def test_a_further_word_never_stands_alone():
    """A network that says "further" after "outside" is overruled, whichever way costs least."""
    assert _runs(OUTSIDE, [0, 4, 5], OUTSIDE) == [(1, 2)]
    assert _runs([0, 0, 1]) in ([], [(0, 1)])
    assert _runs(OUTSIDE, [4, -9, 5], OUTSIDE) == []


def test_no_words_no_finds():
    assert decode(np.zeros((0, 3), np.float32)) == []


def test_the_score_falls_with_the_doubt():
    [(_, _, sure)] = decode(_logits(FIRST))
    [(_, _, unsure)] = decode(_logits([0, 0.5, 0]))
    assert 0 < unsure < 0.6 < sure <= 1


def test_of_two_kinds_on_the_same_words_the_surer_one_stays():
    words = [Span(0, 4), Span(5, 9)]
    answer = _logits([*FIRST, 0, 1, 0], [*FURTHER, 5, 0, 0])
    [found] = read_answer(words, answer, (PROBLEM, DRUG), 0.0)
    assert (found.span, found.kind) == (Span(0, 9), PROBLEM)


def test_below_the_limit_nothing_is_said():
    answer = _logits([*FIRST, *OUTSIDE])
    assert read_answer([Span(0, 4)], answer, (PROBLEM, DRUG), 0.999) == []


def test_finds_that_share_no_word_all_stay():
    apart = [Tagged(Span(0, 4), PROBLEM, 0.5), Tagged(Span(4, 9), DRUG, 0.9)]
    assert len(without_overlap(apart)) == 2


def _terms(diseases=(), disease_words=(), chemicals=(), chemical_words=()):
    lists = [
        np.array(sorted(key(tuple(one.split())) for one in part), "<u8")
        for part in (diseases, disease_words, chemicals, chemical_words)
    ]
    head = np.array([len(one) for one in lists], "<u8")
    return b"".join([head.tobytes(), *(one.tobytes() for one in lists)])


def test_the_longest_term_is_marked_and_capitals_do_not_matter():
    terms = Terms(_terms(["heart", "heart failure"], ["failure"], ["heparin"]), "x")
    rows = terms.of(["Heart", "Failure", "on", "heparin"])
    assert rows[:, :3].tolist() == [[1, 0, 0], [0, 1, 1], [0, 0, 0], [0, 0, 0]]
    assert rows[:, 3:].tolist() == [[0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0]]


@pytest.mark.parametrize("content", [b"", b"12345", bytes(24), _terms(["a"]) + bytes(8)])
def test_damaged_terms_are_refused(content):
    with pytest.raises(ModelRejected) as caught:
        Terms(content, "x")
    assert caught.value.code == "model_damaged"


def test_a_word_keeps_its_beginning_and_its_end():
    long = "hydroxymethylglutaryltransferase"
    rows = whole_rows(np.zeros((2, 4), np.float32), ["é", long], Terms(_terms(), "x"))
    assert rows.shape == (2, 4 + COLUMNS + SIGNS)
    signs = rows[:, 4 + COLUMNS :]
    assert signs[0].tolist() == [1, *[0] * (SIGNS - 1)], "a sign that no keyboard has, then none"
    shown = "".join(chr(int(number) + 0x20 - 2) for number in signs[1])
    assert shown == long[: SIGNS // 2] + long[-SIGNS // 2 :]


def test_words_are_runs_of_letters_or_one_other_sign():
    assert WORD.findall("5-HT (0.5 mg)_x") == [
        "5",
        "-",
        "HT",
        "(",
        "0",
        ".",
        "5",
        "mg",
        ")",
        "_",
        "x",
    ]


def test_the_longest_term_from_each_word_on_is_marked_and_none_within_it():
    terms = Terms(_terms(["a b c", "b c", "c d", "e"], ["a", "e"], ["d"]), "x")
    found = terms.of(["A", "b", "c", "d", "e"])
    assert found[:, 0].tolist() == [1, 0, 0, 0, 1]
    assert found[:, 1].tolist() == [0, 1, 1, 0, 0]
    assert found[:, 2].tolist() == [1, 0, 0, 0, 1]
    assert found[:, 3].tolist() == [0, 0, 0, 1, 0]
    assert terms.of([]).shape == (0, COLUMNS)


def test_a_text_that_repeats_itself_is_asked_of_the_network_once():
    asked = []

    def words(texts, places, *, checkpoint):
        asked.extend(texts)
        return [np.zeros((len(one), 4), np.float32) for one in places]

    tagger = Tagger.__new__(Tagger)
    tagger._encoder = SimpleNamespace(words=words)
    tagger._kinds, tagger._known = (PROBLEM,), Kept(8)
    tagger._text = SimpleNamespace(temperature=1.0, sure_from=0.5)
    tagger._terms = SimpleNamespace(of=lambda some: np.zeros((len(some), COLUMNS), np.float32))
    tagger._run = lambda given, _name: np.tile(_logits(FIRST), (*given.shape[:2], 1))
    text = "Mr. " * (MOST_WORDS * 5) + "end"
    found = tagger.tag(text, Span(0, len(text)))
    assert len(asked) == 2
    assert len(found) == MOST_WORDS * 10 + 1
    assert found[-1].span == Span(len(text) - 3, len(text))
