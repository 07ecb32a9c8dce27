"""The client's side of a run: who may work, who gets which file, and what becomes of a death.

A worker that dies takes the films with it that it had been given. None of them is blamed for it:
each is screened again after all the others, alone in the run, and one that kills its worker then
too is reported and not tried any more.
"""

import itertools
import queue
import time
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from distributed import Client, KilledWorker
from distributed.client import FuturesCancelledError

from meddx_desktop.cluster import work
from meddx_desktop.cluster.archive import Listed
from meddx_desktop.cluster.quiet import shows_a_page
from meddx_desktop.cluster.travel import Answer, Asked, Failure, Places, Rules, Seen
from meddx_desktop.core.errors import MedDxError, Parameter

Done = tuple[Listed, Answer]

DEATHS = 3
"""So many workers may die under one film: once beside others, then alone."""
_BUNDLE = 4
"""Files in one task: the scheduler's own time for a task is shared by so many."""
_AHEAD = 3
"""Tasks on their way for each thread: enough to keep it busy, few enough for constant memory."""
_PATIENCE_S = 600.0
"""For so long a run waits while there is no worker at all."""
_LOOK_S = 2.0


def check(client: Client, rules: Rules, paths: tuple[Path, ...], *, wait_s: float = 60.0) -> int:
    """Refuse a cluster that must not answer; returns how many workers there are.

    Raises
    ------
    MedDxError
        ``cluster_no_worker``; ``cluster_open_page``: the scheduler shows a page without
        encryption; ``cluster_versions_differ``: another program or other models somewhere;
        ``cluster_not_private``: a worker whose logs may name patients; ``cluster_unseen``.
    """
    try:
        page = client.run_on_scheduler(shows_a_page)
    except ImportError as error:  # a scheduler without this program
        raise MedDxError("cluster_versions_differ") from error
    if page:
        raise MedDxError("cluster_open_page")
    said = _introductions(client, rules.device, Places(paths), wait_s)
    if any(one is None or one.build != rules.build for one in said):
        raise MedDxError("cluster_versions_differ")
    if any(one is None or not one.private for one in said):
        raise MedDxError("cluster_not_private")
    unseen = sum(1 for one in said if one is not None and one.unseen)
    if unseen:
        raise MedDxError("cluster_unseen", workers=unseen)
    return len(said)


def _introductions(client: Client, device: str, places: Places, wait_s: float) -> list[Seen | None]:
    """What each worker says of itself; None of one that does not know what it is asked."""
    until = time.monotonic() + wait_s
    while time.monotonic() < until:
        try:
            client.wait_for_workers(1, timeout=max(0.1, until - time.monotonic()))
        except TimeoutError:
            break
        said = client.run(work.introduce, device, places, on_error="return")
        # One that went away meanwhile says nothing, and is asked by its first film if it returns.
        there = [one for one in said.values() if not isinstance(one, OSError)]
        if there:
            return [one if isinstance(one, Seen) else None for one in there]
    raise MedDxError("cluster_no_worker")


