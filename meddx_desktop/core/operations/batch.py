"""Screening many films: found, opened and screened beside each other, answered in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from meddx_desktop.core.domain.case import Stated
from meddx_desktop.core.domain.correction import Correction
from meddx_desktop.core.domain.imaging import Source
from meddx_desktop.core.errors import MedDxError
from meddx_desktop.core.jobs import JobContext
from meddx_desktop.core.operations import images
from meddx_desktop.core.operations.application import Application
from meddx_desktop.core.operations.images import Found, ImageResult

_AHEAD = 2
"""Films in work per thread: enough to keep it busy, few enough for constant memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: results, an error, or skipped (no picture, not named)."""

    source: Source
    results: tuple[ImageResult, ...] = ()
    error: MedDxError | None = None
    skipped: bool = False


def screen_all(
    app: Application,
    paths: Sequence[Path],
    *,
    stated: Stated = Stated(),
    model: str | None = None,
    correction: Correction | None = None,
    jobs: int = 1,
    context: JobContext,
) -> Iterator[Outcome]:
    """Screen everything that `paths` hold; outcomes come in the order of the films.

    `correction` is what somebody says of all of them alike; each result carries it.
    One film's failure never stops the others. Stopping the iteration, or cancelling the
    context, ends the work after the films already begun.

    Raises
    ------
    JobCancelled
        At the next film after `context.cancel()`.
    """
    done = 0
    ask = partial(
        images.screen_source,
        app,
        stated=stated,
        model=model,
        correction=correction,
        context=context,
    )
    with ThreadPoolExecutor(jobs, thread_name_prefix="meddx-screen") as pool:
        waiting: deque[Future[Outcome]] = deque()
        try:
            for found in images.find(paths, context):
                waiting.append(pool.submit(_outcome, found, ask))
                while len(waiting) > jobs * _AHEAD:
                    yield waiting.popleft().result()
                    done += 1
                    context.progress(done, 0)
            total = done + len(waiting)
            while waiting:
                yield waiting.popleft().result()
                done += 1
                context.progress(done, total)
        finally:
            for future in waiting:
                future.cancel()


def _outcome(found: Found, ask: Callable[[Source], tuple[ImageResult, ...]]) -> Outcome:
    if found.error is not None:
        return _failed(found, found.error)
    try:
        results = ask(found.source)
    except MedDxError as error:
        return _failed(found, error)
    return Outcome(found.source, results)


def _failed(found: Found, error: MedDxError) -> Outcome:
    """A file that is no picture fails only where the user named it."""
    skipped = images.is_left_out(found.source, error, named=found.named)
    return Outcome(found.source, error=error.bare(), skipped=skipped)
