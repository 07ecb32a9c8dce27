"""The one way to run slow work: in a worker, with progress and cancel, answers handed back.

A job is a callable that takes a `JobContext`. It asks `context.checkpoint()` wherever it may
stop, and tells `context.progress(done, total)`. What it returns or raises is handed to `post`,
which the window sets to "run this on the main thread" and the command line to "run it here".
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from meddx_desktop.core.errors import MedDxError

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Post = Callable[[Callable[[], None]], None]
"""Runs a callable where the caller's objects live (the main thread of the window)."""


class JobCancelled(Exception):
    """Raised by a checkpoint after cancel was asked for; not a failure."""


class JobContext:
    """What running work sees of its job: checkpoints, cancel, progress. Thread-safe."""

    def __init__(self, on_progress: Callable[[int, int], None] | None = None) -> None:
        self._cancelled = threading.Event()
        self._on_progress = on_progress

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether cancel was asked for."""
        return self._cancelled.is_set()

    def checkpoint(self) -> None:
        """Stop here if cancel was asked for.

        Raises
        ------
        JobCancelled
            When `cancel` was called before.
        """
        if self._cancelled.is_set():
            raise JobCancelled

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; `total` 0 means not known yet. Also a checkpoint."""
        self.checkpoint()
        if self._on_progress is not None:
            self._on_progress(done, total)


@dataclass(frozen=True, slots=True)
class JobView:
    """A running job as the status bar shows it."""

    number: int
    title: str
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class _Job:
    view: JobView
    context: JobContext


class JobRunner:
    """Runs jobs in worker threads and hands every outcome to `post`.

    Parameters
    ----------
    post
        Receives a callable for each outcome and progress step.
    workers
        How many jobs run at once; one for the store, so that its writes never overlap.
    on_change
        Called through `post` with the running jobs whenever one starts, moves or ends.
    on_bug
        Called through `post` with an exception that is neither a `MedDxError` nor cancelled.
    """

    def __init__(
        self,
        post: Post,
        *,
        workers: int = 2,
        on_change: Callable[[tuple[JobView, ...]], None] | None = None,
        on_bug: Callable[[BaseException], None] | None = None,
    ) -> None:
        self._post = post
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="meddx-job")
        self._on_change = on_change
        self._on_bug = on_bug
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._lock = threading.Lock()

    def submit(
        self,
        title: str,
        work: Callable[[JobContext], Result],
        *,
        on_result: Callable[[Result], None] | None = None,
        on_error: Callable[[MedDxError], None] | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> int:
        """Queue `work`; exactly one of `on_result` and `on_error` follows unless cancelled.

        `on_end` follows in every case, last. Returns the job's number, for `cancel`.
        """
        number = next(self._numbers)
        context = JobContext(lambda done, total: self._moved(number, done, total))
        with self._lock:
            self._jobs[number] = _Job(JobView(number, title), context)
        self._announce()

        def run() -> None:
            try:
                context.checkpoint()
                result = work(context)
                if on_result is not None and not context.cancelled:
                    self._post(lambda: on_result(result))
            except JobCancelled:
                log.info("job cancelled", extra={"job": number})
            except MedDxError as error:
                log.info("job refused", extra={"job": number, "code": error.code})
                if on_error is not None:
                    told = error
                    self._post(lambda: on_error(told))
            except Exception as bug:  # the worker must survive a bug, and the bug must be told
                log.exception("bug in a job", extra={"job": number})
                self._report_bug(bug)
            finally:
                self._ended(number, on_end)

        self._pool.submit(run)
        return number

    def cancel(self, number: int) -> None:
        """Ask one job to stop; it ends at its next checkpoint."""
        with self._lock:
            job = self._jobs.get(number)
        if job is not None:
            job.context.cancel()

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.context.cancel()

    @property
    def running(self) -> tuple[JobView, ...]:
        """Jobs queued or running, oldest first."""
        with self._lock:
            return tuple(job.view for job in self._jobs.values())

    def close(self) -> None:
        """Cancel everything, wait for the workers, refuse new work."""
        self.cancel_all()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _moved(self, number: int, done: int, total: int) -> None:
        with self._lock:
            job = self._jobs[number]
            job.view = replace(job.view, done=done, total=total)
        self._announce()

    def _ended(self, number: int, on_end: Callable[[], None] | None) -> None:
        with self._lock:
            self._jobs.pop(number, None)
        self._announce()
        if on_end is not None:
            self._post(on_end)

    def _announce(self) -> None:
        if self._on_change is not None:
            told = self._on_change
            self._post(lambda: told(self.running))

    def _report_bug(self, bug: BaseException) -> None:
        if self._on_bug is not None:
            told = self._on_bug
            self._post(lambda: told(bug))
