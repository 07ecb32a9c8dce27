"""From sent to meant: flags, critical values, doubts, and never a silent change.

A value that is impossible, haemolysed or of another day must say so beside itself, and may never
disappear or turn into normal.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.domain.finding import Reason
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    Interpretation,
    ResultStatus,
    Specimen,
)
from meddx_desktop.core.labs.subject import Subject
from meddx_desktop.words.reasons import REASONS
from tests.sent_results import MAN, NOW, TAKEN, WOMAN, cautions, meaning, sent

LOW, NORMAL, HIGH = Interpretation.LOW, Interpretation.NORMAL, Interpretation.HIGH
BLOOD = {"panel": "血常规"}
SERUM = {"panel": "生化全套"}


def one(*args, subject=MAN, context=None, **more):
    return meaning(sent(*args, **more), subject=subject, **(context or {}))[0]


def said(observation, code):
    (reason,) = [each for each in observation.cautions if each.code == code]
    return reason.parameters


def test_rows_that_differ_in_what_tells_the_test_are_not_taken_for_one_another():
    """A long course asks each question once; the next row must not get another row's answer."""
    rows = [
        sent("PCT", 0.3, "%"),
        sent("PCT", 0.3, "ng/mL"),
        sent("PCT", 0.3),
        sent("TP", 72.0, "g/L"),
        sent("TP", "positive"),
        sent("TP", "positive", panel="梅毒"),
        sent("Glucose", 5.0, "mmol/L", specimen=Specimen.URINE),
        sent("Glucose", 5.0, "mmol/L", specimen=Specimen.CSF),
        sent("Glucose", 5.0, "mmol/L", **SERUM),
        sent("Glucose", 5.0, "mmol/L", loinc="2339-0"),
        sent("D-dimer", 0.4, "mg/L"),
        sent("D-dimer", 0.4, "mg/L", method="FEU"),
        sent("D-dimer", 0.4, "mg/L", note="DDU"),
        sent("D-dimer", 0.4, "mg/L", unit_is_ucum=True),
    ]
    apart = [replace(row, laboratory=str(place)) for place, row in enumerate(rows)]
    alone = [meaning(row)[0] for row in apart]
    assert len({(row.analyte, row.code, row.quantity) for row in alone}) > 8
    for together, one_alone in zip(meaning(*apart, *apart), alone + alone, strict=True):
        found = (together.analyte, together.code, together.specimen, together.conversion)
        expected = (one_alone.analyte, one_alone.code, one_alone.specimen, one_alone.conversion)
        assert found == expected


class TestUnits:
    def test_the_shown_value_is_converted_and_says_how(self):
        glucose = one("Glucose", 90.0, "mg/dL", **SERUM)
        assert glucose.quantity.value == pytest.approx(4.995, abs=0.002)
        assert glucose.quantity.unit == "mmol/L"
        assert glucose.conversion.from_unit == "mg/dL"
        assert "molar mass" in glucose.conversion.source

    def test_haemoglobin_a_thousand_times_too_high_asks_for_the_unit(self):
        result = one("Hb", 132.0, "g/dL", **BLOOD)
        assert result.quantity.value == 1320
        told = said(result, "lab_impossible_unit")
        assert told["meant"] == "g/L"
        assert str(told["value"]) == "1320"
        assert result.interpretation is None

    def test_a_missing_unit_is_said_and_nothing_is_filled_in(self):
        result = one("Hb", 132.0, "", **BLOOD)
        assert result.quantity is None
        assert said(result, "lab_unit_missing")["expected"] == "g/L"
        assert not result.counts

    def test_without_a_unit_the_laboratorys_own_range_still_flags(self):
        assert one("Hb", 90.0, "", own=(130.0, 175.0), **BLOOD).interpretation is LOW

    def test_an_unknown_unit_is_said_and_the_name_stands(self):
        result = one("frobnitz", 1.0, "blahs/L")
        assert said(result, "lab_unit_unknown")["unit"] == "blahs/L"
        assert result.quantity is None

    def test_an_unknown_unit_of_a_known_test_is_flagged_by_the_laboratorys_range_as_sent(self):
        result = one("Hb", 90.0, "blahs/L", own=(130.0, 175.0), **BLOOD)
        assert result.analyte == "haemoglobin"
        assert result.code is None
        assert result.quantity is None
        assert result.interpretation is LOW

    def test_the_same_test_in_two_kinds_of_units_is_said_on_both(self):
        both = meaning(
            sent("Creatinine", 88.0, "umol/L", **SERUM), sent("Cr", 1.0, "mg/dL", **SERUM)
        )
        assert all("lab_mixed_units" in cautions(each) for each in both)

    def test_the_same_kind_in_two_scales_is_no_mix(self):
        both = meaning(sent("Hb", 132.0, "g/L", **BLOOD), sent("Hb", 13.2, "g/dL", **BLOOD))
        assert not any("lab_mixed_units" in cautions(each) for each in both)


