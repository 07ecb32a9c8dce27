"""Protects: a PDF gives the letters of its paper, or is refused; never letters that are not there.

Fonts that bring the table of their codes along came back with a NUL before each letter, so that
no danger sign was seen and no name replaced, while everything was called read.
"""

import io

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, NameObject

from meddx_desktop.cli import main
from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.limits import check_length
from meddx_desktop.core.notes.read_text import read_bytes
from meddx_desktop.core.paths import RESOURCES
from meddx_desktop.core.reports import clinical, pdf
from meddx_desktop.words.paper import paper_words
from tests import made_reports

ENGLISH = "Patient: Margaret O'Neill, MRN 00458-22.\nHe is unable to drink and cannot be woken."
CHINESE = "患者王小明，住院号00458。\n不能饮水，嗜睡，咳嗽三周。"


def _signs(count):
    """Signs of the font that fill the first codes, so that those that matter lie behind them."""
    return "".join(chr(0x4E00 + place) for place in range(count))


def _written(text, *, before=""):
    """A PDF in the program's own font, which brings its table along."""
    import fpdf

    made = fpdf.FPDF()
    made.add_font("own", "", RESOURCES / "fonts" / "MedDxSans-Regular.otf")
    made.set_font("own", size=11)
    made.add_page()
    for line in (*([before] if before else []), *text.splitlines()):
        made.multi_cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def _changed(data, change):
    """The same file with each of its fonts changed."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        change(font.get_object(), writer)
    memory = io.BytesIO()
    writer.write(memory)
    return memory.getvalue()


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("first", [0, 600], ids=["few_signs", "codes_of_two_bytes"])
def test_letters_of_a_font_with_its_own_table_are_those_of_the_paper(text, first):
    note = read_bytes(_written(text, before=_signs(first)))
    assert note.text.replace("\n", "").endswith(text.replace("\n", ""))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_danger_signs_in_such_a_pdf_are_seen(text):
    flags = {one.name for one in analyze(read_bytes(_written(text)).text).flags}
    assert flags and flags == {one.name for one in analyze(text).flags}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_our_own_reports_are_read_back(language):
    report = made_reports.report()
    note = read_bytes(pdf.render(clinical.compose(report, paper_words(language))))
    patient = report.patient
    assert "\0" not in note.text
    assert patient.patient_id in note.text and patient.birth_date.isoformat() in note.text
    assert ("临床筛查报告" if language == "zh" else "Clinical screening report") in note.text


def test_names_in_such_a_pdf_are_replaced(tmp_path, capsys):
    source, target = tmp_path / "in.pdf", tmp_path / "out.txt"
    source.write_bytes(_written(ENGLISH))
    assert main(["deidentify", str(source), str(target)]) == 0
    written = target.read_text("utf-8")
    assert "O'Neill" not in written and "00458" not in written and "unable to drink" in written
    assert "O'Neill" not in capsys.readouterr().out


def _without_letters(font, _writer):
    del font["/ToUnicode"]


def _of_unequal_lengths(font, writer):
    table = DecodedStreamObject()
    table.set_data(b"2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange")
    font[NameObject("/Encoding")] = writer._add_object(table)


def _without_table_or_letters(font, writer):
    _without_letters(font, writer)
    font[NameObject("/Encoding")] = NameObject("/Identity-H")


@pytest.mark.parametrize(
    "change", [_without_letters, _of_unequal_lengths, _without_table_or_letters]
)
def test_letters_that_are_not_certain_are_refused(change, tmp_path, capsys):
    data = _changed(_written(ENGLISH), change)
    with pytest.raises(UnreadableNote) as caught:
        read_bytes(data)
    assert caught.value.code == "note_damaged"
    source, target = tmp_path / "in.pdf", tmp_path / "out.txt"
    source.write_bytes(data)
    assert main(["deidentify", str(source), str(target)]) == 1
    assert not target.exists() and "replaced" not in capsys.readouterr().out


def test_a_text_with_a_nul_within_is_never_called_read():
    with pytest.raises(UnreadableNote) as caught:
        read_bytes(b"Name: Brown Mary, a long line of a note. No fe\0ver.")
    assert caught.value.code == "note_not_text"
    with pytest.raises(UnreadableNote):
        check_length("\0B\0r\0o\0w\0n")
    assert read_bytes(b"No fever today, and no cough.\0\0").text == "No fever today, and no cough."


def test_utf_16_without_a_mark_is_read():
    text = "Patient: Mary Brown, unable to drink."
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_bytes(text.encode(encoding)).text == text
