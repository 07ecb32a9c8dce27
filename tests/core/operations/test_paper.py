"""Protects: what was read from paper is marked, and put right by a person alone."""

from dataclasses import replace

import numpy as np
import pytest

from meddx_desktop.core.errors import UnreadableImage
from meddx_desktop.core.labs.sniff import Kind
from meddx_desktop.core.ocr import marks
from meddx_desktop.core.ocr import page as ocr_page
from meddx_desktop.core.ocr.page import Page
from meddx_desktop.core.operations import labs_source, paper
from meddx_desktop.core.operations.labs_preview import Choices, Written
from meddx_desktop.core.operations.paper_table import is_headings
from tests.data import paper as drawn
from tests.data.paper_pages import HEAD, lines_page, table_page

WHITE = np.full((40, 60, 3), 255, np.uint8)


@pytest.fixture
def read(monkeypatch, tmp_path):
    """A paper whose pages the network is said to read so: ``read(words, ...)``."""

    def make(*pages):
        left = [Page(WHITE, tuple(words)) for words in pages]
        monkeypatch.setattr(ocr_page, "read_page", lambda _picture, _context: left.pop(0))
        path = tmp_path / "report.tif"
        path.write_bytes(drawn.tiff(*[WHITE] * len(pages)))
        return paper.open_paper(None, path)

    return make


def results(looked):
    return [one for report in looked.reports for one in report.results]


def codes(sent):
    return [one.code for one in sent.cautions]


def test_a_report_is_looked_at_like_a_file_and_every_value_is_marked(read):
    looked = labs_source.look_at(read(table_page()))
    assert looked.kind is Kind.PAPER
    assert [one.code for one in looked.cautions] == ["paper_compare"]
    found = [(one.name, one.value.text, one.unit, one.range.text) for one in results(looked)]
    assert found == [
        ("白细胞计数", "11.24", "10^9/L", "3.5-9.5"),
        ("C反应蛋白", "<0.50", "mg/L", "0-10"),
        ("钾", "3.50", "mmol/L", "3.5~5.3"),
    ]
    assert results(looked)[0].flags == ("↑",)
    assert all(codes(one)[0] == "paper_read" for one in results(looked))
    assert looked.reports[0].patient.name.ideographic == "张三"


def test_doubt_stands_at_the_line_that_it_is_about(read):
    looked = labs_source.look_at(
        read(table_page(shares={"<0.50": 0.5}, seconds={"3.50": "350"}, texts={"11.24": "1l.24"}))
    )
    first, second, third = results(looked)
    assert codes(first) == ["paper_read", "paper_letters"]
    assert first.value.number is None, "a letter is no digit, whoever it looks like"
    assert codes(second) == ["paper_read", "paper_unsure"]
    (_, twice) = third.cautions
    assert (twice.code, twice.parameters) == (
        "paper_read_twice",
        {"first": "3.50", "second": "350"},
    )


def test_a_value_written_by_hand_is_never_sure(read):
    paper_read = read(table_page(by_hand=("3.50",)))
    assert paper_read.doubtful_words == ("3.50",)
    looked = labs_source.look_at(paper_read)
    (said,) = results(looked)[2].cautions[1:]
    assert (said.code, said.parameters) == ("paper_by_hand", {"text": "3.50"})
    assert codes(results(looked)[0]) == ["paper_read"]


@pytest.mark.parametrize(("mark", "code"), [("point", "paper_point"), ("struck", "paper_struck")])
def test_ink_that_a_reading_does_not_say_is_a_doubt(read, monkeypatch, mark, code):
    monkeypatch.setattr(
        marks, "marks_of", lambda _picture, _box, text: (mark,) if text == "3.50" else ()
    )
    paper_read = read(table_page())
    assert paper_read.doubtful_words == ("3.50",)
    looked = labs_source.look_at(paper_read)
    (said,) = results(looked)[2].cautions[1:]
    assert (said.code, said.parameters) == (code, {"text": "3.50"})
    assert codes(results(looked)[0]) == ["paper_read"]


