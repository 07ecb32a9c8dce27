"""Protects: a file of a note becomes its text, and whatever is no note is refused by its name."""

import base64
import io
import json
import random
import zipfile

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from meddx_desktop.core.errors import UnreadableNote
from meddx_desktop.core.notes.analyze import analyze
from meddx_desktop.core.notes.limits import LONGEST, TEXT_BYTES
from meddx_desktop.core.notes.read_text import NoteKind, read_bytes, read_file
from meddx_desktop.core.paths import RESOURCES

CHINESE = "患者3天前无明显诱因出现咳嗽、咳痰，无发热。既往高血压病史10年。"
TRADITIONAL = "患者三天前無明顯誘因出現咳嗽，無發熱、胸痛。診斷：肺炎，建議住院治療。"
FRENCH = "Patient âgé, fièvre élevée à 39, douleur à la gorge, très fatigué."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def refused(data):
    with pytest.raises(UnreadableNote) as caught:
        read_bytes(data)
    return caught.value.code


def word(body, *, name="word/document.xml", declaration=""):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as parts:
        xml = f'{declaration}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        parts.writestr(name, xml)
    return memory.getvalue()


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def pdf(text="", password=""):
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(300, 300)
    if text:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    memory = io.BytesIO()
    writer.write(memory)
    return memory.getvalue()


def reference(note, **changed):
    attachment = {"contentType": "text/plain", "data": base64.b64encode(note).decode()} | changed
    return {"resourceType": "DocumentReference", "content": [{"attachment": attachment}]}


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("No fever.", "ascii", "ascii"),
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "utf-16", "utf-16-le"),
        ("No fever, mild cough.", "utf-16-le", "utf-16-le"),
        ("No fever, mild cough.", "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "utf-8", "utf-8"),
        ("𠮷野家 发热", "gb18030", "gb18030"),
    ],
)
def test_the_encoding_is_found_and_told(text, encoding, found):
    note = read_bytes(text.encode(encoding))
    assert (note.text, note.encoding, note.kind) == (text, found, NoteKind.TEXT)


def test_a_guessed_encoding_is_said_to_be_one():
    assert [one.code for one in read_bytes(FRENCH.encode("cp1252")).cautions] == [
        "note_encoding_guessed"
    ]
    assert read_bytes(CHINESE.encode("gb18030")).cautions == ()


def test_text_is_not_changed():
    text = "no\u200b fever\r\n\r\n\x07אין חום 😀\tend  "
    assert read_bytes(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "note_empty"),
        (b" \r\n\t ", "note_empty"),
        (random.Random(1).randbytes(5000), "note_not_text"),
        (b"\x7fELF\x02\x01\x01" + bytes(300), "note_not_text"),
        (b"\xef\xbb\xbf\xff\xfe\xfa", "note_wrong_encoding"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "note_picture"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "note_picture"),
        (bytes(128) + b"DICM" + bytes(40), "note_film"),
        (b"{\\rtf1\\ansi no fever}", "note_rich_text"),
        (b"\x1f\x8b\x08" + bytes(40), "note_archive"),
        (b"MSH|^~\\&|LIS", "note_results"),
        (b"<!DOCTYPE html><html><body>No fever</body></html>", "note_page"),
        (b"<html><p>fever</p></html>", "note_page"),
        (b"<?xml version='1.0'?><html xmlns='x'><p>fever</p></html>", "note_page"),
        (b"<?xml version='1.0'?><other/>", "note_xml"),
        (b'{"resourceType": "Patient"}', "note_json"),
        (b'{"resourceType": "DocumentRefer', "note_json"),
        (b"%PDF-1.7\nnothing", "note_damaged"),
        (pdf(), "note_scanned"),
        (pdf("fever", password="secret"), "note_locked"),
        (b"PK\x03\x04" + bytes(60), "note_damaged"),
        (word(run("x"), name="other.xml"), "note_archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "note_old_word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "note_locked",
        ),
    ],
)
def test_what_is_no_note_is_refused_by_its_name(data, code):
    assert refused(data) == code


