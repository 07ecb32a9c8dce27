"""Protects: a broken treatment file is refused by its name, and what ships is whole and sourced."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.treatment.knowledge_plans import FOLDER, load, plans
from meddx_desktop.core.assessment.treatment.plan import FLUOROQUINOLONES
from meddx_desktop.core.errors import KnowledgeRejected
from meddx_desktop.words.errors import ERRORS
from tests.treatments import small, table

DOSE = {"amount": 500.0, "unit": "mg", "route": "oral", "times": 3, "hours": 8}


def _refused(made, file="gout.toml"):
    with pytest.raises(KnowledgeRejected) as caught:
        small(made, file)
    assert caught.value.parameters["file"] == file
    assert caught.value.code in ERRORS
    return caught.value.code


def test_the_smallest_plan_is_read():
    assert set(small().choices) == {"one", "two"}


def test_every_plan_that_ships_is_read_and_is_for_a_condition():
    assert set(plans()) == {path.stem for path in FOLDER.glob("*.toml")}
    assert set(plans()) <= set(knowledge())
    assert len(plans()) >= 20


def test_nothing_that_was_not_opened_is_advised():
    for plan in plans().values():
        for choice in plan.choices.values():
            assert choice.source.is_verified, (plan.key, choice.key)


def test_no_plan_holds_a_fluoroquinolone():
    drugs = {choice.drug for plan in plans().values() for choice in plan.choices.values()}
    assert not drugs & FLUOROQUINOLONES


def test_both_languages_differ_and_none_is_empty():
    for plan in plans().values():
        texts = [plan.title, *plan.follow_up, *plan.watch_at_home]
        texts += [node.title for node in plan.nodes.values()]
        for one in plan.choices.values():
            texts += [words for words in (one.title, one.words, one.regimen) if any(words.values())]
        for words in texts:
            assert words["en"].strip() and words["zh"].strip() and words["en"] != words["zh"]
            assert any("一" <= sign <= "鿿" for sign in words["zh"]), words["zh"]


def test_a_file_that_can_not_be_read(tmp_path):
    (tmp_path / "gout.toml").write_text("key = ", "utf-8")
    with pytest.raises(KnowledgeRejected, match="treatment_unreadable"):
        load(tmp_path)


def _set(path, value):
    def change(made):
        place = made
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        return made

    return change


def _drop(*path):
    def change(made):
        place = made
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]
        return made

    return change


def _twice(part):
    def change(made):
        made[part].append(dict(made[part][0]))
        return made

    return change


FILM = {"title_en": "Film", "title_zh": "片", "film": ["pneumonia"]}
DOSED = ("choice", 0, "dose", 0)
CHANGES = [
    ("treatment_dangling", _set(("node", 0, "yes"), "nowhere")),
    ("treatment_dangling", _set(("node", 2, "choices"), ["nothing"])),
    ("treatment_dangling", _set(("node", 1, "answer", 1, "to"), "end")),
    ("treatment_dangling", _set(("node", 3, "choices"), ["one"])),
    ("treatment_cycle", _set(("node", 1, "answer", 1, "to"), "root")),
    ("treatment_unknown_drug", _set(("choice", 0, "drug"), "amoxycilin")),
    ("treatment_unknown_drug", _set(("choice", 0, "drug"), "nsaids")),
    ("treatment_source_missing", _set(("choice", 0, "source"), "u")),
    ("treatment_source_missing", _set(("choice", 0, "source"), "none")),
    ("treatment_source_missing", _drop("choice", 0, "source")),
    ("treatment_source_missing", _set(("source", 0, "locator"), "")),
    ("treatment_source_missing", _drop("source", 0, "opened")),
    ("treatment_key_twice", _twice("node")),
    ("treatment_key_twice", _twice("choice")),
    ("treatment_key_twice", _twice("source")),
    ("treatment_invalid", _set(("year",), 1066)),
    ("treatment_invalid", _set(("surprise",), 1)),
    ("treatment_invalid", _set(("node", 0, "surprise"), 1)),
    ("treatment_invalid", _set((*DOSED, "surprise"), 1)),
    ("treatment_invalid", _set(("key",), "not_a_condition")),
    ("treatment_invalid", _set(("node",), [])),
    ("treatment_invalid", _drop("node", 0, "no")),
    ("treatment_invalid", _drop("node", 2, "choices")),
    ("treatment_invalid", _set(("node", 0, "if"), "unknown")),
    ("treatment_invalid", _set(("findings", "fever"), FILM)),
    ("treatment_invalid", _drop("choice", 0, "drug")),
    ("treatment_invalid", _drop("choice", 0, "regimen_zh")),
    ("treatment_invalid", _set(("choice", 0, "words_en"), "500 mg.")),
    ("treatment_invalid", _set(("choice", 1, "regimen_en"), "500 mg.")),
    ("treatment_invalid", _set((*DOSED, "per_kg_day"), 40.0)),
    ("treatment_invalid", _drop(*DOSED, "amount")),
    ("treatment_invalid", _set((*DOSED, "hours"), 6)),
    ("treatment_invalid", _drop(*DOSED, "hours")),
    ("treatment_invalid", _set((*DOSED, "times"), 0)),
    ("treatment_invalid", _set((*DOSED, "amount"), -500.0)),
    ("treatment_invalid", _set((*DOSED, "amount"), float("nan"))),
    ("treatment_invalid", _set((*DOSED, "amount"), "500")),
    ("treatment_invalid", _set((*DOSED, "unit"), "mcg")),
    ("treatment_invalid", _set((*DOSED, "route"), "by owl")),
    ("treatment_invalid", _set((*DOSED, "upper"), 400.0)),
    ("treatment_invalid", _set((*DOSED, "strength"), "250 g/5 mL")),
    ("treatment_invalid", _set((*DOSED, "days_to"), 5)),
    ("treatment_dose_invalid", _set((*DOSED, "amount"), 5000.0)),
    ("treatment_dose_invalid", _set((*DOSED, "amount"), 0.5)),
    ("treatment_dose_invalid", _set((*DOSED, "unit"), "g")),
    ("treatment_dose_invalid", _set((*DOSED, "most_dose"), 250.0)),
    ("treatment_dose_invalid", _set((*DOSED, "step"), 5.0)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), CHANGES)
def test_a_broken_plan_is_refused_by_name(code, change):
    assert _refused(change(table())) == code


@pytest.mark.parametrize(
    ("per_kg", "cap"),
    [
        (40.0, None),  # no highest dose
        (400.0, 1000.0),  # ten times too much: the cap is met at 2.5 kg
        (4.0, 1000.0),  # ten times too little: it is met at 250 kg
        (40_000.0, 1000.0),  # a thousand times too much
        (40.0, 10_000.0),  # the cap itself is ten times too high
    ],
)
@pytest.mark.parametrize("field", ["per_kg_dose", "per_kg_day"])
def test_a_dose_per_kg_is_held_against_its_cap(per_kg, cap, field):
    made = table()
    days = 3 if field == "per_kg_day" else 1
    dose = {"unit": "mg", "route": "oral", "times": 3, "hours": 8, field: per_kg * days}
    made["choice"][0]["dose"] = [dose | ({"most_dose": cap} if cap else {})]
    assert _refused(made) == "treatment_dose_invalid"
    made["choice"][0]["dose"] = [dose | {field: 40.0 * days, "most_dose": 1000.0}]
    assert small(made).choices["one"].doses[0].per_kg == pytest.approx(40.0)


def test_a_highest_weight_is_a_cap_too_and_held_against_the_known_range():
    made = table()
    dose = {"unit": "mg", "route": "oral", "times": 1, "per_kg_dose": 50.0}
    made["choice"][0]["dose"] = [dose | {"weight_to": 20.0}]
    assert small(made).choices["one"].doses[0].ceiling == 1000
    made["choice"][0]["dose"] = [dose | {"weight_to": 100.0}]
    assert _refused(made) == "treatment_dose_invalid"


def test_the_name_of_the_file_is_that_of_the_condition():
    assert _refused(table(), "sepsis.toml") == "treatment_invalid"


JUNK = st.sampled_from(
    [None, True, 0, -1, 1.5, float("nan"), float("inf"), "", "x", "18y-", [], [1], ["one"], {}]
)


def _places(value, path=()):
    """Every place within a table, the table itself left out."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from _places(one, (*path, key))


PLACES = list(_places(table()))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), JUNK)
def test_whatever_stands_in_a_file_it_is_read_or_refused(place, junk):
    made = _set(place, junk)(table())
    try:
        small(made)
    except KnowledgeRejected as error:
        assert error.parameters["file"] == "gout.toml"
        assert error.code in ERRORS
