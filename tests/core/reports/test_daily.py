"""Protects: the list shows the unscored first, no whole ID, and runs nothing in a spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.case import Case, FilmEntry, FindingDecision
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import (
    Decision,
    Finding,
    Gate,
    ModelIdentity,
    Reason,
    Screening,
)
from meddx_desktop.core.domain.imaging import Instance, Source, Study
from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.domain.review import CriticalResult, NotCritical, Told
from meddx_desktop.core.reports import daily
from meddx_desktop.core.reports.daily import Day
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN = paper_words("en")
MODEL = ModelIdentity("m", "1", "int8", "CPU", "ab")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def case(name="Li", number="P-12345678", score=None, *, refused=False, **more):
    patient = Patient(number, PersonName(name))
    films = ()
    if score is not None or refused:
        films = (entry(patient, score),)
    return Case(f"case {name}", patient, NOW, films=films, **more)


def entry(patient, score):
    from pathlib import Path

    instance = Instance(Source(Path("x")), "1.2", "1", 1, 1, 8, 8, "M2", "1", "CR")
    found = ()
    if score is not None:
        code = Code("1", "SCT", "x")
        found = (Finding("pneumonia", code, score, 0.5, (0.45, 0.55)),)
    gate = Gate(score is not None, () if found else (Reason("rotated"),))
    said = Screening(instance, "1", "", 1, MODEL, gate, found)
    return FilmEntry(Study("1", patient, None, "", ()), instance, screenings=(said,))


def listed(*cases):
    return Day(date(2026, 3, 2), daily.ordered(cases), NOW, "Nurse Zhao")


def rows(*cases):
    content = daily.as_csv(listed(*cases), EN).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def test_open_critical_then_unscored_then_by_risk():
    told = CriticalResult("K", "N", NOW)
    day = listed(
        case("low", score=0.1),
        case("high", score=0.9),
        case("refused", refused=True),
        case("critical", score=0.2, criticals=(told,)),
    )
    assert [one.patient.name.shown for one in day.cases] == ["critical", "refused", "high", "low"]


def test_which_critical_result_is_open_is_said_and_what_is_none_is_not_told():
    told = CriticalResult("K 6.8 mmol/L", "N", NOW, (Told("ward", "N", NOW, True),))
    none = replace(told, told=(), line="i:0", none=NotCritical("haemolysed", "Dr Lin", NOW))
    cases = [case("none"), case("a", criticals=(told, replace(told, told=())))]
    cases += [case("b", criticals=(none, told)), case("c", criticals=(none,))]
    shown = {row[0]: row[-1] for row in rows(*cases)[1:5]}
    assert shown == {
        "none": "–",
        "a": "Open: tell somebody now: K 6.8 mmol/L",
        "b": "Told and read back",
        "c": "None, says a clinician",
    }


def test_a_film_without_a_score_says_so():
    assert rows(case(refused=True))[1][5] == "No score; repeat or have it read."


def test_score_call_and_word_stand_beside_each_other():
    word = FindingDecision("1.2", 1, "pneumonia", Decision.REJECTED, at=NOW, by="Dr Lin")
    row = rows(case(score=0.9, decisions=(word,)))[1]
    assert row[5] == "Pneumonia 90 (Above threshold)"
    assert row[6] == "Pneumonia: Rejected by clinician"


def test_a_model_on_trial_is_not_listed():
    tried = case(score=0.9)
    film = tried.films[0]
    said = replace(film.screenings[0], on_trial=True)
    tried = replace(tried, films=(replace(film, screenings=(said,)),))
    assert "Pneumonia" not in rows(tried)[1][5]


def test_what_waits_for_the_own_reading_is_told_neither_in_words_nor_by_its_place():
    high, low = case("high", score=0.9), case("low", score=0.1)
    both = frozenset({high.case_id, low.case_id})
    for pair in ((high, low), (low, high)):
        assert daily.ordered(pair, both) == pair
    day = Day(date(2026, 3, 2), (high, low), NOW, "Dr Lin", both)
    content = daily.as_csv(day, EN).decode()
    assert "Pneumonia" not in content and content.count("Waits for your own reading") == 2
    assert len({row.tone for row in daily.compose(day, EN).blocks[2].rows}) == 1


def test_hidden_or_not_a_film_without_a_score_says_so_first():
    refused, low = case("refused", refused=True), case("low", score=0.1)
    both = frozenset({refused.case_id, low.case_id})
    assert daily.ordered((low, refused), both) == (refused, low)


def test_of_an_id_only_the_tail():
    assert rows(case(number="P-12345678"))[1][1] == "…5678"
    resident = rows(case(number="11010519491231002X"))[1][1]
    assert "19491231" not in resident


def test_the_list_says_what_it_is_on_paper_and_in_the_table():
    paper = daily.compose(listed(case(score=0.9)), EN)
    text = made.words_of(paper)
    assert "TB not assessed" in text and "Does not rule out disease." in text
    assert "Screening support" in rows(case(score=0.9))[-1][0]
    assert "No case on this day." in made.words_of(daily.compose(listed(), EN))


@given(st.text(max_size=30))
def test_no_cell_is_a_formula(text):
    cell = daily.guarded(text)
    assert not cell.startswith(daily._GUARD)


def test_a_formula_in_a_name_is_quoted():
    row = rows(case(name='=HYPERLINK("x")', number="@cmd", score=0.9))[1]
    assert row[0].startswith("'=") and row[1].startswith("'@")


def test_a_film_that_waits_does_not_hide_what_another_has():
    made_case = case(score=0.9)
    waiting = replace(made_case.films[0], screenings=None)
    both = replace(made_case, films=(*made_case.films, waiting))
    text = " ".join(cell for row in rows(both) for cell in row)
    assert "Not screened yet; Pneumonia 90 (Above threshold)" in text
