"""Protects: a name that was found once goes wherever it stands; eponyms and plain words stay."""

from datetime import date

import pytest

from meddx_desktop.core.privacy.names import Known
from meddx_desktop.core.privacy.text import Options, deidentify

TODAY = Options(today=date(2026, 11, 22))


def _out(text):
    return deidentify(text, Known(), TODAY).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Patient: John Smith. Smith has MI; john smith fell, SMITH slept.", "smith john"),
        ("Mr. John\nSmith came. Smith ate.", "smith john"),
        ("Spoke with Okonkwo. okonkwo agreed, OKONKWO rang.", "okonkwo"),
        ("Dr. Lena Okafor\nOkafor wrote it; lena\nokafor signed.", "okafor lena"),
        ("Seen: Müller, Jürgen. Later muller, jürgen slept.", "müller muller jürgen"),
    ],
)
def test_a_name_goes_again(text, gone):
    left = _out(text).lower()
    assert all(word not in left for word in gone.split())


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Dr. Parkinson reviewed. Parkinson disease is stable.", "Parkinson disease is stable"),
        ("Mr. Walker came. He uses a walker.", "He uses a walker."),
        ("Dr. Stevens came. Stevens-Johnson syndrome.", "Stevens-Johnson syndrome"),
        ("Mrs. Young came. A young adult in May.", "A young adult in May."),
        ("姓名：高敏\n高敏C反应蛋白升高。", "高敏C反应蛋白升高"),
    ],
)
def test_what_the_name_is_a_word_of_stays(text, stays):
    assert _out(text).endswith(stays) or stays in _out(text)


def test_a_short_chinese_name_goes_again():
    assert "张伟" not in _out("姓名：张伟 男 40岁\n今晨张伟诉胸痛，张\n伟的家属在场。").replace(
        "\n", ""
    )
