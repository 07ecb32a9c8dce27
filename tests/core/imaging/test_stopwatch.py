"""Protects: a stage inside another is not counted twice."""

import time

from meddx_desktop.core.imaging.stopwatch import Stopwatch


def test_an_inner_stage_pauses_the_outer(monkeypatch):
    clock = iter([0.0, 1.0, 3.0, 7.0])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    watch = Stopwatch(read_ms=500.0)
    with watch.stage("infer"), watch.stage("preprocess"):
        pass
    timing = watch.timing()
    assert (timing.read, timing.preprocess, timing.infer) == (500.0, 2000.0, 5000.0)
    assert timing.total == 7500.0