class TestRanges:
    def test_the_laboratorys_own_range_goes_first_and_is_converted_with_the_value(self):
        albumin = one("Albumin", 3.2, "g/dL", own=(3.5, 5.0), **SERUM)
        assert (albumin.range.low, albumin.range.high) == (35, 50)
        assert albumin.range.is_laboratorys
        assert albumin.interpretation is LOW

    def test_a_range_in_another_unit_than_the_value_is_not_used(self):
        result = one("Hb", 13.2, "g/dL", own=(1150.0, 1500.0), **BLOOD)
        assert "lab_range_doubtful" in cautions(result)
        assert not result.range.is_laboratorys

    def test_troponin_has_only_the_laboratorys(self):
        alone, own = (
            one("Troponin I", 0.5, "ng/mL", **SERUM),
            one("Troponin I", 0.5, "ng/mL", own=(0.0, 0.04), **SERUM),
        )
        assert alone.range is None
        assert alone.interpretation is None
        assert own.interpretation is HIGH

    def test_an_unknown_sex_gets_no_range_of_men(self):
        result = one("Hb", 150.0, "g/L", subject=Subject(birth_date=MAN.birth_date), **BLOOD)
        assert "lab_range_needs_sex" in cautions(result)
        assert result.interpretation is None

    def test_critical_values_go_before_high(self):
        assert one("K", 6.8, "mmol/L", own=(3.5, 5.1), **SERUM).interpretation.value == "HH"
        assert one("K", 5.6, "mmol/L", own=(3.5, 5.1), **SERUM).interpretation is HIGH
        assert one("K", 2.5, "mmol/L", own=(3.5, 5.1), **SERUM).interpretation.value == "LL"

    def test_an_unknown_test_is_judged_by_its_own_range_only(self):
        result = one("frobnitz", 5.0, "mg/L", own=(1.0, 3.0))
        assert result.analyte == ""
        assert result.interpretation is HIGH

    def test_at_altitude_normal_haemoglobin_gets_a_caution_and_no_other_number(self):
        high_up = replace(MAN, altitude_m=3000.0)
        result = one("Hb", 150.0, "g/L", subject=high_up, **BLOOD)
        assert result.quantity.value == 150
        assert said(result, "lab_altitude")["more"] == 18


class TestComparators:
    def test_below_ten_within_the_range_is_undecided(self):
        result = one("CRP", 10.0, "mg/L", comparator=Comparator.BELOW, own=(5.0, 20.0), **SERUM)
        assert result.interpretation is None
        assert "lab_comparator_undecided" in cautions(result)
        assert result.quantity.comparator is Comparator.BELOW
        assert not result.counts

    def test_below_ten_against_twenty_is_low(self):
        below = Comparator.BELOW
        result = one("CRP", 10.0, "mg/L", comparator=below, own=(20.0, 30.0), **SERUM)
        assert result.interpretation is LOW

    @given(st.sampled_from(Comparator), st.floats(0.1, 50), st.sampled_from(["g/dL", "mg/dL"]))
    def test_a_conversion_keeps_the_comparator(self, comparator, value, unit):
        result = one("Albumin", value, unit, comparator=comparator, **SERUM)
        assert result.quantity.comparator is comparator


