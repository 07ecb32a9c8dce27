"""Protects: the blank form asks for both times, danger signs and the loop of critical results."""

from meddx_desktop.core.domain.paper import Blanks
from meddx_desktop.core.reports import blank, pdf
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made


def test_it_fits_one_sheet_in_both_languages():
    for language in ("en", "zh"):
        assert pdf.page_count(blank.compose(paper_words(language))) == 1
    assert made.MOMENT  # fpdf2 is loaded before sockets are refused


def test_it_asks_for_what_the_program_would():
    paper = blank.compose(paper_words("en"))
    asked = {name for block in paper.blocks if isinstance(block, Blanks) for name in block.names}
    assert {"Seen on, at", "Entered by, on, at", "Read back (yes / no)", "Pregnant"} <= asked
    assert "both times" in made.words_of(paper)
    assert not paper.whose


def test_vital_signs_name_their_units_and_the_note_has_room():
    for language, wanted in (("en", "Temperature (°C)"), ("zh", "体温 (°C)")):
        paper = blank.compose(paper_words(language))
        rows = [block for block in paper.blocks if isinstance(block, Blanks)]
        asked = {name for row in rows for name in row.names}
        assert wanted in asked
        assert sum(name.endswith(("(kg)", "(mmHg)", "(/min)")) for name in asked) == 5
        assert max(row.lines for row in rows) >= 4
