"""Protects: a photograph or scan comes as pages, and anything else is refused by its own name."""

import io

import cv2
import numpy as np
import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.imaging.scans import MOST_PAGES, looks_like_paper, pages_of
from tests.data import films, paper

SHEET = paper.page(paper.ENGLISH, paper.ENGLISH_HEADINGS, head="", title="", size=16)


@pytest.mark.parametrize("save", [paper.png, paper.jpeg, paper.tiff, paper.pdf])
def test_each_kind_of_file_gives_its_page(save):
    (page,) = pages_of(save(SHEET))
    assert page.shape[:2] == SHEET.shape[:2]
    grey = page if page.ndim == 2 else page[..., 0]
    assert np.abs(grey.astype(int) - SHEET[..., 0]).mean() < 5


@pytest.mark.parametrize("save", [paper.tiff, paper.pdf])
def test_all_pages_come_in_their_order(save):
    pages = pages_of(save(SHEET, 255 - SHEET))
    assert [page.mean() > 127 for page in pages] == [True, False]


def test_a_scan_of_too_many_pages_is_refused():
    with pytest.raises(UnreadableImage) as caught:
        pages_of(paper.tiff(*[SHEET[:40, :40]] * (MOST_PAGES + 1)))
    assert caught.value.code == "paper_too_many_pages"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\0" * 128 + b"DICM" + b"\0" * 40, "paper_film"),
        (b"PK\x03\x04" + b"\0" * 40, "paper_not_picture"),
        (b"a,b,c\n1,2,3\n", "paper_not_picture"),
        (b"", "paper_not_picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "paper_heic"),
        (b"GIF89a" + b"\0" * 40, "paper_web_picture"),
        (b"RIFF\x20\0\0\0WEBPVP8 " + b"\0" * 40, "paper_web_picture"),
        (b"%PDF-1.7 and no more", "paper_damaged"),
        (paper.pdf(SHEET)[:400], "paper_damaged"),
        (paper.pdf(SHEET[:40, :40]), "paper_pdf_empty"),
    ],
)
def test_what_is_no_page_is_named(data, code):
    with pytest.raises(UnreadableImage) as caught:
        pages_of(data)
    assert caught.value.code == code


def test_a_photograph_in_the_colours_of_a_press_is_read():
    target = io.BytesIO()
    Image.fromarray(SHEET).convert("CMYK").save(target, "JPEG", quality=90)
    (page,) = pages_of(target.getvalue())
    assert np.abs(page.astype(int) - SHEET).mean() < 8
    with pytest.raises(UnreadableImage):
        pages_of(target.getvalue()[:-300])


@pytest.mark.parametrize("values", [SHEET.astype(np.uint16) * 200, SHEET[..., 0] * np.uint16(200)])
def test_a_scan_of_sixteen_bits_comes_with_the_shades_that_are_seen(values):
    done, coded = cv2.imencode(".tif", values)
    assert done
    (page,) = pages_of(coded.tobytes())
    assert page.dtype == np.uint8
    assert page.max() > 190 and page.min() < 30


def test_a_photograph_held_upright_comes_upright():
    target = io.BytesIO()
    orientation = Image.Exif()
    orientation[274] = 6
    turned = Image.fromarray(SHEET).rotate(90, expand=True)
    turned.save(target, "JPEG", quality=95, exif=orientation)
    (page,) = pages_of(target.getvalue())
    assert page.shape[:2] == SHEET.shape[:2]
    assert np.abs(page.reshape(*SHEET.shape[:2], -1)[..., 0].astype(int) - SHEET[..., 0]).mean() < 5


def test_a_pdf_that_says_its_text_itself_is_not_read_from_a_picture():
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    made.cell(text="Potassium 4.1 mmol/L 3.5-5.3, sodium 139 mmol/L 137-147, urea 5 mmol/L")
    with pytest.raises(UnreadableImage) as caught:
        pages_of(bytes(made.output()))
    assert caught.value.code == "paper_pdf_text"


def test_a_cut_picture_is_refused_not_shown_half():
    with pytest.raises(UnreadableImage):
        pages_of(paper.jpeg(SHEET)[:-300])


def test_paper_is_told_from_a_film():
    film = films.phantom(256, 256, bits=8).astype(np.uint8)
    assert looks_like_paper(paper.jpeg(SHEET))
    assert looks_like_paper(paper.jpeg(paper.worn(SHEET, paper.Wear(shadow=0.3))))
    assert not looks_like_paper(paper.png(film))
    assert not looks_like_paper(b"text")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"II*\0", b"\xff\xd8\xff"]),
)
def test_no_bytes_do_anything_but_give_pages_or_a_reason(tail, head):
    looks_like_paper(head + tail)
    try:
        assert pages_of(head + tail)
    except UnreadableImage as error:
        assert error.code
