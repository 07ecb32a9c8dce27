"""Protects: what an HL7 message says about a result is repeated exactly, and nothing is added."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from meddx_desktop.core.domain.codes import Code
from meddx_desktop.core.domain.laboratory import (
    Comparator,
    ResultStatus,
    SentRange,
    SentReport,
    SentResult,
    SentValue,
    Specimen,
)
from meddx_desktop.core.domain.patient import PersonName, Sex
from meddx_desktop.core.labs.read_hl7 import read_hl7
from tests.data.result_files import OBR, PID, header, obx, oru


def only(*segments: str, **parts: str) -> SentReport:
    (report,) = read_hl7(oru(*segments, **parts).encode())
    return report


def result(*segments: str, **parts: str) -> SentResult:
    (found,) = only(*segments, **parts).results
    return found


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def test_one_result_with_everything():
    rest = "|LAB^Central||HEX^Hexokinase||||||Clinic Laboratory"
    line = obx(
        name="2345-7^Glucose^LN^GLU^血糖^L",
        unit="mmol/L^millimole per litre^UCUM",
        limits="3.9-6.1",
        flags="H~A",
        time="20240301081500+0800",
        rest=rest,
    )
    found = result(line, "NTE|1||fasting~slightly haemolysed")
    assert found == SentResult(
        place="message 1, OBX 1",
        names=("Glucose", "血糖"),
        codes=(Code("2345-7", "LN", "Glucose"), Code("GLU", "L", "血糖")),
        value=SentValue("5.1", 5.1),
        unit="mmol/L",
        unit_is_ucum=True,
        range=SentRange("3.9-6.1", 3.9, 6.1),
        flags=("H", "A"),
        status=ResultStatus.FINAL,
        taken=datetime(2024, 3, 1, 8, 15, tzinfo=timezone(timedelta(hours=8))),
        taken_text="20240301081500+0800",
        panel="Panel",
        laboratory="Clinic Laboratory",
        method="Hexokinase",
        note="fasting\nslightly haemolysed",
    )


VALUES = {
    ("NM", "13.20"): SentValue("13.20", 13.2),
    ("NM", "-0.5"): SentValue("-0.5", -0.5),
    ("NM", "<10"): SentValue("<10", 10.0, Comparator.BELOW),
    ("ST", ">1000"): SentValue(">1000", 1000.0, Comparator.ABOVE),
    ("ST", "1:128"): SentValue("1:128", 1.0, denominator=128.0),
    ("ST", "2-5"): SentValue("2-5", 2.0, high=5.0),
    ("ST", "阴性"): SentValue("阴性"),
    ("ST", "A^B&C"): SentValue("A^B&C"),
    ("SN", "^182"): SentValue("182", 182.0),
    ("SN", ">^100"): SentValue(">100", 100.0, Comparator.ABOVE),
    ("SN", "<=^5"): SentValue("<=5", 5.0, Comparator.AT_MOST),
    ("SN", "^10^-^20"): SentValue("10-20", 10.0, high=20.0),
    ("SN", "^1^:^128"): SentValue("1:128", 1.0, denominator=128.0),
    ("SN", "^1^/^128"): SentValue("1/128", 1.0, denominator=128.0),
    ("SN", "^2^+"): SentValue("2+"),
    ("SN", "182"): SentValue("182", 182.0),
    ("CE", "260385009^Negative^SCT"): SentValue(
        "Negative", codes=(Code("260385009", "SCT", "Negative"),)
    ),
    ("CWE", "^neg"): SentValue("neg"),
    ("CNE", "A^Group A^L"): SentValue("Group A", codes=(Code("A", "L", "Group A"),)),
    ("TX", "line 1~line 2"): SentValue("line 1\nline 2"),
    ("FT", "one\\.br\\two"): SentValue("one\ntwo"),
    ("DT", "20240301"): SentValue("20240301"),
    ("TS", "20240301081500"): SentValue("20240301081500"),
    ("NA", "1^2^3"): SentValue("1 2 3"),
    ("", "5.1"): SentValue("5.1", 5.1),
}


@pytest.mark.parametrize(("kind", "sent"), VALUES)
def test_every_type_of_value(kind, sent):
    assert result(obx(sent, kind)).value == VALUES[kind, sent]


@pytest.mark.parametrize(("kind", "sent", "caution"), [
    ("NM", "haemolysed", "value_not_number"),
    ("NM", "1,234", "value_not_number"),
    ("NM", "27~25", "several_values"),
    ("ST", "3~5", "several_values"),
    ("SN", "^20^-^10", "value_not_number"),
    ("SN", "<>^5", "value_not_number"),
    ("ZZ", "5", "value_type_unknown"),
])  # fmt: skip
def test_what_is_no_clear_number_stays_text_with_a_caution(kind, sent, caution):
    found = result(obx(sent, kind))
    assert found.value is not None and found.value.number is None
    assert caution in codes(found.cautions)


@pytest.mark.parametrize(("status", "absent"), [
    ("F", "unknown"), ("I", "temp-unknown"), ("X", "not-performed"), ("N", "not-asked"),
])  # fmt: skip
def test_no_value_has_a_reason(status, absent):
    found = result(obx("", status=status))
    assert (found.value, found.absent) == (None, absent)
    assert result(obx('""', status=status)).value is None
    assert result(obx("^^", "CWE", status=status)).value is None


@pytest.mark.parametrize(("sent", "low", "high"), [
    ("70_105", 70, 105), ("70-105", 70, 105), ("4.3 to 6.2", 4.3, 6.2), ("-2 - 2", -2, 2),
    ("3.5~9.5", 3.5, 9.5), ("70 - 105 mmol/L", 70, 105), ("<=5", None, 5), (">3.5", 3.5, None),
    ("70 - 105 mg/dL", None, None), ("negative", None, None), ("M:4-6 F:3-5", None, None),
])  # fmt: skip
def test_ranges(sent, low, high):
    found = result(obx(limits=sent)).range
    assert found is not None and (found.text, found.low, found.high) == (sent, low, high)


def test_a_limit_below_does_not_include_itself():
    assert result(obx(limits="< 5")).range == SentRange("< 5", high=5.0, high_included=False)


@pytest.mark.parametrize(("sent", "unit", "ucum"), [
    ("mg/dl", "mg/dl", False), ("10*9/L^^UCUM", "10*9/L", True), ("10^9/L", "10^9/L", False),
    ("10\\S\\9/L", "10^9/L", False), ("g^gram^L^g/L^^UCUM", "g/L", True), ("", "", False),
])  # fmt: skip
def test_units(sent, unit, ucum):
    found = result(obx(unit=sent))
    assert (found.unit, found.unit_is_ucum) == (unit, ucum)


STATUSES = {
    **dict.fromkeys("PIRS", ResultStatus.PRELIMINARY),
    **dict.fromkeys("FUVB", ResultStatus.FINAL),
    **dict.fromkeys("CA", ResultStatus.CORRECTED),
    **dict.fromkeys("DWXNO", ResultStatus.CANCELLED),
    "": ResultStatus.UNKNOWN,
}


@pytest.mark.parametrize("sent", STATUSES)
def test_every_status_of_table_0085(sent):
    found = result(obx(status=sent))
    assert found.status is STATUSES[sent] and not found.cautions


def test_an_unknown_status_is_told():
    found = result(obx(status="?"))
    assert found.status is ResultStatus.UNKNOWN and codes(found.cautions) == ["status_unknown"]


@pytest.mark.parametrize(("kind", "value", "reason"), [
    ("ED", "App^IM^JPEG^Base64^AAAA", "encapsulated_data"),
    ("RP", "https://example.org^^image", "encapsulated_data"),
])  # fmt: skip
def test_documents_are_rejected_with_a_reason(kind, value, reason):
    report = only(obx(value, kind))
    assert not report.results and codes(line.reason for line in report.rejected) == [reason]
    assert report.rejected[0].text.startswith(f"OBX|1|{kind}|")


def test_a_result_without_a_name_is_rejected():
    assert codes(line.reason for line in only(obx(name="")).rejected) == ["result_unnamed"]


def test_escapes_and_separators_of_the_sender():
    text = "MSH$*!%@$LIS$LAB$$$20240301$$ORU*R01$1$P$2.5\rPID$1$$9***LAB*MR$$Li*Na$$1980$F\r"
    text += "OBX$1$ST$1*Name%S%x*L$$a%F%b%S%c%T%d%R%e%E%f%X41%$$$$$$F\r"
    (report,) = read_hl7(text.encode())
    assert report.results[0].value == SentValue("a$b*c@d!e%fA")
    assert report.results[0].names == ("Name*x",)
    assert report.patient.patient_id == "9"


def test_an_unknown_escape_and_an_unclosed_one_stay_as_sent():
    assert result(obx("a\\Zx\\b", "ST")).value == SentValue("a\\Zx\\b")
    assert result(obx("50\\", "ST")).value == SentValue("50\\")


@pytest.mark.parametrize(("sent", "taken", "caution"), [
    ("20240301081530.25", datetime(2024, 3, 1, 8, 15, 30), None),
    ("202403010815", datetime(2024, 3, 1, 8, 15), None),
    ("20240301081500+0000", datetime(2024, 3, 1, 8, 15, tzinfo=UTC), None),
    ("2024-03-01 08:15:00", datetime(2024, 3, 1, 8, 15), None),
    ("20240301", datetime(2024, 3, 1), "time_day_only"),
    ("202403", None, "time_partial"),
    ("20241301", None, "time_unreadable"),
    ("yesterday", None, "time_unreadable"),
])  # fmt: skip
def test_times(sent, taken, caution):
    found = result(obx(time=sent))
    assert (found.taken, found.taken_text) == (taken, sent)
    assert codes(found.cautions) == ([caution] if caution else [])


def test_the_specimens_own_time_goes_before_the_results_and_that_before_the_orders():
    spm = "SPM|1|||SER^Serum^HL70487" + "|" * 13 + "20240301070000"
    assert result(obx(time="20240301090000"), spm).taken == datetime(2024, 3, 1, 7)
    assert result(obx(time="20240301090000")).taken == datetime(2024, 3, 1, 9)
    assert result(obx()).taken == datetime(2024, 3, 1, 8, 15)


def test_a_zone_of_the_message_is_not_given_to_times_without_one():
    text = oru(obx(time="20240301090000")).replace("20240301120000", "20240301120000+0100")
    (report,) = read_hl7(text.encode())
    assert report.results[0].taken == datetime(2024, 3, 1, 9)
    assert codes(report.cautions) == ["time_zone_not_stated"]


@pytest.mark.parametrize(("spm", "kind"), [
    ("SER^Serum^HL70487", Specimen.SERUM), ("UR", Specimen.URINE),
    ("BLDA", Specimen.ARTERIAL_BLOOD),
    ("X1^24小时尿^L", Specimen.URINE_24H), ("258450006^CSF^SCT", Specimen.CSF),
    ("FLU^Influenza kit^L", Specimen.OTHER), ("SKBP^Biopsy, Skin^HL70487", Specimen.OTHER),
    ("SER^^HL70487^122575003^^SCT", Specimen.OTHER), ("", Specimen.UNKNOWN),
])  # fmt: skip
def test_specimens(spm, kind):
    assert result(obx(), f"SPM|1|||{spm}").specimen is kind


def test_the_specimen_of_older_messages():
    order = OBR + "|" * 8 + "PLAS&Plasma&HL70070"
    (report,) = read_hl7("\r".join([header(), PID, order, obx()]).encode())
    assert report.results[0].specimen is Specimen.SERUM
    assert report.results[0].specimen_text == "Plasma"


def test_a_haemolysed_specimen_is_told_with_each_result():
    found = result(obx(), "SPM|1|||SER" + "|" * 20 + "HEM^Hemolyzed^HL70493")
    assert found.note == "Hemolyzed"


def test_a_control_specimen_is_nobodys_result():
    report = only(obx(), "SPM|1|||SER|||||||Q")
    assert not report.results
    assert codes(line.reason for line in report.rejected) == ["specimen_not_patients"]


def test_two_specimens_of_one_order_leave_it_open():
    found = result(obx(), "SPM|1|||SER", "SPM|2|||UR")
    assert found.specimen is Specimen.UNKNOWN and codes(found.cautions) == ["specimens_differ"]


def test_the_specimen_goes_first_in_oul_r22():
    text = "\r".join([
        header("OUL^R22^OUL_R22"), PID, "SPM|1|||UR", OBR, obx(), "SPM|2|||SER", OBR, obx(),
    ])  # fmt: skip
    (report,) = read_hl7(text.encode())
    assert [one.specimen for one in report.results] == [Specimen.URINE, Specimen.SERUM]


def test_comments_on_an_order_reach_its_results_only():
    report = only("NTE|1||repeat", obx(), "NTE|1||own", "OBR|2|P2|F2|X^Other", obx("6"))
    assert [one.note for one in report.results] == ["own\nrepeat", ""]


PATIENTS = {
    PID: ("4711", PersonName("Li^Na"), date(1980, 3, 5), Sex.FEMALE, []),
    "PID|1|old|1^^^A^PI~2^^^A^MR||李^娜^^^^^^I~Li^Na^^^^^^A||198003|女": (
        "2", PersonName("Li^Na", "李^娜"), None, Sex.FEMALE, ["date_unreadable"]),
    "PID|1|old|||李娜||19800305120000|2": (
        "old", PersonName("", "李娜"), date(1980, 3, 5), Sex.UNKNOWN, ["sex_unreadable"]),
    "PID|1": ("", PersonName(), None, Sex.UNKNOWN, []),
}  # fmt: skip


@pytest.mark.parametrize("pid", PATIENTS)
def test_patients(pid):
    report = only(obx(), pid=pid)
    number, name, birth, sex, cautions = PATIENTS[pid]
    assert (report.patient.patient_id, report.patient.name) == (number, name)
    assert (report.patient.birth_date, report.patient.sex) == (birth, sex)
    assert codes(report.cautions) == cautions


def _order(number, taken):
    return f"OBR|{number}|P1|F1|24323-8^Panel^LN|||{taken}"


def test_a_comment_on_the_patient_is_told_and_belongs_to_no_result():
    """Between PID and OBR it speaks of the patient; behind ORC of nothing above it."""
    text = "\r".join(
        [header(), PID, "NTE|1||fasting since noon", OBR, obx(), "ORC|RE", "NTE|1||second tube"]
    )
    (report,) = read_hl7(text.encode())
    told = [one.parameters["text"] for one in report.cautions if one.code == "hl7_comment"]
    assert told == ["fasting since noon", "second tube"]
    assert report.results[0].note == ""


def test_a_cumulative_report_keeps_every_day():
    """Orders of one number for several days are not one result that was sent again."""
    days = [_order(day, f"2024030{day}0800") for day in (1, 2, 3)]
    values = [obx("5.1"), obx("6.1"), obx("7.1")]
    lines = [line for pair in zip(days, values, strict=True) for line in pair]
    (report,) = read_hl7("\r".join([header(), PID, *lines]).encode())
    assert [one.value.text for one in report.results] == ["5.1", "6.1", "7.1"]
    assert not any(one.cautions for one in report.results)
    corrected = [*lines, _order(4, "202403020800"), obx("6.6", status="C")]
    (report,) = read_hl7("\r".join([header(), PID, *corrected]).encode())
    assert [one.value.text for one in report.results] == ["5.1", "7.1", "6.6"]
    assert [one.reason.code for one in report.rejected] == ["result_replaced"]


def test_a_correction_without_a_day_takes_no_day_away():
    lines = [_order(1, "202403010800"), obx("5.1"), _order(2, "202403020800"), obx("6.1")]
    late = [*lines, _order(3, ""), obx("6.6", status="C")]
    (report,) = read_hl7("\r".join([header(), PID, *late]).encode())
    assert [one.value.text for one in report.results] == ["5.1", "6.1", "6.6"]
    assert all("result_repeated" in [c.code for c in one.cautions] for one in report.results)


def test_samples_of_one_order_with_times_of_their_own_are_no_repetition():
    times = [obx("5.1", time="202403010800"), obx("9.9", time="202403010900")]
    (report,) = read_hl7("\r".join([header(), PID, OBR, *times]).encode())
    assert not any(one.cautions for one in report.results)
