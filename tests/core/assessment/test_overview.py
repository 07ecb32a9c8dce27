"""Protects: docs/knowledge.md lists what the files really say, every source included."""

from meddx_desktop.core.assessment.knowledge import knowledge
from meddx_desktop.core.assessment.overview import page
from meddx_desktop.core.paths import ROOT


def test_the_page_is_that_of_the_files():
    assert (ROOT / "docs" / "knowledge.md").read_text("utf-8") == page()


def test_every_source_is_listed():
    shown = page()
    for one in knowledge().values():
        for source in one.sources.values():
            assert source.title.replace("|", "\\|") in shown
