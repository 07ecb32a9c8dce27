"""Protects: broken knowledge is refused by its name, and nothing weighs without proof."""

from datetime import date

import pytest

from meddx_desktop.core.assessment.knowledge import knowledge, load
from meddx_desktop.core.domain.assessment import Role
from meddx_desktop.core.errors import KnowledgeRejected
from tests.assessments import sample, table


def _refused(**changes):
    with pytest.raises(KnowledgeRejected) as caught:
        sample(**changes)
    assert caught.value.parameters["file"] == "sample.toml"
    return caught.value.code


def _weighed(**changes):
    row = {"if": "cough", "role": "weighed", "source": "s", "lr": 2.0, "low": 1.5, "high": 3.0}
    return [{**row, **changes}]


def test_every_shipped_condition_loads():
    assert len(knowledge()) >= 20
    for one in knowledge().values():
        assert one.title["en"], one.key
        assert one.title["zh"], one.key
        assert one.evidence, one.key


def test_nothing_counts_without_an_opened_source():
    counting = (Role.WEIGHED, Role.DEFINING, Role.PATTERN)
    for one in knowledge().values():
        for evidence in one.evidence:
            if evidence.role in counting and not evidence.from_model:
                assert evidence.source is not None, evidence.key
                assert evidence.source.opened is not None, (one.key, evidence.key)
        for prior in one.priors:
            assert prior.source is not None
            assert prior.source.opened is not None


@pytest.mark.parametrize("key", ["tuberculosis", "sepsis", "pneumonia_child"])
def test_what_no_film_may_lower_is_marked_and_has_an_action(key):
    assert knowledge()[key].steadfast
    assert knowledge()[key].actions


def test_the_sample_is_sound():
    assert sample().key == "sample"


@pytest.mark.parametrize("ratio", [0.0, -2.0, float("inf"), float("nan")])
def test_a_ratio_that_cannot_be_is_refused(ratio):
    assert _refused(evidence=_weighed(lr=ratio)) == "knowledge_ratio_invalid"


def test_an_interval_without_its_value_is_refused():
    assert _refused(evidence=_weighed(lr=4.0)) == "knowledge_ratio_invalid"


def test_a_weight_without_a_ratio_is_refused():
    rows = [{"if": "cough", "role": "weighed", "source": "s"}]
    assert _refused(evidence=rows) == "knowledge_ratio_invalid"


def test_a_ratio_on_what_is_not_weighed_is_refused():
    assert _refused(evidence=_weighed(role="for")) == "knowledge_ratio_invalid"


def test_a_source_that_was_not_opened_never_weighs():
    assert _refused(evidence=_weighed(source="u")) == "knowledge_unverified_weight"
    rows = [{"if": "cough", "role": "defining", "source": "u"}]
    assert _refused(evidence=rows) == "knowledge_unverified_weight"
    sample(evidence=[{"if": "cough", "role": "for", "source": "u"}])


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "s", "title": "", "locator": "page 1", "opened": date(2026, 5, 4)},
        {"id": "s", "title": "A study", "locator": "", "opened": date(2026, 5, 4)},
        {"id": "s", "title": "A study", "locator": "page 1"},
        {
            "id": "s",
            "title": "A study",
            "locator": "page 1",
            "opened": date(2026, 5, 4),
            "unverified": True,
        },
    ],
)
def test_a_broken_source_is_refused(broken):
    assert _refused(source=[broken]) == "knowledge_source_missing"


def test_evidence_of_an_unknown_source_is_refused():
    assert _refused(evidence=_weighed(source="elsewhere")) == "knowledge_source_missing"


def test_findings_in_a_circle_are_refused():
    circle = {
        "a": {"title_en": "A", "title_zh": "甲", "any": ["b"]},
        "b": {"title_en": "B", "title_zh": "乙", "all": ["a"]},
    }
    assert _refused(findings=table()["findings"] | circle) == "knowledge_cycle"


def test_two_rows_for_one_finding_are_refused():
    assert _refused(evidence=_weighed() * 2) == "knowledge_key_twice"


@pytest.mark.parametrize(
    "finding",
    [
        {"lab": ["no_such_analyte"], "unit": "mmol/L", "above": 1.0},
        {"lab": ["potassium"], "unit": "kg", "above": 1.0},
        {"lab": ["potassium"]},
        {"vital": ["temperature"], "unit": "[degF]", "above": 100.0},
        {"calculator": ["no_such"], "unit": "1", "above": 1.0},
        {"mention": ["cough"], "lab": ["potassium"]},
        {"red_flag": ["no_such_rule"]},
        {"of": ["cough", "fever"], "count": 3},
        {"any": ["nowhere"]},
        {"mention": ["cough"], "as": ["maybe"]},
        {"mention": ["cough"], "test": "horoscope"},
        {"mention": ["cough"], "speling": True},
        {},
    ],
)
def test_a_finding_that_makes_no_sense_is_refused(finding):
    named = {"title_en": "Odd", "title_zh": "怪", **finding}
    assert _refused(findings=table()["findings"] | {"odd": named}) == "knowledge_invalid"


def test_an_action_on_a_film_is_refused():
    action = {
        "key": "do",
        "if": ["film"],
        "title_en": "Do",
        "title_zh": "做",
        "do_en": "Do it.",
        "do_zh": "做。",
        "source": "s",
    }
    assert _refused(action=[action]) == "knowledge_invalid"
    sample(action=[action | {"if": ["cough"]}])


def test_a_prior_needs_its_population_and_must_be_a_share():
    prior = {"setting": "primary_care", "value": 0.1, "low": 0.05, "high": 0.2, "source": "s"}
    sample(prior=[prior], population="cough")
    assert _refused(prior=[prior]) == "knowledge_invalid"
    assert _refused(prior=[prior | {"value": 1.5}], population="cough") == "knowledge_ratio_invalid"
    assert (
        _refused(prior=[prior | {"source": "u"}], population="cough")
        == "knowledge_unverified_weight"
    )


def test_files_are_refused_by_name(tmp_path):
    (tmp_path / "torn.toml").write_text("key = ", "utf-8")
    with pytest.raises(KnowledgeRejected) as caught:
        load(tmp_path)
    assert (caught.value.code, caught.value.parameters["file"]) == (
        "knowledge_unreadable",
        "torn.toml",
    )


def test_a_hostile_file_is_refused(tmp_path):
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00key")
    with pytest.raises(KnowledgeRejected):
        load(tmp_path)
