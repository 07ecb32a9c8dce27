"""Protects: a file from a stick is unpacked only if nothing in it can harm, and never in part."""

import os
import stat
import struct
import zipfile

import pytest

from meddx_desktop.core.errors import CannotWrite, ModelRejected
from meddx_desktop.core.inference import pack
from meddx_desktop.core.jobs import JobCancelled, JobContext
from tests.data import packs


def refused_as(file, tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(ModelRejected) as caught:
        pack.unpack(file, into)
    outside = {path.name for path in tmp_path.iterdir()} - {"made", "into", "other"}
    assert outside == set(), "nothing was written beside the folder"
    return caught.value.code


def test_a_whole_file_comes_out_as_it_went_in(good, tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    found = pack.unpack(good, into)
    assert found.package.name == packs.NAME
    assert found.signer == packs.PUBLIC
    made = tmp_path / "made" / packs.NAME
    for path in made.rglob("*"):
        if path.is_file():
            assert (into / path.relative_to(made)).read_bytes() == path.read_bytes()
    assert not (into / pack.SIGNATURE).exists()


def test_an_unsigned_file_says_so(tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    assert pack.unpack(packs.make_pack(tmp_path / "made", key=None), into).signer == ""


@pytest.mark.parametrize("keep", [0, 3, 50, 0.5, 0.9, -1])
def test_a_cut_file_is_refused(good, tmp_path, keep):
    content = good.read_bytes()
    size = int(len(content) * keep) if isinstance(keep, float) else keep
    good.write_bytes(content[:size])
    assert refused_as(good, tmp_path) == "pack_damaged"


def test_every_flipped_byte_is_noticed_or_changes_nothing(good, tmp_path):
    content = good.read_bytes()
    manifest = (tmp_path / "made" / packs.NAME / "manifest.json").read_bytes()
    for number, place in enumerate(range(0, len(content), 97)):
        flipped = bytearray(content)
        flipped[place] ^= 0x41
        good.write_bytes(flipped)
        into = tmp_path / f"into{number}"
        into.mkdir()
        try:
            found = pack.unpack(good, into)
        except ModelRejected:
            continue
        assert (into / "manifest.json").read_bytes() == manifest
        assert found.signer in (packs.PUBLIC, "")


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "/out.txt",
        "sample/../../out.txt",
        "C:/out.txt",
        "c:out.txt",
        "sample\\..\\out.txt",
        "\\\\server\\out.txt",
        "a//b.txt",
        "./a.txt",
        ".hidden.txt",
        "a/b/c/d.txt",
        "con.txt",
        "sample/LPT1.md",
        "name.",
        "colon:stream.txt",
        "mit space.txt",
        "名.txt",
        "a" * 130 + ".txt",
        "../",
    ],
)
def test_names_that_lead_elsewhere_are_refused(good, tmp_path, name):
    packs.repack(good, extra=[(name, b"x")])
    assert refused_as(good, tmp_path) == "pack_unsafe_name"


def test_a_name_cut_at_a_zero_byte_is_refused(good, tmp_path):
    packs.repack(good, extra=[("sample/xQtxt", b"x")])
    good.write_bytes(good.read_bytes().replace(b"sample/xQtxt", b"sample/x\0txt"))
    assert refused_as(good, tmp_path) == "pack_unsafe_name"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(good, tmp_path, kind):
    link = zipfile.ZipInfo("sample/link.txt")
    link.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refused_as(good, tmp_path) == "pack_link"


@pytest.mark.parametrize("name", ["LICENSE", "license", "SAMPLE/input.png"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(good, tmp_path, name):
    packs.repack(good, extra=[(name, b"other")])
    assert refused_as(good, tmp_path) == "pack_duplicate"


@pytest.mark.parametrize("name", ["more.zip", "more.meddxpack"])
def test_an_archive_inside_is_refused_by_its_name(good, tmp_path, name):
    packs.repack(good, extra=[(name, b"x")])
    assert refused_as(good, tmp_path) == "pack_nested"


def test_an_archive_inside_is_refused_by_its_content(good, tmp_path):
    packs.repack(good, extra=[("notes.txt", b"PK\x03\x04" + b"x" * 50)])
    assert refused_as(good, tmp_path) == "pack_nested"


@pytest.mark.parametrize("name", ["run.py", "run.exe", "lib.so", "data.bin", "model.pkl"])
def test_what_belongs_in_no_package_is_refused(good, tmp_path, name):
    packs.repack(good, extra=[(name, b"x")])
    assert refused_as(good, tmp_path) == "pack_foreign_file"


def test_a_file_that_the_manifest_does_not_name_is_refused(good, tmp_path):
    packs.repack(good, extra=[("more.txt", b"x")])
    assert refused_as(good, tmp_path) == "model_unlisted_file"


def _state_size(file, member, size):
    """Write another unpacked size into both headers of a member."""
    content = bytearray(file.read_bytes())
    for start, offset, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = content.find(start)
        while place >= 0:
            if content[place + name_at :].startswith(member.encode()):
                struct.pack_into("<I", content, place + offset, size)
            place = content.find(start, place + 4)
    file.write_bytes(content)


def test_sizes_are_refused_as_stated_before_anything_is_unpacked(good, tmp_path):
    _state_size(good, "model.fp32.onnx", pack.MAX_MEMBER_BYTES + 1)
    assert refused_as(good, tmp_path) == "pack_too_large"
    assert list((tmp_path / "into").iterdir()) == []


def test_the_sum_is_limited(good, tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "MAX_SUM_BYTES", 1000)
    assert refused_as(good, tmp_path) == "pack_too_large"


def test_the_file_is_limited(good, tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "MAX_FILE_BYTES", 100)
    assert refused_as(good, tmp_path) == "pack_too_large"


def test_the_number_of_members_is_limited(good, tmp_path):
    packs.repack(good, extra=[(f"sample/{n}.txt", b"") for n in range(pack.MAX_MEMBERS)])
    assert refused_as(good, tmp_path) == "pack_too_large"


def test_more_than_was_stated_is_never_unpacked(good, tmp_path):
    """A bomb states a small size and holds zeros without end."""
    packs.repack(good, extra=[("notes.txt", bytes(8 << 20))])
    _state_size(good, "notes.txt", 100)
    assert refused_as(good, tmp_path) in ("pack_bomb", "pack_damaged")
    assert sum(p.stat().st_size for p in (tmp_path / "into").rglob("*") if p.is_file()) < 1 << 20


def test_members_that_share_bytes_are_refused(good, tmp_path):
    content = bytearray(good.read_bytes())
    places = []
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        places.append(place)
        place = content.find(b"PK\x01\x02", place + 4)
    (first,) = struct.unpack_from("<I", content, places[-2] + 42)
    struct.pack_into("<I", content, places[-1] + 42, first)
    good.write_bytes(content)
    assert refused_as(good, tmp_path) in ("pack_bomb", "pack_damaged")


def test_a_locked_file_is_refused(good, tmp_path):
    content = bytearray(good.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    good.write_bytes(content)
    assert refused_as(good, tmp_path) == "pack_encrypted"


def test_it_can_be_stopped(good, tmp_path):
    context = JobContext()
    context.cancel()
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(JobCancelled):
        pack.unpack(good, into, context=context)


def test_a_missing_file_is_told(tmp_path):
    assert refused_as(tmp_path / "nothing", tmp_path) == "pack_unreadable"


def test_what_is_not_whole_is_not_handed_on(tmp_path):
    folder = packs.make_folder(tmp_path)
    (folder / "LICENSE").write_text("other")
    with pytest.raises(ModelRejected):
        pack.write(folder, tmp_path / "x.meddxpack", packs.KEY)
    assert list(tmp_path.glob("*.meddxpack")) == []


def test_a_stick_that_takes_nothing_is_told(tmp_path):
    folder = packs.make_folder(tmp_path)
    with pytest.raises(CannotWrite) as caught:
        pack.write(folder, tmp_path / "no" / "x.meddxpack", packs.KEY)
    assert caught.value.code == "pack_not_written"


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_no_file_is_neither_waited_for_nor_read(tmp_path, kind):
    """A pipe would be waited for until somebody writes; a device may have no end."""
    file = tmp_path / "made"
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    assert refused_as(file, tmp_path) == "pack_unreadable"


def test_a_refusal_names_the_file_while_the_name_is_not_known(tmp_path):
    """Not the folder that it was unpacked into, which nobody ever saw."""

    def edit(folder):
        (folder / "manifest.json").write_text("{")

    file = packs.forge(tmp_path, edit)
    into = tmp_path / ".incoming-x"
    into.mkdir()
    with pytest.raises(ModelRejected) as caught:
        pack.unpack(file, into)
    assert caught.value.parameters == {"name": file.name, "field": "JSON"}
