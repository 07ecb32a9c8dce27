"""Protects: what tells whose a text is goes, what it says of the illness stays, all is listed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meddx_desktop.core.domain.patient import Patient, PersonName
from meddx_desktop.core.privacy.identifiers import IdentifierKind
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import DateWay, Options, deidentify
from tests.synthetic_notes import measure

KNOWN = Known(("Okafor^Priya", "欧阳建国"), ("Dr Lin Mei",), ("Z-88",))
TODAY = Options(today=date(2026, 11, 22))


def _out(text, known=KNOWN, options=TODAY):
    return deidentify(text, known, options).text


@pytest.fixture(scope="module")
def figures():
    return measure.measure(measure.notes())


def test_planted_identifiers_are_found(figures):
    assert sum(figures.planted.values()) > 4000
    for language in ("en", "zh"):
        assert figures.recall(*measure.STRUCTURED, language=language) >= 0.99
        assert figures.recall("name_known", language=language) >= 0.95
        assert figures.recall("name_unknown", language=language) >= 0.9
        assert figures.recall("address", "organisation", language=language) >= 0.95


def test_what_must_stay_stays(figures):
    assert figures.right / figures.replaced >= 0.98
    assert figures.stayed / figures.stays >= 0.99


def test_the_document_shows_these_figures(figures):
    shown = measure.FILE.read_text("utf-8").partition(measure.BEGIN)[2].partition(measure.END)[0]
    assert shown.strip() == measure.table(figures).strip(), "run tests.synthetic_notes.measure"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Priya Okafor was seen.", "Priya Okafor"),
        ("OKAFOR, PRIYA", "OKAFOR PRIYA"),
        ("P. Okafor takes lisinopril.", "Okafor"),
        ("Okafor's pain", "Okafor"),
        ("欧阳某否认结核史。", "欧阳某"),
        ("建国诉胸痛。", "建国"),
        ("欧 阳 建 国 男", "欧阳建国"),
        ("File Z-88 was opened.", "Z-88"),
        ("Lin Mei signed.", "Lin Mei"),
        ("姓名：阿依古丽·买买提", "阿依古丽买买提"),
        ("Dr. van der Berg agreed.", "Berg"),
        ("Mr. Brown came.", "Brown"),
        ("Signed: John Q. Public, MD", "John Public"),
        ("经治医师：刘洋/李娜", "刘洋李娜"),
        ("张主任同意。", "张"),
        ("由女儿陈晓丽陪同", "陈晓丽"),
        ("身份证：11010519491231002X", "11010519491231002X"),
        ("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２Ｘ"),
        ("护照号 E12345678", "E12345678"),
        ("SSN 123-45-6789", "123-45-6789"),
        ("医保卡号：A123456789", "A123456789"),
        ("MRN: 0012345.", "0012345"),
        ("电话13800138000转", "13800138000"),
        ("call +44 7911 123456", "7911"),
        ("a.b@mail.example.com", "a.b@mail"),
        ("see www.example.org/p/1", "example"),
        ("92-year-old", "92"),
        ("九十三岁", "九十三"),
        ("born in 1931", "1931"),
        ("12 Oak Street, Springfield, IL 62704", "Oak62704"),
        ("家住河南省太康县王集乡张庄村", "河南太康王集张庄"),
        ("转往北京协和医院", "北京协和"),
        ("at St. Mary's Hospital", "Mary's"),
        ("on 3 March", "3 March"),
        ("二〇二四年三月五日", "二〇二四年三月"),
        ("2024.3.5入院", "2024.3.5"),
    ],
)
def test_an_identifier_goes(text, gone):
    left = _out(text)
    for word in gone.split() if gone.isascii() else [gone]:
        assert word not in left
    assert "[" in left or "90" in left


@pytest.mark.parametrize(
    "text",
    [
        "BP 120/80, HR 72, T 36.5, SpO2 97% on 2 L/min.",
        "Metformin 500 mg bid; paracetamol 1 g 4-6 hourly, 1/2 tablet.",
        "WBC 12.5, Hb 132 g/L, platelets 250,000, D-dimer 0.4, pH 7.35.",
        "J18.9, I10, E11.65; L4/5, T12-L1; power 5/5, pain 7/10, GCS 15/15.",
        "A 67-year-old with Parkinson disease and hepatitis B, 40 pack years, since 2015.",
        "血压120/80mmHg，体温36.5℃，白细胞12.5×10^9/L，阿莫西林0.5g tid，共7天。",
        "患者67岁，于本院复查，时有咳嗽，否认高血压，我院门诊，上级医院就诊，主任医师查房。",
        "1. 肺炎 2. 高血压3级 3. 2型糖尿病。3天前无诱因出现发热，2年前行阑尾切除术。",
    ],
)
def test_what_is_no_identifier_stays(text):
    assert _out(text, Known()) == text


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2024-03-05 and 2024-03-19", "2024-02-27 and 2024-03-12"),
        ("March 5, 2024", "February 27, 2024"),
        ("5 Mar 2024", "27 Feb 2024"),
        ("5th of March 2024", "27th of February 2024"),
        ("03/15/2024 then 03/05/2024", "03/08/2024 then 02/27/2024"),
        ("15/03/2024 then 05/03/2024", "08/03/2024 then 27/02/2024"),
        ("2024年3月5日", "2024年2月27日"),
        ("二〇二四年三月五日", "二〇二四年二月二十七日"),
        ("20240305", "20240227"),
        ("3月5日", "2月27日"),
        ("03/05/2024", "[DATE]"),
        ("2024-02-29", "2024-02-22"),
    ],
)
def test_dates_move_together_or_are_masked(text, moved):
    shift = Options(DateWay.SHIFT, -7, today=date(2026, 11, 22))
    assert _out(text, Known(), shift) == moved


def test_which_is_the_day_can_be_told():
    for first, expected in ((True, "27/04/2024"), (False, "02/27/2024")):
        told = Options(DateWay.SHIFT, -7, day_first=first)
        text = "04/05/2024" if first else "03/05/2024"
        assert _out(text, Known(), told) == expected


def test_years_alone_and_ages_below_90_stay():
    assert _out("Pneumonia in 2015, aged 89, born in 1950.", Known()) == (
        "Pneumonia in 2015, aged 89, born in 1950."
    )


def test_equal_names_get_equal_numbers():
    out = _out("Dr. Brown and Dr. Hill; Dr. Brown again.", Known())
    assert out == "Dr. [NAME 1] and Dr. [NAME 2]; Dr. [NAME 1] again."


def test_places_before_and_after_are_listed():
    text = "患者欧阳建国，电话13800138000。Seen by Dr. Brown."
    answer = deidentify(text, KNOWN, TODAY)
    assert [one.kind for one in answer.replacements] == [
        IdentifierKind.PATIENT,
        IdentifierKind.PHONE,
        IdentifierKind.NAME,
    ]
    for one in answer.replacements:
        assert answer.text[one.result_start : one.result_end] == one.put
    assert text[answer.replacements[0].start : answer.replacements[0].end] == "欧阳建国"


def test_a_person_takes_back_and_adds():
    answer = deidentify("Dr. Brown saw Pinewood.", Known(), TODAY)
    assert answer.without(0).text == answer.original
    more = answer.with_added(14, 22, IdentifierKind.ORGANISATION)
    assert more.text == "Dr. [NAME 1] saw [ORGANISATION]."
    assert more.replacements[1].rule == "by_hand"
    wider = answer.with_added(0, 7)
    assert wider.text == "[REMOVED] saw Pinewood."
    assert answer.with_added(5, 5) is answer


def test_the_known_are_made_of_a_case():
    patient = Patient("P1", PersonName("Zhang^Wei", "张伟"))
    assert Known.of(patient, ("Dr Lin",)) == Known(("Zhang^Wei", "张伟"), ("Dr Lin",), ("P1",))
    assert _out("Zhang Wei, 张 伟, P1", Known.of(patient)).count("[") == 3


PIECES = st.sampled_from(
    [
        *"张王医院号路省市年月日岁0123456789 .-/:@,，。（）·\n\tAaZz",
        "Dr. ",
        "姓名：",
        "电话",
        "MRN ",
    ]
)


@given(st.lists(PIECES, max_size=120).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_keeps_what_is_not_listed(text):
    answer = deidentify(text, KNOWN, TODAY)
    place, parts = 0, []
    for one in answer.replacements:
        assert place <= one.start < one.end
        parts += [text[place : one.start], one.put]
        place = one.end
    assert "".join([*parts, text[place:]]) == answer.text


def test_long_lines_are_read_in_full():
    text = "电话13800138000，" + "a1-" * 30_000 + " Dr. Brown"
    assert _out(text, Known()).endswith("[NAME 1]")
