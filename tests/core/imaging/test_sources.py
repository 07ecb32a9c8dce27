"""What is found in folders, archives and directories, and what is said about the rest."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.imaging import sources
from meddx_desktop.core.imaging.sources import Found, find
from meddx_desktop.core.jobs import JobCancelled, JobContext
from tests.data import films


def found(*paths: Path) -> list[Found]:
    return list(find(paths, JobContext()))


def errors(results: list[Found]) -> list[str]:
    return [result.error.code for result in results if result.error]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.dcm", "a.png", "notes.txt", "sub/c.dcm", "sub/deep/d.dcm"):
        path = tmp_path / "films" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path / "films"


def test_a_named_file_is_named(folder):
    assert found(folder / "b.dcm") == [Found(Source(folder / "b.dcm"), True)]


def test_a_folder_is_walked_in_order_and_its_files_are_not_named(folder):
    results = found(folder)
    names = [result.source.path.relative_to(folder).as_posix() for result in results]
    assert names == ["a.png", "b.dcm", "notes.txt", "sub/c.dcm", "sub/deep/d.dcm"]
    assert not any(result.named for result in results)


def test_several_paths_keep_their_order(folder):
    results = found(folder / "b.dcm", folder / "sub", folder / "a.png")
    assert [result.source.name for result in results] == ["b.dcm", "c.dcm", "d.dcm", "a.png"]


def test_missing_file_and_broken_link(tmp_path):
    assert errors(found(tmp_path / "gone.dcm")) == ["file_missing"]
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    results = found(tmp_path)
    assert errors(results) == ["file_missing"]
    assert not results[0].named


def test_name_that_no_system_takes():
    assert errors(found(Path("a\0b"))) in (["file_missing"], ["file_unreadable"])
    assert errors(found(Path("x" * 5000))) in (["file_missing"], ["file_unreadable"])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_pipes_are_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert errors(found(tmp_path)) == ["file_unreadable"]


def test_links_in_circles_end(folder):
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    (folder / "again").symlink_to(folder / "sub", target_is_directory=True)
    results = found(folder)
    films_found = [result.source.name for result in results if not result.error]
    assert sorted(films_found) == ["a.png", "b.dcm", "c.dcm", "d.dcm", "notes.txt"]


def test_locked_folder_is_told(folder, monkeypatch):
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "sub":
            raise PermissionError(13, "no", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert errors(found(folder)) == ["file_unreadable"]


def test_folder_that_can_not_be_listed_is_told(folder, monkeypatch):
    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    results = found(folder)
    assert errors(results) == ["file_unreadable"]
    assert results[0].named


def test_cancel_stops_between_two_files(folder):
    context = JobContext()
    walk = find([folder], context)
    next(walk)
    context.cancel()
    with pytest.raises(JobCancelled):
        next(walk)


def test_many_files_come_one_by_one(tmp_path):
    for number in range(3000):
        (tmp_path / f"{number:05}.dcm").touch()
    walk = find([tmp_path], JobContext())
    assert next(walk).source.name == "00000.dcm"
    assert sum(1 for _ in walk) == 2999


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids these names")
def test_any_name(tmp_path):
    names = ["胸片 1.dcm", "line\nbreak.dcm", "🫁.dcm", "-rf", "..."]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.dcm"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    results = found(tmp_path)
    assert {result.source.name for result in results} >= set(names)
    assert len(results) == 6
    assert all(sources.read_bytes(result.source, 10) == b"x" for result in results)


def test_zip_members_are_found_and_not_named(tmp_path):
    path = tmp_path / "films.zip"
    path.write_bytes(films.zipped({"b/2.dcm": b"2", "a.dcm": b"1", "b/": b"", "readme": b"r"}))
    results = found(path)
    assert [result.source.member for result in results] == ["a.dcm", "b/2.dcm", "readme"]
    assert not any(result.named or result.error for result in results)
    assert [r.source.member for r in found(tmp_path)] == ["a.dcm", "b/2.dcm", "readme"]


def test_zip_in_a_zip_is_reported(tmp_path):
    path = tmp_path / "films.zip"
    path.write_bytes(films.zipped({"inner.zip": films.zipped({"a": b"a"}), "a.dcm": b"1"}))
    results = found(path)
    assert errors(results) == ["zip_nested"]
    assert [r.source.member for r in results if r.error] == ["inner.zip"]


def test_damaged_zip_is_reported(tmp_path):
    path = tmp_path / "films.zip"
    path.write_bytes(b"PK\x03\x04 no more")
    results = found(path)
    assert errors(results) == ["zip_damaged"]
    assert results[0].named
    assert not found(tmp_path)[0].named
    path.write_bytes(b"")
    assert errors(found(path)) == ["zip_damaged"]


def disc(root: Path, references: list[list[str]]) -> Path:
    (root / "IMAGES").mkdir(exist_ok=True)
    (root / "IMAGES" / "IM1").write_bytes(b"1")
    (root / "DICOMDIR").write_bytes(films.dicomdir(references))
    return root / "DICOMDIR"


def test_dicomdir_lists_its_films_as_named(tmp_path):
    results = found(disc(tmp_path, [["IMAGES", "IM1"], ["IMAGES", "IM2"]]))
    assert [result.source.path.name for result in results] == ["IM1", "IM2"]
    assert all(result.named for result in results)
    assert errors(results) == ["dicomdir_missing_file"]


def test_folder_with_a_dicomdir_gives_each_film_once_and_tells_what_is_missing(tmp_path):
    disc(tmp_path, [["IMAGES", "IM1"], ["IMAGES", "IM2"]])
    results = found(tmp_path)
    assert sorted(result.source.path.name for result in results) == ["IM1", "IM2"]
    assert errors(results) == ["dicomdir_missing_file"]


def test_dicomdir_that_is_none(tmp_path):
    path = tmp_path / "DICOMDIR"
    path.write_bytes(b"nothing" * 100)
    assert errors(found(path)) == ["dicomdir_damaged"]
    path.write_bytes(films.film())
    assert errors(found(path)) == ["dicomdir_damaged"]