def test_what_a_person_writes_over_a_cell_goes_in_and_says_what_was_read(read):
    read_paper = read(table_page(texts={"11.24": "1124"}))
    before = labs_source.look_at(read_paper)
    spot = paper.spot_of(read_paper, results(before)[0].place)
    column = read_paper.pages[0].lines[spot.line].texts.index("1124")
    choices = Choices().corrected(Written(spot.page, spot.line, column, "11.2"))
    choices = choices.corrected(Written(spot.page, spot.line, column, "11.24"))
    sent = results(labs_source.look_at(read_paper, choices))[0]
    assert sent.value.number == 11.24
    assert sent.cautions[1].parameters == {"read": "1124"}
    assert len(choices.written) == 1


def test_a_line_left_out_is_listed_and_can_come_back(read):
    read_paper = read(table_page())
    choices = Choices().without(0, 3, out=True)
    looked = labs_source.look_at(read_paper, choices)
    assert len(results(looked)) == 2
    reasons = [one.reason.code for one in looked.reports[0].rejected]
    assert "paper_left_out" in reasons
    assert len(results(labs_source.look_at(read_paper, choices.without(0, 3, out=False)))) == 3


def test_the_place_of_a_value_is_its_own_cell(read):
    read_paper = read(table_page())
    looked = labs_source.look_at(read_paper)
    page, box = paper.value_box(read_paper, looked, results(looked)[2])
    cell = read_paper.pages[0].lines[4].cells[2]
    assert (page, box) == (0, paper.box_of(cell))
    assert cell.text == "3.50"


def test_pages_follow_each_other_and_say_which_they_are(read):
    read_paper = read(table_page(), table_page(head=()))
    looked = labs_source.look_at(read_paper)
    places = [one.place for one in results(looked)]
    assert places[0] == "line 3, page 1"
    assert places[3] == "line 2, page 2"
    assert paper.spot_of(read_paper, places[3]) == paper.Spot(1, 1)
    assert paper.spot_of(read_paper, "nowhere") is None


def test_a_page_without_headings_is_read_by_those_before_only_with_the_same_columns(read):
    bare = [one for one in table_page(head=()) if one.top > 0]
    marked = labs_source.look_at(read(table_page(), bare))
    assert len(results(marked)) == 6
    without_marks = [one for one in bare if one.signs.text != "↑"]
    looked = labs_source.look_at(read(table_page(), without_marks))
    assert len(results(looked)) == 3
    lost = [one.text for one in looked.reports[0].rejected]
    assert "1 | 白细胞计数 | 11.24 | 10^9/L | 3.5-9.5" in lost


def test_a_note_comes_as_text_with_its_doubts(read):
    again = read(
        lines_page(("咳嗽两周",), ("T", "38.6"), shares={"38.6": 0.4}), lines_page(("end",))
    )
    assert again.text == "咳嗽两周\nT 38.6\n\nend"
    assert again.doubtful_words == ("38.6",)


def test_a_page_without_writing_is_refused(read):
    with pytest.raises(UnreadableImage) as caught:
        read((), ())
    assert caught.value.code == "paper_without_text"


def test_a_word_or_two_that_nobody_is_sure_of_are_no_page(read):
    with pytest.raises(UnreadableImage) as caught:
        read(lines_page(("I",), ("lu", "x"), shares={"lu": 0.5, "x": 0.3})[:2])
    assert caught.value.code == "paper_without_text"
    assert read(lines_page(("end",))).text == "end"


def test_lines_that_could_not_be_made_level_are_told(read):
    again = read(table_page())
    assert again.cautions == ()
    crooked = replace(again, pages=(replace(again.pages[0], is_uneven=True),), unread=(2, 5))
    looked = labs_source.look_at(crooked)
    found = [(one.code, one.parameters) for one in looked.cautions]
    assert found[1:] == [("paper_uneven", {}), ("paper_pages_unread", {"pages": "2, 5"})]


def test_headings_are_known_in_both_languages():
    assert is_headings(HEAD)
    assert is_headings(("Test", "Result", "Unit"))
    assert is_headings(("项目名称 结果", "单位"))
    assert not is_headings(("姓名：张三", "性别：女"))


def test_only_pictures_are_asked_about(tmp_path):
    page, film = tmp_path / "a.jpg", tmp_path / "b.dcm"
    page.write_bytes(drawn.jpeg(drawn.page(drawn.ENGLISH, drawn.ENGLISH_HEADINGS, size=10)))
    film.write_bytes(page.read_bytes())
    assert paper.may_be_paper(page)
    assert not paper.may_be_paper(film)
    assert not paper.may_be_paper(tmp_path / "none.png")