class Crew:
    """Gives files to the workers of one client and takes their answers."""

    def __init__(self, client: Client, rules: Rules) -> None:
        self._client, self._rules = client, rules
        self._run, self._numbers = uuid.uuid4().hex[:12], itertools.count(1)
        self._given: dict[str, tuple[Any, list[Listed]]] = {}
        self._ended: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._suspects: deque[Listed] = deque()
        self._threads, self._looked, self._last_seen = 1, 0.0, time.monotonic()

    def screen(self, files: Iterable[Listed]) -> Iterator[list[Done]]:
        """Screen every file; answers come as they are ready, each file's exactly once.

        Raises
        ------
        MedDxError
            ``cluster_versions_differ``, ``cluster_not_private``: a worker that joined later;
            ``cluster_lost``: the scheduler is gone; ``cluster_no_worker``.
        """
        try:
            yield from self._together(iter(files))
            yield from self._alone()
        except (OSError, FuturesCancelledError) as error:
            raise MedDxError("cluster_lost") from error
        finally:
            self._stop()

    def _together(self, files: Iterator[Listed]) -> Iterator[list[Done]]:
        more = True
        while more or self._given:
            while more and len(self._given) < max(4, _AHEAD * self._workers()):
                bundle = list(itertools.islice(files, _BUNDLE))
                more = len(bundle) == _BUNDLE
                self._give([listed for listed in bundle if listed.error is None])
                lost = [(one, _failed(one, one.error)) for one in bundle if one.error is not None]
                if lost:
                    yield lost
            if self._given:
                done = self._arrived()
                if done:
                    yield done

    def _alone(self) -> Iterator[list[Done]]:
        """Those that a dead worker had: one at a time, so that only the film itself can kill."""
        while self._suspects:
            listed = self._suspects.popleft()
            for _ in range(DEATHS - 1):
                self._give([listed])
                done: list[Done] = []
                while self._given:
                    done.extend(self._arrived())
                if done:
                    yield done
                    break
                self._suspects.pop()  # it was put back there
            else:
                yield [(listed, _broken(listed, "cluster_film_kills", times=DEATHS))]

    def _give(self, bundle: list[Listed]) -> None:
        if not bundle:
            return
        key = f"films-{self._run}-{next(self._numbers)}"  # a path would show in Dask's logs
        asked = tuple(Asked(listed.path, listed.named) for listed in bundle)
        future = self._client.submit(work.screen_files, asked, self._rules, key=key, pure=False)
        self._given[key] = (future, bundle)
        ended = self._ended
        future.add_done_callback(lambda _: ended.put(key))

    def _arrived(self) -> list[Done]:
        """What is ready, at least waited for once; films of a dead worker go to the suspects."""
        ready: list[tuple[Any, list[Listed]]] = []
        done: list[Done] = []
        for key in self._keys():
            future, bundle = self._given.pop(key)
            if future.status == "finished":
                ready.append((future, bundle))
            elif future.status != "error":
                raise MedDxError("cluster_lost")
            elif isinstance(future.exception(), KilledWorker):
                self._suspects.extend(bundle)
            else:
                done.extend((listed, _broken(listed, "cluster_film_bug")) for listed in bundle)
        return done + self._gathered(ready)

    def _gathered(self, ready: list[tuple[Any, list[Listed]]]) -> list[Done]:
        bundles = [listed for _, bundle in ready for listed in bundle]
        try:
            gathered = self._client.gather([future for future, _ in ready])
        except KilledWorker:  # it died with the answers in its hand
            self._suspects.extend(bundles)
            return []
        answers = [answer for part in gathered for answer in part]
        if any(answer.refused for answer in answers):
            raise MedDxError(next(answer.refused for answer in answers if answer.refused))
        return list(zip(bundles, answers, strict=True))

    def _keys(self) -> list[str]:
        keys: list[str] = []
        try:
            keys.append(self._ended.get(timeout=_LOOK_S))
            while True:
                keys.append(self._ended.get_nowait())
        except queue.Empty:
            if not keys:
                self._workers()
        return keys

    def _workers(self) -> int:
        """How many films are screened at once, looked up every other second."""
        now = time.monotonic()
        if now - self._looked > _LOOK_S:
            self._looked = now
            if self._client.status != "running":
                raise MedDxError("cluster_lost")
            self._threads = sum(self._client.nthreads().values())
            if self._threads:
                self._last_seen = now
            elif now - self._last_seen > _PATIENCE_S:
                raise MedDxError("cluster_no_worker")
        return self._threads

    def _stop(self) -> None:
        futures = [future for future, _ in self._given.values()]
        self._given.clear()
        if futures and self._client.status == "running":
            self._client.cancel(futures)


def _failed(listed: Listed, error: MedDxError) -> Answer:
    return _broken(listed, error.code, **error.parameters)


def _broken(listed: Listed, code: str, **parameters: Parameter) -> Answer:
    return Answer((Failure(str(listed.path), code, parameters),))
