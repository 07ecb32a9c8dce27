"""Protects: docs/drug_safety.md lists what the files really say, every source included."""

from meddx_desktop.core.assessment.treatment.drug_overview import page
from meddx_desktop.core.assessment.treatment.knowledge_drugs import drug_knowledge
from meddx_desktop.core.paths import ROOT


def test_the_page_is_that_of_the_files():
    assert (ROOT / "docs" / "drug_safety.md").read_text("utf-8") == page()


def test_every_source_is_listed():
    shown = page()
    for source in drug_knowledge().sources:
        assert source.locator.replace("|", "\\|") in shown