class TestFlags:
    def test_no_flag_and_no_range_is_not_normal(self):
        assert one("frobnitz", 5.0, "mg/L").interpretation is None

    def test_a_flag_of_the_laboratory_that_differs_is_said_and_the_graver_stands(self):
        result = one("Albumin", 42.0, "g/L", own=(35.0, 50.0), flags=("H",), **SERUM)
        assert said(result, "lab_flags_differ") == {"laboratory": "H", "program": "N"}
        assert result.interpretation is HIGH

    def test_the_laboratorys_normal_does_not_silence_ours(self):
        result = one("K", 6.8, "mmol/L", own=(3.5, 5.1), flags=("N",), **SERUM)
        assert result.interpretation.value == "HH"
        assert "lab_flags_differ" in cautions(result)

    def test_a_flag_that_cannot_be_checked_is_the_laboratorys(self):
        result = one("Troponin I", 0.5, "ng/mL", flags=("↑",), **SERUM)
        assert result.interpretation is HIGH
        assert "lab_flag_is_laboratorys" in cautions(result)

    def test_words_have_no_flag_but_the_laboratorys(self):
        assert one("HBsAg", "阳性").interpretation is None
        assert one("HBsAg", "阳性", flags=("A",)).interpretation is Interpretation.ABNORMAL


class TestDamagedSpecimens:
    def of_potassium(self, *others, **more):
        result, *_ = meaning(sent("K", 6.8, "mmol/L", **SERUM, **more), *others)
        return result

    @pytest.mark.parametrize(
        "index",
        [
            sent("溶血指数", "++"),
            sent("Hemolysis index", 2.0, ""),
            sent("HIL hemolysis", "moderate"),
            sent("溶血", "轻度溶血"),
        ],
        ids=lambda row: row.value.text,
    )
    def test_an_index_row_speaks_for_the_tube(self, index):
        result = self.of_potassium(index)
        assert "lab_repeat_potassium_now" in cautions(result)
        assert result.interpretation.value == "HH"

    @pytest.mark.parametrize("note", ["标本溶血", "Specimen hemolyzed", "haemolysed +"])
    def test_so_does_a_comment(self, note):
        result = self.of_potassium(note=note)
        assert {"lab_haemolysis_falsely_high", "lab_repeat_potassium_now"} <= cautions(result)

    @pytest.mark.parametrize("note", ["未见溶血", "no hemolysis", "溶血性贫血", "non-hemolysed"])
    def test_a_denial_is_no_damage(self, note):
        assert "lab_repeat_potassium_now" not in cautions(self.of_potassium(note=note))

    def test_a_normal_potassium_is_suspected_without_alarm(self):
        result = meaning(sent("K", 4.1, "mmol/L", note="溶血", **SERUM))[0]
        assert "lab_haemolysis_falsely_high" in cautions(result)
        assert "lab_repeat_potassium_now" not in cautions(result)

    def test_what_haemolysis_does_not_touch_stays_as_it_is(self):
        result, _ = meaning(sent("Na", 140.0, "mmol/L", **SERUM), sent("溶血指数", "++"))
        assert not any(code.startswith("lab_haemolysis") for code in cautions(result))

    def test_a_small_measured_index_touches_only_the_most_delicate(self):
        index = sent("Hemolysis index", 0.5, "g/L")
        potassium, ldh, _ = meaning(
            sent("K", 4.1, "mmol/L", **SERUM), sent("LDH", 250.0, "U/L", **SERUM), index
        )
        assert "lab_haemolysis_falsely_high" not in cautions(potassium)
        assert "lab_haemolysis_falsely_high" in cautions(ldh)

    def test_a_small_index_does_not_take_back_the_laboratorys_words(self):
        small = sent("Hemolysis index", 0.5, "g/L")
        assert "lab_repeat_potassium_now" in cautions(self.of_potassium(small, note="溶血"))

    def test_another_tube_is_not_touched(self):
        index = sent("溶血指数", "++", taken=TAKEN - timedelta(days=1))
        assert "lab_repeat_potassium_now" not in cautions(self.of_potassium(index))

    def test_fat_and_bile_ask_the_laboratory(self):
        result, _ = meaning(sent("Na", 140.0, "mmol/L", **SERUM), sent("脂血指数", "+++"))
        assert "lab_lipaemia" in cautions(result)


