"""Screens films one after the other in the background and hands what was said to the cases."""

import threading
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from meddx_desktop.core import operations
from meddx_desktop.core.domain.case import Case, Stated
from meddx_desktop.core.domain.finding import Reason, Screening
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobCancelled, JobContext, JobRunner, Post
from meddx_desktop.core.operations import cases, images


@dataclass(frozen=True, slots=True)
class Task:
    """One film that waits for its screening."""

    case_id: str
    uid: str
    source: Source
    stated: Stated = Stated()


class ScreeningQueue(QObject):
    """Films that wait, and the one job that works through them.

    Only source and typed facts wait in the queue, never pixels, so that a stick of 200 films
    costs no memory. What is done stays done when the job is cancelled; the films that were left
    are marked as stopped, because an unscored film must never look like a quiet one.
    """

    screened = Signal(str, str)
    """Case id and film UID, once the film has its answer, a failure included."""

    stopped = Signal(int, int)
    """Cancelled: so many films of so many have their answer."""

    def __init__(
        self,
        app: operations.Application,
        runner: JobRunner,
        post: Post,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._runner = runner
        self._post = post
        self._waiting: deque[Task] = deque()
        self._lock = threading.Lock()
        self._current: Task | None = None
        self._stopped = False
        self._total = 0
        self._done = 0
        self._job: int | None = None

    def add(self, task: Task, *, first: bool = False) -> None:
        """Queue a film; `first` lets it pass the others, for a patient who is still there."""
        with self._lock:
            if first:
                self._waiting.appendleft(task)
            else:
                self._waiting.append(task)
            self._total += 1
        if self._job is None:
            self._start()

    def add_case(self, case: Case) -> int:
        """Queue every film of a case that has no score; returns how many."""
        count = 0
        for entry in case.films:
            scored = entry.screenings and any(s.findings for s in entry.screenings)
            if scored:
                continue
            uid = entry.instance.sop_instance_uid
            cases.state_missing(self._app, case.case_id, uid, entry.stated)
            self.add(Task(case.case_id, uid, entry.instance.source, entry.stated))
            count += 1
        return count

    @property
    def waiting(self) -> int:
        """How many films have no answer yet."""
        with self._lock:
            return len(self._waiting) + (self._current is not None)

    def _start(self) -> None:
        self._stopped = False
        self._job = self._runner.submit(self.tr("Screening films"), self._work, on_end=self._ended)

    def _work(self, context: JobContext) -> None:
        self._done = 0
        while True:
            with self._lock:
                self._current = self._waiting.popleft() if self._waiting else None
                task, total = self._current, self._total
            if task is None:
                return
            try:
                context.progress(self._done, total)
                self._one(task, context)
            except JobCancelled:
                self._stopped = True
                raise
            self._done += 1

    def _one(self, task: Task, context: JobContext) -> None:
        try:
            film = images.open_film(task.source)
            results = images.screen(self._app, film, stated=task.stated, context=context)
        except MedDxError as error:
            failure = Reason(error.code, dict(error.parameters))
            self._post(lambda: self._failed(task, failure))
            return
        screenings = tuple(result.screening for result in results)
        self._post(lambda: self._answered(task, screenings))

    def _answered(self, task: Task, screenings: tuple[Screening, ...]) -> None:
        cases.record_screening(self._app, task.case_id, task.uid, screenings)
        self.screened.emit(task.case_id, task.uid)

    def _failed(self, task: Task, reason: Reason) -> None:
        cases.record_failure(self._app, task.case_id, task.uid, reason)
        self.screened.emit(task.case_id, task.uid)

    def _ended(self) -> None:
        """Runs on the main thread after the job ended well, was cancelled, or met a bug."""
        self._job = None
        with self._lock:
            interrupted, self._current = self._current, None
            left = list(self._waiting)
            total = self._total
            if self._stopped or not left:
                self._waiting.clear()
                self._total = 0
            else:
                self._total = len(left)
        if interrupted is not None:
            code = "screening_stopped" if self._stopped else "bug"
            self._failed(interrupted, Reason(code))
        if self._stopped:
            for task in left:
                self._failed(task, Reason("screening_stopped"))
            self.stopped.emit(self._done, total)
        elif left:
            self._start()
