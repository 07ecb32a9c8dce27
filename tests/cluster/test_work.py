"""Protects: a file on a worker gives just what the command line would say of it."""

from types import SimpleNamespace

import pytest

from meddx_desktop.cluster import work
from meddx_desktop.cluster.travel import Asked, Failure, Rules
from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.patient import Age
from tests.cluster.conftest import CHILD
from tests.data.films import dicomdir, zipped


@pytest.fixture
def ask(same_models):
    rules = Rules(work.build("cpu"), Stated(age=Age.parse("3y")))
    return lambda path, named=True: work.screen_file(Asked(path, named), rules)


def _told(answer):
    return [one.code if isinstance(one, Failure) else one.frame for one in answer.results]


def test_a_film(ask):
    answer = ask(CHILD)
    assert (_told(answer), answer.left_out, answer.refused) == ([1], 0, "")
    assert answer.results[0].gate.accepted


def test_a_zip_is_one_file_with_all_its_films(ask, tmp_path):
    film = CHILD.read_bytes()
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({"a.dcm": film, "b.dcm": film[:2000], "c.txt": b"no film"}))
    answer = ask(path, named=False)
    assert len(answer.results) == 2
    assert isinstance(answer.results[1], Failure)
    assert answer.results[1].path == f"{path}/b.dcm"
    assert answer.left_out == 1


def test_no_picture_fails_where_it_was_named_only(ask, tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("no film")
    assert (_told(ask(text)), ask(text).left_out) == (["not_an_image"], 0)
    assert (_told(ask(text, named=False)), ask(text, named=False).left_out) == ([], 1)


def test_a_directory_met_in_a_folder_tells_what_is_missing_and_repeats_nothing(ask, tmp_path):
    (tmp_path / "A").write_bytes(CHILD.read_bytes())
    path = tmp_path / "DICOMDIR"
    path.write_bytes(dicomdir([["A"], ["B"]]))
    assert _told(ask(path)) == [1, "dicomdir_missing_file"]
    assert _told(ask(path, named=False)) == ["dicomdir_missing_file"]


def test_what_nobody_foresaw_is_a_failure_and_raises_nothing(ask, monkeypatch):
    def break_down(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(work.images, "screen_source", break_down)
    assert _told(ask(CHILD)) == ["cluster_film_bug"]


def test_another_build_gives_no_result(ask, monkeypatch):
    work.build.cache_clear()
    monkeypatch.setattr(work, "__version__", "9.9.9")
    answer = ask(CHILD)
    assert (answer.results, answer.refused) == ((), "cluster_versions_differ")


def test_a_worker_whose_logs_tell_gives_no_result(same_models):
    """As it is in this very process, whose log is the test's."""
    rules = Rules(work.build("cpu"))
    (answer,) = work.screen_files((Asked(CHILD, True),), rules)
    assert (answer.results, answer.refused) == ((), "cluster_not_private")


def test_an_introduction(same_models, tmp_path):
    said = work.introduce("cpu", SimpleNamespace(paths=(CHILD, tmp_path / "no")))
    assert (said.unseen, said.private) == (1, False)
    assert [name for name, *_ in said.build.models] == ["tiny-finding", "tiny-gate"]
    assert said.build == work.build("cpu")
