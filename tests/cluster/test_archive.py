"""Protects: every file below what was named is listed once, and what can't be listed is told."""

import os

from meddx_desktop.cluster.archive import walk


def _names(*paths):
    return [listed.path.name for listed in walk(list(paths))]


def test_files_come_in_order_and_folders_by_name(tmp_path):
    for name in ("b/2.dcm", "b/10.dcm", "a/DICOMDIR", "c.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"xy")
    listed = list(walk([tmp_path]))
    assert [one.path.name for one in listed] == ["DICOMDIR", "10.dcm", "2.dcm", "c.zip"]
    assert not any(one.named or one.error for one in listed)
    status = (tmp_path / "c.zip").stat()
    assert (listed[-1].size, listed[-1].mtime_ns) == (2, status.st_mtime_ns)


def test_what_is_named_comes_in_its_order_and_whole(tmp_path, monkeypatch):
    for name in "ab":
        (tmp_path / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    listed = list(walk([tmp_path / "b", type(tmp_path)("a")]))
    assert [one.path for one in listed] == [tmp_path / "b", tmp_path / "a"]
    assert all(one.named for one in listed)


def test_a_link_back_ends_and_a_link_to_a_film_counts(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.dcm").write_bytes(b"")
    (tmp_path / "in/back").symlink_to(tmp_path)
    (tmp_path / "in/twin.dcm").symlink_to(tmp_path / "in/a.dcm")
    assert _names(tmp_path) == ["a.dcm", "twin.dcm"]


def test_what_is_not_there_or_no_file_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dead").symlink_to(tmp_path / "nothing")
    codes = {one.path.name: one.error.code for one in walk([tmp_path, tmp_path / "no"])}
    assert codes == {
        "pipe": "file_unreadable",
        "dead": "file_missing",
        "no": "file_missing",
    }
