"""Protects: a value stays on its line and in its column, however words were joined or left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meddx_desktop.core.ocr.layout import lines_of, table_of
from meddx_desktop.core.ocr.page import Word
from meddx_desktop.core.ocr.signs import Signs

COLUMNS = (0, 200, 400, 520, 700)
HEAD = ("项目", "结果", "提示", "单位", "参考区间")
ROWS = (
    ("白细胞", "11.24", "↑", "g/L", "3.5-9.5"),
    ("血红蛋白", "98", "", "g/L", "115-150"),
    ("钾", "3.50", "", "mmol/L", "3.5-5.3"),
    ("肌酐", "61.5", "", "umol/L", "41-81"),
    ("钠", "139", "", "mmol/L", "137-147"),
)


def is_head(texts):
    return "结果" in texts


@pytest.fixture
def table(word):
    def make(rows=ROWS, columns=COLUMNS, slope=0.0):
        words = []
        for line, texts in enumerate((HEAD, *rows)):
            for text, left in zip(texts, columns, strict=True):
                if text:
                    words.append(word(text, left, round(100 + 60 * line + slope * left)))
        return words

    return make


def texts(lines):
    return [line.texts for line in lines]


def test_lines_and_columns_are_told_apart_and_blanks_keep_their_place(table):
    assert texts(table_of(table(), is_head)) == [HEAD, *ROWS]


def test_a_line_that_slopes_stays_one_line(table):
    assert texts(table_of(table(slope=0.05), is_head)) == [HEAD, *ROWS]
    assert len(lines_of(table(slope=0.05))) == len(ROWS) + 1


def test_a_column_of_marks_without_marks_keeps_its_heading(table):
    rows = tuple((name, value, "", unit, usual) for name, value, _, unit, usual in ROWS)
    assert texts(table_of(table(rows), is_head)) == [HEAD, *rows]


def test_a_long_name_over_the_next_column_takes_no_value_with_it(table, word):
    words = [one for one in table() if one.signs.text != "钾"]
    words.append(word("钾离子选择电极法测定", 0, 280, right=230))
    lines = texts(table_of(words, is_head))
    assert lines[3] == ("钾离子选择电极法测定", *ROWS[2][1:])


def test_two_cells_that_were_read_as_one_are_cut_where_the_paper_is_white(table):
    words = [one for one in table() if one.signs.text not in ("11.24", "↑")]
    places = (0.02, 0.06, 0.1, 0.14, 0.18, 0.97)
    joined = Signs("11.24↑", (1, 1, 0.5, 1, 1, 1), places)
    words.append(Word(200, 160, 420, 200, joined, "11.24↑"))
    row = table_of(words, is_head)[1]
    assert row.texts == ROWS[0]
    assert (row.cells[1].least, row.cells[2].least) == (0.5, 1)


def test_two_cells_with_little_room_between_them_are_cut_where_the_column_ends(table):
    near = (0, 200, 300, 420, 620)
    rows = tuple((name, "11.24", unit, "", usual) for name, _, _, unit, usual in ROWS)
    words = [
        one for one in table(rows, near) if (one.top, one.left) not in ((160, 200), (160, 300))
    ]
    middles = [*(208 + 16 * at for at in range(5)), *(308 + 16 * at for at in range(3))]
    places = tuple((middle - 200) / 148 for middle in middles)
    words.append(Word(200, 160, 348, 200, Signs("11.24g/L", (1,) * 8, places), "11.24g/L"))
    assert table_of(words, is_head)[1].texts == rows[0]


def test_what_was_read_in_two_ways_marks_its_own_cell_alone(table, word):
    words = [one for one in table() if one.signs.text != "61.5"]
    words.append(word("61.5", 200, 340, second="615"))
    lines = table_of(words, is_head)
    differing = [c.text for line in lines for c in line.cells if c.second != c.text]
    assert differing == ["61.5"]
    assert lines[4].cells[1].second == "615"


def test_what_stands_above_the_table_is_not_cut(table, word):
    words = [word("姓名：张三", 150, 20), word("性别：女", 650, 20), *table()]
    assert texts(table_of(words, is_head))[0] == ("姓名：张三", "性别：女")


def test_without_headings_lines_of_three_words_are_the_table(table, word):
    words = [word("title", 300, 20), *table()]
    lines = texts(table_of(words, lambda _texts: False))
    assert lines[0] == ("title",)
    assert lines[2] == ROWS[0]


def test_an_empty_page_has_no_lines():
    assert table_of((), is_head) == lines_of(()) == ()


@given(
    st.lists(
        st.tuples(
            st.text("019.<钾", min_size=1, max_size=9), st.integers(0, 900), st.integers(0, 600)
        ),
        max_size=25,
    ),
    st.booleans(),
)
def test_nothing_that_was_read_is_lost_or_said_twice(drawn, headed):
    words = []
    for text, left, top in drawn:
        places = tuple((at + 0.5) / len(text) for at in range(len(text)))
        signs = Signs(text, (0.9,) * len(text), places)
        words.append(Word(left, top, left + 20 * len(text), top + 30, signs, text))
    lines = table_of(words, lambda texts: headed and bool(texts))
    seen = sorted("".join(cell.text for line in lines for cell in line.cells).replace(" ", ""))
    assert seen == sorted("".join(text for text, *_ in drawn))
