"""Protects: no date of birth stays, however it is announced, when all other dates are moved."""

from datetime import date

import pytest

from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import DateWay, Options, deidentify

TODAY = date(2026, 11, 22)
SHIFT = Options(DateWay.SHIFT, -42, today=TODAY)


def _out(text, known=None):
    return deidentify(text, known or Known(), SHIFT).text


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("DOB: 1968-05-03. Seen 2026-03-12", "DOB: [DATE]. Seen 2026-01-29"),
        ("DOB\n1968-05-03", "DOB\n[DATE]"),
        ("D.O.B. 03/05/1968, seen 14/03/2026", "D.O.B. [DATE], seen 31/01/2026"),
        ("Date of birth (dd/mm/yyyy): 13/05/1968", "Date of birth (dd/mm/yyyy): [DATE]"),
        ("Birth date is 3.5.1968", "Birth date is [DATE]"),
        ("b. 3 May 1968 in a village", "b. [DATE] in a village"),
        ("born on 3 May 1968, seen 4 May 2026", "born on [DATE], seen 23 March 2026"),
        ("She was born at term on 2024-03-05.", "She was born at term on [DATE]."),
        ("her birthday is 3 May, review 4 June", "her birthday is [DATE], review 23 April"),
        ("F, 1968-01-30. Seen 2026-03-12", "F, [DATE]. Seen 2026-01-29"),
        ("13/05/1968 (58 yo), seen 14/03/2026", "[DATE] (58 yo), seen 31/01/2026"),
        ("出生日期：1968年5月3日，就诊2026年3月12日", "出生日期：[日期]，就诊2026年1月29日"),
        ("生日：5月3日，复诊3月12日", "生日：[日期]，复诊1月30日"),
        ("出生年月：1968年5月", "出生年月：[日期]"),
        ("患者1968年5月3日出生", "患者[日期]出生"),
        ("生于一九六八年五月三日", "生于[日期]"),
        ("一九六八年五月三日生", "[日期]生"),
        ("女，1968-05-03，2026-03-12入院", "女，[日期]，2026-01-29入院"),
    ],
)
def test_a_date_of_birth_is_masked_where_others_are_moved(text, moved):
    assert _out(text) == moved


def test_the_same_day_without_a_word_goes_too():
    out = _out("P-77, 1968-01-30. Seen 2026-03-12.\nBorn 30 January 1968")
    assert out == "P-77, [DATE]. Seen 2026-01-29.\nBorn [DATE]"
    patient = Patient("P-77", PersonName("Li^Na", ""), date(1968, 1, 30), Sex.FEMALE, None)
    assert _out("on file 1968年1月30日, seen 2026-03-12", Known.of(patient)) == (
        "on file [日期], seen 2026-01-29"
    )


def test_a_date_that_tells_an_age_over_89_goes():
    assert _out("On file since 1931-05-03; seen 2026-03-12") == (
        "On file since [DATE]; seen 2026-01-29"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("DOB: 1931-05-03. Age 94.", "DOB: [DATE]. Age 90+."),
        ("DOB 1931. b. 1931. YOB 1930", "DOB 90+. b. 90+. YOB 90+"),
        ("出生年份：1931；1931年出生", "出生年份：90+；90+年出生"),
        ("Age/Sex: 94/F. Wong, F 94", "Age/Sex: 90+/F. Wong, F 90+"),
        ("女/92，虚岁93，高龄九十二", "女/90+，虚岁90+，高龄90+"),
        ("DOB 1950. b. 1950. 1950年出生", "DOB 1950. b. 1950. 1950年出生"),
        ("M/44, F 58, T 98 F. F 98.6", "M/44, F 58, T 98 F. F 98.6"),
    ],
)
def test_ages_over_89_go_and_others_stay(text, left):
    assert _out(text) == left
