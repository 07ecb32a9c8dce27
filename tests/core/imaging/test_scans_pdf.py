"""Protects: of a PDF the scanned pages are read as they stand, and what is not read is named."""

import io

import numpy as np
import pytest
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader, PdfWriter

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging import scans_pdf
from meddx_desktop.core.imaging.scans_pdf import scan_of
from tests.data import paper

SHEET = paper.page(paper.ENGLISH, paper.ENGLISH_HEADINGS, head="", title="", size=24)
WORDS = "Potassium 4.1 mmol/L 3.5-5.3, sodium 139 mmol/L 137-147, urea 5 mmol/L 2-8"


def written(*pages):
    """A PDF; each page is drawn by a function of it, 210 x 297 mm."""
    made = FPDF()
    made.set_font("helvetica", size=12)
    for draw in pages:
        made.add_page()
        draw(made)
    return bytes(made.output())


def picture(pdf, sheet=SHEET, *, x=0, y=0, w=210):
    pdf.image(Image.fromarray(sheet), x=x, y=y, w=w)


def text(pdf):
    pdf.set_xy(10, 10)
    pdf.multi_cell(180, text=WORDS)


def same(page, sheet=SHEET):
    rows, columns = sheet.shape[:2]
    fitted = Image.fromarray(page[: int(page.shape[1] * rows / columns)]).resize((columns, rows))
    return np.abs(np.asarray(fitted).astype(int) - sheet).mean() < 6


def test_a_scan_with_text_recognised_by_others_is_read_as_the_scan_it_is():
    tall = np.full((1188, 840, 3), 255, np.uint8)
    tall[: SHEET.shape[0]] = SHEET[:, :840]
    found = scan_of(written(lambda pdf: (text(pdf), picture(pdf, tall))))
    assert [page.shape for page in found.pages] == [tall.shape]
    assert found.unread == ()


def test_an_emblem_on_a_page_of_text_is_not_taken_for_the_page():
    emblem = np.full((400, 400, 3), 90, np.uint8)
    with pytest.raises(UnreadableImage) as caught:
        scan_of(written(lambda pdf: (text(pdf), picture(pdf, emblem, x=80, y=60, w=30))))
    assert caught.value.code == "paper_pdf_text"


def test_pages_that_are_no_scans_are_named_beside_those_that_are():
    found = scan_of(written(picture, text, picture))
    assert len(found.pages) == 2
    assert found.unread == (2,)


def test_an_empty_page_is_not_missed():
    assert scan_of(written(picture, lambda _pdf: None)).unread == ()


def test_a_page_cut_into_strips_is_put_together_again():
    half = SHEET.shape[0] // 2
    high = 210 * half / SHEET.shape[1]

    def strips(pdf):
        picture(pdf, SHEET[half:], y=high)
        picture(pdf, SHEET[:half])

    (page,) = scan_of(written(strips)).pages
    assert same(page)


def test_writing_over_its_ground_is_put_together_again():
    ground = np.full_like(SHEET, 235)
    (page,) = scan_of(written(lambda pdf: (picture(pdf, ground), picture(pdf)))).pages
    assert same(page, np.minimum(SHEET, ground))


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_that_is_drawn_turned_comes_as_it_is_seen(quarter):
    turned = np.ascontiguousarray(np.rot90(SHEET, quarter))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper.pdf(turned))))
    writer.pages[0].rotate(90 * quarter)
    target = io.BytesIO()
    writer.write(target)
    (page,) = scan_of(target.getvalue()).pages
    assert same(page)


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [
        ((100, 0, 0, 100), lambda seen: seen),
        ((-100, 0, 0, 100), lambda seen: seen[:, ::-1]),
        ((100, 0, 0, -100), lambda seen: seen[::-1]),
        ((0, 100, -100, 0), lambda seen: np.rot90(seen, 1)),
        ((0, -100, 100, 0), lambda seen: np.rot90(seen, 3)),
        ((-100, 0, 0, -100), lambda seen: np.rot90(seen, 2)),
    ],
    ids=["upright", "from behind", "upside down", "left", "right", "on its head"],
)
def test_a_picture_is_turned_as_its_page_draws_it(matrix, turn):
    made = scans_pdf._oriented(Image.fromarray(SHEET), (*matrix, 0, 0))
    assert np.array_equal(np.asarray(made), turn(SHEET))


def locked(**how):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper.pdf(SHEET))))
    writer.encrypt(**how)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked(user_password="secret", algorithm="AES-256"), "paper_locked"),
        (locked(user_password="secret", algorithm="RC4-128"), "paper_locked"),
        (paper.pdf(SHEET)[:-3000], "paper_damaged"),
        (written(lambda pdf: pdf.line(10, 10, 90, 90)), "paper_pdf_text"),
        (written(lambda _pdf: None), "paper_pdf_empty"),
    ],
    ids=["locked", "locked the old way", "cut off", "drawn in lines", "empty"],
)
def test_what_is_no_scan_says_why(data, code):
    with pytest.raises(UnreadableImage) as caught:
        scan_of(data)
    assert caught.value.code == code


def test_a_lock_that_only_forbids_printing_keeps_nobody_from_reading():
    (page,) = scan_of(locked(user_password="", owner_password="owner")).pages
    assert same(page)


def test_a_page_larger_than_memory_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(UnreadableImage) as caught:
        scan_of(paper.pdf(SHEET))
    assert caught.value.code == "paper_too_large"


def test_a_page_packed_in_an_unknown_way_is_named():
    data = paper.pdf(SHEET).replace(b"/DCTDecode", b"/JBIG2Decode", 1)
    with pytest.raises(UnreadableImage) as caught:
        scan_of(data)
    assert caught.value.code == "paper_pdf_packed"
