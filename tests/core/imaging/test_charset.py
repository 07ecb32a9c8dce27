"""Names in every script, declared, misdeclared and undeclared."""

from pathlib import Path

import pytest
from pydicom.data import get_charset_files

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging.read import open_film
from tests.data import films

NAME = "Wang^XiaoDong=王^小东="


def named(opened, value: bytes, charset: str | None):
    values = {} if charset is None else {"SpecificCharacterSet": charset.split("\\")}
    if charset is not None:
        raw = {
            "SpecificCharacterSet": ("CS", charset.encode() + b" " * (len(charset) % 2)),
            "PatientName": ("PN", value + b" " * (len(value) % 2)),
        }
    else:
        raw = {"PatientName": ("PN", value + b" " * (len(value) % 2))}
    del values
    film = opened(films.film(raw=raw))
    guesses = [n.parameters["charset"] for n in film.notes if n.code == "charset_guessed"]
    return film.study.patient.name, guesses


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("ISO_IR 192", "utf-8"), ("GB18030", "gb18030"), ("GBK", "gbk")],
)
def test_declared(opened, charset, encoding):
    name, guesses = named(opened, NAME.encode(encoding), charset)
    assert (name.alphabetic, name.ideographic) == ("Wang^XiaoDong", "王^小东")
    assert name.shown == "王小东 (Wang XiaoDong)"
    assert guesses == []


@pytest.mark.parametrize("charset", [None, "ISO_IR 6", "ISO_IR 100", "GB2312", "nonsense"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_undeclared_chinese_is_guessed_and_noted(opened, charset, encoding):
    name, guesses = named(opened, "王小东".encode(encoding), charset)
    assert name.ideographic == "王小东"
    assert guesses == [encoding]


def test_utf_8_declared_and_gbk_written(opened):
    name, guesses = named(opened, "李娜".encode("gbk"), "ISO_IR 192")
    assert name.shown == "李娜"
    assert guesses == ["gb18030"]


@pytest.mark.parametrize("text", ["Müller^Jürgen", "Øster^Åse", "Núñez^José", "François^Zoé"])
def test_declared_latin_names_stay_latin(opened, text):
    name, guesses = named(opened, text.encode("latin-1"), "ISO_IR 100")
    assert name.alphabetic == text
    assert guesses == []


@pytest.mark.parametrize("letters", ["臺", "誠", "縗", "隷"])
def test_second_byte_that_looks_like_a_separator(opened, letters):
    """In GBK a character may end in the byte of a caret, an equals sign or a backslash."""
    value = f"Li^A={letters}^好".encode("gbk")
    name, _ = named(opened, value, "GBK")
    assert name.ideographic == f"{letters}^好"


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("chrArab.dcm", "قباني لنزار"),
        ("chrFren.dcm", "Buc Jérôme"),
        ("chrFrenMulti.dcm", "Buc Jérôme"),
        ("chrGerm.dcm", "Äneas Rüdiger"),
        ("chrGreek.dcm", "Διονυσιος"),
        ("chrH31.dcm", "山田太郎 (Yamada Tarou)"),
        ("chrH32.dcm", "山田太郎 (ﾔﾏﾀﾞ ﾀﾛｳ)"),
        ("chrHbrw.dcm", "שרון דבורה"),
        ("chrI2.dcm", "洪吉洞 (Hong Gildong)"),
        ("chrRuss.dcm", "Люкceмбypг"),
        ("chrX1.dcm", "王小東 (Wang XiaoDong)"),
        ("chrX2.dcm", "王小东 (Wang XiaoDong)"),
    ],
)
def test_sample_files_of_every_repertoire(file, shown):
    film = open_film(Source(Path(get_charset_files(file)[0])))
    assert film.study.patient.name.shown == shown
    assert film.notes == ()


def test_simplified_chinese_with_escapes(opened):
    value = (
        b"Zhang^XiaoDong="
        + b"\x1b$)A"
        + "张".encode("gb2312")
        + b"^\x1b$)A"
        + "小东".encode("gb2312")
        + b"="
    )
    name, guesses = named(opened, value, "\\ISO 2022 IR 58")
    assert name.ideographic == "张^小东"
    assert guesses == []


def test_empty_and_blank_names(opened):
    for value in (b"", b"  ", b"^^^^", b"==", b"\0\0"):
        name, guesses = named(opened, value, None)
        assert name.shown == ""
        assert guesses == []


@pytest.mark.parametrize("text", ["女", "男", "李", "王"])
def test_few_chinese_characters_do_not_pass_for_accents(opened, text):
    assert named(opened, text.encode("gbk"), None)[0].shown == text


def test_undeclared_utf_8_accents(opened):
    name, guesses = named(opened, "Müller^Jürgen".encode(), None)
    assert (name.alphabetic, guesses) == ("Müller^Jürgen", ["utf-8"])
