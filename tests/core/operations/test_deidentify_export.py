"""Protects: films are written all or not at all, over nothing, and told to the trail."""

import errno

import cv2
import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import CannotWrite, InvalidEntry
from meddx_desktop.core.operations import deidentify_export
from meddx_desktop.core.operations.deidentify_export import (
    FilmFolder,
    save_strip,
    write_one,
)
from meddx_desktop.core.operations.deidentify_films import Region, look
from tests.data import films


def _names(folder):
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def looked(tmp_path):
    path = tmp_path / "in.dcm"
    path.write_bytes(films.film(PatientName="Li^Na", PatientID="P-77"))
    return look(Source(path))


def _full(_descriptor):
    raise OSError(errno.ENOSPC, "no space left")


def test_what_a_killed_run_left_is_cleared_away_and_nothing_else(tmp_path):
    left = tmp_path / ".out-abc.meddx-unfinished"
    (left / "ANON-1").mkdir(parents=True)
    (left / "ANON-1" / "film-0001.dcm").write_bytes(b"x")
    single = tmp_path / ".one-abc.meddx-unfinished"
    single.write_bytes(b"x")
    (tmp_path / ".own").mkdir()
    (tmp_path / "link").mkdir()
    (tmp_path / ".link.meddx-unfinished").symlink_to(tmp_path / "link")
    with FilmFolder(tmp_path / "out") as folder:
        made = next(one for one in _names(tmp_path) if one.startswith(".out-"))
        assert made.endswith(".meddx-unfinished") and made != left.name
        # Another run beside it takes nothing from this one.
        with FilmFolder(tmp_path / "other"):
            assert made in _names(tmp_path)
        folder.add("ANON-1", [b"ab"])
        folder.commit()
    write_one(tmp_path / "one.dcm", [b"a"], source=tmp_path / "in.dcm")
    assert _names(tmp_path) == [".link.meddx-unfinished", ".own", "link", "one.dcm", "out"]


def test_a_film_being_written_is_not_cleared_away_by_another_run(tmp_path):
    def parts():
        yield b"a"
        write_one(tmp_path / "two.dcm", [b"b"], source=tmp_path / "in.dcm")
        yield b"c"

    write_one(tmp_path / "one.dcm", parts(), source=tmp_path / "in.dcm")
    assert (tmp_path / "one.dcm").read_bytes() == b"ac"
    assert _names(tmp_path) == ["one.dcm", "two.dcm"]


def test_a_folder_appears_whole(tmp_path):
    target = tmp_path / "out"
    with FilmFolder(target) as folder:
        folder.add("ANON-1", [b"ab", b"c"])
        assert not target.exists()
        folder.add("ANON-2", [b"d"])
        folder.commit()
    found = {
        path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*.dcm")
    }
    assert found == {"ANON-1/film-0001.dcm": b"abc", "ANON-2/film-0002.dcm": b"d"}
    assert _names(tmp_path) == ["out"]


def test_without_commit_or_after_a_failure_nothing_stays(tmp_path, monkeypatch):
    with FilmFolder(tmp_path / "out") as folder:
        folder.add("ANON-1", [b"abc"])
    monkeypatch.setattr(deidentify_export.os, "fsync", _full)
    with pytest.raises(CannotWrite, match="disk_full"), FilmFolder(tmp_path / "out") as folder:
        folder.add("ANON-1", [b"abc"])
    assert _names(tmp_path) == []


def test_an_empty_folder_is_taken_any_other_is_not(tmp_path):
    (tmp_path / "empty").mkdir()
    with FilmFolder(tmp_path / "empty") as folder:
        folder.add("A", [b"x"])
        folder.commit()
    assert (tmp_path / "empty" / "A" / "film-0001.dcm").exists()
    (tmp_path / "file").write_text("mine")
    for name in ("empty", "file"):
        with pytest.raises(InvalidEntry, match="deidentified_folder_exists"):
            FilmFolder(tmp_path / name)


def test_originals_and_result_lie_apart(tmp_path):
    originals = tmp_path / "a" / "b"
    originals.mkdir(parents=True)
    for target in (originals / "out", tmp_path / "a" / "b" / "c" / "d"):
        with pytest.raises(InvalidEntry, match="deidentified_inside"):
            FilmFolder(target, sources=[originals])


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotWrite, match="folder_not_writable"):
        FilmFolder(tmp_path / "none" / "out")


def test_one_film_goes_over_nothing_and_never_over_the_original(tmp_path, monkeypatch):
    source, target = tmp_path / "in.dcm", tmp_path / "out.dcm"
    source.write_bytes(b"original")
    write_one(target, [b"a", b"b"], source=source)
    with pytest.raises(InvalidEntry, match="deidentified_exists"):
        write_one(target, [b"c"], source=source)
    with pytest.raises(InvalidEntry, match="deidentified_original"):
        write_one(source, [b"c"], source=source, force=True)
    monkeypatch.setattr(deidentify_export.os, "fsync", _full)
    with pytest.raises(CannotWrite, match="disk_full"):
        write_one(target, [b"c"], source=source, force=True)
    assert (source.read_bytes(), target.read_bytes()) == (b"original", b"ab")
    assert _names(tmp_path) == ["in.dcm", "out.dcm"]


def test_strips_of_changed_frames_alone(tmp_path, looked):
    assert save_strip(tmp_path / "strips", "film", looked) == []
    changed = looked.with_region(Region(5, 5, 20, 20))
    (path,) = save_strip(tmp_path / "strips", "film", changed)
    assert path.name == "film-frame-0001.png" and path.read_bytes()[:4] == b"\x89PNG"
    assert path.stat().st_mode & 0o077 == 0
    plain = cv2.imread(str(path))
    for captions in (("Before", "After"), ("处理前", "处理后")):
        (told,) = save_strip(tmp_path / "strips", "told", changed, captions)
        picture = cv2.imread(str(told))
        head = picture[: -plain.shape[0]]
        half = head.shape[1] // 2
        assert (picture[-plain.shape[0] :] == plain).all()
        assert head[:, :half].max() > 200 and head[:, half:].max() > 200
