"""Zip archives: bounded, checked, never unpacked to disk."""

import struct
import zipfile
from pathlib import Path

import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.imaging import archives
from meddx_desktop.core.imaging.read import open_film
from tests.data import films


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "films.zip"


def refusal(path: Path) -> str:
    with pytest.raises(MedDxError) as caught:
        for name in archives.members(path):
            archives.read_member(Source(path, name), 1 << 30)
    return caught.value.code


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_film_from_a_zip(archive, method):
    data = films.film()
    archive.write_bytes(films.zipped({"a/b.dcm": data}, method=method))
    film = open_film(Source(archive, "a/b.dcm"))
    assert film.frame().rows == 64
    assert film.instance.source.name == "b.dcm"
    assert [path.name for path in archive.parent.iterdir()] == ["films.zip"]


@pytest.mark.parametrize(
    "name", ["../evil", "a/../../evil", "/etc/passwd", "..\\evil", "C:/x", "C:\\x", "//host/x"]
)
def test_names_that_lead_out(archive, name):
    archive.write_bytes(films.zipped({"good.dcm": b"1", name: b"2"}))
    assert refusal(archive) == "zip_unsafe_path"


def test_encrypted(archive):
    data = bytearray(films.zipped({"a.dcm": b"1"}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    archive.write_bytes(data)
    assert refusal(archive) == "zip_encrypted"


def test_ratio(archive, monkeypatch):
    monkeypatch.setattr(archives, "_RATIO_FREE_BYTES", 1000)
    monkeypatch.setattr(archives, "RATIO", 100)
    archive.write_bytes(films.zipped({"a": b"\0" * 1_000_000}))
    assert refusal(archive) == "zip_bomb"


def test_count_and_total(archive, monkeypatch):
    archive.write_bytes(films.zipped({str(n): b"12345" for n in range(20)}))
    assert len(archives.members(archive)) == 20
    archives._parsed.cache_clear()
    monkeypatch.setattr(archives, "MEMBERS", 19)
    assert refusal(archive) == "zip_bomb"
    monkeypatch.setattr(archives, "MEMBERS", 20)
    monkeypatch.setattr(archives, "TOTAL_BYTES", 99)
    assert refusal(archive) == "zip_bomb"


def test_overlapping_members(archive):
    data = bytearray(films.zipped({"a": b"1" * 500, "b": b"2" * 500}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", data, second + 42, 0)  # the second member's offset
    archive.write_bytes(data)
    assert refusal(archive) == "zip_bomb"


def test_member_that_unpacks_to_more_than_stated(archive):
    data = bytearray(films.zipped({"a": b"\0" * 100_000}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 1000)
    archive.write_bytes(data)
    assert refusal(archive) == "zip_damaged"


def test_wrong_checksum_and_damaged_stream(archive):
    data = bytearray(films.zipped({"a": films.film()}))
    data[200] ^= 0xFF
    archive.write_bytes(data)
    assert refusal(archive) == "zip_damaged"


def test_two_members_of_one_name(archive):
    with zipfile.ZipFile(archive, "w") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("a", b"1")
        opened.writestr("a", b"2")
    assert refusal(archive) == "zip_damaged"


def test_unknown_method(archive):
    archive.write_bytes(films.zipped({"a": b"1" * 900}, method=zipfile.ZIP_BZIP2))
    assert refusal(archive) == "zip_unsupported"


def test_cut_archive(archive):
    data = films.zipped({"a": films.film()})
    archive.write_bytes(data[: len(data) // 2])
    assert refusal(archive) == "zip_damaged"


def test_missing_archive_and_member(archive):
    with pytest.raises(MedDxError, match="file_missing"):
        archives.members(archive)
    archive.write_bytes(films.zipped({"a": b"1", "empty": b""}))
    for member, code in (("b", "file_missing"), ("empty", "file_empty")):
        with pytest.raises(MedDxError, match=code):
            archives.read_member(Source(archive, member), 10)
    with pytest.raises(MedDxError, match="file_too_large"):
        archives.read_member(Source(archive, "a"), 0)


def test_replaced_archive_is_read_anew(archive):
    archive.write_bytes(films.zipped({"a": b"1"}))
    assert archives.members(archive) == ("a",)
    archive.write_bytes(films.zipped({"b": b"22"}))
    assert archives.members(archive) == ("b",)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_chinese_names_without_the_utf_8_flag(archive, encoding):
    name = "胸片/李.dcm".encode(encoding)
    placeholder = b"x" * len(name)
    data = films.zipped({placeholder.decode(): b"1"}).replace(placeholder, name)
    archive.write_bytes(data)
    assert archives.members(archive) == ("胸片/李.dcm",)
    assert archives.read_member(Source(archive, "胸片/李.dcm"), 9) == b"1"
