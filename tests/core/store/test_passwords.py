"""Protects: long passphrases of any script are taken, the first guesses of an attacker are not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.store.passwords import LONGEST, SHORTEST, check_passphrase

GOOD = [
    "four grey herons over the dyke",
    "kettle herring mosaic",
    "slate umbrella 7 gondola",
    "my doctor sails a green canoe",  # words of the list among others are no harm
    "我家门前有一条小河，流过三块石头桥",
    "мой дедушка чинит часы",
    "d8f7a6s5d4f3g2h1j0",
    "kJ8f-29sk-Lq02-aa",
    "🐸🎈🚲🌋🧦🪁🍉🛶🔔🧲🪴🎲🧊🪐🦔",
    "x" * 3 + " rain on a tin roof " * 2 + "and then some more of it",
]
REFUSED = {
    "passphrase_short": ["", "brief", "fourteen chars", "我家门前有一条小河流过石头桥"],
    "passphrase_long": ["ab cd ef gh ij kl" * 20],
    "passphrase_pattern": [
        "aaaaaaaaaaaaaaaaaaaa",
        "abababababababababab",
        "Xq7!Xq7!Xq7!Xq7!",
        "tree-house tree-house ",
        "abcdefghijklmnopqrst",
        "123456789012345678",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv",
        "zyxwvutsrqponmlkj",
    ],
    "passphrase_contains_name": [
        "meddx-desktop-2026!!",
        "wanglaoshi12345678",
        "Wang Laoshi 1988!",
        "wang.laoshi.meddx",
    ],
    "passphrase_common": [
        "password12345678",
        "Password Password1",
        "P@ssw0rd!P@ssw0rd2",
        "iloveyou1234567890",
        "woaini5201314520",
        "woaizhongguo1949!",
        "correct horse battery staple",
        "clinic doctor nurse 2026",
        "床前明月光，疑是地上霜，举头望明月",
        "中华人民共和国一九四九年万岁"[:7] + "人民医院12345",
        "510102198805061234",
        "2026-01-31 2026-02-28",
    ],
}


@pytest.mark.parametrize("passphrase", GOOD)
def test_taken(passphrase):
    check_passphrase(passphrase, "Wang Laoshi")


@pytest.mark.parametrize(
    ("code", "passphrase"), [(code, text) for code, texts in REFUSED.items() for text in texts]
)
def test_refused_with_its_reason(code, passphrase):
    with pytest.raises(InvalidEntry) as caught:
        check_passphrase(passphrase, "Wang Laoshi")
    assert caught.value.code == code
    assert not passphrase or passphrase not in str(caught.value)


def test_length_is_counted_after_normalisation():
    """An e with its accent beside it is one character, as on paper."""
    text = "ré" * 7 + "z"
    assert len(text) == 15
    with pytest.raises(InvalidEntry):
        check_passphrase("e\u0301" * 3 + "abcdxyzqrt", "u")  # 13 after NFKC, 16 before


@given(st.text(max_size=300))
def test_any_text_is_answered(passphrase):
    try:
        check_passphrase(passphrase, "Wang")
    except InvalidEntry as error:
        assert error.code.startswith("passphrase_")


def test_what_a_password_program_makes_is_taken():
    generator = random.Random(7)
    for _ in range(300):
        made = "".join(generator.choices("abcdefghijkmnopqrstuvwxyz23456789", k=20))
        check_passphrase(made, "owner")


@pytest.mark.parametrize("length", [SHORTEST, 64, LONGEST])
def test_lengths_that_are_taken(length):
    check_passphrase(("the old mill grinds 7 sacks of rye by night; " * 9)[: length - 1] + "#", "u")


@given(st.text(min_size=1, max_size=64))
def test_any_user_name_is_fine_beside_a_good_passphrase(user):
    check_passphrase("four grey herons over the dyke 🐸", "q" + user)