def test_a_long_text_is_refused_and_the_longest_is_read():
    assert len(read_bytes(b"a " * (LONGEST // 2)).text) == LONGEST
    assert refused(b"a" * (LONGEST + 1)) == "note_too_long"


def test_the_size_is_checked_before_reading(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"fever ")
        file.truncate(50 << 20)
    read = []
    monkeypatch.setattr("meddx_desktop.core.notes.read_text.read_bytes", read.append)
    with pytest.raises(UnreadableNote) as caught:
        read_file(path)
    assert (caught.value.code, read) == ("note_too_large", [])
    assert TEXT_BYTES < 50 << 20


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    for path, code in ((tmp_path / "none.txt", "note_missing"), (tmp_path, "note_unreadable")):
        with pytest.raises(UnreadableNote) as caught:
            read_file(path)
        assert caught.value.code == code


def test_a_word_document_is_read_as_it_is_seen():
    body = (
        f"<w:p>{run('主诉：')}{run('咳嗽')}</w:p><w:p><w:del>{run('struck')}</w:del>"
        f"{run('No')}<w:r><w:tab/><w:t>fever</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('T')}</w:p></w:tc><w:tc><w:p>{run('38.5')}</w:p></w:tc>"
        "</w:tr></w:tbl>"
    )
    note = read_bytes(word(body))
    assert (note.text, note.kind) == ("主诉：咳嗽\nNo\tfever\nT\t38.5", NoteKind.WORD)


def test_bombs_are_refused():
    entities = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>'
    assert refused(word(run("&y;"), declaration=entities)) == "note_bomb"
    assert refused(word(run("a" * (25 << 20)))) == "note_bomb"
    inner = word(run("fever"))
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as parts:
        parts.writestr("word/document.docx", inner)
    assert refused(memory.getvalue()) == "note_archive"
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert refused(word(deep)) == "note_damaged"


def _with(whole, *parts):
    memory = io.BytesIO(whole)
    with zipfile.ZipFile(memory, "a") as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return memory.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        ("word/embeddings/letter.docx", word(run("hidden fever"))),
        ("word/media/image1.png", b"PK\x03\x04" + bytes(40)),
        ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)),
        ("word/afchunk.rtf", b"{\\rtf1 hidden}"),
        ("customXml/item1.xml", b"%PDF-1.7 hidden"),
    ],
)
def test_documents_inside_a_document_are_told_and_never_passed_over_in_silence(part):
    whole = word(f"<w:p>{run('No fever')}</w:p>")
    assert read_bytes(whole).cautions == ()
    note = read_bytes(_with(whole, part, ("word/media/image2.png", b"\x89PNG")))
    assert note.text == "No fever"
    [caution] = note.cautions
    assert (caution.code, dict(caution.parameters)) == ("note_parts_unread", {"count": 1})


def test_a_document_that_is_shown_as_if_it_stood_in_this_one_is_told():
    [caution] = read_bytes(word(f"<w:p>{run('No fever')}</w:p><w:altChunk/>")).cautions
    assert caution.code == "note_parts_unread"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("😀😃\U0001f9d1\u200d⚕️", []),
        ("חולה ללא חום", []),
        ("\u202eno\u202c fe\u200bver", ["fe\u200bver"]),
        ("x" * 100_000, []),
        ("x " * 15_000 + "fever", ["fever"]),
    ],
)
def test_odd_texts_are_read_and_nothing_is_made_of_them(text, mentions):
    note = read_bytes(text.encode())
    assert note.text == text and note.cautions == ()
    assert [one.text for one in analyze(note.text).mentions] == mentions


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-8-sig"])
def test_chinese_of_any_encoding_is_read_the_same(encoding):
    note = read_bytes(
        ("姓名：䶮𠮷\n" if encoding == "gb18030" else "").encode(encoding)
        + CHINESE.encode(encoding)
    )
    assert CHINESE in note.text
    found = {one.text: one.assertion.value for one in analyze(note.text).mentions}
    assert found["咳嗽"] == "present" and found["发热"] == "negated"


def test_a_pdf_gives_its_text():
    note = read_bytes(pdf("No evidence of pneumonia"))
    assert (note.text, note.kind) == ("No evidence of pneumonia", NoteKind.PDF)


def test_a_fhir_document_gives_the_note_inside():
    note = read_bytes(json.dumps(reference(CHINESE.encode("gb18030"))).encode())
    assert (note.text, note.kind, note.encoding) == (CHINESE, NoteKind.FHIR, "gb18030")
    bundle = {"resourceType": "Bundle", "entry": [{"resource": reference(pdf("No fever"))}]}
    assert read_bytes(json.dumps(bundle).encode()).text == "No fever"


