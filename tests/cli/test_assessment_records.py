"""Protects: an assessment as JSON holds every line with code and words, and is JSON."""

import json
from math import inf

from meddx_desktop.cli.assessment_records import assessment
from meddx_desktop.core.domain.assessment import (
    Alert,
    AlertKind,
    Assessment,
    NextTest,
    Origin,
    Place,
    Prior,
    RankedCondition,
    Ratio,
    Role,
    Source,
    Standing,
    Truth,
    Weighed,
)
from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.note import Span
from tests.assessments import assessed

CHILD = "Cough and crackles for 3 days. Chest indrawing."


def test_a_real_assessment_is_json_and_loses_nothing():
    found = assessed(CHILD, age="3y")
    record = json.loads(json.dumps(assessment(found, patient_id="P"), allow_nan=False))
    assert record["patient_id"] == "P"
    assert [one["key"] for one in record["conditions"]] == [one.key for one in found.conditions]
    assert [one["key"] for one in record["others"]] == [one.key for one in found.others]
    assert [len(one["lines"]) for one in record["conditions"]] == [
        len(one.lines) for one in found.conditions
    ]
    assert {one["condition"] for one in record["not_for"]} == set(found.not_for)
    for one in record["alerts"]:
        assert one["message"] and one["title"]["zh"]


def test_each_part_stands_with_its_code_and_its_words():
    source = Source("s", "Title", "place", None)
    line = Weighed(
        "k",
        {"en": "K", "zh": "钾"},
        Role.FOR,
        Truth.PRESENT,
        Ratio(2.0, 1.5, 3.0),
        why_not="not_weighed",
        places=(Place(Origin.NOTE, "k", span=Span(1, 4)),),
        source=source,
    )
    one = RankedCondition(
        "gout",
        {"en": "Gout", "zh": "痛风"},
        "M10.9",
        Standing.SOME,
        lines=(line,),
        prior=Prior("rural", 0.2, 0.1, 0.3, None),
        missing=(NextTest("gout", {"en": "Urate", "zh": "尿酸"}, "chemistry", inf, 1.0),),
    )
    found = Assessment(
        alerts=(Alert(AlertKind.RED_FLAG, "x", yes=(line,)),),
        conditions=(one,),
        cautions=(Reason("assessment_age_unknown"),),
    )
    record = json.loads(json.dumps(assessment(found, patient_id=""), allow_nan=False))
    (condition,) = record["conditions"]
    assert condition["standing"] == {"code": "some", "message": "Some support"}
    assert condition["prior"]["source"] is None
    (told,) = condition["lines"]
    assert told["why_not"] == {"code": "not_weighed", "message": "No published ratio was read"}
    assert told["places"] == [
        {"origin": "note", "name": "k", "span": [1, 4], "row": None, "film": None}
    ]
    assert told["source"] == {"title": "Title", "locator": "place", "opened": None}
    (test,) = condition["missing"]
    assert (test["raises"], test["meets_criteria"]) == (None, True)
    assert record["cautions"][0]["message"].startswith("The age is not known")
    assert record["alerts"][0]["for"] == condition["lines"]
