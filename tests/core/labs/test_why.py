"""Behind every flag stand its range, conversion and sources, as data."""

from meddx_desktop.core.labs.why import why
from tests.sent_results import MAN, meaning, sent


def explained(*args, **more):
    return why(meaning(sent(*args, panel="CMP", **more))[0], MAN)


def test_a_flag_by_the_laboratorys_range():
    told = explained("K", 6.8, "mmol/L", own=(3.5, 5.1), flags=("H",))
    assert told.range.is_laboratorys
    assert told.interpretation.value == "HH"
    assert told.laboratorys_flag.value == "H"
    assert told.others, "published ranges are shown beside, not instead"
    assert any("critical" in source.casefold() for source in told.sources)


def test_a_conversion_names_its_source():
    told = explained("Glucose", 90.0, "mg/dL")
    assert told.conversion.to_unit == "mmol/L"
    assert told.conversion.source in told.sources


def test_the_source_of_interference_is_cited():
    assert any(
        "Haemolysis as an interference" in s
        for s in explained("K", 6.8, "mmol/L", note="溶血").sources
    )


def test_nothing_is_made_up_for_what_is_not_known():
    told = explained("frobnitz", 5.0, "mg/L")
    assert told.analyte is None
    assert told.interpretation is None
    assert told.sources == ()
