"""Hold the assessment against the vignettes of one half: ``python -m tests.vignette_run open``.

A film of a vignette is scored by a model that is made up here, of a sensitivity and a specificity
of 80 % at their lower ends. Every test counts as available.
"""

import sys
from datetime import UTC, datetime, timedelta

from meddx_desktop.core.assessment.assess import assess
from meddx_desktop.core.assessment.facts import CaseFacts
from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.domain.assessment import TESTS, Operating, Setting
from meddx_desktop.core.domain.case import Answer, Case, Vitals
from meddx_desktop.core.domain.lab_record import LabImport
from meddx_desktop.core.domain.laboratory import SentRange, SentResult
from meddx_desktop.core.domain.patient import Age, Patient, Sex
from meddx_desktop.core.labs.values import parse_value
from meddx_desktop.core.operations import assessment
from meddx_desktop.core.operations.labs_lines import laboratory
from tests.assessments import MODEL, application, film
from tests.vignettes import DISAGREEMENT, NOT_ENOUGH, Vignette, load

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
_SETTINGS = {"primary": "primary_care"}
_SCORES = {"positive": 0.9, "negative": 0.1, "not_sure": 0.5}


def facts(one: Vignette) -> CaseFacts:
    """A vignette as the program would read it."""
    born = (NOW - timedelta(days=Age.parse(one.age).days)).date()
    results = tuple(_result(number, line) for number, line in enumerate(one.labs))
    films = tuple(
        film(found.label, _SCORES[found.call], uid=f"1.2.{number}")
        for number, found in enumerate(one.findings)
    )
    case = Case(
        "case",
        Patient(birth_date=born, sex=Sex(one.sex)),
        NOW,
        note=one.note,
        vitals=Vitals(
            pregnant=Answer(one.pregnant), on_oxygen=Answer(one.on_oxygen), **dict(one.vitals)
        ),
        films=films,
        lab_imports=(LabImport("labs", NOW, "", "text", "0" * 64, results=results),),
    )
    made = assessment.facts_of(application(), case, laboratory(case, now=NOW))
    figures = {
        (MODEL.name, MODEL.version, found.label): Operating(0.8, 0.8) for found in one.findings
    }
    return CaseFacts(
        case, made.age, made.sex, made.reading, made.results, made.calculated, made.aki, figures
    )


def _result(number, line) -> SentResult:
    low = float(line.lower) if line.lower else None
    high = float(line.upper) if line.upper else None
    own = None if low is None and high is None else SentRange(f"{low}-{high}", low, high)
    return SentResult(
        f"row {number + 1}", (line.name,), value=parse_value(line.value), unit=line.unit, range=own
    )


def said(one: Vignette) -> tuple[str, set[str], tuple[str, ...]]:
    """The condition in first place, every alert on top, and the ranking."""
    setting = Setting(_SETTINGS.get(one.setting, one.setting), frozenset(TESTS))
    found = assess(facts(one), knowledge(), setting)
    ranking = tuple(each.key for each in found.conditions)
    alerts = {alert.name for alert in found.alerts}
    if any(alert.kind == "disagreement" for alert in found.alerts):
        alerts.add(DISAGREEMENT)
    return (ranking[0] if ranking else NOT_ENOUGH), alerts, ranking


def main(half: str, *, shows: bool) -> None:
    """Print how many are right; what is wrong only for the open half."""
    right = {"leading": [], "alerts": [], "all of it": [], "either": []}
    for one in load(half):
        first, alerts, ranking = said(one)
        leading, top = one.leading_right(first), one.alerts_right(alerts)
        judged = [word for word in (leading, top) if word is not None]
        for name, word in (("leading", leading), ("alerts", top)):
            if word is not None:
                right[name].append(word)
        right["all of it"].append(all(judged))
        right["either"].append(any(judged))
        if shows and not all(judged):
            missing = sorted(set(one.alerts) - alerts)
            print(f"{one.key}: first {first}, wanted {one.leading}, missing {missing}")
            print(f"    {ranking[:5]}")
    for name, words in right.items():
        print(f"{half}: {name} {sum(words)} of {len(words)} ({sum(words) / len(words):.0%})")


if __name__ == "__main__":
    main(sys.argv[1], shows=sys.argv[1] == "open")
