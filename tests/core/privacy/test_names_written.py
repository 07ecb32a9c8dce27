"""Protects: a known name goes in every writing, and nothing that stands between two names goes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify

TODAY = Options(today=date(2026, 11, 22))


def _out(text, *names):
    return deidentify(text, Known(names), TODAY).text


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        (
            "John Smith",
            "John Smith denies fever. John Smith fell.",
            "[PATIENT] denies fever. [PATIENT] fell.",
        ),
        (
            "John Smith",
            "SMITH DENIES FEVER. JOHN SMITH FELL.",
            "[PATIENT] DENIES FEVER. [PATIENT] FELL.",
        ),
        ("John Smith", "JOHN DENIES FEVER SMITH", "[PATIENT] DENIES FEVER [PATIENT]"),
        ("Adam Long", "a long history; as long a time", "a long history; as long a time"),
        ("Theresa May", "She may need a scan in May 2020.", "She may need a scan in [DATE]."),
        ("Anna Young", "A young woman. A Young adult.", "A young woman. A Young adult."),
        ("Tom Parkinson", "Parkinson disease. Mr Parkinson", "Parkinson disease. Mr [PATIENT]"),
        ("May Long", "Hb 132 g/L. \nMay Long came", "Hb 132 g/L. \n[PATIENT] came"),
        ("Li Na", "Na 140, Li level 0.8; Na came", "Na 140, Li level 0.8; [PATIENT] came"),
        ("Rose May Day", "rose on Day 3; Rose Day came", "rose on Day 3; [PATIENT] came"),
        ("Will Okafor", "He will go. will okafor came", "He will go. [PATIENT] came"),
        ("Ma Le", "a male patient", "a male patient"),
        ("Frank Walker", "uses a walker, frank blood", "uses a walker, frank blood"),
    ],
)
def test_words_between_and_beside_a_name_stay(name, text, left):
    assert _out(text, name) == left


@pytest.mark.parametrize(
    "text",
    [
        "john smith",
        "SMITH, JOHN",
        "Smith^John",
        "john.smith",
        "JohnSmith",
        "John Paul Smith",
        "J. Smith",
        "J Q Smith",
        "Smith J",
        "John\n   Smith",
        "Smith,\nJohn",
        "smith",
        "JOHN",
        "Jo\u200bhn Smi\u00adth",
        "J\u043ehn Sm\u0456th",
        "\U0001d409\U0001d428\U0001d421\U0001d427 Smith",
        "Ｊｏｈｎ Ｓｍｉｔｈ",
    ],
)
def test_every_writing_of_a_name_goes(text):
    left = _out(f"seen: {text}; stable", "John Smith")
    assert left.replace("[PATIENT]", "").strip("sentabl:; ") == ""
    assert left.startswith("seen: [PATIENT]") and left.endswith("; stable")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("张三 Zhang San", "张三 and Zhang San"),
        ("欧阳建国", "欧阳建\n国 and 欧 阳 建 国"),
        ("Trần Văn Minh", "Tran Van Minh and TRẦN VĂN MINH"),
        ("van der Berg, Anna", "A. van der Berg and Berg"),
        ("Grace O'Brien", "O\u2019Brien and OBrien"),
        ("Smith-Jones^Ann", "Smith-Jones and Jones"),
    ],
)
def test_two_writings_of_a_name_go(name, text):
    assert set(_out(text, name).split(" and ")) <= {"[PATIENT]", "[患者]"}


WORDS = st.lists(
    st.sampled_from(
        ["denies", "fever", "has", "cough.", "BP", "120/80;", "and\n", "no", "pain,", "may"]
    ),
    max_size=12,
)


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_what_stands_between_two_names_always_stays(first, second):
    between = " ".join(["today", *first]), " ".join(["then", *second])
    text = f"John Smith {between[0]} John Smith {between[1]} Smith"
    assert _out(text, "John Smith") == text.replace("John Smith", "[PATIENT]").replace(
        "Smith", "[PATIENT]"
    )