def test_a_fhir_document_without_a_note_says_why():
    elsewhere = reference(b"", data="", url="https://example.org/note")
    assert refused(json.dumps(elsewhere).encode()) == "note_elsewhere"
    assert refused(json.dumps(reference(b"x", data="%%%")).encode()) == "note_damaged"
    both = {
        "resourceType": "Bundle",
        "entry": [{"resource": reference(b"a")}, {"resource": reference(b"b")}],
    }
    assert refused(json.dumps(both).encode()) == "note_several"
    nested = b"fever"
    for _ in range(4):
        nested = json.dumps(reference(nested)).encode()
    assert refused(nested) == "note_nested"


def test_the_narrative_of_a_clinical_document_is_read():
    section = (
        "<component><section><title>Allergies</title><text>None <b>known</b>.</text></section>"
        "</component><component><section><title>Problems:</title><text><table><tbody>"
        "<tr><td>Asthma</td><td>active</td></tr></tbody></table>"
        "<list><item>Fever</item></list></text></section></component>"
    )
    document = (
        '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><component>'
        f"<structuredBody>{section}</structuredBody></component></ClinicalDocument>"
    )
    note = read_bytes(document.encode())
    assert note.kind == NoteKind.CDA
    assert note.text == "Allergies:\nNone known.\nProblems:\nAsthma\tactive\n- Fever"


@pytest.mark.parametrize("make", [lambda: pdf("No fever"), lambda: word(run("No fever")), None])
def test_damaged_files_are_refused_or_read_and_never_crash(make):
    chance = random.Random(7)
    whole = make() if make else json.dumps(reference(b"No fever")).encode()
    for _ in range(150):
        data = bytearray(whole[: chance.randint(5, len(whole))])
        for _ in range(chance.randint(0, 20)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        try:
            assert isinstance(read_bytes(bytes(data)).text, str)
        except UnreadableNote as error:
            assert error.code.startswith("note_")


def _part(kind, text):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:{kind} xmlns:w="{space}"><w:p>{run(text)}</w:p></w:{kind}>'


def test_headers_footers_and_notes_of_a_document_are_read_once():
    whole = _with(
        word(f"<w:p>{run('No fever')}</w:p>"),
        ("word/header1.xml", _part("hdr", "Allergic to penicillin")),
        ("word/header2.xml", _part("hdr", "Allergic to penicillin")),
        ("word/footnotes.xml", _part("footnotes", "Has thoughts of suicide")),
    )
    lines = read_bytes(whole).text.split("\n")
    assert lines == ["Allergic to penicillin", "No fever", "Has thoughts of suicide"]


def test_pages_without_text_are_told():
    writer = pypdf.PdfWriter(io.BytesIO(pdf("No fever")))
    writer.add_blank_page(300, 300)
    writer.add_blank_page(300, 300)
    memory = io.BytesIO()
    writer.write(memory)
    (caution,) = read_bytes(memory.getvalue()).cautions
    assert (caution.code, caution.parameters) == ("note_pages_unread", {"count": 2})
    assert read_bytes(pdf("No fever")).cautions == ()


@pytest.mark.parametrize("field", ["status", "docStatus"])
def test_a_note_that_was_withdrawn_is_read_with_a_caution(field):
    written = reference(b"No fever") | {field: "entered-in-error"}
    found = read_bytes(json.dumps(written).encode())
    assert found.text == "No fever"
    assert [one.code for one in found.cautions] == ["note_entered_in_error"]
    usual = reference(b"No fever") | {field: "current"}
    assert read_bytes(json.dumps(usual).encode()).cautions == ()


@pytest.mark.parametrize("name", ["MedDxSans-Regular.otf", "MedDxSans-Bold.otf"])
def test_a_large_file_that_is_no_text_is_told_as_such(name):
    with pytest.raises(UnreadableNote) as caught:
        read_file(RESOURCES / "fonts" / name)
    assert caught.value.code == "note_not_text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16-le"])
def test_a_large_text_is_still_too_large(tmp_path, encoding):
    path = tmp_path / "note.txt"
    path.write_bytes((CHINESE * 40_000).encode(encoding))
    with pytest.raises(UnreadableNote) as caught:
        read_file(path)
    assert caught.value.code == "note_too_large"
