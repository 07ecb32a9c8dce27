"""Age and sex: for whom the adult and the child rules hold hangs on them."""

import pytest

from meddx_desktop.core.domain.note import MentionKind
from meddx_desktop.core.notes.find.persons import persons
from meddx_desktop.core.notes.mentions import settle


def _said(text: str) -> tuple[list[tuple[float, str | None]], list[str | None]]:
    found = settle(persons(text))
    ages = [(m.value, m.unit) for one in found for m in one.measured]
    return ages, [one.concept for one in found if one.kind is MentionKind.SEX]


F, M = ["sex:female"], ["sex:male"]
ROWS = [
    ("45 yo F", [(45, "a")], F),
    ("45yo M", [(45, "a")], M),
    ("45 y/o female", [(45, "a")], F),
    ("45-year-old woman", [(45, "a")], F),
    ("45 year old man", [(45, "a")], M),
    ("a 76-year-old white female", [(76, "a")], F),
    ("25-year-old right-handed Caucasian female", [(25, "a")], F),
    ("6 months old", [(6, "mo")], []),
    ("6-month-old boy", [(6, "mo")], M),
    ("6 mo old girl", [(6, "mo")], F),
    ("3 week old", [(3, "wk")], []),
    ("10-day-old", [(10, "d")], []),
    ("two-year-old boy", [(2, "a")], M),
    ("aged 45", [(45, "a")], []),
    ("Age: 45", [(45, "a")], []),
    ("Age 45 Sex: F", [(45, "a")], F),
    ("Sex: male", [], M),
    ("Gender: Female", [], F),
    ("this pleasant gentleman", [], M),
    ("60 years of age", [(60, "a")], []),
    ("200 years old", [], []),
    ("45岁女性", [(45, "a")], F),
    ("患者，男，65岁", [(65, "a")], M),
    ("患者女，30岁", [(30, "a")], F),
    ("男性，65岁", [(65, "a")], M),
    ("65岁，男", [(65, "a")], M),
    ("患儿，男，3岁", [(3, "a")], M),
    ("男，20天，拒奶", [(20, "d")], M),
    ("患儿，女，2个月，发热", [(2, "mo")], F),
    ("新生儿，生后3天，黄疸2天", [(3, "d")], []),
    ("男，发热3天", [], []),
    ("45M with chest pain", [(45, "a")], M),
    ("S: 30F c/o cough", [(30, "a")], F),
    ("DOL 5", [(5, "d")], []),
    ("day 3 of life", [(3, "d")], []),
    ("8/12 F, cough 2/7", [(8, "mo")], F),
    ("WBC 45M cells", [], []),
    ("女，8个月大", [(8, "mo")], F),
    ("3月龄", [(3, "mo")], []),
    ("8个月大", [(8, "mo")], []),
    ("2岁半男孩", [(2.5, "a")], M),
    ("1岁6个月", [(18, "mo")], []),
    ("五岁女孩", [(5, "a")], F),
    ("10天大", [(10, "d")], []),
    ("6周龄", [(6, "wk")], []),
    ("年龄：45", [(45, "a")], []),
    ("性别：女", [], F),
    ("性别 男 年龄 70岁", [(70, "a")], M),
    ("男婴", [], M),
    ("his girlfriend", [], []),
    ("男朋友", [], []),
    ("for 6 months", [], []),
    ("mild M/F ratio", [], []),
]


@pytest.mark.parametrize(("text", "ages", "sexes"), ROWS)
def test_persons(text, ages, sexes):
    assert _said(text) == (ages, sexes)


def test_a_child_without_an_age_is_told():
    assert [one.concept for one in persons("患儿精神差")] == ["age:child"]