class TestImpossible:
    def test_below_zero(self):
        result = one("Calcium", -1.0, "mmol/L", **SERUM)
        assert "lab_negative" in cautions(result)
        assert result.interpretation is None
        assert result.quantity.value == -1

    def test_a_base_excess_may_be_negative(self):
        assert "lab_negative" not in cautions(one("BE", -3.0, "mmol/L", panel="血气分析"))

    def test_the_future_and_before_birth(self):
        future = one("Na", 140.0, "mmol/L", taken=NOW + timedelta(days=2), **SERUM)
        before = one("Na", 140.0, "mmol/L", taken=datetime(1979, 1, 1), **SERUM)
        assert "lab_taken_in_future" in cautions(future)
        assert "lab_taken_before_birth" in cautions(before)

    def test_a_time_that_could_not_be_read(self):
        result = one("Na", 140.0, "mmol/L", taken=None, taken_text="yesterday", **SERUM)
        assert "lab_time_unreadable" in cautions(result)

    def test_cautions_of_the_reader_stay(self):
        result = one("Na", 140.0, "mmol/L", cautions=(Reason("repeated"),), **SERUM)
        assert "repeated" in cautions(result)


class TestChange:
    def after(self, now, before, days, name="Na", unit="mmol/L"):
        earlier = meaning(sent(name, before, unit, taken=TAKEN - timedelta(days=days), **SERUM))
        return one(name, now, unit, context={"earlier": earlier}, **SERUM)

    def test_sodium_that_jumps_within_three_days(self):
        result = self.after(155.0, 140.0, 1)
        assert said(result, "lab_changed")["before"] == 140

    def test_not_later_nor_less(self):
        assert "lab_changed" not in cautions(self.after(155.0, 140.0, 5))
        assert "lab_changed" not in cautions(self.after(150.0, 140.0, 1))

    def test_creatinine_in_other_units_is_the_same_creatinine(self):
        taken = TAKEN - timedelta(days=2)
        earlier = meaning(sent("Creatinine", 1.0, "mg/dL", taken=taken, **SERUM))
        result = one("Creatinine", 88.4, "umol/L", context={"earlier": earlier}, **SERUM)
        doubled = one("Creatinine", 180.0, "umol/L", context={"earlier": earlier}, **SERUM)
        assert "lab_changed" not in cautions(result)
        assert "lab_changed" in cautions(doubled)


class TestMissing:
    def test_missing_is_missing(self):
        result = one("K", None, "mmol/L", own=(3.5, 5.1), absent="haemolysed", **SERUM)
        assert result.quantity is None
        assert result.interpretation is None

    def test_a_cancelled_result_is_shown_and_never_flagged(self):
        result = one("K", 6.8, "mmol/L", status=ResultStatus.CANCELLED, flags=("HH",), **SERUM)
        assert result.quantity.value == 6.8
        assert result.interpretation is None
        assert not result.counts

    def test_everything_stays_in_its_order_with_what_was_sent(self):
        rows = [sent("K", 4.0, "mmol/L"), sent("?", "x"), sent("", None), sent("Na", 140.0, "")]
        assert [each.sent for each in meaning(*rows)] == rows


@given(
    st.sampled_from(["K", "PCT", "GLU", "Hb", "frobnitz", "肌酐", ""]),
    st.one_of(st.none(), st.text(max_size=5), st.floats(allow_nan=False, allow_infinity=False)),
    st.sampled_from(["", "mmol/L", "g/L", "%", "G/L", "??"]),
    st.sampled_from([MAN, WOMAN, Subject()]),
)
def test_whatever_is_sent_something_is_said_in_words(name, value, unit, subject):
    result = one(name, value, unit, subject=subject)
    assert result.sent.name == name
    for reason in result.cautions:
        if reason.code.startswith("lab_"):
            assert REASONS[reason.code].format_map(dict(reason.parameters))


def test_two_numbers_of_one_test_at_one_moment_are_told():
    """Neither the same number twice nor results of a day without times are meant."""
    first, second = sent("K", 4.1, "mmol/L"), sent("K", 5.1, "mmol/L")
    assert all("lab_same_time_differs" in cautions(each) for each in meaning(first, second))
    day = [replace(each, cautions=(Reason("time_day_only"),)) for each in (first, second)]
    for pair in ([first, first], day):
        assert not any("lab_same_time_differs" in cautions(each) for each in meaning(*pair))


def test_without_a_time_the_day_is_asked_for_not_the_birth_date():
    (result,) = meaning(sent("Hb", 132.0, "g/L", taken=None, **BLOOD))
    assert "lab_range_needs_time" in cautions(result)
    assert "lab_range_needs_age" not in cautions(result)
