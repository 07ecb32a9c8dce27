"""Vignettes judge the assessment: they must be whole, sourced, unlike each other, fairly dealt."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from meddx_desktop.core.domain.case import VITAL_LIMITS
from meddx_desktop.core.domain.patient import Age
from tests import vignettes
from tests.deal_vignettes import blocks, deal
from tests.vignettes import CONDITIONS, DISAGREEMENT, HALVES, HERE, Malformed, half_of

ROOT = Path(__file__).parents[2]
ENTRY = """
key = "made_up_one"
about = "gout"
language = "en"
age = "50y"
sex = "M"
setting = "primary"
note = '''
one
two
three
'''
labs = [{ name = "Uric acid", value = "550", unit = "umol/L" }]
film = "none"
leading = ["gout"]
why = "because"
sources = ["ng219"]
"""


@pytest.fixture(scope="module")
def everyone():
    return tuple(one for half in HALVES for one in vignettes.load(half))


def test_there_are_enough_of_each(everyone):
    about = Counter(one.about for one in everyone)
    languages = Counter(one.language for one in everyone)
    assert len(everyone) >= 120
    assert {name: about[name] for name in (*CONDITIONS, DISAGREEMENT) if about[name] < 3} == {}
    assert languages["en"] >= 90
    assert languages["zh"] >= 30


def test_no_two_are_the_same(everyone):
    notes = [re.sub(r"\W", "", one.note).casefold() for one in everyone]
    assert len({one.key for one in everyone}) == len(everyone)
    assert len(set(notes)) == len(notes)


def test_each_rests_on_a_source_that_was_opened_and_no_source_is_idle(everyone):
    known = vignettes.sources()
    assert {name for one in everyone for name in one.sources} == set(known)


def test_each_lies_in_the_half_that_its_key_says(everyone):
    halves = Counter(one.half for one in everyone)
    assert [one.key for one in everyone if one.half != half_of(one.key)] == []
    assert min(halves[half] for half in HALVES) >= 0.4 * len(everyone)


def test_words_of_the_program_are_used(everyone):
    rules = {
        rule["key"]
        for path in (ROOT / "resources" / "red_flags").glob("*.toml")
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", ())
    }
    findings = ROOT / "training" / "cxr_findings_adults" / "config.toml"
    labels = set(tomllib.loads(findings.read_text(encoding="utf-8"))["labels"]) | {"tuberculosis"}
    assert rules
    assert {flag for one in everyone for flag in one.alerts} <= rules | {DISAGREEMENT}
    assert {found.label for one in everyone for found in one.findings} <= labels


def test_ages_and_vital_signs_can_be_entered(everyone):
    beyond = [
        (one.key, name)
        for one in everyone
        for name, value in one.vitals.items()
        if not VITAL_LIMITS[name][0] <= value <= VITAL_LIMITS[name][1]
    ]
    assert beyond == []
    assert all(Age.parse(one.age).days for one in everyone)


def test_no_language_is_mixed_up(everyone):
    han = re.compile(r"[\u4e00-\u9fff]")
    assert [
        one.key for one in everyone if bool(han.search(one.note)) != (one.language == "zh")
    ] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('key = "made_up_one"', 'key = "Made up"', "key"),
        ('about = "gout"', 'about = "lumbago"', "about"),
        ('age = "50y"', 'age = "fifty"', "age"),
        ('sex = "M"', 'sex = "M"\npregnant = "yes"', "a pregnant male"),
        ("two\nthree\n", "", "3 to 8 lines"),
        ('value = "550"', "value = 550", "labs"),
        ('film = "none"', 'film = "scored"', "film"),
        ('leading = ["gout"]', 'leading = ["malaria"]', "about is not among leading"),
        ('leading = ["gout"]', "leading = []", "nothing expected"),
        ('why = "because"', 'why = ""', "why"),
        ('sources = ["ng219"]', "sources = []", "no source"),
        ('sources = ["ng219"]', 'sources = ["hearsay"]', "unknown source"),
        ('film = "none"\n', "", "missing"),
        ('film = "none"', 'film = "none"\nanswer = "x"', "unknown"),
        ('film = "none"', 'film = "none"\nvitals = { pulse_rate = 70 }', "vitals"),
    ],
)
def test_a_malformed_one_is_refused_by_name(old, new, fault):
    assert old in ENTRY
    entry = tomllib.loads(ENTRY.replace(old, new))
    with pytest.raises(Malformed, match=f"some.toml: .*{fault}"):
        vignettes.read(entry, "some.toml", "open", vignettes.sources())


def test_what_is_right():
    one = vignettes.read(tomllib.loads(ENTRY), "some.toml", "open", vignettes.sources())
    assert (one.leading_right("gout"), one.leading_right("malaria")) == (True, False)
    assert one.alerts_right(()) is None


def test_dealing_moves_each_text_unchanged_to_its_half(tmp_path):
    new = tmp_path / "group.toml"
    texts = {name: ENTRY.replace("made_up_one", name).strip() for name in ("a_1", "a_2", "a_3")}
    new.write_text("".join(f"[[vignette]]\n{text}\n\n" for text in texts.values()), "utf-8")
    assert sum(deal([new], tmp_path).values()) == 3
    assert sum(deal([], tmp_path).values()) == 3
    found = {
        (half, key): text.strip()
        for half in HALVES
        for path in (tmp_path / half).glob("*.toml")
        for key, text in blocks(path.read_text("utf-8")).items()
    }
    assert found == {(half_of(name), name): text for name, text in texts.items()}


def test_everything_lies_where_it_should():
    assert {path.parent.name for path in HERE.rglob("*.toml")} == {*HALVES, HERE.name}
