"""Protects: slow work reports, stops when asked, and its outcome reaches the caller once."""

import threading

import pytest

from meddx_desktop.core.errors import InvalidEntry
from meddx_desktop.core.jobs import JobCancelled, JobContext, JobRunner


class Inbox:
    """Stands for the main thread: what is posted runs here, at once."""

    def __init__(self):
        self.lock = threading.Lock()

    def post(self, work):
        with self.lock:
            work()


@pytest.fixture
def runner():
    runner = JobRunner(Inbox().post, workers=1)
    yield runner
    runner.close()


def _wait(runner, work, **callbacks):
    ended = threading.Event()
    runner.submit("a job", work, on_end=ended.set, **callbacks)
    assert ended.wait(10)


def test_result_comes_back(runner):
    results = []
    _wait(runner, lambda context: 6 * 7, on_result=results.append)
    assert results == [42]


def test_expected_failure_comes_back_as_itself(runner):
    errors, results = [], []

    def work(context):
        raise InvalidEntry("age_invalid", text="x")

    _wait(runner, work, on_error=errors.append, on_result=results.append)
    assert [error.code for error in errors] == ["age_invalid"]
    assert results == []


def test_bug_is_told_and_the_worker_lives_on():
    bugs, results = [], []
    runner = JobRunner(Inbox().post, workers=1, on_bug=bugs.append)
    _wait(runner, lambda context: 1 / 0)
    _wait(runner, lambda context: "alive", on_result=results.append)
    runner.close()
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert results == ["alive"]


def test_cancel_stops_at_the_next_checkpoint_and_gives_no_result(runner):
    started, results, ended = threading.Event(), [], threading.Event()

    def work(context):
        started.set()
        while True:
            context.checkpoint()

    number = runner.submit("endless", work, on_result=results.append, on_end=ended.set)
    assert started.wait(10)
    runner.cancel(number)
    assert ended.wait(10)
    assert results == []
    assert runner.running == ()


def test_a_job_cancelled_while_queued_never_starts(runner):
    gate, ran = threading.Event(), []
    runner.submit("first", lambda context: gate.wait(10))
    ended = threading.Event()
    number = runner.submit("second", lambda context: ran.append(1), on_end=ended.set)
    runner.cancel(number)
    gate.set()
    assert ended.wait(10)
    assert ran == []


def test_progress_is_shown_while_it_runs():
    seen = []
    runner = JobRunner(Inbox().post, workers=1, on_change=lambda views: seen.append(views))
    _wait(runner, lambda context: context.progress(2, 5))
    runner.close()
    assert any(view.done == 2 and view.total == 5 for views in seen for view in views)
    assert seen[-1] == ()


def test_progress_is_a_checkpoint():
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        context.progress(1, 2)
