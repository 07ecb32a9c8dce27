"""Protects: docs/treatment.md lists what the plans really say, every dose and source included."""

from meddx_desktop.core.assessment.treatment.knowledge_plans import plans
from meddx_desktop.core.assessment.treatment.plans_overview import page
from meddx_desktop.core.paths import ROOT


def test_the_page_is_that_of_the_files():
    # Not compared within the assertion: the difference of two long texts takes minutes to show.
    is_same = (ROOT / "docs" / "treatment.md").read_text("utf-8") == page()
    assert is_same, "make docs/treatment.md anew"


def test_every_plan_source_and_box_is_listed():
    shown = page()
    for one in plans().values():
        assert f"(`{one.key}`)" in shown
        for source in one.sources.values():
            assert source.title.replace("|", "\\|") in shown
        for node in one.nodes.values():
            assert f"- `{node.key}` {node.title['en']}" in shown


def test_doses_are_written_with_basis_cap_and_interval():
    shown = page()
    assert "5 mg/kg and day; oral, every 24 h; at most 300 a day" in shown
    assert "40 mg/kg; oral, every 12 h; at most 750 a dose; 5 days; 250 mg/5 mL" in shown
    assert "2 y to 12 y | 1 to 2 mg/kg and day; oral, every 24 h; at most 40 a day" in shown
