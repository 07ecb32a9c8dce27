"""Names that trap: a code only where panel, specimen and unit agree, else a question.

A syphilis test read as total protein, or urine's glucose as blood's, is worse than no result.
"""

import pytest

from meddx_desktop.core.domain.laboratory import Specimen
from meddx_desktop.core.labs.recognise import recognise
from tests.sent_results import cautions, meaning, sent


def found(*args, **more):
    return recognise(sent(*args, **more))


def analyte(what):
    return what.analyte.id if what.analyte else ""


def asked(what):
    (reason,) = what.cautions
    return reason.code, set(reason.parameters["candidates"].split())


CLEAR = [
    (("PCT", 0.24, "%"), {}, "plateletcrit"),
    (("PCT", 0.24, "ng/mL"), {}, "procalcitonin"),
    (("血小板压积", 0.24, "%"), {}, "plateletcrit"),
    (("降钙素原", 0.24, "ng/mL"), {}, "procalcitonin"),
    (("TP", 70.0, "g/L"), {}, "total_protein"),
    (("总蛋白", 70.0, "g/L"), {"panel": "肝功能"}, "total_protein"),
    (("UA", 320.0, "umol/L"), {}, "uric_acid"),
    (("尿酸", 320.0, "μmol/L"), {}, "uric_acid"),
    (("葡萄糖", 5.6, "mmol/L"), {"specimen": Specimen.SERUM}, "glucose"),
    (("葡萄糖", 5.6, "mmol/L"), {"specimen": Specimen.CSF}, "csf_glucose"),
    (("RBC", 4.5, "10^12/L"), {}, "red_cells"),
    (("Creatinine, serum", 88.0, "umol/L"), {}, "creatinine"),
    (("*血清肌酐测定", 88.0, "umol/L"), {}, "creatinine"),
    (("肌酐(Cr)", 88.0, "umol/L"), {"panel": "肾功能"}, "creatinine"),
    (("Creatinine [Mass/volume] in Serum or Plasma", 1.0, "mg/dL"), {}, "creatinine"),
]


@pytest.mark.parametrize(("what", "more", "expected"), CLEAR)
def test_where_unit_specimen_or_panel_say_it_the_analyte_is_known(what, more, expected):
    assert analyte(found(*what, **more)) == expected


@pytest.mark.parametrize(
    ("what", "more", "urinary"),
    [
        (("RBC", 3.0, "/HP"), {}, True),
        (("WBC", 3.0, "/uL"), {"panel": "尿沉渣"}, True),
        (("WBC", 7.0, "10^9/L"), {"panel": "血常规"}, False),
        (("GLU", "阴性"), {"panel": "尿常规"}, True),
        (("GLU", 5.6, "mmol/L"), {"panel": "生化全套"}, False),
        (("Glucose, urine", 5.6, "mmol/L"), {}, True),
    ],
)
def test_urine_is_not_blood(what, more, urinary):
    one = found(*what, **more).analyte
    assert (one.specimen is Specimen.URINE) == urinary


@pytest.mark.parametrize(
    ("what", "candidates"),
    [
        (("PCT", 0.24, ""), {"plateletcrit", "procalcitonin"}),
        (("WBC", 5.0, "/uL"), {"white_cells", "urine_white_cells"}),
    ],
)
def test_what_stays_open_is_asked_with_its_candidates(what, candidates):
    one = found(*what)
    code, offered = asked(one)
    assert code == "lab_which_analyte"
    assert one.analyte is None
    assert one.code is None
    assert candidates <= offered


def test_total_protein_is_never_syphilis():
    one = found("TP", "阳性")
    assert analyte(one) != "total_protein"
    assert one.code is None


def test_urinalysis_is_never_uric_acid():
    assert analyte(found("UA", "negative", panel="Urinalysis")) != "uric_acid"


def test_an_unstated_specimen_is_said_and_has_no_code():
    one = found("Creatinine", 88.0, "umol/L")
    assert analyte(one) == "creatinine"
    assert one.code is None
    assert {reason.code for reason in one.cautions} == {"lab_specimen_assumed"}


def test_neighbours_say_the_specimen():
    creatinine, *_ = meaning(
        sent("Creatinine", 88.0, "umol/L", panel="x"),
        sent("ALT", 30.0, "U/L", panel="x"),
        sent("Albumin, serum", 42.0, "g/L", panel="x"),
    )
    assert creatinine.code.value == "14682-9"
    assert "lab_specimen_assumed" not in cautions(creatinine)


def test_urea_nitrogen_in_mmol_is_urea_and_says_so():
    one = found("BUN", 5.2, "mmol/L", panel="肾功能")
    assert analyte(one) == "urea"
    assert one.code is None
    assert "lab_bun_is_urea" in {reason.code for reason in one.cautions}


def test_urea_nitrogen_in_mg_stays_what_it_is():
    one = found("BUN", 14.0, "mg/dL", panel="CMP")
    assert analyte(one) == "urea_nitrogen"
    assert not one.cautions


def test_a_dimer_counted_in_two_ways_is_two_things():
    feu = found("D-Dimer FEU", 0.5, "ug/mL", panel="凝血")
    ddu = found("D-Dimer", 0.25, "ug/mL", panel="凝血", method="DDU")
    neither = found("D-Dimer", 0.5, "ug/mL", panel="凝血")
    assert analyte(feu) != analyte(ddu)
    assert analyte(neither) not in (analyte(feu), analyte(ddu))
    assert neither.code is None


def test_a_code_and_a_name_that_disagree_are_asked():
    code, offered = asked(found("Potassium", 4.0, "mmol/L", loinc="2951-2"))
    assert code == "lab_name_and_code_disagree"
    assert {"sodium", "potassium"} <= offered


def test_a_code_in_the_unit_of_its_sibling_is_put_right_and_said():
    one = found("Creatinine", 1.0, "mg/dL", loinc="14682-9")
    assert analyte(one) == "creatinine"
    # Shown in umol/L, the molar code is the right one again.
    assert one.code.value == "14682-9"


def test_a_unit_that_the_analyte_never_has_is_asked():
    assert asked(found("Sodium", 140.0, "fL"))[0] == "lab_unit_does_not_fit"


def test_a_specimen_that_does_not_fit_is_asked():
    assert asked(found("INR", 1.1, "", specimen=Specimen.STOOL))[0] == "lab_specimen_does_not_fit"


def test_a_name_that_nobody_knows_is_said():
    one = found("frobnitz", 1.0, "mg/L")
    assert [reason.code for reason in one.cautions] == ["lab_not_recognised"]
    assert one.analyte is None


def test_a_blood_count_beside_it_does_not_tell_what_pct_without_a_unit_is():
    """Procalcitonin taken for plateletcrit would hide a sepsis."""
    beside = frozenset({"cbc"})
    what = recognise(sent("PCT", 0.3, ""), beside=beside)
    assert asked(what) == ("lab_which_analyte", {"plateletcrit", "procalcitonin"})
    assert analyte(recognise(sent("PCT", 0.24, "%"), beside=beside)) == "plateletcrit"


@pytest.mark.parametrize(
    ("name", "code"),
    [("S. creatinine", "creatinine"), ("Sr.Sodium", "sodium"), ("S.K", "potassium")],
)
def test_serum_written_short(name, code):
    unit, value = ("umol/L", 90.0) if code == "creatinine" else ("mmol/L", 4.1)
    assert analyte(found(name, value, unit)) == code
