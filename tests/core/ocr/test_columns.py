"""Protects: a column ends where the paper is white, and two headings are two columns."""

from meddx_desktop.core.ocr.columns import column_at, columns_of


def test_columns_are_runs_with_white_between_them(word):
    rows = [[word("abcd", 0, top), word("12", 200, top)] for top in range(0, 300, 60)]
    (first, second) = columns_of(rows, headed=False)
    assert first[0] < 20 and 50 < first[1] < 70
    assert 195 < second[0] < 215 and second[1] <= 232
    assert columns_of([[]], headed=False) == []


def test_one_line_that_runs_across_joins_nothing(word):
    rows = [[word("abcd", 0, top), word("12", 200, top)] for top in range(0, 300, 60)]
    rows.append([word("abcdefghijklmno", 0, 360)])
    assert len(columns_of(rows, headed=False)) == 2
    assert len(columns_of(rows[-2:], headed=False)) == 1


def test_headings_part_what_the_lines_below_join(word):
    head = [word("ab", 0, 0), word("cd", 120, 0)]
    rows = [head, *([word("0123456789", 0, top)] for top in (60, 120))]
    assert len(columns_of(rows, headed=False)) == 1
    assert len(columns_of(rows, headed=True)) == 2


def test_a_place_between_columns_belongs_to_the_nearer():
    columns = [(0, 100), (200, 300)]
    assert [column_at(at, columns) for at in (50, 140, 160, 400)] == [0, 0, 1, 1]
