"""Calculators are fed with the newest value that may be used, in their unit, and say which.

A doubtful value, a limit or last year's result in a formula gives a number that looks sound.
"""

from datetime import timedelta

import pytest

from meddx_desktop.core.calculators.model import Result
from meddx_desktop.core.domain.case import Answer
from meddx_desktop.core.domain.laboratory import Comparator, ResultStatus
from meddx_desktop.core.labs.facts import calculate, gather
from tests.sent_results import MAN, TAKEN, meaning, sent

SERUM = {"panel": "CMP"}


def at(days=0.0, **more):
    return {"taken": TAKEN - timedelta(days=days), **SERUM, **more}


def gathered(*rows, **more):
    return gather(meaning(*rows), **more)


def passed(found, name):
    return {one.reason for one in found.passed_over if one.input == name}


def test_values_come_in_the_unit_of_the_input_with_the_result_they_came_from():
    row = sent("Creatinine", 88.4, "umol/L", **at())
    found = gathered(row)
    assert found.values["creatinine"] == pytest.approx(1.0, abs=1e-3)
    (used,) = [one for one in found.used if one.input == "creatinine"]
    assert (used.unit, used.observation.sent) == ("mg/dL", row)
    assert found.taken == TAKEN


def test_the_newest_counts():
    rows = [sent("Na", value, "mmol/L", **at(days)) for value, days in ((130.0, 2), (140.0, 0))]
    assert gathered(*rows).values["sodium"] == 140


def test_what_is_too_old_beside_the_newest_is_passed_over_and_named():
    rows = [sent("Na", 140.0, "mmol/L", **at()), sent("Cl", 104.0, "mmol/L", **at(20))]
    found = gathered(*rows)
    assert "chloride" not in found.values
    assert passed(found, "chloride") == {"lab_too_old"}
    assert gathered(*rows, window=timedelta(days=30)).values["chloride"] == 104


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (sent("AST", 60.0, "U/L", note="溶血", **at()), "lab_haemolysis_falsely_high"),
        (sent("AST", 5.0, "U/L", comparator=Comparator.BELOW, **at()), "lab_only_a_limit"),
        (sent("AST", "haemolysed", "U/L", **at()), "lab_no_number"),
        (sent("AST", -4.0, "U/L", **at()), "lab_negative"),
        (sent("AST", 60.0, "U/L", **at(-3)), "lab_taken_in_future"),
        (sent("AST", 60.0, "", **at()), "lab_no_number"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_doubtful_value_is_passed_over_for_an_older_sound_one(row, reason):
    alone = gathered(row)
    assert "ast" not in alone.values
    older = gathered(row, sent("AST", 42.0, "U/L", **at(1)))
    assert older.values["ast"] == 42
    assert passed(older, "ast") == {reason}


def test_a_cancelled_result_is_never_used():
    row = sent("Na", 140.0, "mmol/L", status=ResultStatus.CANCELLED, **at())
    assert not gathered(row).values


def test_urea_in_mmol_becomes_nitrogen_in_mg():
    """5.2 mmol/L of urea is 14.6 mg/dL of nitrogen; counted as urea it would be 31."""
    for name in ("Urea", "BUN"):
        found = gathered(sent(name, 5.2, "mmol/L", **at()))
        assert found.values["urea_nitrogen"] == pytest.approx(14.57, abs=0.02)


def test_nitrogen_in_mg_becomes_urea_in_mmol():
    found = gathered(sent("BUN", 14.57, "mg/dL", **at()))
    assert found.values["urea"] == pytest.approx(5.2, abs=0.01)


def test_undated_results_are_not_mixed_with_dated_ones():
    rows = [sent("Na", 140.0, "mmol/L", **at()), sent("Cl", 104.0, "mmol/L", taken=None, **SERUM)]
    found = gathered(*rows)
    assert "chloride" not in found.values
    assert passed(found, "chloride") == {"lab_time_unknown"}
    assert gathered(rows[1]).values["chloride"] == 104


def test_the_upper_limit_is_the_laboratorys_own_or_none():
    own = sent("AST", 60.0, "U/L", own=(0.0, 40.0), **at())
    assert gathered(own).values["ast_upper_limit"] == 40
    assert "ast_upper_limit" not in gathered(sent("AST", 60.0, "U/L", **at())).values


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [(88.0, 88.0, Answer.NO), (88.0, 180.0, Answer.YES), (None, 180.0, Answer.UNKNOWN)],
)
def test_a_creatinine_that_moves_is_told_to_the_calculators(before, now, expected):
    rows = [sent("Creatinine", now, "umol/L", **at())]
    if before:
        rows.append(sent("Creatinine", before, "umol/L", **at(1)))
    assert gathered(*rows).aki_possible is expected


def test_all_calculators_answer_and_what_is_missing_stays_missing():
    found = gathered(
        sent("Na", 140.0, "mmol/L", **at()),
        sent("Cl", 104.0, "mmol/L", **at()),
        sent("HCO3", 24.0, "mmol/L", **at()),
    )
    done = {one.calculator: one.outcome for one in calculate(found, MAN)}
    assert len(done) > 20
    results = {name for name, outcome in done.items() if isinstance(outcome, Result)}
    assert results
    assert all("gap" in name for name in results)
    assert not isinstance(done["egfr_ckd_epi_2021"], Result)


def test_values_from_elsewhere_never_replace_the_laboratorys():
    found = gathered(sent("Na", 140.0, "mmol/L", **at()), sent("Cl", 104.0, "mmol/L", **at()))
    bicarbonate = {"bicarbonate": 24.0, "sodium": 999.0}
    done = {one.calculator: one.outcome for one in calculate(found, MAN, bicarbonate)}
    gap = next(o for o in done.values() if isinstance(o, Result))
    assert gap.value == pytest.approx(12)
