"""Smoking and alcohol: never, former or current, and how much."""

import pytest

from meddx_desktop.core.notes.find.habits import habits
from meddx_desktop.core.notes.mentions import find_mentions


def _said(text: str) -> list[tuple[object, ...]]:
    found = sorted(habits(text), key=lambda one: (one.kind.value, one.span))
    return [(one.concept, *((m.name, m.value) for m in one.measured)) for one in found]


S, A = "smoking", "alcohol"
ROWS = [
    ("never smoker", [(f"{S}:never",)]),
    ("Never smoked", [(f"{S}:never",)]),
    ("non-smoker", [(f"{S}:never",)]),
    ("nonsmoker", [(f"{S}:never",)]),
    ("does not smoke", [(f"{S}:never",)]),
    ("denies smoking", [(f"{S}:never",)]),
    ("no tobacco use", [(f"{S}:never",)]),
    ("Tobacco: none", [(f"{S}:never",)]),
    ("denies any tobacco use", [(f"{S}:never",)]),
    ("former smoker", [(f"{S}:former",)]),
    ("ex-smoker", [(f"{S}:former",)]),
    ("quit smoking", [(f"{S}:former",)]),
    ("stopped smoking", [(f"{S}:former",)]),
    ("used to smoke", [(f"{S}:former",)]),
    ("current smoker", [(f"{S}:current",)]),
    ("smokes daily", [(f"{S}:current",)]),
    ("active smoker, 30 pack-years", [(f"{S}:current", ("pack_years", 30))]),
    (
        "smokes 1 pack per day for 20 years",
        [(f"{S}:current", ("packs_per_day", 1), ("smoking_years", 20))],
    ),
    ("smokes 10 cigarettes a day", [(f"{S}:current", ("cigarettes_per_day", 10))]),
    ("20 pack-year smoking history", [(f"{S}:current", ("pack_years", 20))]),
    ("smoker, quit 5 years ago", [(f"{S}:former",)]),
    ("ex-smoker for 10 years", [(f"{S}:former",)]),
    ("smoked for 20 years, quit 5 years ago", [(f"{S}:former", ("smoking_years", 20))]),
    ("never smoked", [(f"{S}:never",)]),
    ("denies alcohol", [(f"{A}:never",)]),
    ("no alcohol use", [(f"{A}:never",)]),
    ("does not drink", [(f"{A}:never",)]),
    ("drinks socially", [(f"{A}:current",)]),
    ("social drinker", [(f"{A}:current",)]),
    ("heavy alcohol use", [(f"{A}:current",)]),
    ("3 beers a day", [(f"{A}:current",)]),
    ("stopped drinking", [(f"{A}:former",)]),
    ("吸烟30年，每天20支", [(f"{S}:current", ("cigarettes_per_day", 20), ("smoking_years", 30))]),
    ("吸烟史20年，20支/日", [(f"{S}:current", ("cigarettes_per_day", 20), ("smoking_years", 20))]),
    ("否认吸烟史", [(f"{S}:never",)]),
    ("无吸烟史", [(f"{S}:never",)]),
    ("不吸烟", [(f"{S}:never",)]),
    ("从不抽烟", [(f"{S}:never",)]),
    ("已戒烟", [(f"{S}:former",)]),
    (
        "吸烟20年，已戒烟5年",
        [(f"{S}:former", ("smoking_years", 20)), (f"{S}:former",)],
    ),
    ("否认饮酒史", [(f"{A}:never",)]),
    ("不饮酒", [(f"{A}:never",)]),
    ("饮酒10年", [(f"{A}:current",)]),
    ("偶尔饮酒", [(f"{A}:current",)]),
    ("已戒酒", [(f"{A}:former",)]),
    ("无烟酒嗜好", [(f"{A}:never",), (f"{S}:never",)]),
    ("alcoholic hepatitis", []),
    ("否认吸烟、饮酒史", [(f"{A}:never",), (f"{S}:never",)]),
    (
        "吸烟30年，20支/日，未戒",
        [(f"{S}:current", ("cigarettes_per_day", 20), ("smoking_years", 30))],
    ),
    ("drink plenty of water", []),
    ("not drinking since last night", []),
    ("child is not drinking well", []),
    ("does not drink", [(f"{A}:never",)]),
    ("smoke inhalation", []),
]


@pytest.mark.parametrize(("text", "said"), ROWS)
def test_habits(text, said):
    assert _said(text) == said


@pytest.mark.parametrize(
    "text", ["denies tobacco or alcohol", "无烟酒嗜好", "no alcohol or tobacco use"]
)
def test_both_denied_in_one_breath(text):
    kinds = {one.concept for one in find_mentions(text, (), ())}
    assert kinds == {"smoking:never", "alcohol:never"}
