"""Protects: every film of an archive has exactly one result, whatever dies on the way."""

import json
import os
import pickle
import signal

import numpy as np
import pytest
from distributed import Client

from meddx_desktop.cli import main
from meddx_desktop.cluster.results import Results
from meddx_desktop.cluster.travel import Answer, Asked, Rules
from tests.cluster.conftest import CHILD

IN_FLIGHT = 24
"""Two workers get no more films at once than so many."""


def _paths(lines):
    return sorted(line["path"].rsplit("/", 1)[-1] for line in lines)


def _codes(line):
    return [one["error"]["code"] for one in line["results"] if "error" in one]


def test_a_line_holds_what_the_command_says_here(screen, films, capsys, monkeypatch, tiny):
    """The very records of `meddx screen --format json`, but for the time that they took."""
    from functools import partial

    from meddx_desktop.cli import screen as screen_command
    from meddx_desktop.core.operations import open_application
    from meddx_desktop.core.settings import Settings

    folder = films("a.dcm", "b.dcm")
    (folder / "notes.txt").write_text("no film")
    (folder / "broken.dcm").write_bytes(CHILD.read_bytes()[:2000])
    code, said, lines = screen(folder, "--age", "3y")
    monkeypatch.setattr(
        screen_command,
        "open_application",
        lambda settings=None, threads=None: partial(open_application, models=tiny)(
            settings=Settings(), threads=1
        ),
    )
    assert code == main(["screen", str(folder), "--age", "3y", "--format", "json"]) == 1
    here = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    there = [one for line in sorted(lines, key=lambda one: one["path"]) for one in line["results"]]
    for record in (*here, *there):
        record.pop("timing_ms", None)
    assert there == here
    assert len(here) == 3
    by_name = {line["path"].rsplit("/", 1)[-1]: line for line in lines}
    assert (by_name["notes.txt"]["results"], by_name["notes.txt"]["left_out"]) == ([], 1)
    status = (folder / "a.dcm").stat()
    assert (by_name["a.dcm"]["size"], by_name["a.dcm"]["mtime_ns"]) == (
        status.st_size,
        status.st_mtime_ns,
    )
    assert "4 files done, 0 were done before; 1 of all failed" in said


def test_a_worker_killed_in_mid_run_loses_no_film(screen, films, cluster, monkeypatch):
    names = [f"slow-{number:02}.dcm" for number in range(IN_FLIGHT + 8)]
    folder = films(*names)
    (victim, *_) = cluster.workers.values()
    pid, killed_at, real = victim.process.pid, [], Results.add

    def add(self, lines):
        real(self, lines)
        if not killed_at:
            os.kill(pid, signal.SIGKILL)
        killed_at.append(len(lines))

    monkeypatch.setattr(Results, "add", add)
    code, _, lines = screen(folder)
    assert killed_at[0] < len(names), "it died while films were on their way"
    assert code == 0
    assert _paths(lines) == names
    assert all(len(line["results"]) == 1 and not _codes(line) for line in lines)


def test_a_film_that_kills_workers_is_reported_once_and_blames_no_other(screen, films):
    folder = films("a.dcm", "poison.dcm", *(f"slow-{number}.dcm" for number in range(4)))
    code, said, lines = screen(folder)
    assert code == 1
    assert len(lines) == len(set(_paths(lines))) == 6
    failed = {line["path"].rsplit("/", 1)[-1]: _codes(line) for line in lines if _codes(line)}
    assert failed == {"poison.dcm": ["cluster_film_kills"]}
    assert "1 of all failed" in said
    code, said, again = screen(folder)
    assert (code, again) == (1, lines), "it is told again, and killed nobody"
    assert "0 files done, 6 were done before; 1 of all failed" in said


def test_goes_on_where_a_power_cut_tore_the_last_line(screen, films):
    folder = films("a.dcm", "b.dcm", "c.dcm")
    _, _, whole = screen(folder)
    screen.out.write_bytes(screen.out.read_bytes()[:-40])
    code, said, lines = screen(folder)
    assert code == 0
    assert _paths(lines) == _paths(whole) == ["a.dcm", "b.dcm", "c.dcm"]
    assert "1 files done, 2 were done before" in said


