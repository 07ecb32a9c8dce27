"""How many threads one forward pass should use on this machine, found by a short self-test.

On a small machine two threads can be slower than one (shared cores, hyper-threads), so the
number is measured at first use and remembered.
"""

import os
import time

import numpy as np

from meddx_desktop.core.inference.package import Package
from meddx_desktop.core.inference.session import Device, ModelSession

_RUNS = 5
_WORTHWHILE = 0.9
"""More threads must take less than this share of the time to be chosen: they cost power."""


def fastest(package: Package, device: Device) -> int:
    """Measure 1, 2 and 4 threads (as far as there are cores) and return the best number."""
    cores = os.cpu_count() or 1
    best, best_time = 1, _time(package, device, 1)
    for threads in (2, 4):
        if threads > cores:
            break
        seconds = _time(package, device, threads)
        if seconds < best_time * _WORTHWHILE:
            best, best_time = threads, seconds
    return best


def _time(package: Package, device: Device, threads: int) -> float:
    """The fastest of a few runs, in seconds: the least disturbed one."""
    session = ModelSession(package, device, threads=threads)
    steps = package.manifest.preprocessing
    tensor = np.zeros((1, 3, steps.height, steps.width), np.float32)
    session.run(tensor)
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        session.run(tensor)
        times.append(time.perf_counter() - start)
    return min(times)
