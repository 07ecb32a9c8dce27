"""Protects: what networks answered is kept within bounds, and under keys that tell no word."""

from meddx_desktop.core.notes.kept import Kept, phrase_key


def test_what_was_not_asked_for_longest_goes_first():
    kept = Kept(2)
    kept.keep({b"a": 1, b"b": 2})
    assert kept.those_of([b"a", b"x"]) == {b"a": 1}
    kept.keep({b"c": 3})
    assert kept.those_of([b"a", b"b", b"c"]) == {b"a": 1, b"c": 3}
    kept.keep({number.to_bytes(): number for number in range(9)})
    assert len(kept) == 2
    kept.clear()
    assert len(kept) == 0


def test_a_key_tells_no_word_and_takes_any_text():
    keys = [phrase_key(text) for text in ("fever", "fevers", "\ud800", "")]
    assert len(set(keys)) == 4 and all(len(key) == 16 and b"fever" not in key for key in keys)
