"""NEWS2 of the Royal College of Physicians, 2017.

The College allows reproduction and asks to be named.
"""

from bisect import bisect_left

from meddx_desktop.core.calculators.calculator import Calculator, Whom
from meddx_desktop.core.calculators.common_inputs import (
    RESPIRATORY_RATE,
    SYSTOLIC,
    answer,
    choice,
)
from meddx_desktop.core.calculators.model import (
    Facts,
    Input,
    Worked,
    formula_at,
    origin,
    scored,
    values_at,
)

_SATURATION = Input("oxygen_saturation", "%", 40.0, 100.0, "59408-5")
_PULSE = Input("heart_rate", "/min", 20.0, 300.0, "8867-4")
_TEMPERATURE = Input("temperature", "Cel", 25.0, 45.0, "8310-5")
_MIND = ("alert", "new_confusion", "voice", "pain", "unresponsive")
_BANDS = ("news_low", "news_low_with_a_three", "news_medium", "news_high")

_Scale = tuple[tuple[float, ...], tuple[int, ...]]
"""Upper end of each step, and the points from the lowest step to the highest."""

_BREATHING: _Scale = ((8, 11, 20, 24), (3, 1, 0, 2, 3))
_SCALE_1: _Scale = ((91, 93, 95), (3, 2, 1, 0))
_SCALE_2_AIR: _Scale = ((83, 85, 87), (3, 2, 1, 0))
_SCALE_2_OXYGEN: _Scale = ((83, 85, 87, 92, 94, 96), (3, 2, 1, 0, 1, 2, 3))
_PRESSURE: _Scale = ((90, 100, 110, 219), (3, 2, 1, 0, 3))
_HEART: _Scale = ((40, 50, 90, 110, 130), (3, 1, 0, 1, 2, 3))
_WARMTH: _Scale = ((35.0, 36.0, 38.0, 39.0), (3, 1, 0, 1, 2))


def _points(value: float, scale: _Scale) -> int:
    ends, points = scale
    return points[bisect_left(ends, value)]


def _saturation_points(facts: Facts) -> int:
    scale = _SCALE_1
    if facts.yes("hypercapnic_target_88_92"):
        scale = _SCALE_2_OXYGEN if facts.yes("on_oxygen") else _SCALE_2_AIR
    return _points(round(facts["oxygen_saturation"]), scale)


def _band(points: dict[str, int]) -> str:
    total = sum(points.values())
    if total >= 7:
        return "news_high"
    if total >= 5:
        return "news_medium"
    return "news_low_with_a_three" if 3 in points.values() else "news_low"


def _news2(facts: Facts) -> Worked:
    points = {
        "respiratory_rate": _points(round(facts["respiratory_rate"]), _BREATHING),
        "oxygen_saturation": _saturation_points(facts),
        "on_oxygen": 2 * facts.yes("on_oxygen"),
        "systolic_pressure": _points(round(facts["systolic_pressure"]), _PRESSURE),
        "heart_rate": _points(round(facts["heart_rate"]), _HEART),
        "consciousness": 0 if facts.choice("consciousness") == "alert" else 3,
        "temperature": _points(round(facts["temperature"], 1), _WARMTH),
    }
    return scored(points, _band(points))


NEWS2 = Calculator(
    name="news2",
    group="acute",
    title="NEWS2",
    purpose="Warns that an adult is getting worse (Royal College of Physicians).",
    inputs=(
        RESPIRATORY_RATE,
        answer("hypercapnic_target_88_92"),
        _SATURATION,
        answer("on_oxygen"),
        SYSTOLIC,
        _PULSE,
        choice("consciousness", *_MIND),
        _TEMPERATURE,
    ),
    unit="{score}",
    decimals=0,
    whom=Whom(youngest=18, pregnant=False),
    formula=_news2,
    sources=(
        origin("Royal College of Physicians", "National Early Warning Score (NEWS) 2", 2017),
        formula_at(
            "Royal College of Physicians",
            "Chart 1 of NEWS2",
            "https://scribd.com/document/584338409/NEWS2-Chart-1-The-NEWS-scoring-system-0-0",
        ),
        formula_at(
            "Royal College of Physicians journals",
            "markup 14242, thresholds",
            "https://www.rcpjournals.org/highwire/markup/14242/expansion",
        ),
        formula_at(
            "Thorax",
            "markup 192780, table 1",
            "https://thorax.bmj.com/highwire/markup/192780/expansion",
        ),
        values_at(
            "cliot for R",
            "news2_score",
            "https://rdrr.io/cran/cliot/man/news2_score.html",
        ),
        values_at(
            "JuneYaooo",
            "clinical-calculator tests",
            "https://github.com/JuneYaooo/clinical-calculator "
            "tests/test_common_critical_care_scores.py",
        ),
    ),
    verified=True,
    bands=_BANDS,
    notes=("news_does_not_replace_judgement",),
)
