"""Protects: counts that leave have every cell by the question alone, and no cell is a formula."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from meddx_desktop.core.domain.case import CaseState, FindingDecision
from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.finding import Decision, Finding, Gate, Screening
from meddx_desktop.core.domain.patient import Age, Sex
from meddx_desktop.core.domain.site_numbers import Week
from meddx_desktop.core.privacy.release import Release
from meddx_desktop.core.reports import aggregate
from meddx_desktop.core.reports.aggregate import Cell, as_csv, band_of, cells, people
from tests.core.store.plain import case, film

MONDAY = datetime(2026, 3, 2, 9).astimezone()
WEEK = Week(2026, 10)


def visit(case_id="c1", *, decision=Decision.ACCEPTED, trial=False, signed=True, day=0, **more):
    """A visit with one film that a model called; a clinician said a word about it."""
    entry = film("1")
    found = Finding("mass", Code("1", "SCT", ""), 0.9, 0.5, (0.45, 0.55))
    said = Screening(entry.instance, "1", "", 1, None, Gate(True), (found,), on_trial=trial)
    words = (FindingDecision("1", 1, "mass", decision),) if decision else ()
    state = CaseState.SIGNED if signed else CaseState.TO_REVIEW
    more.setdefault("sex", Sex.FEMALE)
    return case(
        case_id, created=MONDAY + timedelta(days=day), films=(replace(entry, screenings=(said,)),),
        decisions=words, state=state, **more,
    )  # fmt: skip


def named(found):
    """Weeks and findings of one person's cells."""
    return [(cell.week.number, cell.finding) for cell in found]


def test_a_finding_counts_where_a_clinician_confirmed_it_in_a_signed_case():
    ((*got,),) = people([("p1", visit())])
    assert named(got) == [(10, "mass"), (10, aggregate.SCREENED)]
    for other in (
        visit(decision=None),
        visit(decision=Decision.REJECTED),
        visit(decision=Decision.EDITED),
        visit(signed=False),
    ):
        assert named(people([("p1", other)])[0]) == [(10, aggregate.SCREENED)]


def test_a_model_on_trial_counts_for_nothing():
    assert people([("p1", visit(trial=True))]) == [()]


def test_demonstration_cases_never_leave():
    assert people([("p1", visit(demonstration=True))]) == [()]


def test_joined_cases_are_one_person_and_findings_come_first():
    """So that the bound on one person's cells keeps what matters."""
    found = people([("p1", visit()), ("p1", visit("c2", day=7)), ("p2", visit("c3"))])
    assert len(found) == 2
    assert named(found[0]) == [
        (10, "mass"),
        (11, "mass"),
        (10, aggregate.SCREENED),
        (11, aggregate.SCREENED),
    ]


def test_every_cell_is_there_whoever_came():
    got = cells((WEEK, WEEK.after()), ("mass",))
    assert len(got) == len(set(got)) == 2 * 2 * 7 * 3
    assert set(people([("p1", visit())])[0]) <= set(got)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "0 to 4"),
        (1825, "0 to 4"),
        (1826, "5 to 14"),
        (5478, "5 to 14"),
        (5479, "15 to 24"),
        (16436, "45 to 64"),
        (23741, "65 and over"),
        (54000, "65 and over"),
    ],
)
def test_a_birthday_opens_the_next_band(days, band):
    assert band_of(Age(days, "")) == band


def test_without_an_age_or_a_sex_the_cell_says_so():
    nobody = visit(sex=Sex.OTHER)
    assert {(cell.band, cell.sex) for cell in people([("p1", nobody)])[0]} == {
        ("unknown", "unknown")
    }


def test_the_last_weeks_leave_the_current_one_out():
    assert aggregate.last_weeks(WEEK, 2) == (Week(2026, 8), Week(2026, 9))


def table(made, notes=()):
    return list(csv.reader(io.StringIO(as_csv(made, notes).decode("utf-8-sig"))))


def test_the_file_says_what_it_is_and_what_was_left_out():
    made = Release(
        ((Cell(WEEK, "mass", "5 to 14", "F"), 23), (Cell(WEEK, "mass", "5 to 14", "M"), None)),
        Fraction(1, 2),
        17,
    )
    head, first, second, *facts, note = table(made, ["Random noise."])
    assert tuple(head) == aggregate.HEAD
    assert first == ["2026-W10", "mass", "5 to 14", "F", "23"]
    assert second[-1] == "<17"
    assert dict(facts) == {
        "epsilon": "0.5",
        "mechanism": "discrete Laplace, one person added or taken away",
        "cells_per_person": "2",
        "shown_from": "17",
        "first_day": "2026-03-02",
        "last_day": "2026-03-08",
    }
    assert note == ["Random noise."]


@pytest.mark.parametrize("evil", ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1", "|x", "\u202e=1", "＝1"])
def test_no_cell_is_a_formula(evil):
    made = Release(((Cell(WEEK, evil, evil, evil), 20),), Fraction(1), 10)
    for row in table(made, [evil]):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "|", "＝")), cell
