"""Protects: patient and stamp on every page, no way out for hostile text, quiet properties."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from meddx_desktop.core.domain.follow_up import FollowUpKind
from meddx_desktop.core.domain.paper import (
    Blanks,
    Column,
    Heading,
    NextPage,
    Paper,
    Paragraph,
    Picture,
    Row,
    Sign,
    Table,
)
from meddx_desktop.core.domain.patient import Patient, PersonName, Sex
from meddx_desktop.core.reports import clinical, pdf, slip
from meddx_desktop.core.reports.pictograms import PICTOGRAMS
from meddx_desktop.words.paper import paper_words
from tests import made_reports as made

EN, ZH = paper_words("en"), paper_words("zh")
HOSTILE = [
    "{nb}",
    ") Tj ET /JS (app.alert(1))",
    "<script>alert(1)</script>",
    "%PDF-1.7 endobj",
    "\\(\\)",
    "**bold** __under__",
    "https://example.org/x.png",
    "=1+1",
]


def sheet(*blocks, **more):
    plain = {
        "title": "Title",
        "language": "en",
        "whose": "Li Xiaoyu · P-77",
        "stamp": "Not reviewed by a clinician.",
        "is_reviewed": False,
        "foot": "Screening support.",
        "pages": "Page {number} of {count}",
        "lacks": "[U+…] is a number.",
    }
    return Paper(blocks=blocks, **(plain | more))


def test_every_page_names_patient_stamp_and_number():
    blocks = [Paragraph(f"line {n}") for n in range(150)]
    pages = made.text_of(pdf.render(sheet(*blocks)))
    assert len(pages) == 4
    for number, text in enumerate(pages, 1):
        assert "Li Xiaoyu · P-77" in text
        assert "Not reviewed by a clinician." in text
        assert "Screening support." in text
        assert f"Page {number} of 4" in text


def test_hostile_text_stays_text():
    content = pdf.render(sheet(*map(Paragraph, HOSTILE), whose=HOSTILE[0], title=HOSTILE[1]))
    text = made.text_of(content)[0]
    assert text.count("{nb}") == 2
    for words in HOSTILE:
        assert words in text
    for sign in (b"/JavaScript", b"/JS", b"/URI", b"/Launch", b"/OpenAction (", b"/Annots"):
        assert sign not in content


@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_no_text_breaks_it(words):
    row = Row((words, words), note=words)
    table = Table((Column(words), Column(words, 2)), (row,))
    content = pdf.render(sheet(Heading(words), Paragraph(words), table, whose=words))
    assert PdfReader(io.BytesIO(content)).pages


def test_properties_name_nobody():
    patient = Patient("SECRET-ID", PersonName("Secret^Name"), date(2000, 1, 2), Sex.MALE)
    reader = PdfReader(io.BytesIO(pdf.render(clinical.compose(made.report(patient=patient), EN))))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Secret" not in properties and "SECRET" not in properties
    assert "Dr Lin" not in properties
    assert reader.metadata.title == "MedDx Desktop"


def test_chinese_is_written_and_the_font_lies_in_the_file():
    content = pdf.render(clinical.compose(made.signed(), ZH))
    text = "\n".join(made.text_of(content))
    assert "李小雨" in text and "模型评分" in text and "已审核" in text
    fonts = {
        font.get_object()["/BaseFont"]
        for page in PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts and all(re.match(r"/[A-Z]{6}\+MedDxSans", name) for name in fonts)
    assert len(content) < 200_000, "the font must be a subset"


def test_a_character_that_the_font_lacks_is_spelled_and_explained():
    text = made.text_of(pdf.render(sheet(Paragraph("ab \U0001f600"))))[0]
    assert "[U+1F600]" in text
    assert "is a number." in text
    assert "is a number." not in made.text_of(pdf.render(sheet(Paragraph("ab"))))[0]


def test_a_long_table_repeats_its_heads_and_loses_no_row():
    rows = tuple(Row((f"row {n}", "x" * 30), note="note") for n in range(90))
    pages = made.text_of(pdf.render(sheet(Table((Column("Test"), Column("Value")), rows))))
    assert len(pages) > 2
    assert all("Test" in page and "Value" in page for page in pages)
    text = "\n".join(pages)
    assert all(f"row {n}" in text for n in range(90))


def test_a_row_longer_than_a_page_goes_on():
    row = Row(("a", " ".join(f"w{n}" for n in range(2000))))
    pages = made.text_of(pdf.render(sheet(Table((Column("T"), Column("V", 2)), (row,)))))
    text = " ".join(pages)
    assert len(pages) > 1 and "w0" in text and "w1999" in text


def test_every_pictogram_is_drawn():
    signs = [Sign(name, name) for name in PICTOGRAMS]
    content = pdf.render(sheet(*signs, Blanks(("Where",)), NextPage(), is_large=True))
    assert len(PdfReader(io.BytesIO(content)).pages) == 2


def test_a_film_lies_in_it_with_its_words():
    with_map = made.film(made.finding(), picture=made.picture("pneumonia"))
    content = pdf.render(clinical.compose(made.report(films=(with_map,)), EN))
    reader = PdfReader(io.BytesIO(content))
    pictured = [page for page in reader.pages if page.images]
    assert len(pictured) == 1
    assert "not the outline of a lesion" in pictured[0].extract_text().replace("\0", "")


WITHOUT_TLS = """
import sys
sys.modules["ssl"] = sys.modules["_ssl"] = None
from meddx_desktop.core.reports import blank, pdf
from meddx_desktop.words.paper import paper_words
assert pdf.render(blank.compose(paper_words("en"))).startswith(b"%PDF")
from fpdf import image_parsing
print(image_parsing.build_opener.__module__, "urllib.request" in sys.modules)
"""


def test_it_loads_without_a_client_and_where_there_is_no_tls():
    ran = subprocess.run([sys.executable, "-c", WITHOUT_TLS], capture_output=True, text=True)
    assert ran.stderr == ""
    assert ran.stdout.split() == ["meddx_desktop.core.reports.offline_fpdf", "False"]


@pytest.mark.parametrize("place", ["https://example.org/x.png", __file__])
def test_a_page_opens_nothing_by_name(place):
    with (
        pdf._drawn(sheet(Paragraph("x")), 1, None) as page,
        pytest.raises(Exception, match=r"(?i)not allowed|denied|policy|blocked"),
    ):
        page.image(place)


def test_the_time_of_making_is_the_reports():
    made_then = pdf.render(sheet(Paragraph("x")), at=made.MOMENT)
    created = PdfReader(io.BytesIO(made_then)).metadata.creation_date
    assert created == made.MOMENT


def test_reviewed_and_unreviewed_look_different():
    one = pdf.render(sheet(Paragraph("x")), at=made.MOMENT)
    other = pdf.render(replace(sheet(Paragraph("x")), is_reviewed=True), at=made.MOMENT)
    assert one != other


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_slip_with_a_day_to_come_again_is_one_page(language):
    again = (made.follow_up(), made.follow_up(FollowUpKind.WEIGHT, date(2026, 5, 4)))
    report = made.signed(follow_ups=again)
    assert pdf.page_count(slip.compose(report, paper_words(language))) == 1


@pytest.mark.parametrize("lines", range(20, 50, 5))
def test_a_heading_stays_with_the_first_row_of_its_table(lines):
    filler = Paragraph("\n".join(["word"] * lines))
    row = Row(("first",), note="\n".join(["note"] * 12))
    table = Table((Column("Head"),), (row,))
    pages = made.text_of(pdf.render(sheet(filler, Heading("Alone"), table)))
    (page,) = [one for one in pages if "Alone" in one]
    assert "first" in page


@pytest.mark.parametrize("lines", range(22, 34))
def test_no_heading_stays_behind_when_its_picture_turns_the_page(lines):
    filler = Paragraph("\n".join(["word"] * lines))
    shown = made.picture(side=40)
    film = Picture(shown.png, 40, 40, "caption", 0.5)
    blocks = (filler, Heading("Outer"), Heading("Inner", 3), film)
    pages = made.text_of(pdf.render(sheet(*blocks)))
    (page,) = [one for one in pages if "Outer" in one]
    assert "Inner" in page and "caption" in page


def _section(name, rows):
    table = Table((Column("A", 1),), tuple(Row((f"{name} {n}",)) for n in range(rows)))
    return (Heading(name), table)


@pytest.mark.parametrize("rows", [27, 31])
def test_no_short_section_lies_alone_on_the_last_page(rows):
    """The section before turns the page with it; nothing is lost."""
    blocks = (*_section("First", rows), *_section("Second", 3), *_section("Third", 3))
    pages = made.text_of(pdf.render(sheet(*blocks)))
    assert len(pages) == 2
    assert "Second 0" in pages[1] and "Third 2" in pages[1] and "First" not in pages[1]
    assert pages[0].count("First ") == rows


def test_what_fits_on_a_page_stays_on_it():
    blocks = (*_section("First", 20), *_section("Second", 3), *_section("Third", 3))
    assert pdf.page_count(sheet(*blocks)) == 1
