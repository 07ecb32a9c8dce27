"""Dask kept quiet: no page of its own, no profile, no spilled results, no words in its logs."""

import logging
from typing import Any

import dask
from distributed import Scheduler

from meddx_desktop.core.logs import SafeFormatter

SETTINGS: dict[str, Any] = {
    "distributed.comm.require-encryption": True,
    # Pages that tell about tasks, without encryption and without a password.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    # Who was killed by which film is found out by the client, film by film.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.worker.profile.enabled": False,
    "distributed.diagnostics.computations.max-history": 0,
    "distributed.diagnostics.erred-tasks.max-history": 0,
    # Results wait in memory for some milliseconds; none is ever written to a worker's disk.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
}
"""What every process of a cluster runs under, as Dask names it."""

_NAMES = ("distributed", "distributed.client", "distributed.gc", "bokeh", "tornado")


def hush() -> None:
    """Leave Dask's log to the program's own, which writes no arguments and no foreign text."""
    for name in _NAMES:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.getLogger("distributed").setLevel(logging.WARNING)
    logging.getLogger("tornado").setLevel(logging.CRITICAL)


def is_quiet() -> bool:
    """Whether whatever a library logs in this process loses its words."""
    root = logging.getLogger().handlers
    heard = [handler for name in _NAMES for handler in logging.getLogger(name).handlers]
    return not heard and bool(root) and all(_is_deaf(handler) for handler in root)


def _is_deaf(handler: logging.Handler) -> bool:
    return isinstance(handler, logging.NullHandler) or isinstance(handler.formatter, SafeFormatter)


def shows_a_page(dask_scheduler: Scheduler) -> bool:
    """Whether a scheduler tells about its tasks on a page; run by the scheduler itself."""
    pages = dask_scheduler.http_application.applications
    return bool(dask.config.get("distributed.scheduler.http.routes") or pages)
