"""Protects: a value is shown with its unit and as it was sent, a range with whom it holds for."""

import pytest

from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Observation,
    Quantity,
    ReferenceRange,
    SentResult,
    SentValue,
)
from meddx_desktop.gui.labs_tab import flag_marks, shown


@pytest.mark.parametrize(
    ("ucum", "written"),
    [
        ("umol/L", "µmol/L"),
        ("10*9/L", "×10⁹/L"),
        ("mm[Hg]", "mmHg"),
        ("[IU]/L", "IU/L"),
        ("u[IU]/mL", "µIU/mL"),
        ("/uL", "/µL"),
        ("{INR}", ""),
        ("mg/L{FEU}", "mg/L FEU"),
        ("mmol/L", "mmol/L"),
    ],
)
def test_units_are_written_as_on_reports(qapp, ucum, written):
    assert shown.unit(ucum) == written


def test_small_numbers_keep_their_digits(qapp):
    assert shown.number(0.0123, 1) == "0.012"
    assert shown.number(4.1, 1) == "4.1"
    assert shown.number(188.0, 0) == "188"


def test_a_limit_stays_a_limit(qapp):
    of = Quantity(10, "mg/L", Comparator.BELOW)
    assert shown.quantity(of) == "<10 mg/L"


def test_what_was_not_converted_is_shown_as_sent(qapp):
    sent = SentResult("row 1", ("钾",), value=SentValue("4.10", 4.1), unit="mmol/l")
    one = Observation(sent, "potassium", quantity=Quantity(4.1, "mmol/L"))
    assert shown.value(one) == "4.10 mmol/L"


def test_a_range_says_whether_its_end_belongs_to_it(qapp):
    assert shown.limits(ReferenceRange(3.5, 5.3, "mmol/L", "x")) == "3.5–5.3"
    assert shown.limits(ReferenceRange(None, 5, "mg/L", "x", high_included=False)).startswith("<")
    assert shown.limits(ReferenceRange(None, 5, "mg/L", "x")).startswith("≤")
    assert shown.limits(ReferenceRange(None, None, "mg/L", "x")) == ""


def test_whom_a_range_holds_for_is_said_in_words(qapp):
    assert shown.whom("F 6y-13y") == "Female, 6 y to under 13 y"
    assert shown.whom("18y-") == "18 y and older"
    assert shown.whom("pregnancy 2") == "pregnancy, trimester 2"
    assert shown.whom("") == "everybody"


def test_no_flag_never_looks_like_normal(qapp):
    nothing, normal = flag_marks.of_flag(None), flag_marks.of_flag("N")
    assert nothing.word != normal.word
    assert "normal" not in nothing.word.casefold()
    assert nothing.icon != normal.icon
