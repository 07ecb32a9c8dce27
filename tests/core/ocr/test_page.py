"""Protects: a report drawn as paper is, askew and grey, is read word for word, lines in order."""

import numpy as np
import pytest

from meddx_desktop.core.jobs import JobCancelled, JobContext
from meddx_desktop.core.ocr import page as module
from meddx_desktop.core.ocr.layout import table_of
from meddx_desktop.core.ocr.page import read_page
from meddx_desktop.core.ocr.places import Place
from meddx_desktop.core.ocr.signs import Signs
from tests.data import paper

ROWS = (("1", "葡萄糖", "<7.81", "↑", "mmol/L", "3.9-6.1"),)


@pytest.fixture(scope="module")
def worn():
    sheet = paper.page(ROWS, size=16, head="", title="")
    return paper.worn(sheet, paper.Wear(angle=2.0, quality=85, shadow=0.2))


def test_a_worn_page_is_read_cell_by_cell(worn):
    page = read_page(worn)
    lines = table_of(page.words, lambda texts: "结果" in texts)
    assert [line.texts for line in lines] == [paper.HEADINGS, *ROWS]


def test_a_page_without_writing_has_no_words():
    assert read_page(np.full((64, 96), 250, np.uint8)).words == ()


@pytest.fixture
def found(monkeypatch):
    """Places that the network is said to find, and what is said to stand there."""

    def say(places, read):
        monkeypatch.setattr(module, "places", lambda _page, _longest: list(places))
        monkeypatch.setattr(module, "read_signs", read)
        monkeypatch.setattr(module, "read_again", read)
        monkeypatch.setattr(module, "straightened", lambda page: page)

    return say


def test_a_page_on_its_side_is_set_upright(found):
    found([Place(0, 0, 60, 10, 0.9)] * 3, lambda _cut: Signs("a", (1.0,), (0.5,)))
    assert read_page(np.zeros((100, 300, 3), np.uint8)).picture.shape[:2] == (300, 100)


def test_a_page_on_its_head_is_turned(found):
    picture = np.zeros((100, 300, 3), np.uint8)
    picture[0, 0] = 200

    def read(cut):
        return (
            Signs("ab", (0.9, 0.9), (0.3, 0.6)) if cut[-1, -1].any() else Signs("x", (0.2,), (0.5,))
        )

    found([Place(0, 0, 20, 80, 0.9)], read)
    assert read_page(picture).picture[-1, -1].any()


def test_only_what_holds_digits_is_read_twice(found, monkeypatch):
    found([Place(0, 0, 20, 80, 0.9)], lambda _cut: Signs("15", (1.0, 1.0), (0.4, 0.5)))
    monkeypatch.setattr(module, "read_again", lambda _cut: Signs("1.5"))
    (word,) = read_page(np.zeros((100, 300, 3), np.uint8)).words
    assert (word.signs.text, word.second) == ("15", "1.5")
    found([Place(0, 0, 20, 80, 0.9)], lambda _cut: Signs("ab", (1.0, 1.0), (0.4, 0.5)))
    monkeypatch.setattr(module, "read_again", lambda _cut: Signs("other"))
    (word,) = read_page(np.zeros((100, 300, 3), np.uint8)).words
    assert (word.signs.text, word.second) == ("ab", "ab")


def test_it_ends_when_asked_to(found):
    found([Place(0, 0, 20, 80, 0.9)], lambda _cut: Signs("a", (1.0,), (0.5,)))
    job = JobContext()
    job.cancel()
    with pytest.raises(JobCancelled):
        read_page(np.zeros((100, 300, 3), np.uint8), job)


def test_a_large_page_is_brought_down(found):
    found([], lambda _cut: Signs(""))
    rows, columns = read_page(np.zeros((10, 4000), np.uint8)).picture.shape[:2]
    assert max(rows, columns) == module.LONGEST
