"""Protects: a recovery key copied by hand opens, and a slip of the pen is found on its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.crypto import SecretBytes
from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store.recovery import ALPHABET, RecoveryKey, grouped, ungrouped

KEY = RecoveryKey(SecretBytes(bytes(range(100, 132))))
LINES = KEY.lines()
TEXT = "\n".join(LINES)


def refusal(typed):
    with pytest.raises(InvalidEntry) as caught:
        RecoveryKey.parse(typed)
    return caught.value.code, caught.value.parameters


def test_four_lines_of_four_groups_of_four():
    assert len(LINES) == 4
    for line in LINES:
        assert [len(group) for group in line.split("-")] == [4, 4, 4, 4]
        assert set(line) <= set(ALPHABET) | {"-"}
    assert not set("ILOU") & set(ALPHABET)


@given(st.binary(min_size=32, max_size=32))
def test_any_key_comes_back(secret):
    key = RecoveryKey(SecretBytes(secret))
    assert bytes(RecoveryKey.parse(" ".join(key.lines())).view()) == secret
    assert key.matches("".join(key.lines()))


@pytest.mark.parametrize(
    "typed",
    [
        TEXT.lower(),
        TEXT.replace("-", ""),
        TEXT.replace("-", " - "),
        TEXT.replace("0", "O").replace("1", "l"),
        TEXT.replace("0", "o").replace("1", "I"),
        "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in TEXT),  # full width
        TEXT.replace("-", "—"),
        "  " + TEXT.replace("\n", "\r\n") + " ",
    ],
)
def test_it_is_read_however_it_is_typed(typed):
    assert KEY.matches(typed)


@given(st.integers(0, 3), st.integers(0, 15), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_named_by_its_line(line, place, other):
    lines = [text.replace("-", "") for text in LINES]
    if lines[line][place] == other:
        return
    lines[line] = lines[line][:place] + other + lines[line][place + 1 :]
    assert refusal(" ".join(lines)) == ("recovery_line_wrong", {"line": line + 1})


@given(st.integers(0, 3), st.integers(0, 14))
def test_two_neighbours_swapped_are_named(line, place):
    lines = [text.replace("-", "") for text in LINES]
    text = lines[line]
    if text[place] == text[place + 1]:
        return
    lines[line] = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    assert refusal(" ".join(lines))[1] == {"line": line + 1}


def test_lines_do_not_change_places():
    assert refusal(" ".join([LINES[1], LINES[0], *LINES[2:]]))[1] == {"line": 1}


def test_too_few_characters():
    assert refusal(TEXT[:-1]) == ("recovery_length", {"found": 63, "expected": 64})
    assert refusal("")[1]["found"] == 0
    assert refusal(TEXT + "7")[1]["found"] == 65


@given(st.text(max_size=90))
def test_anything_typed_is_answered(typed):
    with pytest.raises(InvalidEntry):
        RecoveryKey.parse(typed)


@given(st.text(alphabet=ALPHABET + "UILOß ﬁ", min_size=64, max_size=64))
def test_anything_of_the_right_length_is_answered(typed):
    with pytest.raises(InvalidEntry):
        RecoveryKey.parse(typed)


def test_two_keys_differ_and_do_not_match():
    one, other = RecoveryKey.make(), RecoveryKey.make()
    assert not one.matches(" ".join(other.lines()))


def test_it_does_not_show():
    key = RecoveryKey.make()
    assert not any(line in repr(key) + str(key) for line in key.lines())
    view = key.view()
    key.close()
    assert bytes(view) == bytes(32)


@given(st.binary(min_size=1, max_size=20))
def test_grouped_bytes_come_back(content):
    assert ungrouped(grouped(content).lower(), len(content)) == content


@given(st.text(max_size=20))
def test_what_is_no_grouped_text(typed):
    found = ungrouped(typed, 10)
    assert found is None or len(found) == 10
