"""Protects: a clinic's label file is read as it was meant, or refused with a reason."""

import pytest

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.validation import label_file

NAMES = ("pneumonia", "Pneumonia", "肺炎")


def read(text, encoding="utf-8"):
    content = text if isinstance(text, bytes) else text.encode(encoding)
    return label_file.read(content, finding="pneumonia", names=NAMES)


def refusal(text):
    with pytest.raises(InvalidEntry) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_delimiters_and_encodings(mark, encoding):
    rows = [("文件", "肺炎", "患者"), ("张三.png", "阳性", "P1"), ("b.png", "阴性", "P2")]
    found = read("\r\n".join(mark.join(row) for row in rows), encoding)
    assert [(row.film, row.label, row.patient) for row in found.rows] == [
        ("张三.png", True, "P1"),
        ("b.png", False, "P2"),
    ]
    assert found.has_patients


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *((text, True) for text in ("1", "yes", "Yes", "阳性", "是", "positive", "1.0", "＋")),
        *((text, False) for text in ("0", "no", "阴性", "否", "negative", "0.0", "-")),
        *((text, None) for text in ("", "?", "未知", "n/a", " ")),
    ],
)
def test_ways_to_say_it(text, label):
    (row,) = read(f"file,pneumonia\na.png,{text}\n").rows
    assert row.label is label
    assert not read("file,pneumonia\na.png,1").has_patients


def test_quotes_blank_lines_and_further_columns():
    found = read('File Name;note;PNEUMONIA\n\n"a;b.png";"x\ny";yes\n;;\nc.png;;0\n')
    assert [(row.line, row.film, row.label) for row in found.rows] == [
        (4, "a;b.png", True),
        (6, "c.png", False),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "labels_empty"),
        ("\n \n", "labels_empty"),
        ("file,pneumonia\n", "labels_empty"),
        ("file|pneumonia\na.png|1\n", "labels_delimiter"),
        ("name,pneumonia\na.png,1\n", "labels_no_film_column"),
        ("file,effusion\na.png,1\n", "labels_no_finding_column"),
        ("file,path,pneumonia\na.png,a.png,1\n", "labels_column_twice"),
        ("file,pneumonia\na.png,maybe\n", "labels_bad_value"),
        ("file,pneumonia\na.png,2\n", "labels_bad_value"),
        ("file,pneumonia\na.png\n", "labels_bad_line"),
        ("file,pneumonia\na,b.png,1\n", "labels_bad_line"),
        ("file,pneumonia\n,1\n", "labels_bad_line"),
        (b"file,pneumonia\n\xff\xff,1\n", "labels_not_text"),
        (b"PK\x03\x04\x00\x00\x00", "labels_not_text"),
        (b"x" * (label_file.LARGEST + 1), "labels_too_large"),
        ("x" * 200_000 + "\n", "labels_delimiter"),
        (",".join(f"c{number}" for number in range(50_000)) + "\na\n", "labels_no_film_column"),
    ],
)
def test_what_is_refused(text, code):
    assert refusal(text).code == code


def test_a_refusal_names_the_line_and_no_value():
    error = refusal("file,pneumonia\na.png,1\nb.png,Li Xiaoyu\n")
    assert error.parameters == {"line": 3, "column": "pneumonia"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;"])
def test_excels_word_on_the_delimiter_is_understood(first, encoding):
    found = read(f"{first}\r\nfile;pneumonia\r\na,b.png;1\r\n", encoding)
    assert [(row.line, row.film, row.label) for row in found.rows] == [(3, "a,b.png", True)]
    assert found.delimiter == ";"


def test_a_refusal_below_that_word_names_the_line_as_people_count():
    assert refusal("sep=,\nfile,pneumonia\na.png,maybe\n").parameters["line"] == 3
