"""Protects: the file of results holds whole lines of one run, whatever happened to the last."""

import errno
import json
import os
from pathlib import Path

import pytest

from meddx_desktop.cluster import results
from meddx_desktop.cluster.archive import Listed
from meddx_desktop.cluster.results import Results
from meddx_desktop.core.errors import CannotWrite, InvalidEntry

FILM = Listed(Path("/archive/张伟.dcm"), True, 10, 20)
OTHER = Listed(FILM.path.with_name("b.dcm"), False, 11, 21)
FAILED = [{"path": "b", "error": {"code": "not_an_image", "message": "No."}}]
MISSING = [{"path": "b", "error": {"code": "file_missing", "message": "No."}}]


def _written(path, *lines, run="r"):
    written = Results(path, run)
    written.add(lines)
    written.close()
    return path


def test_what_is_written_is_known_again(tmp_path):
    path = _written(tmp_path / "out.jsonl", (FILM, [{"frame": 1}], 0), (OTHER, FAILED, 2))
    first, second = map(json.loads, path.read_text("utf-8").splitlines())
    assert first == {
        "path": "/archive/张伟.dcm",
        "size": 10,
        "mtime_ns": 20,
        "run": "r",
        "left_out": 0,
        "results": [{"frame": 1}],
    }
    assert (second["results"], second["left_out"]) == (FAILED, 2)
    again = Results(path, "r")
    assert again.is_done(FILM) and again.is_done(OTHER)
    assert not again.has_failed(FILM) and again.has_failed(OTHER)
    assert not again.is_done(Listed(FILM.path, True, 10, 99))
    assert not again.is_done(Listed(FILM.path, True, 99, 20))
    again.close()
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("cut", [1, 5, 60])
def test_a_torn_last_line_goes(tmp_path, cut):
    path = _written(tmp_path / "out.jsonl", (FILM, [], 0), (OTHER, [], 0))
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    Results(path, "r").close()
    assert path.read_bytes() == whole.splitlines(keepends=True)[0]
    again = Results(path, "r")
    assert again.is_done(FILM) and not again.is_done(OTHER)
    again.add([(OTHER, [], 0)])
    again.close()
    assert path.read_bytes() == whole


def test_a_film_that_could_not_be_reached_is_tried_again(tmp_path):
    path = _written(tmp_path / "out.jsonl", (FILM, MISSING, 0))
    again = Results(path, "r")
    assert not again.is_done(FILM)
    again.close()


@pytest.mark.parametrize(
    "line", ["no json", "[]", "{}", '{"run": "r", "path": "x"}', '{"run": "r", "results": 5}']
)
def test_a_foreign_line_is_refused_and_named(tmp_path, line):
    path = _written(tmp_path / "out.jsonl", (FILM, [], 0))
    path.write_bytes(path.read_bytes() + line.encode() + b"\n")
    before = path.read_bytes()
    with pytest.raises(InvalidEntry) as refused:
        Results(path, "r")
    assert refused.value.code == "cluster_results_damaged"
    assert refused.value.parameters["line"] == 2
    assert path.read_bytes() == before


def test_results_of_other_rules_are_not_mixed(tmp_path):
    path = _written(tmp_path / "out.jsonl", (FILM, [], 0))
    with pytest.raises(InvalidEntry) as refused:
        Results(path, "another")
    assert refused.value.code == "cluster_results_other"
    Results(path, "r").close()  # and it is free again


def test_one_run_at_a_time(tmp_path):
    first = Results(tmp_path / "out.jsonl", "r")
    with pytest.raises(CannotWrite) as refused:
        Results(tmp_path / "out.jsonl", "r")
    assert refused.value.code == "cluster_results_in_use"
    first.close()
    Results(tmp_path / "out.jsonl", "r").close()


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CannotWrite) as refused:
        Results(tmp_path / "no" / "out.jsonl", "r")
    assert refused.value.code == "cluster_results_not_written"


class _FullDisk:
    """The system as `Results` sees it: seven bytes more, then no space. Nobody else sees it."""

    def __init__(self):
        self._left = [7]

    def __getattr__(self, name):
        return getattr(os, name)

    def write(self, descriptor, content):
        if not self._left:
            raise OSError(errno.ENOSPC, "full")
        return os.write(descriptor, content[: self._left.pop()])


def test_a_full_disk_leaves_no_half_line(tmp_path, monkeypatch):
    path = _written(tmp_path / "out.jsonl", (FILM, [], 0))
    whole, written = path.read_bytes(), Results(path, "r")
    monkeypatch.setattr(results, "os", _FullDisk())
    with pytest.raises(CannotWrite) as refused:
        written.add([(OTHER, [], 0)])
    assert refused.value.code == "cluster_results_not_written"
    assert path.read_bytes() == whole
    written.close()


def test_a_name_that_holds_a_line_end_stays_one_line(tmp_path):
    odd = Listed(FILM.path.with_name("a\u2028b\nc\x85.dcm"), True, 1, 2)
    path = _written(tmp_path / "out.jsonl", (odd, [], 0))
    (line,) = path.read_text("utf-8").splitlines()
    assert json.loads(line)["path"] == str(odd.path)
    again = Results(path, "r")
    assert again.is_done(odd)
    again.close()
