"""Protects: every message of a file is found, in whatever wrapping and writing, and read once."""

import pytest

from meddx_desktop.core.domain.laboratory import ResultStatus
from meddx_desktop.core.errors import MedDxError, UnreadableResults
from meddx_desktop.core.labs.limits import MAX_BYTES, check_size
from meddx_desktop.core.labs.read_hl7 import looks_like_hl7, read_hl7
from tests.data.result_files import OBR, PID, header, obx, oru

OTHER = "PID|1||4712^^^LAB^MR||Wang^Wei||19700101|M"


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def values(report) -> list[str]:
    return [one.value.text for one in report.results]


def rejections(report) -> list[tuple[str, str]]:
    return [(line.place, line.reason.code) for line in report.rejected]


WRAPPINGS = {
    "plain": lambda text: text.encode(),
    "lf": lambda text: text.replace("\r", "\n").encode(),
    "crlf": lambda text: text.replace("\r", "\r\n").encode(),
    "mllp": lambda text: b"\x0b" + text.encode() + b"\x1c\x0d",
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf16": lambda text: text.encode("utf-16"),
    "batch": lambda text: f"FHS|^~\\&\rBHS|^~\\&\r{text}BTS|1\rFTS|1\r".encode(),
    "blank lines": lambda text: ("\r\n\r\n" + text + "\r\n\r\n").encode(),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_wrappings(wrapping):
    data = WRAPPINGS[wrapping](oru(obx("5.1"), obx("阴性", "ST", name="X^尿糖^L")))
    assert looks_like_hl7(data)
    (report,) = read_hl7(data)
    assert values(report) == ["5.1", "阴性"] and not report.rejected and not report.cautions


def test_many_messages_in_frames_and_without():
    framed = b"".join(b"\x0b" + oru(obx(str(n)), control=str(n)).encode() + b"\x1c\r"
                      for n in range(3))  # fmt: skip
    (report,) = read_hl7(framed + oru(obx("9"), control="9").encode())
    assert values(report) == ["0", "1", "2", "9"]
    assert [one.place for one in report.results][3] == "message 4, OBX 1"


def test_a_line_break_inside_a_text_belongs_to_the_text():
    (report,) = read_hl7(oru(obx("first\nsecond line", "TX"), obx("5")).encode())
    assert values(report) == ["first\nsecond line", "5"]


def test_a_batch_that_was_cut_off_is_told():
    text = oru(obx())
    assert codes(read_hl7(f"BHS|^~\\&\r{text}".encode())[0].cautions) == ["hl7_batch_open"]
    told = read_hl7(f"BHS|^~\\&\r{text}BTS|3\r".encode())[0].cautions
    assert [(one.code, one.parameters) for one in told] == [
        ("hl7_batch_count", {"said": 3, "found": 1})
    ]


CHARSETS = {
    ("UNICODE UTF-8", "utf-8"): [],
    ("GB 18030-2000", "gb18030"): [],
    ("8859/1", "latin-1"): [],
    ("~ISO IR87", "iso2022_jp"): [],
    ("BIG-5", "big5"): [],
    ("KS X 1001", "euc_kr"): [],
    ("", "utf-8"): [],
    ("", "gb18030"): ["hl7_charset_guessed"],
    ("", "latin-1"): ["hl7_charset_guessed"],
    ("ASCII", "utf-8"): ["hl7_charset_wrong"],
    ("8859/1", "utf-8"): ["hl7_charset_wrong"],
    ("UNICODE UTF-8", "gb18030"): ["hl7_charset_wrong"],
    ("UNICODE UTF-8", "latin-1"): ["hl7_charset_wrong"],
    ("KLINGON", "utf-8"): ["hl7_charset_unknown"],
}
WORDS = {"latin-1": "µmol/L", "iso2022_jp": "血糖", "big5": "血糖", "euc_kr": "혈당"}


@pytest.mark.parametrize(("declared", "codec"), CHARSETS)
def test_characters_are_read_right_or_with_a_warning(declared, codec):
    word = WORDS.get(codec, "血清葡萄糖检测")
    (report,) = read_hl7(oru(obx("5", name=f"G^{word}^L"), charset=declared).encode(codec))
    found = report.results[0]
    assert found.names == (word,)
    assert codes(report.cautions) == CHARSETS[declared, codec]
    assert codes(found.cautions) == (["characters_guessed"] if report.cautions else [])


def test_what_fits_no_writing_is_seen_as_damaged():
    data = oru(obx("5", name="G^X@^L"), charset="UNICODE UTF-8").encode().replace(b"@", b"\x81\xe9")
    found = read_hl7(data)[0].results[0]
    assert "\ufffd" in found.names[0] and "characters_damaged" in codes(found.cautions)


def test_two_patients_are_two_reports():
    reports = read_hl7((oru(obx("1")) + oru(obx("2"), control="2", pid=OTHER)).encode())
    assert [one.patient.patient_id for one in reports] == ["4711", "4712"]
    both = "\r".join([header(), PID, OBR, obx("1"), OTHER, OBR, obx("2")])
    assert [values(one) for one in read_hl7(both.encode())] == [["1"], ["2"]]


def test_one_number_with_two_names_is_two_people():
    doubt = PID.replace("Li^Na", "Zhao^Min")
    reports = read_hl7((oru(obx("1")) + oru(obx("2"), control="2", pid=doubt)).encode())
    assert [values(one) for one in reports] == [["1"], ["2"]]


def test_messages_that_name_nobody_are_not_put_together():
    nobody = "\r".join([header(), OBR, obx("1")]) + "\r"
    reports = read_hl7((nobody + nobody.replace("|1|P|", "|2|P|").replace("|1|m", "|2|m")).encode())
    assert len(reports) == 2
    assert all("patient_missing" in codes(one.cautions) for one in reports)


def test_what_one_message_leaves_out_another_one_says():
    bare = "PID|1||4711^^^LAB^MR"
    (report,) = read_hl7((oru(obx("1"), pid=bare) + oru(obx("2"), control="2")).encode())
    assert report.patient.name.shown == "Li Na" and len(report.results) == 2


def test_a_message_sent_twice_is_read_once():
    (report,) = read_hl7((oru(obx("1"), obx("2")) * 2).encode())
    assert values(report) == ["1", "2"] and "message_repeated" in codes(report.cautions)
    assert rejections(report) == [
        ("message 2", "message_repeated"),
        ("message 2, OBX 1", "message_repeated"),
        ("message 2, OBX 2", "message_repeated"),
    ]


def test_a_number_that_stands_for_two_messages_is_told():
    text = oru(obx("1")) + oru(obx("2", name="X^Other^L"))
    (report,) = read_hl7(text.encode())
    assert values(report) == ["1", "2"] and codes(report.cautions) == ["message_number_reused"]


CORRECTIONS = {
    "correction after": (obx("5.1"), obx("6.2", status="C"), "6.2", "result_replaced"),
    "correction before": (obx("6.2", status="C"), obx("5.1"), "6.2", "result_replaced"),
    "final after preliminary": (obx("5.1", status="P"), obx("6.2"), "6.2", "result_replaced"),
    "withdrawn": (obx("5.1"), obx("5.1", status="W"), "5.1", "result_withdrawn"),
    "deleted": (obx("5.1"), obx("", status="D"), None, "result_withdrawn"),
    "second correction": (
        obx("5.1", status="C"), obx("6.2", status="C"), "6.2", "result_replaced"),
    "another time": (
        obx("5.1", time="202403010800"), obx("6.2", status="C", time="202403010900"), "6.2",
        "result_replaced"),
}  # fmt: skip


@pytest.mark.parametrize("case", CORRECTIONS)
def test_a_correction_replaces_across_messages(case):
    first, second, holds, reason = CORRECTIONS[case]
    (report,) = read_hl7((oru(first) + oru(second, control="2")).encode())
    (found,) = report.results
    assert (found.value.text if found.value else None) == holds
    assert codes(found.cautions) == ["replaces_result"]
    assert [code for _, code in rejections(report)] == [reason]


def test_a_correction_in_the_same_order():
    (report,) = read_hl7(oru(obx("5.1"), obx("6.2", status="C"), obx("1", name="X^Y^L")).encode())
    assert values(report) == ["6.2", "1"]
    assert report.results[0].status is ResultStatus.CORRECTED
    assert rejections(report) == [("message 1, OBX 1", "result_replaced")]


def test_of_several_samples_of_an_order_only_the_corrected_one_is_replaced():
    first = oru(*(obx(str(hour), time=f"20240301{hour:02}00") for hour in (8, 9, 10)))
    second = oru(obx("9.9", status="C", time="202403010900"), control="2")
    (report,) = read_hl7((first + second).encode())
    assert values(report) == ["8", "10", "9.9"]


def test_other_orders_other_codes_and_sub_numbers_are_other_results():
    lines = [obx("1"), obx("2", name="X^Other^L"), obx("3", sub="2")]
    other = oru(obx("4", status="C"), control="2").replace("|F1|", "|F2|")
    (report,) = read_hl7((oru(*lines) + other).encode())
    assert values(report) == ["1", "2", "3", "4"]
    assert not any(one.cautions for one in report.results)


def test_a_repeated_result_is_kept_with_a_caution_but_lines_of_a_text_are_not_doubted():
    (report,) = read_hl7(oru(obx("1"), obx("2"), obx("a", "TX"), obx("b", "TX")).encode())
    assert [codes(one.cautions) for one in report.results] == [
        ["result_repeated"], ["result_repeated"], [], [],
    ]  # fmt: skip


def test_a_corrected_text_keeps_all_its_lines():
    old = oru(obx("a", "TX"), obx("b", "TX"))
    new = oru(obx("c", "TX", status="C"), obx("d", "TX", status="C"), control="2")
    assert values(read_hl7((old + new).encode())[0]) == ["c", "d"]


REFUSED = {
    "results_empty": b"",
    "hl7_no_message": b"name,value\nGlucose,5\n",
    "hl7_xml": b'<?xml version="1.0"?><ORU_R01 xmlns="urn:hl7-org:v2xml"/>',
    "hl7_other_message": "\r".join([header("ORM^O01"), PID, OBR]).encode(),
    "hl7_header_damaged": b"MSH|^^^^|LIS|LAB|||20240301||ORU^R01|1\rOBX|1|NM|G||5",
}


@pytest.mark.parametrize("code", REFUSED)
def test_files_that_are_refused_whole(code):
    with pytest.raises(UnreadableResults) as caught:
        read_hl7(REFUSED[code])
    assert caught.value.code == code


def test_an_order_beside_results_is_kept_with_its_reason():
    order = "\r".join([header("ORM^O01", control="2"), PID, OBR, obx("7")]) + "\r"
    (report,) = read_hl7((oru(obx("1")) + order).encode())
    assert values(report) == ["1"]
    assert rejections(report) == [
        ("message 2", "hl7_other_message"), ("message 2, OBX 1", "hl7_other_message"),
    ]  # fmt: skip
    assert report.rejected[0].reason.parameters == {"kind": "ORM^O01"}


def test_lines_before_any_message_are_kept():
    reports = read_hl7((obx("8") + "\r" + oru(obx("1"))).encode())
    assert [line.reason.code for one in reports for line in one.rejected] == ["hl7_before_header"]


def test_a_message_without_results_is_told():
    (report,) = read_hl7(oru().encode())
    assert codes(report.cautions) == ["message_without_results"]


def test_a_file_of_200_mb_is_refused_by_its_size_alone():
    with pytest.raises(MedDxError) as caught:
        check_size(200 << 20)
    assert caught.value.code == "results_too_large"
    check_size(MAX_BYTES)


def test_what_does_not_look_like_hl7():
    for data in (b"", b"MSH", b"MSHx", b"{}", b"Glucose;5", b"<html>", b"\x89PNG"):
        assert not looks_like_hl7(data)