def test_a_changed_film_is_done_again_and_no_other(screen, films):
    folder = films("a.dcm", "b.dcm")
    screen(folder)
    os.utime(folder / "b.dcm", ns=(1, 1))
    _, said, lines = screen(folder)
    assert "1 files done, 1 were done before" in said
    assert [line["mtime_ns"] for line in lines if line["path"].endswith("b.dcm")][-1] == 1
    assert _paths(lines) == ["a.dcm", "b.dcm", "b.dcm"]


def test_stopped_by_hand_leaves_whole_lines_and_goes_on(screen, films, monkeypatch):
    names = [f"slow-{number:02}.dcm" for number in range(IN_FLIGHT + 4)]
    folder = films(*names)
    real = Results.add

    def add(self, lines):
        real(self, lines)
        raise KeyboardInterrupt

    monkeypatch.setattr(Results, "add", add)
    code, said, lines = screen(folder)
    assert code == 130
    assert 1 <= len(lines) < len(names)
    assert "stopped" in said
    monkeypatch.setattr(Results, "add", real)
    code, _, lines = screen(folder)
    assert (code, _paths(lines)) == (0, names)


def test_a_path_that_a_worker_misses_is_a_failure_and_tried_again(screen, films, monkeypatch):
    """The client saw it, the worker does not: a share that is not mounted there."""
    from meddx_desktop.cluster import archive, crew

    folder = films("a.dcm")
    gone = folder / "gone.dcm"
    listed = archive.Listed(gone, False, 10, 20)
    real = archive.walk
    monkeypatch.setattr(archive, "walk", lambda paths: iter([*real(paths), listed]))
    code, _, lines = screen(folder)
    assert code == 1
    assert {line["path"]: _codes(line) for line in lines} == {
        str(folder / "a.dcm"): [],
        str(gone): ["file_missing"],
    }
    code, said, lines = screen(folder)
    assert "1 files done, 1 were done before" in said
    assert len(lines) == 3
    assert crew.DEATHS == 3


def test_only_a_path_goes_out_and_no_pixel_comes_back(screen, films, monkeypatch):
    sent, came = [], []
    real_submit, real_gather = Client.submit, Client.gather

    def submit(self, function, *arguments, **more):
        sent.append(arguments)
        return real_submit(self, function, *arguments, **more)

    def gather(self, futures, **more):
        answers = real_gather(self, futures, **more)
        came.extend(answers)
        return answers

    monkeypatch.setattr(Client, "submit", submit)
    monkeypatch.setattr(Client, "gather", gather)
    screen(films("a.dcm", "b.dcm"))
    ((asked, rules),) = sent
    assert [type(one) for one in asked] == [Asked] * 2
    assert isinstance(rules, Rules)
    assert len(pickle.dumps(sent)) < 2000
    (answers,) = came
    assert [type(one) for one in answers] == [Answer] * 2
    for answer in answers:
        assert len(pickle.dumps(answer)) < 5000 < CHILD.stat().st_size / 10
        assert not list(_of_type(answer, (np.ndarray, np.generic, bytes)))


def _of_type(thing, kinds):
    """Whatever of these types is anywhere within."""
    if isinstance(thing, kinds):
        yield thing
    elif isinstance(thing, dict):
        for part in thing.values():
            yield from _of_type(part, kinds)
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from _of_type(part, kinds)
    elif hasattr(thing, "__dataclass_fields__"):
        for name in thing.__dataclass_fields__:
            yield from _of_type(getattr(thing, name), kinds)


def test_no_log_names_a_film(screen, films, cluster, tls):
    """A library's own words hold the path, and Dask would log them with the arguments."""
    folder = films("bug-zhang-wei.dcm")
    code, _, (line,) = screen(folder)
    assert code == 1
    assert _codes(line) == ["cluster_film_bug"]
    logs = "".join(path.read_text("utf-8") for path in cluster.folder.glob("meddx.log*"))
    assert "RuntimeError" in logs
    security = cluster.own.security
    with Client(cluster.own.scheduler_address, security=security, set_as_default=False) as client:
        logs += str(client.get_worker_logs()) + str(client.get_scheduler_logs())
        logs += str(client.get_events())
    assert "zhang" not in logs


@pytest.mark.parametrize("thing", [Asked(CHILD, True), Answer((), 0)], ids=["asked", "answer"])
def test_what_travels_shows_nothing_of_itself(thing):
    assert "cough" not in repr(thing)
    assert repr(thing).startswith("<")
